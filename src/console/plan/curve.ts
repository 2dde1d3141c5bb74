/** Points that a curve may have: the maximum of `CostCurveInput.quantities`. */
const MOST_POINTS = 100;
/** Steps between 0 and the greatest quantity. */
const STEPS = 20;

/**
 * Returns the quantities at which a cost is drawn, ascending and without repetition: even steps, and each bound of a slab with the whole quantity
 * after it, between which a price can jump. Above a bound of 25, the next quantity is 26. Bounds that leave no room are left out, the greatest first.
 * @param bounds the lower bounds of slabs
 * @param most the greatest quantity, above 0
 */
export function curveQuantities(bounds: readonly number[], most: number): readonly string[] {
  const steps = Array.from({ length: STEPS + 1 }, (_, i) => (most >= STEPS ? Math.round((most * i) / STEPS) : (most * i) / STEPS));
  const jumps = [...bounds]
    .sort((a, b) => a - b)
    .flatMap((bound) => [bound, Math.floor(bound) + 1])
    .filter((quantity) => quantity < most);
  const quantities = [...steps, ...jumps.slice(0, MOST_POINTS - steps.length)].sort((a, b) => a - b);
  return [...new Set(quantities.map(decimalOf))];
}

/** Returns a quantity beyond every bound, so that a chart shows the last slab as well. 100 where there is only one slab. */
export function mostOf(bounds: readonly number[], packageSize: number): number {
  const last = Math.max(0, ...bounds);
  return last > 0 ? Math.ceil(last * 1.5) : 100 * packageSize;
}

/** Returns about four round values from 0 to a maximum: 1, 2 or 5 times a power of ten apart. */
export function ticksTo(maximum: number): readonly number[] {
  if (!(maximum > 0)) return [0];
  const power = 10 ** Math.floor(Math.log10(maximum / 4));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((each) => maximum / each <= 5) ?? maximum;
  return Array.from({ length: Math.floor(maximum / step) + 1 }, (_, i) => i * step);
}

/** The API reads decimals without an exponent, of at most twelve places here. */
const decimalOf = (quantity: number): string => quantity.toFixed(12).replace(/\.?0+$/, '');
