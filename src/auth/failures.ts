import { Lru } from '../engine/lru.ts';
import { networkOf } from './address.ts';

const MAX_ADDRESSES = 10_000;

/** Until when the addresses are refused that have sent too many requests without a valid token, as far as this isolate knows. */
const blockedUntil = new Lru<string, number>(MAX_ADDRESSES);

/** The requests of one address that carry no valid token. */
export class Failures {
  readonly #network: string;
  readonly #now: number;

  /**
   * @param address `CF-Connecting-IP`
   * @param now milliseconds since the epoch
   */
  constructor(address: string | null, now: number) {
    this.#network = networkOf(address);
    this.#now = now;
  }

  /** Whether there were too many, so that no unknown token of the address is looked up. */
  get isBlocked(): boolean {
    const until = blockedUntil.get(this.#network);
    return until !== undefined && this.#now < until;
  }

  /**
   * Counts one more, and answers whether that is one too many: then the address is blocked. A limiter only answers what it counts, so that
   * valid requests, which it must not count, go by what is remembered here.
   * @param isWithin asks the limiter
   * @param period seconds
   */
  async areTooMany(isWithin: (network: string) => Promise<boolean>, period: number): Promise<boolean> {
    if (this.isBlocked) return true;
    if (await isWithin(this.#network)) return false;
    blockedUntil.set(this.#network, this.#now + period * 1_000);
    return true;
  }
}
