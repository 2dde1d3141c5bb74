import { and, eq, isNotNull } from 'drizzle-orm';
import { authenticate } from '../../src/auth/authenticate.ts';
import { createOrganization } from '../../src/auth/bootstrap.ts';
import type { Identity } from '../../src/auth/identity.ts';
import { createContext } from '../../src/context.ts';
import { addDays, type Day, dayInMonth, dayOf, monthOf, startOfDay } from '../../src/domain/day.ts';
import { ID_ALPHABET, idFactory } from '../../src/domain/id.ts';
import { withDocumentedLimits } from '../../src/engine/d1/documented-limits.ts';
import type { Operation } from '../../src/operations/operation.ts';
import { openTables } from '../../src/store/client.ts';
import { accounts, schedules } from '../../src/store/tables/index.ts';

export type Random = (digits: number) => string;

/** Calls an operation on the day of the step. Throws if it is refused, with the step and the refusals. */
export type Call = <Input, Changed>(operation: Operation<Input, Changed>, input: Input) => Promise<Changed>;

interface Step {
  readonly day: Day;
  readonly run: (call: Call) => Promise<void>;
}

/**
 * The history of one organization as steps: operations that are called as if on an earlier day, so that an association pins the plan version
 * of that day. Steps can be added in any order, and run in the order of their days.
 */
export class Story {
  readonly orgId: string;
  /** The organization's first token, which has every scope. */
  readonly token: string;
  readonly today: Day;
  readonly #d1: D1Database;
  readonly #identity: Identity;
  readonly #digits: Random;
  readonly #now: number;
  readonly #steps: Step[] = [];
  readonly #ids = new Map<string, string>();
  #calls = 0;
  #lastCall = 0;

  private constructor(d1: D1Database, identity: Identity, token: string, now: number, digits: Random) {
    this.#d1 = d1;
    this.#identity = identity;
    this.orgId = identity.orgId;
    this.token = token;
    this.#now = now;
    this.today = dayOf(now);
    this.#digits = digits;
  }

  /** Creates an organization 14 months before `now`. Its name and the day determine its ids. `random` determines its token. */
  static async begin(
    d1: D1Database,
    { name, baseCurrency, now, random }: { name: string; baseCurrency: string; now: number; random: Random },
  ): Promise<Story> {
    const began = startOfDay(dayInMonth(monthOf(dayOf(now)) - 14, 1));
    const digits = pseudorandom(name);
    const { token } = await createOrganization(d1, { name, baseCurrency }, { now: began, newId: idFactory(began, digits), random });
    const surroundings = { d1, delegateKey: null, fetch, waitUntil: () => undefined, now: began, isBlocked: () => false };
    const caller = await authenticate(`Bearer ${token}`, surroundings);
    if (!caller.ok) throw new Error(`the first token of ${name} is not valid: ${caller.reason}`);
    return new Story(d1, caller.value, token, now, digits);
  }

  /** The day `count` days after today. Negative: before today. */
  day(count: number): Day {
    return addDays(this.today, count);
  }

  /** The first day, or another day, of the month `count` months after this one: `month(-14)` is 14 months ago. */
  month(count: number, dayOfMonth = 1): Day {
    return dayInMonth(monthOf(this.today) + count, dayOfMonth);
  }

  /** Adds a step. Steps of the same day run in the order in which they were added. */
  on(day: Day, run: Step['run']): void {
    this.#steps.push({ day, run });
  }

  /** Runs the steps. Returns the story itself. */
  async run(): Promise<this> {
    for (const { day, run } of this.#steps.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))) {
      await run((operation, input) => this.#call(day, operation, input));
    }
    return this;
  }

  /** Stores a generated id under a name for later steps. */
  name(id: string, as: string): void {
    this.#ids.set(as, id);
  }

  id(name: string): string {
    const id = this.#ids.get(name);
    if (id === undefined) throw new Error(`Nothing is called "${name}" yet; known are ${[...this.#ids.keys()].join(', ')}.`);
    return id;
  }

  /** Returns the schedule ids of an account's draft, in order. */
  async draftedSchedules(accountId: string): Promise<string[]> {
    const found = await openTables(this.#d1)
      .select({ id: schedules.scheduleId })
      .from(schedules)
      .innerJoin(accounts, and(eq(accounts.orgId, schedules.orgId), eq(accounts.id, schedules.accountId)))
      .where(and(eq(accounts.orgId, this.orgId), eq(accounts.accountId, accountId), isNotNull(schedules.draftId)))
      .orderBy(schedules.startDate);
    return found.map(({ id }) => id);
  }

  /** Runs an operation at 09:00 of the day or one minute after the previous call, whichever is later, but not after now. */
  async #call<Input, Changed>(day: Day, operation: Operation<Input, Changed>, input: Input): Promise<Changed> {
    const now = Math.min(Math.max(startOfDay(day) + 9 * HOUR, this.#lastCall + MINUTE), this.#now);
    this.#lastCall = now;
    const request = { requestId: `seed-${++this.#calls}`, idempotencyKey: null, now, newId: idFactory(now, this.#digits) };
    const afterwards: (() => Promise<void>)[] = [];
    const surroundings = {
      d1: withDocumentedLimits(this.#d1),
      delegateKey: null,
      afterwards: (work: () => Promise<void>) => void afterwards.push(work),
    };
    const context = createContext(this.#identity, request, surroundings);
    const outcome = await operation(context, input, () => () => undefined);
    for (const work of afterwards) await work();
    if (outcome.ok) return outcome.changed;
    const why = outcome.refusals.map(({ code, path, message }) => `  ${code} at ${path.join('.') || 'the input'}: ${message}`);
    throw new Error(`${operation.operationName} on ${day} was refused:\n${why.join('\n')}\nIts input: ${JSON.stringify(input, null, 2)}`);
  }
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Returns a generator of digits that depend only on the name, so that ids are reproducible. */
function pseudorandom(name: string): Random {
  let state = [...name].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 0x01000193), 0x811c9dc5);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 15), state | 1);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  return (count) => Array.from({ length: count }, () => ID_ALPHABET[next() % ID_ALPHABET.length]).join('');
}
