import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { Store } from './client.ts';
import { auditEntries, customers, purchases } from './tables/index.ts';

/**
 * Returns a text that changes with every audited change of the organization and every expiry of an open proposal. It does not depend on the
 * day, nor on the caller's reach. The last change is found by its `seq`, because ids sort by the start of a request. It is named by its id,
 * because a change after a restore can have the same `seq`. `null`: an erasure runs, whose steps have no entry of their own.
 */
export async function stateOf({ db, orgId }: Store, now: number): Promise<string | null> {
  const [state] = await db.all<{ change: string | null; expiry: number | null; isErasing: number }>(sql`
    select
      (select ${auditEntries.id} from main.${auditEntries} where ${eq(auditEntries.orgId, orgId)} order by ${auditEntries.seq} desc limit 1) as change,
      (select max(${purchases.expiresAt}) from main.${purchases}
        where ${eq(purchases.orgId, orgId)} and ${purchases.status} = 'PROPOSAL_ACTIVE' and ${purchases.expiresAt} <= ${now}) as expiry,
      exists (select 1 from main.${customers} where ${and(eq(customers.orgId, orgId), isNotNull(customers.erasureSubjectId))}) as "isErasing"`);
  return state?.isErasing ? null : `${state?.change ?? ''} ${state?.expiry ?? ''}`;
}
