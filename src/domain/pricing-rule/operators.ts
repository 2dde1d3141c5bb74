/** Operators that take a list and a body, which runs once for each element. */
export const LIST_OPERATORS: ReadonlySet<string> = new Set(['map', 'filter', 'reduce', 'all', 'some', 'none']);

/** Operators that name variables. */
export const VARIABLE_OPERATORS: ReadonlySet<string> = new Set(['var', 'missing', 'missing_some']);

/**
 * Every operator that a rule may use: those of json-logic-engine that say the same for the same data, throw nothing on
 * purpose and read no code (README, "Pricing rules").
 */
export const RULE_OPERATORS: readonly string[] = [
  ...['==', '===', '!=', '!==', '<', '<=', '>', '>='],
  ...['!', '!!', 'and', 'or', 'if', '?:'],
  ...['+', '-', '*', '/', '%', 'min', 'max'],
  ...VARIABLE_OPERATORS,
  ...LIST_OPERATORS,
  ...['in', 'merge', 'cat', 'substr'],
];
