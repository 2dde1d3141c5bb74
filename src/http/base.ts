import { cors } from 'hono/cors';
import { HonoBase } from 'hono/hono-base';
import { TrieRouter } from 'hono/router/trie-router';
import { secureHeaders } from 'hono/secure-headers';
import { unavailableBeneath } from '../engine/d1/unavailable.ts';
import { errorLine } from '../graphql/error-log.ts';
import { fail } from './failure.ts';
import { logForeignOrigin } from './origins.ts';
import type { AppEnv, AppHandler } from './services.ts';

/** Hono with one router. Its own tries a faster one first, which refuses routes that overlap, and which would be 2 KiB of the bundle. */
export type App = HonoBase<AppEnv>;

/** Returns an app with what every request needs: its id, its headers, and the responses to unknown paths and unexpected errors. */
export function newApp(): App {
  const app = new HonoBase<AppEnv>({ router: new TrieRouter() });
  app.use(identifiable);
  app.use(secureHeaders({ contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] }, xFrameOptions: 'DENY' }));
  app.options('*', preflight);
  app.notFound((c) => fail(c, 404, 'NOT_FOUND', `There is nothing at ${c.req.path}. The API is at /graphql.`));
  app.onError((error, c) => {
    c.env.logError(errorLine(error, c.var.requestId));
    if (unavailableBeneath(error))
      return fail(c, 503, 'UNAVAILABLE', 'The database did not answer. Nothing was written; send the request again.');
    return fail(c, 500, 'INTERNAL_SERVER_ERROR', 'Something went wrong on our side; quote the request id.');
  });
  return app;
}

/** The methods that a page of another origin may send. */
const READ_AND_RUN = ['GET', 'HEAD', 'POST'];
const ANY_METHOD = [...READ_AND_RUN, 'PUT', 'PATCH', 'DELETE'];

/** The headers that a page of another origin may read. */
const EXPOSED = 'deprecation,etag,retry-after,x-d1-bookmark,x-error-code,x-error-path,x-incomplete-fields,x-request-id';

const preflight = cors({
  origin: (origin, c) => (c.env.isAllowedOrigin(origin) ? origin : null),
  allowMethods: (_origin, { req }) => (req.path === '/graphql' || req.path === '/export' ? READ_AND_RUN : ANY_METHOD),
  allowHeaders: [
    'apollographql-client-name',
    'apollographql-client-version',
    'authorization',
    'content-type',
    'idempotency-key',
    'if-none-match',
    'traceparent',
    'x-d1-bookmark',
  ],
  // Seconds for which a browser caches a preflight response: the maximum that any browser accepts.
  maxAge: 86_400,
});

/**
 * Gives a request its id, and its answer the headers that depend on the request. Of a request that is no preflight, CORS is three headers:
 * the middleware of Hono would copy the response twice for them.
 */
const identifiable: AppHandler = async (c, next) => {
  const requestId = crypto.randomUUID();
  c.set('requestId', requestId);
  c.set('outcome', { operation: null, code: 'OK' });
  logForeignOrigin(c);
  await next();
  const { headers } = c.res;
  headers.set('x-request-id', requestId);
  headers.set('access-control-expose-headers', EXPOSED);
  const origin = c.req.header('origin');
  if (origin !== undefined && c.env.isAllowedOrigin(origin)) headers.set('access-control-allow-origin', origin);
  if (c.req.method !== 'OPTIONS') headers.append('vary', 'Origin');
  // After `secureHeaders`, which would replace it.
  const policy = c.get('contentPolicy');
  if (policy) headers.set('content-security-policy', policy);
};
