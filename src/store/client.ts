import { relationsFilterToSQL, count as rowCount } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { drizzle } from 'drizzle-orm/d1';
import { MOST_ANSWER_BYTES } from '../engine/d1/answer-bytes.ts';
import type { D1 } from '../engine/d1/d1.ts';
import { MeteredD1, noUsage, type Usage } from '../engine/d1/metered.ts';
import { Session } from '../engine/d1/session.ts';
import { type Find, Statements } from '../engine/drizzle/prepared.ts';
import { type Reach, restrictionTo, startsWithin } from './reach.ts';
import { relations } from './relations.ts';
import { JSON_BYTES, ONE_REQUEST } from './tables/json-bytes.ts';

/** Everything a request may read and write: one organization's rows, and what reading them has cost. */
export interface Store {
  readonly orgId: string;
  /** Null: all of the organization. */
  readonly reach: Reach | null;
  /** Every root relational query carries the organization; `select`, `update` and `delete` must name it themselves. */
  readonly db: Database;
  readonly usage: Usage;
  /** From now on everything is read where it is written: for what decides, and must not be a moment behind. */
  onPrimary(): void;
  /** From now on the statements that are sent together are so many, and divide among them what may be read for one answer. */
  divideAmong(statements: number): void;
  /** Rows of a table by a query that was planned from a GraphQL selection, and so is typed by nobody. */
  rows(table: TableName, query: object): RowsQuery;
  /** The same, read at once. */
  load(table: TableName, query: object): Promise<{ id: string }[]>;
  /** How many rows a filter of relational queries finds. */
  count(table: TableName, where: object): Promise<number>;
}

export type TableName = keyof Database['query'];
type RowsQuery = BatchItem<'sqlite'> & { _: { result: { id: string }[] } };

export type Database = ReturnType<typeof connect>;

/**
 * @param reach what of the organization the caller may see; null: all
 * @param usage where the cost is added up; by default it is the store's alone
 * @param run how relational queries are run: by the engine, but where a test compares it with Drizzle's own way
 */
export function openStore(d1: D1, orgId: string, reach: Reach | null, usage: Usage = noUsage(), run: Run = byEngine): Store {
  const within: Within = (table, where) => {
    const key = table === 'organizations' ? { id: orgId } : { orgId };
    if (!reach) return where ? { AND: [key, where] } : key;
    return { AND: [key, startsWithin(table, reach), ...(where ? [where] : [])] };
  };
  let share = MOST_ANSWER_BYTES;
  const divideAmong = (statements: number) => {
    share = Math.floor(share / Math.max(statements, 1));
  };
  const metered = new MeteredD1(d1, usage, reach ? restrictionTo(reach) : undefined);
  const find = (query: Pick<Find, 'method' | 'table' | 'query' | 'make'>) => run(metered, { ...query, tenant: orgId, mostBytes: share });
  const db = scoped(connect(metered), within, find);
  const rows = (table: TableName, query: object) =>
    (db.query[table] as Queries).findMany(query) as RowsQuery & PromiseLike<{ id: string }[]>;
  const count = async (name: TableName, where: object) => {
    const { table } = relations[name];
    const [row] = await db
      .select({ rows: rowCount() })
      .from(table)
      .where(relationsFilterToSQL(table, within(name, where)));
    return row?.rows ?? 0;
  };
  const onPrimary = () => {
    if (d1 instanceof Session) d1.toPrimary();
  };
  return { orgId, reach, db, usage, onPrimary, divideAmong, rows, load: async (table, query) => rows(table, query), count };
}

/** The tables of all organizations, for work that no caller asks for: statements that are not relational queries. */
export const openTables = (d1: D1) => drizzle(new MeteredD1(d1, noUsage()) as D1 as D1Database);

// Drizzle calls nothing of a database but `prepare` and `batch` (drizzle-orm 1.0.0-rc.4, d1/session).
const connect = (d1: D1) => drizzle(d1 as D1Database, { relations });

/** Runs a relational query, which is awaited or sent in a batch. */
type Run = (d1: D1, find: Find) => unknown;

const statements = new Statements({
  relations,
  jsonBytes: JSON_BYTES,
  heavyBytes: ONE_REQUEST,
  // A timeline of many schedules leads to few sets of rate cards again and again.
  sharing: { tenant: 'orgId', columns: { rateCards: 'card' }, through: ['pricePlanVersions'] },
});
const byEngine: Run = (d1, find) => statements.find(d1, find);

/** As Drizzle itself runs it. */
export const byDrizzle: Run = (_d1, { make, method, table, query }) => make(method, table, query);

/** A filter, within what the caller may see. */
type Within = (table: TableName, where: object | undefined) => object;

/** The same database, in which no relational query can reach another organization's row. */
function scoped(db: Database, within: Within, run: (find: Pick<Find, 'method' | 'table' | 'query' | 'make'>) => unknown): Database {
  const make = (method: keyof Queries, name: string, query: object) => (db.query[name as TableName] as Queries)[method](query);
  const scopedTables = new Map<string | symbol, object>();
  const query = new Proxy(db.query, {
    get(tables, name, receiver) {
      const existing = scopedTables.get(name);
      if (existing) return existing;
      const table: unknown = Reflect.get(tables, name, receiver);
      if (!isQueries(table)) return table;
      const find = (method: keyof Queries) => (config: Config) => {
        const query = { ...config, where: within(name as TableName, config?.where) };
        return run({ method, table: String(name), query, make });
      };
      const queries = { findMany: find('findMany'), findFirst: find('findFirst') };
      scopedTables.set(name, queries);
      return queries;
    },
  });
  return new Proxy(db, {
    get(target, name) {
      if (name === 'query') return query;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

type Config = { where?: object } | undefined;
interface Queries {
  findMany(config: Config): unknown;
  findFirst(config: Config): unknown;
}
const isQueries = (value: unknown): value is Queries => typeof value === 'object' && value !== null && 'findMany' in value;
