import { tooLargeFor } from './answer-bytes.ts';
import type { D1 } from './d1.ts';
import { withinParameterLimit } from './parameters.ts';
import { reading, writing } from './unavailable.ts';

/** What a request has cost so far: round trips to D1, the statements that they took, and the rows that D1 says it read and wrote. */
export interface Usage {
  d1Calls: number;
  statements: number;
  rowsRead: number;
  rowsWritten: number;
}

/** Statements of one request. D1 allows 1,000 in an invocation, of which looking up the token and what follows the answer take some. */
export const MOST_STATEMENTS = 900;

/** Maximum characters of one statement. D1 allows 100,000 bytes, and what is written here is ASCII. */
export const MOST_SQL = 100_000;

/** A request needs more than D1 allows it. The batch that would exceed the limit was not sent. */
export class BeyondD1Error extends Error {
  readonly limit: number;

  constructor(what: 'statements' | 'characters of SQL in one statement', limit: number) {
    super(`more than ${limit} ${what}`);
    this.limit = limit;
  }
}

/** The error of this kind beneath another, such as the one that Drizzle makes of it. */
export function beyondD1Beneath(error: unknown): BeyondD1Error | null {
  if (error instanceof BeyondD1Error) return error;
  return error instanceof Error ? beyondD1Beneath(error.cause) : null;
}

/** SQL with the values that it binds, by position. */
export interface Statement {
  readonly sql: string;
  readonly values: readonly unknown[];
}

export const noUsage = (): Usage => ({ d1Calls: 0, statements: 0, rowsRead: 0, rowsWritten: 0 });

/**
 * The binding as one request sees it: every call counted, statements kept within D1's parameter limit, SELECTs that are issued
 * in the same turn (sibling root fields, what an operation loads) sent as one batch, so that they are one call and one snapshot, and
 * reads tried again where D1 failed in transit.
 */
export class MeteredD1 implements D1 {
  readonly #d1: D1;
  readonly #usage: Usage;
  readonly #prefix: Statement;
  #waiting: Waiting[] = [];

  /**
   * @param prefix the beginning of every statement that is no write: common table expressions, which restrict what it sees. Its placeholders are
   * numbered from `?1` on.
   */
  constructor(d1: D1, usage: Usage, prefix: Statement = NOTHING) {
    this.#d1 = d1;
    this.#usage = usage;
    this.#prefix = prefix;
  }

  prepare(sql: string): D1PreparedStatement {
    return new MeteredStatement(this, sql, []);
  }

  batch<T = unknown>(statements: D1PreparedStatement[]): Promise<D1Result<T>[]> {
    return statements.some(isWrite) ? this.#send(statements, writing) : this.#together(statements);
  }

  /** Runs one statement by itself. */
  run(statement: MeteredStatement): Promise<D1Result> {
    return this.batch([statement]).then(only);
  }

  /** Reads that wait for their turn's siblings. */
  #together<T>(statements: readonly D1PreparedStatement[]): Promise<D1Result<T>[]> {
    return new Promise((resolve, reject) => {
      const read = { statements, resolve: (results: D1Result[]) => resolve(results as D1Result<T>[]), reject };
      if (this.#waiting.push(read) === 1) void afterThisTurn(() => this.#flush());
    });
  }

  async #flush(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = [];
    try {
      const all = waiting.flatMap(({ statements }) => statements);
      const { distinct, answers } = withoutRepetition(all);
      const results = answers(await this.#send(distinct, reading));
      for (const { statements, resolve } of waiting) resolve(results.splice(0, statements.length));
    } catch (error) {
      for (const { reject } of waiting) reject(error);
    }
  }

  async #send<T>(statements: readonly D1PreparedStatement[], carefully: typeof writing): Promise<D1Result<T>[]> {
    if (this.#usage.statements + statements.length > MOST_STATEMENTS) {
      throw new BeyondD1Error('statements', MOST_STATEMENTS);
    }
    const bound = statements.map((statement) => this.#bound(statement));
    try {
      const results = await carefully(() => {
        this.#usage.d1Calls++;
        this.#usage.statements += bound.length;
        return this.#d1.batch<T>(bound);
      });
      return this.#count(results);
    } catch (error) {
      throw tooLargeFor(error, carefully === writing) ?? error;
    }
  }

  #bound(statement: D1PreparedStatement): D1PreparedStatement {
    if (!(statement instanceof MeteredStatement)) throw new Error('a statement that was prepared by another database');
    const prefix = isWrite(statement) ? NOTHING : this.#prefix;
    const { sql, values } = withinParameterLimit(statement, prefix.values.length);
    const text = prefix.sql + sql;
    if (text.length > MOST_SQL) throw new BeyondD1Error('characters of SQL in one statement', MOST_SQL);
    return this.#d1.prepare(text).bind(...prefix.values, ...values);
  }

  #count<T>(results: D1Result<T>[]): D1Result<T>[] {
    for (const { meta } of results) {
      this.#usage.rowsRead += meta.rows_read;
      this.#usage.rowsWritten += meta.rows_written;
    }
    return results;
  }
}

const NOTHING: Statement = { sql: '', values: [] };

interface Waiting {
  readonly statements: readonly D1PreparedStatement[];
  readonly resolve: (results: D1Result[]) => void;
  readonly reject: (error: unknown) => void;
}

interface Distinct {
  readonly distinct: readonly D1PreparedStatement[];
  /** The results of all statements, from those of the distinct ones. */
  readonly answers: (results: readonly D1Result[]) => D1Result[];
}

/** Each statement once, however many times it is waited for: equal reads of one batch have one answer. */
function withoutRepetition(statements: readonly D1PreparedStatement[]): Distinct {
  if (statements.length < 2) return { distinct: statements, answers: (results) => [...results] };
  const distinct: D1PreparedStatement[] = [];
  const placeByKey = new Map<unknown, number>();
  const places = statements.map((statement) => {
    const key = statement instanceof MeteredStatement ? JSON.stringify([statement.sql, statement.values]) : statement;
    const place = placeByKey.get(key) ?? distinct.push(statement) - 1;
    placeByKey.set(key, place);
    return place;
  });
  const answers = (results: readonly D1Result[]) =>
    places.map((place, i) => {
      const result = results[place];
      if (!result) throw new Error('a statement without its result');
      // Whoever reads rows may change them in place.
      return places.indexOf(place) === i ? result : { ...result, results: result.results.map((row) => ({ ...(row as object) })) };
    });
  return { distinct, answers };
}

class MeteredStatement implements D1PreparedStatement, Statement {
  readonly sql: string;
  readonly values: readonly unknown[];
  readonly #d1: MeteredD1;

  constructor(d1: MeteredD1, sql: string, values: readonly unknown[]) {
    this.#d1 = d1;
    this.sql = sql;
    this.values = values;
  }

  bind(...values: unknown[]): D1PreparedStatement {
    return new MeteredStatement(this.#d1, this.sql, values);
  }

  async all<T = Record<string, unknown>>(): Promise<D1Result<T>> {
    return (await this.#d1.run(this)) as D1Result<T>;
  }

  run<T = Record<string, unknown>>(): Promise<D1Result<T>> {
    return this.all<T>();
  }

  first<T = unknown>(column: string): Promise<T | null>;
  first<T = Record<string, unknown>>(): Promise<T | null>;
  async first<T>(column?: string): Promise<T | null> {
    const row = (await this.all()).results[0];
    if (!row) return null;
    return (column === undefined ? row : row[column]) as T;
  }

  raw<T = unknown[]>(options: { columnNames: true }): Promise<[string[], ...T[]]>;
  raw<T = unknown[]>(options?: { columnNames?: false }): Promise<T[]>;
  async raw<T>(options?: { columnNames?: boolean }): Promise<T[] | [string[], ...T[]]> {
    const { results } = await this.all();
    // Objects carry the row only where column names are unique, which every relational query sees to.
    const rows = results.map((row) => Object.values(row) as T);
    return options?.columnNames ? [Object.keys(results[0] ?? {}), ...rows] : rows;
  }
}

/** What is not known to be a write is read, and restricted as a read: a statement that cannot be restricted is one that SQLite refuses. */
const isWrite = (statement: D1PreparedStatement): boolean =>
  statement instanceof MeteredStatement && /^\s*(insert|update|delete|replace)\b/i.test(statement.sql);

function only<T>(results: D1Result<T>[]): D1Result<T> {
  const [result] = results;
  if (!result) throw new Error('a batch of one answered nothing');
  return result;
}

/** Siblings reach the database within a few promise hops of each other; a macrotask would cost a millisecond. */
async function afterThisTurn(flush: () => Promise<void>): Promise<void> {
  for (let hop = 0; hop < 8; hop++) await undefined;
  await flush();
}
