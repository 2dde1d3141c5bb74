import { Lru } from '../engine/lru.ts';
import type { Identity } from './authenticate.ts';

/** How exact `lastUsedAt` is, in milliseconds: a token's use is written at most once in that time. */
const RESOLUTION_MS = 60 * 60 * 1_000;
const MAX_TOKENS = 1_000;

/** When this isolate last saw to it that a token's use is written. The database has the last word among isolates. */
const writtenAt = new Lru<string, number>(MAX_TOKENS);

/**
 * Writes down that a token was used, after the answer and never in its way: null where that is written already. What its delegates do is
 * no use of it. What fails is logged and tried again with the next use.
 */
export function recordUse({ orgId, actor }: Identity, d1: D1Database, now: number): Promise<void> | null {
  if (actor.delegate) return null;
  const lastWrite = writtenAt.get(actor.id);
  if (lastWrite !== undefined && now - lastWrite < RESOLUTION_MS) return null;
  writtenAt.set(actor.id, now);
  return write(d1, { orgId, id: actor.id, now }).catch((error: unknown) => {
    writtenAt.delete(actor.id);
    // biome-ignore lint/suspicious/noConsole: a Worker's log is its console.
    console.warn(JSON.stringify({ level: 'warn', message: 'the last use of a token was not written', reason: String(error) }));
  });
}

async function write(d1: D1Database, { orgId, id, now }: { orgId: string; id: string; now: number }): Promise<void> {
  await d1
    .prepare('update api_tokens set last_used_at = ?3 where org_id = ?1 and id = ?2 and (last_used_at is null or last_used_at <= ?4)')
    .bind(orgId, id, now, now - RESOLUTION_MS)
    .run();
}
