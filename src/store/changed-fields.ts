/**
 * Returns the fields of `after` that differ from `before`, for an update. SQLite writes an entry of each index that has a column that the
 * statement sets, whether its value changes or not.
 */
export function changedFields<Fields extends object>(before: NoInfer<Fields>, after: Fields): Partial<Fields> {
  const earlier = new Map<string, unknown>(Object.entries(before));
  const changed = Object.entries(after).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(earlier.get(name)));
  return Object.fromEntries(changed) as Partial<Fields>;
}
