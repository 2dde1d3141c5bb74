/**
 * Returns a text that is equal for two values exactly if they have the same content (README, "Content"). The order of lists and of fields
 * is ignored, and an absent field is the same as an undefined one. A list whose order matters has an order field in its entries, as slabs
 * and rules do.
 */
export function contentText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(contentText).toSorted().join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return `{${fields
    .map(([name, field]) => `${JSON.stringify(name)}:${contentText(field)}`)
    .toSorted()
    .join(',')}}`;
}

/** Whether two values have the same content (README, "Content"). */
export const contentEquals = (a: unknown, b: unknown): boolean => contentText(a) === contentText(b);
