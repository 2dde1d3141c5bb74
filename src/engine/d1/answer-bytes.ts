/** Bytes of one answer, and of the rows that it is made of. */
export const MOST_ANSWER_BYTES = 16_000_000;

/** Bytes of a value of a row, which is also all that is nested beneath a row: D1 gives no larger string. */
export const MOST_VALUE_BYTES = 2_000_000;

/** What SQLite says of a path of JSON that is none. The statement ends there, and the batch with it. */
const TOO_LARGE = { rows: 'ROWS_TOO_LARGE', value: 'VALUE_TOO_LARGE' } as const;

/** The name of the column that checks the size; null in each row. */
const CHECK = '$size';

/**
 * SQL that selects the rows of a query, and fails as soon as they are over a number of bytes. Nothing is collected for it, so that neither
 * the database nor the Worker ever holds more. D1 counts each row twice more as read.
 * @param most SQL of the number of bytes, of all rows of a statement or of those that become one value
 */
export function withinBytes(columns: readonly string[], of: keyof typeof TOO_LARGE, most: string): { before: string; after: string } {
  const size = summed(columns.map((column) => `coalesce(octet_length("${column}"), 0)`));
  const check = `json_extract('{}', case when sum(${size}) over (rows unbounded preceding) > ${most} then '${TOO_LARGE[of]}' end)`;
  // A column that nobody reads is not computed, a condition is.
  return { before: `select * from (select *, ${check} as "${CHECK}" from (`, after: `)) where "${CHECK}" is null` };
}

/** A sum in a balanced tree. SQLite allows expressions of 100 levels, and a flat sum has one level for each term. */
function summed(terms: readonly string[]): string {
  if (terms.length <= 2) return terms.join(' + ');
  const half = Math.ceil(terms.length / 2);
  return `(${summed(terms.slice(0, half))}) + (${summed(terms.slice(half))})`;
}

/** A request, or a statement of it, is over what may be read or held at once. */
export class TooLargeError extends Error {
  /** True where it was a batch that writes, of which nothing was written. */
  readonly isWrite: boolean;
  /** True where all rows together are too large; false where a single value is. */
  readonly isTotal: boolean;
  constructor(cause: unknown, { isWrite, isTotal }: Pick<TooLargeError, 'isWrite' | 'isTotal'>) {
    super('too large for D1', { cause });
    this.isWrite = isWrite;
    this.isTotal = isTotal;
  }
}

/** The error as one of this kind, where it is. */
export function tooLargeFor(error: unknown, isWrite: boolean): TooLargeError | null {
  const words = wordsOf(error);
  const isTotal = words.includes(TOO_LARGE.rows);
  const isValue = words.includes(TOO_LARGE.value) || /SQLITE_TOOBIG|SQLITE_NOMEM/.test(words);
  return isTotal || isValue ? new TooLargeError(error, { isWrite, isTotal }) : null;
}

/** The error of this kind beneath another, such as the one that Drizzle makes of it. */
export function tooLargeBeneath(error: unknown): TooLargeError | null {
  if (error instanceof TooLargeError) return error;
  return error instanceof Error ? tooLargeBeneath(error.cause) : null;
}

const wordsOf = (error: unknown): string => (error instanceof Error ? `${error.message} ${wordsOf(error.cause)}` : '');
