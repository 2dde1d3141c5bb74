import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { getPath } from 'hono/utils/url';
import { exportList, exportRequestIn } from './graphql/export/export.ts';
import { mediaTypeFor } from './graphql/media-type.ts';
import { yoga } from './graphql/yoga.ts';
import { newApp } from './http/base.ts';
import { identified, refuseExcess } from './http/callers.ts';
import { errorType, fail } from './http/failure.ts';
import { typeFault } from './http/json-body.ts';
import { consolePage, developmentPage } from './http/pages.ts';
import { isOfMirror, rest } from './http/rest.ts';
import type { AppContext, AppHandler, RequestLine, Services } from './http/services.ts';
import { identify, logged, opened, withinBodyLimit } from './http/serving.ts';

/** The pages, GraphQL over HTTP, and exports. */
const main = newApp();

main.get('/', consolePage);
main.get('/console/:file', consolePage);
main.on('GET', ['/explorer/', '/docs', '/docs/'], developmentPage);

// What a person finds who opens the address of the deployment. It tells of no data and no schema.
main.get('/', (c) => {
  c.header('cache-control', 'no-store');
  const { explorer, signIn } = c.env;
  return c.json({
    graphql: '/graphql',
    export: '/export',
    health: '/health',
    ...(signIn && { signIn: '/sign-in' }),
    ...(explorer !== null && { explorer }),
  });
});

// Reports that the Worker runs. Anyone can call it without a token, so it does not call D1.
main.get('/health', (c) => {
  c.header('cache-control', 'no-store');
  return c.json({ status: 'ok' });
});

// A sign-in page has no token yet, so anyone can read this. It does not call D1.
main.get('/sign-in', async (c, next) => {
  const { signIn, hasConsole } = c.env;
  // The console asks wherever it is served, and a browser reports a 404 as an error.
  if (!signIn && !hasConsole) return next();
  c.header('cache-control', 'no-store');
  return signIn ? c.json(signIn) : c.body(null, 204);
});

main.get('/graphql', (c, next) => {
  const { explorer } = c.env;
  const wantsPage = c.req.header('accept')?.includes('text/html') && new URL(c.req.url).search === '';
  return explorer !== null && wantsPage ? Promise.resolve(c.redirect(explorer)) : next();
});

for (const path of ['/graphql', '/export']) main.use(path, logged);

main.use('/graphql', withinBodyLimit);

main.post('/graphql', (c, next) => {
  const fault = typeFault(c.req);
  return fault === null ? next() : Promise.resolve(fail(c, 415, 'BAD_REQUEST', fault));
});

// Checked before execution, so that a mutation is not written and then refused its answer.
const acceptable: AppHandler = (c, next) => {
  if (mediaTypeFor(c.req.header('accept') ?? null) !== null) return next();
  const message = 'Accept `application/graphql-response+json` or `application/json`: there is no other answer.';
  return Promise.resolve(fail(c, 406, 'BAD_REQUEST', message));
};

main.on(['GET', 'POST'], '/graphql', identify, acceptable, opened, (c) => {
  const { raw } = c.req;
  // A HEAD request is executed as a GET; the runtime removes the body of the response.
  return yoga.handleRequest(raw.method === 'HEAD' ? new Request(raw, { method: 'GET' }) : raw, { context: c.get('context') });
});

main.all('/graphql', (c) => {
  c.header('allow', 'GET, HEAD, POST');
  return fail(c, 405, 'METHOD_NOT_ALLOWED', 'Send a query by GET or POST, a mutation by POST.');
});

// Each page of an export is a request to /graphql: it is authenticated, counted against the rate limit, checked and logged by itself.
// A HEAD reads the first page alone, which says whether there is an export: a page is read when its reader has taken the one before.
main.get('/export', async (c) => {
  const identity = await identified(c, c.env.now());
  if (identity instanceof Response) return identity;
  const refuse = async (status: ContentfulStatusCode, code: string, message: string) =>
    (await refuseExcess(c, identity)) ?? fail(c, status, code, message);
  if (identity.actor.delegate) return refuse(403, 'FORBIDDEN', 'A delegate token cannot export lists.');
  const request = exportRequestIn(new URL(c.req.url), identity.orgId);
  if ('message' in request) return refuse(400, 'BAD_REQUEST', request.message);
  let statements = 0;
  const log = (line: RequestLine): void => {
    statements += line.statements;
    c.env.log(line);
  };
  const send = async (body: object, bookmark: string | null): Promise<Response> => {
    const headers = new Headers({ 'content-type': 'application/json', accept: 'application/graphql-response+json' });
    const own = {
      authorization: c.req.header('authorization'),
      'cf-connecting-ip': c.req.header('cf-connecting-ip'),
      'x-d1-bookmark': bookmark,
    };
    for (const [name, value] of Object.entries(own)) if (value) headers.set(name, value);
    const page = new Request(new URL('/graphql', c.req.url), { method: 'POST', headers, body: JSON.stringify(body) });
    return app.fetch(page, { ...c.env, log }, c.executionCtx);
  };
  const answer = await exportList(request, { send, statements: () => statements }, c.req.header('x-d1-bookmark') ?? null);
  if (answer.ok) return answer;
  // An error of a page is told like one of the address.
  const refused = new Response(answer.body, answer);
  refused.headers.set('content-type', errorType(c));
  return refused;
});

main.all('/export', (c) => {
  c.header('allow', 'GET, HEAD');
  return fail(c, 405, 'METHOD_NOT_ALLOWED', 'Export a list by GET.');
});

/**
 * The HTTP layer: authentication, limits, logging, and the response to unexpected errors. Hono prepares the routes of an app at its first
 * request, and the mirror has over a thousand: as an app of its own, they cost GraphQL nothing.
 */
export const app = {
  fetch(request: Request, services: Services, context: AppContext['executionCtx']): Response | Promise<Response> {
    const served = isOfMirror(getPath(request)) ? rest() : main;
    return served.fetch(request, services, context);
  },
};
