import { type AnyRelations, type Column, fillPlaceholders, type Query, QueryPromise, type SQL, sql } from 'drizzle-orm';
import type { SQLiteAsyncSession } from 'drizzle-orm/sqlite-core';
import { MOST_VALUE_BYTES, withinBytes } from '../d1/answer-bytes.ts';
import { withinArgumentLimit } from '../d1/arguments.ts';
import { Lru } from '../lru.ts';
import { isHeavy, mostBytes } from './most-bytes.ts';
import { rowReader, type Selected } from './rows.ts';
import { shapeOf } from './shape.ts';
import { attach, representatives, type SharedSet, SOURCE, withoutSharedSets } from './shared-sets.ts';

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

/** Statements that an isolate remembers; one is some kilobytes long. */
const MAX_STATEMENTS = 500;

type Row = Record<string, unknown>;

interface Written {
  readonly query: Query;
  readonly selection: readonly Selected[];
  /** The columns of its rows. */
  readonly columns: readonly string[];
  readonly read: (rows: Row[]) => unknown;
  /** What the statement was written from; null where it was put together of several. */
  readonly source: RelationalQuery | null;
  /** Whether sets of rate cards are read apart from the rows that lead to them: as many as there are. */
  readonly isShared: boolean;
  /** The same statement, which fails once its rows are over some bytes. Written where it is first needed. */
  bounded?: Query;
}

/** By method, table and shape. */
const statementCache = new Lru<string, Written>(MAX_STATEMENTS);

interface Asked {
  readonly method: 'findMany' | 'findFirst';
  readonly table: string;
  readonly query: object;
  readonly orgId: string;
  /** Makes Drizzle's own query of a table. */
  readonly make: (method: 'findMany' | 'findFirst', table: string, query: object) => unknown;
  /** Bytes that the rows may take. */
  readonly mostBytes: number;
}

/**
 * Relational queries whose SQL is written once a shape: writing the statement of a nested selection costs more than running it. Each run
 * binds its own values. A query of which the shape is not known is written each time.
 */
export function prepare(session: Session, relations: AnyRelations, asked: Asked): unknown {
  const { method, table, query, orgId } = asked;
  const shape = shapeOf(relations, table, query);
  if (!shape) return ready(session, write(relations, query, asked), { [ORGANIZATION]: orgId }, asked);
  const key = `${method} ${shape.key}`;
  const cached = statementCache.get(key);
  const written = cached ?? write(relations, shape.template, asked);
  if (!cached) statementCache.set(key, written);
  return ready(session, written, { ...shape.values, [ORGANIZATION]: orgId }, asked);
}

/** A statement to be run, which is kept within its bytes where it could leave them. */
function ready(session: Session, written: Written, values: Values, { method, query, mostBytes: most }: Asked): Prepared {
  const isSmall = !written.isShared && mostBytes(written.selection, query, method === 'findFirst') <= most;
  if (isSmall) return new Prepared(session, written, written.query, values);
  written.bounded ??= writeBounded(written);
  return new Prepared(session, written, written.bounded, { ...values, [MOST_BYTES]: most });
}

/** Writes a query anew, so that neither its rows nor a page within one can be more than D1 and the Worker can hold. */
function writeBounded({ source, query, columns }: Written): Query {
  const { sql: text, params } = source ? limited(withPagesBounded(source).builtQuery) : query;
  const { before, after } = withinBytes(columns, 'rows', '?');
  return { ...query, sql: before + text + after, params: [sql.placeholder(MOST_BYTES), ...params] };
}

const limited = (query: Query): Query => ({ ...query, sql: withinArgumentLimit(query.sql) });

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

/** Names of values that every statement may bind. */
const MOST_BYTES = 'mostBytes';
const ORGANIZATION = 'organization';

type Values = Readonly<Record<string, unknown>>;

function write(relations: AnyRelations, template: object, { method, table, make }: Asked): Written {
  const { query, sets } = withoutSharedSets(relations, table, template);
  const source = planned(make(method, table, query));
  const { builtQuery, query: main } = source._toSQL();
  const columns = main.selection.map(({ key }) => key);
  const read = rowReader(main.selection);
  const answer = (rows: Row[]) => (method === 'findMany' ? rows : rows[0]);
  if (sets.length === 0) {
    return { query: limited(builtQuery), source, selection: main.selection, columns, isShared: false, read: (rows) => answer(read(rows)) };
  }
  const parts = sets.map((set) => {
    const where = {
      RAW: (row: { readonly orgId: Column; readonly id: Column }) => representatives(set, row, sql.placeholder(ORGANIZATION)),
    };
    const part = planned(make('findMany', set.table, { columns: { [set.key]: true }, where, with: { [set.name]: set.query } }))._toSQL();
    return { set, query: part.builtQuery, read: rowReader(part.query.selection) };
  });
  const shared = {
    ...builtQuery,
    sql: together(builtQuery.sql, columns, parts),
    params: [...builtQuery.params, ...parts.flatMap((part) => part.query.params)],
  };
  return {
    query: limited(shared),
    source: null,
    selection: main.selection,
    columns: columnsOf(columns),
    isShared: true,
    read: (rows) => {
      const found = read(rows.filter((row) => row[PART] === 0));
      parts.forEach(({ set, read: readPart }, i) => {
        const [key, value] = columnsOf(columns);
        const rowsOfPart = rows.filter((row) => row[PART] === i + 1).map((row) => ({ [set.key]: row[key], [set.name]: row[value] }));
        attach(found, set, new Map(readPart(rowsOfPart).map((row) => [row[set.key], row[set.name]])));
      });
      return answer(found);
    },
  };
}

/** Which part of a statement a row comes from: 0 is the query itself. */
const PART = '$part';

/** The columns of a statement of several parts, which each have a key and a value at least. */
const columnsOf = (columns: readonly string[]): readonly [string, string, ...string[]] => {
  const [first = '$first', second = '$second', ...more] = columns;
  return [first, second, ...more];
};

/** One statement that answers the rows of a query, and after them those of the sets that it leads to. The query itself is run once. */
function together(main: string, columns: readonly string[], parts: readonly { readonly set: SharedSet; readonly query: Query }[]): string {
  const all = columnsOf(columns);
  const own = all.map((column) => (columns.includes(column) ? `"${SOURCE}"."${column}"` : `null as "${column}"`));
  const ofSets = parts.map(({ set, query }, i) => {
    const rest = all.slice(2).map(() => 'null');
    return `select ${[i + 1, `"${set.key}"`, `"${set.name}"`, ...rest].join(', ')} from (${query.sql})`;
  });
  const arms = [`select 0 as "${PART}", ${own.join(', ')} from "${SOURCE}"`, ...ofSets];
  return `select * from (with "${SOURCE}" as materialized (${main}) ${arms.join(' union all ')})`;
}

function planned(query: unknown): RelationalQuery {
  if (isRelationalQuery(query)) return query;
  throw new Error('a relational query is not what it was');
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
