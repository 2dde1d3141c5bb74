import { Lru } from '../engine/lru.ts';
import { unverified, type Verified } from './verified.ts';

/** How long what was looked up is taken for true without asking again, in milliseconds. */
const TRUST_MS = 30_000;
const MAX_ENTRIES = 1_000;

/** How a caller is looked up. */
export interface LookUp {
  readonly d1: D1Database;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Whether the caller's address has failed too often: then nothing is looked up that this isolate has not found good before. */
  readonly isBlocked: boolean;
}

/** What this isolate has looked up of who is calling: a request should not begin with a D1 call of its own. */
export class Trust<T> {
  readonly #entries = new Lru<string, { readonly value: T; readonly storedAt: number }>(MAX_ENTRIES);

  /** What is known of the key, or else is looked up now. Only what is found is kept. */
  async of(key: string, { now, isBlocked }: Omit<LookUp, 'd1'>, lookUp: () => Promise<Verified<T>>): Promise<Verified<T>> {
    const entry = this.#entries.get(key);
    if (entry && now >= entry.storedAt && now - entry.storedAt < TRUST_MS) return { ok: true, value: entry.value };
    if (!entry && isBlocked) return unverified('not looked up: too many failures from this address');
    const result = await lookUp();
    if (result.ok) this.#entries.set(key, { value: result.value, storedAt: now });
    else this.#entries.delete(key);
    return result;
  }

  /** Forgets every value of which `isOver` holds. */
  forget(isOver: (value: T) => boolean): void {
    this.#entries.deleteWhere(({ value }) => isOver(value));
  }
}
