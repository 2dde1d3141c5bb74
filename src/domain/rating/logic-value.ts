import { type Fraction, textOf } from './fraction.ts';

/** What JSON logic computes: JSON, with exact fractions for numbers. Dates and durations are texts: `2026-02-28`, `P1M`. */
export type LogicValue = Fraction | string | boolean | null | readonly LogicValue[];

/** Why logic has no value. A throw where logic is run; a refusal everywhere else. */
export class LogicFault extends Error {}

export function isNumber(value: unknown): value is Fraction {
  return typeof value === 'object' && value !== null && 'numerator' in value && typeof value.numerator === 'bigint';
}

/** What a rule computed, for people. */
export function describe(value: LogicValue): string {
  if (isNumber(value)) return textOf(value);
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'string' ? `"${value.slice(0, 50)}"` : String(value);
}
