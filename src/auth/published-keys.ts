import { type KeySet, usableKeys } from '../domain/token/token-issuer.ts';
import { Lru } from '../engine/lru.ts';

/** How the Worker asks another server. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Milliseconds: after so long a set is asked for again, and after so long one that cannot be had again is good no longer. */
const FRESH_MS = 10 * 60 * 1_000;
const USABLE_MS = 60 * 60 * 1_000;
/** Nobody is asked more often than that, in milliseconds: neither for a key that he does not have, nor where he does not answer. */
const RETRY_MS = 30_000;
const TIMEOUT_MS = 3_000;
const MAX_BYTES = 65_536;
const MAX_ENTRIES = 1_000;

/** How keys are asked for. */
export interface FetchOptions {
  readonly fetch: Fetch;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Has work go on when the request that began it is over. */
  readonly waitUntil: (work: Promise<unknown>) => void;
}

interface CacheEntry {
  readonly keys: KeySet;
  /** When these keys were answered. */
  readonly fetchedAt: number;
  /** When the address was asked for the last time. */
  readonly requestedAt: number;
  /** Ends when that time is answered, well or not. */
  readonly pending: Promise<void>;
}

/**
 * `createRemoteJWKSet` of jose 6 is not enough: in Workers it does not share a fetch among requests, asks again at once where nobody
 * answers, and neither bounds an answer nor selects its keys (src/jwks/remote.ts).
 */
const cache = new Lru<string, CacheEntry>(MAX_ENTRIES);
const NONE: KeySet = { keys: [] };
const NEVER = Number.NEGATIVE_INFINITY;

/**
 * The keys that are published at an address, as this isolate has them from there: at most 10 minutes old unless it does not answer, and
 * asked for again where a token names a key that is not among them. One request asks, at most every 30 seconds; the others wait for its answer.
 * @param kid the key in question
 */
export async function publishedKeys(url: string, kid: string, options: FetchOptions): Promise<KeySet> {
  const { now } = options;
  const entry = cache.get(url);
  if (!entry || now - entry.fetchedAt >= FRESH_MS || !entry.keys.keys.some((key) => key.kid === kid)) {
    const isDue = !entry || now - entry.requestedAt >= RETRY_MS;
    await waitFor(isDue ? refresh(url, entry, options) : entry.pending);
  }
  const current = cache.get(url);
  return current && now - current.fetchedAt < USABLE_MS ? current.keys : NONE;
}

function refresh(url: string, entry: CacheEntry | undefined, { fetch, now, waitUntil }: FetchOptions): Promise<void> {
  const { keys, fetchedAt } = entry ?? { keys: NONE, fetchedAt: NEVER };
  const pending: Promise<void> = fetchKeys(url, fetch).then((keySet) =>
    cache.set(url, { ...(keySet ? { keys: keySet, fetchedAt: now } : { keys, fetchedAt }), requestedAt: now, pending }),
  );
  cache.set(url, { keys, fetchedAt, requestedAt: now, pending });
  waitUntil(pending);
  return pending;
}

/** Waits for work that another request may have begun, and so may never end: no longer than it may take. */
async function waitFor(work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, TIMEOUT_MS);
  });
  await Promise.race([work, timeout]);
  clearTimeout(timer);
}

/** Follows no redirect: where it leads was not looked at when the address was registered. */
async function fetchKeys(url: string, fetch: Fetch): Promise<KeySet | null> {
  try {
    const init = { redirect: 'manual', headers: { accept: 'application/json' }, signal: AbortSignal.timeout(TIMEOUT_MS) } as const;
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
    if (bytes > MAX_BYTES) throw new Error(`over ${MAX_BYTES} bytes`);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
