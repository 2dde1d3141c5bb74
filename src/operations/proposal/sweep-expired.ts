import type { IdKind } from '../../domain/id.ts';
import { dueProposals, organizationsWithDueProposals, recordExpired } from '../../store/due-proposals.ts';
import { OPERATION_KINDS } from '../event-kinds.ts';
import { inTurn } from '../turns.ts';

interface Sweep {
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly requestId: string;
  readonly newId: (kind: IdKind) => string;
}

/** Organizations that are read together, and the maximum number of proposals of each. A page takes one read and one write of two statements. */
const AT_ONCE = 100;
const EACH = 25;
const MAX_PAGES = 20;
const OPERATION = 'sweepExpiredProposals';

/**
 * Records the expiry of proposals that have expired, for all organizations in turn. No token calls it. Readers see the expiry without it, so
 * it may run late, twice or not at all, and the next run does what remains. The account's revision stays, because the expiry was known when
 * the proposal was made.
 */
export async function sweepExpiredProposals(d1: D1Database, { now, requestId, newId }: Sweep): Promise<void> {
  let waiting = inTurn(await organizationsWithDueProposals(d1, now), AT_ONCE * MAX_PAGES, now);
  for (let page = 0; page < MAX_PAGES && waiting.length > 0; page++) {
    const turn = waiting.slice(0, AT_ONCE);
    const due = await dueProposals(d1, turn, { now, each: EACH });
    const rows = due.map((proposal) => ({ ...proposal, auditId: newId('aud') }));
    if (rows.length > 0) await recordExpired(d1, rows, { now, requestId, operation: OPERATION, kinds: OPERATION_KINDS[OPERATION] });
    const dueByOrganization = Map.groupBy(due, ({ orgId }) => orgId);
    waiting = [...waiting.slice(AT_ONCE), ...turn.filter((orgId) => dueByOrganization.get(orgId)?.length === EACH)];
  }
}
