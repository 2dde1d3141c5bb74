import type { Decimal } from '../decimal.ts';
import { minorUnits } from '../money.ts';
import type { PricingRule } from '../pricing-rule/pricing-rule.ts';
import type { MinimumCommitmentRateCard, RateCard } from '../rate-card/rate-card.ts';
import { invalid } from '../refusal.ts';
import { all, ok, okUnless, type Result } from '../result.ts';
import {
  type ChargedCard,
  type Grant,
  isMeasured,
  type Measure,
  type PricedCard,
  type Proration,
  priceCard,
  quantityOf,
  type Unpriced,
} from './card.ts';
import type { RatedCycle } from './cycle.ts';
import { type NotDue, notDue } from './due.ts';
import { type Fraction, fromDecimal, greatest, isBelowNought, isNought, NOUGHT, ONE, pointed, subtract, textOf } from './fraction.ts';
import { constantLicenses, type Licenses, mostOf } from './licenses.ts';
import { type LineKind, type Part, sumOf } from './line.ts';
import { type Line, linesOf } from './lines.ts';
import { type Entry, type RuleOutcome, runRules, type TraceStep } from './rules.ts';
import { shownTotal } from './shown.ts';
import { checkSize } from './size.ts';

/** What a cycle is priced by. Quantities are by the ids of billable items. */
export interface StatementInput {
  readonly currency: string;
  readonly cards: readonly RateCard[];
  readonly rules: readonly PricingRule[];
  readonly cycle: RatedCycle;
  readonly proration: Proration;
  readonly usage: ReadonlyMap<string, Fraction>;
  readonly overage: ReadonlyMap<string, Fraction>;
  readonly licenses: ReadonlyMap<string, Licenses>;
  /** How many of each fee, entitlement and grant are bought, by the name of its rate card. A card that it lacks counts as 1. */
  readonly bought?: ReadonlyMap<string, Fraction>;
}

/** What a cycle costs, exactly. */
export interface PricedCycle {
  readonly currency: string;
  readonly cycle: RatedCycle;
  /** The exact amounts that the lines of a statement show. */
  readonly root: Part;
  /** Rate cards that cost nothing in this cycle. */
  readonly notDue: readonly NotDue[];
  /** Quantities that no rate card prices. */
  readonly unpriced: readonly Unpriced[];
  /** Billable items of due cards for which no quantity was given. */
  readonly assumedZero: readonly string[];
  readonly grants: readonly Grant[];
  readonly trace: readonly TraceStep[];
}

/** What a cycle costs, and why. */
export interface Statement extends PricedCycle {
  readonly total: Decimal;
  /** In reading order: each line before the lines below it. */
  readonly lines: readonly Line[];
}

/**
 * What a cycle of a schedule costs (README, "Rating"): every rate card that is due, then the pricing rules, then the true-up to the commitment.
 * Everything is exact; the total is rounded once, and what is shown below it is divided from the top down.
 *
 * Usage of 640.25 and a fee of 210 under a commitment of 1,000: 850.25, and a true-up of 149.75.
 *
 * Refuses RATES_INVALID for a card without a rate in the currency, RULE_FAILED for a rule that computes no number, INVALID_VALUE for a
 * negative quantity, and LIMIT_EXCEEDED for more than 50,000 lines.
 */
export function statementOf(input: StatementInput): Result<Statement> {
  const priced = priceCycle(input);
  if (!priced.ok) return priced;
  const { root, currency } = priced.value;
  let lines: readonly Line[] | null = null;
  return ok({
    ...priced.value,
    total: pointed(shownTotal(root.exact, currency), minorUnits(currency)),
    // Computed where they are read: most estimates show totals alone.
    get lines() {
      lines ??= linesOf(root, currency);
      return lines;
    },
  });
}

/** The exact amounts of a statement. Refuses what `statementOf` refuses. */
export function priceCycle(input: StatementInput): Result<PricedCycle> {
  const negative = negativeQuantities(input);
  if (!negative.ok) return negative;
  const isOnce = input.cycle.schedule.config === null;
  const cards = isOnce ? input.cards.filter(isPaidAtOnce) : input.cards;
  const sized = checkSize(cards, input.cycle, input.licenses);
  if (!sized.ok) return sized;
  const charges = all(cards.filter(isCharged).map((card) => chargeOf(card, input)));
  if (!charges.ok) return charges;
  const committed = commitmentsOf(cards, input.currency);
  const outcome = runRules(isOnce ? [] : input.rules, {
    entries: charges.value.map(({ entry }) => entry),
    commitments: committed,
    period: input.cycle.served,
    reprice: (card, quantity) => repriced(card, quantity, input),
  });
  if (!outcome.ok) return outcome;
  const root = rootOf(charges.value, outcome.value, committed);
  const priced = charges.value.flatMap(({ price }) => price ?? []);
  return ok({
    currency: input.currency,
    cycle: input.cycle,
    root,
    notDue: charges.value.flatMap((charge) => charge.notDue ?? []),
    unpriced: [...priced.flatMap(({ unpriced }) => unpriced), ...unpricedItems(input)],
    assumedZero: charges.value.flatMap(({ entry, isAssumed }) => (isAssumed && entry.isDue ? (entry.card.billableId ?? []) : [])),
    grants: priced.flatMap(({ grants }) => grants),
    trace: outcome.value.trace,
  });
}

/** A card in the cycle: its price, or why it has none. */
interface Charge {
  readonly entry: Entry;
  readonly price: PricedCard | null;
  readonly notDue: NotDue | null;
  /** Whether the quantity was not given, and counts as 0. */
  readonly isAssumed: boolean;
}

interface Committed {
  readonly card: MinimumCommitmentRateCard;
  readonly amount: Fraction;
}

const isCharged = (card: RateCard): card is ChargedCard => card.type !== 'MINIMUM_COMMITMENT';

/** A plan that is paid once charges no usage and no overage, and commits to nothing. */
function isPaidAtOnce({ type }: RateCard): boolean {
  return type === 'FIXED_FEE' || type === 'LICENSE' || type === 'BILLING_ENTITLEMENT' || type === 'CREDIT_GRANT';
}

function chargeOf(card: ChargedCard, input: StatementInput): Result<Charge> {
  const given = measureOf(card, input);
  const isAssumed = given === undefined;
  const measure = given ?? (card.type === 'LICENSE' ? constantLicenses(NOUGHT) : NOUGHT);
  const isShared = input.proration === 'BY_DAYS' && 'enableProration' in card && card.enableProration;
  const undue = notDue(card, input.cycle, { isShared });
  if (undue) {
    const entry = { card, isDue: false, quantity: NOUGHT, revenue: NOUGHT, updates: [] };
    return ok({ entry, price: null, notDue: undue, isAssumed });
  }
  const price = priceCard(card, measure, input);
  if (!price.ok) return price;
  const quantity = quantityOf(card, measure, input.cycle);
  return ok({
    entry: { card, isDue: true, quantity, revenue: price.value.amount, updates: [] },
    price: price.value,
    notDue: null,
    isAssumed,
  });
}

/** What a card costs in a cycle before pricing rules; 0 where it is not due. Refuses RATES_INVALID as a statement does. */
export function revenueOf(card: ChargedCard, input: StatementInput): Result<Fraction> {
  const charge = chargeOf(card, input);
  return charge.ok ? ok(charge.value.entry.revenue) : charge;
}

function measureOf(card: ChargedCard, { usage, overage, licenses, bought }: StatementInput): Measure | undefined {
  if (!isMeasured(card)) return bought?.get(card.name) ?? ONE;
  if (card.billableId === null) return undefined;
  const given = { LICENSE: licenses, USAGE: usage, ENTITLEMENT_OVERAGE: overage }[card.type];
  return given.get(card.billableId);
}

function repriced(card: ChargedCard, quantity: Fraction, input: StatementInput): Result<Fraction> {
  const price = priceCard(card, card.type === 'LICENSE' ? constantLicenses(quantity) : quantity, input);
  return price.ok ? ok(price.value.amount) : price;
}

/** The commitments with a rate in the currency. Where there is none, nothing is committed. */
function commitmentsOf(cards: readonly RateCard[], currency: string): readonly Committed[] {
  return cards.flatMap((card) => {
    const rate = card.type === 'MINIMUM_COMMITMENT' ? card.rateValues.find((value) => value.currency === currency)?.rate : undefined;
    return card.type === 'MINIMUM_COMMITMENT' && rate !== undefined ? [{ card, amount: fromDecimal(rate) }] : [];
  });
}

function rootOf(charges: readonly Charge[], { entries, additions }: RuleOutcome, committed: readonly Committed[]): Part {
  const cards = nodeOf(
    'cards',
    'CARDS',
    'Rate cards',
    entries.flatMap((entry, i) => cardPart(entry, charges[i]?.price ?? null)),
  );
  const trueUps = committed.map(({ card, amount }): Part => {
    const exact = greatest(subtract(amount, cards.exact), NOUGHT);
    const why = { kind: 'COMMITMENT', commitment: amount, subtotal: cards.exact } as const;
    return { key: 'true-up', kind: 'TRUE_UP', label: card.displayName, card, quantity: null, exact, why, parts: [] };
  });
  return nodeOf('total', 'TOTAL', 'Total', [nodeOf('gross', 'GROSS', 'Gross', [cards, ...trueUps, ...additions])]);
}

function nodeOf(key: string, kind: LineKind, label: string, parts: readonly Part[]): Part {
  return sumOf({ key, kind, label, card: null, quantity: null, why: { kind: 'SUM' }, parts });
}

/** A card that is not due has no line, unless a rule makes it cost something. */
function cardPart({ card, quantity, updates }: Entry, price: PricedCard | null): readonly Part[] {
  const parts = [...(price?.parts ?? []), ...updates];
  if (!price && updates.every(({ exact }) => isNought(exact))) return [];
  const why = price?.why ?? { kind: 'CARD', isCutAndWhole: false, isAboveMaxQuantity: false, fellBelowNought: false };
  return [sumOf({ key: card.name, kind: 'CARD', label: card.displayName, card, quantity, why, parts })];
}

/** Quantities that were given for items that no card of their kind prices. */
function unpricedItems({ cards, usage, overage, licenses, cycle }: StatementInput): readonly Unpriced[] {
  const pricedBy = (type: RateCard['type']) => new Set(cards.flatMap((card) => (card.type === type ? (card.billableId ?? []) : [])));
  const without = (ids: Iterable<string>, type: RateCard['type'], quantityById: (id: string) => Fraction): readonly Unpriced[] => {
    const known = pricedBy(type);
    return [...ids]
      .filter((id) => !known.has(id))
      .map((billableId) => ({ billableId, quantity: quantityById(billableId), reason: 'NO_RATE_CARD' }));
  };
  const counted = (quantities: ReadonlyMap<string, Fraction>) => (id: string) => quantities.get(id) ?? NOUGHT;
  const held = (id: string) => {
    const each = licenses.get(id);
    return each ? mostOf(each, cycle.served) : NOUGHT;
  };
  return [
    ...without(usage.keys(), 'USAGE', counted(usage)),
    ...without(overage.keys(), 'ENTITLEMENT_OVERAGE', counted(overage)),
    ...without(licenses.keys(), 'LICENSE', held),
  ];
}

function negativeQuantities({ usage, overage }: StatementInput): Result<undefined> {
  const faults = (['usage', 'overage'] as const).flatMap((field) =>
    [...(field === 'usage' ? usage : overage)].flatMap(([id, quantity]) =>
      isBelowNought(quantity) ? [invalid(`The quantity of "${id}" is 0 or more, not ${textOf(quantity)}.`, [field, id])] : [],
    ),
  );
  return okUnless(faults, undefined);
}
