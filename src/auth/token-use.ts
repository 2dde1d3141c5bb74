import { and, eq, isNull, lte, or } from 'drizzle-orm';
import { Lru } from '../engine/lru.ts';
import { messageOf } from '../graphql/error-log.ts';
import { personOf } from '../operations/context.ts';
import { openTables } from '../store/client.ts';
import { apiTokens } from '../store/tables/index.ts';
import type { Identity } from './identity.ts';

/** The resolution of `lastUsedAt`, in milliseconds: a token's use is written at most once in this time. */
const RESOLUTION_MS = 60 * 60 * 1_000;
const MAX_TOKENS = 1_000;

/** When this isolate last wrote each token's use, in milliseconds since the epoch. The statement's own condition covers other isolates. */
const writtenAt = new Lru<string, number>(MAX_TOKENS);

/**
 * Records that a token was used. Returns `null` if that is recorded already, or if the caller is a delegate or a person, which is no use of the token.
 * The caller's answer need not wait for the promise: it never rejects, and a failed write is logged and retried with the next use.
 */
export function recordUse({ orgId, actor }: Identity, d1: D1Database, now: number): Promise<void> | null {
  if (personOf(actor) !== null) return null;
  const lastWrite = writtenAt.get(actor.id);
  if (lastWrite !== undefined && now - lastWrite < RESOLUTION_MS) return null;
  writtenAt.set(actor.id, now);
  return write(d1, { orgId, id: actor.id, now }).catch((error: unknown) => {
    writtenAt.delete(actor.id);
    // biome-ignore lint/suspicious/noConsole: a Worker's log is its console.
    console.warn(JSON.stringify({ level: 'warn', message: 'the last use of a token was not written', reason: messageOf(error) }));
  });
}

async function write(d1: D1Database, { orgId, id, now }: { orgId: string; id: string; now: number }): Promise<void> {
  const isDue = or(isNull(apiTokens.lastUsedAt), lte(apiTokens.lastUsedAt, now - RESOLUTION_MS));
  await openTables(d1)
    .update(apiTokens)
    .set({ lastUsedAt: now })
    .where(and(eq(apiTokens.orgId, orgId), eq(apiTokens.id, id), isDue));
}
