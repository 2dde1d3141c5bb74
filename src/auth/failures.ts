import { hashToken, isWellFormedToken } from '../domain/token/api-token.ts';
import { Lru } from '../engine/lru.ts';
import { networkOf } from './address.ts';

const MAX_KEYS = 10_000;

/** Groups that tokens are counted in. Each lets an address cause as many look-ups as the limit allows. */
const GROUPS = 32;

/** The instant until which each blocked key is refused, in milliseconds since the epoch. Each isolate keeps its own. */
const blockedUntil = new Lru<string, number>(MAX_KEYS);

/**
 * The requests without a valid token from one address. Tokens are counted in groups by their hashes, so that an invalid token that is sent
 * again and again blocks few others behind the same address. What cannot be a token is a group of its own, which blocks none.
 */
export class Failures {
  readonly #address: string | null;
  readonly #token: string | null;
  readonly #now: number;
  #found: string | undefined;

  /**
   * @param address the `CF-Connecting-IP` header
   * @param token the token that was sent; `null`: none
   * @param now milliseconds since the epoch
   */
  constructor(address: string | null, token: string | null, now: number) {
    this.#address = address;
    this.#token = token;
    this.#now = now;
  }

  /** Whether the address has sent too many tokens of this group. Unknown ones are not looked up then. */
  isBlocked(): boolean {
    const until = blockedUntil.get(this.#key);
    return until !== undefined && this.#now < until;
  }

  /**
   * Counts one more request. Returns whether it exceeds the limit, and blocks the group of the address if so. The limiter cannot be asked
   * without being counted, and valid requests must not be counted, so `isBlocked` reads the block that is stored here.
   * @param isWithin counts a request with the limiter, and returns whether it is within the limit
   * @param period length of a block, in seconds
   */
  async areTooMany(isWithin: (key: string) => Promise<boolean>, period: number): Promise<boolean> {
    if (this.isBlocked()) return true;
    if (await isWithin(this.#key)) return false;
    blockedUntil.set(this.#key, this.#now + period * 1_000);
    return true;
  }

  /** Found only where a token is not known to be good. */
  get #key(): string {
    this.#found ??= `${networkOf(this.#address)} ${groupOf(this.#token)}`;
    return this.#found;
  }
}

/** The group that a token is counted in. `none`: what was sent has not the shape of a token. */
export function groupOf(token: string | null): string {
  if (token === null || !(isWellFormedToken(token) || JWT.test(token))) return 'none';
  return String(Number.parseInt(hashToken(token).slice(0, 4), 16) % GROUPS);
}

const JWT = /^[\w-]+\.[\w-]+\.[\w-]+$/;
