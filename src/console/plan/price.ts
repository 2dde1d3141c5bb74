import type { PlanRateCardsQuery } from 'billing-catalogue/documents';
import { moneyText, numberText, wordsOf } from '../format.ts';

/** A rate card as a version of a plan has it. */
export type Card = NonNullable<PlanRateCardsQuery['pricePlan']>['rateCards']['edges'][number]['node'];

/** A price, and the quantities that it is for. */
export interface PriceRow {
  readonly quantity: string;
  readonly price: string;
}

interface Slab {
  readonly startAfter: string;
  readonly priceType: string;
  readonly slabConfig: { readonly packageSize: string | null } | null;
  /** `null`: the slab has no rate in the currency. */
  readonly rate: string | null;
}

/** Returns the prices of a rate card in a currency, as people read them. Empty: it has none in the currency. */
export function pricesOf(card: Card, currency: string): readonly PriceRow[] {
  if ('amounts' in card) {
    const rate = card.amounts.find((each) => each.currency === currency)?.rate;
    return rate === undefined ? [] : [{ quantity: 'Any', price: moneyText({ amount: rate, currency }) }];
  }
  const slabs = slabsOf(card, currency);
  return slabs.map((slab, i) => ({ quantity: rangeText(slab.startAfter, slabs[i + 1]?.startAfter), price: priceText(slab, currency) }));
}

/** Returns how the slabs of a rate card price a quantity. `null`: it has no slabs. */
export function modelOf(card: Card): string | null {
  if ('amounts' in card) return null;
  return 'ratePlan' in card ? card.ratePlan.pricingModel : card.rateDetails.pricingModel;
}

/** Returns the slabs of a rate card that is priced by quantity, in order. */
export const slabsIn = (card: Card) => ('ratePlan' in card ? card.ratePlan.slabs : []);

/** Returns the size of the packages in which a rate card is sold. 1 if it is sold by the unit. */
export const packageSizeOf = (card: Card): number =>
  Math.max(1, ...slabsIn(card).map(({ slabConfig }) => Number(slabConfig?.packageSize ?? 1)));

/** Returns what a rate card gives, and not only what it costs. Empty: nothing. */
export function grantText(card: Card, currency: string): string {
  if ('featureConfigs' in card) {
    return card.featureConfigs
      .map(({ featureCreditLimit, effectiveUntil }) => `${numberText(featureCreditLimit)} for ${durationText(effectiveUntil)}`)
      .join(', ');
  }
  const credits = 'rateDetails' in card && card.rateDetails.currencySlabRateDetails.find((each) => each.currency === currency);
  return credits ? `Credits of ${moneyText({ amount: credits.creditAmount, currency })}` : '';
}

function slabsOf(card: Exclude<Card, { amounts: unknown }>, currency: string): readonly Slab[] {
  if ('rateDetails' in card) return card.rateDetails.currencySlabRateDetails.find((each) => each.currency === currency)?.slabDetails ?? [];
  const rates = card.rateValues.find((each) => each.currency === currency)?.slabRates;
  if (!rates) return [];
  return card.ratePlan.slabs.map((slab) => ({ ...slab, rate: rates.find(({ order }) => order === slab.order)?.rate ?? null }));
}

/** A slab covers quantities above its bound, up to and including the next one. */
function rangeText(after: string, until: string | undefined): string {
  if (until === undefined) return Number(after) === 0 ? 'Any' : `Above ${numberText(after)}`;
  return Number(after) === 0 ? `Up to ${numberText(until)}` : `Above ${numberText(after)}, up to ${numberText(until)}`;
}

function priceText({ rate, priceType, slabConfig }: Slab, currency: string): string {
  if (rate === null) return 'No price';
  const price = moneyText({ amount: rate, currency });
  if (priceType === 'PACKAGE') return `${price} per ${numberText(slabConfig?.packageSize ?? '1')}`;
  return priceType === 'FLAT' ? `${price} flat` : `${price} each`;
}

const UNITS: Readonly<Record<string, string>> = { Y: 'year', M: 'month', W: 'week', D: 'day' };

/** Returns an ISO 8601 duration in words: `P90D` is `90 days`. One that has other parts stays as it is. */
function durationText(duration: string): string {
  const [, count, unit] = /^P(\d+)([YMWD])$/.exec(duration) ?? [];
  return count && unit ? `${count} ${UNITS[unit]}${count === '1' ? '' : 's'}` : duration;
}

/** Returns a name within a path of the API as words. Names that people chose, and codes, stay as they are. */
export const fieldText = (path: readonly string[]): string =>
  path.map((part) => (/^[a-z]+[A-Z]/.test(part) ? wordsOf(part) : part)).join(' › ');
