import { contentEquals } from './content-text.ts';
import { invalid, type PathSegment } from './refusal.ts';
import { all, ok, type Result, refuse, withPath } from './result.ts';

type Parser<A, B> = (value: A) => Result<B>;

/**
 * Every field's value, or the refusals of all fields at once. The name of a field is put before the paths of its refusals:
 * `fields({ name: parseName(input.name) })`. A field that has another place in the input names it: `fields({ slabs }, { slabs: ['slabDetails'] })`.
 */
export function fields<T extends object>(
  results: { readonly [K in keyof T]: Result<T[K]> },
  inputPaths?: Readonly<Partial<Record<keyof T, readonly PathSegment[]>>>,
): Result<T>;
export function fields(
  results: Readonly<Record<string, Result<unknown>>>,
  inputPaths: Readonly<Record<string, readonly PathSegment[] | undefined>> = {},
): Result<unknown> {
  const entries = Object.entries(results).map(([name, result]) =>
    withPath(result.ok ? ok([name, result.value] as const) : result, ...(inputPaths[name] ?? [name])),
  );
  const values = all(entries);
  return values.ok ? ok(Object.fromEntries(values.value)) : values;
}

/** Every item's value, or the refusals of all items at once. The index of an item is put before the paths of its refusals. */
export function parseEach<A, B>(items: readonly A[], parse: Parser<A, B>): Result<B[]> {
  return all(items.map((item, i) => withPath(parse(item), i)));
}

/** A field of a creation that may be left out: absent and null both mean `otherwise`. */
export function optional<A, B, C>(value: A | null | undefined, otherwise: C, parse: Parser<A, B>): Result<B | C> {
  return value === null || value === undefined ? ok(otherwise) : parse(value);
}

/** A field of an update that can be emptied: absent keeps (undefined), null clears. */
export function clearable<A, B>(value: A | null | undefined, parse: Parser<A, B>): Result<B | null | undefined> {
  if (value === undefined) return ok(undefined);
  return value === null ? ok(null) : parse(value);
}

/** A field of an update that always has a value: absent keeps (undefined), null is refused. */
export function changeable<A, B>(value: A | null | undefined, parse: Parser<A, B>): Result<B | undefined> {
  if (value === null) return refuse(invalid('Cannot be cleared: leave the field out to keep it, or give a value.'));
  return value === undefined ? ok(undefined) : parse(value);
}

/** `before` with every field of `changes` that is not undefined; `before` itself where all of them say what it says. */
export function withChanges<T extends Details, Details extends object = T>(
  before: T,
  changes: { readonly [K in keyof Details]?: Details[K] | undefined },
): T {
  const current: Readonly<Record<string, unknown>> = Object.fromEntries(Object.entries(before));
  const changed = Object.entries(changes).filter(([field, value]) => value !== undefined && !contentEquals(value, current[field]));
  return changed.length === 0 ? before : { ...before, ...Object.fromEntries(changed) };
}
