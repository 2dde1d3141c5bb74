import Big from 'big.js';
import { grouped } from '../count.ts';
import { nestingFault } from '../json-limits.ts';
import { invalid } from '../refusal.ts';
import { type Result, refuse } from '../result.ts';
import { parseText } from '../text.ts';

const MAX_BYTES = 16_384;

/**
 * Parses a text that may be stored as JSON logic: at most 16,384 bytes and, if it is JSON, at most 10 levels deep without a reserved key.
 * Does not check that it is valid JSON logic, because a draft may be incomplete. Refuses with PRICING_RULE_INVALID.
 */
export function parseLogic(value: string): Result<string> {
  const bytes = new TextEncoder().encode(value).length;
  if (bytes > MAX_BYTES) return refuse(ruleInvalid(`Logic has at most ${grouped(MAX_BYTES)} bytes, not ${grouped(bytes)}.`));
  const text = parseText(value, { max: MAX_BYTES, multiline: true });
  if (!text.ok) return text;
  const fault = nestingFault(readJson(value));
  return fault === null ? text : refuse(ruleInvalid(fault));
}

/**
 * Returns logic as all texts that say the same have it: without white space between its tokens, each text with the escapes that it needs, each
 * number by its exact value, and the operands of each operation as a list. `{ "\u002b": [1.0, {"var": "a"}] }` is `{"+":[1,{"var":["a"]}]}`.
 * As binary floats some numbers would be equal that are not.
 * @param text nested no deeper than `parseLogic` allows
 */
export function canonicalLogic(text: string): string {
  if (readJson(text) === undefined) return text;
  const tokens = text.match(TOKEN)?.values() ?? [].values();
  return valueIn(tokens, tokens.next().value ?? '');
}

/** A text, a bracket, or whatever has no space in it: a number, `true`, `false` or `null`. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[[\]{}]|[\w.+-]+/g;

/** Returns the value that begins with a token, and reads the tokens up to its end. */
function valueIn(tokens: Iterator<string>, first: string): string {
  if (first.startsWith('"')) return JSON.stringify(JSON.parse(first));
  if (/^[-\d]/.test(first)) return canonicalNumber(first);
  if (first === '[') return `[${partsIn(tokens, ']').join()}]`;
  if (first !== '{') return first;
  const parts = partsIn(tokens, '}');
  const entries = parts.flatMap((name, i) => (i % 2 === 0 ? [[name, parts[i + 1] ?? ''] as const] : []));
  // An object of one key is an operation. One operand needs no list around it.
  const isBare = entries.length === 1 && !entries[0]?.[1].startsWith('[');
  return `{${entries.map(([name, value]) => `${name}:${isBare ? `[${value}]` : value}`).join()}}`;
}

/** Returns the items of a list, or the names and values of an object in turn. */
function partsIn(tokens: Iterator<string>, end: string): readonly string[] {
  const parts: string[] = [];
  for (let { value } = tokens.next(); value !== end; { value } = tokens.next()) parts.push(valueIn(tokens, value));
  return parts;
}

/** A number of a longer exponent is told apart from others by its digits alone. */
const MAX_EXPONENT_DIGITS = 9;

/** A number as it is written most often, and as its value is printed. */
const PLAIN = /^-?[1-9]\d{0,14}$/;

function canonicalNumber(number: string): string {
  if (PLAIN.test(number)) return number;
  const exponent = /[eE][+-]?0*(\d+)$/.exec(number)?.[1] ?? '';
  return exponent.length > MAX_EXPONENT_DIGITS ? number : new Big(number).toString();
}

/** Parses a text as JSON. `undefined` if it is not JSON, because `null` is valid JSON. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const ruleInvalid = (message: string) => invalid(message, [], 'PRICING_RULE_INVALID');
