import { type Card, slabsIn } from './price.ts';

/** Package edges beyond this number are left out: their steps would be too narrow to be seen. */
const MOST_PACKAGES = 30;

interface Rule {
  readonly condition?: string | null;
  readonly computation?: string | null;
}

/**
 * Returns the quantities at which a price can jump, the most important first: where slabs begin, what pricing rules compare with, and where
 * packages begin. With a slab of 25, a rule below 5, and packages of 10 up to 40, these are 25, 5, 10, 20, 30 and 40.
 */
export function edgesOf(cards: readonly Card[], rules: readonly Rule[], most: number): readonly number[] {
  const bounds = cards.flatMap((card) => slabsIn(card).map(({ startAfter }) => Number(startAfter)));
  const compared = rules.flatMap(({ condition, computation }) => [condition, computation].flatMap((logic) => numbersIn(logic ?? '')));
  return [...new Set([...bounds, ...compared, ...cards.flatMap((card) => packagesOf(card, most))])];
}

/** Returns the numbers in JSON logic. None if it is malformed, as in a draft. */
function numbersIn(logic: string): readonly number[] {
  const found: number[] = [];
  try {
    JSON.parse(logic, (_, value: unknown) => (typeof value === 'number' ? void found.push(value) : value));
  } catch {
    return [];
  }
  return found;
}

/** Returns where packages begin. A package counts from the beginning of its slab, or from 0 if the slab prices all units. */
function packagesOf(card: Card, most: number): readonly number[] {
  const slabs = slabsIn(card);
  return slabs.flatMap(({ startAfter, priceType, slabConfig }, i) => {
    const size = priceType === 'PACKAGE' ? Number(slabConfig?.packageSize ?? 1) : 0;
    const from = 'ratePlan' in card && card.ratePlan.pricingModel === 'TIERED' ? Number(startAfter) : 0;
    const until = Math.min(Number(slabs[i + 1]?.startAfter ?? most), most);
    const count = Math.floor((until - from) / size);
    if (!(size > 0) || count > MOST_PACKAGES) return [];
    return Array.from({ length: Math.max(count, 0) }, (_, k) => from + (k + 1) * size).filter((edge) => edge > Number(startAfter));
  });
}
