const MAX_BYTES = 16_384;
const MAX_DEPTH = 10;

/** These would reach an object's prototype where a later reader copies or runs what was given. */
const RESERVED_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** What stands against keeping a JSON value that a caller gave: over 10 levels, a reserved key, over 16,384 bytes; null when nothing does. */
export function jsonFault(value: unknown): string | null {
  const fault = nestingFault(value);
  if (fault !== null) return fault;
  const bytes = jsonBytes(value);
  return bytes > MAX_BYTES ? `JSON takes at most ${MAX_BYTES} bytes, not ${bytes}.` : null;
}

/** The same without the bytes. Never descends below the deepest level allowed, so that no value can exhaust the stack. */
export function nestingFault(value: unknown, depth = 1): string | null {
  if (typeof value !== 'object' || value === null) return null;
  if (depth > MAX_DEPTH) return `JSON is nested at most ${MAX_DEPTH} levels deep.`;
  const reserved = Object.keys(value).find((key) => RESERVED_KEYS.has(key));
  if (reserved !== undefined) return `"${reserved}" is not allowed as a key.`;
  for (const inner of Object.values(value)) {
    const fault = nestingFault(inner, depth + 1);
    if (fault !== null) return fault;
  }
  return null;
}

/** The bytes of a value as JSON in UTF-8; 0 of nothing. */
export const jsonBytes = (value: unknown): number =>
  value === undefined || value === null ? 0 : new TextEncoder().encode(JSON.stringify(value)).length;
