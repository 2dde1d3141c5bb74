import { type KeySet, usableKeys } from '../domain/token/token-issuer.ts';
import { Lru } from '../engine/lru.ts';

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

/** How keys are asked for. */
export interface Publishing {
  readonly fetch: Fetch;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Has work go on when the request that began it is over. */
  readonly waitUntil: (work: Promise<unknown>) => void;
}

interface Kept {
  readonly keys: KeySet;
  /** When these keys were answered. */
  readonly since: number;
  /** When the address was asked for the last time. */
  readonly askedAt: number;
  /** Ends when that time is answered, well or not. */
  readonly asking: Promise<void>;
}

/**
 * `createRemoteJWKSet` of jose 6 is not enough: in Workers it does not share a fetch among requests, asks again at once where nobody
 * answers, and neither bounds an answer nor selects its keys (src/jwks/remote.ts).
 */
const kept = new Lru<string, Kept>(MOST_KEPT);
const NONE: KeySet = { keys: [] };
const NEVER = Number.NEGATIVE_INFINITY;

/**
 * The keys that are published at an address, as this isolate has them from there: at most 10 minutes old unless it does not answer, and
 * asked for again where a token names a key that is not among them. One request asks, at most every 30 seconds; the others wait for its answer.
 * @param kid the key in question
 */
export async function publishedKeys(url: string, kid: string, publishing: Publishing): Promise<KeySet> {
  const { now } = publishing;
  const known = kept.get(url);
  if (!known || now - known.since >= FRESH_FOR || !known.keys.keys.some((key) => key.kid === kid)) {
    const isDue = !known || now - known.askedAt >= AGAIN_AFTER;
    await settled(isDue ? ask(url, known, publishing) : known.asking);
  }
  const current = kept.get(url);
  return current && now - current.since < GOOD_FOR ? current.keys : NONE;
}

function ask(url: string, known: Kept | undefined, { fetch, now, waitUntil }: Publishing): Promise<void> {
  const { keys, since } = known ?? { keys: NONE, since: NEVER };
  const asking: Promise<void> = answerOf(url, fetch).then((answer) =>
    kept.set(url, { ...(answer ? { keys: answer, since: now } : { keys, since }), askedAt: now, asking }),
  );
  kept.set(url, { keys, since, askedAt: now, asking });
  waitUntil(asking);
  return asking;
}

/** Waits for work that another request may have begun, and so may never end: no longer than it may take. */
async function settled(work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, PATIENCE);
  });
  await Promise.race([work, patience]);
  clearTimeout(timer);
}

/** Follows no redirect: where it leads was not looked at when the address was registered. */
async function answerOf(url: string, fetch: Fetch): Promise<KeySet | null> {
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
