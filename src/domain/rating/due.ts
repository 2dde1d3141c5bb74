import type { Day } from '../day.ts';
import type { RateCard, Recurrence } from '../rate-card/rate-card.ts';
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
 * advance a card is due in the first cycle of a group, in arrears in its last, or in the last cycle that the schedule serves.
 *
 * A fee with interval 3 and offset 1 is due in cycles 2 and 5 in advance, in 4 and 7 in arrears.
 */
export function notDue(card: RateCard, cycle: RatedCycle): NotDue | null {
  const { schedule, ordinal, served, nominal } = cycle;
  if (!schedule.config) return null;
  const { interval, offset } = recurrenceOf(card);
  const isOneTime = chargedOnce(card);
  const fault = (next: number | null): NotDue => {
    const day = next === null ? null : startOf(cycle, next);
    return { card, ordinal, interval, offset, isOneTime, nextDueFrom: day !== null && day < schedule.period.end ? day : null };
  };
  if (isOneTime) {
    // A schedule that goes on for an earlier one inside the cycle does not charge it again.
    const begins = served.start === nominal.start || served.start === schedule.countsFrom;
    return ordinal === offset + 1 && begins ? null : fault(ordinal <= offset ? offset + 1 : null);
  }
  const inAdvance = card.invoiceTiming !== 'IN_ARREARS';
  const group = groupOf(cycle, { interval, offset });
  if (!group) return fault(inAdvance ? offset + 1 : offset + interval);
  if (inAdvance) return ordinal === group.first ? null : fault(group.last + 1);
  return ordinal === group.last || served.end === schedule.period.end ? null : fault(group.last);
}

/** How often a card is charged. What has no recurrence of its own is charged in every cycle. */
export function recurrenceOf(card: RateCard): Recurrence {
  return 'recurrence' in card ? card.recurrence : EVERY_CYCLE;
}

/** A card of type ONE_TIME is charged in the cycle after its offset alone. */
export function chargedOnce(card: RateCard): boolean {
  return (card.type === 'FIXED_FEE' && card.feeType === 'ONE_TIME') || (card.type === 'CREDIT_GRANT' && card.grantType === 'ONE_TIME');
}
