import { eq, type SQL, sql } from 'drizzle-orm';
import { type EventKind, inOrder } from '../domain/event.ts';
import { type IdKind, isId } from '../domain/id.ts';
import { auditEntries } from './tables/index.ts';

/**
 * Returns the columns of an entry that the feed reads. The ids of what the change is about are those of its entities: of several proposals
 * the last one, which a revision created.
 */
export function eventColumns({ entities, kinds }: { readonly entities: readonly string[]; readonly kinds: Iterable<EventKind> }) {
  const last = (kind: IdKind): string | null => entities.findLast((id) => isId(kind, id)) ?? null;
  return {
    kinds: kindsText(kinds),
    accountId: last('acc'),
    purchaseId: last('purchase'),
    planVersionId: last('ppv'),
    jobId: last('job'),
  };
}

/** The stored form of kinds. */
export const kindsText = (kinds: Iterable<EventKind>): string => JSON.stringify(inOrder(kinds));

/** The number of the organization's newest entry, 0 without one. `main` because a delegate's statements see only its own entries. */
export const newestSeq = (orgId: SQL): SQL =>
  sql`(select coalesce(max(${auditEntries.seq}), 0) from main.${auditEntries} where ${eq(auditEntries.orgId, orgId)})`;
