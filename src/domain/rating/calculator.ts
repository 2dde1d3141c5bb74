import type { BillableItem, BillableKind } from '../billable-item.ts';
import { grouped } from '../count.ts';
import { type Day, FOREVER, maxDay, minDay } from '../day.ts';
import type { Decimal } from '../decimal.ts';
import { minorUnits } from '../money.ts';
import { type PricingCycleConfig, resolveCycle } from '../pricing-cycle.ts';
import type { PricingRule } from '../pricing-rule/pricing-rule.ts';
import type { RateCard } from '../rate-card/rate-card.ts';
import { invalid, notFound, type Refusal } from '../refusal.ts';
import { ok, okUnless, type Result, refuse, withPath } from '../result.ts';
import { cycleOf, type RatedCycle, type Share } from './cycle.ts';
import { type Fraction, fromDecimal, pointed } from './fraction.ts';
import type { ReasonOf } from './line.ts';
import { quantityFaults } from './quantities.ts';
import { shownTotal } from './shown.ts';
import { type Statement, type StatementInput, statementOf } from './statement.ts';

/** The terms that a cycle is priced by, wherever they come from. */
export interface CalculatedTerms {
  /** `null`: the plan is paid once. */
  readonly pricingCycle: PricingCycleConfig | null;
  readonly currencies: readonly string[];
  readonly cards: readonly RateCard[];
  readonly rules: readonly PricingRule[];
}

/** A quantity of a billable item, as callers give it. */
export interface GivenQuantity {
  readonly billableId: string;
  readonly quantity: Decimal;
}

/** Maximum items of a list of quantities, license entries or points of a curve. */
export const MAX_ENTRIES = 1_000;
/** Maximum ordinal of a cycle: 833 years of months. */
export const MAX_ORDINAL = 10_000;

/**
 * The cycle of an ordinal under terms that begin on a day and never end (README, "Calculator"). Refuses INVALID_VALUE for an ordinal below 1 or
 * above 10,000, and NOT_FOUND where there is no such cycle.
 */
export function cycleFrom({ pricingCycle }: Pick<CalculatedTerms, 'pricingCycle'>, start: Day, ordinal: number): Result<RatedCycle> {
  if (!Number.isInteger(ordinal) || ordinal < 1 || ordinal > MAX_ORDINAL) {
    return refuse(invalid(`Cycles are numbered from 1 to ${grouped(MAX_ORDINAL)}. There is no cycle ${ordinal}.`, ['pricingCycleOrdinal']));
  }
  const anchored = resolveCycle({ override: null, retainStartOffsets: false, inForce: null, plan: pricingCycle, day: start });
  if (!anchored.ok) return anchored;
  const schedule = { config: anchored.value ?? pricingCycle, period: { start, end: FOREVER }, countsFrom: start, siblings: [] };
  return withPath(cycleOf(schedule, ordinal), 'pricingCycleOrdinal');
}

/**
 * The share of a cycle that has passed (README, "Calculator"): the whole days served from its start until before the day. On November 16th, 15 of the
 * 30 days of November. Refuses INVALID_VALUE for a day before the nominal cycle or after its end.
 */
export function elapsed({ served: { start, end }, nominal }: Share, day: Day): Result<Share> {
  if (day >= nominal.start && day <= nominal.end) return ok({ served: { start, end: maxDay(start, minDay(day, end)) }, nominal });
  const message = `\`currentDate\` must be from ${nominal.start}, the first day of the cycle, to ${nominal.end}, its end. It is ${day}.`;
  return refuse(invalid(message, ['currentDate']));
}

/** Which kinds of items a list of quantities may name. */
export const QUANTITY_KINDS = {
  usage: { kinds: ['USAGE_METER'], noun: 'usage meter' },
  overage: { kinds: ['FEATURE'], noun: 'feature' },
  measured: { kinds: ['USAGE_METER', 'FEATURE'], noun: 'usage meter or feature' },
  license: { kinds: ['LICENSE', 'NAMED_LICENSE'], noun: 'license' },
  any: { kinds: ['USAGE_METER', 'FEATURE', 'LICENSE', 'NAMED_LICENSE'], noun: 'usage meter, feature or license' },
  name: { kinds: ['NAMED_LICENSE'], noun: 'named license' },
} as const satisfies Record<string, { readonly kinds: readonly BillableKind[]; readonly noun: string }>;
export type QuantityKind = keyof typeof QUANTITY_KINDS;

/**
 * Checks the id of an item that a quantity names, at its own path. Refuses NOT_FOUND for an id that does not exist, and INVALID_VALUE for an item of
 * another kind.
 */
export function itemFaults(id: string, kind: QuantityKind, items: ReadonlyMap<string, BillableItem>): readonly Refusal[] {
  const { kinds, noun } = QUANTITY_KINDS[kind];
  const item = items.get(id);
  if (!item) return [notFound(noun, id)];
  if (kinds.some((each) => each === item.kind)) return [];
  return [invalid(`"${id}" is of the kind ${item.kind}. Give the id of a ${noun}.`)];
}

/** Quantities by the ids of their items. Refuses more than 1,000, an id that is named twice, and what `itemFaults` and `quantityFaults` refuse. */
export function parseQuantities(
  given: readonly GivenQuantity[],
  kind: QuantityKind,
  items: ReadonlyMap<string, BillableItem>,
): Result<ReadonlyMap<string, Fraction>> {
  const few = requireFew(given);
  if (!few.ok) return few;
  const at =
    (path: readonly (string | number)[]) =>
    (refusal: Refusal): Refusal => ({ ...refusal, path });
  const first = new Map<string, number>();
  const faults = given.flatMap(({ billableId, quantity }, i) => {
    const earlier = first.get(billableId);
    if (earlier === undefined) first.set(billableId, i);
    const twice = earlier === undefined ? [] : [invalid(`"${billableId}" is listed twice. Give one quantity.`)];
    return [
      ...[...itemFaults(billableId, kind, items), ...twice].map(at([i, 'billableId'])),
      ...quantityFaults(quantity, { canFall: false }, [i, 'quantity']),
    ];
  });
  return okUnless(faults, new Map(given.map(({ billableId, quantity }) => [billableId, fromDecimal(quantity)])));
}

/** Refuses with LIMIT_EXCEEDED a list of more than 1,000. */
export function requireFew({ length }: readonly unknown[], most: number = MAX_ENTRIES): Result<undefined> {
  return okUnless(
    length <= most ? [] : [invalid(`At most ${grouped(most)} items are allowed, not ${length}.`, [], 'LIMIT_EXCEEDED')],
    undefined,
  );
}

/** What a cycle costs by terms: a statement, in one of the currencies of the terms. */
export interface CalculatedCycle extends Omit<StatementInput, 'cards' | 'rules'> {
  readonly terms: CalculatedTerms;
}

/**
 * The statement of a cycle (README, "Calculator"). Refuses CURRENCY_NOT_SUPPORTED for a currency that is not among those of the terms, and what
 * `statementOf` refuses.
 */
export function calculate({ terms, ...input }: CalculatedCycle): Result<Statement> {
  const { currency } = input;
  if (terms.currencies.includes(currency)) return statementOf({ ...input, cards: terms.cards, rules: terms.rules });
  const message = `${currency} is not one of the currencies that have prices here: ${terms.currencies.join(', ')}.`;
  return refuse({ kind: 'Precondition', code: 'CURRENCY_NOT_SUPPORTED', message, path: ['currency'] });
}

interface Revenue {
  readonly currency: string;
  readonly quantity: Fraction | null;
  /** What is shown. */
  readonly amount: Decimal;
  readonly exact: Fraction;
}

/** What a slab costs: of a license, once for each run of days. */
export interface SlabRevenue extends Revenue {
  readonly why: ReasonOf<'SLAB'>;
}

/** What a rate card costs in a statement, with each slab that prices some of it. */
export interface CardRevenue extends Revenue {
  readonly card: RateCard;
  readonly slabs: readonly SlabRevenue[];
}

/** The lines of each rate card that costs something, in the order of the statement. */
export function revenueByCard({ lines, currency }: Statement): readonly CardRevenue[] {
  const linesByCard = Map.groupBy(lines, ({ card }) => card?.name);
  return lines.flatMap(({ kind, card, quantity, amount, exact }) => {
    if (kind !== 'CARD' || card === null) return [];
    const slabs = (linesByCard.get(card.name) ?? []).flatMap((line) =>
      line.why.kind === 'SLAB' ? [{ currency, quantity: line.quantity, amount: line.amount, exact: line.exact, why: line.why }] : [],
    );
    return [{ card, currency, quantity, amount, exact, slabs }];
  });
}

/** The difference of two totals as it is shown. */
export function differenceOf(before: Statement, after: Statement): Decimal {
  const units = (amount: Decimal) => shownTotal(fromDecimal(amount), before.currency);
  return pointed(units(after.total) - units(before.total), minorUnits(before.currency));
}
