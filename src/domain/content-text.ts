/**
 * What a value says, as a text: two values that say the same have the same text. Neither the order of a list nor the order of fields says
 * anything, and an absent field says what is not there. Lists whose order matters carry it in a field of their entries, as slabs and rules do.
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

/** Whether two values say the same (README, "Content"). */
export const contentEquals = (a: unknown, b: unknown): boolean => contentText(a) === contentText(b);
