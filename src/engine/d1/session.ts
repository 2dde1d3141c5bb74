import type { D1 } from './d1.ts';

/**
 * The database as one request goes on with it, by D1's sessions: its reads may come from the nearest replica that has what the caller has
 * seen before, by the bookmark of an earlier answer. What decides is read where it is written, on the primary.
 */
export class Session implements D1 {
  readonly #d1: Pick<D1Database, 'prepare' | 'withSession'>;
  #session: D1DatabaseSession;
  #isOnPrimary = false;
  /** Only D1 can tell whether a bookmark is one of this database. */
  #isProven: boolean;
  #bookmark: string | null = null;

  /** `bookmark` is what the caller sent: what cannot be one is as good as none. */
  constructor(d1: Pick<D1Database, 'prepare' | 'withSession'>, bookmark: string | null) {
    this.#d1 = d1;
    const isGiven = bookmark !== null && bookmark.length <= 128 && BOOKMARK.test(bookmark);
    this.#session = d1.withSession(isGiven ? bookmark : 'first-unconstrained');
    this.#isProven = !isGiven;
  }

  /** What was seen last, for the caller to go on from; null before the first call. */
  get bookmark(): string | null {
    return this.#bookmark;
  }

  /** From now on each call is made on the primary. */
  toPrimary(): void {
    this.#isOnPrimary = true;
  }

  async batch<T = unknown>(statements: D1PreparedStatement[]): Promise<D1Result<T>[]> {
    // A session only begins on the primary: what comes after may be answered by a replica that has caught up with that.
    if (this.#isOnPrimary) this.#begin();
    try {
      const results = await this.#session.batch<T>(statements);
      this.#isProven = true;
      this.#note(this.#session.getBookmark());
      return results;
    } catch (error) {
      if (this.#isProven) throw error;
      this.#begin();
      throw new Error('bookmark not taken', { cause: error });
    }
  }

  #begin(): void {
    this.#session = this.#d1.withSession('first-primary');
    this.#isProven = true;
  }

  /** Bookmarks sort by what they have seen. */
  #note(bookmark: string | null): void {
    if (bookmark !== null && bookmark > (this.#bookmark ?? '')) this.#bookmark = bookmark;
  }

  prepare(sql: string): D1PreparedStatement {
    return this.#d1.prepare(sql);
  }
}

/** Groups of hexadecimal digits: nothing that D1 could take for a constraint. */
const BOOKMARK = /^[0-9a-f]+(-[0-9a-f]+)+$/;
