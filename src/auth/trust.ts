/** How long what was looked up is taken for true without asking again, in milliseconds. */
const TRUSTED_FOR = 30_000;
const MOST_TRUSTED = 1_000;

/** What this isolate has looked up of who is calling: a request should not begin with a D1 call of its own. */
export class Trust<T> {
  readonly #known = new Map<string, { readonly value: T; readonly since: number }>();

  /** What is known of the key, or else is looked up now; null, which is never kept, for what is not there. */
  async of(key: string, now: number, lookUp: () => Promise<T | null>): Promise<T | null> {
    const known = this.#known.get(key);
    if (known && now >= known.since && now - known.since < TRUSTED_FOR) return known.value;
    this.#known.delete(key);
    const value = await lookUp();
    if (value === null) return null;
    if (this.#known.size >= MOST_TRUSTED) this.#known.clear();
    this.#known.set(key, { value, since: now });
    return value;
  }

  /** Forgets every value of which `isOver` holds. */
  forget(isOver: (value: T) => boolean): void {
    for (const [key, { value }] of this.#known) if (isOver(value)) this.#known.delete(key);
  }
}
