/**
 * Every operator that a rule may use: those of json-logic-engine that say the same for the same data, throw nothing on
 * purpose and read no code (README, "Pricing rules"). None runs a body for each element of a list: nested, a rule of 9 KB
 * would take billions of steps, and without them a rule takes as long as its text is.
 */
export const RULE_OPERATORS: readonly string[] = [
  ...['==', '===', '!=', '!==', '<', '<=', '>', '>='],
  ...['!', '!!', 'and', 'or', 'if', '?:'],
  ...['+', '-', '*', '/', '%', 'min', 'max'],
  ...['var', 'missing', 'missing_some'],
  ...['in', 'merge', 'cat', 'substr'],
];
