import { Lru } from '../engine/lru.ts';
import { unverified, type Verified } from './verified.ts';

/** How long what was looked up is taken for true without asking again, in milliseconds. */
const TRUSTED_FOR = 30_000;
const MOST_TRUSTED = 1_000;

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
  readonly #known = new Lru<string, { readonly value: T; readonly since: number }>(MOST_TRUSTED);

  /** What is known of the key, or else is looked up now. Only what is found is kept. */
  async of(key: string, { now, isBlocked }: Omit<LookUp, 'd1'>, lookUp: () => Promise<Verified<T>>): Promise<Verified<T>> {
    const known = this.#known.get(key);
    if (known && now >= known.since && now - known.since < TRUSTED_FOR) return { ok: true, value: known.value };
    if (!known && isBlocked) return unverified('not looked up: too many failures from this address');
    const found = await lookUp();
    if (found.ok) this.#known.set(key, { value: found.value, since: now });
    else this.#known.delete(key);
    return found;
  }

  /** Forgets every value of which `isOver` holds. */
  forget(isOver: (value: T) => boolean): void {
    this.#known.deleteWhere(({ value }) => isOver(value));
  }
}
