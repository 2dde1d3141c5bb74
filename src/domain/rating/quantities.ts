import { grouped } from '../count.ts';
import { compare, type Decimal, isNegative } from '../decimal.ts';
import { invalid, type PathSegment, type Refusal } from '../refusal.ts';

/** Maximum quantity that a caller gives. Greater ones are mistakes, and would make numbers that take long to compute with. */
export const MAX_QUANTITY = '1000000000000' as Decimal;

/** Refuses a quantity of more than 1,000,000,000,000, and one below 0 unless it may fall. */
export function quantityFaults(
  quantity: Decimal,
  { canFall }: { readonly canFall: boolean },
  path: readonly PathSegment[],
): readonly Refusal[] {
  if (isNegative(quantity) && !canFall) return [invalid(`A quantity is 0 or more, not ${quantity}.`, path)];
  const size = quantity.replace('-', '') as Decimal;
  return compare(size, MAX_QUANTITY) > 0 ? [invalid(`A quantity is at most ${grouped(MAX_QUANTITY)}, not ${quantity}.`, path)] : [];
}
