import { invalid, type PathSegment } from './refusal.ts';
import { ok, type Result, refuse } from './result.ts';
import { strayOf } from './text.ts';

/** A character that no text may hold, and where in a value it is. */
export interface Stray {
  /** As `U+0007`. */
  readonly found: string;
  readonly path: readonly PathSegment[];
}

/**
 * The first text within a value, keys included, that holds a control character (tabs and line breaks aside) or half of a surrogate pair:
 * a database would cut or change it silently. Goes without recursion, since the value is as deep as a caller likes.
 */
export function findStray(value: unknown): Stray | null {
  const waiting: Place[] = [{ value, key: null, above: null }];
  for (let place = waiting.pop(); place; place = waiting.pop()) {
    const found = strayIn(place.value) ?? strayIn(place.key);
    if (found !== null) return { found, path: pathTo(place) };
    waiting.push(...placesIn(place).reverse());
  }
  return null;
}

/** An input without such a text. Refuses naming the field. */
export function requireSoundTexts(input: unknown): Result<null> {
  const stray = findStray(input);
  return stray
    ? refuse(invalid(`Control characters and halves of characters are not allowed; found ${stray.found}.`, stray.path))
    : ok(null);
}

interface Place {
  readonly value: unknown;
  readonly key: PathSegment | null;
  readonly above: Place | null;
}

const strayIn = (text: unknown): string | null => (typeof text === 'string' ? strayOf(text, true) : null);

function placesIn(above: Place): Place[] {
  const { value } = above;
  if (Array.isArray(value)) return value.map((item: unknown, key) => ({ value: item, key, above }));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).map(([key, inner]) => ({ value: inner, key, above }));
}

function pathTo(place: Place): PathSegment[] {
  const path: PathSegment[] = [];
  for (let at: Place | null = place; at; at = at.above) if (at.key !== null) path.unshift(at.key);
  return path;
}
