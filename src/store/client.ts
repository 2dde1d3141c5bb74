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

/** Reads and writes the rows of one organization, and counts what that costs. */
export interface Store {
  readonly orgId: string;
  /** The part of the organization that the caller may read. `null`: all of it. */
  readonly reach: Reach | null;
  /** Every root relational query is limited to the organization. `select`, `update` and `delete` must name the organization themselves. */
  readonly db: Database;
  readonly usage: Usage;
  /** Sends all later reads to the primary database. Decisions need it, because a replica may be behind. */
  onPrimary(): void;
  /** Divides the bytes that one answer may read among the statements that are sent together. Applies to all later statements. */
  divideAmong(statements: number): void;
  /** Returns the query for a table's rows. The query is untyped because it was planned from a GraphQL selection. */
  rows(table: TableName, query: object): RowsQuery;
  /** Reads a table's rows at once, by a query as for `rows`. */
  load(table: TableName, query: object): Promise<Readonly<Record<string, unknown>>[]>;
  /** Returns the number of rows that match a filter of relational queries. */
  count(table: TableName, where: object): Promise<number>;
}

export type TableName = keyof Database['query'];
type RowsQuery = BatchItem<'sqlite'> & { _: { result: { id: string }[] } };

export type Database = ReturnType<typeof connect>;

/**
 * Returns the store of one organization.
 * @param reach the part of the organization that the caller may read; `null`: all of it
 * @param usage counts the cost; defaults to a counter of this store
 * @param run runs relational queries; defaults to the engine, which tests compare with `byDrizzle`
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
  const db = scoped(() => connect(metered), within, find);
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

/** Returns the tables of all organizations, for scheduled work. Only for statements: nothing here limits a relational query to a tenant. */
export const openTables = (d1: D1) => drizzle(new MeteredD1(d1, noUsage()) as D1 as D1Database);

// The cast is safe because Drizzle calls only `prepare` and `batch` of a database (drizzle-orm 1.0.0-rc.4, d1/session).
const connect = (d1: D1) => drizzle(d1 as D1Database, { relations });

/** Returns a runnable relational query: it can be awaited or sent in a batch. */
type Run = (d1: D1, find: Find) => unknown;

const statements = new Statements({
  relations,
  jsonBytes: JSON_BYTES,
  heavyBytes: ONE_REQUEST,
  // The many schedules of a timeline refer to few plan versions and sets of rate cards, so each is read once.
  sharing: { tenant: 'orgId', columns: { rateCards: 'card', pricePlanVersions: 'pricingRules' }, through: ['pricePlanVersions'] },
});
const byEngine: Run = (d1, find) => statements.find(d1, find);

/** Runs relational queries by Drizzle's own code instead of the engine. */
export const byDrizzle: Run = (_d1, { make, method, table, query }) => make(method, table, query);

/** Limits a filter to what the caller may read. */
type Within = (table: TableName, where: object | undefined) => object;

/**
 * Returns the database with every root relational query limited by `within`, so that none can read another organization's rows. Most requests
 * read by statements that are written already, and so need no Drizzle, which prepares each table: it connects at the first need.
 */
function scoped(
  connect: () => Database,
  within: Within,
  run: (find: Pick<Find, 'method' | 'table' | 'query' | 'make'>) => unknown,
): Database {
  let connected: Database | undefined;
  const db = () => {
    connected ??= connect();
    return connected;
  };
  const make = (method: keyof Queries, name: string, query: object) => (db().query[name as TableName] as Queries)[method](query);
  const queriesOf = (table: TableName): Queries => {
    const find = (method: keyof Queries) => (config: Config) => {
      const query = { ...config, where: within(table, config?.where) };
      return run({ method, table, query, make });
    };
    return { findMany: find('findMany'), findFirst: find('findFirst') };
  };
  const scopedTables = new Map<string | symbol, Queries>();
  const query = new Proxy({} as Database['query'], {
    get(_, name) {
      if (!isTableName(name)) return undefined;
      const queries = scopedTables.get(name) ?? queriesOf(name);
      scopedTables.set(name, queries);
      return queries;
    },
  });
  return new Proxy({} as Database, {
    get(_, name) {
      if (name === 'query') return query;
      const target = db();
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

const isTableName = (name: string | symbol): name is TableName => name in relations;

type Config = { where?: object } | undefined;
interface Queries {
  findMany(config: Config): unknown;
  findFirst(config: Config): unknown;
}
