import { env } from 'cloudflare:workers';
import type { Organization } from './organization.ts';

/** Every row of an organization, by table. When a token was last used is written behind its back, and left out. */
export async function everyRow({ orgId }: Organization): Promise<object> {
  const { results } = await env.DB.prepare("select name from sqlite_master where type = 'table' and sql like '%org_id%'").all<{
    name: string;
  }>();
  const tables = results.map(({ name }) => name);
  const rows = await env.DB.batch(tables.map((table) => env.DB.prepare(`select * from "${table}" where org_id = ?`).bind(orgId)));
  return Object.fromEntries(
    tables.map((table, i) => [table, rows[i]?.results.map((row) => ({ ...Object(row), last_used_at: undefined }))]),
  );
}
