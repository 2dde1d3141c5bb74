/**
 * The operators that a rule may use: those of json-logic-engine that are deterministic, do not throw on purpose and do not run code, and
 * those of dates (README, "Pricing rules"). Operators that run a body for each element of a list are excluded: nested, a rule of 9 KB would take billions
 * of steps.
 */
export const RULE_OPERATORS: readonly string[] = [
  ...['==', '===', '!=', '!==', '<', '<=', '>', '>='],
  ...['!', '!!', 'and', 'or', 'if', '?:'],
  ...['+', '-', '*', '/', '%', 'min', 'max'],
  ...['var', 'missing', 'missing_some'],
  ...['in', 'merge', 'cat', 'substr'],
  ...['date', 'date.add', 'date.sub', 'duration.of', 'duration.as', 'duration.between'],
];
