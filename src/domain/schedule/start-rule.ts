import { addDays, type Day, FIRST_DAY, FOREVER } from '../day.ts';
import type { PlanTerms } from '../price-plan/price-plan.ts';
import { cycleAt } from '../pricing-cycle.ts';
import type { RefusalOf } from '../refusal.ts';
import { ok, type Result, refuse } from '../result.ts';
import type { Period } from '../timeline/period.ts';
import { at, coalesceAt, firstDifference, slice } from '../timeline/timeline.ts';
import { effectiveTerms, type PlanVersions, type Schedules, sameContent, versionOf } from './schedule.ts';

declare module '../refusal.ts' {
  interface RefusalFacts {
    EffectiveDate: { readonly earliest: Day };
  }
}

/** What determines when a change of an account's schedules may start. `timeline` is the active one before the change. */
export interface StartContext {
  readonly timeline: Schedules;
  readonly today: Day;
  readonly versions: PlanVersions;
  /** Whether the account has ever had a schedule in its active timeline. */
  readonly everHadSchedule: boolean;
}

/** What the rule depends on: the schedule in force today, if there is one, with its terms. */
interface InForce extends Pick<StartContext, 'today' | 'everHadSchedule'> {
  readonly current: (Pick<PlanTerms, 'pricingCycle' | 'deferredRevenue' | 'allowOngoingCycleUpdates'> & { readonly period: Period }) | null;
}

/** Whether an account's active timeline was ever anything but empty: each change of it raises the timeline revision, from 0 on. */
export const hasEverHadSchedule = ({ timelineRevision }: { readonly timelineRevision: number }): boolean => timelineRevision > 0;

/**
 * Returns the earliest day on which a change may start, or `null` if any day is allowed (README, "Schedules"). For a MONTHLY cycle from the
 * 1st and today = 2026-05-20: 2026-05-01 with deferred revenue, 2026-05-21 without, 2026-05-20 if no schedule is in force.
 */
export function earliestChange(context: StartContext): Day | null {
  return startRule(context).earliest;
}

/** Returns the same day, from the schedule in force today alone. */
export const earliestChangeAfter = (inForce: InForce): Day | null => startRuleAfter(inForce).earliest;

/** Refuses with EFFECTIVE_FROM_TOO_EARLY a change that begins before the earliest day. The message explains the rule. */
export function checkStart(start: Day, context: StartContext): Result<undefined> {
  const { earliest, because } = startRule(context);
  if (earliest === null || start >= earliest) return ok();
  const message = `A change cannot begin on ${start}: ${because}. Begin on ${earliest} or later.`;
  const refusal: RefusalOf<'EffectiveDate'> = { kind: 'EffectiveDate', code: 'EFFECTIVE_FROM_TOO_EARLY', message, path: [], earliest };
  return refuse(refusal);
}

/** Applies the start rule to the first day on which another content would be in force. New ids and seams do not make a day differ. */
export function checkChange(after: Schedules, context: StartContext): Result<undefined> {
  const first = firstDifference(context.timeline, after, sameContent);
  return first === null ? ok() : checkStart(first, context);
}

/**
 * Returns the timeline with the schedules before the earliest day as they were. An accepted change says the same on each of these days, but a
 * seam that it adds or removes there would cut or join cycles that may be invoiced already.
 *
 * Earliest 2026-05-21, one schedule from 2026-01-01, and an edit of equal content from 2026-03-01: the schedule is not divided on 2026-03-01.
 */
export function withEarlySchedules(after: Schedules, context: StartContext): Schedules {
  const earliest = earliestChange(context);
  if (earliest === null) return after;
  const early = slice(context.timeline, { start: FIRST_DAY, end: earliest });
  const late = slice(after, { start: earliest, end: FOREVER });
  const runsThrough = after.some(({ period }) => period.start < earliest && earliest < period.end);
  return runsThrough ? coalesceAt([...early, ...late], [earliest], sameContent) : [...early, ...late];
}

interface StartRule {
  readonly earliest: Day | null;
  readonly because: string;
}

function startRule({ timeline, today, versions, everHadSchedule }: StartContext): StartRule {
  const piece = at(timeline, today);
  const current = piece ? { period: piece.period, ...effectiveTerms(piece.content, versionOf(piece.content, versions)) } : null;
  return startRuleAfter({ current, today, everHadSchedule });
}

function startRuleAfter({ current, today, everHadSchedule }: InForce): StartRule {
  if (!everHadSchedule) return { earliest: null, because: 'the account has never had a schedule' };
  if (!current) return { earliest: today, because: 'no schedule is in force today' };

  const { pricingCycle, deferredRevenue, allowOngoingCycleUpdates } = current;
  const cycle = deferredRevenue || allowOngoingCycleUpdates ? pricingCycle && cycleAt(pricingCycle, current.period, today) : null;
  if (!cycle) return { earliest: addDays(today, 1), because: 'the schedule in force today does not allow changes of its ongoing cycle' };
  const why = deferredRevenue ? 'has deferred revenue' : 'allows updates of its ongoing cycle';
  return { earliest: cycle.start, because: `the schedule in force today ${why}, and its current cycle began on ${cycle.start}` };
}
