/** Sets a field of a new object, as the modules of Pothos do it, of which each has a function of its own for that. */
export function defineProperty(target: Record<PropertyKey, unknown>, key: PropertyKey, value: unknown): object {
  if (key in target) Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
  else target[key] = value;
  return target;
}
