import { compare, type Decimal, isZero, parseNonNegative } from '../decimal.ts';
import { fields, optional, parseEach } from '../fields.ts';
import { parseAmount, parseCurrency } from '../money.ts';
import { invalid, type PathSegment, type Refusal, type RefusalCode } from '../refusal.ts';
import { ok, okUnless, type Result, refuse } from '../result.ts';
import type {
  CreditRateInput,
  CurrencyRateInput,
  RateConfigInput,
  RatePlanInput,
  RateValueInput,
  SlabInput,
  SlabRateInput,
} from './input.ts';
import type { CreditRate, CurrencyRate, RateConfig, RatePlan, RateValue, Slab, SlabRate } from './rate-card.ts';

const MAX_SLABS = 100;

/**
 * Parses slabs, which may be listed in any order, and sorts them by `order` (README, "Rate cards"). Refuses with SLABS_INVALID orders other
 * than 1 to n, a first slab that does not start after 0, a start that is not greater than the one before, and a package without a size.
 */
export function parseRatePlan({ pricingModel, slabs }: RatePlanInput): Result<RatePlan> {
  return fields<RatePlan>({ pricingModel: ok(pricingModel), slabs: parseSlabs(slabs, parseSlab) });
}

/** Parses the rates of slabs, each currency once. Whether they match the slabs is checked when the draft is finalized. */
export function parseRateValues(values: readonly RateValueInput[]): Result<readonly RateValue[]> {
  return parseByCurrency(values, parseRateValue);
}

/** Parses one rate for each currency. */
export function parseCurrencyRates(values: readonly CurrencyRateInput[]): Result<readonly CurrencyRate[]> {
  return parseByCurrency(values, ({ currency, rate }) =>
    fields<CurrencyRate>({ currency: parseCurrency(currency), rate: parseNonNegative(rate) }),
  );
}

/** Parses one amount for each currency, with no more decimal places than the currency. */
export function parseCurrencyAmounts(values: readonly CurrencyRateInput[]): Result<readonly CurrencyRate[]> {
  return parseByCurrency(values, ({ currency, rate }) =>
    fields<CurrencyRate>({ currency: parseCurrency(currency), rate: amountIn(currency)(rate) }),
  );
}

/** A parser of an amount of money, which is 0 or more and is paid, granted or compared as it is. Rates are multiplied, and may be finer. */
const amountIn =
  (currency: string) =>
  (text: string): Result<Decimal> => {
    const amount = parseNonNegative(text);
    return amount.ok ? parseAmount(amount.value, currency) : amount;
  };

/** Parses credits and their own slabs, each currency once. A slab's order is its position in the list. */
export function parseCreditRates(values: readonly CreditRateInput[]): Result<readonly CreditRate[]> {
  return parseByCurrency(values, parseCreditRate);
}

function parseRateValue({ currency, slabRates, rateConfig }: RateValueInput): Result<RateValue> {
  const rates = parseEach(slabRates, (each) => parseSlabRate(each, currency));
  const distinct = rates.ok ? once(rates.value, ({ order }) => order, twice('Slab', 'order')) : rates;
  return fields<RateValue>({
    currency: parseCurrency(currency),
    slabRates: distinct.ok ? ok(distinct.value.toSorted((a, b) => a.order - b.order)) : distinct,
    ...cardLimits(rateConfig, currency),
  });
}

function parseCreditRate({ currency, creditAmount, slabDetails, rateConfig }: CreditRateInput): Result<CreditRate> {
  const ordered = slabDetails.map((slab, i) => ({ ...slab, order: i + 1 }));
  return fields<CreditRate>(
    {
      currency: parseCurrency(currency),
      creditAmount: amountIn(currency)(creditAmount),
      slabs: parseSlabs(ordered, (slab) => parseRatedSlab(slab, currency)),
      ...cardLimits(rateConfig, currency),
    },
    { slabs: ['slabDetails'] },
  );
}

function parseRatedSlab(input: SlabInput & SlabRateInput, currency: string): Result<Slab & SlabRate> {
  const parts = fields<{ slab: Slab; rate: SlabRate }>(
    { slab: parseSlab(input), rate: parseSlabRate(input, currency) },
    { slab: [], rate: [] },
  );
  return parts.ok ? ok({ ...parts.value.slab, ...parts.value.rate }) : parts;
}

function parseSlab({ order, startAfter, priceType, slabConfig }: SlabInput): Result<Slab> {
  return fields<Slab>(
    {
      order: ok(order),
      startAfter: parseNonNegative(startAfter),
      priceType: ok(priceType),
      packageSize: parsePackageSize(priceType, slabConfig?.packageSize ?? null),
    },
    { packageSize: ['slabConfig', 'packageSize'] },
  );
}

function parsePackageSize(priceType: Slab['priceType'], size: string | null): Result<Slab['packageSize']> {
  if (priceType !== 'PACKAGE') {
    if (size === null) return ok(null);
    return refuse(slabsInvalid(`Only a PACKAGE slab has a package size. Omit it for ${priceType}.`));
  }
  if (size === null) return refuse(slabsInvalid('A PACKAGE slab needs a package size, such as "1000".'));
  const parsed = parseNonNegative(size);
  if (!parsed.ok || !isZero(parsed.value)) return parsed;
  return refuse(slabsInvalid('The package size must be more than 0, such as "1000".'));
}

function parseSlabRate({ order, rate, slabRateConfig }: SlabRateInput, currency: string): Result<SlabRate> {
  const parsed = fields<SlabRate>(
    {
      order: isOrder(order) ? ok(order) : refuse(invalid(`The order of a slab must be 1 to ${MAX_SLABS}, not ${order}.`)),
      rate: parseNonNegative(rate),
      minimum: optional(slabRateConfig?.minimum, null, amountIn(currency)),
      maximum: optional(slabRateConfig?.maximum, null, amountIn(currency)),
    },
    { minimum: ['slabRateConfig', 'minimum'], maximum: ['slabRateConfig', 'maximum'] },
  );
  if (!parsed.ok) return parsed;
  const fault = limitFault(parsed.value.minimum, parsed.value.maximum);
  return fault === null ? parsed : refuse(invalid(fault, ['slabRateConfig', 'minimum'], 'RATES_INVALID'));
}

function limitFault(minimum: Decimal | null, maximum: Decimal | null): string | null {
  if (minimum === null || maximum === null || compare(minimum, maximum) <= 0) return null;
  return `The minimum ${minimum} is above the maximum ${maximum}. It must not be greater.`;
}

/** The limits of a whole card as a field of its rates. Without limits there is no field. */
function cardLimits(input: RateConfigInput | null | undefined, currency: string): { readonly rateConfig?: Result<RateConfig> } {
  const { minimumRate = null, maximumRate = null } = input ?? {};
  return minimumRate === null && maximumRate === null ? {} : { rateConfig: parseRateConfig(minimumRate, maximumRate, currency) };
}

function parseRateConfig(minimumRate: string | null, maximumRate: string | null, currency: string): Result<RateConfig> {
  const parsed = fields<RateConfig>({
    minimumRate: optional(minimumRate, null, amountIn(currency)),
    maximumRate: optional(maximumRate, null, amountIn(currency)),
  });
  if (!parsed.ok) return parsed;
  const fault = limitFault(parsed.value.minimumRate, parsed.value.maximumRate);
  return fault === null ? parsed : refuse(invalid(fault, ['minimumRate'], 'RATES_INVALID'));
}

function isOrder(order: number): boolean {
  return Number.isInteger(order) && order >= 1 && order <= MAX_SLABS;
}

/** Sorts the slabs by order if they are a complete sequence. The path of a refusal has the index of the slab in the input. */
function parseSlabs<I, T extends Slab>(inputs: readonly I[], parse: (input: I) => Result<T>): Result<readonly T[]> {
  if (inputs.length < 1 || inputs.length > MAX_SLABS) {
    return refuse(slabsInvalid(`There must be 1 to ${MAX_SLABS} slabs, not ${inputs.length}.`));
  }
  const parsed = parseEach(inputs, parse);
  if (!parsed.ok) return parsed;
  const entries = [...parsed.value.entries()].toSorted(([, a], [, b]) => a.order - b.order);
  const slabs = entries.map(([, slab]) => slab);
  const place = entries.findIndex(([, { order }], i) => order !== i + 1);
  const [index, misplaced] = entries[place] ?? [];
  if (index !== undefined && misplaced) {
    return refuse(slabsInvalid(orderFault(misplaced.order, place, slabs), [index, 'order']));
  }
  const faults = entries.flatMap(([i, { order, startAfter }], place) => {
    const fault = startFault(order, startAfter, slabs[place - 1]);
    return fault === null ? [] : [slabsInvalid(fault, [i, 'startAfter'])];
  });
  return okUnless(faults, slabs);
}

function orderFault(order: number, place: number, slabs: readonly Slab[]): string {
  const rule = `Orders must be 1 to ${slabs.length}, each once.`;
  if (order === slabs[place - 1]?.order) return `Slab ${order} is listed twice. ${rule}`;
  if (order > place + 1 && Number.isInteger(order)) return `There is a gap before slab ${order}: slab ${place + 1} is missing. ${rule}`;
  return `A slab cannot have the order ${order}. ${rule}`;
}

function startFault(order: number, startAfter: Slab['startAfter'], before: Slab | undefined): string | null {
  if (!before) return isZero(startAfter) ? null : `The first slab must start after 0, not after ${startAfter}.`;
  if (compare(startAfter, before.startAfter) > 0) return null;
  return `Slab ${order} starts after ${startAfter} and overlaps slab ${before.order}, which starts after ${before.startAfter}. Each slab must start after a greater quantity than the one before.`;
}

function parseByCurrency<I, T extends { readonly currency: string }>(
  values: readonly I[],
  parse: (input: I) => Result<T>,
): Result<readonly T[]> {
  const parsed = parseEach(values, parse);
  return parsed.ok ? once(parsed.value, ({ currency }) => currency, twice('Currency', 'currency')) : parsed;
}

/** Refuses every item that has the same key as an earlier one. */
function once<T, K>(items: readonly T[], key: (item: T) => K, fault: (key: K, index: number) => Refusal): Result<readonly T[]> {
  const keys = items.map(key);
  return okUnless(
    keys.flatMap((own, i) => (keys.indexOf(own) < i ? [fault(own, i)] : [])),
    items,
  );
}

function twice(what: string, field: string): (key: string | number, index: number) => Refusal {
  return (key, i) => invalid(`${what} ${key} has rates twice. List its rates once.`, [i, field], 'RATES_INVALID');
}

const slabsInvalid = (message: string, path: readonly PathSegment[] = []): Refusal =>
  invalid(message, path, 'SLABS_INVALID' satisfies RefusalCode);
