import canonicalize from 'canonicalize';

/** Whether two values say the same: the order of fields says nothing, and neither does the difference of null and absent. */
export function isEqualJson(a: unknown, b: unknown): boolean {
  return canonicalize(a ?? null) === canonicalize(b ?? null);
}
