import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { EventKind } from '../domain/event.ts';
import { openTables } from './client.ts';
import { kindsText, newestSeq } from './event-columns.ts';
import { insertSelect } from './insert-rows.ts';
import { limit } from './limit.ts';
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
      select rowid from ${purchases} where ${orgId} = organization.value and ${isDue(now)} order by ${expiresAt} ${limit(each)})`);
}

/** The status is a literal because SQLite does not use the partial index for a bound parameter. */
const isDue = (now: number): SQL => sql`${purchases.status} = 'PROPOSAL_ACTIVE' and ${purchases.expiresAt} <= ${now}`;

/** What the audit entries of a sweep share. */
interface Sweep {
  readonly now: number;
  readonly requestId: string;
  readonly operation: string;
  readonly kinds: readonly EventKind[];
}

/**
 * Records proposals as expired, each with its audit entry, in one atomic batch of two statements. Skips a proposal whose status has changed
 * since it was read.
 */
export async function recordExpired(
  d1: D1Database,
  due: readonly (DueProposal & { readonly auditId: string })[],
  { now, requestId, operation, kinds }: Sweep,
): Promise<void> {
  const db = openTables(d1);
  const rows = JSON.stringify(due.map(({ id, orgId, accountId, auditId }) => [id, orgId, accountId, auditId]));
  const at = (index: number) => sql<string>`json_extract(value, ${sql.raw(`'$[${index}]'`)})`;
  const [id, orgId, accountId, auditId] = [at(0), at(1), at(2), at(3)];
  await db.batch([
    db.run(
      insertSelect(
        auditEntries,
        {
          orgId,
          id: auditId,
          at: now,
          actor: 'system',
          requestId,
          operation,
          subjectId: accountId,
          entities: sql`json_array(${accountId}, ${id})`,
          before: { status: 'PROPOSAL_ACTIVE' },
          after: { status: 'PROPOSAL_EXPIRED' },
          seq: sql<number>`${newestSeq(orgId)} + row_number() over (partition by ${orgId} order by key)`,
          kinds: kindsText(kinds),
          accountId,
          purchaseId: id,
        },
        sql`from json_each(${rows}) where (
          select ${purchases.status} from ${purchases} where ${and(eq(purchases.orgId, orgId), eq(purchases.id, id))}) = 'PROPOSAL_ACTIVE'`,
      ),
    ),
    db
      .update(purchases)
      .set({ status: 'PROPOSAL_EXPIRED', updatedAt: now })
      .where(
        and(
          sql`(${purchases.orgId}, ${purchases.id}) in (select ${orgId}, ${id} from json_each(${rows}))`,
          eq(purchases.status, 'PROPOSAL_ACTIVE'),
        ),
      ),
  ]);
}
