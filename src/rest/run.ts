import { errorsForCaller } from '../graphql/admission/error-codes.ts';
import type { RequestContext } from '../graphql/admission/request-context.ts';
import { yoga } from '../graphql/yoga.ts';
import { writeJson } from './json.ts';
import { placesIn } from './places.ts';
import { readRequest } from './read-request.ts';
import { badRequest, fromError, fromUserErrors, type Refused, type UserError } from './refusal.ts';
import { NotServed, type Route } from './route.ts';

/** The answer to a request: a status and a body of JSON, or why there is none. */
export type Reply = Answered | { readonly refused: Refused };

interface Answered {
  readonly status: Route['status'];
  readonly body: string;
  /** The names of the fields that are missing or cut, because they are too large. */
  readonly incomplete: readonly string[];
}

/**
 * Executes the document of a route as `/graphql` would execute it: with the same limits, scopes, idempotency and reads.
 * @param path the parameters of the path, decoded
 */
export async function runRoute(
  route: Route,
  { request, path }: { readonly request: Request; readonly path: Readonly<Record<string, string>> },
  context: RequestContext,
): Promise<Reply> {
  context.outcome.operation = route.operation;
  const refuse = (refused: Refused): Reply => {
    context.outcome.code = refused.code;
    return { refused };
  };
  const read = await readRequest(route, request);
  if ('refused' in read) return refuse(read.refused);
  const routeRequest = { ...read, path, now: new Date(context.now).toISOString() };
  const variables = route.variables(routeRequest);
  if (variables instanceof NotServed) return refuse({ ...badRequest(variables.message, variables.place, 501), code: 'NOT_SERVED' });
  const placeOf = placesIn(route, read.body);
  const execute = async (given: object) => {
    const result = await yoga.getResultForParams({ params: { query: route.document.toString(), variables: given }, request }, { context });
    if (!result || !('data' in result || 'errors' in result)) throw new Error(`${route.operation} has no result`);
    return result;
  };
  const result = await execute(variables);
  const [error] = result.errors ? errorsForCaller(result.errors, context) : [];
  // A place that is cut, as a value in a message is, leads nowhere.
  if (error) return refuse(fromError(error, { placeOf, uncut: result.errors?.[0]?.message ?? '' }));
  const [root] = Object.values(result.data ?? {});
  if (typeof root !== 'object' || root === null) {
    const { selection } = route;
    const selected = selection && Object(read.query)[selection.parameter];
    if (!selection || selected === undefined) return refuse(notFound(route, path));
    const { data } = await execute({ ...variables, ...selection.any });
    return refuse(Object.values(data ?? {})[0] ? notSelected(route, path, { ...selection, selected }) : notFound(route, path));
  }
  const [first, ...more] = 'userErrors' in root ? (root.userErrors as readonly UserError[]) : [];
  if (first) return refuse(fromUserErrors([first, ...more], placeOf));
  const answer = route.answer(root, routeRequest) ?? null;
  if (answer === null) return refuse(notFound(route, path));
  const incomplete = new Set<string>();
  return { status: route.status, body: writeJson(answer, incomplete), incomplete: [...incomplete] };
}

/** The refusal of a path that names nothing. The last parameter is the id of what the path is about. */
function notFound(route: Route, path: Path): Refused {
  const { name, noun } = subjectOf(route);
  return { ...badRequest(`No ${noun} "${path[name]}".`, `path.${name}`, 404), code: 'NOT_FOUND' };
}

/** The refusal of a query that selects a state which does not exist of what the path names. */
function notSelected(
  route: Route,
  path: Path,
  { parameter, selected }: { readonly parameter: string; readonly selected: unknown },
): Refused {
  const { name, noun } = subjectOf(route);
  const message = `The ${noun} "${path[name]}" exists, but not with ${parameter} ${selected}.`;
  return { ...badRequest(message, `query.${parameter}`, 404), code: 'NOT_FOUND' };
}

type Path = Readonly<Record<string, string>>;

function subjectOf({ path: template }: Route) {
  const name = template.match(/\w+(?=\}[^{]*$)/)?.[0] ?? '';
  return { name, noun: name.replace(/Id$/, '').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`) };
}
