import { grouped } from './count.ts';
import { parseEach } from './fields.ts';
import { invalid } from './refusal.ts';
import { all, ok, type Result, refuse, withPath } from './result.ts';

/** Limits of length in code points, so that an emoji counts as one character. */
export interface TextLimits {
  readonly min?: number;
  readonly max: number;
  /** Whether tabs and line breaks are allowed. */
  readonly multiline?: boolean;
}

export type Metadata = Readonly<Record<string, string>>;

const CHOSEN_ID_LENGTH = 50;
const EMAIL_LENGTH = 320;
const TAGS = { count: 50, length: 100 };
const METADATA = { keys: 50, keyLength: 100, bytes: 16_384 };

/**
 * Parses a text for people: within its limits, without control characters or unpaired surrogates. A text of one line has no characters
 * that override the direction of writing either, because they can make a name look like another one.
 */
export function parseText(value: string, { min = 0, max, multiline = false }: TextLimits): Result<string> {
  const stray = strayOf(value, multiline);
  if (stray) return refuse(invalid(`Control characters are not allowed here. Found ${stray}.`));
  const directed = multiline ? ok() : requireOneDirection(value);
  if (!directed.ok) return directed;
  const length = [...value].length;
  if (length >= min && length <= max) return ok(value);
  return refuse(invalid(`Must be ${min} to ${max} characters long, not ${length}.`));
}

/**
 * Parses a name. It is trimmed, must have at least one visible character, and its limits apply after trimming. `"\u3000Pro\u200b "` is
 * `Pro`.
 */
export function parseName(value: string, { min = 1, max }: Omit<TextLimits, 'multiline'>): Result<string> {
  const name = trimmed(value);
  return parseVisible(name, { min, max });
}

/** Parses a text that names something outside, so that it stays as it is: with at least one visible character, within its limits. */
export function parseVisible(value: string, limits: TextLimits): Result<string> {
  return isBlank(value) ? refuse(invalid('Must have at least one visible character.')) : parseText(value, limits);
}

/** Parses an optional text for people, of one line or more. A text without a visible character is `null`. */
export function parseRemark(value: string, limits: TextLimits): Result<string | null> {
  const text = parseText(value, limits);
  if (!text.ok) return text;
  const directed = requireOneDirection(value);
  return directed.ok ? ok(isBlank(value) ? null : value) : directed;
}

function requireOneDirection(value: string): Result<undefined> {
  const found = firstOf(DIRECTION, value);
  return found === null ? ok() : refuse(invalid(`Characters that override the direction of writing are not allowed here. Found ${found}.`));
}

/** Whether a text shows nothing. */
const isBlank = (text: string): boolean => [...text].every((character) => INVISIBLE.test(character));

/**
 * Returns the text without white space and invisible characters at both ends. A joiner after a combining mark stays, because it changes how
 * the last letter of a Malayalam or Sinhala word is written.
 */
export function trimmed(text: string): string {
  const characters = [...text];
  const isPadding = (character: string, i: number) =>
    PADDING.test(character) && !(JOINER.test(character) && MARK.test(characters[i - 1] ?? ''));
  const last = characters.findLastIndex((character, i) => !isPadding(character, i));
  const first = characters.findIndex((character, i) => !isPadding(character, i));
  return last < 0 ? '' : characters.slice(first, last + 1).join('');
}

/** White space of any script, soft hyphens, joiners, direction marks, and other characters without width that only affect layout. */
const PADDING = /^[\p{White_Space}\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]$/u;
const JOINER = /^[\u200c\u200d]$/u;
const MARK = /^\p{M}$/u;
/** Characters that show nothing by themselves. Only those in `PADDING` can be removed from the end of a text. */
const INVISIBLE = /^[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cf}\p{M}\u2800\u{1d159}]$/u;

/** Parses an id that the caller chooses (`accountId`, `customerId`): 1 to 50 printable characters, without white space at its ends. */
export function parseChosenId(value: string): Result<string> {
  const id = parseName(value, { max: CHOSEN_ID_LENGTH });
  if (!id.ok || id.value === value) return id;
  return refuse(invalid('An id must not begin or end with white space or invisible characters.'));
}

/**
 * Parses an e-mail address: one `@`, a dot in the domain, no white space, at most 320 characters. Does not check that the mailbox exists.
 */
export function parseEmail(value: string): Result<string> {
  const text = parseText(value, { min: 1, max: EMAIL_LENGTH });
  if (!text.ok) return text;
  if (/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(value)) return ok(value);
  return refuse(invalid(`"${value}" is not an e-mail address. Write it as "name@example.com".`));
}

/** Parses tags: in lower case, without duplicates, in the order of their first occurrence. At most 50 tags of 1 to 100 characters. */
export function parseTags(values: readonly string[]): Result<string[]> {
  const tags = parseEach(values, (tag) => parseName(tag.toLowerCase(), { max: TAGS.length }));
  if (!tags.ok) return tags;
  const distinct = [...new Set(tags.value)];
  if (distinct.length <= TAGS.count) return ok(distinct);
  return refuse(invalid(`At most ${TAGS.count} tags, not ${distinct.length}.`, [], 'LIMIT_EXCEEDED'));
}

/** Parses a map of text to text with at most 50 keys and 16,384 bytes as JSON. */
export function parseMetadata(value: unknown): Result<Metadata> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refuse(invalid('Metadata must be an object with string values, such as {"region": "EU"}.'));
  }
  const entries = Object.entries(value);
  if (entries.length > METADATA.keys) {
    return refuse(invalid(`Metadata has at most ${METADATA.keys} keys, not ${entries.length}.`, [], 'LIMIT_EXCEEDED'));
  }
  const bytes = new TextEncoder().encode(JSON.stringify(value)).length;
  if (bytes > METADATA.bytes) {
    return refuse(invalid(`Metadata has at most ${grouped(METADATA.bytes)} bytes as JSON, not ${grouped(bytes)}.`, [], 'LIMIT_EXCEEDED'));
  }
  const parsed = all(entries.map(([key, text]) => withPath(parseEntry(key, text), key)));
  return parsed.ok ? ok(Object.fromEntries(parsed.value)) : parsed;
}

/** Keys that would reach an object's prototype if the map were copied carelessly. */
const RESERVED_KEYS: readonly string[] = ['__proto__', 'constructor', 'prototype'];

function parseEntry(key: string, value: unknown): Result<string[]> {
  if (RESERVED_KEYS.includes(key)) return refuse(invalid(`"${key}" is not allowed as a key.`));
  if (typeof value !== 'string') return refuse(invalid(`The value of "${key}" must be a string.`));
  return all([parseText(key, { min: 1, max: METADATA.keyLength }), parseText(value, { max: METADATA.bytes, multiline: true })]);
}

/** Embeddings, overrides and isolates of the bidirectional algorithm (Unicode Standard Annex 9, section 2), without its marks. */
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/u;

/** Returns the first character that is not allowed in a text, as `U+0007`, or `null`. */
export const strayOf = (value: string, multiline: boolean): string | null =>
  firstOf(multiline ? /(?![\t\n\r])[\p{Cc}\p{Cs}]/u : /[\p{Cc}\p{Cs}]/u, value);

function firstOf(pattern: RegExp, value: string): string | null {
  const code = pattern.exec(value)?.[0].codePointAt(0);
  return code === undefined ? null : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
