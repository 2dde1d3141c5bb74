import { precondition, type Refusal } from './refusal.ts';
import { ok, type Result, refuse } from './result.ts';

/**
 * Refuses with CONFLICT a write whose expected revision differs from the current one. `null` skips the check (README, "Promises on
 * writes").
 */
export function requireRevision(
  what: 'account' | 'plan' | 'draft' | 'webhook',
  expected: number | null,
  current: number,
): Result<undefined> {
  if (expected === null || expected === current) return ok();
  const message = `The ${what} is at revision ${current}, not ${expected}. Read it again before you decide.`;
  return refuse({ kind: 'Conflict', code: 'CONFLICT', message, path: ['expectedRevision'], currentRevision: current });
}

/**
 * Returns the CONFLICT refusal of a write that lost to other writers on every attempt. `currentRevision` is the revision of the entity that
 * they changed; `null` if it has none.
 */
export function conflictAfterRetries(attempts: number, currentRevision: number | null): Refusal {
  const message = `Other writes were first ${attempts} times in a row. Nothing was written. Send the request again.`;
  if (currentRevision === null) return precondition('CONFLICT', message);
  return { kind: 'Conflict', code: 'CONFLICT', message, path: ['expectedRevision'], currentRevision };
}

/**
 * Returns the instant of a change: `now`, or one millisecond after the previous change if the clock has not moved on or went back. Changes
 * of one thing therefore have strictly increasing instants.
 */
export const instantAfter = (last: number, now: number): number => Math.max(now, last + 1);
