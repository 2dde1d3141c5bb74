import { type AnyRelations, type Column, getColumns, is, Many, type SQL, sql, Table } from 'drizzle-orm';
import { slottedRelation } from './slot.ts';

/**
 * Which relations are worth reading once for each set of rows that they lead to: lists nest the same large rows again and again, and a list is one
 * value of at most 2 MB.
 */
export interface Sharing {
  /** The column that the keys of all tables begin with, as relational queries call it. */
  readonly tenant: string;
  /** The large column by its table: a relation to rows of the table is shared where a query selects the column. */
  readonly columns: Readonly<Record<string, string>>;
  /**
   * Tables of which many rows lead to few: a row is shared with the large rows that hang on it, and beneath a list within a list with whatever
   * is selected of it.
   */
  readonly through: readonly string[];
}

/** A relation of a relational query that is read once for each set of rows, and not once for each row that leads there. */
export interface SharedSet {
  /** The relations from the root to the rows that it hangs on, wherever those are. */
  readonly paths: readonly (readonly Step[])[];
  /** The table of those rows, as relational queries call it. */
  readonly table: string;
  /** The relation as it is selected: with its slot. */
  readonly name: string;
  /** The column of those rows that says which rows it leads to. */
  readonly key: string;
  readonly isMany: boolean;
  /** What is selected beneath it. */
  readonly query: unknown;
}

interface Step {
  readonly name: string;
  readonly isMany: boolean;
}

interface Query {
  readonly limit?: unknown;
  readonly columns?: Readonly<Record<string, unknown>>;
  readonly with?: Readonly<Record<string, unknown>>;
}

/** A compound SELECT of SQLite on D1 has at most five parts. */
const MOST_PARTS = 5;

/** The query itself is one part of the statement. */
const MOST_SETS = MOST_PARTS - 1;

/**
 * Takes the shared sets out of the lists that a query nests them in. The rows that they hung on keep what names the set.
 * @param isList whether the query answers a list itself
 */
export function withoutSharedSets(
  relations: AnyRelations,
  sharing: Sharing,
  table: string,
  query: object,
  isList: boolean,
): { query: object; sets: readonly SharedSet[] } {
  const sets: SharedSet[] = [];
  const without = (tableName: string, config: Query, path: readonly Step[], lists: number): Query => {
    const added: Record<string, true> = {};
    const nested: Record<string, unknown> = {};
    for (const [name, below] of Object.entries(config.with ?? {})) {
      const relation = relations[tableName]?.relations[slottedRelation(name)];
      if (!relation || !isQuery(below)) {
        nested[name] = below;
        continue;
      }
      const isMany = is(relation, Many);
      const key = keyOf(relations, sharing, tableName, relation.sourceColumns);
      const target = relation.targetTableName;
      const isRepeated = lists + Number(isList) > 1 && sharing.through.includes(target);
      const isShared = lists > 0 && (isRepeated || hasLargeRows(relations, sharing, target, below));
      const set = { paths: [path], table: tableName, name, key: key ?? '', isMany, query: below };
      if (key && isShared && addSet(sets, set)) {
        Object.assign(added, { id: true, [key]: true });
      } else {
        const isPage = isMany && below.limit !== 1;
        nested[name] = without(target, below, [...path, { name, isMany }], lists + Number(isPage));
      }
    }
    return { ...config, with: nested, ...(config.columns && { columns: { ...config.columns, ...added } }) };
  };
  return { query: without(table, query, [], 0), sets };
}

/**
 * False where there are as many as one statement can have. What is selected in the same way in several places is read once for all of them,
 * as far as one SELECT can look through them.
 */
function addSet(sets: SharedSet[], set: SharedSet): boolean {
  const same = sets.findIndex(
    (other) => other.paths.length < MOST_PARTS && other.table === set.table && other.name === set.name && isSame(other.query, set.query),
  );
  const known = sets[same];
  if (known) sets[same] = { ...known, paths: [...known.paths, ...set.paths] };
  else if (sets.length < MOST_SETS) sets.push(set);
  else return false;
  return true;
}

/** Whether two selections are equal in all their parts. One with an expression is equal to itself alone. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [ofA, ofB] = [Object.entries(a), new Map(Object.entries(b))];
  return ofA.length === ofB.size && ofA.every(([name, value]) => ofB.has(name) && isSame(value, ofB.get(name)));
}

const isQuery = (below: unknown): below is Query => typeof below === 'object' && below !== null;

/** The one column besides the tenant that a relation goes by; none where it goes by its row alone. */
function keyOf(relations: AnyRelations, { tenant }: Sharing, table: string, columns: readonly { readonly name: string }[]): string | null {
  const from = relations[table]?.table;
  if (!is(from, Table)) return null;
  const own = getColumns(from);
  const names = columns.map(({ name }) => name).filter((name) => name !== own[tenant]?.name);
  const [name] = names;
  if (names.length !== 1 || !name?.endsWith('_id')) return null;
  return Object.entries(own).find(([, column]) => column.name === name)?.[0] ?? null;
}

/** Whether a selection of a relation, or of one beneath a row that is shared, holds a large column. */
function hasLargeRows(relations: AnyRelations, sharing: Sharing, table: string, query: Query): boolean {
  const large = sharing.columns[table];
  if (large !== undefined && (!query.columns || query.columns[large] === true)) return true;
  if (!sharing.through.includes(table)) return false;
  return Object.entries(query.with ?? {}).some(([name, below]) => {
    const relation = relations[table]?.relations[slottedRelation(name)];
    return relation && isQuery(below) && hasLargeRows(relations, sharing, relation.targetTableName, below);
  });
}

/** The name of a query whose rows are read once, and looked through for what they lead to. */
export const SOURCE = '$rows';

/**
 * A condition on the rows of `set.table`: they are those of the source that lead to the set, but one for each set. Each is looked up by the primary
 * key. Compared as a pair with the tenant they would not be: SQLite takes no index for a pair with an aggregate, and walks through the table.
 */
export function representatives(
  { paths, key }: SharedSet,
  row: Readonly<Record<string, Column>>,
  { tenant }: Sharing,
  value: unknown,
): SQL {
  const found = paths.map((path) => leadingTo(path, key)).join(' union all ');
  return sql`${row[tenant]} = ${value} and ${row.id} in (select min(leading_id) from ${sql.raw(`(${found}) group by shared_id`)})`;
}

/** The rows at the end of a path, and what they lead to: looked up where they stand in the JSON of the source. */
function leadingTo(path: readonly Step[], key: string): string {
  const joins: string[] = [];
  let from = '';
  let within = '$';
  path.forEach(({ name, isMany }, depth) => {
    if (depth === 0) from = `"${SOURCE}"."${name}"`;
    else within += `."${name}"`;
    if (!isMany) return;
    joins.push(`json_each(${from}, '${within}') as e${depth}`);
    from = `e${depth}.value`;
    within = '$';
  });
  const at = (column: string) => `json_extract(${from}, '${within}."${column}"')`;
  return `select ${at('id')} as leading_id, ${at(key)} as shared_id from ${[`"${SOURCE}"`, ...joins].join(', ')}`;
}

type Row = Record<string, unknown>;

/** Hangs the rows of a set beneath each row that leads to it. */
export function attach(rows: readonly Row[], { paths, name, key, isMany }: SharedSet, byKey: ReadonlyMap<unknown, unknown>): void {
  for (const parent of paths.flatMap((path) => path.reduce<readonly Row[]>(rowsBelow, rows))) {
    parent[name] = byKey.get(parent[key]) ?? (isMany ? [] : null);
  }
}

const rowsBelow = (rows: readonly Row[], { name, isMany }: Step): readonly Row[] =>
  rows.flatMap((row) => {
    const below = row[name];
    if (below === null || below === undefined) return [];
    return isMany ? (below as Row[]) : [below as Row];
  });
