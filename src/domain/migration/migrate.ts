import { requireActive } from '../account/account.ts';
import { type Day, maxDay } from '../day.ts';
import type { PlanVersion } from '../price-plan/price-plan.ts';
import { cycleAt, type PricingCycleConfig, resolveCycle } from '../pricing-cycle.ts';
import { sameCards } from '../rate-card/set.ts';
import { precondition } from '../refusal.ts';
import { ok, okUnless, type Result } from '../result.ts';
import { checkSize, contentOn, type EditContext } from '../schedule/edit.ts';
import { type IssueContext, issuesBeyond } from '../schedule/issues.ts';
import {
  effectiveTerms,
  NO_OVERRIDES,
  type ScheduleContent,
  type ScheduleOverrides,
  type Schedules,
  sameContent,
  versionOf,
} from '../schedule/schedule.ts';
import { checkStart, earliestChange } from '../schedule/start-rule.ts';
import { at, coalesceAt, overlay } from '../timeline/timeline.ts';
import { isSource, keepsOverrides, type Migration } from './migration.ts';

export interface MigrationContext
  extends Pick<EditContext, 'account' | 'today' | 'versions' | 'nextScheduleId'>,
    Pick<IssueContext, 'cardsOf'> {}

/**
 * Returns an account's active timeline after a migration (README, "Migration"): from a day that the mode determines, schedules of the
 * source use the target. `null` if there is nothing to move.
 *
 * For a monthly schedule from January 1st without an end, on May 20th: IMMEDIATE cuts it on May 21st, NEXT_CYCLE on June 1st, and
 * START_OF_CURRENT_CYCLE, if its plan allows it, on May 1st.
 *
 * Adjacent schedules with the same content become one, so that a migration never adds a cycle.
 *
 * Refuses with ACCOUNT_NOT_ACTIVE, ARCHIVED, EFFECTIVE_FROM_TOO_EARLY, INTERVAL_MISMATCH, LIMIT_EXCEEDED, and with the code of every issue
 * that a schedule would have under the target and does not have now.
 */
export function migrateTimeline(timeline: Schedules, migration: Migration, context: MigrationContext): Result<Schedules | null> {
  const from = firstDay(timeline, migration, context);
  const moving = timeline.filter(({ period, content }) => period.end > from && isSource(migration, versionOf(content, context.versions)));
  const [first] = moving;
  if (!first) return ok(null);
  const active = requireActive(context.account.status);
  if (!active.ok) return active;
  const start = checkStart(maxDay(first.period.start, from), { ...context, timeline, everHadSchedule: true });
  if (!start.ok) return start;

  let migrated = timeline;
  const edges: Day[] = [];
  for (const piece of moving) {
    const period = { start: maxDay(piece.period.start, from), end: piece.period.end };
    const content = moveContent(piece.content, period.start, migration, context);
    if (!content.ok) return content;
    // Each piece ends where the schedule that it replaces ends, so that no part after it needs a new id.
    migrated = overlay(migrated, { period, content: content.value }, (rest) => rest);
    edges.push(period.start, period.end);
  }
  return checkSize(timeline, coalesceAt(migrated, edges, sameContent));
}

/** The first day that the migration may change. Only the schedule in force today is cut; later schedules move whole. */
function firstDay(timeline: Schedules, migration: Migration, { today, versions }: MigrationContext): Day {
  const earliest = maxDay(today, earliestChange({ timeline, today, versions, everHadSchedule: true }) ?? today);
  const current = at(timeline, today);
  const version = current && versionOf(current.content, versions);
  if (!current || !version || !isSource(migration, version)) return earliest;
  const { pricingCycle } = effectiveTerms(current.content, version);
  const cycle = pricingCycle && cycleAt(pricingCycle, current.period, today);
  if (!cycle) return earliest;
  if (migration.mode === 'START_OF_CURRENT_CYCLE') return cycle.start;
  return migration.mode.startsWith('NEXT_CYCLE') ? cycle.end : earliest;
}

/** Returns the content of a schedule of the source from `day` on under the target. */
function moveContent(content: ScheduleContent, day: Day, migration: Migration, context: MigrationContext): Result<ScheduleContent> {
  const { target, mode } = migration;
  const { account, versions, nextScheduleId, cardsOf } = context;
  const source = versionOf(content, versions);
  const overrides = keepsOverrides(mode) ? overridesOf(content, source) : NO_OVERRIDES;
  const pricingCycle = cycleFrom(content, source, day, migration);
  if (!pricingCycle.ok) return pricingCycle;

  const identity = { scheduleId: nextScheduleId(), countsFrom: content.countsFrom };
  const next = contentOn(target, { ...overrides, pricingCycle: pricingCycle.value }, identity);
  const allVersions = new Map([...versions, [target.id, target]]);
  const issues = issuesBeyond(next, content, { versions: allVersions, accountCurrency: account.invoiceCurrency, cardsOf });
  return okUnless(
    issues.map(({ code, errorMessage }) =>
      precondition(code, `Schedule "${content.scheduleId}" cannot move to version ${target.version} of "${target.name}": ${errorMessage}`),
    ),
    next,
  );
}

/** The overrides of a schedule. A set of rate cards is kept as a whole. */
function overridesOf(content: ScheduleContent, source: PlanVersion): ScheduleOverrides {
  const { pricingCycle, currencies, pricingRules, rateCardSetId } = content;
  return { pricingCycle, currencies, pricingRules, rateCardSetId: sameCards(rateCardSetId, source.rateCardSetId) ? null : rateCardSetId };
}

/**
 * The cycle override under the target. An explicit override stays. The offsets of an anniversary belong to the plan: they stay if the
 * target has an anniversary cycle with the same interval.
 */
function cycleFrom(
  content: ScheduleContent,
  source: PlanVersion,
  day: Day,
  { target, mode, retainStartOffsets }: Migration,
): Result<PricingCycleConfig | null> {
  const inForce = effectiveTerms(content, source).pricingCycle;
  const plan = target.pricingCycle;
  if (keepsOverrides(mode)) {
    const isAnniversary = isAnniversaryOf(source.pricingCycle, inForce);
    if (content.pricingCycle && !isAnniversary) return ok(content.pricingCycle);
    if (isAnniversary && inForce && !retainStartOffsets && plan?.anniversaryCycle && plan.interval === inForce.interval) {
      return ok({ ...plan, dayOffset: inForce.dayOffset, monthOffset: inForce.monthOffset });
    }
  }
  return resolveCycle({ override: null, retainStartOffsets, inForce, plan, day });
}

/** Whether a configuration differs from the plan's own only in the offsets, which the day of an association determines. */
function isAnniversaryOf(plan: PricingCycleConfig | null, config: PricingCycleConfig | null): boolean {
  if (!plan?.anniversaryCycle || !config?.anniversaryCycle) return false;
  return plan.interval === config.interval && plan.gracePeriod === config.gracePeriod;
}
