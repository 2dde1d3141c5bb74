import { PLACES, USUAL_PLACES } from './currencies.ts';
import { type Decimal, placesOf, roundTo } from './decimal.ts';
import { parseEach } from './fields.ts';
import { invalid } from './refusal.ts';
import { ok, type Result, refuse } from './result.ts';

/** An amount in a currency (ISO 4217). */
export interface Money {
  readonly amount: Decimal;
  readonly currency: string;
}

/** The codes of the currencies that can be chosen. */
export const CURRENCIES: readonly string[] = [...PLACES.keys()];

/** Whether a currency can be chosen. A currency that was chosen before its withdrawal can still be read. */
export const isCurrency = (code: string): boolean => PLACES.has(code);

/** Parses the ISO 4217 code of a current currency, in capitals. */
export function parseCurrency(code: string): Result<string> {
  return isCurrency(code) ? ok(code) : refuse(invalid(`"${code}" is not the ISO 4217 code of a current currency, such as "USD".`));
}

/** The decimal places of a currency's minor unit (ISO 4217): 2 for USD, 0 for JPY, 3 for KWD. */
export const minorUnits = (currency: string): number => PLACES.get(currency) ?? USUAL_PLACES;

/**
 * Checks an amount of money that a caller gives: it must not have more decimal places than its currency (README, "Rating"). Rounding it
 * later would change the amount.
 */
export function parseAmount(amount: Decimal, currency: string): Result<Decimal> {
  const places = minorUnits(currency);
  if (placesOf(amount) <= places) return ok(amount);
  const allowed = places === 0 ? 'no decimal places' : `at most ${places} decimal places`;
  return refuse(invalid(`An amount in ${currency} has ${allowed}, but ${amount} has ${placesOf(amount)}.`));
}

/** Rounds an exact amount to the currency's minor unit, half to even, for display (README, "Rating"). `2.345 USD` is `2.34 USD`. */
export function round(amount: Decimal, currency: string): Money {
  return { amount: roundTo(amount, minorUnits(currency)), currency };
}

/** Parses a list of currencies: at least one, none twice. */
export function parseCurrencies(codes: readonly string[]): Result<readonly string[]> {
  if (codes.length === 0) return refuse(invalid('The list must have at least one currency, such as "USD".'));
  const currencies = parseEach(codes, parseCurrency);
  if (!currencies.ok) return currencies;
  const twice = codes.findIndex((code, i) => codes.indexOf(code) < i);
  return twice < 0 ? currencies : refuse(invalid(`${codes[twice]} is listed twice.`, [twice]));
}
