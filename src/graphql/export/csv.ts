/** A column of a table: its title, and the keys that lead to its value in an item. */
export interface Column {
  readonly name: string;
  readonly path: readonly string[];
}

/**
 * A spreadsheet takes a cell that begins like this for a formula, which could send other cells away when somebody opens the file. One that
 * is set to Japanese or Chinese takes the full-width forms for the same signs.
 */
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** A negative number is no formula, and must stay a number. */
const NEGATIVE = /^-\d+(\.\d+)?$/;

/**
 * Returns a value as a cell (RFC 4180): `a "b"` is `"a ""b"""`, and `=A1` is `'=A1`. Objects and lists are JSON.
 * @param value of JSON
 */
export function csvCell(value: unknown): string {
  const text = typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '');
  const safe = FORMULA.test(text) && !NEGATIVE.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Returns cells as a line. */
export const csvLine = (values: readonly unknown[]): string => `${values.map(csvCell).join(',')}\r\n`;

/** Returns the value of a column in an item. `null` where an object on the way is `null` or another type's fragment selects it. */
export function valueAt(item: unknown, { path }: Column): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? ((value as Readonly<Record<string, unknown>>)[key] ?? null) : null),
    item,
  );
}
