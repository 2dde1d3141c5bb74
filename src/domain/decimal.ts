import Big from 'big.js';
import { invalid } from './refusal.ts';
import { ok, type Result, refuse } from './result.ts';

declare const brand: unique symbol;

/** An exact decimal as canonical text (`"12.5"`, never `"012.50"` or `"1e3"`), with at most 12 decimal places. Never a binary float. */
export type Decimal = string & { readonly [brand]: 'Decimal' };

export const ZERO = '0' as Decimal;

const MAX_PLACES = 12;
const MAX_DIGITS = 24;
const SHAPE = /^-?(\d+)(?:\.(\d+))?$/;

/**
 * Parses a decimal: `"012.50"` is `12.5`. Refuses exponents, white space, more than 12 decimal places and more than 24 digits before the
 * point.
 */
export function parseDecimal(text: string): Result<Decimal> {
  const [, whole, places = ''] = SHAPE.exec(text) ?? [];
  if (whole === undefined) return refuse(invalid(`"${text}" is not a decimal. Write it as "12.50".`));
  if (places.length > MAX_PLACES) {
    return refuse(invalid(`${text} has ${places.length} decimal places. At most ${MAX_PLACES} are allowed.`));
  }
  if (whole.length > MAX_DIGITS) return refuse(invalid(`${text} has more than ${MAX_DIGITS} digits before the point.`));
  return ok(decimal(new Big(text)));
}

/** Parses a price or a quantity: a decimal that is 0 or more. */
export function parseNonNegative(text: string): Result<Decimal> {
  const parsed = parseDecimal(text);
  return parsed.ok && isNegative(parsed.value) ? refuse(invalid(`${text} is negative. It must be 0 or more.`)) : parsed;
}

/** Converts an integer to a decimal. */
export const fromInteger = (value: number): Decimal => decimal(new Big(value));

export const plus = (a: Decimal, b: Decimal): Decimal => decimal(new Big(a).plus(b));
export const minus = (a: Decimal, b: Decimal): Decimal => decimal(new Big(a).minus(b));
export const times = (a: Decimal, b: Decimal): Decimal => decimal(new Big(a).times(b));
export const sum = (values: readonly Decimal[]): Decimal => values.reduce(plus, ZERO);

/** Negative if a < b, 0 if they are equal, positive if a > b. */
export const compare = (a: Decimal, b: Decimal): number => new Big(a).cmp(b);
export const isZero = (value: Decimal): boolean => compare(value, ZERO) === 0;
export const isNegative = (value: Decimal): boolean => compare(value, ZERO) < 0;

/** The number of decimal places that the value needs: 2 for `0.25`, 0 for `5`. */
export const placesOf = (value: Decimal): number => value.split('.')[1]?.length ?? 0;

/** Rounds half to even, to `places` decimal places. */
export const roundTo = (value: Decimal, places: number): Decimal => decimal(new Big(value).round(places, Big.roundHalfEven));

/** The value as text with exactly `places` decimal places: `fixed("12.5", 2)` is `"12.50"`. */
export const fixed = (value: Decimal, places: number): string => new Big(value).toFixed(places, Big.roundHalfEven);

function decimal(value: Big): Decimal {
  return (value.eq(0) ? '0' : value.toFixed()) as Decimal;
}
