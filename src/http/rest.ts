import { bodyText } from '../graphql/admission/body-text.ts';
import { errorBody, errorHeaders } from '../rest/refusal.ts';
import type { Route } from '../rest/route.ts';
import { ROUTES } from '../rest/routes.ts';
import { runRoute } from '../rest/run.ts';
import { type App, newApp } from './base.ts';
import { fail } from './failure.ts';
import { typeFault } from './json-body.ts';
import type { AppContext, AppHandler } from './services.ts';
import { identify, logged, opened, withinBodyLimit } from './serving.ts';

/** Whether a path is one of the mirror. The first segment decides, so that the mirror also answers for paths that no operation has. */
export const isOfMirror = (path: string): boolean => FIRST_SEGMENTS.has(path.split('/', 2)[1] ?? '');

const FIRST_SEGMENTS: ReadonlySet<string> = new Set(ROUTES.map(({ path }) => path.split('/')[1] ?? ''));

let mirror: App | undefined;

/** Returns the mirror of the vendor's REST API, beside `/graphql`. Its routes are made for the first request to it. */
export function rest(): App {
  mirror ??= newMirror();
  return mirror;
}

/** Names the transport, whose errors have another shape. */
const asRest: AppHandler = (c, next) => {
  c.set('isRest', true);
  return next();
};

const withJson: AppHandler = async (c, next) => {
  const fault = typeFault(c.req);
  return fault === null || (await isBare(c.req.raw)) ? next() : fail(c, 415, 'BAD_REQUEST', fault);
};

/** Whether a request has no body. A server hands on most of these with a body that is empty. */
const isBare = async (request: Request): Promise<boolean> => !request.body || (await bodyText(request.clone())) === '';

const steps = [withinBodyLimit, withJson, identify, opened] as const;

/** Each handler of a path costs the first request to the mirror, so what all paths have in common is said once for all that begin alike. */
function newMirror(): App {
  const app = newApp();
  const beginnings = [...FIRST_SEGMENTS].map((segment) => `/${segment}/*`);
  for (const each of beginnings) app.use(each, asRest, logged);
  for (const [template, all] of Map.groupBy(ROUTES, ({ path }) => path)) {
    const path = template.replace(/\{(\w+)\}/g, ':$1');
    // A client that adds a slash means the same resource.
    const paths = [path, `${path}/`];
    for (const route of all) app.on(route.method, paths, ...steps, (c) => answer(c, route));
    const methods = all.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method])).join(', ');
    app.on(EVERY_METHOD, paths, (c) => {
      c.header('allow', methods);
      return fail(c, 405, 'METHOD_NOT_ALLOWED', `${template} takes ${methods}.`);
    });
  }
  // After the operations, so that it answers only what none of them serves.
  app.on(EVERY_METHOD, beginnings, (c) =>
    fail(c, 404, 'NOT_FOUND', `No operation has the path "${c.req.path}". The paths are in schema/openapi.json.`),
  );
  return app;
}

/** Hono's name of all methods together. */
const EVERY_METHOD = 'ALL';

async function answer(c: AppContext, route: Route): Promise<Response> {
  // RFC 9745. The day on which the vendor's description first had a newer operation is not known: this is the day of the description.
  if (route.deprecated) c.header('deprecation', `@${DESCRIBED_AT}`);
  const reply = await runRoute(route, { request: c.req.raw, path: c.req.param() }, c.get('context'));
  if ('body' in reply) {
    const { body, status: ok, incomplete } = reply;
    const told = incomplete.length > 0 && { 'x-incomplete-fields': incomplete.join(', ') };
    return c.body(body, ok, { 'content-type': 'application/json', ...told });
  }
  const { status, code, message, place, headers } = reply.refused;
  return c.json(errorBody(message), status, { ...headers, ...errorHeaders(code, place) });
}

/** Seconds since 1970: 2024-12-01. */
const DESCRIBED_AT = 1_733_011_200;
