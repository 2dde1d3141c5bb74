import { type SQL, sql } from 'drizzle-orm';
import { openTables } from './client.ts';
import { auditEntries, purchases } from './tables/index.ts';

/** An open proposal, of any organization, that is past its expiry. */
export interface DueProposal {
  readonly id: string;
  readonly orgId: string;
  readonly accountId: string;
}

/** Returns the ids of the organizations with proposals that are past their expiry but not recorded as expired. */
export async function organizationsWithDueProposals(d1: D1Database, now: number): Promise<readonly string[]> {
  const rows = await openTables(d1).selectDistinct({ id: purchases.orgId }).from(purchases).where(isDue(now));
  return rows.map(({ id }) => id);
}

/** Returns the due proposals of these organizations: of each organization at most `each`, those with the earliest expiry. */
export function dueProposals(
  d1: D1Database,
  orgIds: readonly string[],
  { now, each }: { readonly now: number; readonly each: number },
): Promise<readonly DueProposal[]> {
  const { id, orgId, accountId, expiresAt } = purchases;
  // A cross join keeps the planner from reading every purchase for each organization.
  return openTables(d1).all<DueProposal>(sql`
    select ${id} as "id", ${orgId} as "orgId", ${accountId} as "accountId"
    from json_each(${JSON.stringify(orgIds)}) as organization cross join ${purchases}
    where ${purchases}.rowid in (
      select rowid from ${purchases} where ${orgId} = organization.value and ${isDue(now)} order by ${expiresAt} limit ${each})`);
}

/** The status is a literal because SQLite does not use the partial index for a bound parameter. */
const isDue = (now: number): SQL => sql`${purchases.status} = 'PROPOSAL_ACTIVE' and ${purchases.expiresAt} <= ${now}`;

/**
 * Records proposals as expired, each with its audit entry, in one atomic batch of two statements. Skips a proposal whose status has changed
 * since it was read.
 */
export async function recordExpired(
  d1: D1Database,
  due: readonly (DueProposal & { readonly auditId: string })[],
  { now, requestId, operation }: { readonly now: number; readonly requestId: string; readonly operation: string },
): Promise<void> {
  const db = openTables(d1);
  const rows = JSON.stringify(due.map(({ id, orgId, accountId, auditId }) => [id, orgId, accountId, auditId]));
  const [id, orgId, accountId, auditId] = [0, 1, 2, 3].map((i) => sql.raw(`json_extract(value, '$[${i}]')`));
  const before = JSON.stringify({ status: 'PROPOSAL_ACTIVE' });
  const after = JSON.stringify({ status: 'PROPOSAL_EXPIRED' });
  await db.batch([
    db.run(sql`
      insert into ${auditEntries} (org_id, id, at, actor, request_id, operation, subject_id, entities, before, after)
      select ${orgId}, ${auditId}, ${now}, 'system', ${requestId}, ${operation}, ${accountId}, json_array(${accountId}, ${id}), ${before}, ${after}
      from json_each(${rows})
      where (select status from ${purchases} where org_id = ${orgId} and id = ${id}) = 'PROPOSAL_ACTIVE'`),
    db.run(sql`
      update ${purchases} set status = 'PROPOSAL_EXPIRED', updated_at = ${now}
      where (org_id, id) in (select ${orgId}, ${id} from json_each(${rows})) and status = 'PROPOSAL_ACTIVE'`),
  ]);
}
