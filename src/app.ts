import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { requestId } from 'hono/request-id';
import { secureHeaders } from 'hono/secure-headers';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { authenticate, distrust } from './auth/authenticate.ts';
import { noteUse } from './auth/token-use.ts';
import { createContext } from './context.ts';
import { LIMITS } from './graphql/limits.ts';
import { yoga } from './graphql/yoga.ts';

/** What the app needs of its surroundings. */
export interface Services {
  readonly d1: D1Database;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Origins whose pages may call the API from a browser. */
  readonly origins: readonly string[];
  /** Where a browser that opens /graphql is sent; null where there is no explorer. */
  readonly explorer: string | null;
}

/** Everything around GraphQL: who is calling, limits of HTTP, and the last-resort error. */
export const app = new Hono<{ Bindings: Services }>();

app.use(requestId({ headerName: '' }));
app.use(async (c, next) => {
  await next();
  c.header('x-request-id', c.var.requestId);
});
app.use(secureHeaders());
app.use(cors({ origin: (origin, c) => (c.env.origins.includes(origin) ? origin : null), allowHeaders: ['authorization', 'content-type'] }));

app.get('/health', (c) => c.json({ status: 'ok' }));

app.get('/graphql', (c, next) => {
  const { explorer } = c.env;
  const wantsPage = c.req.header('accept')?.includes('text/html') && c.req.query('query') === undefined;
  return explorer !== null && wantsPage ? Promise.resolve(c.redirect(explorer)) : next();
});

app.use(
  '/graphql',
  bodyLimit({ maxSize: LIMITS.body, onError: (c) => fail(c, 413, 'BAD_REQUEST', `The body is over ${LIMITS.body} bytes.`) }),
);

// A content type that a form can send would let any page's form run a mutation.
app.post('/graphql', (c, next) => {
  const type = c.req.header('content-type') ?? '';
  if (/^application\/(graphql\+)?json\b/i.test(type)) return next();
  return Promise.resolve(fail(c, 415, 'BAD_REQUEST', `Send the request as \`content-type: application/json\`, not "${type}".`));
});

app.on(['GET', 'POST'], '/graphql', async (c) => {
  const { d1, now } = c.env;
  const at = now();
  const authorization = c.req.header('authorization') ?? null;
  const identity = await authenticate(authorization, d1, at);
  if (!identity) {
    c.header('www-authenticate', 'Bearer');
    return fail(c, 401, 'UNAUTHENTICATED', 'Send a valid token as `Authorization: Bearer <token>`.');
  }
  const use = noteUse(identity, d1, at);
  if (use) c.executionCtx.waitUntil(use);
  const response = await yoga.fetch(c.req.raw, createContext(d1, identity, c.var.requestId, at));
  if (response.status === 401) distrust(authorization);
  return response;
});

app.notFound((c) => fail(c, 404, 'NOT_FOUND', `There is nothing at ${c.req.path}. The API is at /graphql.`));

app.onError((error, c) => {
  // biome-ignore lint/suspicious/noConsole: a Worker's log is its console.
  console.error(
    JSON.stringify({ level: 'error', requestId: c.var.requestId, name: error.name, message: error.message, stack: error.stack }),
  );
  return fail(c, 500, 'INTERNAL_SERVER_ERROR', 'Something went wrong on our side; quote the request id.');
});

type AppContext = Parameters<Parameters<typeof app.notFound>[0]>[0];

/** An answer without data, in the shape of GraphQL's own. */
function fail(c: AppContext, status: ContentfulStatusCode, code: string, message: string): Response {
  return c.json({ errors: [{ message, extensions: { code, requestId: c.var.requestId } }] }, status);
}
