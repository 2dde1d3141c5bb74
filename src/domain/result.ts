import type { PathSegment, Refusal } from './refusal.ts';

/** What a decision answers: the value, or every reason why not. A throw is a bug, never an answer. */
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

/** Refuses with the list when it holds anything; otherwise answers `value`. */
export function okUnless<T>(refusals: readonly Refusal[], value: T): Result<T> {
  const [first, ...more] = refusals;
  return first ? refuse(first, ...more) : ok(value);
}

/**
 * Puts `segments` before the path of every refusal. A rule refuses with a path into its own input, and each caller names the field of its
 * input that it passed down; so no rule takes a path.
 */
export function withPath<T>(result: Result<T>, ...segments: PathSegment[]): Result<T> {
  return mapPaths(result, (path) => [...segments, ...path]);
}

/** Removes the index that paths into a list begin with: for the caller of a list rule whose own input is one item. */
export function withoutIndex<T>(result: Result<T>): Result<T> {
  return mapPaths(result, (path) => (isIndexed(path) ? path.slice(1) : path));
}

/** Puts `segments` before the paths that begin with an index, which lead into a list; the others name a field beside it. */
export function withListPath<T>(result: Result<T>, ...segments: PathSegment[]): Result<T> {
  return mapPaths(result, (path) => (isIndexed(path) ? [...segments, ...path] : path));
}

/** ReinputPaths the first segment of each path: `renamePaths(result, { currencies: ['override', 'supportedCurrencies'] })`. A field that is not named stays. */
export function renamePaths<T>(result: Result<T>, inputPaths: Readonly<Record<string, readonly PathSegment[]>>): Result<T> {
  return mapPaths(result, ([field, ...rest]) => (field === undefined ? rest : [...(inputPaths[String(field)] ?? [field]), ...rest]));
}

/** The same refusals, each with a path made from its own. */
export function mapPaths<T>(result: Result<T>, pathOf: (path: readonly PathSegment[]) => readonly PathSegment[]): Result<T> {
  if (result.ok) return result;
  const [first, ...more] = result.refusals.map((refusal): Refusal => ({ ...refusal, path: pathOf(refusal.path) }));
  return first ? refuse(first, ...more) : result;
}

/** Every value, or every refusal of every failed result. */
export function all<T>(results: readonly Result<T>[]): Result<T[]> {
  const refusals = results.flatMap((r) => (r.ok ? [] : r.refusals));
  return okUnless(
    refusals,
    results.flatMap((r) => (r.ok ? [r.value] : [])),
  );
}

const isIndexed = ([first]: readonly PathSegment[]): boolean => typeof first === 'number';
