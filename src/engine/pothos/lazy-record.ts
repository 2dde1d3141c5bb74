/** Returns a record whose keys are there at once, and whose values are each made when they are first read. */
export function lazyRecord<Value>(keys: readonly string[], make: (key: string) => Value): Record<string, Value> {
  const record: Record<string, Value> = Object.create(null);
  for (const key of keys) {
    const get = (): Value => {
      const value = make(key);
      Object.defineProperty(record, key, { value, enumerable: true });
      return value;
    };
    Object.defineProperty(record, key, { get, enumerable: true, configurable: true });
  }
  return record;
}
