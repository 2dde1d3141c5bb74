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
