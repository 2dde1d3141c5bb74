import type { IdKind } from '../../domain/id.ts';
import { dueProposals, recordExpired } from '../../store/due-proposals.ts';

interface Sweep {
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly requestId: string;
  readonly newId: (kind: IdKind) => string;
}

const PAGE = 500;
const MOST_PAGES = 20;

/**
 * Records as expired what is expired already, for all organizations; no token calls it. Nothing that a reader sees depends on it, so
 * it may run late, twice or not at all, and what one run leaves over is the next one's. The account's revision stays: the expiry was
 * known when the proposal was made.
 */
export async function sweepExpiredProposals(d1: D1Database, { now, requestId, newId }: Sweep): Promise<number> {
  let found = 0;
  for (let page = 0; page < MOST_PAGES; page++) {
    const due = await dueProposals(d1, now, PAGE);
    if (due.length > 0) {
      const rows = due.map((proposal) => ({ ...proposal, auditId: newId('aud') }));
      await recordExpired(d1, rows, { now, requestId, operation: 'sweepExpiredProposals' });
    }
    found += due.length;
    if (due.length < PAGE) break;
  }
  return found;
}
