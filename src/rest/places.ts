import type { PathSegment } from '../domain/refusal.ts';
import type { PlaceOf } from './refusal.ts';
import type { Route } from './route.ts';

/** The arguments of lists, by what they are made of. */
const OF_PAGES: Readonly<Record<string, string>> = { first: 'pageSize', last: 'pageSize', after: 'nextToken', before: 'nextToken' };

/** Returns a function that finds where in a route's request a value of the GraphQL request came from: `path.accountId`, `body.name`. */
export function placesIn(route: Route, body: unknown): PlaceOf {
  return (path: readonly PathSegment[]) => {
    const [first, ...rest] = path[0] === 'input' ? path.slice(1) : path;
    if (first === undefined) return null;
    const name = String(first);
    const place = [name, ...rest].join('.');
    const moved = route.inBody(place, body);
    if (moved !== place) return `body.${moved}`;
    const parameter = route.inPath(name);
    if (route.path.includes(`{${parameter}}`)) return `path.${parameter}`;
    return route.body === null ? `query.${OF_PAGES[name] ?? place}` : `body.${place}`;
  };
}
