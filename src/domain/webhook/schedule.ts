const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Milliseconds between a failed attempt and the next one (README, "Webhooks"). They are the earliest: the clock runs each minute. */
const PAUSES = [5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR] as const;

/** Milliseconds for which the previous secret signs deliveries too, after a rotation. */
export const SECRET_OVERLAP = 24 * HOUR;

/** The end of an attempt: an HTTP status, or why there is none. */
export type AttemptEnd = { readonly status: number } | { readonly error: 'TIMEOUT' | 'UNREACHABLE' };

/** What follows from an attempt. `retry`: the instant, in milliseconds since 1970, from which the next attempt is due. */
export type Consequence =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'retry'; readonly at: number; readonly error: string }
  | { readonly kind: 'disable'; readonly error: string };

/**
 * Decides what follows from an attempt. Only 2xx is a delivery: a redirect is not followed. 410 disables the endpoint at once. The first
 * failure at 12:00:00 is tried again from 12:00:05, the second one from five minutes after it, the tenth never.
 * @param attempts the number of attempts of this event since the endpoint last changed, including this one
 */
export function consequenceOf(end: AttemptEnd, attempts: number, now: number): Consequence {
  if ('status' in end && end.status >= 200 && end.status < 300) return { kind: 'delivered' };
  const error = 'status' in end ? `HTTP ${end.status}` : end.error;
  const pause = PAUSES[attempts - 1];
  if (pause === undefined || error === 'HTTP 410') return { kind: 'disable', error };
  return { kind: 'retry', at: now + pause, error };
}
