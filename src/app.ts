import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { requestId } from 'hono/request-id';
import { secureHeaders } from 'hono/secure-headers';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { distrust } from './auth/authenticate.ts';
import { delegateKeyOf } from './auth/delegate-token.ts';
import { recordUse } from './auth/token-use.ts';
import { createContext } from './context.ts';
import { Session } from './engine/d1/session.ts';
import { unavailableBeneath } from './engine/d1/unavailable.ts';
import { parseIdempotencyKey } from './graphql/admission/idempotency.ts';
import { type ErrorLine, errorLine } from './graphql/error-log.ts';
import { exportList, exportRequestIn } from './graphql/export/export.ts';
import { LIMITS } from './graphql/limits.ts';
import { mediaTypeFor } from './graphql/media-type.ts';
import { yoga } from './graphql/yoga.ts';
import { callerOf, identified, isWithin, refuseExcess } from './http/callers.ts';
import { fail } from './http/failure.ts';
import { logForeignOrigin } from './http/origins.ts';
import type { RequestLine, Services, Variables } from './http/services.ts';
import { personOf } from './operations/context.ts';

/** The HTTP layer around GraphQL: authentication, limits, logging, and the response to unexpected errors. */
export const app = new Hono<{ Bindings: Services; Variables: Variables }>();

app.use(requestId({ headerName: '' }));
app.use(async (c, next) => {
  c.set('outcome', { operation: null, code: 'OK' });
  await next();
  c.header('x-request-id', c.var.requestId);
});
app.use((c, next) => {
  logForeignOrigin(c);
  return next();
});
app.use(secureHeaders({ contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] }, xFrameOptions: 'DENY' }));
app.use(
  cors({
    origin: (origin, c) => (c.env.isAllowedOrigin(origin) ? origin : null),
    allowMethods: ['GET', 'HEAD', 'POST'],
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
    exposeHeaders: ['etag', 'retry-after', 'x-d1-bookmark', 'x-request-id'],
    // Seconds for which a browser caches a preflight response: the maximum that any browser accepts.
    maxAge: 86_400,
  }),
);

// What a person finds who opens the address of the deployment. It tells of no data and no schema.
app.get('/', (c) => {
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
app.get('/health', (c) => {
  c.header('cache-control', 'no-store');
  return c.json({ status: 'ok' });
});

// A sign-in page has no token yet, so anyone can read this. It does not call D1.
app.get('/sign-in', (c, next) => {
  if (!c.env.signIn) return next();
  c.header('cache-control', 'no-store');
  return Promise.resolve(c.json(c.env.signIn));
});

app.get('/graphql', (c, next) => {
  const { explorer } = c.env;
  const wantsPage = c.req.header('accept')?.includes('text/html') && new URL(c.req.url).search === '';
  return explorer !== null && wantsPage ? Promise.resolve(c.redirect(explorer)) : next();
});

app.use('/:route{graphql|export}', async (c, next) => {
  const began = c.env.now();
  await next();
  if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store');
  const { requestId, identity, served, outcome, reason = null } = c.var;
  if (served?.session.bookmark) c.header('x-d1-bookmark', served.session.bookmark);
  c.env.log({
    requestId,
    organization: identity?.orgId ?? null,
    actor: identity?.actor.id ?? null,
    delegate: identity ? personOf(identity.actor) : null,
    operation: outcome.operation,
    outcome: outcome.code,
    reason,
    status: c.res.status,
    d1Calls: served?.usage.d1Calls ?? 0,
    statements: served?.usage.statements ?? 0,
    rowsRead: served?.usage.rowsRead ?? 0,
    duration: c.env.now() - began,
  });
});

app.use(
  '/graphql',
  bodyLimit({ maxSize: LIMITS.body, onError: (c) => fail(c, 413, 'BAD_REQUEST', `The body is over ${LIMITS.body} bytes.`) }),
);

// Without this check, a form on any page could run a mutation, because a form can send other content types.
app.post('/graphql', (c, next) => {
  const type = c.req.header('content-type') ?? '';
  if (/^application\/(graphql\+)?json\b/i.test(type)) return next();
  return Promise.resolve(fail(c, 415, 'BAD_REQUEST', `Send the request as \`content-type: application/json\`, not "${type}".`));
});

app.on(['GET', 'POST'], '/graphql', async (c) => {
  const { d1, now, rateLimit, suggestions, version } = c.env;
  const at = now();
  const identity = await identified(c, at);
  if (identity instanceof Response) return identity;
  const excess = await refuseExcess(c, identity);
  if (excess) return excess;
  // Checked before execution, so that a mutation is not written and then refused its answer.
  if (mediaTypeFor(c.req.header('accept') ?? null) === null)
    return fail(c, 406, 'BAD_REQUEST', 'Accept `application/graphql-response+json` or `application/json`: there is no other answer.');
  const key = parseIdempotencyKey(c.req.header('idempotency-key'));
  if (!key.ok) return fail(c, 400, 'BAD_REQUEST', key.refusals[0].message);
  const use = recordUse(identity, d1, at);
  if (use) c.executionCtx.waitUntil(use);
  const { requestId } = c.var;
  const { logError } = c.env;
  const afterwards = (work: () => Promise<void>) =>
    c.env.afterwards(() => work().catch((error: unknown) => logError(errorLine(error, requestId))));
  const session = new Session(d1, c.req.header('x-d1-bookmark') ?? null);
  const request = { requestId, idempotencyKey: key.value, now: at };
  const delegateKey = delegateKeyOf(c.env.delegateSecret);
  const context = createContext(identity, request, { d1: session, delegateKey, afterwards, pause: c.env.pause });
  c.set('served', { usage: context.store.usage, session });
  const countMore = async (times: number) => {
    const counted = Array.from({ length: rateLimit ? times : 0 }, () => rateLimit && isWithin(rateLimit, callerOf(identity)));
    return (await Promise.all(counted)).every(Boolean);
  };
  const trustedOnly = c.env.trustedOnly || (identity.actor.delegate !== null && !c.env.delegatesRunAny);
  const servedContext = {
    ...context,
    suggestions,
    trustedOnly,
    reportUntrusted: identity.actor.delegate !== null && !trustedOnly ? () => logError(untrustedLine(requestId)) : null,
    version,
    documentId: null,
    countMore,
    logError,
    outcome: c.var.outcome,
  };
  const { raw } = c.req;
  // A HEAD request is executed as a GET; the runtime removes the body of the response.
  const response = await yoga.fetch(raw.method === 'HEAD' ? new Request(raw, { method: 'GET' }) : raw, servedContext);
  if (response.status === 401) distrust(identity);
  return response;
});

app.all('/graphql', (c) => {
  c.header('allow', 'GET, HEAD, POST');
  return fail(c, 405, 'METHOD_NOT_ALLOWED', 'Send a query by GET or POST, a mutation by POST.');
});

// Each page of an export is a request to /graphql: it is authenticated, counted against the rate limit, checked and logged by itself.
app.get('/export', async (c) => {
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
  return exportList(request, { send, statements: () => statements }, c.req.header('x-d1-bookmark') ?? null);
});

app.all('/export', (c) => {
  c.header('allow', 'GET');
  return fail(c, 405, 'METHOD_NOT_ALLOWED', 'Export a list by GET.');
});

app.notFound((c) => fail(c, 404, 'NOT_FOUND', `There is nothing at ${c.req.path}. The API is at /graphql.`));

app.onError((error, c) => {
  c.env.logError(errorLine(error, c.var.requestId));
  if (unavailableBeneath(error))
    return fail(c, 503, 'UNAVAILABLE', 'The database did not answer. Nothing was written; send the request again.');
  return fail(c, 500, 'INTERNAL_SERVER_ERROR', 'Something went wrong on our side; quote the request id.');
});

/** The log line of a document that a delegate runs in development only. */
const untrustedLine = (requestId: string): ErrorLine => ({
  requestId,
  name: 'DOCUMENT_NOT_TRUSTED',
  message: 'A delegate ran a document that is not in schema/documents.json. Production refuses it: import it by `npm run documents`.',
});
