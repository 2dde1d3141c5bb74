import { getColumns, getTableName, type Table } from 'drizzle-orm';
import * as tables from '../../src/store/tables/index.ts';

/** Bytes that a row counts for itself: its keys, and its entries in indexes. */
const ROW = 500;
/** Bytes that a card of a set counts: its place. */
const PLACE = 40;

/** What is stored of the organization itself, and what has no more rows than another table that is counted. */
const NOT_COUNTED: ReadonlySet<Table> = new Set([tables.storageUsage, tables.accountPlans]);

const COUNTED: readonly Table[] = Object.values(tables).filter((table) => 'orgId' in getColumns(table) && !NOT_COUNTED.has(table));

/** The triggers that count what an organization stores, by their names: what a migration has to say of each table. */
export const STORAGE_TRIGGERS: ReadonlyMap<string, string> = new Map(COUNTED.flatMap(triggersOf));

/** What an organization stores, counted from its rows: what the triggers have come to. */
export const STORED_BYTES = COUNTED.map(
  (table) => `(select coalesce(sum(${bytesOf(table, '')}), 0) from ${getTableName(table)} where org_id = ?1)`,
).join(' + ');

function triggersOf(table: Table): (readonly [string, string])[] {
  const name = getTableName(table);
  const [before, after] = [bytesOf(table, 'OLD.'), bytesOf(table, 'NEW.')];
  const update = (org: string, change: string) => `UPDATE storage_usage SET bytes = bytes ${change} WHERE org_id = ${org}.org_id;`;
  const trigger = (event: string, kind: string, statement: string) =>
    [`${name}_stored_${kind}`, `CREATE TRIGGER \`${name}_stored_${kind}\` AFTER ${event}\nBEGIN\n  ${statement}\nEND`] as const;
  const json = jsonOf(table).map((column) => `\`${column}\``);
  return [
    trigger(`INSERT ON \`${name}\``, 'more', update('NEW', `+ ${after}`)),
    trigger(`DELETE ON \`${name}\``, 'less', update('OLD', `- (${before})`)),
    ...(json.length === 0
      ? []
      : [
          trigger(
            `UPDATE OF ${json.join(', ')} ON \`${name}\` WHEN ${after} <> ${before}`,
            'changed',
            update('NEW', `+ ${after} - (${before})`),
          ),
        ]),
  ];
}

function bytesOf(table: Table, row: '' | 'OLD.' | 'NEW.'): string {
  const json = jsonOf(table).map((column) => `coalesce(length(cast(${row}"${column}" AS BLOB)), 0)`);
  const places = table === tables.rateCardSets ? [`${PLACE} * ${row}size`] : [];
  return [String(ROW), ...places, ...json].join(' + ');
}

function jsonOf(table: Table): string[] {
  return Object.values(getColumns(table))
    .filter(({ columnType }) => columnType === 'SQLiteTextJson')
    .map(({ name }) => name);
}
