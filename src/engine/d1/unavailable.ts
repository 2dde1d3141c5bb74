import { pauseBefore } from './pause.ts';

/** D1 did not answer, through no fault of the statement's. */
export class UnavailableError extends Error {
  /** True where a write may have happened of which only the answer was lost. */
  readonly mayHaveWritten: boolean;
  constructor(cause: unknown, mayHaveWritten: boolean) {
    super('D1 is unavailable', { cause });
    this.mayHaveWritten = mayHaveWritten;
  }
}

/** The error of this kind beneath another, such as the one that Drizzle makes of it. */
export function unavailableBeneath(error: unknown): UnavailableError | null {
  if (error instanceof UnavailableError) return error;
  return error instanceof Error ? unavailableBeneath(error.cause) : null;
}

/** What a failure of D1 means to whoever called it. */
interface Failure {
  readonly words: RegExp;
  /** Whether the same call is likely to succeed in a moment. */
  readonly isPassing: boolean;
  /** Whether a write may have happened all the same. */
  readonly mayHaveWritten: boolean;
}

/**
 * Every failure that no statement is to blame for, by the words of D1 (developers.cloudflare.com/d1/observability/debug-d1) and the result
 * codes of SQLite (sqlite.org/rescode.html), which D1 appends: `database is locked: SQLITE_BUSY`. The first that matches counts.
 */
const FAILURES: readonly Failure[] = [
  // D1 has too much to do: another try would add to it.
  { words: /overloaded|exceeded timeout|memory limit|cpu time limit|SQLITE_INTERRUPT/i, isPassing: false, mayHaveWritten: true },
  // Somebody else holds the database. SQLite asks for the lock before it writes.
  { words: /SQLITE_(BUSY|LOCKED|PROTOCOL)|database( table)? is locked/i, isPassing: true, mayHaveWritten: false },
  // There is no room, or nothing may be written: a batch is rolled back.
  {
    words: /SQLITE_(FULL|READONLY|CANTOPEN|PERM)|disk is full|maximum DB size|readonly database|unable to open database file/i,
    isPassing: false,
    mayHaveWritten: false,
  },
  // The disk or the memory failed, perhaps in the middle of a commit.
  {
    words: /SQLITE_(IOERR|NOMEM|CORRUPT|NOTADB)|disk I\/O error|out of memory|disk image is malformed/i,
    isPassing: false,
    mayHaveWritten: true,
  },
  // A replica without what the caller's bookmark names: a read, which begins anew without the bookmark.
  { words: /bookmark not taken/, isPassing: true, mayHaveWritten: false },
  // Lost in transit, or while the database moved.
  {
    words:
      /network connection lost|client disconnected|caused object to be reset|reset because its code was updated|transient issue|internal error|parse body as JSON/i,
    isPassing: true,
    mayHaveWritten: true,
  },
];

const MOST_TRIES = 3;

/** Milliseconds before the second try of a call; the third waits about twice that. */
const PAUSES = { first: 20, longest: 1_000 };

type Wait = (ms: number) => Promise<unknown>;

/** Reads, up to three times where the failure is likely to pass, after pauses with jitter. @throws UnavailableError */
export const reading = <T>(read: () => Promise<T>, wait: Wait = sleep): Promise<T> =>
  trying(read, ({ isPassing }) => isPassing, { wait, writes: false });

/**
 * Writes. Again, up to three times, only where nothing was written and the failure is likely to pass: of a write whose answer is lost,
 * nobody knows whether it happened. @throws UnavailableError
 */
export const writing = <T>(write: () => Promise<T>, wait: Wait = sleep): Promise<T> =>
  trying(write, ({ isPassing, mayHaveWritten }) => isPassing && !mayHaveWritten, { wait, writes: true });

interface Surroundings {
  readonly wait: Wait;
  readonly writes: boolean;
}

async function trying<T>(call: () => Promise<T>, isWorthIt: (failure: Failure) => boolean, { wait, writes }: Surroundings): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await call();
    } catch (error) {
      const failure = failureIn(error);
      if (!failure) throw error;
      if (attempt === MOST_TRIES || !isWorthIt(failure)) throw new UnavailableError(error, writes && failure.mayHaveWritten);
      await wait(pauseBefore(attempt + 1, PAUSES, Math.random));
    }
  }
}

/** What kind of failure an error of D1 is; undefined where the statement is at fault, or the code that calls D1. */
function failureIn(error: unknown): Failure | undefined {
  const words = wordsOf(error);
  return FAILURES.find((failure) => failure.words.test(words));
}

const wordsOf = (error: unknown): string => (error instanceof Error ? `${error.message} ${wordsOf(error.cause)}` : '');

const sleep: Wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
