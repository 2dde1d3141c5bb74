import { readdirSync, readFileSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { D1_LIMITS } from '../../src/engine/d1/documented-limits.ts';

const MIGRATIONS = `${import.meta.dirname}/../../migrations`;

/** An empty database in memory, with the limits of D1. */
export const openDatabase = (): DatabaseSync =>
  new DatabaseSync(':memory:', {
    limits: {
      length: D1_LIMITS.row,
      sqlLength: D1_LIMITS.statement,
      column: D1_LIMITS.columns,
      exprDepth: D1_LIMITS.depth,
      compoundSelect: D1_LIMITS.parts,
      functionArg: D1_LIMITS.arguments,
      likePatternLength: D1_LIMITS.pattern,
      variableNumber: D1_LIMITS.parameters,
    },
  });

/**
 * A migrated database in memory, behind D1's interface, for tests that run the product's own operations hundreds of times: it takes
 * a tenth of a local D1's time. D1's meters are not its concern; those are tested on D1.
 */
export function openSqlite(): D1Database {
  const database = openDatabase();
  for (const sql of migrations()) database.exec(sql);
  return new SqliteD1(database);
}

let sources: readonly string[] | undefined;

/** The statements of each migration, the oldest first. */
export function migrations(): readonly string[] {
  const names = () => readdirSync(MIGRATIONS).sort();
  sources ??= names().map((name) => readFileSync(`${MIGRATIONS}/${name}/migration.sql`, 'utf8'));
  return sources;
}

class SqliteD1 implements D1Database {
  readonly #database: DatabaseSync;
  readonly #prepared = new Map<string, StatementSync>();

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  prepare(sql: string): SqliteStatement {
    return new SqliteStatement(this, sql, []);
  }

  rows(sql: string, values: readonly SQLInputValue[]): Record<string, unknown>[] {
    const statement = this.#prepared.get(sql) ?? this.#database.prepare(sql);
    this.#prepared.set(sql, statement);
    return statement.all(...values);
  }

  async batch<T = unknown>(statements: D1PreparedStatement[]): Promise<D1Result<T>[]> {
    this.#database.exec('begin');
    try {
      const results: D1Result<T>[] = [];
      for (const statement of statements) results.push(await statement.all<T>());
      this.#database.exec('commit');
      return results;
    } catch (error) {
      this.#database.exec('rollback');
      throw error;
    }
  }

  async exec(sql: string): Promise<D1ExecResult> {
    this.#database.exec(sql);
    return { count: 1, duration: 0 };
  }

  withSession(): D1DatabaseSession {
    return { prepare: (sql) => this.prepare(sql), batch: (statements) => this.batch(statements), getBookmark: () => null };
  }

  dump(): Promise<ArrayBuffer> {
    throw new Error('not needed by any test');
  }
}

class SqliteStatement implements D1PreparedStatement {
  readonly #d1: SqliteD1;
  readonly #sql: string;
  readonly #values: readonly SQLInputValue[];

  constructor(d1: SqliteD1, sql: string, values: readonly SQLInputValue[]) {
    this.#d1 = d1;
    this.#sql = sql;
    this.#values = values;
  }

  bind(...values: unknown[]): D1PreparedStatement {
    return new SqliteStatement(this.#d1, this.#sql, values as SQLInputValue[]);
  }

  async all<T = Record<string, unknown>>(): Promise<D1Result<T>> {
    const results = this.#d1.rows(this.#sql, this.#values) as T[];
    return { success: true, results, meta: METERS };
  }

  run<T = Record<string, unknown>>(): Promise<D1Result<T>> {
    return this.all<T>();
  }

  first<T = unknown>(column: string): Promise<T | null>;
  first<T = Record<string, unknown>>(): Promise<T | null>;
  async first<T>(column?: string): Promise<T | null> {
    const [row] = this.#d1.rows(this.#sql, this.#values);
    return ((column === undefined ? row : row?.[column]) ?? null) as T | null;
  }

  raw<T = unknown[]>(options: { columnNames: true }): Promise<[string[], ...T[]]>;
  raw<T = unknown[]>(options?: { columnNames?: false }): Promise<T[]>;
  async raw<T>(options?: { columnNames?: boolean }): Promise<T[] | [string[], ...T[]]> {
    const rows = this.#d1.rows(this.#sql, this.#values);
    const values = rows.map((row) => Object.values(row) as T);
    return options?.columnNames ? [Object.keys(rows[0] ?? {}), ...values] : values;
  }
}

const METERS: D1Meta & Record<string, unknown> = {
  duration: 0,
  size_after: 0,
  rows_read: 0,
  rows_written: 0,
  last_row_id: 0,
  changed_db: false,
  changes: 0,
};
