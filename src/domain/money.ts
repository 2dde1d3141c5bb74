import * as iso4217 from 'dinero.js/currencies';
import { type Decimal, placesOf, roundTo } from './decimal.ts';
import { parseEach } from './fields.ts';
import { invalid } from './refusal.ts';
import { ok, type Result, refuse } from './result.ts';

/** An amount in a currency (ISO 4217). */
export interface Money {
  readonly amount: Decimal;
  readonly currency: string;
}

/** Withdrawn from ISO 4217, but not yet from the list of dinero.js 2.0.2: the lev, by amendment 180 on 2026-01-01. */
export const WITHDRAWN_SINCE: readonly string[] = ['BGN'];

/** Places where neither the list nor a decimal base says another number: withdrawn currencies, and the fifths of MGA and MRU. */
const USUAL_PLACES = 2;

/** Decimal places of each current currency. A code without a minor unit (gold, `XDR`, `XXX`) is nothing to invoice in, and not listed. */
const PLACES: ReadonlyMap<string, number> = new Map(
  Object.values(iso4217)
    .filter(({ code }) => !WITHDRAWN_SINCE.includes(code))
    .map(({ code, base, exponent }) => [code, base === 10 ? exponent : USUAL_PLACES]),
);

/** The currencies that can be chosen, by their codes. */
export const CURRENCIES: readonly string[] = [...PLACES.keys()];

/** Whether a currency can be chosen. One that was chosen before its withdrawal can still be read. */
export const isCurrency = (code: string): boolean => PLACES.has(code);

/** A current currency by its ISO 4217 code, in capitals. */
export function parseCurrency(code: string): Result<string> {
  return isCurrency(code) ? ok(code) : refuse(invalid(`"${code}" is not the ISO 4217 code of a current currency, such as "USD".`));
}

/** Decimal places of a currency's minor unit, by ISO 4217: 2 for USD, 0 for JPY, 3 for KWD. */
export const minorUnits = (currency: string): number => PLACES.get(currency) ?? USUAL_PLACES;

/**
 * An amount of money that a caller gives: it has no more places than its currency (README, "Rating"). Rounded later, it would be
 * another amount than the one that was given.
 */
export function parseAmount(amount: Decimal, currency: string): Result<Decimal> {
  const places = minorUnits(currency);
  if (placesOf(amount) <= places) return ok(amount);
  const allowed = places === 0 ? 'no decimal places' : `at most ${places} decimal places`;
  return refuse(invalid(`An amount in ${currency} has ${allowed}, not ${placesOf(amount)}: ${amount}.`));
}

/** An exact amount as it is shown: rounded once, half to even, to the currency's minor units (README, "Rating"). `2.345 USD` is 2.34. */
export function round(amount: Decimal, currency: string): Money {
  return { amount: roundTo(amount, minorUnits(currency)), currency };
}

/** The currencies that something is priced in: at least one, none twice. */
export function parseCurrencies(codes: readonly string[]): Result<readonly string[]> {
  if (codes.length === 0) return refuse(invalid('Name at least one currency, such as "USD".'));
  const currencies = parseEach(codes, parseCurrency);
  if (!currencies.ok) return currencies;
  const twice = codes.findIndex((code, i) => codes.indexOf(code) < i);
  return twice < 0 ? currencies : refuse(invalid(`${codes[twice]} is named twice.`, [twice]));
}
