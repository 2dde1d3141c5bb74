import { DB } from './database.ts';
import type { Organization } from './organization.ts';

/**
 * Copies one row of a table of an organization, for tests in which size is the point: `?1` is the organization and `i` the number of the copy.
 * @param where which row
 * @param otherwise what each copy says otherwise, in SQL
 */
export async function copyRow(
  { orgId }: Organization,
  table: string,
  where: string,
  count: number,
  otherwise: Readonly<Record<string, string>>,
) {
  // Generated columns are not in this list.
  const { results } = await DB.prepare(`select name from pragma_table_info('${table}')`).all<{ name: string }>();
  const columns = results.map(({ name }) => name);
  await DB.prepare(
    `insert into ${table} (${columns.join(', ')}) with recursive n(i) as (select 1 union all select i + 1 from n where i < ?2)
     select ${columns.map((column) => otherwise[column] ?? column).join(', ')} from n, (select * from ${table} where org_id = ?1 and ${where} limit 1)`,
  )
    .bind(orgId, count)
    .run();
}
