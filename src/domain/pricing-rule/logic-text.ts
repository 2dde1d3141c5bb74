import { nestingFault } from '../json-limits.ts';
import { invalid } from '../refusal.ts';
import { type Result, refuse } from '../result.ts';
import { parseText } from '../text.ts';

const MAX_BYTES = 16_384;

/**
 * A text that may be kept as JSON logic: at most 16,384 bytes and, if it is JSON, at most 10 levels deep without a reserved key.
 * Whether it is JSON logic at all is not asked here: a draft may hold what does not work yet. Refuses with PRICING_RULE_INVALID.
 */
export function parseLogic(value: string): Result<string> {
  const bytes = new TextEncoder().encode(value).length;
  if (bytes > MAX_BYTES) return refuse(ruleInvalid(`Logic takes at most ${MAX_BYTES} bytes, not ${bytes}.`));
  const text = parseText(value, { max: MAX_BYTES, multiline: true });
  if (!text.ok) return text;
  const fault = nestingFault(readJson(value));
  return fault === null ? text : refuse(ruleInvalid(fault));
}

/** Logic without the white space between its tokens. Numbers stay as they are written: as values, some would be equal that are not. */
export function compactLogic(text: string): string {
  return readJson(text) === undefined ? text : text.replaceAll(/("(?:[^"\\]|\\.)*")|\s+/g, '$1');
}

/** What the text says as JSON; undefined, which no JSON says, when it is not JSON. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const ruleInvalid = (message: string) => invalid(message, [], 'PRICING_RULE_INVALID');
