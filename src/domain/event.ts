import { type ScheduleChange, scheduleChanges } from './schedule/changes.ts';
import type { Schedules } from './schedule/schedule.ts';
import { overlaps, type Period, union } from './timeline/period.ts';

/** What an accepted change did, in the words of the feed (README, "Events"). */
export const EVENT_KINDS = [
  'CUSTOMER_CREATED',
  'CUSTOMER_CHANGED',
  'CUSTOMER_ARCHIVED',
  'CUSTOMER_ERASURE_REQUESTED',
  'CUSTOMER_ERASED',
  'ACCOUNT_CREATED',
  'ACCOUNT_CHANGED',
  'ACCOUNT_ALIASES_CHANGED',
  'ACCOUNT_ARCHIVED',
  'RESERVED_ALIASES_CHANGED',
  'TIMELINE_CHANGED',
  'SCHEDULE_ADDED',
  'SCHEDULE_REMOVED',
  'SCHEDULE_PERIOD_CHANGED',
  'SCHEDULE_OVERRIDDEN',
  'SCHEDULES_MERGED',
  'PLAN_CHANGED',
  'GAP_OPENED',
  'GAP_CLOSED',
  'LICENSES_CHANGED',
  'DRAFT_CHANGED',
  'DRAFT_DISCARDED',
  'DRAFT_FINALIZED',
  'PROPOSAL_CREATED',
  'PROPOSAL_REVISED',
  'PROPOSAL_APPROVED',
  'PROPOSAL_DECLINED',
  'PROPOSAL_EXPIRED',
  'PURCHASE_INITIATED',
  'PURCHASE_COMPLETED',
  'PURCHASE_FAILED',
  'PRICE_PLAN_CREATED',
  'PRICE_PLAN_DRAFT_CHANGED',
  'PRICE_PLAN_DRAFT_DISCARDED',
  'PRICE_PLAN_ARCHIVED',
  'VERSION_FINALIZED',
  'JOB_CREATED',
  'JOB_CONFIRMED',
  'JOB_REJECTED',
  'ACCOUNT_MIGRATED',
  'ACCOUNT_NOT_MIGRATED',
  'BILLABLE_ITEM_CREATED',
  'BILLABLE_ITEM_CHANGED',
  'BILLABLE_ITEM_ARCHIVED',
  'BILLABLE_ITEM_UNARCHIVED',
  'ACCESS_CHANGED',
  'WEBHOOK_CHANGED',
  'WEBHOOK_DISABLED',
  'WEBHOOK_DELIVERY_REQUESTED',
] as const;

export type EventKind = (typeof EVENT_KINDS)[number];

const KIND_OF_CHANGE: Readonly<Record<ScheduleChange<Schedules[number]>['kind'], EventKind>> = {
  ScheduleAdded: 'SCHEDULE_ADDED',
  ScheduleRemoved: 'SCHEDULE_REMOVED',
  SchedulePeriodChanged: 'SCHEDULE_PERIOD_CHANGED',
  ScheduleOverridden: 'SCHEDULE_OVERRIDDEN',
  SchedulePlanChanged: 'PLAN_CHANGED',
  SchedulesMerged: 'SCHEDULES_MERGED',
};

/**
 * Returns the kinds of a change of an active timeline, in the order of `EVENT_KINDS`: `TIMELINE_CHANGED`, one for each sort of schedule
 * change, and whether a gap between two schedules opened or closed. `[Jan, Mar)` and `[Apr, May)` replace `[Jan, May)`:
 * `TIMELINE_CHANGED`, `SCHEDULE_ADDED`, `SCHEDULE_PERIOD_CHANGED` and `GAP_OPENED`.
 */
export function timelineKinds(before: Schedules, after: Schedules): readonly EventKind[] {
  const kinds = new Set<EventKind>(['TIMELINE_CHANGED', ...scheduleChanges(before, after).map(({ kind }) => KIND_OF_CHANGE[kind])]);
  const [earlier, later] = [gapsOf(before), gapsOf(after)];
  if (later.some((gap) => !earlier.some((known) => known.start <= gap.start && gap.end <= known.end))) kinds.add('GAP_OPENED');
  if (earlier.some((gap) => after.some(({ period }) => overlaps(period, gap)))) kinds.add('GAP_CLOSED');
  return inOrder(kinds);
}

/** Returns kinds in the order of `EVENT_KINDS`, each once. */
export function inOrder(kinds: Iterable<EventKind>): readonly EventKind[] {
  const all = new Set(kinds);
  return EVENT_KINDS.filter((kind) => all.has(kind));
}

/** The periods without a schedule that have one on both sides. */
function gapsOf(timeline: Schedules): readonly Period[] {
  const covered = union(timeline.map(({ period }) => period));
  return covered.flatMap(({ end }, i) => {
    const next = covered[i + 1];
    return next ? [{ start: end, end: next.start }] : [];
  });
}
