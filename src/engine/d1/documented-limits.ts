import { Lru } from '../lru.ts';
import { MOST_VALUE_BYTES } from './answer-bytes.ts';
import { MOST_ARGUMENTS } from './arguments.ts';
import { callsOf, type Token, tokensOf } from './sql-text.ts';

/** What D1 documents that it refuses (developers.cloudflare.com/d1/platform/limits), where a local database takes more. */
export const D1_LIMITS = {
  parameters: 100,
  /** Bytes of a statement. */
  statement: 100_000,
  columns: 100,
  arguments: MOST_ARGUMENTS,
  /** Bytes of a string, and of a row. */
  row: MOST_VALUE_BYTES,
  /** Bytes of all rows of a statement. */
  result: 50_000_000,
  /** Statements of one invocation of a Worker. */
  queries: 1_000,
  /** Bytes of a pattern of LIKE or GLOB. */
  pattern: 50,
  /** Parts of a compound SELECT (github.com/cloudflare/workerd/issues/795). A local D1 has this limit, and the next. */
  parts: 5,
  /** Levels of an expression. A subquery within one adds to it what its own deepest expression has. */
  depth: 100,
} as const;

/**
 * The database, refusing what D1 documents that it refuses: for tests and development, since a local database is kinder than the service.
 * One is made for each invocation of a Worker, whose statements it counts.
 * @param queries maximum statements; infinite for what is no invocation of a Worker
 */
export function withDocumentedLimits(d1: D1Database, queries: number = D1_LIMITS.queries): D1Database {
  return limited(d1, new Invocation(queries));
}

/** A statement with what it binds, beside the database's own of it. */
class LimitedStatement implements D1PreparedStatement {
  readonly #target: D1PreparedStatement;
  readonly #sql: string;
  readonly #values: readonly unknown[];
  readonly #invocation: Invocation;

  constructor(target: D1PreparedStatement, sql: string, values: readonly unknown[], invocation: Invocation) {
    this.#target = target;
    this.#sql = sql;
    this.#values = values;
    this.#invocation = invocation;
  }

  bind(...values: unknown[]): D1PreparedStatement {
    return new LimitedStatement(this.#target.bind(...values), this.#sql, values, this.#invocation);
  }

  /** The database's own statement, once it is known to be within the limits. */
  admitted(): D1PreparedStatement {
    requireStatement(this.#sql, this.#values);
    this.#invocation.count();
    return this.#target;
  }

  async all<T = Record<string, unknown>>(): Promise<D1Result<T>> {
    return withinLimits(await this.admitted().all<T>());
  }
  async run<T = Record<string, unknown>>(): Promise<D1Result<T>> {
    return withinLimits(await this.admitted().run<T>());
  }
  first<T = unknown>(column: string): Promise<T | null>;
  first<T = Record<string, unknown>>(): Promise<T | null>;
  async first<T>(column?: string): Promise<T | null> {
    const target = this.admitted();
    const value = await (column === undefined ? target.first<T>() : target.first<T>(column));
    requireRows([value]);
    return value;
  }
  raw<T = unknown[]>(options: { columnNames: true }): Promise<[string[], ...T[]]>;
  raw<T = unknown[]>(options?: { columnNames?: false }): Promise<T[]>;
  async raw<T>(options?: { columnNames?: boolean }): Promise<T[] | [string[], ...T[]]> {
    const target = this.admitted();
    const rows = await (options?.columnNames ? target.raw<T>({ columnNames: true }) : target.raw<T>());
    requireRows(rows);
    return rows;
  }
}

class Invocation {
  readonly #most: number;
  #queries = 0;

  constructor(most: number) {
    this.#most = most;
  }

  count(): void {
    if (++this.#queries > this.#most) throw beyond('queries of one invocation', this.#queries, this.#most);
  }
}

function limited<T extends D1Database | D1DatabaseSession>(door: T, invocation: Invocation): T {
  const prepare = (sql: string) => new LimitedStatement(door.prepare(sql), sql, [], invocation);
  const batch = async (statements: D1PreparedStatement[]) => {
    const admitted = statements.map((statement) => (statement instanceof LimitedStatement ? statement.admitted() : statement));
    return (await door.batch(admitted)).map(withinLimits);
  };
  return new Proxy(door, {
    get(target, name) {
      if (name === 'prepare') return prepare;
      if (name === 'batch') return batch;
      if (name === 'withSession' && 'withSession' in target) return (from: string) => limited(target.withSession(from), invocation);
      const value: unknown = Reflect.get(target, name, target);
      // The runtime knows its databases by the name of their class.
      return typeof value === 'function' && name !== 'constructor' ? value.bind(target) : value;
    },
  });
}

/** @throws Error that names the limit which a statement breaks, or a value that it binds */
export function requireStatement(sql: string, values: readonly unknown[]): void {
  if (values.length > D1_LIMITS.parameters) throw beyond('bound parameters', values.length, D1_LIMITS.parameters);
  const size = bytesOf(sql);
  if (size > D1_LIMITS.statement) throw beyond('bytes of SQL', size, D1_LIMITS.statement);
  for (const value of values) if (bytesOf(value) > D1_LIMITS.row) throw tooBig();
  requireArguments(sql);
  for (const pattern of patternsOf(sql, values)) {
    if (pattern > D1_LIMITS.pattern) throw beyond('bytes of a LIKE or GLOB pattern', pattern, D1_LIMITS.pattern);
  }
}

/** Statements whose arguments are within the limit: they are few and sent again and again. */
const checkedStatements = new Lru<string, true>(1_000);

function requireArguments(sql: string): void {
  if (checkedStatements.get(sql)) return;
  for (const { name, arguments: given } of callsOf(sql)) {
    if (given.length > D1_LIMITS.arguments) throw beyond(`arguments of ${name}`, given.length, D1_LIMITS.arguments);
  }
  checkedStatements.set(sql, true);
}

/** The bytes of each pattern that is a literal or a bound value, or several that are joined. */
function* patternsOf(sql: string, values: readonly unknown[]): Generator<number> {
  if (!/\b(like|glob)\b/i.test(sql)) return;
  const valueBoundTo = numbered(values);
  let size: number | null = null;
  let last: Token | undefined;
  for (const token of tokensOf(sql)) {
    // Each placeholder is asked for, since those without a number are numbered by their order.
    const value =
      token.kind === 'placeholder'
        ? valueBoundTo(token.text)
        : token.kind === 'text'
          ? token.text.slice(1, -1).replaceAll("''", "'")
          : null;
    const isPattern = last?.kind === 'word' && /^(like|glob)$/i.test(last.text);
    const isJoined: boolean = size !== null && last?.text === '||';
    if (isPattern || isJoined) size = (isJoined ? (size ?? 0) : 0) + bytesOf(value);
    else if (size !== null && token.text !== '||') {
      yield size;
      size = null;
    }
    last = token;
  }
  if (size !== null) yield size;
}

/** Placeholders by their numbers: one without takes the next after the largest so far. */
function numbered(values: readonly unknown[]): (placeholder: string) => unknown {
  let largest = 0;
  return (placeholder) => {
    const number = placeholder === '?' ? largest + 1 : Number(placeholder.slice(1));
    largest = Math.max(largest, number);
    return values[number - 1];
  };
}

function withinLimits<T>(result: D1Result<T>): D1Result<T> {
  requireRows(result.results ?? []);
  return result;
}

/** @throws Error where the rows that a statement answers, or one of them, are more than D1 gives */
export function requireRows(rows: readonly unknown[]): void {
  let total = 0;
  for (const row of rows) {
    if (typeof row !== 'object' || row === null) continue;
    const values: unknown[] = Object.values(row);
    if (values.length > D1_LIMITS.columns) throw beyond('columns of a result', values.length, D1_LIMITS.columns);
    const size = values.reduce<number>((sum, value) => sum + bytesOf(value), 0);
    if (size > D1_LIMITS.row) throw tooBig();
    total += size;
  }
  if (total > D1_LIMITS.result) throw beyond('bytes of a result', total, D1_LIMITS.result);
}

/** Bytes of a string in UTF-8, and of a blob. Other values are small. */
function bytesOf(value: unknown): number {
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return value.byteLength;
  if (Array.isArray(value)) return value.length;
  return typeof value === 'string' ? encoder.encode(value).length : 8;
}

const encoder = new TextEncoder();

const beyond = (what: string, found: number, most: number): Error => new Error(`D1 limit: ${found} ${what}, where D1 allows ${most}`);

/** As SQLite itself says it. */
const tooBig = (): Error => new Error('D1_ERROR: string or blob too big: SQLITE_TOOBIG');
