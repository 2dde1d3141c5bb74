import type { Hono } from 'hono';
import { errorBody, errorHeaders } from '../rest/refusal.ts';
import type { Route } from '../rest/route.ts';
import { ROUTES } from '../rest/routes.ts';
import { runRoute } from '../rest/run.ts';
import { fail } from './failure.ts';
import type { AppContext, AppEnv, AppHandler } from './services.ts';
import { identify, logged, opened, withinBodyLimit } from './serving.ts';

/** Names the transport, whose errors have another shape. */
const asRest: AppHandler = (c, next) => {
  c.set('isRest', true);
  return next();
};

// Without this check, a form on any page could run an operation, because a form can send other content types.
const withJson: AppHandler = async (c, next) => {
  const type = c.req.header('content-type') ?? '';
  if (/^application\/json\b/i.test(type) || (await isBare(c.req.raw))) return next();
  return fail(c, 415, 'BAD_REQUEST', `Send the request as \`content-type: application/json\`, not "${type}".`);
};

/** Whether a request has no body. A server hands on most of these with a body that is empty. */
const isBare = async (request: Request): Promise<boolean> => !request.body || (await request.clone().arrayBuffer()).byteLength === 0;

const steps = [withinBodyLimit, withJson, identify, opened] as const;

/**
 * Serves the mirror of the vendor's REST API, beside `/graphql`. Each handler of a path costs every isolate's start, so what all paths have in
 * common is said once for all that begin alike.
 */
export function serveRest(app: Hono<AppEnv>): void {
  const beginnings = [...new Set(ROUTES.map(({ path }) => `/${path.split('/')[1]}/*`))];
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
}

/** Hono's name of all methods together. */
const EVERY_METHOD = 'ALL';

async function answer(c: AppContext, route: Route): Promise<Response> {
  // RFC 9745. The day on which the vendor's description first had a newer operation is not known: this is the day of the description.
  if (route.deprecated) c.header('deprecation', `@${DESCRIBED_AT}`);
  const reply = await runRoute(route, { request: c.req.raw, path: c.req.param() }, c.var.context);
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
