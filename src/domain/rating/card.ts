import { type Decimal, fromInteger } from '../decimal.ts';
import type {
  BillingEntitlementRateCard,
  CreditGrantRateCard,
  EntitlementOverageRateCard,
  FixedFeeRateCard,
  LicenseRateCard,
  RateCard,
  UsageRateCard,
} from '../rate-card/rate-card.ts';
import { precondition } from '../refusal.ts';
import { ok, type Result, refuse } from '../result.ts';
import { daysIn, groupOf, isWhole, type RatedCycle, type Share, shareOf } from './cycle.ts';
import { recurrenceOf } from './due.ts';
import { type Fraction, fromDecimal, greatest, isNought, least, multiply, NOUGHT, ONE, order, subtract, total } from './fraction.ts';
import { licenseParts } from './license-card.ts';
import { type Licenses, mostOf } from './licenses.ts';
import { type Part, type Reason, type RefundMode, scaled } from './line.ts';
import { limitsOf, slabParts } from './parts.ts';
import { type Pricer, pricerOf } from './slabs.ts';
import { isShorter } from './windows.ts';

/** How a cycle that is cut, or not over yet, is prorated. */
export type Proration = 'NONE' | 'BY_DAYS' | Share;

/** What prices a card besides the card itself. */
export interface Surroundings {
  readonly currency: string;
  readonly cycle: RatedCycle;
  readonly proration: Proration;
}

/** Units that cannot be priced, and why. */
export interface Unpriced {
  readonly billableId: string;
  readonly quantity: Fraction;
  readonly reason: 'NO_RATE_CARD' | 'ABOVE_MAX_QUANTITY';
}

/** What comes with a cycle besides its cost. */
export type Grant =
  | { readonly kind: 'CREDITS'; readonly card: string; readonly amount: Fraction }
  | {
      readonly kind: 'ENTITLEMENT';
      readonly card: string;
      readonly amount: Fraction;
      readonly effectiveFrom: string | null;
      readonly effectiveUntil: string;
    }
  | { readonly kind: 'REFUND'; readonly card: string; readonly amount: Fraction; readonly mode: RefundMode };

/** A card that is due, priced. */
export interface PricedCard {
  readonly quantity: Fraction;
  readonly amount: Fraction;
  readonly parts: readonly Part[];
  readonly why: Reason;
  readonly grants: readonly Grant[];
  readonly unpriced: readonly Unpriced[];
}

/** The cards whose quantity is measured, and can be changed by a rule. */
export type MeasuredCard = UsageRateCard | EntitlementOverageRateCard | LicenseRateCard;

export function isMeasured(card: RateCard): card is MeasuredCard {
  return card.type === 'USAGE' || card.type === 'ENTITLEMENT_OVERAGE' || card.type === 'LICENSE';
}

/** Usage of 0 or more, licenses by day, or how many of a fee, entitlement or grant are bought: 1, unless a purchase says otherwise. */
export type Measure = Fraction | Licenses;

export type ChargedCard = Exclude<RateCard, { type: 'MINIMUM_COMMITMENT' }>;

/** The cards that are charged by the piece. */
export type CountedCard = FixedFeeRateCard | BillingEntitlementRateCard | CreditGrantRateCard;

/**
 * A card's price in a cycle in which it is due (README, "Rating"). Refuses RATES_INVALID where the card has no rate in the currency, or not one
 * for each slab.
 */
export function priceCard(card: ChargedCard, measure: Measure, surroundings: Surroundings): Result<PricedCard> {
  switch (card.type) {
    case 'FIXED_FEE':
      return priceFee(card, unitsOf(card, measure), surroundings);
    case 'LICENSE':
      return priceLicense(card, measure, surroundings);
    case 'USAGE':
    case 'ENTITLEMENT_OVERAGE':
      return priceUsage(card, unitsOf(card, measure), surroundings);
    case 'BILLING_ENTITLEMENT':
    case 'CREDIT_GRANT':
      return priceGrant(card, unitsOf(card, measure), surroundings);
  }
}

/** What one fee, entitlement or grant costs in a whole cycle. Refuses RATES_INVALID where the card has no rate in the currency. */
export function priceOfOne(card: CountedCard, currency: string): Result<Fraction> {
  if (card.type === 'FIXED_FEE') {
    const rate = card.rateValues.find((value) => value.currency === currency)?.rate;
    return rate === undefined ? noRate(card, currency) : ok(fromDecimal(rate));
  }
  const pricer = slabPricer(card, currency);
  return pricer.ok ? ok(pricer.value(ONE).amount) : pricer;
}

/** The quantity that rules read: the greatest of a day for licenses. */
export function quantityOf(card: RateCard, measure: Measure, { served }: Pick<RatedCycle, 'served'>): Fraction {
  if (card.type === 'MINIMUM_COMMITMENT') return NOUGHT;
  return 'onDay' in measure ? mostOf(measure, served) : measure;
}

function unitsOf(card: ChargedCard, measure: Measure): Fraction {
  if ('onDay' in measure) throw new Error(`The card "${card.name}" is priced by quantity.`);
  return measure;
}

function priceFee(card: FixedFeeRateCard, quantity: Fraction, { currency, cycle, proration }: Surroundings): Result<PricedCard> {
  const rate = priceOfOne(card, currency);
  if (!rate.ok) return rate;
  const group = groupOf(cycle, recurrenceOf(card)) ?? cycle;
  const share = shareFor(card, proration, card.feeType === 'ONE_TIME' ? null : group);
  const price = multiply(rate.value, quantity);
  const amount = share ? multiply(price, shareOf(share)) : price;
  const why: Reason = share
    ? { kind: 'PRORATION', wholePrice: price, period: share.served, days: daysIn(share.served), ofDays: daysIn(share.nominal) }
    : { kind: 'FEE', rate: rate.value };
  const part: Part = { key: 'fee', kind: 'FEE', label: card.displayName, card, quantity, exact: amount, why, parts: [] };
  const isCutAndWhole = !share && card.feeType !== 'ONE_TIME' && !isWhole(group);
  return ok(priced([part], { quantity, why: cardReason({ isCutAndWhole }) }));
}

function priceLicense(card: LicenseRateCard, measure: Measure, { currency, cycle, proration }: Surroundings): Result<PricedCard> {
  const pricer = slabPricer(card, currency);
  if (!pricer.ok) return pricer;
  if (!('onDay' in measure)) throw new Error(`The license card "${card.name}" is priced by day.`);
  const share = shareFor(card, proration, cycle);
  const quantity = mostOf(measure, cycle.served);
  const { parts, refunds } = licenseParts(card, measure, {
    cycle: share ? { ...cycle, ...share } : cycle,
    isProrated: share !== null,
    price: pricer.value,
  });
  const why = cardReason({
    isCutAndWhole: share === null && (card.usageCycle === null || !isShorter(card.usageCycle, cycle)) && !isWhole(cycle),
    isAboveMaxQuantity: card.maxQuantity !== null && order(quantity, fromDecimal(fromInteger(card.maxQuantity))) > 0,
    fellBelowNought: measure.fellBelowNought,
  });
  const grants = refunds.map(({ mode, worth }): Grant => ({ kind: 'REFUND', card: card.name, amount: worth, mode }));
  return ok(priced(parts, { quantity, why, grants }));
}

function priceUsage(card: UsageRateCard | EntitlementOverageRateCard, quantity: Fraction, { currency }: Surroundings): Result<PricedCard> {
  const pricer = slabPricer(card, currency);
  if (!pricer.ok) return pricer;
  const most = card.type === 'ENTITLEMENT_OVERAGE' && card.maxQuantity !== null ? fromDecimal(card.maxQuantity) : null;
  const above = most === null ? NOUGHT : greatest(subtract(quantity, most), NOUGHT);
  const unpriced: readonly Unpriced[] =
    isNought(above) || card.billableId === null ? [] : [{ billableId: card.billableId, quantity: above, reason: 'ABOVE_MAX_QUANTITY' }];
  const parts = slabParts(card, most === null ? quantity : least(quantity, most), pricer.value);
  return ok(priced(parts, { quantity, why: cardReason({ isAboveMaxQuantity: unpriced.length > 0 }), unpriced }));
}

/** The price of one, times the quantity: a larger quantity does not reach further slabs. */
function priceGrant(
  card: BillingEntitlementRateCard | CreditGrantRateCard,
  quantity: Fraction,
  { currency }: Surroundings,
): Result<PricedCard> {
  const pricer = slabPricer(card, currency);
  if (!pricer.ok) return pricer;
  const parts = slabParts(card, ONE, pricer.value).map((part) => scaled(part, quantity));
  return ok(priced(parts, { quantity, why: cardReason({}), grants: grantsOf(card, quantity, currency) }));
}

function grantsOf(card: BillingEntitlementRateCard | CreditGrantRateCard, quantity: Fraction, currency: string): readonly Grant[] {
  const times = (amount: Decimal) => multiply(fromDecimal(amount), quantity);
  if (card.type === 'BILLING_ENTITLEMENT') {
    return card.featureConfigs.map(({ effectiveFrom, effectiveUntil, featureCreditLimit }) => {
      return { kind: 'ENTITLEMENT', card: card.name, amount: times(featureCreditLimit), effectiveFrom, effectiveUntil };
    });
  }
  const rates = card.creditRates.filter((rate) => rate.currency === currency);
  return rates.map(({ creditAmount }) => ({ kind: 'CREDITS', card: card.name, amount: times(creditAmount) }));
}

/** The days by which a card is prorated; `null`: it costs a whole price. */
function shareFor(card: FixedFeeRateCard | LicenseRateCard, proration: Proration, days: Share | null): Share | null {
  if (!card.enableProration || proration === 'NONE' || days === null) return null;
  return proration === 'BY_DAYS' ? { served: days.served, nominal: days.nominal } : proration;
}

type SlabCard = Exclude<ChargedCard, FixedFeeRateCard>;

/** The prices of each card by currency. Cards never change, and an estimate prices the same ones in every cycle. */
const pricers = new WeakMap<SlabCard, Map<string, Result<Pricer>>>();

function slabPricer(card: SlabCard, currency: string): Result<Pricer> {
  const known = pricers.get(card) ?? new Map<string, Result<Pricer>>();
  const pricer = known.get(currency) ?? newPricer(card, currency);
  pricers.set(card, known.set(currency, pricer));
  return pricer;
}

/** The prices of a card with slabs. Every slab has a rate, or it is a refusal: a slab without one would be free. */
function newPricer(card: SlabCard, currency: string): Result<Pricer> {
  if (card.type === 'CREDIT_GRANT') {
    const rates = card.creditRates.find((rate) => rate.currency === currency);
    if (!rates) return noRate(card, currency);
    return ok(pricerOf({ pricingModel: card.pricingModel, slabs: rates.slabs }, rates.slabs, limitsOf(rates.rateConfig)));
  }
  const rates = card.rateValues.find((value) => value.currency === currency);
  if (!rates) return noRate(card, currency);
  const rated = new Set(rates.slabRates.map(({ order: place }) => place));
  const unrated = card.ratePlan.slabs.find((slab) => !rated.has(slab.order));
  if (!unrated) return ok(pricerOf(card.ratePlan, rates.slabRates, limitsOf(rates.rateConfig)));
  const message = `The rate card "${card.name}" has no rate in ${currency} for slab ${unrated.order}; give one rate for each slab.`;
  return refuse(precondition('RATES_INVALID', message, ['rateCards', card.name]));
}

function noRate(card: RateCard, currency: string): Result<never> {
  return refuse(precondition('RATES_INVALID', `The rate card "${card.name}" has no rate in ${currency}.`, ['rateCards', card.name]));
}

function cardReason(flags: Partial<Omit<Extract<Reason, { kind: 'CARD' }>, 'kind'>>): Reason {
  return { kind: 'CARD', isCutAndWhole: false, isAboveMaxQuantity: false, fellBelowNought: false, ...flags };
}

function priced(
  parts: readonly Part[],
  { grants = [], unpriced = [], ...rest }: Pick<PricedCard, 'quantity' | 'why'> & Partial<Pick<PricedCard, 'grants' | 'unpriced'>>,
): PricedCard {
  return { ...rest, amount: total(parts.map(({ exact }) => exact)), parts, grants, unpriced };
}
