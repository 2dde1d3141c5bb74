import { type SQL, sql } from 'drizzle-orm';

/** Most schedules that one page examines where no index has both its order and its conditions. Each condition has an order that suits it. */
export const MOST_EXAMINED = 5_000;

/** Most rows that one page of any other list examines. It takes D1 less than a tenth of a second. */
export const MOST_SEARCHED = 100_000;

/** Most rows that are found by a condition and sorted, before a list is walked in its order instead. */
export const MOST_SORTED = 1_000;

/** What SQLite says of a path of JSON that is none. The statement ends there, and the batch with it. */
const TOO_LONG = /SCAN_TOO_LONG_(\d+)_/;

/**
 * Returns an expression that fails wherever it is computed.
 * @param most the number of rows that were examined
 * @param place a value of the row. SQLite would compute an expression without one before it reads a row.
 */
export const scanTooLong = (most: number, place: SQL): SQL => sql`json_extract('{}', 'SCAN_TOO_LONG_${sql.raw(`${most}`)}_' || ${place})`;

/** Returns the number of rows that a page examined without being full, from an error that says so, or one beneath it. `null`: another error. */
export function examinedBefore(error: unknown): number | null {
  if (!(error instanceof Error)) return null;
  const [, most] = TOO_LONG.exec(error.message) ?? [];
  return most === undefined ? examinedBefore(error.cause) : Number(most);
}
