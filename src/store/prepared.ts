import { type AnyRelations, fillPlaceholders, type Query, QueryPromise } from 'drizzle-orm';
import type { SQLiteAsyncSession } from 'drizzle-orm/sqlite-core';
import { withinArgumentLimit } from './d1/arguments.ts';
import { rowReader, type Selected } from './rows.ts';
import { shapeOf } from './shape.ts';

type Session = Pick<SQLiteAsyncSession<'async', unknown, AnyRelations>, 'prepareQuery'>;

/** A statement of Drizzle's, ready to run; a batch asks for it as well. */
interface Statement {
  execute(): unknown;
}

/** A relational query of Drizzle's, which writes itself as SQL: the work that is spared here. */
interface RelationalQuery {
  _toSQL(): { readonly builtQuery: Query; readonly query: { readonly selection: readonly Selected[] } };
}
const isRelationalQuery = (value: unknown): value is RelationalQuery => typeof value === 'object' && value !== null && '_toSQL' in value;

/** How many statements an isolate keeps; one is some kilobytes long. */
const MOST_KEPT = 500;

interface Written {
  readonly query: Query;
  readonly read: (rows: Record<string, unknown>[]) => unknown;
}

/** By method, table and shape; the least recently run first. */
const kept = new Map<string, Written>();

interface Asked {
  readonly method: 'findMany' | 'findFirst';
  readonly table: string;
  readonly query: object;
  /** Makes Drizzle's own query. */
  readonly make: (query: object) => unknown;
}

/**
 * Relational queries whose SQL is written once a shape: writing the statement of a nested selection costs more than running it. Each run
 * binds its own values. A query of which the shape is not known is written each time.
 */
export function prepare(session: Session, relations: AnyRelations, { method, table, query, make }: Asked): unknown {
  const shape = shapeOf(relations, table, query);
  if (!shape) return new Prepared(session, write(make(query), method), {});
  const key = `${method} ${shape.key}`;
  const written = kept.get(key) ?? write(make(shape.template), method);
  keep(key, written);
  return new Prepared(session, written, shape.values);
}

function write(query: unknown, method: Asked['method']): Written {
  if (!isRelationalQuery(query)) throw new Error('a relational query is not what it was');
  const { builtQuery, query: planned } = query._toSQL();
  const read = rowReader(planned.selection);
  const bounded = { ...builtQuery, sql: withinArgumentLimit(builtQuery.sql) };
  return { query: bounded, read: method === 'findMany' ? read : (rows) => read(rows)[0] };
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
  readonly #values: Readonly<Record<string, unknown>>;

  constructor(session: Session, written: Written, values: Readonly<Record<string, unknown>>) {
    super();
    this.#session = session;
    this.#written = written;
    this.#values = values;
  }

  _prepare(): Statement {
    const { query, read } = this.#written;
    const bound = { ...query, params: fillPlaceholders(query.params, { ...this.#values }) };
    return this.#session.prepareQuery(bound, 'objects', false, 'all', read);
  }

  async execute(): Promise<unknown> {
    return this._prepare().execute();
  }
}
