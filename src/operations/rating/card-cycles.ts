import { grouped } from '../../domain/count.ts';
import { precondition } from '../../domain/refusal.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';

/** Maximum card-cycles of one request: a rate card priced in one cycle is one. */
export const MAX_CARD_CYCLES = 2_000;

/**
 * The card-cycles that a request may still price. Every estimate, preview and calculation of a request takes from the same budget, so that
 * no number of aliases or accounts exceeds it.
 */
export class CardCycleBudget {
  #left = MAX_CARD_CYCLES;

  /**
   * Takes the cost of a calculation before it runs: 20 rate cards in 12 cycles cost 240. Refuses with LIMIT_EXCEEDED, and takes nothing, if
   * less is left.
   */
  spend(cardCycles: number): Result<undefined> {
    if (cardCycles <= this.#left) {
      this.#left -= cardCycles;
      return ok();
    }
    const message = `A request prices at most ${grouped(MAX_CARD_CYCLES)} rate cards times cycles, in all of its fields together. ${grouped(this.#left)} are left, and this would take ${grouped(cardCycles)}. Ask for fewer cycles or quantities, or send several requests.`;
    return refuse(precondition('LIMIT_EXCEEDED', message));
  }
}
