import { DB } from './database.ts';
import type { Organization } from './organization.ts';

export type Row = Readonly<Record<string, unknown>>;
export type Rows = Readonly<Record<string, readonly Row[]>>;

/** They count or repeat what others hold, or share what several have; a view shows what the latter say. */
const BEHIND = ['account_metadata', 'account_plans', 'rate_card_sets', 'rate_card_contents', 'recorded_rows', 'storage_usage'];

/** Every row of an organization, by table. When a token was last used is written behind its back, and left out. */
export async function everyRow({ orgId }: Organization): Promise<Rows> {
  const { results } = await DB.prepare("select name from sqlite_master where type in ('table', 'view') and sql like '%org_id%'").all<{
    name: string;
  }>();
  const tables = results.map(({ name }) => name).filter((name) => !BEHIND.includes(name));
  const rows = await DB.batch(tables.map((table) => DB.prepare(`select * from "${table}" where org_id = ?`).bind(orgId)));
  return Object.fromEntries(
    tables.map((table, i) => [table, (rows[i]?.results ?? []).map((row) => ({ ...Object(row), last_used_at: undefined }))]),
  );
}

/** A row that was added, removed or is otherwise now. */
export interface ChangedRow {
  readonly table: string;
  /** As it is now, or was last. */
  readonly row: Row;
}

/** What differs between two states of an organization. */
export function changedRows(before: Rows, after: Rows): readonly ChangedRow[] {
  return Object.keys(after).flatMap((table) => {
    const [was, is] = [byKey(before[table] ?? []), byKey(after[table] ?? [])];
    const keys = [...new Set([...was.keys(), ...is.keys()])].filter((key) => JSON.stringify(was.get(key)) !== JSON.stringify(is.get(key)));
    return keys.map((key) => ({ table, row: is.get(key) ?? was.get(key) ?? {} }));
  });
}

const byKey = (rows: readonly Row[]) => new Map(rows.map((row) => [row.id ?? row.key ?? `${row.job_id} ${row.account_id}`, row]));
