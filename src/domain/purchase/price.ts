import { FIRST_DAY, FOREVER } from '../day.ts';
import { type Decimal, fromInteger } from '../decimal.ts';
import type { Money } from '../money.ts';
import { resolveCycle } from '../pricing-cycle.ts';
import type { LicenseRateCard, RateCard } from '../rate-card/rate-card.ts';
import { type CountedCard, isMeasured, priceOfOne } from '../rating/card.ts';
import { cycleOf, type RatedCycle } from '../rating/cycle.ts';
import type { BoughtQuantity } from '../rating/estimate.ts';
import { fromDecimal, isNought, toDecimal } from '../rating/fraction.ts';
import { portion } from '../rating/invoices.ts';
import { constantLicenses } from '../rating/licenses.ts';
import { type Part, sumOf } from '../rating/line.ts';
import { linesOf } from '../rating/lines.ts';
import { ruleTiming } from '../rating/rules.ts';
import { priceCycle, type StatementInput } from '../rating/statement.ts';
import { precondition } from '../refusal.ts';
import { all, ok, type Result, refuse } from '../result.ts';
import type { PriceLine } from './price-line.ts';
import { effectKind, type PurchasedPlan, type PurchaseTerms } from './purchase.ts';

/** A rate card whose price is paid when it is bought. Usage and commitments are charged later. */
export type PricedCard = LicenseRateCard | CountedCard;

export interface Price {
  readonly price: Money;
  /** They sum to the price. */
  readonly lines: readonly PriceLine[];
}

/**
 * Returns the price that is due at the start (README, "Proposals and purchases"): what a statement charges of the first cycle in advance, at the
 * quantities of the purchase. For 3 of a fee of 9.99, and 150 licenses of which the first 100 cost 2 each and the rest 1 each:
 *
 *     3 x 9.99 + (100 x 2 + 50 x 1) = 29.97 + 250 = 279.97
 *
 * Refuses what a statement refuses, such as RATES_INVALID for a card without a rate in the currency, and with PRICE_TOO_SMALL a price above 0
 * that would be shown, and paid, as 0.
 * @param plan the plan that is bought; `null` for a wallet top-up
 */
export function priceOf(terms: PurchaseTerms, plan: PurchasedPlan | null, currency: string): Result<Price> {
  if (terms.purchaseAmount !== null) return ok(topupPrice(terms.purchaseAmount, currency));
  if (!plan) throw new Error(`A purchase of type ${terms.type} has no plan.`);
  const parts = partsOf(terms, plan, currency);
  if (!parts.ok) return parts;
  const root = wholeOf(parts.value.map((part) => ({ ...part, parts: [] })));
  const [whole, ...lines] = linesOf(root, currency);
  if (whole.amount === '0' && !isNought(root.exact)) {
    const message = `The price is not 0, but less than the smallest amount of ${currency} that can be paid. Buy a larger quantity.`;
    return refuse(precondition('PRICE_TOO_SMALL', message, ['quantity']));
  }
  const shown = all(parts.value.map((part, i) => lineOf(part, lines[i]?.amount ?? whole.amount, terms, currency)));
  return shown.ok ? ok({ price: { amount: whole.amount, currency }, lines: shown.value }) : shown;
}

export function isPriced(card: RateCard): card is PricedCard {
  return card.type === 'LICENSE' || isCounted(card);
}

/** The quantity of a card: its own in `rateCardQuantities`, or else the purchase's `quantity`. */
export function quantityOf(card: PricedCard, { rateCardQuantities, quantity }: PurchaseTerms): Decimal {
  return Object.hasOwn(rateCardQuantities, card.name) ? (rateCardQuantities[card.name] ?? fromInteger(quantity)) : fromInteger(quantity);
}

/** The fees, entitlements and grants that are bought in another quantity than 1. */
export function boughtQuantities(cards: readonly RateCard[], terms: PurchaseTerms): readonly BoughtQuantity[] {
  return cards.filter(isCounted).flatMap((card) => {
    const quantity = quantityOf(card, terms);
    return quantity === '1' ? [] : [{ card, quantity }];
  });
}

function isCounted(card: RateCard): card is CountedCard {
  return card.type === 'FIXED_FEE' || card.type === 'BILLING_ENTITLEMENT' || card.type === 'CREDIT_GRANT';
}

function topupPrice(amount: Decimal, currency: string): Price {
  const line = {
    kind: 'WALLET_TOPUP',
    rateCard: null,
    label: 'Wallet top-up',
    quantity: fromInteger(1),
    rate: amount,
    share: null,
  } as const;
  return { price: { amount, currency }, lines: [{ ...line, amount }] };
}

/** The exact parts of a price: one for each rate card, one for what each pricing rule changes of it, and what rules add. */
function partsOf(terms: PurchaseTerms, plan: PurchasedPlan, currency: string): Result<readonly Part[]> {
  const { cards, version } = plan;
  const isOnce = effectKind(terms.type, version.type) !== 'ASSOCIATION';
  const cycle = isOnce ? ok(PAID_ONCE) : firstCycle(terms, plan);
  if (!cycle.ok) return cycle;
  const priced = priceCycle({
    ...{ currency, cards, cycle: cycle.value, proration: isOnce ? 'NONE' : 'BY_DAYS' },
    // What rules in arrears compute is not due yet, and may need usage that nobody knows.
    rules: version.pricingRules.filter((rule) => ruleTiming(rule) === 'IN_ADVANCE'),
    ...quantities(cards, terms),
  });
  if (!priced.ok) return priced;
  const { root } = priced.value;
  const due = isOnce ? root : portion(root, 'IN_ADVANCE');
  return ok(
    (due?.parts ?? []).flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'CARDS' ? part.parts.flatMap(divided) : part))),
  );
}

/** A plan that is paid once has one cycle, without days that are cut. */
const ALWAYS = { start: FIRST_DAY, end: FOREVER };
const PAID_ONCE: RatedCycle = {
  ...{ schedule: { config: null, period: ALWAYS, countsFrom: FIRST_DAY }, ordinal: 1 },
  ...{ served: ALWAYS, nominal: ALWAYS, dueOn: FOREVER },
};

/** The first cycle of the schedule that an association begins. */
function firstCycle(
  { override, effectiveFrom: start, effectiveUntil: end }: PurchaseTerms,
  { version }: PurchasedPlan,
): Result<RatedCycle> {
  if (start === null || end === null) throw new Error('An association has no period.');
  const choice = { override: override?.pricingCycle ?? null, retainStartOffsets: false, inForce: null };
  const own = resolveCycle({ ...choice, plan: version.pricingCycle, day: start });
  if (!own.ok) return own;
  return cycleOf({ config: own.value ?? version.pricingCycle, period: { start, end }, countsFrom: start, siblings: [] }, 1);
}

function quantities(cards: readonly RateCard[], terms: PurchaseTerms): Pick<StatementInput, 'usage' | 'overage' | 'licenses' | 'bought'> {
  const priced = cards.filter(isPriced).map((card) => ({ card, quantity: fromDecimal(quantityOf(card, terms)) }));
  return {
    ...{ usage: new Map(), overage: new Map() },
    licenses: new Map(
      priced.flatMap(({ card, quantity }) =>
        card.type === 'LICENSE' && card.billableId !== null ? [[card.billableId, constantLicenses(quantity)] as const] : [],
      ),
    ),
    bought: new Map(priced.map(({ card, quantity }) => [card.name, quantity])),
  };
}

/** A card without what rules change of it, and each change. */
function divided(part: Part): readonly Part[] {
  const updates = part.parts.filter(({ kind }) => kind === 'RULE_UPDATE');
  return [sumOf({ ...part, parts: part.parts.filter(({ kind }) => kind !== 'RULE_UPDATE') }), ...updates];
}

function lineOf({ kind, card, label, parts }: Part, amount: Decimal, terms: PurchaseTerms, currency: string): Result<PriceLine> {
  if (kind !== 'CARD' || card === null || !isPriced(card)) {
    const ofRule = { kind: kind === 'RULE_UPDATE' ? 'RULE_UPDATE' : 'RULE_ADDITION', rateCard: card?.name ?? null } as const;
    return ok({ ...ofRule, label, quantity: null, rate: null, share: null, amount });
  }
  const one = isMeasured(card) ? ok(null) : priceOfOne(card, currency);
  if (!one.ok) return one;
  const [why, ...others] = parts.map((part) => part.why);
  const isShare = why?.kind === 'PRORATION' && others.length === 0 && why.days !== why.ofDays;
  const share = isShare ? { days: why.days, ofDays: why.ofDays } : null;
  const rate = one.value && toDecimal(one.value);
  return ok({ kind: 'RATE_CARD', rateCard: card.name, label, quantity: quantityOf(card, terms), rate, share, amount });
}

const wholeOf = (parts: readonly Part[]): Part =>
  sumOf({ key: 'price', kind: 'TOTAL', label: 'Price', card: null, quantity: null, why: { kind: 'SUM' }, parts });
