import type { RateCard } from '../rate-card/rate-card.ts';
import { isScaled, licensesHeld } from './assumptions.ts';
import { isMeasured } from './card.ts';
import type { BoughtQuantity, EstimatedCycle, EstimateInput } from './estimate.ts';

export const ASSUMPTION_KINDS = {
  TIMELINE: 'The schedules, rate cards and pricing rules stay as they are.',
  EXCLUDED: 'The estimate does not include something that an invoice may contain.',
  CYCLE_BEYOND: 'A cycle goes on after the last day that is estimated, and counts as a whole.',
  USAGE_GIVEN: 'The usage of an item is as the request gives it.',
  USAGE_SCALED: 'The usage of a cut cycle is that of a whole cycle, reduced to its days.',
  LICENSES_RECORDED: 'The licenses are those that are recorded.',
  LICENSES_GIVEN: 'The licenses are those that are recorded, changed as the request gives it.',
  NAMES_GIVEN: 'The holders of a named license are those that the request gives.',
  NOTHING_USED: 'No quantity is known, so the quantity is 0.',
  QUANTITY_NOT_CARRIED_OVER: 'A cycle counts one of each fee, entitlement and credit grant, even if a purchase has bought more of them.',
} as const satisfies Record<string, string>;
export type AssumptionKind = keyof typeof ASSUMPTION_KINDS;

/** Something that an estimate takes for granted. */
export interface AssumptionMade {
  readonly kind: AssumptionKind;
  /** The item that it is about. `null`: the whole estimate. */
  readonly billableId: string | null;
  /** A sentence for people. */
  readonly message: string;
}

const OF_EVERY_ESTIMATE: readonly AssumptionMade[] = [
  { kind: 'TIMELINE', billableId: null, message: 'Schedules, rate cards and pricing rules stay as they are.' },
  { kind: 'EXCLUDED', billableId: null, message: 'Tax, custom charges, discounts, and credits that the customer has are not included.' },
];

/** Everything that an estimate takes for granted: nothing that its amounts depend on is left unsaid. */
export function assumptionsMade(
  { period, assumptions, licenseUpdates, bought = [] }: EstimateInput,
  cycles: readonly EstimatedCycle[],
): readonly AssumptionMade[] {
  const { usage, licenses } = assumptions;
  const cut = cycles.map(({ statement }) => statement.cycle);
  const cards = cycles.flatMap(({ schedule }) => schedule.cards);
  const nameOf = (billableId: string) => cards.find((card) => card.billableId === billableId)?.displayName ?? billableId;
  const used = usage.flatMap((each): readonly AssumptionMade[] => {
    const { billableId, quantity, per } = each;
    const scaled = cut.find((cycle) => isScaled(cycle, each));
    const given = `${quantity} of "${nameOf(billableId)}" are used in every ${per === 'DAY' ? 'day' : 'whole cycle'}.`;
    const days = `The cycle from ${scaled?.served.start} until ${scaled?.served.end} is cut: it has the usage of its days alone.`;
    return [
      { kind: 'USAGE_GIVEN', billableId, message: given },
      ...(scaled ? [{ kind: 'USAGE_SCALED', billableId, message: days } as const] : []),
    ];
  });
  const given = new Map(licenses.map((each) => [each.licenseId, each]));
  const counted = licensesHeld(licenseUpdates, licenses, period.start);
  const recorded = new Set(licenseUpdates.map(({ licenseId }) => licenseId));
  const held = [...new Set([...recorded, ...given.keys()])].map((billableId): AssumptionMade => {
    const assumed = given.get(billableId);
    if (!assumed)
      return { kind: 'LICENSES_RECORDED', billableId, message: `The recorded number of "${nameOf(billableId)}" does not change.` };
    if (assumed.names === null) {
      const change = `The number of "${nameOf(billableId)}" is the recorded one, changed as given.`;
      const below = counted.get(billableId)?.fellBelowNought ? ' At times it would be fewer than 0, which counts as 0.' : '';
      return { kind: 'LICENSES_GIVEN', billableId, message: change + below };
    }
    return { kind: 'NAMES_GIVEN', billableId, message: `"${nameOf(billableId)}" is held by the names given, whatever is recorded.` };
  });
  const unknown = [...new Set(cycles.flatMap(({ statement }) => statement.assumedZero))];
  const nothing = unknown.map((billableId): AssumptionMade => {
    return { kind: 'NOTHING_USED', billableId, message: `No quantity of "${nameOf(billableId)}" is known, so it is 0.` };
  });
  const beyond = cut.filter(({ served }) => served.end > period.end);
  const whole = beyond.map(({ served: { start, end } }): AssumptionMade => {
    return { kind: 'CYCLE_BEYOND', billableId: null, message: `The cycle from ${start} until ${end} counts as a whole.` };
  });
  return [...OF_EVERY_ESTIMATE, ...whole, ...used, ...held, ...nothing, ...oneOfEach(cards, bought)];
}

/** The quantities that a purchase has bought are paid with it. Only those of licenses are recorded, and count from then on. */
function oneOfEach(cards: readonly RateCard[], bought: readonly BoughtQuantity[]): readonly AssumptionMade[] {
  const counted = cards.filter((card) => card.type !== 'MINIMUM_COMMITMENT' && !isMeasured(card));
  if (counted.length === 0) return [];
  const message = 'Each fee, entitlement and credit grant counts once a cycle. Larger quantities of purchases are not carried over.';
  const named = bought.map(({ card, quantity }): AssumptionMade => {
    const what = `The purchase has ${quantity} of "${card.displayName}", and a cycle counts 1.`;
    return { kind: 'QUANTITY_NOT_CARRIED_OVER', billableId: card.billableId, message: what };
  });
  return [{ kind: 'QUANTITY_NOT_CARRIED_OVER', billableId: null, message }, ...named];
}
