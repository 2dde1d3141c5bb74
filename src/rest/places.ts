import type { PathSegment } from '../domain/refusal.ts';
import type { PlaceOf } from './refusal.ts';
import type { Route } from './route.ts';

/** The parameters that arguments of lists are made of. */
const OF_LISTS: Readonly<Record<string, string>> = {
  first: 'pageSize',
  last: 'pageSize',
  after: 'nextToken',
  before: 'nextToken',
  draftAfter: 'nextToken',
  draftBefore: 'nextToken',
  from: 'startDate',
  until: 'endDate',
};

/** Returns a function that finds where in a route's request a value of the GraphQL request came from: `path.accountId`, `body.name`. */
export function placesIn(route: Route, body: unknown): PlaceOf {
  return (path: readonly PathSegment[]) => {
    const [first, ...rest] = path[0] === 'input' ? path.slice(1) : path;
    if (first === undefined) return null;
    const name = String(first);
    if (name === 'idempotencyKey' && !Object.hasOwn(Object(body), name)) return 'header.Idempotency-Key';
    const place = [name, ...rest].join('.');
    const moved = route.inBody(place, body);
    if (moved !== place) return `body.${moved}`;
    const parameter = route.inPath(name);
    if (route.path.includes(`{${parameter}}`)) return `path.${parameter}`;
    return route.body === null ? `query.${OF_LISTS[name] ?? place}` : `body.${place}`;
  };
}
