import { isEqualJson } from './equal-json.ts';
import { invalid, type PathSegment } from './refusal.ts';
import { ok, type Result, refuse } from './result.ts';

type Parser<A, B> = (value: A, path: readonly PathSegment[]) => Result<B>;

/** Every field's value, or the refusals of all fields at once: `fields({ name: parseName(input.name, ['name']) })`. */
export function fields<T extends object>(results: { readonly [K in keyof T]: Result<T[K]> }): Result<T>;
export function fields(results: Readonly<Record<string, Result<unknown>>>): Result<unknown> {
  const entries = Object.entries(results);
  const [first, ...more] = entries.flatMap(([, result]) => (result.ok ? [] : result.refusals));
  if (first) return refuse(first, ...more);
  return ok(Object.fromEntries(entries.map(([name, result]) => [name, result.ok ? result.value : undefined])));
}

/** A field of a creation that may be left out: absent and null both mean `otherwise`. */
export function optional<A, B, C>(
  value: A | null | undefined,
  otherwise: C,
  parse: Parser<A, B>,
  path: readonly PathSegment[],
): Result<B | C> {
  return value === null || value === undefined ? ok(otherwise) : parse(value, path);
}

/** A field of an update that can be emptied: absent keeps (undefined), null clears. */
export function clearable<A, B>(
  value: A | null | undefined,
  parse: Parser<A, B>,
  path: readonly PathSegment[],
): Result<B | null | undefined> {
  if (value === undefined) return ok(undefined);
  return value === null ? ok(null) : parse(value, path);
}

/** A field of an update that always has a value: absent keeps (undefined), null is refused. */
export function changeable<A, B>(value: A | null | undefined, parse: Parser<A, B>, path: readonly PathSegment[]): Result<B | undefined> {
  if (value === null) return refuse(invalid('Cannot be cleared: leave the field out to keep it, or give a value.', path));
  return value === undefined ? ok(undefined) : parse(value, path);
}

/** `before` with every field of `changes` that is not undefined; `before` itself where all of them say what it says. */
export function withChanges<T extends Details, Details extends object = T>(
  before: T,
  changes: { readonly [K in keyof Details]?: Details[K] | undefined },
): T {
  const current: Readonly<Record<string, unknown>> = Object.fromEntries(Object.entries(before));
  const changed = Object.entries(changes).filter(([field, value]) => value !== undefined && !isEqualJson(value, current[field]));
  return changed.length === 0 ? before : { ...before, ...Object.fromEntries(changed) };
}
