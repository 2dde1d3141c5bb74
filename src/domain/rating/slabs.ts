import type { RatePlan, Slab, SlabRate } from '../rate-card/rate-card.ts';
import {
  ceiling,
  divide,
  type Fraction,
  fraction,
  fromDecimal,
  greatest,
  isNought,
  least,
  multiply,
  NOUGHT,
  order,
  subtract,
  total,
} from './fraction.ts';

/** What one slab contributes. Amounts are exact: rounding is for where an amount is shown. */
export interface SlabAmount {
  readonly slab: Slab;
  readonly startAfter: Fraction;
  /** Last unit that the slab covers. `null`: it has no end. */
  readonly until: Fraction | null;
  /** Units in a package; null for other price types. */
  readonly packageSize: Fraction | null;
  /** Units rated in this slab. */
  readonly quantity: Fraction;
  readonly rate: Fraction;
  /** Packages begun; null for other price types. */
  readonly packages: Fraction | null;
  readonly minimumApplied: boolean;
  readonly maximumApplied: boolean;
  readonly amount: Fraction;
}

/** A floor and a ceiling; null where there is none. */
export interface Limits {
  readonly minimum: Fraction | null;
  readonly maximum: Fraction | null;
}

export interface Rated {
  readonly amount: Fraction;
  readonly slabs: readonly SlabAmount[];
  /** How much the limits of the whole card add to, or take from, the sum of the slabs. */
  readonly limited: Fraction;
  readonly limits: Limits;
}

/** The price of a quantity. */
export type Pricer = (quantity: Fraction) => Rated;

const NO_LIMITS: Limits = { minimum: null, maximum: null };

/**
 * The prices of a rate plan (README, "Rating"). A slab covers quantities q with startAfter < q <= next startAfter. TIERED prices the
 * units within each slab by that slab; VOLUME prices all of them by the slab that the total falls in.
 *
 * For slabs `0: 2 per unit, 100: 1 per unit` and 150 units:
 * TIERED is 100 x 2 + 50 x 1 = 250, VOLUME is 150 x 1 = 150.
 * For `0: 50 flat, 10: 3 per unit` and 12 units, TIERED is 50 + 2 x 3 = 56.
 * For packages of 1000 at 10 and 1001 units, 2 packages are begun: 20.
 * For `0: 0.02, 1000: 0.01`, 1,500 units and limits of at least 40, TIERED is 20 + 5, and the limits add 15.
 *
 * A quantity of 0 costs nothing, unless the first slab or the card has a minimum.
 * @param rates one for each slab; a slab without a rate contributes nothing
 */
export function pricerOf({ pricingModel, slabs }: RatePlan, rates: readonly SlabRate[], limits: Limits = NO_LIMITS): Pricer {
  const rateByOrder = new Map(rates.map((rate) => [rate.order, rate]));
  const starts = slabs.map(({ startAfter }) => fromDecimal(startAfter));
  const steps = slabs.flatMap((slab, i) => {
    const rate = rateByOrder.get(slab.order);
    return rate ? [stepOf(slab, { start: starts[i] ?? NOUGHT, until: starts[i + 1] ?? null }, rate)] : [];
  });
  return (quantity) => {
    const reached = steps.filter(({ start }, i) => i === 0 || order(quantity, start) > 0);
    const rated =
      pricingModel === 'VOLUME'
        ? reached.slice(-1).map((step) => rateStep(step, quantity))
        : reached.map((step) => rateStep(step, unitsWithin(step, quantity)));
    const sum = total(rated.map(({ amount }) => amount));
    const amount = within(sum, limits);
    return { amount, slabs: rated, limited: subtract(amount, sum), limits };
  };
}

/** The value, raised to the minimum and lowered to the maximum. */
export function within(value: Fraction, { minimum, maximum }: Limits): Fraction {
  const raised = minimum === null ? value : greatest(value, minimum);
  return maximum === null ? raised : least(raised, maximum);
}

/** A slab with its rate, as fractions: read once, and used for every quantity. */
interface Step extends Limits {
  readonly slab: Slab;
  readonly start: Fraction;
  readonly until: Fraction | null;
  readonly rate: Fraction;
  readonly packageSize: Fraction | null;
}

function stepOf(slab: Slab, range: Pick<Step, 'start' | 'until'>, { rate, minimum, maximum }: SlabRate): Step {
  return {
    slab,
    ...range,
    rate: fromDecimal(rate),
    packageSize: slab.priceType === 'PACKAGE' && slab.packageSize !== null ? fromDecimal(slab.packageSize) : null,
    minimum: minimum && fromDecimal(minimum),
    maximum: maximum && fromDecimal(maximum),
  };
}

/** The units of `quantity` that lie between a slab's start and the next one's. */
function unitsWithin({ start, until }: Step, quantity: Fraction): Fraction {
  return subtract(until ? least(quantity, until) : quantity, start);
}

function rateStep(step: Step, quantity: Fraction): SlabAmount {
  const { slab, start, until, rate, packageSize } = step;
  const packages = packageSize && fraction(ceiling(divide(quantity, packageSize)));
  const plain = isNought(quantity) ? NOUGHT : slab.priceType === 'FLAT' ? rate : multiply(packages ?? quantity, rate);
  const amount = within(plain, step);
  const side = order(amount, plain);
  const limited = { minimumApplied: side > 0, maximumApplied: side < 0 };
  return { slab, startAfter: start, until, packageSize, quantity, rate, packages, ...limited, amount };
}
