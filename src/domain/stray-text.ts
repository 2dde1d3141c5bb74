import { invalid, type PathSegment } from './refusal.ts';
import { ok, type Result, refuse } from './result.ts';
import { strayOf } from './text.ts';

/** A character that no text may contain, and its path in a value. */
export interface Stray {
  /** The code point, as `U+0007`. */
  readonly character: string;
  readonly path: readonly PathSegment[];
}

/**
 * Returns the first text in a value, keys included, that contains a control character (other than tabs and line breaks) or half of a
 * surrogate pair, because a database would cut or change it silently. Iterative, because a caller chooses how deep the value is.
 */
export function findStray(value: unknown): Stray | null {
  const waiting: Place[] = [{ value, key: null, above: null }];
  for (let place = waiting.pop(); place; place = waiting.pop()) {
    const character = strayIn(place.value) ?? strayIn(place.key);
    if (character !== null) return { character, path: pathTo(place) };
    waiting.push(...placesIn(place).reverse());
  }
  return null;
}

/** Refuses an input that contains such a text, naming the field. */
export function requireSoundTexts(input: unknown): Result<null> {
  const stray = findStray(input);
  return stray
    ? refuse(invalid(`Control characters and unpaired surrogates are not allowed. Found ${stray.character}.`, stray.path))
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
