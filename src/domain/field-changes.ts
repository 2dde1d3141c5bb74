import { contentText } from './content-text.ts';

/** One difference between two values, told where nothing more can be told apart: a text, a number, a truth or a list of them. */
export interface FieldChange {
  /** From the value to the field; an entry of a list is named by its currency or order, or else by its index. */
  readonly path: readonly string[];
  /** As text: `"12.5"`, `"true"`, `["a"]`; null where there is nothing. */
  readonly before: string | null;
  readonly after: string | null;
}

/** Every difference between two values, in the order of their fields; none exactly when they say the same. */
export function fieldChanges(before: unknown, after: unknown): readonly FieldChange[] {
  const [earlier, later] = [leavesOf(before), leavesOf(after)];
  return [...new Map([...earlier, ...later])].flatMap(([key, { path }]) => {
    const change = { path, before: earlier.get(key)?.text ?? null, after: later.get(key)?.text ?? null };
    return change.before === change.after ? [] : [change];
  });
}

interface Leaf {
  readonly path: readonly string[];
  readonly text: string | null;
}

/** What a value says at each of its ends, by their paths. */
function leavesOf(value: unknown): ReadonlyMap<string, Leaf> {
  return new Map(leavesUnder(value, []).map((leaf) => [JSON.stringify(leaf.path), leaf]));
}

function leavesUnder(value: unknown, path: readonly string[]): readonly Leaf[] {
  if (!isObject(value)) return [{ path, text: value === null || value === undefined ? null : String(value) }];
  const entries: readonly (readonly [string, unknown])[] = Array.isArray(value) ? listEntries(value) : Object.entries(value);
  // A list of texts is one word, and what is empty still differs from what is not there.
  if (entries.length === 0 || (Array.isArray(value) && !value.some(isObject))) return [{ path, text: contentText(value) }];
  return entries.flatMap(([key, inner]) => leavesUnder(inner, [...path, key]));
}

/** Entries without a key are counted in the order of what they say, since their own order says nothing. */
function listEntries(list: readonly unknown[]): readonly (readonly [string, unknown])[] {
  if (list.every((entry) => keyOf(entry) !== null)) return list.map((entry) => [keyOf(entry) ?? '', entry]);
  const texts = new Map(list.map((entry) => [entry, contentText(entry)]));
  const inOrder = list.toSorted((a, b) => ((texts.get(a) ?? '') < (texts.get(b) ?? '') ? -1 : 1));
  return inOrder.map((entry, i) => [String(i), entry]);
}

function keyOf(entry: unknown): string | null {
  if (!isObject(entry)) return null;
  if ('currency' in entry) return String(entry.currency);
  return 'order' in entry ? String(entry.order) : null;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
