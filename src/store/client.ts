import { relationsFilterToSQL, count as rowCount } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { drizzle } from 'drizzle-orm/d1';
import { MOST_ANSWER_BYTES } from '../engine/d1/answer-bytes.ts';
import { MeteredD1, noUsage, type Usage } from '../engine/d1/metered.ts';
import { Session } from '../engine/d1/session.ts';
import { prepare } from '../engine/drizzle/prepared.ts';
import { type Reach, seenFrom, startsWithin } from './reach.ts';
import { relations } from './relations.ts';

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
 */
export function openStore(d1: D1Database, orgId: string, reach: Reach | null, usage: Usage = noUsage()): Store {
  const within: Within = (table, where) => {
    const key = table === 'organizations' ? { id: orgId } : { orgId };
    if (!reach) return where ? { AND: [key, where] } : key;
    return { AND: [key, startsWithin(table, reach), ...(where ? [where] : [])] };
  };
  let share = MOST_ANSWER_BYTES;
  const divideAmong = (statements: number) => {
    share = Math.floor(share / Math.max(statements, 1));
  };
  const db = scoped(connect(new MeteredD1(d1, usage, reach && seenFrom(reach))), { orgId, within, share: () => share });
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
export const openTables = (d1: D1Database) => drizzle(new MeteredD1(d1, noUsage()));

const connect = (d1: D1Database) => drizzle(d1, { relations });

/** A filter, within what the caller may see. */
type Within = (table: TableName, where: object | undefined) => object;

interface Scope {
  readonly orgId: string;
  readonly within: Within;
  /** Bytes that the rows of a statement may take. */
  readonly share: () => number;
}

/** The same database, in which no relational query can reach another organization's row. */
function scoped(db: Database, { orgId, within, share }: Scope): Database {
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
        return prepare(db._.session, relations, { method, table: String(name), query, orgId, make, mostBytes: share() });
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
