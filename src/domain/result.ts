import type { PathSegment, Refusal } from './refusal.ts';

/** The outcome of a decision: the value, or every reason why it was refused. A throw is always a bug. */
export type Result<T> = Ok<T> | Refused;

export interface Ok<T> {
  readonly ok: true;
  readonly value: T;
}

export interface Refused {
  readonly ok: false;
  readonly refusals: readonly [Refusal, ...Refusal[]];
}

export function ok(): Ok<undefined>;
export function ok<T>(value: T): Ok<T>;
export function ok<T>(value?: T): Ok<T | undefined> {
  return { ok: true, value };
}

export function refuse(first: Refusal, ...more: Refusal[]): Refused {
  return { ok: false, refusals: [first, ...more] };
}

/** Returns `value`, or refuses with the list if it is not empty. */
export function okUnless<T>(refusals: readonly Refusal[], value: T): Result<T> {
  const [first, ...more] = refusals;
  return first ? refuse(first, ...more) : ok(value);
}

/**
 * Prefixes the path of every refusal with `segments`. A rule refuses with a path into its own input, and each caller prefixes the field
 * that it passed down. Therefore no rule takes a path as a parameter.
 */
export function withPath<T>(result: Result<T>, ...segments: PathSegment[]): Result<T> {
  return mapPaths(result, (path) => [...segments, ...path]);
}

/** Removes the leading index from the path of every refusal, for a caller whose input is not a list. */
export function withoutIndex<T>(result: Result<T>): Result<T> {
  return mapPaths(result, (path) => (isIndexed(path) ? path.slice(1) : path));
}

/** Prefixes the paths that begin with an index, which lead into a list. Other paths do not change: they name a field beside the list. */
export function withListPath<T>(result: Result<T>, ...segments: PathSegment[]): Result<T> {
  return mapPaths(result, (path) => (isIndexed(path) ? [...segments, ...path] : path));
}

/**
 * Replaces the first segment of each path by its path in the caller's input: `renamePaths(result, { currencies: ['override',
 * 'supportedCurrencies'] })`.
 */
export function renamePaths<T>(result: Result<T>, inputPaths: Readonly<Record<string, readonly PathSegment[]>>): Result<T> {
  return mapPaths(result, ([field, ...rest]) => (field === undefined ? rest : [...(inputPaths[String(field)] ?? [field]), ...rest]));
}

/** Replaces the path of every refusal by `pathOf(path)`. */
export function mapPaths<T>(result: Result<T>, pathOf: (path: readonly PathSegment[]) => readonly PathSegment[]): Result<T> {
  if (result.ok) return result;
  const [first, ...more] = result.refusals.map((refusal): Refusal => ({ ...refusal, path: pathOf(refusal.path) }));
  return first ? refuse(first, ...more) : result;
}

/** Returns every value, or every refusal of every refused result. */
export function all<T>(results: readonly Result<T>[]): Result<T[]> {
  const refusals = results.flatMap((r) => (r.ok ? [] : r.refusals));
  return okUnless(
    refusals,
    results.flatMap((r) => (r.ok ? [r.value] : [])),
  );
}

const isIndexed = ([first]: readonly PathSegment[]): boolean => typeof first === 'number';
