import type { Day } from '../day.ts';
import { add, divide, type Fraction, fraction, isNought, multiply, NOUGHT, negate, ONE, order, subtract, textOf } from './fraction.ts';
import { DATE_OPERATORS } from './logic-dates.ts';
import { describe, isNumber, LogicFault, type LogicValue } from './logic-value.ts';

/** What logic may ask for. */
export interface LogicContext {
  /** The value of a variable; undefined where there is none of that name. */
  readonly variable: (name: string) => Fraction | Day | undefined;
  /** Counts a step of arithmetic, and throws a LogicFault when there were too many. */
  readonly step: () => void;
}

/** Numbers stay below 512 bits: a rule that multiplies the results of others would make numbers that take seconds to multiply again. */
const MOST_BITS = 512;
const LIMIT = 1n << BigInt(MOST_BITS);
const MOST_EXPONENT = 100;

/**
 * Runs JSON logic (README, "Rating"): the operators of `pricing-rule/operators.ts`, with exact fractions for numbers, each read from its source
 * text, so that 0.1 is 1/10. Throws a LogicFault where there is no value: division by zero, a text that is no number in arithmetic.
 */
export function runLogic(text: string, context: LogicContext): LogicValue {
  return evaluate(parse(text), context);
}

/** JSON logic holds these true: numbers but 0, texts and lists that are not empty, and true. */
export function isTruthy(value: LogicValue): boolean {
  if (isNumber(value)) return !isNought(value);
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

/** A number as fractions have it, whatever its digits: `1.5e-3`. */
function parse(text: string): unknown {
  // Without the source of a number, as in older engines, its shortest text is read.
  return JSON.parse(text, (_key: string, value: unknown, context?: { readonly source?: string }) =>
    typeof value === 'number' ? numberOf(context?.source ?? String(value)) : value,
  );
}

function numberOf(source: string): Fraction {
  const [, sign, digits = '', places = '', exponent = '0'] = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(source.trim()) ?? [];
  if (!digits || Math.abs(Number(exponent)) > MOST_EXPONENT)
    throw new LogicFault(`"${source.slice(0, 50)}" is not a number that a rule can compute with.`);
  const scale = Number(exponent) - places.length;
  const units = BigInt(digits + places) * (sign ? -1n : 1n);
  return bounded(scale < 0 ? fraction(units, 10n ** BigInt(-scale)) : fraction(units * 10n ** BigInt(scale)));
}

function evaluate(logic: unknown, context: LogicContext): LogicValue {
  if (Array.isArray(logic)) return logic.map((inner) => evaluate(inner, context));
  if (isNumber(logic) || logic === null || typeof logic === 'string' || typeof logic === 'boolean') return logic;
  if (typeof logic !== 'object') throw new LogicFault('The logic is not JSON.');
  const [[operator, args] = ['', null], ...more] = Object.entries(logic);
  const [lazy, eager] = [LAZY.get(operator), EAGER.get(operator)];
  if (more.length > 0 || !(lazy ?? eager)) throw new LogicFault(`"${operator}" is not an operator of pricing rules.`);
  if (lazy) return lazy(listOf(args), context);
  const values = evaluate(args, context);
  return eager?.(Array.isArray(args) ? (values as readonly LogicValue[]) : [values], context) ?? null;
}

type Lazy = (args: readonly unknown[], context: LogicContext) => LogicValue;
type Eager = (values: readonly LogicValue[], context: LogicContext) => LogicValue;

const choose: Lazy = ([condition = null, then = null, ...others], context) => {
  if (isTruthy(evaluate(condition, context))) return evaluate(then, context);
  return others.length > 1 ? choose(others, context) : evaluate(others[0] ?? null, context);
};

/** Operators that do not evaluate all of their arguments. */
const LAZY = operators<Lazy>({
  if: (args, context) => (args.length === 1 ? evaluate(args[0], context) : choose(args, context)),
  '?:': (args, context) => choose(args, context),
  and: (args, context) => firstWhere(args, context, (value) => !isTruthy(value)),
  or: (args, context) => firstWhere(args, context, isTruthy),
  var: ([name, otherwise = null], context) => context.variable(String(name)) ?? evaluate(otherwise, context),
});

/** The first value that decides, or the last. */
function firstWhere(args: readonly unknown[], context: LogicContext, decides: (value: LogicValue) => boolean): LogicValue {
  let value: LogicValue = null;
  for (const arg of args) {
    value = evaluate(arg, context);
    if (decides(value)) break;
  }
  return value;
}

const EAGER = operators<Eager>({
  '==': pairs(looselyEqual),
  '!=': pairs((a, b) => !looselyEqual(a, b)),
  '===': pairs(strictlyEqual),
  '!==': pairs((a, b) => !strictlyEqual(a, b)),
  '<': pairs((a, b) => compare(a, b) < 0),
  '<=': pairs((a, b) => compare(a, b) <= 0),
  '>': pairs((a, b) => compare(a, b) > 0),
  '>=': pairs((a, b) => compare(a, b) >= 0),
  '!': ([value = null]) => !isTruthy(value),
  '!!': ([value = null]) => isTruthy(value),
  '+': folded(add, NOUGHT),
  '*': folded(multiply, ONE),
  '-': (values, context) => (values.length === 1 ? negate(number(values[0])) : folded(subtract)(values, context)),
  '/': (values, context) => (values.length === 1 ? quotient(ONE, number(values[0])) : folded(quotient)(values, context)),
  '%': folded(remainder),
  min: folded((a, b) => (order(a, b) <= 0 ? a : b)),
  max: folded((a, b) => (order(a, b) >= 0 ? a : b)),
  missing: (names, { variable }) => unknownOf(names, variable),
  missing_some: ([needed = null, names = []], { variable }) => {
    const missing = unknownOf(listOf(names) as readonly LogicValue[], variable);
    const known = listOf(names).length - missing.length;
    return order(fraction(BigInt(known)), number(needed)) >= 0 ? [] : missing;
  },
  in: ([item = null, where = null]) => {
    if (typeof where === 'string') return where.includes(text(item));
    return Array.isArray(where) && where.some((each) => strictlyEqual(each, item));
  },
  merge: (values) => values.flatMap((value) => (Array.isArray(value) ? value : [value])),
  cat: (values) => values.map(text).join(''),
  substr: ([value = null, from = null, length]) =>
    substring(text(value), integer(from), length === undefined ? undefined : integer(length)),
  ...DATE_OPERATORS,
});

/** Every operator that `runLogic` knows. */
export const LOGIC_OPERATORS: readonly string[] = [...LAZY.keys(), ...EAGER.keys()];

function operators<T>(byName: Readonly<Record<string, T>>): ReadonlyMap<string, T> {
  return new Map(Object.entries(byName));
}

/** Arithmetic over one or more numbers, from the left. */
function folded(operation: (a: Fraction, b: Fraction) => Fraction, empty?: Fraction): Eager {
  return (values, { step }) => {
    const [first, ...others] = values.map(number);
    const start = first ?? empty;
    if (!start) throw new LogicFault('Arithmetic needs a number.');
    return others.reduce((a, b) => {
      step();
      return bounded(operation(a, b));
    }, start);
  };
}

/** A comparison of each value with the next: of three, whether the middle one lies between. */
function pairs(holds: (a: LogicValue, b: LogicValue) => boolean): Eager {
  return (values, { step }) => {
    if (values.length < 2) throw new LogicFault('A comparison needs two values.');
    return values.slice(1).every((value, i) => {
      step();
      return holds(values[i] ?? null, value);
    });
  };
}

function quotient(a: Fraction, b: Fraction): Fraction {
  if (isNought(b)) throw new LogicFault('It divides by zero.');
  return divide(a, b);
}

/** What is left of a division, with the sign of the dividend. */
function remainder(a: Fraction, b: Fraction): Fraction {
  const { numerator, denominator } = quotient(a, b);
  return subtract(a, multiply(b, fraction(numerator / denominator)));
}

function bounded(value: Fraction): Fraction {
  const { numerator, denominator } = value;
  if (numerator < LIMIT && numerator > -LIMIT && denominator < LIMIT) return value;
  throw new LogicFault(`It computes a number of more than ${MOST_BITS} bits.`);
}

/** A value in arithmetic: texts are read as numbers, true is 1, false and null are 0. */
function number(value: LogicValue = null): Fraction {
  const read = asNumber(value);
  if (!read) throw new LogicFault(`It computes with ${describe(value)}, which is not a number.`);
  return read;
}

function asNumber(value: LogicValue): Fraction | null {
  if (isNumber(value)) return value;
  if (value === null || value === false || value === '') return NOUGHT;
  if (value === true) return ONE;
  return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value.trim()) ? numberOf(value) : null;
}

function integer(value: LogicValue): number {
  const { numerator, denominator } = number(value);
  return Number(numerator / denominator);
}

function compare(a: LogicValue, b: LogicValue): number {
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  return order(number(a), number(b));
}

function strictlyEqual(a: LogicValue, b: LogicValue): boolean {
  return isNumber(a) && isNumber(b) ? order(a, b) === 0 : a === b;
}

/** As JavaScript's `==`: a number, a text and a truth value are compared as numbers, null only with itself. */
function looselyEqual(a: LogicValue, b: LogicValue): boolean {
  if (a === null || b === null || typeof a === typeof b) return strictlyEqual(a, b);
  const [left, right] = [asNumber(a), asNumber(b)];
  return left !== null && right !== null && order(left, right) === 0;
}

function substring(value: string, from: number, length: number | undefined): string {
  const start = from < 0 ? Math.max(value.length + from, 0) : from;
  if (length === undefined) return value.slice(start);
  return length < 0 ? value.slice(start, Math.max(value.length + length, start)) : value.slice(start, start + length);
}

function unknownOf(names: readonly LogicValue[], variable: LogicContext['variable']): readonly LogicValue[] {
  return names.flatMap((name) => (Array.isArray(name) ? name : [name])).filter((name) => variable(text(name)) === undefined);
}

function text(value: LogicValue): string {
  if (value === null) return '';
  if (isNumber(value)) return textOf(value);
  return Array.isArray(value) ? value.map(text).join(',') : String(value);
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);
