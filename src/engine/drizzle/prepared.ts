import { type AnyRelations, type Column, fillPlaceholders, type Query, QueryPromise, type SQL, sql } from 'drizzle-orm';
import { MOST_VALUE_BYTES, withinBytes } from '../d1/answer-bytes.ts';
import { withinArgumentLimit } from '../d1/arguments.ts';
import type { D1 } from '../d1/d1.ts';
import { Lru } from '../lru.ts';
import { withWrittenLimits } from './limits.ts';
import { type JsonBytes, RowSizes } from './most-bytes.ts';
import { rowReader, type Selected } from './rows.ts';
import { shapeOf } from './shape.ts';
import { attach, representatives, type SharedSet, type Sharing, SOURCE, withoutSharedSets } from './shared-sets.ts';

/**
 * A relational query, which writes itself as SQL: the work that is done once a shape. `_toSQL()` and `dialect` are internal members
 * (drizzle-orm 1.0.0-rc.4); the public `toSQL()` says nothing of the columns. See engine/README.md.
 */
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
  buildRelationalQuery(query: {
    readonly isNested?: boolean;
    readonly mode: string;
    readonly queryConfig: unknown;
    /** The table, by its name in relational queries. */
    readonly tableConfig: { readonly name: string };
  }): Planned;
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
  /** Whether sets of rows are read apart from the rows that lead to them: as many as there are. */
  readonly isShared: boolean;
  /** The same statement, which fails once its rows are over some bytes. Written where it is first needed. */
  bounded?: Query;
  /** How many bytes its rows take at most. Told where it is first needed. */
  most?: number;
}

/** What is known of the tables whose rows are read. */
export interface Tables {
  readonly relations: AnyRelations;
  readonly jsonBytes: JsonBytes;
  /** From how many bytes on a value of JSON makes a page of its rows too large to be read unchecked. */
  readonly heavyBytes: number;
  readonly sharing: Sharing;
}

/** A relational query of one request. */
export interface Find {
  readonly method: 'findMany' | 'findFirst';
  readonly table: string;
  readonly query: object;
  /** The value of the column that the keys of all tables begin with. */
  readonly tenant: string;
  /** Makes Drizzle's own query of a table. */
  readonly make: (method: 'findMany' | 'findFirst', table: string, query: object) => unknown;
  /** Bytes that the rows may take. */
  readonly mostBytes: number;
}

/**
 * Relational queries whose SQL is written once a shape: writing the statement of a nested selection costs more than running it. Each run
 * binds its own values. A query of which the shape is not known is written each time.
 */
export class Statements {
  readonly #tables: Tables;
  readonly #sizes: RowSizes;
  /** By method, table and shape. */
  readonly #cache = new Lru<string, Written>(MAX_STATEMENTS);

  constructor(tables: Tables) {
    this.#tables = tables;
    this.#sizes = new RowSizes(tables.relations, tables.jsonBytes, tables.heavyBytes);
  }

  /** A query, to be awaited or run in a batch. */
  find(d1: D1, find: Find): unknown {
    const { method, table, query, tenant } = find;
    const shape = shapeOf(this.#tables.relations, table, query);
    if (!shape) return this.#ready(d1, this.#write(query, find), { [TENANT]: tenant }, find);
    const key = `${method} ${shape.key}`;
    const cached = this.#cache.get(key);
    const written = cached ?? this.#write(shape.template, find);
    if (!cached) this.#cache.set(key, written);
    return this.#ready(d1, written, { ...shape.values, [TENANT]: tenant }, find);
  }

  /** A statement to be run, which is kept within its bytes where it could leave them. */
  #ready(d1: D1, written: Written, values: Values, { method, table, query, mostBytes }: Find): Prepared {
    // How many ids a query names, and the sizes of its pages, are part of its shape.
    written.most ??= written.isShared
      ? Number.POSITIVE_INFINITY
      : this.#sizes.mostOf(table, written.selection, query, method === 'findFirst');
    if (written.most <= mostBytes) return new Prepared(d1, written, written.query, values);
    written.bounded ??= this.#writeBounded(written);
    return new Prepared(d1, written, written.bounded, { ...values, [MOST_BYTES]: mostBytes });
  }

  /** Writes a query anew, so that neither its rows nor a page within one can be more than D1 and the Worker can hold. */
  #writeBounded({ source, query, columns }: Written): Query {
    const { sql: text, params } = source ? limited(this.#withPagesBounded(source).builtQuery) : query;
    const { before, after } = withinBytes(columns, 'rows', '?');
    return { ...query, sql: before + text + after, params: [sql.placeholder(MOST_BYTES), ...params] };
  }

  /** Drizzle plans each relation by the same method of the dialect (`buildRelationalQuery`, drizzle-orm 1.0.0-rc.4): heavy pages are checked there. */
  #withPagesBounded(source: RelationalQuery): ReturnType<RelationalQuery['_toSQL']> {
    const { dialect } = source;
    const plan = dialect.buildRelationalQuery;
    dialect.buildRelationalQuery = (query) => {
      const relational = plan.call(dialect, query);
      const isPage = typeof query.queryConfig === 'object' && query.queryConfig !== null && 'limit' in query.queryConfig;
      if (!query.isNested || !isPage || !this.#sizes.isHeavy(query.tableConfig.name, relational.selection)) return relational;
      const columns = relational.selection.map(({ key }) => key);
      const { before, after } = withinBytes(columns, 'value', `${MOST_VALUE_BYTES}`);
      return { ...relational, sql: sql`${sql.raw(before)}${relational.sql}${sql.raw(after)}` };
    };
    try {
      return source._toSQL();
    } finally {
      dialect.buildRelationalQuery = plan;
    }
  }

  #write(template: object, { method, table, make }: Find): Written {
    const { relations, sharing } = this.#tables;
    const { query, sets } = withoutSharedSets(relations, sharing, table, template, method === 'findMany');
    const source = toRelationalQuery(make(method, table, query));
    // What is put together of several parts is not written again, and so is bounded at once.
    const { builtQuery, query: main } = sets.length === 0 ? source._toSQL() : this.#withPagesBounded(source);
    const columns = main.selection.map(({ key }) => key);
    const read = rowReader(main.selection);
    const answer = (rows: Row[]) => (method === 'findMany' ? rows : rows[0]);
    if (sets.length === 0) {
      return {
        query: limited(builtQuery),
        source,
        selection: main.selection,
        columns,
        isShared: false,
        read: (rows) => answer(read(rows)),
      };
    }
    const parts = sets.map((set) => {
      const where = {
        RAW: (row: Readonly<Record<string, Column>>) => representatives(set, row, sharing, sql.placeholder(TENANT)),
      };
      const part = this.#withPagesBounded(
        toRelationalQuery(make('findMany', set.table, { columns: { [set.key]: true }, where, with: { [set.name]: set.query } })),
      );
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
}

function limited(query: Query): Query {
  const written = withWrittenLimits(query);
  return { ...written, sql: withinArgumentLimit(written.sql) };
}

/** Names of values that every statement may bind. */
const MOST_BYTES = 'mostBytes';
const TENANT = 'tenant';

type Values = Readonly<Record<string, unknown>>;

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

function toRelationalQuery(query: unknown): RelationalQuery {
  if (isRelationalQuery(query)) return query;
  throw new Error("Drizzle's relational query has no _toSQL() any more; see engine/README.md");
}

/** A written statement with the values of one request: to be awaited, or run in a batch. */
class Prepared extends QueryPromise<unknown> {
  readonly #d1: D1;
  readonly #read: Written['read'];
  readonly #sql: string;
  readonly #params: readonly unknown[];

  constructor(d1: D1, { read }: Written, { sql: text, params }: Query, values: Values) {
    super();
    this.#d1 = d1;
    this.#read = read;
    this.#sql = text;
    this.#params = fillPlaceholders([...params], { ...values });
  }

  async execute(): Promise<unknown> {
    const { results } = await this.#d1
      .prepare(this.#sql)
      .bind(...this.#params)
      .all<Row>();
    return this.#read(results);
  }

  /** What `batch` of Drizzle's D1 driver takes of each of its statements (`_prepare()`, internal, drizzle-orm 1.0.0-rc.4). See engine/README.md. */
  _prepare() {
    const query = { sql: this.#sql, params: this.#params };
    return {
      getQuery: () => query,
      stmt: this.#d1.prepare(this.#sql),
      executeMethod: 'all',
      mode: 'objects',
      mapper: this.#read,
    };
  }
}
