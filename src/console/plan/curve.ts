/** Points that a curve may have: the maximum of `CostCurveInput.quantities`. */
const MOST_POINTS = 100;
/** Steps between 0 and the greatest quantity. */
const STEPS = 20;
/** The greatest quantity that the API prices. */
export const MOST_QUANTITY = 1e12;

/** Quantities of one item, of which a curve shows the costs. */
export interface Range {
  /** The greatest quantity, above 0. */
  readonly most: number;
  /** Whether only whole quantities exist, as of seats. */
  readonly isWhole: boolean;
  /** Quantities at which the price can jump, the most important first. */
  readonly edges: readonly number[];
}

/**
 * Returns the quantities at which a cost is drawn, ascending and without repetition: each whole one if they have room; otherwise even steps, and
 * each edge with what is just before and after it. Just after an edge of 25 is 26 if quantities are whole, and 25.1 in a range to 100 if not.
 * Edges that leave no room are left out, the last first.
 */
export function curveQuantities({ most, isWhole, edges }: Range): readonly string[] {
  if (isWhole && most < MOST_POINTS) return Array.from({ length: most + 1 }, (_, quantity) => String(quantity));
  const steps = Array.from({ length: STEPS + 1 }, (_, i) => (most >= STEPS ? Math.round((most * i) / STEPS) : (most * i) / STEPS));
  const near = isWhole ? 1 : nearness(most);
  const quantities = new Set(steps.map(decimalOf));
  const places = isWhole ? edges.map(Math.floor) : edges;
  for (const quantity of [...places.flatMap((place) => [place, place + near]), ...places.map((place) => place - near)]) {
    if (quantities.size === MOST_POINTS) break;
    if (quantity > 0 && quantity < most) quantities.add(decimalOf(quantity));
  }
  return [...quantities].sort((a, b) => Number(a) - Number(b));
}

/** Returns a distance that cannot be seen in a range, as a power of ten. From 1,000 on it is 1, because whole quantities read better. */
const nearness = (most: number): number => (most >= 1000 ? 1 : 10 ** (Math.floor(Math.log10(most)) - 3));

/** Returns a quantity beyond every bound, so that a chart shows the last slab as well. Where there is only one slab, 50 or a hundred packages. */
export function mostOf(bounds: readonly number[], packageSize: number, isWhole: boolean): number {
  const last = Math.max(0, ...bounds);
  if (last > 0) return Math.min(Math.ceil(last * 1.5), MOST_QUANTITY);
  return isWhole ? Math.ceil(50 * packageSize) : 100 * packageSize;
}

/** Returns the greatest quantity of a decimal that somebody has typed. `null`: it is none that a chart can reach. */
export function mostIn(decimal: string | null, isWhole: boolean): number | null {
  const most = Number(decimal ?? Number.NaN);
  const isPossible = Number(decimalOf(most)) > 0 && most <= MOST_QUANTITY && (!isWhole || Number.isInteger(most));
  return isPossible ? most : null;
}

/** Returns whether a cost steps up between two quantities, instead of growing from one to the other: half a seat costs as much as a whole one. */
export const isStep = (isWhole: boolean, before: number, after: number): boolean => isWhole && after - before === 1;

/** Returns about four round values from 0 to a maximum: 1, 2 or 5 times a power of ten apart. `isWhole`: none is between whole numbers. */
export function ticksTo(maximum: number, isWhole = false): readonly number[] {
  if (!(maximum > 0)) return [0];
  const power = 10 ** Math.floor(Math.log10(maximum / 4));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((each) => maximum / each <= 5 && (!isWhole || each >= 1)) ?? maximum;
  return Array.from({ length: Math.floor(maximum / step) + 1 }, (_, i) => i * step);
}

/** The API reads decimals without an exponent, of at most twelve places here. */
const decimalOf = (quantity: number): string => quantity.toFixed(12).replace(/\.?0+$/, '');
