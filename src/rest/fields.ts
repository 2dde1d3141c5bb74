import Big from 'big.js';
import * as v from 'valibot';
import { grouped } from '../domain/count.ts';
import { addDays, dayOf, parseDay, startOfDay } from '../domain/day.ts';
import { parseDecimal, parseNonNegative } from '../domain/decimal.ts';
import { parseInstant } from '../domain/instant.ts';
import type { Result } from '../domain/result.ts';

// The kinds of fields in requests. `v.metadata` is what the OpenAPI document says of a field beyond its checks.

/** valibot alone takes a list for an object, and a number that is read exactly. */
const anObject = v.custom<object>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value) && !JSON.isRawJSON(value),
  (issue) => wrongType({ ...issue, type: 'object' }),
);

/** An object with these fields; others are ignored. */
export const object = <Entries extends v.ObjectEntries>(entries: Entries) => v.pipe(anObject, v.object(entries));

/** A map of text to values. */
export const map = <Value extends v.GenericSchema>(value: Value) => v.pipe(anObject, v.record(v.string(), value));

/** A text, with limits in code points, as the domain counts them. */
export const text = ({ min = 0, max = Number.POSITIVE_INFINITY }: { readonly min?: number; readonly max?: number } = {}) =>
  v.pipe(
    v.string(),
    v.check(
      (value) => within([...value].length, min, max),
      ({ input }) => `Must be ${rangeText(min, max)} characters long, not ${[...input].length}.`,
    ),
    v.metadata({ ...(min > 0 && { minLength: min }), ...(max < Number.POSITIVE_INFINITY && { maxLength: max }) }),
  );

/** A list with at least `min` and at most `max` items. */
export const list = <Item extends v.GenericSchema>(
  item: Item,
  { min = 0, max = Number.POSITIVE_INFINITY }: { readonly min?: number; readonly max?: number } = {},
) =>
  v.pipe(
    v.array(item),
    v.check(
      (items) => within(items.length, min, max),
      ({ input }) => `Must have ${rangeText(min, max)} items, not ${input.length}.`,
    ),
    v.metadata({ ...(min > 0 && { minItems: min }), ...(max < Number.POSITIVE_INFINITY && { maxItems: max }) }),
  );

/** The message of a value that has the wrong type. The checks have messages of their own. */
export function wrongType({ type, input, expected, received }: v.BaseIssue<unknown>): string {
  if (input === undefined) return 'Must be given.';
  const found = JSON.isRawJSON(input) ? input.rawJSON : (WORDS[received] ?? received);
  const words = WORDS[type] ?? `one of ${expected?.replace(/^\(|\)$/g, '').replaceAll(' | ', ', ')}`;
  return `Must be ${words}, not ${found}.`;
}

/** The types of schemas, and of what valibot received instead. */
const WORDS: Readonly<Record<string, string>> = {
  string: 'a string',
  boolean: 'true or false',
  number: 'a number',
  array: 'a list',
  record: 'an object',
  object: 'an object',
  Object: 'an object',
  Array: 'a list',
};

const within = (size: number, min: number, max: number): boolean => size >= min && size <= max;

function rangeText(min: number, max: number): string {
  if (max === Number.POSITIVE_INFINITY) return `at least ${grouped(min)}`;
  if (min === max) return grouped(max);
  return min === 0 ? `at most ${grouped(max)}` : `${grouped(min)} to ${grouped(max)}`;
}

/** A map of text to text. */
export const textMap = map(v.string());

/** A text that a rule of the domain accepts. It stays as it was sent. */
const accepted = (parse: (value: string) => Result<unknown>) =>
  v.rawTransform<string, string>(({ dataset: { value }, addIssue, NEVER }) => {
    const parsed = parse(value);
    if (parsed.ok) return value;
    addIssue({ message: parsed.refusals[0].message });
    return NEVER;
  });

/** A calendar day, `2026-11-21`. */
export const day = v.pipe(v.string(), accepted(parseDay), v.metadata({ format: 'date' }));

/** An instant, RFC 3339. An offset may lack its colon, as some clients write it: `+0000`. */
export const instant = v.pipe(v.string(), v.transform(withColon), accepted(parseInstant), v.metadata({ format: 'date-time' }));

/** The UTC day of an instant. A day is accepted, too. */
export const dayOfInstant = dayFrom(dayOf);

/** The first day that begins at an instant or later. A day is accepted, too. */
export const dayFromInstant = dayFrom((at) => (startOfDay(dayOf(at)) < at ? addDays(dayOf(at), 1) : dayOf(at)));

function dayFrom(toDay: (instant: number) => string) {
  return v.pipe(
    v.string(),
    v.transform(withColon),
    v.rawTransform<string, string>(({ dataset: { value }, addIssue, NEVER }) => {
      if (parseDay(value).ok) return value;
      const parsed = parseInstant(value);
      if (parsed.ok) return toDay(parsed.value);
      addIssue({ message: parsed.refusals[0].message });
      return NEVER;
    }),
    v.metadata({ format: 'date-time' }),
  );
}

function withColon(value: string): string {
  return value.replace(/([+-]\d\d)(\d\d)$/, '$1:$2');
}

/** A JSON number, as its text. A client may write it with an exponent, `1e-06`; the largest exponents would make texts of megabytes. */
const number = v.pipe(
  v.custom<{ readonly rawJSON: string }>(
    (value) => JSON.isRawJSON(value),
    (issue) => wrongType({ ...issue, type: 'number' }),
  ),
  v.transform(({ rawJSON }) => withoutExponent(rawJSON)),
);

/** An exact decimal, a JSON number. */
export const decimal = v.pipe(number, accepted(parseDecimal), v.metadata({ type: 'number' }));

/** An exact decimal as a text, in a map of texts. */
export const decimalText = v.pipe(
  v.string(),
  v.transform((value) => (/^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(value) ? withoutExponent(value) : value)),
  accepted(parseDecimal),
);

/** A decimal that is 0 or more. */
export const nonNegative = v.pipe(number, accepted(parseNonNegative), v.metadata({ type: 'number', minimum: 0 }));

/** A whole number of 32 bits. In an answer, it may be a number of JavaScript. */
export const integer = v.pipe(
  v.custom<{ readonly rawJSON: string } | number>(
    (value) => JSON.isRawJSON(value),
    (issue) => wrongType({ ...issue, type: 'number' }),
  ),
  v.transform((value) => withoutExponent(typeof value === 'number' ? String(value) : value.rawJSON)),
  v.check(
    (value) => /^-?\d{1,10}$/.test(value) && Math.abs(Number(value)) < 2 ** 31,
    ({ input }) => `Must be a whole number, not ${input}.`,
  ),
  v.transform(Number),
  v.metadata({ type: 'integer' }),
);

/** A whole number of at least `min` and at most `max`. */
export const integerBetween = (min: number, max = Number.POSITIVE_INFINITY) =>
  v.pipe(
    integer,
    v.check(
      (value) => within(value, min, max),
      ({ input }) => `Must be ${rangeText(min, max)}, not ${input}.`,
    ),
    v.metadata({ minimum: min, ...(max < Number.POSITIVE_INFINITY && { maximum: max }) }),
  );

/** The same number without an exponent: `1.5e-3` is `0.0015`. One that no decimal reaches stays as it is, and is refused. */
function withoutExponent(source: string): string {
  const [, exponent = '0'] = /e(.*)$/i.exec(source) ?? [];
  return Math.abs(Number(exponent)) > MAX_EXPONENT ? source : new Big(source).toFixed();
}

const MAX_EXPONENT = 40;

/** `true` or `false` in a query. */
export const flag = v.pipe(
  v.picklist(['true', 'false']),
  v.transform((value) => value === 'true'),
  v.metadata({ type: 'boolean', enum: undefined }),
);
