import { minorUnits } from '../money.ts';
import { type Fraction, floor, fraction, multiply, order, roundHalfEven, subtract } from './fraction.ts';

/** An amount in minor units of a currency: 250 for 2.50 USD. */
export type Units = bigint;

/** The exact amount, rounded once, half to even: 0.125 USD is 12 units, 0.135 USD is 14. */
export function shownTotal(exact: Fraction, currency: string): Units {
  return roundHalfEven(inUnits(exact, currency));
}

/**
 * Divides what is shown for a whole among its parts, so that they sum (README, "Rating"): each part is floored to a unit, and the units that are
 * missing go to the largest remainders, the earlier part first. Three parts of 10/3 make 3.34, 3.33 and 3.33 of 10.00.
 * @param shown units that are shown for the whole, less than one away from the sum of the parts
 */
export function allocate(shown: Units, parts: readonly Fraction[], currency: string): readonly Units[] {
  const shares = parts.map((exact, index) => {
    const units = inUnits(exact, currency);
    const below = floor(units);
    return { index, below, remainder: subtract(units, fraction(below)) };
  });
  const missing = Number(shown - shares.reduce((sum, { below }) => sum + below, 0n));
  const raised = new Set(
    shares
      .toSorted((a, b) => order(b.remainder, a.remainder))
      .slice(0, missing)
      .map(({ index }) => index),
  );
  return shares.map(({ index, below }) => (raised.has(index) ? below + 1n : below));
}

function inUnits(exact: Fraction, currency: string): Fraction {
  return multiply(exact, fraction(10n ** BigInt(minorUnits(currency))));
}
