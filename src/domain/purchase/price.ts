import { type Decimal, fromInteger, sum, times } from '../decimal.ts';
import { type Money, round } from '../money.ts';
import type {
  BillingEntitlementRateCard,
  CreditGrantRateCard,
  FixedFeeRateCard,
  LicenseRateCard,
  RateCard,
} from '../rate-card/rate-card.ts';
import { fromDecimal, toDecimal } from '../rating/fraction.ts';
import { limitsOf } from '../rating/parts.ts';
import { type Pricer, pricerOf } from '../rating/slabs.ts';
import { precondition } from '../refusal.ts';
import { all, ok, type Result, refuse } from '../result.ts';
import { effectKind, type PriceLine, type PurchasedPlan, type PurchaseTerms } from './purchase.ts';

/** A rate card whose price is paid when it is bought. Usage and commitments are charged later. */
export type PricedCard = FixedFeeRateCard | LicenseRateCard | BillingEntitlementRateCard | CreditGrantRateCard;

export interface Price {
  readonly price: Money;
  /** The exact parts of the price. The price is their sum, rounded once. */
  readonly lines: readonly PriceLine[];
}

const ONE = fromInteger(1);

/**
 * Returns the price that is due at the start (README, "Proposals and purchases"). For 3 of a fee of 9.99, and 150 licenses of which the
 * first 100 cost 2 each and the rest 1 each:
 *
 *     3 x 9.99 + (100 x 2 + 50 x 1) = 29.97 + 250 = 279.97
 *
 * Refuses with RATES_INVALID if a card has no rate in the currency.
 * @param plan the plan that is bought; `null` for a wallet top-up
 */
export function priceOf(terms: PurchaseTerms, plan: PurchasedPlan | null, currency: string): Result<Price> {
  if (terms.purchaseAmount !== null) return ok(topupPrice(terms.purchaseAmount, currency));
  const associates = effectKind(terms.type, plan?.version.type ?? null) === 'ASSOCIATION';
  const due = (plan?.cards ?? []).filter(isPriced).filter((card) => !associates || isDueInFirstCycle(card));
  const lines = all(due.map((card) => lineOf(card, quantityOf(card, terms), currency)));
  return lines.ok ? ok({ price: round(sum(lines.value.map(({ amount }) => amount)), currency), lines: lines.value }) : lines;
}

export function isPriced(card: RateCard): card is PricedCard {
  return card.type === 'FIXED_FEE' || card.type === 'LICENSE' || card.type === 'BILLING_ENTITLEMENT' || card.type === 'CREDIT_GRANT';
}

/** The quantity of a card: its own in `rateCardQuantities`, or else the purchase's `quantity`. */
export function quantityOf(card: PricedCard, { rateCardQuantities, quantity }: PurchaseTerms): Decimal {
  return Object.hasOwn(rateCardQuantities, card.name) ? (rateCardQuantities[card.name] ?? fromInteger(quantity)) : fromInteger(quantity);
}

function topupPrice(amount: Decimal, currency: string): Price {
  return { price: round(amount, currency), lines: [{ rateCard: 'WALLET_TOPUP', quantity: ONE, rate: amount, amount }] };
}

/** Whether a card is charged when the first cycle begins: not in arrears and not after skipped cycles. */
function isDueInFirstCycle(card: PricedCard): boolean {
  const skipped = card.type === 'LICENSE' ? 0 : card.recurrence.offset;
  return card.invoiceTiming !== 'IN_ARREARS' && skipped === 0;
}

/** The price line of a card. A license is priced by its slabs at its quantity; any other card costs the price of one times its quantity. */
function lineOf(card: PricedCard, quantity: Decimal, currency: string): Result<PriceLine> {
  const cost = card.type === 'LICENSE' ? costOf(card, quantity, currency) : costOf(card, ONE, currency);
  if (cost === null) {
    return refuse(precondition('RATES_INVALID', `The rate card "${card.name}" has no rate in ${currency}.`, ['rateCards', card.name]));
  }
  const rateCard = card.name;
  if (card.type === 'LICENSE') return ok({ rateCard, quantity, rate: null, amount: cost });
  return ok({ rateCard, quantity, rate: cost, amount: times(cost, quantity) });
}

/** The exact cost of a quantity by the card's rates. `null` if the card has no rate in the currency. */
function costOf(card: PricedCard, quantity: Decimal, currency: string): Decimal | null {
  if (card.type === 'FIXED_FEE') {
    const rate = card.rateValues.find((value) => value.currency === currency)?.rate;
    return rate === undefined ? null : times(rate, quantity);
  }
  if (card.type === 'CREDIT_GRANT') {
    const rates = card.creditRates.find((rate) => rate.currency === currency);
    const { pricingModel } = card;
    return rates ? exactly(pricerOf({ pricingModel, slabs: rates.slabs }, rates.slabs, limitsOf(rates.rateConfig)), quantity) : null;
  }
  const rates = card.rateValues.find((value) => value.currency === currency);
  return rates ? exactly(pricerOf(card.ratePlan, rates.slabRates, limitsOf(rates.rateConfig)), quantity) : null;
}

/** Slabs multiply, add and count packages, so that the price of a decimal quantity is a decimal. */
function exactly(price: Pricer, quantity: Decimal): Decimal {
  const amount = toDecimal(price(fromDecimal(quantity)).amount);
  if (amount === null) throw new Error(`The price of ${quantity} is no decimal.`);
  return amount;
}
