/** A bounded map: a new key takes the place of the one that was not used for the longest time. */
export class Lru<K, V> {
  readonly #most: number;
  /** The longest unused first. */
  readonly #values = new Map<K, V>();

  constructor(most: number) {
    this.#most = most;
  }

  get(key: K): V | undefined {
    const value = this.#values.get(key);
    if (value !== undefined) this.set(key, value);
    return value;
  }

  set(key: K, value: V): void {
    this.#values.delete(key);
    this.#values.set(key, value);
    if (this.#values.size <= this.#most) return;
    for (const oldest of this.#values.keys()) return void this.#values.delete(oldest);
  }

  delete(key: K): void {
    this.#values.delete(key);
  }

  /** Deletes every value that matches. */
  deleteWhere(matches: (value: V) => boolean): void {
    for (const [key, value] of this.#values) if (matches(value)) this.#values.delete(key);
  }
}
