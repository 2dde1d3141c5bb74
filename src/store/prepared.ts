import { type AnyRelations, fillPlaceholders, type Query, QueryPromise, type SQL, sql } from 'drizzle-orm';
import type { SQLiteAsyncSession } from 'drizzle-orm/sqlite-core';
import { MOST_VALUE_BYTES, withinBytes } from './d1/answer-bytes.ts';
import { withinArgumentLimit } from './d1/arguments.ts';
import { isHeavy, mostBytes } from './most-bytes.ts';
import { rowReader, type Selected } from './rows.ts';
import { shapeOf } from './shape.ts';

type Session = Pick<SQLiteAsyncSession<'async', unknown, AnyRelations>, 'prepareQuery'>;

/** A statement of Drizzle's, ready to run; a batch asks for it as well. */
interface Statement {
  execute(): unknown;
}

/** A relational query of Drizzle's, which writes itself as SQL: the work that is spared here. */
interface RelationalQuery {
  readonly dialect: Dialect;
  _toSQL(): { readonly builtQuery: Query; readonly query: Planned };
}
const isRelationalQuery = (value: unknown): value is RelationalQuery => typeof value === 'object' && value !== null && '_toSQL' in value;

/** What Drizzle makes of a query, and of each relation beneath it by the same method. */
interface Planned {
  readonly sql: SQL;
  readonly selection: readonly Selected[];
}
interface Dialect {
  buildRelationalQuery(asked: { readonly isNested?: boolean; readonly mode: string; readonly queryConfig: unknown }): Planned;
}

/** How many statements an isolate keeps; one is some kilobytes long. */
const MOST_KEPT = 500;

interface Written {
  readonly query: Query;
  readonly selection: readonly Selected[];
  readonly read: (rows: Record<string, unknown>[]) => unknown;
  /** What the statement was written from. */
  readonly source: RelationalQuery;
  /** The same statement, which fails once its rows are over some bytes. Written where it is first needed. */
  bounded?: Query;
}

/** By method, table and shape; the least recently run first. */
const kept = new Map<string, Written>();

interface Asked {
  readonly method: 'findMany' | 'findFirst';
  readonly table: string;
  readonly query: object;
  /** Makes Drizzle's own query. */
  readonly make: (query: object) => unknown;
  /** Bytes that the rows may take. */
  readonly mostBytes: number;
}

/**
 * Relational queries whose SQL is written once a shape: writing the statement of a nested selection costs more than running it. Each run
 * binds its own values. A query of which the shape is not known is written each time.
 */
export function prepare(session: Session, relations: AnyRelations, asked: Asked): unknown {
  const { method, table, query, make } = asked;
  const shape = shapeOf(relations, table, query);
  if (!shape) return ready(session, write(make(query), method), {}, asked);
  const key = `${method} ${shape.key}`;
  const written = kept.get(key) ?? write(make(shape.template), method);
  keep(key, written);
  return ready(session, written, shape.values, asked);
}

/** A statement to be run, which is kept within its bytes where it could leave them. */
function ready(session: Session, written: Written, values: Values, { method, query, mostBytes: most }: Asked): Prepared {
  const isSmall = mostBytes(written.selection, query, method === 'findFirst') <= most;
  if (isSmall) return new Prepared(session, written, written.query, values);
  written.bounded ??= writeBounded(written.source);
  return new Prepared(session, written, written.bounded, { ...values, [MOST_BYTES]: most });
}

/** Writes a query anew, so that neither its rows nor a page within one can be more than D1 and the Worker can hold. */
function writeBounded(source: RelationalQuery): Query {
  const { builtQuery, query } = withPagesBounded(source);
  const { before, after } = withinBytes(
    query.selection.map(({ key }) => key),
    'rows',
    '?',
  );
  const text = withinArgumentLimit(builtQuery.sql);
  return { ...builtQuery, sql: before + text + after, params: [sql.placeholder(MOST_BYTES), ...builtQuery.params] };
}

/** Drizzle plans each relation by the same method of the dialect (`buildRelationalQuery`, drizzle-orm 1.0.0-rc.4): heavy pages are checked there. */
function withPagesBounded(source: RelationalQuery): ReturnType<RelationalQuery['_toSQL']> {
  const { dialect } = source;
  const plan = dialect.buildRelationalQuery;
  dialect.buildRelationalQuery = (asked) => {
    const planned = plan.call(dialect, asked);
    const isPage = typeof asked.queryConfig === 'object' && asked.queryConfig !== null && 'limit' in asked.queryConfig;
    if (!asked.isNested || !isPage || !isHeavy(planned.selection)) return planned;
    const columns = planned.selection.map(({ key }) => key);
    const { before, after } = withinBytes(columns, 'value', `${MOST_VALUE_BYTES}`);
    return { ...planned, sql: sql`${sql.raw(before)}${planned.sql}${sql.raw(after)}` };
  };
  try {
    return source._toSQL();
  } finally {
    dialect.buildRelationalQuery = plan;
  }
}

const MOST_BYTES = 'mostBytes';

type Values = Readonly<Record<string, unknown>>;

function write(query: unknown, method: Asked['method']): Written {
  if (!isRelationalQuery(query)) throw new Error('a relational query is not what it was');
  const { builtQuery, query: planned } = query._toSQL();
  const read = rowReader(planned.selection);
  const within = { ...builtQuery, sql: withinArgumentLimit(builtQuery.sql) };
  return { query: within, source: query, selection: planned.selection, read: method === 'findMany' ? read : (rows) => read(rows)[0] };
}

function keep(key: string, written: Written): void {
  kept.delete(key);
  kept.set(key, written);
  if (kept.size <= MOST_KEPT) return;
  for (const oldest of kept.keys()) return void kept.delete(oldest);
}

/** A written statement with the values of one request: to be awaited, or run in a batch. */
class Prepared extends QueryPromise<unknown> {
  readonly #session: Session;
  readonly #written: Written;
  readonly #query: Query;
  readonly #values: Values;

  constructor(session: Session, written: Written, query: Query, values: Values) {
    super();
    this.#session = session;
    this.#written = written;
    this.#query = query;
    this.#values = values;
  }

  _prepare(): Statement {
    const params = fillPlaceholders(this.#query.params, { ...this.#values });
    return this.#session.prepareQuery({ ...this.#query, params }, 'objects', false, 'all', this.#written.read);
  }

  async execute(): Promise<unknown> {
    return this._prepare().execute();
  }
}
