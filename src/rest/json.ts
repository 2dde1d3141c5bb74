import type { Decimal } from '../domain/decimal.ts';

/** A JSON number as its text, so that no digit is lost. `JSON.stringify` writes the text. */
export interface JsonNumber {
  readonly rawJSON: string;
}

// TypeScript declares neither yet (ECMAScript proposal "JSON.parse source text access").
declare global {
  interface JSON {
    rawJSON(text: string): JsonNumber;
    isRawJSON(value: unknown): value is JsonNumber;
    parse(text: string, reviver: (key: string, value: unknown, context: { readonly source?: string }) => unknown): unknown;
  }
}

/** Reads JSON. Each number is a `JsonNumber`: `1.10` keeps its digits. `null` if the text is not JSON. */
export function readJson(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text, (_key, value, { source }) => (typeof value === 'number' && source ? JSON.rawJSON(source) : value)) };
  } catch {
    // A RangeError, too: a text that is nested too deeply to be read.
    return null;
  }
}

/** A value of which not everything can be answered, and the part that can. `null`: none of it. */
export class Incomplete<Part> {
  readonly part: Part;

  constructor(part: Part) {
    this.part = part;
  }
}

/**
 * Writes JSON. Fields that are `null` are left out.
 * @param incomplete gets the names of the fields that are `Incomplete`
 */
export const writeJson = (value: unknown, incomplete: Set<string> = new Set()): string =>
  JSON.stringify(value, (key, each: unknown) => {
    if (!(each instanceof Incomplete)) return each ?? undefined;
    incomplete.add(key);
    return each.part ?? undefined;
  });

/** A decimal as a JSON number with all of its digits. */
export const numberOf = (decimal: Decimal | string): JsonNumber => JSON.rawJSON(decimal);
