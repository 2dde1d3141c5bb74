import { type KeySet, usableKeys } from '../domain/token/token-issuer.ts';
import { Lru } from '../engine/lru.ts';

/** Sends a request to another server. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Milliseconds after which a key set is fetched again. */
const FRESH_MS = 10 * 60 * 1_000;
/** Milliseconds for which a key set stays valid while it cannot be fetched again. */
const USABLE_MS = 60 * 60 * 1_000;
/** Minimum milliseconds between two requests to one address, even if a key is missing or the address does not answer. */
const RETRY_MS = 30_000;
const TIMEOUT_MS = 3_000;
const MAX_BYTES = 65_536;
const MAX_ENTRIES = 1_000;

/** What a fetch of keys needs. */
export interface FetchOptions {
  readonly fetch: Fetch;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Keeps the work running after the request that started it has ended. */
  readonly waitUntil: (work: Promise<unknown>) => void;
}

interface CacheEntry {
  readonly keys: KeySet;
  /** When these keys were received, in milliseconds since the epoch. */
  readonly fetchedAt: number;
  /** When the address was last asked, in milliseconds since the epoch. */
  readonly requestedAt: number;
  /** Resolves when the last request has ended, whether it succeeded or failed. */
  readonly pending: Promise<void>;
}

/**
 * Replaces `createRemoteJWKSet` of jose 6 (src/jwks/remote.ts). In Workers, that function does not share a fetch among requests and retries
 * a failed one at once. It does not limit the size of a response or select its keys either.
 */
const cache = new Lru<string, CacheEntry>(MAX_ENTRIES);
const NONE: KeySet = { keys: [] };
const NEVER = Number.NEGATIVE_INFINITY;

/**
 * Returns the keys that are published at an address, or an empty set if the last successful fetch is an hour old. Fetches them again after
 * 10 minutes, or when `kid` is not among them, at most every 30 seconds. Concurrent requests wait for the same fetch.
 * @param kid the id of the key that a token names
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

/** Waits for work at most `TIMEOUT_MS`. Work that another request started may never end. */
async function waitFor(work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, TIMEOUT_MS);
  });
  await Promise.race([work, timeout]);
  clearTimeout(timer);
}

/** Returns `null` if the fetch fails. Does not follow redirects, because their target was not checked when the address was registered. */
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
