/** A map of bounded size: a new key replaces the least recently used one. Reading a key and setting it both count as use. */
export class Lru<K, V extends NonNullable<unknown>> {
  readonly #capacity: number;
  /** The least recently used key first. */
  readonly #values = new Map<K, V>();

  /** @param capacity maximum number of keys */
  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  get(key: K): V | undefined {
    const value = this.#values.get(key);
    if (value !== undefined) this.set(key, value);
    return value;
  }

  set(key: K, value: V): void {
    this.#values.delete(key);
    this.#values.set(key, value);
    if (this.#values.size <= this.#capacity) return;
    for (const leastRecent of this.#values.keys()) return void this.#values.delete(leastRecent);
  }

  delete(key: K): void {
    this.#values.delete(key);
  }

  /** Deletes every value that matches. */
  deleteWhere(matches: (value: V) => boolean): void {
    for (const [key, value] of this.#values) if (matches(value)) this.#values.delete(key);
  }
}
