import { type SQL, sql } from 'drizzle-orm';

/** Most rows that one page of a list examines where no index has both its order and its conditions. */
export const MOST_EXAMINED = 5_000;

/** What SQLite says of a path of JSON that is none. The statement ends there, and the batch with it. */
const TOO_LONG = 'SCAN_TOO_LONG';

/**
 * Returns an expression that fails wherever it is computed.
 * @param place a value of the row. SQLite would compute an expression without one before it reads a row.
 */
export const scanTooLong = (place: SQL): SQL => sql`json_extract('{}', '${sql.raw(TOO_LONG)}' || ${place})`;

/** Returns whether an error, or one beneath it, says that a page examined `MOST_EXAMINED` rows and was not full. */
export function isScanTooLong(error: unknown): boolean {
  return error instanceof Error && (error.message.includes(TOO_LONG) || isScanTooLong(error.cause));
}
