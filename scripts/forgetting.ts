import { getColumns, getTableName, is, type Table } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import * as tables from '../src/store/tables/index.ts';
import { literal } from './execute.ts';

/** Triggers write a row or more beside each of them. */
const ROWS = 500;

const ALL: readonly SQLiteTable[] = Object.values<unknown>(tables).filter((table) => is(table, SQLiteTable));
/** Tables without the id of an organization: a trigger deletes the members of a set, and the organization itself is the last row. */
const WITHOUT_OWNER: readonly Table[] = [tables.organizations, tables.rateCardMembers];

/**
 * Returns the statements that end all access to an organization and delete a part of its rows, and last those that say what is left: a column
 * for each table, 1 if it has a row. They can be run again and again until nothing is left.
 * @param now milliseconds since 1970
 * @param rows maximum number of rows of each table that one run deletes
 */
export function forgetting(orgId: string, now: number, rows = ROWS): readonly string[] {
  const id = literal(orgId);
  const isOwn = (table: Table) => `${ownerOf(table)} = ${id}`;
  const hasRows = (table: Table) => `exists (select 1 from ${getTableName(table)} where ${isOwn(table)})`;
  const end = (table: Table, column: { readonly name: string }) =>
    `update ${getTableName(table)} set ${column.name} = ${now} where ${isOwn(table)} and ${column.name} is null`;
  const owned = childrenFirst(ALL.filter((table) => !WITHOUT_OWNER.includes(table)));
  const deletion = (table: SQLiteTable, referring: readonly Table[]) => {
    const [name, key] = [getTableName(table), keyOf(table)];
    return [
      `delete from ${name} where (${key}) in (select ${key} from ${name} where ${isOwn(table)} limit ${rows})`,
      ...referring.map((child) => `not ${hasRows(child)}`),
    ].join(' and ');
  };
  const { organizations, apiTokens, tokenIssuers, staffIssuers } = tables;
  return [
    end(apiTokens, apiTokens.revokedAt),
    end(tokenIssuers, tokenIssuers.removedAt),
    end(staffIssuers, staffIssuers.removedAt),
    // From here on triggers let the history of the organization be deleted.
    end(organizations, organizations.forgottenAt),
    ...owned.map((table) => deletion(table, referringTo(table))),
    deletion(organizations, owned),
    `select ${[...owned, organizations].map((table) => `${hasRows(table)} as ${getTableName(table)}`).join(', ')}`,
  ];
}

/** The column that says to which organization a row belongs. */
function ownerOf(table: Table): string {
  const owner = table === tables.organizations ? tables.organizations.id : getColumns(table).orgId;
  if (!owner) throw new Error(`${getTableName(table)} does not say to which organization a row belongs.`);
  return owner.name;
}

/** The columns that name a row: some tables have no rowid. */
function keyOf(table: SQLiteTable): string {
  const { primaryKeys, columns } = getTableConfig(table);
  const key = primaryKeys[0]?.columns ?? columns.filter(({ primary }) => primary);
  if (key.length === 0) throw new Error(`${getTableName(table)} has no primary key.`);
  return key.map(({ name }) => name).join(', ');
}

/** Returns the tables whose rows refer to rows of a table, which must be deleted before. Triggers count what refers to a set of rate cards. */
function referringTo(table: Table): readonly Table[] {
  return ALL.filter((child) => {
    if (table === tables.rateCardSets) return 'rateCardSetId' in getColumns(child);
    if (table === tables.rateCardContents) return child === tables.rateCardSets;
    return getTableConfig(child).foreignKeys.some((key) => key.reference().foreignTable === table);
  });
}

/** Returns the tables in an order in which each comes after those that refer to it. */
function childrenFirst(all: readonly Table[]): readonly Table[] {
  const ordered = new Set<Table>();
  const add = (table: Table): void => {
    if (ordered.has(table)) return;
    for (const child of referringTo(table)) add(child);
    ordered.add(table);
  };
  all.forEach(add);
  return [...ordered];
}
