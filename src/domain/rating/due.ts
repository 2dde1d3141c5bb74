import { type Day, maxDay } from '../day.ts';
import type { RateCard, Recurrence } from '../rate-card/rate-card.ts';
import { overlaps, type Period } from '../timeline/period.ts';
import { groupOf, type RatedCycle, startOf } from './cycle.ts';

/** A card that costs nothing in a cycle, and why. */
export interface NotDue extends Recurrence {
  readonly card: RateCard;
  readonly ordinal: number;
  readonly isOneTime: boolean;
  /** First day of the cycle in which the card is due next. `null`: it is due no more. */
  readonly nextDueFrom: Day | null;
}

const EVERY_CYCLE: Recurrence = { interval: 1, offset: 0 };

/**
 * Why the card is not charged in the cycle; `null` when it is due (README, "Rating"). Past the offset, cycles form groups of `interval`: in
 * advance a card is due in the first cycle of a group that the schedule serves, in arrears in the last.
 *
 * A fee with interval 3 and offset 1 is due in cycles 2 and 5 in advance, in 4 and 7 in arrears.
 *
 * Where a group is served by several schedules that count from the same day, one of them charges it: the first in advance, the last in arrears.
 * @param isShared whether the card is prorated by days, so that each of them charges its own share
 */
export function notDue(card: RateCard, cycle: RatedCycle, { isShared = false } = {}): NotDue | null {
  const { schedule, ordinal, nominal, served } = cycle;
  if (!schedule.config) return null;
  const { interval, offset } = recurrenceOf(card);
  const isOneTime = chargedOnce(card);
  const fault = (next: number | null): NotDue => {
    const day = next === null ? null : startOf(cycle, next);
    return { card, ordinal, interval, offset, isOneTime, nextDueFrom: day !== null && day < schedule.period.end ? day : null };
  };
  if (isOneTime) return ordinal === offset + 1 && !isContinued(cycle, nominal) ? null : fault(ordinal <= offset ? offset + 1 : null);
  const inAdvance = card.invoiceTiming !== 'IN_ARREARS';
  const group = groupOf(cycle, { interval, offset });
  if (!group) return fault(inAdvance ? offset + 1 : offset + interval);
  if (interval === 1) return null;
  if (inAdvance) {
    const isFirst = served.start === group.served.start;
    return isFirst && (isShared || !isContinued(cycle, group.nominal)) ? null : fault(group.last + 1);
  }
  const isLast = served.end === group.served.end;
  return isLast && (isShared || !goesOn(card, cycle, group.nominal)) ? null : fault(group.last);
}

/** Whether another schedule has served earlier days of the period, and so has charged for it. */
function isContinued({ schedule: { siblings, countsFrom }, served }: RatedCycle, { start }: Period): boolean {
  // Where the others are not known, a schedule that begins later than it counts from goes on for one of them.
  if (!siblings) return served.start > maxDay(start, countsFrom);
  return siblings.some(({ period }) => start < served.start && overlaps(period, { start, end: served.start }));
}

/** Whether another schedule that has the card too serves later days of the period, and so will charge for it. */
function goesOn(card: RateCard, { schedule: { siblings = [] }, served }: RatedCycle, { end }: Period): boolean {
  const later = { start: served.end, end };
  return siblings.some(
    ({ period, cards }) => served.end < end && overlaps(period, later) && cards.some((other) => isSameCharge(card, other)),
  );
}

/** Whether two cards charge the same item in the same cycles, at whatever price. */
function isSameCharge(a: RateCard, b: RateCard): boolean {
  const [one, other] = [recurrenceOf(a), recurrenceOf(b)];
  const isSame = a.type === b.type && a.name === b.name && a.billableId === b.billableId && a.invoiceTiming === b.invoiceTiming;
  return isSame && one.interval === other.interval && one.offset === other.offset;
}

/** How often a card is charged. What has no recurrence of its own is charged in every cycle. */
export function recurrenceOf(card: RateCard): Recurrence {
  return 'recurrence' in card ? card.recurrence : EVERY_CYCLE;
}

/** A card of type ONE_TIME is charged in the cycle after its offset alone. */
export function chargedOnce(card: RateCard): boolean {
  return (card.type === 'FIXED_FEE' && card.feeType === 'ONE_TIME') || (card.type === 'CREDIT_GRANT' && card.grantType === 'ONE_TIME');
}
