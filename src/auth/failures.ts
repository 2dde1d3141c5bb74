import { Lru } from '../engine/lru.ts';
import { networkOf } from './address.ts';

const MAX_ADDRESSES = 10_000;

/** The instant until which each blocked address is refused, in milliseconds since the epoch. Each isolate keeps its own. */
const blockedUntil = new Lru<string, number>(MAX_ADDRESSES);

/** The requests without a valid token from one address. */
export class Failures {
  readonly #network: string;
  readonly #now: number;

  /**
   * @param address the `CF-Connecting-IP` header
   * @param now milliseconds since the epoch
   */
  constructor(address: string | null, now: number) {
    this.#network = networkOf(address);
    this.#now = now;
  }

  /** Whether the address has sent too many of them. Unknown tokens from a blocked address are not looked up. */
  get isBlocked(): boolean {
    const until = blockedUntil.get(this.#network);
    return until !== undefined && this.#now < until;
  }

  /**
   * Counts one more request. Returns whether it exceeds the limit, and blocks the address if so. The limiter cannot be asked without being
   * counted, and valid requests must not be counted, so `isBlocked` reads the block that is stored here.
   * @param isWithin counts a request with the limiter, and returns whether it is within the limit
   * @param period length of a block, in seconds
   */
  async areTooMany(isWithin: (network: string) => Promise<boolean>, period: number): Promise<boolean> {
    if (this.isBlocked) return true;
    if (await isWithin(this.#network)) return false;
    blockedUntil.set(this.#network, this.#now + period * 1_000);
    return true;
  }
}
