import { noUsage, type Usage } from '../engine/d1/metered.ts';

/** Statements of an invocation after which no background work begins. D1 allows 1,000: what has begun takes up to 100 more. */
const MOST_STATEMENTS = 800;

/** The statements that the background work of one invocation shares, whatever its parts. */
export class Budget {
  /** The cost of the background work so far. */
  readonly usage: Usage;
  readonly #request: Usage;
  readonly #most: number;

  /**
   * @param request the cost of the request that the work follows; defaults to none, as in a scheduled run
   * @param usage the cost of the work so far
   */
  constructor(request: Usage = noUsage(), usage: Usage = noUsage(), most = MOST_STATEMENTS) {
    this.usage = usage;
    this.#request = request;
    this.#most = most;
  }

  /** Whether nothing more may begin. */
  get isSpent(): boolean {
    return this.#request.statements + this.usage.statements >= this.#most;
  }

  /** The same budget for a part that leaves the statements above `most` to others. */
  upTo(most: number): Budget {
    return new Budget(this.#request, this.usage, Math.min(most, this.#most));
  }
}
