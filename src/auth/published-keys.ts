import { type KeySet, usableKeys } from '../domain/token-issuer.ts';

/** How the Worker asks another server. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Milliseconds: after so long a set is asked for again, and after so long one that cannot be had again is good no longer. */
const FRESH_FOR = 10 * 60 * 1_000;
const GOOD_FOR = 60 * 60 * 1_000;
/** Nobody is asked more often than that, in milliseconds: neither for a key that he does not have, nor where he does not answer. */
const AGAIN_AFTER = 30_000;
const PATIENCE = 3_000;
const MOST_BYTES = 65_536;
const MOST_KEPT = 1_000;

interface Kept {
  readonly keys: KeySet;
  readonly since: number;
  readonly askedAt: number;
}

const kept = new Map<string, Kept>();
const NONE: KeySet = { keys: [] };
const UNKNOWN: Kept = { keys: NONE, since: Number.NEGATIVE_INFINITY, askedAt: Number.NEGATIVE_INFINITY };

/**
 * The keys that are published at an address, as this isolate has them from there: at most 10 minutes old unless it does not answer, and
 * asked for again where a token names a key that is not among them.
 * @param kid the key in question
 * @param now milliseconds since the epoch
 */
export async function publishedKeys(url: string, kid: string, fetch: Fetch, now: number): Promise<KeySet> {
  const known = kept.get(url) ?? UNKNOWN;
  const isWanting = now - known.since >= FRESH_FOR || !known.keys.keys.some((key) => key.kid === kid);
  if (isWanting && now - known.askedAt >= AGAIN_AFTER) {
    // Whoever comes meanwhile goes by what is known, and asks as well where that is nothing.
    if (known !== UNKNOWN) kept.set(url, { ...known, askedAt: now });
    const keys = await ask(url, fetch);
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(url, keys ? { keys, since: now, askedAt: now } : { ...known, askedAt: now });
  }
  const current = kept.get(url);
  return current && now - current.since < GOOD_FOR ? current.keys : NONE;
}

/** Follows no redirect: where it leads was not looked at when the address was registered. */
async function ask(url: string, fetch: Fetch): Promise<KeySet | null> {
  try {
    const init = { redirect: 'manual', headers: { accept: 'application/json' }, signal: AbortSignal.timeout(PATIENCE) } as const;
    const response = await fetch(url, init);
    if (response.status !== 200) throw new Error(`status ${response.status}`);
    return usableKeys(JSON.parse(await textOf(response)));
  } catch (error) {
    // biome-ignore lint/suspicious/noConsole: a Worker's log is its console.
    console.warn(JSON.stringify({ level: 'warn', message: `no keys from ${url}`, reason: String(error) }));
    return null;
  }
}

async function textOf({ body }: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MOST_BYTES) throw new Error(`over ${MOST_BYTES} bytes`);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
