import { grouped } from './count.ts';

const MAX_BYTES = 16_384;
const MAX_DEPTH = 10;

/** Keys that would reach an object's prototype when the JSON is copied or run later. */
const RESERVED_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** What prevents storing a caller's JSON value: more than 10 levels, a reserved key, or more than 16,384 bytes. `null` if nothing does. */
export function jsonFault(value: unknown): string | null {
  const fault = nestingFault(value);
  if (fault !== null) return fault;
  const bytes = jsonBytes(value);
  return bytes > MAX_BYTES ? `The JSON must have at most ${grouped(MAX_BYTES)} bytes, not ${grouped(bytes)}.` : null;
}

/** Like `jsonFault`, without the size. Never descends below the deepest level allowed, so no value can exhaust the stack. */
export function nestingFault(value: unknown, depth = 1): string | null {
  if (typeof value !== 'object' || value === null) return null;
  if (depth > MAX_DEPTH) return `The JSON is nested more than ${MAX_DEPTH} levels deep.`;
  const reserved = Object.keys(value).find((key) => RESERVED_KEYS.has(key));
  if (reserved !== undefined) return `"${reserved}" is not allowed as a key.`;
  for (const inner of Object.values(value)) {
    const fault = nestingFault(inner, depth + 1);
    if (fault !== null) return fault;
  }
  return null;
}

/** The bytes of a value as JSON in UTF-8. 0 for `null` and `undefined`. */
export const jsonBytes = (value: unknown): number =>
  value === undefined || value === null ? 0 : new TextEncoder().encode(JSON.stringify(value)).length;
