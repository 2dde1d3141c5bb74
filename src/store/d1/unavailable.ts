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

/** Lost in transit, while the database moved, or for a caller's bookmark alone: the same read is likely to succeed at once. */
const TRANSIENT =
  /network connection lost|storage caused object to be reset|reset because its code was updated|transient issue|bookmark not taken/i;
/** Too much for the database already: to ask again would be more of it. */
const OVERLOADED = /overloaded|exceeded timeout|memory limit|cpu time limit/i;

const MOST_READS = 3;
/** Milliseconds before the second try, twice that before the third. */
const FIRST_WAIT = 20;

/** Reads, up to three times where D1 failed in transit, after waits with jitter. @throws UnavailableError */
export async function reading<T>(read: () => Promise<T>, wait: (ms: number) => Promise<unknown> = sleep): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await read();
    } catch (error) {
      const words = wordsOf(error);
      if (!TRANSIENT.test(words) && !OVERLOADED.test(words)) throw error;
      if (OVERLOADED.test(words) || attempt === MOST_READS) throw new UnavailableError(error, false);
      await wait(FIRST_WAIT * 2 ** (attempt - 1) * (0.5 + Math.random()));
    }
  }
}

/** Writes once: of a write whose answer is lost, nobody knows whether it happened. @throws UnavailableError */
export async function writing<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const words = wordsOf(error);
    throw TRANSIENT.test(words) || OVERLOADED.test(words) ? new UnavailableError(error, true) : error;
  }
}

const wordsOf = (error: unknown): string => (error instanceof Error ? `${error.message} ${wordsOf(error.cause)}` : '');

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
