import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { requestId } from 'hono/request-id';
import { secureHeaders } from 'hono/secure-headers';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { authenticate, distrust } from './auth/authenticate.ts';
import { delegateKeyOf } from './auth/delegate-token.ts';
import { Failures } from './auth/failures.ts';
import type { Identity } from './auth/identity.ts';
import type { Fetch } from './auth/published-keys.ts';
import type { SignIn } from './auth/sign-in.ts';
import { recordUse } from './auth/token-use.ts';
import { createContext } from './context.ts';
import type { Usage } from './engine/d1/metered.ts';
import { Session } from './engine/d1/session.ts';
import { unavailableBeneath } from './engine/d1/unavailable.ts';
import { parseIdempotencyKey } from './graphql/admission/idempotency.ts';
import type { Outcome } from './graphql/admission/request-context.ts';
import { withShortEchoes } from './graphql/echo.ts';
import { type ErrorLine, errorLine } from './graphql/error-log.ts';
import { exportList, exportRequestIn } from './graphql/export/export.ts';
import { LIMITS } from './graphql/limits.ts';
import { DEFAULT_MEDIA_TYPE, mediaTypeFor } from './graphql/media-type.ts';
import { yoga } from './graphql/yoga.ts';
import { type Pause, personOf } from './operations/context.ts';

/** What the app needs from its environment. */
export interface Services {
  readonly d1: D1Database;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** The secret that signs delegate tokens, at least 32 bytes. Omit to neither make nor accept delegate tokens. */
  readonly delegateSecret?: string | undefined;
  /** Fetches the keys of token issuers. */
  readonly fetch: Fetch;
  /** Origins whose pages may call the API from a browser. */
  readonly origins: readonly string[];
  /** What sign-in pages of staff are told. `null`: nothing. */
  readonly signIn: SignIn | null;
  /** The URL that a browser opening /graphql is redirected to. `null`: there is no explorer, as in production. */
  readonly explorer: string | null;
  /** Whether errors suggest names of the schema. For development only. */
  readonly suggestions: boolean;
  /** Whether only the documents of `schema/documents` can be run. */
  readonly trustedOnly: boolean;
  /** Whether delegates can run any document, which is logged as an error. For development only. */
  readonly delegatesRunAny: boolean;
  /** The id of the deployment, which every ETag depends on: answers of an earlier deployment are not reused. `null`: no ETags. */
  readonly version: string | null;
  /** Limits the requests of each caller. Omit for no limit. */
  readonly rateLimit?: RateLimit | undefined;
  /** Limits the requests without a valid token from each address. Omit for no limit. */
  readonly failureLimit?: RateLimit | undefined;
  /** Waits before a write that lost a race is retried. Defaults to random pauses that grow with each attempt. */
  readonly pause?: Pause | undefined;
  /** Runs work that the answer does not wait for. */
  readonly afterwards: (work: () => Promise<void>) => void;
  readonly log: (line: RequestLine) => void;
  readonly logError: (line: ErrorLine) => void;
}

/** The log line of a request to /graphql or /export. An export has a line of its own, and one for each page. It contains neither the document and its variables nor the answer. */
export interface RequestLine {
  readonly requestId: string;
  /** `null` if the caller is not authenticated. */
  readonly organization: string | null;
  /** The id of the API token, the token issuer or the staff issuer. A delegate's requests have the id of its issuer. */
  readonly actor: string | null;
  /** The id of the delegate or the person that acted by a token of `actor`. `null`: the actor itself. */
  readonly delegate: string | null;
  readonly operation: string | null;
  /** `OK`, or the code of the first error. */
  readonly outcome: string;
  /** Why the caller's token is not valid, which the caller is not told. `null`: the token is valid. */
  readonly reason: string | null;
  readonly status: number;
  readonly d1Calls: number;
  /** SQL statements of these calls. D1 allows 1,000 in one invocation. */
  readonly statements: number;
  readonly rowsRead: number;
  /** Milliseconds from request to response. */
  readonly duration: number;
}

interface Variables {
  readonly outcome: Outcome;
  /** Why the token is not valid, on a 401. */
  readonly reason: string | undefined;
  /** The caller, once it is authenticated. */
  readonly identity: Identity | undefined;
  /** What the request costs, once it is executed. */
  readonly served: { readonly usage: Usage; readonly session: Session } | undefined;
}

/** The HTTP layer around GraphQL: authentication, limits, logging, and the response to unexpected errors. */
export const app = new Hono<{ Bindings: Services; Variables: Variables }>();

app.use(requestId({ headerName: '' }));
app.use(async (c, next) => {
  c.set('outcome', { operation: null, code: 'OK' });
  await next();
  c.header('x-request-id', c.var.requestId);
});
app.use(secureHeaders({ contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] }, xFrameOptions: 'DENY' }));
app.use(
  cors({
    origin: (origin, c) => (c.env.origins.includes(origin) ? origin : null),
    allowMethods: ['GET', 'HEAD', 'POST'],
    allowHeaders: ['authorization', 'content-type', 'idempotency-key', 'if-none-match', 'x-d1-bookmark'],
    exposeHeaders: ['etag', 'retry-after', 'x-d1-bookmark', 'x-request-id'],
    // Seconds for which a browser caches a preflight response: the maximum that any browser accepts.
    maxAge: 86_400,
  }),
);

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

/** Returns the caller of a request, or the response to a request without a valid token. */
async function identified(c: AppContext, now: number): Promise<Identity | Response> {
  const failures = new Failures(c.req.header('cf-connecting-ip') ?? null, now);
  const caller = await authenticate(c.req.header('authorization') ?? null, {
    d1: c.env.d1,
    delegateKey: delegateKeyOf(c.env.delegateSecret),
    fetch: c.env.fetch,
    waitUntil: (work) => c.executionCtx.waitUntil(work),
    now,
    isBlocked: failures.isBlocked,
  });
  if (caller.ok) {
    c.set('identity', caller.value);
    return caller.value;
  }
  c.set('reason', caller.reason);
  return refuseUnknown(c, failures);
}

/** Counts a request against the caller's rate limit. Returns the response to a request over it. */
async function refuseExcess(c: AppContext, identity: Identity): Promise<Response | null> {
  const { rateLimit } = c.env;
  if (!rateLimit || (await isWithin(rateLimit, callerOf(identity)))) return null;
  const { limit, period } = LIMITS.rate;
  c.header('retry-after', String(period));
  return fail(c, 429, 'RATE_LIMITED', `This token has sent more than ${limit} requests in ${period} seconds; wait ${period} seconds.`);
}

/** Returns the rate limit key of a caller. It includes the issuer of a delegate or person, because two issuers can use one id. */
function callerOf({ actor }: Identity): string {
  const person = personOf(actor);
  return JSON.stringify(person === null ? [actor.id] : [actor.id, person]);
}

/** Returns whether a request is within a limit. A limiter that fails counts as within, so that its failure does not stop the API. */
async function isWithin(rateLimit: RateLimit, key: string): Promise<boolean> {
  try {
    return (await rateLimit.limit({ key })).success;
  } catch {
    return true;
  }
}

/** The log line of a document that a delegate runs in development only. */
const untrustedLine = (requestId: string): ErrorLine => ({
  requestId,
  name: 'DOCUMENT_NOT_TRUSTED',
  message: 'A delegate ran a document that is not in schema/documents.json. Production refuses it: import it by `npm run documents`.',
});

type AppContext = Parameters<Parameters<typeof app.notFound>[0]>[0];

/** Returns the response to a request without a valid token: 401, or 429 if its address has sent too many. */
async function refuseUnknown(c: AppContext, failures: Failures): Promise<Response> {
  const { failureLimit } = c.env;
  const { limit, period } = LIMITS.failures;
  if (failureLimit && (await failures.areTooMany((network) => isWithin(failureLimit, network), period))) {
    c.header('retry-after', String(period));
    const message = `More than ${limit} requests without a valid token came from this address in ${period} seconds; wait ${period} seconds.`;
    return fail(c, 429, 'RATE_LIMITED', message);
  }
  c.header('www-authenticate', 'Bearer');
  return fail(c, 401, 'UNAUTHENTICATED', 'Send a valid token as `Authorization: Bearer <token>`.');
}

/** Returns an error response in the shape and the media type of a GraphQL response. */
function fail(c: AppContext, status: ContentfulStatusCode, code: string, message: string): Response {
  const { requestId, outcome } = c.var;
  outcome.code = code;
  const mediaType = mediaTypeFor(c.req.header('accept') ?? null) ?? DEFAULT_MEDIA_TYPE;
  return c.json({ errors: [{ message: withShortEchoes(message), extensions: { code, requestId } }] }, status, {
    'content-type': `${mediaType}; charset=utf-8`,
  });
}
