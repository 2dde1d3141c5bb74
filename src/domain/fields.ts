import { contentEquals } from './content-text.ts';
import { invalid, type PathSegment } from './refusal.ts';
import { all, ok, type Result, refuse, withPath } from './result.ts';

type Parser<A, B> = (value: A) => Result<B>;

/**
 * Returns every field's value, or the refusals of all fields. The paths of a field's refusals are prefixed with its name:
 * `fields({ name: parseName(input.name) })`. A field with another path in the input names that path:
 * `fields({ slabs }, { slabs: ['slabDetails'] })`.
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

/** Parses an optional field of a creation. An omitted or `null` field gives `otherwise`. */
export function optional<A, B, C>(value: A | null | undefined, otherwise: C, parse: Parser<A, B>): Result<B | C> {
  return value === null || value === undefined ? ok(otherwise) : parse(value);
}

/** Parses an optional field of an update. An omitted field keeps its value (`undefined`). `null` clears it. */
export function clearable<A, B>(value: A | null | undefined, parse: Parser<A, B>): Result<B | null | undefined> {
  if (value === undefined) return ok(undefined);
  return value === null ? ok(null) : parse(value);
}

/** Parses a required field of an update. An omitted field keeps its value (`undefined`). `null` is refused. */
export function changeable<A, B>(value: A | null | undefined, parse: Parser<A, B>): Result<B | undefined> {
  if (value === null) return refuse(invalid('This field cannot be null. Omit it to keep its value, or give a new value.'));
  return value === undefined ? ok(undefined) : parse(value);
}

/** Returns `before` with every field of `changes` that is not `undefined`, or `before` itself if no value differs. */
export function withChanges<T extends Details, Details extends object = T>(
  before: T,
  changes: { readonly [K in keyof Details]?: Details[K] | undefined },
): T {
  const current: Readonly<Record<string, unknown>> = Object.fromEntries(Object.entries(before));
  const changed = Object.entries(changes).filter(([field, value]) => value !== undefined && !contentEquals(value, current[field]));
  return changed.length === 0 ? before : { ...before, ...Object.fromEntries(changed) };
}
