import { authenticate, type Identity } from '../../src/auth/authenticate.ts';
import { createOrganization } from '../../src/auth/bootstrap.ts';
import { createContext } from '../../src/context.ts';
import { addDays, type Day, dayInMonth, dayOf, monthOf, startOfDay } from '../../src/domain/day.ts';
import { ID_ALPHABET, idFactory } from '../../src/domain/id.ts';
import type { Operation } from '../../src/operations/operation.ts';

export type Random = (digits: number) => string;

/**
 * The past of one organization, told as the operations that its people called, each at its own moment.
 * Days are counted from the day on which it is told: `month(-14)` is the first of the month 14 months ago.
 */
export class Story {
  readonly orgId: string;
  readonly today: Day;
  readonly #d1: D1Database;
  readonly #identity: Identity;
  readonly #digits: Random;
  #count = 0;

  private constructor(d1: D1Database, identity: Identity, today: Day, digits: Random) {
    this.#d1 = d1;
    this.#identity = identity;
    this.orgId = identity.orgId;
    this.today = today;
    this.#digits = digits;
  }

  /** Begins an organization 14 months before `now`. Its ids follow from its name; its token is `random`'s. */
  static async begin(
    d1: D1Database,
    { name, baseCurrency, now, random }: { name: string; baseCurrency: string; now: number; random: Random },
  ): Promise<Story> {
    const today = dayOf(now);
    const began = startOfDay(dayInMonth(monthOf(today) - 14, 1));
    const digits = pseudorandom(name);
    const { token } = await createOrganization(d1, { name, baseCurrency }, { now: began, newId: idFactory(began, digits), random });
    const identity = await authenticate(`Bearer ${token}`, d1, began);
    if (!identity) throw new Error(`the first token of ${name} is not valid`);
    return new Story(d1, identity, today, digits);
  }

  /** So many days from today; negative is the past. */
  day(count: number): Day {
    return addDays(this.today, count);
  }

  /** The first of the month so many months from now, or another day of it. */
  month(count: number, dayOfMonth = 1): Day {
    return dayInMonth(monthOf(this.today) + count, dayOfMonth);
  }

  /** Calls the operation in the working hours of `day`. A refusal ends the story, saying which step was refused and why. */
  async on<Input, Changed>(day: Day, operation: Operation<Input, Changed>, input: Input): Promise<Changed> {
    const step = ++this.#count;
    const now = startOfDay(day) + 9 * HOUR + (step % 480) * MINUTE;
    const context = { ...createContext(this.#d1, this.#identity, `seed-${step}`, now), newId: idFactory(now, this.#digits) };
    const outcome = await operation(context, input, () => () => undefined);
    if (outcome.ok) return outcome.changed;
    const why = outcome.refusals.map(({ code, path, message }) => `  ${code} at ${path.join('.') || 'the input'}: ${message}`);
    throw new Error(
      `Step ${step}, ${operation.operationName} on ${day}, was refused:\n${why.join('\n')}\n${JSON.stringify(input, null, 2)}`,
    );
  }
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Digits that are the same every time for one name, so that ids are as well. */
function pseudorandom(name: string): Random {
  let state = [...name].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 0x01000193), 0x811c9dc5);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 15), state | 1);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  return (count) => Array.from({ length: count }, () => ID_ALPHABET[next() % ID_ALPHABET.length]).join('');
}
