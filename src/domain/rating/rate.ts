import { ceilDivide, compare, type Decimal, isZero, larger, minus, smaller, sum, times, ZERO } from '../decimal.ts';
import type { RatePlan, Slab, SlabRate } from '../rate-card/rate-card.ts';

/** The part of a price that one slab contributes. Amounts are exact: they are rounded only for display. */
export interface SlabAmount {
  readonly order: number;
  /** The units that are rated in this slab. */
  readonly quantity: Decimal;
  readonly rate: Decimal;
  /** The number of packages, counting a partial one. `null` for other price types. */
  readonly packages: Decimal | null;
  readonly minimumApplied: boolean;
  readonly maximumApplied: boolean;
  readonly amount: Decimal;
}

export interface Rated {
  readonly amount: Decimal;
  readonly slabs: readonly SlabAmount[];
}

/**
 * Returns the price of `quantity` units (README, "Rating"). A slab covers quantities q with startAfter < q <= next startAfter. TIERED
 * prices the units within each slab by that slab; VOLUME prices all units by the slab that contains the total.
 *
 * For slabs `0: 2 per unit, 100: 1 per unit` and 150 units: TIERED is 100 x 2 + 50 x 1 = 250, and VOLUME is 150 x 1 = 150.
 * For `0: 50 flat, 10: 3 per unit` and 12 units: TIERED is 50 + 2 x 3 = 56.
 * For packages of 1000 at 10 and 1001 units: 2 packages cost 2 x 10 = 20.
 *
 * A quantity of 0 costs nothing, unless the first slab has a minimum.
 */
export function rateQuantity({ pricingModel, slabs }: RatePlan, rates: readonly SlabRate[], quantity: Decimal): Rated {
  const rateByOrder = new Map(rates.map((rate) => [rate.order, rate]));
  const reached = slabs.filter((slab, i) => i === 0 || compare(quantity, slab.startAfter) > 0);
  const rated = (pricingModel === 'VOLUME' ? reached.slice(-1) : reached).flatMap((slab, i) => {
    const rate = rateByOrder.get(slab.order);
    if (!rate) return [];
    const units = pricingModel === 'VOLUME' ? quantity : unitsWithin(slab, reached[i + 1], quantity);
    return [rateSlab(slab, rate, units)];
  });
  return { amount: sum(rated.map((slab) => slab.amount)), slabs: rated };
}

/** The units of `quantity` between the start of a slab and the start of the next one. */
function unitsWithin(slab: Slab, next: Slab | undefined, quantity: Decimal): Decimal {
  return minus(next ? smaller(quantity, next.startAfter) : quantity, slab.startAfter);
}

function rateSlab(slab: Slab, { order, rate, minimum, maximum }: SlabRate, quantity: Decimal): SlabAmount {
  const packages = slab.priceType === 'PACKAGE' && slab.packageSize !== null ? ceilDivide(quantity, slab.packageSize) : null;
  const plain = isZero(quantity) ? ZERO : slab.priceType === 'FLAT' ? rate : times(packages ?? quantity, rate);
  const raised = minimum === null ? plain : larger(plain, minimum);
  const amount = maximum === null ? raised : smaller(raised, maximum);
  const minimumApplied = compare(raised, plain) > 0;
  return { order, quantity, rate, packages, minimumApplied, maximumApplied: compare(amount, raised) < 0, amount };
}
