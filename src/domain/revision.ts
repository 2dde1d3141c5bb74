import { precondition, type Refusal } from './refusal.ts';
import { ok, type Result, refuse } from './result.ts';

/**
 * Refuses a write that names another revision than the one that `what` is at (CONFLICT, with the current one); null names none
 * (README, "Promises on writes").
 */
export function requireRevision(what: 'account' | 'plan', expected: number | null, current: number): Result<undefined> {
  if (expected === null || expected === current) return ok();
  const message = `The ${what} is at revision ${current}, not ${expected}: read it again, and decide anew.`;
  return refuse({ kind: 'Conflict', code: 'CONFLICT', message, path: ['expectedRevision'], currentRevision: current });
}

/**
 * The refusal of a write that other writers came before each time that it was tried (CONFLICT). `currentRevision` is that of the entity that
 * they changed; null where it has none.
 */
export function conflictAfterRetries(attempts: number, currentRevision: number | null): Refusal {
  const message = `Other writers came first ${attempts} times in a row. Nothing was written; send the request again.`;
  if (currentRevision === null) return precondition('CONFLICT', message);
  return { kind: 'Conflict', code: 'CONFLICT', message, path: ['expectedRevision'], currentRevision };
}

/**
 * The instant of a change: now, or just after the change before it where the clock has not moved on or went back. So no two changes of one
 * thing have the same instant, and a later one has a later one.
 */
export const instantAfter = (last: number, now: number): number => Math.max(now, last + 1);
