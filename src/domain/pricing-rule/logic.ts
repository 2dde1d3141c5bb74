import { parseDay } from '../day.ts';
import { DURATION_UNITS, isDurationUnit, readDuration } from './dates.ts';
import { readJson } from './logic-text.ts';
import { RULE_OPERATORS } from './operators.ts';

/** The errors in a piece of JSON logic. Each list is in reading order, without duplicates. */
export interface LogicFaults {
  /** Sentences that say where the logic is malformed. */
  readonly malformed: readonly string[];
  readonly unknownOperators: readonly string[];
  readonly unknownVariables: readonly string[];
}

type Variables = ReadonlySet<string>;
type Fault = { readonly kind: keyof LogicFaults; readonly what: string };

/** Returns the errors in a text of JSON logic, given the variables that it may use. */
export function logicFaults(text: string, variables: Variables): LogicFaults {
  const logic = readJson(text);
  const faults = logic === undefined ? [malformed('it is not JSON')] : faultsOf(logic, variables);
  const whats = (kind: Fault['kind']) => [...new Set(faults.filter((fault) => fault.kind === kind).map(({ what }) => what))];
  return {
    malformed: whats('malformed'),
    unknownOperators: whats('unknownOperators'),
    unknownVariables: whats('unknownVariables'),
  };
}

const OPERATORS: ReadonlySet<string> = new Set(RULE_OPERATORS);

function faultsOf(logic: unknown, variables: Variables): readonly Fault[] {
  if (Array.isArray(logic)) return logic.flatMap((inner) => faultsOf(inner, variables));
  if (typeof logic !== 'object' || logic === null) return [];
  const [operation, ...more] = Object.entries(logic);
  if (!operation || more.length > 0) {
    const keys = Object.keys(logic).map((key) => `"${key}"`);
    return [malformed(`an operation has exactly one key, its operator, not ${keys.join(' and ') || 'none'}`)];
  }
  const [operator, args] = operation;
  if (!OPERATORS.has(operator)) return [{ kind: 'unknownOperators', what: operator }, ...faultsOf(args, variables)];
  if (operator === 'var') return variableFaults(args, variables);
  if (operator === 'missing') return namesFaults(args, variables);
  if (operator === 'missing_some') return missingSomeFaults(args, variables);
  return [...dateFaults(operator, Array.isArray(args) ? args : [args]), ...faultsOf(args, variables)];
}

/** Errors in the dates, durations and units that are written out. What is computed is checked when the rule runs. */
function dateFaults(operator: string, args: readonly unknown[]): readonly Fault[] {
  const [first, second] = args;
  if (operator === 'date') return args.length === 1 ? dayFaults(first) : [malformed('"date" takes one date')];
  if (!operator.startsWith('date.') && !operator.startsWith('duration.')) return [];
  if (args.length !== 2) return [malformed(`"${operator}" takes two values, not ${args.length}`)];
  if (operator === 'duration.between') return args.flatMap(dayFaults);
  if (operator === 'duration.of') return [...countFaults(first), ...unitFaults(second)];
  if (operator === 'duration.as') return [...durationFaults(first), ...unitFaults(second)];
  return [...dayFaults(first), ...durationFaults(second)];
}

function dayFaults(value: unknown): readonly Fault[] {
  if (isComputed(value) || (typeof value === 'string' && parseDay(value).ok)) return [];
  return [malformed(`${JSON.stringify(value)} is not a date such as "2026-02-28"`)];
}

function durationFaults(value: unknown): readonly Fault[] {
  if (isComputed(value) || (typeof value === 'string' && readDuration(value))) return [];
  return [malformed(`${JSON.stringify(value)} is not a duration such as "P1M"`)];
}

function countFaults(value: unknown): readonly Fault[] {
  if (isComputed(value) || Number.isInteger(value)) return [];
  return [malformed(`${JSON.stringify(value)} is not a whole number of units`)];
}

function unitFaults(value: unknown): readonly Fault[] {
  if (isComputed(value) || isDurationUnit(value)) return [];
  return [malformed(`${JSON.stringify(value)} is not a unit of durations; use ${DURATION_UNITS.join(', ')}`)];
}

const isComputed = (value: unknown): boolean => typeof value === 'object' && value !== null;

/** `{"var": name}` or `{"var": [name, default]}`. */
function variableFaults(args: unknown, variables: Variables): readonly Fault[] {
  const [name = '', ...others] = Array.isArray(args) ? args : [args];
  return [...nameFaults(name ?? '', variables), ...faultsOf(others, variables)];
}

function missingSomeFaults(args: unknown, variables: Variables): readonly Fault[] {
  if (!Array.isArray(args) || args.length !== 2) return [malformed('"missing_some" takes a number and a list of variables')];
  return [...faultsOf(args[0], variables), ...namesFaults(args[1], variables)];
}

function namesFaults(names: unknown, variables: Variables): readonly Fault[] {
  return (Array.isArray(names) ? names : [names]).flatMap((name) => nameFaults(name, variables));
}

/** A computed name cannot be checked before the logic runs, so it is refused. */
function nameFaults(name: unknown, variables: Variables): readonly Fault[] {
  if (typeof name !== 'string') return [malformed(`the name of a variable must be a string, not ${JSON.stringify(name)}`)];
  return variables.has(name) ? [] : [{ kind: 'unknownVariables', what: name }];
}

const malformed = (what: string): Fault => ({ kind: 'malformed', what });
