import { readJson } from './logic-text.ts';
import { LIST_OPERATORS, RULE_OPERATORS } from './operators.ts';

/** What is at fault in a piece of JSON logic; every list in the order of reading, nothing twice. */
export interface LogicFaults {
  /** Sentences that say where it is not JSON logic. */
  readonly malformed: readonly string[];
  readonly unknownOperators: readonly string[];
  readonly unknownVariables: readonly string[];
}

/** Where a piece of logic stands: what it can name. `outer` is what `../../` leads to. */
interface Scope {
  readonly knows: (variable: string) => boolean;
  readonly outer: Scope | null;
}

type Fault = { readonly kind: keyof LogicFaults; readonly what: string };

/**
 * What is at fault in a text of JSON logic, given the variables that it may name. The body of `map` and its like sees its element
 * (`""`) and no variable from outside but through `../../`, one for each level: that is how the engine looks names up.
 */
export function logicFaults(text: string, variables: ReadonlySet<string>): LogicFaults {
  const logic = readJson(text);
  const faults =
    logic === undefined ? [malformed('it is not JSON')] : faultsOf(logic, { knows: (variable) => variables.has(variable), outer: null });
  const whats = (kind: Fault['kind']) => [...new Set(faults.filter((fault) => fault.kind === kind).map(({ what }) => what))];
  return {
    malformed: whats('malformed'),
    unknownOperators: whats('unknownOperators'),
    unknownVariables: whats('unknownVariables'),
  };
}

const OPERATORS: ReadonlySet<string> = new Set(RULE_OPERATORS);

function faultsOf(logic: unknown, scope: Scope): readonly Fault[] {
  if (Array.isArray(logic)) return logic.flatMap((inner) => faultsOf(inner, scope));
  if (typeof logic !== 'object' || logic === null) return [];
  const [operation, ...more] = Object.entries(logic);
  if (!operation || more.length > 0) {
    const keys = Object.keys(logic).map((key) => `"${key}"`);
    return [malformed(`an operation has exactly one key, its operator, not ${keys.join(' and ') || 'none'}`)];
  }
  const [operator, args] = operation;
  if (!OPERATORS.has(operator)) return [{ kind: 'unknownOperators', what: operator }, ...faultsOf(args, scope)];
  if (LIST_OPERATORS.has(operator)) return listFaults(operator, args, scope);
  if (operator === 'var') return variableFaults(args, scope);
  if (operator === 'missing') return namesFaults(args, scope);
  return operator === 'missing_some' ? missingSomeFaults(args, scope) : faultsOf(args, scope);
}

/** `{"map": [list, body]}`; a reduction may have an initial value, which stands outside the body. */
function listFaults(operator: string, args: unknown, scope: Scope): readonly Fault[] {
  const most = operator === 'reduce' ? 3 : 2;
  if (!Array.isArray(args) || args.length < 2 || args.length > most) {
    return [malformed(`"${operator}" takes a list and a body${most === 3 ? ', and may take an initial value' : ''}`)];
  }
  const [list, body, ...initial] = args;
  const inBody: Scope = { knows: (variable) => LOCALS[operator === 'reduce' ? 'reduce' : 'other'].has(variable), outer: scope };
  return [...faultsOf([list, ...initial], scope), ...faultsOf(body, inBody)];
}

const LOCALS = {
  reduce: new Set(['current', 'accumulator']),
  other: new Set(['', '../index']),
};

/** `{"var": name}` or `{"var": [name, default]}`. */
function variableFaults(args: unknown, scope: Scope): readonly Fault[] {
  const [name = '', ...others] = Array.isArray(args) ? args : [args];
  return [...nameFaults(name ?? '', scope), ...faultsOf(others, scope)];
}

function missingSomeFaults(args: unknown, scope: Scope): readonly Fault[] {
  if (!Array.isArray(args) || args.length !== 2) return [malformed('"missing_some" takes a number and a list of variables')];
  return [...faultsOf(args[0], scope), ...namesFaults(args[1], scope)];
}

function namesFaults(names: unknown, scope: Scope): readonly Fault[] {
  return (Array.isArray(names) ? names : [names]).flatMap((name) => nameFaults(name, scope));
}

/** A name that is computed cannot be checked before it runs, and so is refused. */
function nameFaults(name: unknown, scope: Scope): readonly Fault[] {
  if (typeof name !== 'string') return [malformed(`a variable is named by a text, not by ${JSON.stringify(name)}`)];
  return isKnown(name, scope) ? [] : [{ kind: 'unknownVariables', what: name }];
}

function isKnown(name: string, { knows, outer }: Scope): boolean {
  return knows(name) || (outer !== null && name.startsWith('../../') && isKnown(name.slice('../../'.length), outer));
}

const malformed = (what: string): Fault => ({ kind: 'malformed', what });
