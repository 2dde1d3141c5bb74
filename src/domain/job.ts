import type { Refusal, RefusalCode, RefusalOf } from './refusal.ts';
import { ok, type Result, refuse } from './result.ts';

export const JOB_STATUSES = [
  'SCHEDULED',
  'PENDING',
  'INITIALIZED',
  'WAITING_FOR_CONFIRMATION',
  'IN_PROGRESS',
  'COMPLETED',
  'FAILED',
  'CANCELLED',
] as const;
export type JobStatus = (typeof JOB_STATUSES)[number];

export const JOB_ENTRY_STATUSES = ['PENDING', 'IN_PROGRESS', 'COMPLETED', 'FAILED', 'CANCELLED'] as const;
export type JobEntryStatus = (typeof JOB_ENTRY_STATUSES)[number];

/** What is recorded of a job, which its status follows from. Instants are milliseconds since the epoch. */
export interface JobFacts {
  readonly requiresConfirmation: boolean;
  readonly confirmedAt: number | null;
  readonly cancelledAt: number | null;
  readonly totalEntries: number;
  readonly completedEntries: number;
  readonly failedEntries: number;
  /** When any of it last changed. */
  readonly updatedAt: number;
}

/** Where a job stands (README, "Jobs"). A job and its entries are made in one write, so it is never SCHEDULED or INITIALIZED. */
export type JobState =
  | { readonly status: 'WAITING_FOR_CONFIRMATION'; readonly confirmedAt: null; readonly settledAt: null }
  | { readonly status: 'PENDING' | 'IN_PROGRESS'; readonly confirmedAt: number | null; readonly settledAt: null }
  | { readonly status: 'COMPLETED' | 'FAILED' | 'CANCELLED'; readonly confirmedAt: number | null; readonly settledAt: number };

/** What a command comes to: the facts that it records, and the state that they make. */
export type JobMove = { readonly changed: false } | { readonly changed: true; readonly facts: JobFacts; readonly state: JobState };

export const JOB_ACTIONS = ['CONFIRM', 'REJECT'] as const;
export type JobAction = (typeof JOB_ACTIONS)[number];

/** Whether an action would change the job now, and if not, why. */
export interface JobActionAvailability {
  readonly action: JobAction;
  readonly allowed: boolean;
  readonly reason: string | null;
}

/** Why an entry ended as it did. */
export interface EntryReason {
  readonly code: RefusalCode;
  /** For people. */
  readonly message: string;
}

/** How an entry ends. A completed one has a reason only where there was nothing to do. */
export type EntryOutcome =
  | { readonly status: 'COMPLETED'; readonly reason: EntryReason | null }
  | { readonly status: 'FAILED'; readonly reason: EntryReason };

const UNCHANGED: JobMove = { changed: false };

/** A job without entries is COMPLETED at once; one of which an entry failed is FAILED when the last has ended. */
export function jobState(facts: JobFacts): JobState {
  const { requiresConfirmation, confirmedAt, cancelledAt, totalEntries, failedEntries, updatedAt } = facts;
  const ended = endedEntries(facts);
  if (cancelledAt !== null) return { status: 'CANCELLED', confirmedAt, settledAt: cancelledAt };
  if (ended === totalEntries) return { status: failedEntries > 0 ? 'FAILED' : 'COMPLETED', confirmedAt, settledAt: updatedAt };
  if (requiresConfirmation && confirmedAt === null) return { status: 'WAITING_FOR_CONFIRMATION', confirmedAt, settledAt: null };
  return { status: ended > 0 ? 'IN_PROGRESS' : 'PENDING', confirmedAt, settledAt: null };
}

/** How many entries of each status there are, besides those that have ended: what is left is cancelled with the job. */
export function remainingEntries(facts: JobFacts): { readonly pending: number; readonly cancelled: number } {
  const left = facts.totalEntries - endedEntries(facts);
  return facts.cancelledAt === null ? { pending: left, cancelled: 0 } : { pending: 0, cancelled: left };
}

/** WAITING_FOR_CONFIRMATION -> PENDING. Confirming twice is one confirmation, whatever has become of the job since but a rejection. */
export function confirmJob(facts: JobFacts, now: number): Result<JobMove> {
  const { status } = jobState(facts);
  if (facts.confirmedAt !== null && status !== 'CANCELLED') return ok(UNCHANGED);
  if (status !== 'WAITING_FOR_CONFIRMATION') return refuse(illegal(status, 'PENDING', 'does not wait for confirmation'));
  return ok(move({ ...facts, confirmedAt: now, updatedAt: now }));
}

/** Anything that has not ended -> CANCELLED: what is done stays, what is pending never happens. Rejecting twice is one rejection. */
export function rejectJob(facts: JobFacts, now: number): Result<JobMove> {
  const { status } = jobState(facts);
  if (status === 'CANCELLED') return ok(UNCHANGED);
  if (status === 'COMPLETED' || status === 'FAILED') return refuse(illegal(status, 'CANCELLED', 'is over'));
  return ok(move({ ...facts, cancelledAt: now, updatedAt: now }));
}

/** What can be done with the job now, by the very transitions that would do it. */
export function availableJobActions(facts: JobFacts, now: number): readonly JobActionAvailability[] {
  return JOB_ACTIONS.map((action) => {
    const result = TRANSITIONS[action](facts, now);
    if (!result.ok) return { action, allowed: false, reason: result.refusals[0].message };
    return result.value.changed ? { action, allowed: true, reason: null } : { action, allowed: false, reason: 'This is done already.' };
  });
}

/** What an entry comes to by its decision: a refusal is why it failed, and null means that there was nothing to do. */
export function entryOutcome(decision: Result<unknown>, nothingToDo: string): EntryOutcome {
  if (!decision.ok) return { status: 'FAILED', reason: reasonOf(decision.refusals[0]) };
  return { status: 'COMPLETED', reason: decision.value === null ? { code: 'NOTHING_TO_CHANGE', message: nothingToDo } : null };
}

const TRANSITIONS: Readonly<Record<JobAction, typeof confirmJob>> = { CONFIRM: confirmJob, REJECT: rejectJob };

const endedEntries = ({ completedEntries, failedEntries }: JobFacts): number => completedEntries + failedEntries;

const reasonOf = ({ code, message }: Refusal): EntryReason => ({ code, message });

const move = (facts: JobFacts): JobMove => ({ changed: true, facts, state: jobState(facts) });

function illegal(from: JobStatus, to: JobStatus, why: string): RefusalOf<'IllegalTransition'> {
  return { kind: 'IllegalTransition', code: 'ILLEGAL_TRANSITION', message: `A job that is ${from} ${why}.`, path: [], from, to };
}
