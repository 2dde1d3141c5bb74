import { contentText } from './content-text.ts';

/** One difference between two values, at the deepest field that differs: a text, a number, a boolean or a list of them. */
export interface FieldChange {
  /** From the value to the field. An entry of a list is identified by its currency or order, or by its index if it has neither. */
  readonly path: readonly string[];
  /** The value as text: `"12.5"`, `"true"`, `["a"]`. `null` if the field does not exist. */
  readonly before: string | null;
  readonly after: string | null;
}

/** Returns every difference between two values, in the order of their fields. Empty exactly if they have the same content. */
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

/** The deepest fields of a value, by their paths. */
function leavesOf(value: unknown): ReadonlyMap<string, Leaf> {
  return new Map(leavesUnder(value, []).map((leaf) => [JSON.stringify(leaf.path), leaf]));
}

function leavesUnder(value: unknown, path: readonly string[]): readonly Leaf[] {
  if (!isObject(value)) return [{ path, text: value === null || value === undefined ? null : String(value) }];
  const entries: readonly (readonly [string, unknown])[] = Array.isArray(value) ? listEntries(value) : Object.entries(value);
  // A list of scalars is one leaf. An empty list is a leaf too, because it differs from a missing one.
  if (entries.length === 0 || (Array.isArray(value) && !value.some(isObject))) return [{ path, text: contentText(value) }];
  return entries.flatMap(([key, inner]) => leavesUnder(inner, [...path, key]));
}

/** Entries without a currency or order are numbered in the order of their content, because their own order has no meaning. */
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
