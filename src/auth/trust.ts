import { Lru } from '../engine/lru.ts';
import { unverified, type Verified } from './verified.ts';

/** Milliseconds for which a looked-up value is used without another look-up. */
const TRUST_MS = 30_000;
const MAX_ENTRIES = 1_000;

/** What a look-up of a caller needs. */
export interface LookUp {
  readonly d1: D1Database;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Whether the caller's address has failed too often. Only values that this isolate has found before are then looked up. */
  readonly isBlocked: () => boolean;
}

/** Caches what this isolate has looked up about callers, so that most requests do not start with a D1 call of their own. */
export class Trust<T> {
  readonly #entries = new Lru<string, { readonly value: T; readonly storedAt: number }>(MAX_ENTRIES);

  /** Returns the trusted value of a key, or looks it up. Only successful look-ups are cached. */
  async of(key: string, { now, isBlocked }: Omit<LookUp, 'd1'>, lookUp: () => Promise<Verified<T>>): Promise<Verified<T>> {
    const entry = this.#entries.get(key);
    if (entry && now >= entry.storedAt && now - entry.storedAt < TRUST_MS) return { ok: true, value: entry.value };
    if (!entry && isBlocked()) return unverified('not looked up: too many failures from this address');
    const result = await lookUp();
    if (result.ok) this.#entries.set(key, { value: result.value, storedAt: now });
    else this.#entries.delete(key);
    return result;
  }

  /** Removes every value for which `isOver` returns true. */
  forget(isOver: (value: T) => boolean): void {
    this.#entries.deleteWhere(({ value }) => isOver(value));
  }
}
