import type { PricingCycleConfigInput, ScheduleEditInput } from 'billing-catalogue/documents';
import { today } from '../clock.ts';
import { addDays } from '../day.ts';
import { FOREVER } from '../format.ts';
import type { Bar, CycleConfig, TimelineSchedule } from '../timeline/lane.ts';

/** What a form of an edit has in it. Texts, as the reader wrote them. */
export interface EditFields {
  readonly action: 'associate' | 'pause' | 'override';
  /** What is associated: the choice of a plan or of a schedule whose content is continued. Empty: nothing yet. */
  readonly content: string;
  readonly from: string;
  /** Empty: without end. */
  readonly until: string;
  /** The schedule whose prices are overridden. Empty: none yet. */
  readonly scheduleId: string;
}

/** Returns the choice of a plan. */
export const planChoice = (pricePlanId: string): string => `plan ${pricePlanId}`;
/** Returns the choice to continue a schedule: its plan version, its overrides and its cycle. */
export const scheduleChoice = (scheduleId: string): string => `schedule ${scheduleId}`;

/**
 * Returns what a form begins with: the days of a bar that was chosen.
 * @param earliest the first day on which a change may begin. `null`: any day.
 */
export function fieldsOf(bar: Bar | null, earliest: string | null): EditFields {
  const begin = earliest ?? today();
  const from = bar && bar.startDate > begin ? bar.startDate : begin;
  const until = bar && bar.endDate !== FOREVER ? bar.endDate : '';
  return { action: 'associate', content: '', from, until, scheduleId: bar?.schedule?.scheduleId ?? '' };
}

/** Returns the days of a form as a part of a schedule that is chosen: those that it has, or else from its first day until its end. */
export function partOf({ startDate, endDate }: Continued, { from, until }: EditFields): Pick<EditFields, 'from' | 'until'> {
  const isPart = startDate <= from && from < endDate;
  return { from: isPart ? from : startDate, until: isPart && until <= endDate ? until : '' };
}

/** Returns the edit that moves an end of a schedule: it continues the schedule to the new days, or pauses the contract on the days given up. */
export function fieldsOfMove({ startDate, endDate, schedule }: Bar, edge: 'start' | 'end', day: string): EditFields {
  const original = edge === 'start' ? startDate : endDate;
  const [from, until] = day < original ? [day, original] : [original, day];
  const grows = edge === 'start' ? day < original : day > original;
  const scheduleId = schedule?.scheduleId ?? '';
  return { action: grows ? 'associate' : 'pause', content: grows ? scheduleChoice(scheduleId) : '', from, until, scheduleId };
}

/**
 * Returns the edit of the API that a form describes. The API says what is wrong with it.
 * @param schedules those that can be continued
 */
export function editOf({ action, content, from, until }: EditFields, schedules: readonly Continued[]): ScheduleEditInput {
  const period = { effectiveFrom: from, effectiveUntil: until || FOREVER };
  if (action === 'pause') return { mode: 'DISASSOCIATE', ...period };
  const [kind, id = ''] = content.split(' ');
  if (kind !== 'schedule') return { mode: 'ASSOCIATE', ...period, associationConfig: { pricePlanId: id }, mergeSchedules: false };
  const schedule = schedules.find(({ scheduleId }) => scheduleId === id);
  return { mode: 'ASSOCIATE', ...period, ...continuationOf(id, from, schedule), mergeSchedules: true };
}

type Continued = Pick<TimelineSchedule, 'scheduleId' | 'startDate' | 'endDate' | 'pricingCycleConfig'>;

/**
 * Returns what continues a schedule from a day on with its own cycle. An association copies no cycle: it retains the one in force on its
 * first day, so what follows a schedule begins on the schedule's last day; anywhere else, the cycle is named.
 */
function continuationOf(
  scheduleId: string,
  from: string,
  schedule: Continued | undefined,
): Pick<ScheduleEditInput, 'associationConfig'> & Partial<Pick<ScheduleEditInput, 'effectiveFrom'>> {
  if (!schedule) return { associationConfig: { scheduleId } };
  const { startDate, endDate, pricingCycleConfig } = schedule;
  const retained = { scheduleId, retainStartOffsets: true };
  if (from === endDate) return { effectiveFrom: addDays(endDate, -1), associationConfig: retained };
  if (startDate <= from && from < endDate) return { associationConfig: retained };
  return { associationConfig: { scheduleId, pricingCycleConfigOverride: pricingCycleConfig && cycleOf(pricingCycleConfig) } };
}

const cycleOf = ({ interval, gracePeriod, startOffset: { dayOffset, monthOffset } }: CycleConfig): PricingCycleConfigInput => ({
  interval,
  gracePeriod,
  startOffset: { dayOffset, monthOffset },
});
