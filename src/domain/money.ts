import { type Decimal, roundTo } from './decimal.ts';
import { invalid, type PathSegment } from './refusal.ts';
import { all, ok, type Result, refuse } from './result.ts';

/** An amount in a currency (ISO 4217). */
export interface Money {
  readonly amount: Decimal;
  readonly currency: string;
}

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** The currencies whose minor unit is not a hundredth. */
const MINOR_UNITS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
    3: 'BHD IQD JOD KWD LYD OMR TND',
    4: 'CLF UYW',
  }).flatMap(([places, codes]) => codes.split(' ').map((code) => [code, Number(places)] as const)),
);

export const isCurrency = (code: string): boolean => CURRENCIES.has(code);

/** A currency by its ISO 4217 code, in capitals. */
export function parseCurrency(code: string, path: readonly PathSegment[] = []): Result<string> {
  return isCurrency(code) ? ok(code) : refuse(invalid(`"${code}" is not an ISO 4217 currency code, such as "USD".`, path));
}

/**
 * Decimal places of a currency's minor unit, by ISO 4217: 2 for USD, 0 for JPY, 3 for KWD. `Intl` answers what prices usually show,
 * which for HUF, IDR or IQD is fewer than what is owed.
 */
export function minorUnits(currency: string): number {
  return MINOR_UNITS.get(currency) ?? 2;
}

/** An exact amount as it is shown: rounded once, half to even, to the currency's minor units (README, "Rating"). `2.345 USD` is 2.34. */
export function round(amount: Decimal, currency: string): Money {
  return { amount: roundTo(amount, minorUnits(currency)), currency };
}

/** The currencies that something is priced in: at least one, none twice. */
export function parseCurrencies(codes: readonly string[], path: readonly PathSegment[] = []): Result<readonly string[]> {
  if (codes.length === 0) return refuse(invalid('Name at least one currency, such as "USD".', path));
  const known = all(codes.map((code, i) => parseCurrency(code, [...path, i])));
  if (!known.ok) return known;
  const twice = codes.findIndex((code, i) => codes.indexOf(code) < i);
  return twice < 0 ? known : refuse(invalid(`${codes[twice]} is named twice.`, [...path, twice]));
}
