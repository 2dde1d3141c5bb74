import Big from 'big.js';
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
  if (bytes > MAX_BYTES) return refuse(ruleInvalid(`Logic has at most ${MAX_BYTES} bytes, not ${bytes}.`));
  const text = parseText(value, { max: MAX_BYTES, multiline: true });
  if (!text.ok) return text;
  const fault = nestingFault(readJson(value));
  return fault === null ? text : refuse(ruleInvalid(fault));
}

/**
 * Logic as two texts that say the same have it: no white space between its tokens, each text with the escapes that it needs, each number by its
 * exact value. `{ "\u002b": [1.0] }` is `{"+":[1]}`. As binary floats some numbers would be equal that are not.
 */
export function canonicalLogic(text: string): string {
  if (readJson(text) === undefined) return text;
  return text.replaceAll(TOKEN, (_token, quoted?: string, number?: string) => {
    if (quoted !== undefined) return JSON.stringify(JSON.parse(quoted));
    return number === undefined ? '' : canonicalNumber(number);
  });
}

/** What has several spellings in JSON: a text, a number, and white space. */
const TOKEN = /("(?:[^"\\]|\\.)*")|(-?\d[\d.eE+-]*)|\s+/g;
/** A number of a longer exponent is told apart from others by its digits alone. */
const MAX_EXPONENT_DIGITS = 9;

function canonicalNumber(number: string): string {
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
