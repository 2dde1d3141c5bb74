import { type AvailableAction, availableActions } from './availability.ts';
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

/** What is recorded of a job. Its status follows from these facts. Instants are milliseconds since 1970. */
export interface JobFacts {
  readonly requiresConfirmation: boolean;
  readonly confirmedAt: number | null;
  readonly cancelledAt: number | null;
  readonly totalEntries: number;
  readonly completedEntries: number;
  readonly failedEntries: number;
  /** The instant of the last change of any of these facts. */
  readonly updatedAt: number;
}

/** The state of a job (README, "Jobs"). A job and its entries are created in one write, so it is never SCHEDULED or INITIALIZED. */
export type JobState =
  | { readonly status: 'WAITING_FOR_CONFIRMATION'; readonly confirmedAt: null; readonly settledAt: null }
  | { readonly status: 'PENDING' | 'IN_PROGRESS'; readonly confirmedAt: number | null; readonly settledAt: null }
  | { readonly status: 'COMPLETED' | 'FAILED' | 'CANCELLED'; readonly confirmedAt: number | null; readonly settledAt: number };

/** The result of a command: no change, or the facts to record and the state that follows from them. */
export type JobMove = { readonly changed: false } | { readonly changed: true; readonly facts: JobFacts; readonly state: JobState };

export const JOB_ACTIONS = ['CONFIRM', 'REJECT'] as const;
export type JobAction = (typeof JOB_ACTIONS)[number];

/** Why an entry ended. */
export interface EntryReason {
  readonly code: RefusalCode;
  /** A sentence for a person. */
  readonly message: string;
}

/** How an entry ended. A completed entry has a reason only if there was nothing to do. */
export type EntryOutcome =
  | { readonly status: 'COMPLETED'; readonly reason: EntryReason | null }
  | { readonly status: 'FAILED'; readonly reason: EntryReason };

const UNCHANGED: JobMove = { changed: false };

/** Returns the state of a job. A job without entries is COMPLETED at once. A job with a failed entry is FAILED when its last entry ends. */
export function jobState(facts: JobFacts): JobState {
  const { requiresConfirmation, confirmedAt, cancelledAt, totalEntries, failedEntries, updatedAt } = facts;
  const ended = endedEntries(facts);
  if (cancelledAt !== null) return { status: 'CANCELLED', confirmedAt, settledAt: cancelledAt };
  if (ended === totalEntries) return { status: failedEntries > 0 ? 'FAILED' : 'COMPLETED', confirmedAt, settledAt: updatedAt };
  if (requiresConfirmation && confirmedAt === null) return { status: 'WAITING_FOR_CONFIRMATION', confirmedAt, settledAt: null };
  return { status: ended > 0 ? 'IN_PROGRESS' : 'PENDING', confirmedAt, settledAt: null };
}

/** The number of entries that have not ended, by status. They are cancelled if the job is. */
export function remainingEntries(facts: JobFacts): { readonly pending: number; readonly cancelled: number } {
  const left = facts.totalEntries - endedEntries(facts);
  return facts.cancelledAt === null ? { pending: left, cancelled: 0 } : { pending: 0, cancelled: left };
}

/**
 * WAITING_FOR_CONFIRMATION -> PENDING. Confirming a confirmed job changes nothing. Refuses with ILLEGAL_TRANSITION if the job was rejected
 * or needs no confirmation, and as `target` does.
 * @param target whether the target of the migration can take accounts
 */
export function confirmJob(facts: JobFacts, now: number, target: Result<undefined>): Result<JobMove> {
  const { status } = jobState(facts);
  if (facts.confirmedAt !== null && status !== 'CANCELLED') return ok(UNCHANGED);
  if (status !== 'WAITING_FOR_CONFIRMATION') return refuse(illegal(status, 'PENDING', 'is not waiting for confirmation'));
  return target.ok ? ok(move({ ...facts, confirmedAt: now, updatedAt: now })) : target;
}

/**
 * Any job that has not ended -> CANCELLED. Ended entries stay as they are; pending entries are cancelled. Rejecting a rejected job changes
 * nothing.
 */
export function rejectJob(facts: JobFacts, now: number): Result<JobMove> {
  const { status } = jobState(facts);
  if (status === 'CANCELLED') return ok(UNCHANGED);
  if (status === 'COMPLETED' || status === 'FAILED') return refuse(illegal(status, 'CANCELLED', 'has ended'));
  return ok(move({ ...facts, cancelledAt: now, updatedAt: now }));
}

/**
 * Returns the actions of a job and whether each is allowed now, by the same transitions that perform them.
 * @param target whether the target of the migration can take accounts
 */
export function availableJobActions(facts: JobFacts, now: number, target: Result<undefined>): readonly AvailableAction<JobAction>[] {
  return availableActions(JOB_ACTIONS, (action) => (action === 'CONFIRM' ? confirmJob(facts, now, target) : rejectJob(facts, now)));
}

/** Returns how an entry ends. A refused decision fails the entry; a `null` decision means that there was nothing to do. */
export function entryOutcome(decision: Result<unknown>, nothingToDo: string): EntryOutcome {
  if (!decision.ok) return { status: 'FAILED', reason: reasonOf(decision.refusals[0]) };
  return { status: 'COMPLETED', reason: decision.value === null ? { code: 'NOTHING_TO_CHANGE', message: nothingToDo } : null };
}

const endedEntries = ({ completedEntries, failedEntries }: JobFacts): number => completedEntries + failedEntries;

const reasonOf = ({ code, message }: Refusal): EntryReason => ({ code, message });

const move = (facts: JobFacts): JobMove => ({ changed: true, facts, state: jobState(facts) });

function illegal(from: JobStatus, to: JobStatus, why: string): RefusalOf<'IllegalTransition'> {
  return { kind: 'IllegalTransition', code: 'ILLEGAL_TRANSITION', message: `The job is ${from}: it ${why}.`, path: ['jobId'], from, to };
}
