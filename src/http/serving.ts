import { bodyLimit } from 'hono/body-limit';
import { distrust } from '../auth/authenticate.ts';
import { secretKeyOf } from '../auth/secret-key.ts';
import { recordUse } from '../auth/token-use.ts';
import { createContext } from '../context.ts';
import { grouped } from '../domain/count.ts';
import { Session } from '../engine/d1/session.ts';
import { BODY_CUT } from '../graphql/admission/body-text.ts';
import { parseIdempotencyKey } from '../graphql/admission/idempotency.ts';
import { type ErrorLine, errorLine } from '../graphql/error-log.ts';
import { LIMITS } from '../graphql/limits.ts';
import { personOf } from '../operations/context.ts';
import { deliverEventsOf } from '../operations/webhook/deliver.ts';
import { delivererOf } from '../webhooks.ts';
import { callerOf, identified, isWithin, refuseExcess } from './callers.ts';
import { fail } from './failure.ts';
import type { AppHandler } from './services.ts';

// The steps that a request to the API takes, whatever its transport: `logged`, `withinBodyLimit`, `identify`, `opened`.

/** Logs the request, and answers the bookmark of its D1 session. No answer is stored unless it says so itself. */
export const logged: AppHandler = async (c, next) => {
  const began = c.env.now();
  await next();
  const { headers } = c.res;
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
  const { requestId, identity, served, outcome, reason = null } = c.var;
  if (served?.session.bookmark) headers.set('x-d1-bookmark', served.session.bookmark);
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
    rowsWritten: served?.usage.rowsWritten ?? 0,
    duration: c.env.now() - began,
  });
};

const limited: AppHandler = bodyLimit({
  maxSize: LIMITS.body,
  onError: (c) => fail(c, 413, 'BAD_REQUEST', `The body is over ${grouped(LIMITS.body)} bytes.`),
});

/** Refuses a body over the limit. One that tells its length is not looked at, as the middleware would do to learn whether there is one. */
export const withinBodyLimit: AppHandler = (c, next) => {
  const isTold = c.req.header('transfer-encoding') === undefined && Number(c.req.header('content-length')) <= LIMITS.body;
  if (isTold) return next();
  let hasArrived = false;
  const arrived = () => {
    hasArrived = true;
    return next();
  };
  return limited(c, arrived).catch((error: unknown) => {
    if (hasArrived) throw error;
    return fail(c, 400, 'BAD_REQUEST', BODY_CUT);
  });
};

/** Authenticates the caller and counts the request against the caller's rate limit. */
export const identify: AppHandler = async (c, next) => {
  const at = c.env.now();
  const identity = await identified(c, at);
  if (identity instanceof Response) return identity;
  const excess = await refuseExcess(c, identity);
  if (excess) return excess;
  c.set('caller', { identity, at });
  return next();
};

/** Opens a D1 session and the context in which the request runs. Follows `identify`. */
export const opened: AppHandler = async (c, next) => {
  const [requestId, outcome] = [c.get('requestId'), c.get('outcome')];
  const { identity, at } = c.get('caller');
  const { d1, logError, pages, rateLimit, suggestions, version } = c.env;
  const key = parseIdempotencyKey(c.req.header('idempotency-key'));
  if (!key.ok) return fail(c, 400, 'BAD_REQUEST', key.refusals[0].message);
  const use = recordUse(identity, d1, at);
  if (use) c.executionCtx.waitUntil(use);
  const session = new Session(d1, c.req.header('x-d1-bookmark') ?? null);
  const context = createContext(
    identity,
    { requestId, idempotencyKey: key.value, now: at },
    {
      d1: session,
      delegateKey: secretKeyOf(c.env.delegateSecret),
      afterwards: (work) => c.env.afterwards(() => work().catch((error: unknown) => logError(errorLine(error, requestId)))),
      pause: c.env.pause,
      webhooks: {
        key: secretKeyOf(c.env.webhookSecret),
        rules: { allowsLocalhost: c.env.deliversLocally, ownHost: new URL(c.req.url).hostname },
      },
      deliver: async (budget) => {
        const deliverer = delivererOf(c.env, requestId);
        if (deliverer) await deliverEventsOf(d1, identity.orgId, deliverer, budget);
      },
    },
  );
  c.set('served', { usage: context.store.usage, session });
  const countMore = async (times: number) => {
    const counted = Array.from({ length: rateLimit ? times : 0 }, () => rateLimit && isWithin(rateLimit, callerOf(identity)));
    return (await Promise.all(counted)).every(Boolean);
  };
  const isDelegate = identity.actor.delegate !== null;
  const trustedOnly = c.env.trustedOnly || (isDelegate && !c.env.delegatesRunAny);
  const reportUntrusted = isDelegate && !trustedOnly ? () => logError(untrustedLine(requestId)) : null;
  const own = { suggestions, trustedOnly, reportUntrusted, pages, version, documentId: null, countMore, logError, outcome };
  c.set('context', { ...context, ...own });
  await next();
  if (c.res.status === 401) distrust(identity);
  return undefined;
};

/** The log line of a document that a delegate runs in development only. */
const untrustedLine = (requestId: string): ErrorLine => ({
  requestId,
  name: 'DOCUMENT_NOT_TRUSTED',
  message: 'A delegate ran a document that is not in schema/documents.json. Production refuses it: import it by `npm run documents`.',
});
