import { authenticate, bearerToken } from '../auth/authenticate.ts';
import { Failures } from '../auth/failures.ts';
import type { Identity } from '../auth/identity.ts';
import { secretKeyOf } from '../auth/secret-key.ts';
import { LIMITS } from '../graphql/limits.ts';
import { personOf } from '../operations/context.ts';
import { fail } from './failure.ts';
import type { AppContext } from './services.ts';

/** Returns the caller of a request, or the response to a request without a valid token. */
export async function identified(c: AppContext, now: number): Promise<Identity | Response> {
  const header = c.req.header('authorization') ?? null;
  const failures = new Failures(c.req.header('cf-connecting-ip') ?? null, bearerToken(header), now);
  const caller = await authenticate(header, {
    d1: c.env.d1,
    delegateKey: secretKeyOf(c.env.delegateSecret),
    fetch: c.env.fetch,
    waitUntil: (work) => c.executionCtx.waitUntil(work),
    now,
    isBlocked: () => failures.isBlocked(),
  });
  if (caller.ok) {
    c.set('identity', caller.value);
    return caller.value;
  }
  c.set('reason', caller.reason);
  return refuseUnknown(c, failures);
}

/** Counts a request against the caller's rate limit. Returns the response to a request over it. */
export async function refuseExcess(c: AppContext, identity: Identity): Promise<Response | null> {
  const { rateLimit } = c.env;
  if (!rateLimit || (await isWithin(rateLimit, callerOf(identity)))) return null;
  const { limit, period } = LIMITS.rate;
  c.header('retry-after', String(period));
  return fail(c, 429, 'RATE_LIMITED', `This token has sent more than ${limit} requests in ${period} seconds; wait ${period} seconds.`);
}

/** Returns the rate limit key of a caller. It includes the issuer of a delegate or person, because two issuers can use one id. */
export function callerOf({ actor }: Identity): string {
  const person = personOf(actor);
  return JSON.stringify(person === null ? [actor.id] : [actor.id, person]);
}

/** Returns whether a request is within a limit. A limiter that fails counts as within, so that its failure does not stop the API. */
export async function isWithin(rateLimit: RateLimit, key: string): Promise<boolean> {
  try {
    return (await rateLimit.limit({ key })).success;
  } catch {
    return true;
  }
}

/** Returns the response to a request without a valid token: 401, or 429 if its address has sent too many. */
async function refuseUnknown(c: AppContext, failures: Failures): Promise<Response> {
  const { failureLimit } = c.env;
  const { limit, period } = LIMITS.failures;
  if (failureLimit && (await failures.areTooMany((key) => isWithin(failureLimit, key), period))) {
    c.header('retry-after', String(period));
    const message = `More than ${limit} requests without a valid token came from this address in ${period} seconds; wait ${period} seconds.`;
    return fail(c, 429, 'RATE_LIMITED', message);
  }
  c.header('www-authenticate', 'Bearer');
  return fail(c, 401, 'UNAUTHENTICATED', 'Send a valid token as `Authorization: Bearer <token>`.');
}
