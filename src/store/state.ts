import { sql } from 'drizzle-orm';
import type { Store } from './client.ts';
import { auditEntries, purchases } from './tables/index.ts';

/**
 * A text that is another one as soon as anything reads differently: which change of the organization was accepted last, and which
 * expiry of an open proposal passed last. What depends on the day, or changes without an audit entry, is beyond it. Reads an index
 * entry or two, and those of the tables themselves, whatever of them the request may see.
 *
 * The last change by `rowid`, the order in which rows were written: ids sort by when a request began, and a slow one is accepted
 * after a later one. By its id, since that of a row that came after a restored backup is another one.
 */
export async function stateOf({ db, orgId }: Store, now: number): Promise<string> {
  const [state] = await db.all<{ change: string | null; expiry: number | null }>(sql`
    select
      (select id from main.${auditEntries} where org_id = ${orgId} order by rowid desc limit 1) as change,
      (select max(expires_at) from main.${purchases}
        where org_id = ${orgId} and status = 'PROPOSAL_ACTIVE' and expires_at <= ${now}) as expiry`);
  return `${state?.change ?? ''} ${state?.expiry ?? ''}`;
}
