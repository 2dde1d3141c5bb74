import { type Decimal, isZero, minus, sum } from '../decimal.ts';
import { minorUnits } from '../money.ts';
import type { InvoiceTiming, RateCard } from '../rate-card/rate-card.ts';
import { all, ok, type Result } from '../result.ts';
import { overlaps } from '../timeline/period.ts';
import type { ChargedCard } from './card.ts';
import { type Estimate, type EstimateInput, licensesOf, statementInput } from './estimate.ts';
import { type Fraction, isNought, NOUGHT, order, pointed, subtract, total } from './fraction.ts';
import type { LineKind } from './line.ts';
import type { Line } from './lines.ts';
import type { PricedSchedule, ScheduleCycle } from './schedule-cycles.ts';
import { shownTotal } from './shown.ts';
import { revenueOf, type StatementInput } from './statement.ts';

export const DIFFERENCE_REASONS = {
  RATE: 'The terms of the rate card differ: rates, slabs, limits, recurrence or timing.',
  QUANTITY: 'The quantity differs.',
  PRORATION: 'Other days are charged, or the rate card is prorated in one timeline and not in the other.',
  CYCLE_CUT: 'Cycles are cut or have other lengths, and the rate card costs as much in each.',
  TIERS_RESTART: 'A cycle is cut, and each part begins anew with the first slab.',
  CARD_ADDED: 'No rate card charges the item on these days before the change.',
  CARD_REMOVED: 'No rate card charges the item on these days after the change.',
  RULE: 'Pricing rules compute other amounts.',
  TRUE_UP: 'The true-up to the minimum commitment differs.',
  ROUNDING: 'Each statement is rounded by itself.',
} as const satisfies Record<string, string>;
export type DifferenceReason = keyof typeof DIFFERENCE_REASONS;

/** A part of a difference, by its reason. */
export interface ReasonedDifference {
  readonly reason: DifferenceReason;
  readonly exact: Fraction;
  readonly amount: Decimal;
}

/** What one thing that is charged costs before and after a change, over all cycles that are compared. */
export interface LineDifference {
  readonly kind: LineKind;
  readonly label: string;
  readonly card: RateCard | null;
  readonly timing: InvoiceTiming | null;
  readonly before: Decimal;
  readonly after: Decimal;
  readonly difference: Decimal;
  /** They sum to the difference, both exactly and as shown. */
  readonly reasons: readonly ReasonedDifference[];
}

/** One of the two timelines, with its estimate. */
export interface EstimatedSide extends EstimateInput {
  readonly schedules: readonly PricedSchedule[];
  readonly estimate: Estimate;
}

/** The difference of each rate card, true-up and added line, in the order of the statements. Refuses what a statement refuses. */
export function lineDifferences(before: EstimatedSide, after: EstimatedSide): Result<readonly LineDifference[]> {
  const [ofBefore, ofAfter] = [chargedLines(before.estimate), chargedLines(after.estimate)];
  const prices = new Prices(before, after);
  const keys = [...new Set([...ofAfter.keys(), ...ofBefore.keys()])];
  return all(
    keys.map((key): Result<LineDifference> => {
      const [earlier, later] = [ofBefore.get(key) ?? [], ofAfter.get(key) ?? []];
      const line = later[0]?.line ?? earlier[0]?.line;
      if (!line) throw new Error(`No line has the key "${key}".`);
      const { kind, label, card, timing } = line;
      const parts = kind === 'CARD' ? prices.reasons(key, ruleDifference(earlier, later)) : ok([reasonOfTotal(kind, earlier, later)]);
      if (!parts.ok) return parts;
      const shown = (lines: readonly ChargedLine[]) => sum(lines.map((each) => each.line.amount));
      const difference = minus(shown(later), shown(earlier));
      const reasons = shownReasons(parts.value, difference, after.currency);
      return ok({ kind, label, card, timing, before: shown(earlier), after: shown(later), difference, reasons });
    }),
  );
}

/** A line that is compared, and what pricing rules changed below it. */
interface ChargedLine {
  readonly line: Line;
  readonly byRules: Fraction;
}

interface Part {
  readonly reason: DifferenceReason;
  readonly exact: Fraction;
}

/** The lines of all statements that sum to their totals, by what they charge for. */
function chargedLines({ cycles }: Estimate): ReadonlyMap<string, readonly ChargedLine[]> {
  const charged = cycles.flatMap(({ statement: { lines } }) => {
    const updates = lines.filter(({ kind }) => kind === 'RULE_UPDATE');
    return lines
      .filter(({ kind }) => kind === 'CARD' || kind === 'TRUE_UP' || kind === 'RULE_ADDITION')
      .map((line) => ({ line, byRules: total(updates.flatMap(({ parentId, exact }) => (parentId === line.id ? [exact] : []))) }));
  });
  return Map.groupBy(charged, ({ line: { kind, label, card } }) =>
    kind === 'CARD' && card ? keyOf(card) : `${kind} ${card ? '' : label}`,
  );
}

/** Rate cards of one family that price one item are compared with each other, whatever their names. */
const keyOf = ({ type, billableId, name }: RateCard): string => `${type} ${billableId ?? name}`;

const ruleDifference = (earlier: readonly ChargedLine[], later: readonly ChargedLine[]): Fraction =>
  subtract(total(later.map(({ byRules }) => byRules)), total(earlier.map(({ byRules }) => byRules)));

function reasonOfTotal(kind: LineKind, earlier: readonly ChargedLine[], later: readonly ChargedLine[]): Part {
  const exact = (lines: readonly ChargedLine[]) => total(lines.map(({ line }) => line.exact));
  return { reason: kind === 'TRUE_UP' ? 'TRUE_UP' : 'RULE', exact: subtract(exact(later), exact(earlier)) };
}

/** A cycle with the rate card that is compared. */
interface CardCycle {
  readonly each: ScheduleCycle;
  readonly card: ChargedCard;
}

/** Prices rate cards of two timelines before pricing rules, so that one thing differs at a time. */
class Prices {
  readonly #before: EstimatedSide;
  readonly #after: EstimatedSide;
  readonly #inputs = new Map<ScheduleCycle, StatementInput>();
  readonly #inputsWithLicensesBefore = new Map<ScheduleCycle, StatementInput>();

  constructor(before: EstimatedSide, after: EstimatedSide) {
    this.#before = before;
    this.#after = after;
    const licensesBefore = licensesOf(before);
    for (const side of [before, after]) {
      const licenses = licensesOf(side);
      for (const each of side.cycles) this.#inputs.set(each, statementInput(each, side, licenses));
    }
    for (const each of after.cycles) this.#inputsWithLicensesBefore.set(each, statementInput(each, after, licensesBefore));
  }

  /**
   * What a card's difference consists of: from the earlier cycles to the later ones at the earlier terms, then to the later terms, and then to the
   * later licenses. The steps sum to the difference.
   */
  reasons(key: string, byRules: Fraction): Result<readonly Part[]> {
    const [before, after] = [withCard(this.#before, key), withCard(this.#after, key)];
    const [removed, earlier] = divided(before, (each) => cardWithin(this.#after, key, each) !== null);
    const [added, later] = divided(after, (each) => cardWithin(this.#before, key, each) !== null);
    const old = later.map(({ each, card }): CardCycle => ({ each, card: cardWithin(this.#before, key, each) ?? card }));
    const prorated = old.map(({ each, card }, i): CardCycle => ({ each, card: proratedAs(card, later[i]?.card ?? card) }));
    const inputs = this.#inputs;
    const licensesBefore = this.#inputsWithLicensesBefore;
    const steps = all([
      priceOf(removed, inputs),
      priceOf(earlier, inputs),
      priceOf(old, licensesBefore),
      priceOf(prorated, licensesBefore),
      priceOf(later, licensesBefore),
      priceOf(later, inputs),
      priceOf(added, inputs),
    ]);
    if (!steps.ok) return steps;
    const [gone = NOUGHT, first = NOUGHT, cut = NOUGHT, share = NOUGHT, terms = NOUGHT, quantity = NOUGHT, fresh = NOUGHT] = steps.value;
    return ok([
      { reason: 'CARD_ADDED', exact: fresh },
      { reason: 'CARD_REMOVED', exact: subtract(NOUGHT, gone) },
      { reason: reasonOfCycles(earlier, later, inputs), exact: subtract(cut, first) },
      { reason: 'PRORATION', exact: subtract(share, cut) },
      { reason: 'RATE', exact: subtract(terms, share) },
      { reason: 'QUANTITY', exact: subtract(quantity, terms) },
      { reason: 'RULE', exact: byRules },
    ]);
  }
}

const cardBy = ({ cards }: PricedSchedule, key: string): ChargedCard | null =>
  cards.find((card): card is ChargedCard => card.type !== 'MINIMUM_COMMITMENT' && keyOf(card) === key) ?? null;

function withCard({ cycles }: EstimatedSide, key: string): readonly CardCycle[] {
  return cycles.flatMap((each) => {
    const card = cardBy(each.schedule, key);
    return card ? [{ each, card }] : [];
  });
}

/** The card of a timeline that is in force on a day of the cycle; the first of several. */
function cardWithin({ schedules }: EstimatedSide, key: string, { cycle }: ScheduleCycle): ChargedCard | null {
  const found = schedules.filter(({ served }) => overlaps(served.period, cycle.served)).flatMap((schedule) => cardBy(schedule, key) ?? []);
  return found[0] ?? null;
}

function divided(
  cycles: readonly CardCycle[],
  isIn: (each: ScheduleCycle) => boolean,
): readonly [readonly CardCycle[], readonly CardCycle[]] {
  return [cycles.filter(({ each }) => !isIn(each)), cycles.filter(({ each }) => isIn(each))];
}

/** The card, prorated where the other one is. */
function proratedAs(card: ChargedCard, other: ChargedCard): ChargedCard {
  if (card.type === 'FIXED_FEE' && other.type === 'FIXED_FEE') return { ...card, enableProration: other.enableProration };
  if (card.type === 'LICENSE' && other.type === 'LICENSE') return { ...card, enableProration: other.enableProration };
  return card;
}

function priceOf(cycles: readonly CardCycle[], inputs: ReadonlyMap<ScheduleCycle, StatementInput>): Result<Fraction> {
  const prices = all(
    cycles.map(({ each, card }) => {
      const input = inputs.get(each);
      if (!input) throw new Error('A cycle that is compared has no input.');
      return revenueOf(card, input);
    }),
  );
  return prices.ok ? ok(total(prices.value)) : prices;
}

/** Why the same terms cost something else in other cycles. */
function reasonOfCycles(
  before: readonly CardCycle[],
  after: readonly CardCycle[],
  inputs: ReadonlyMap<ScheduleCycle, StatementInput>,
): DifferenceReason {
  const [first] = before;
  if (!first) return 'QUANTITY';
  const intervals = new Set([...before, ...after].map(({ each }) => each.schedule.served.config?.interval));
  const { card } = first;
  if (intervals.size > 1) return 'CYCLE_CUT';
  if (card.type === 'FIXED_FEE' || card.type === 'LICENSE') return card.enableProration ? 'PRORATION' : 'CYCLE_CUT';
  if (card.type !== 'USAGE' && card.type !== 'ENTITLEMENT_OVERAGE') return 'CYCLE_CUT';
  const used = (cycles: readonly CardCycle[]) =>
    total(
      cycles.map(
        ({ each }) => (card.type === 'USAGE' ? inputs.get(each)?.usage : inputs.get(each)?.overage)?.get(card.billableId ?? '') ?? NOUGHT,
      ),
    );
  return order(used(before), used(after)) === 0 ? 'TIERS_RESTART' : 'QUANTITY';
}

/** Each reason once, rounded by itself; what that leaves of the shown difference is a reason of its own. */
function shownReasons(parts: readonly Part[], difference: Decimal, currency: string): readonly ReasonedDifference[] {
  const places = minorUnits(currency);
  const byReason = [...Map.groupBy(parts, ({ reason }) => reason)].map(([reason, same]) => ({
    reason,
    exact: total(same.map(({ exact }) => exact)),
  }));
  const reasons = byReason
    .filter(({ exact }) => !isNought(exact))
    .map((each) => ({ ...each, amount: pointed(shownTotal(each.exact, currency), places) }));
  const rest = minus(difference, sum(reasons.map(({ amount }) => amount)));
  return isZero(rest) ? reasons : [...reasons, { reason: 'ROUNDING', exact: NOUGHT, amount: rest }];
}
