import { grouped } from '../count.ts';
import type { Day } from '../day.ts';
import type { PricingRule } from '../pricing-rule/pricing-rule.ts';
import { bySubject } from '../pricing-rule/variables.ts';
import type { RateCard } from '../rate-card/rate-card.ts';
import { precondition } from '../refusal.ts';
import { ok, type Result, refuse } from '../result.ts';
import type { Period } from '../timeline/period.ts';
import { type ChargedCard, isMeasured } from './card.ts';
import { add, type Fraction, isBelowNought, NOUGHT, subtract, total } from './fraction.ts';
import type { Part, Reason, VariableRead } from './line.ts';
import { isTruthy, runLogic } from './logic.ts';
import { describe, isNumber, LogicFault, type LogicValue } from './logic-value.ts';

export type RuleTiming = 'IN_ADVANCE' | 'IN_ARREARS';

/** What a rule reads and writes of a card. A card that is not due has quantity and revenue 0. */
export interface Entry {
  readonly card: ChargedCard;
  readonly isDue: boolean;
  readonly quantity: Fraction;
  readonly revenue: Fraction;
  /** What rules changed, in their order: children of the card's line. */
  readonly updates: readonly Part[];
}

/** What rules run on. */
export interface RuleInput {
  readonly entries: readonly Entry[];
  /** Committed amounts by the name of their card. */
  readonly commitments: readonly { readonly card: RateCard; readonly amount: Fraction }[];
  /** The price of a card at another quantity. */
  readonly reprice: (card: ChargedCard, quantity: Fraction) => Result<Fraction>;
  /** The days of the cycle, which rules read as `invoice.start_date` and `invoice.end_date`. */
  readonly period: Period;
}

export type Effect = 'ADDED' | 'REVENUE_UPDATED' | 'QUANTITY_UPDATED' | 'LINE_UPDATED' | 'SKIPPED';

/** What a rule did. Replayed in order, the steps give the amounts. */
export interface TraceStep {
  readonly rule: string;
  readonly version: number;
  readonly order: number;
  readonly timing: RuleTiming;
  /** The value of the condition, for people. `null`: the rule has none. */
  readonly condition: string | null;
  readonly variables: readonly VariableRead[];
  /** `null`: the rule was skipped. */
  readonly computed: Fraction | null;
  readonly effect: Effect;
  /** What the effect is on: a card, or a line that a rule added. `null` when the rule was skipped. */
  readonly target: string | null;
  /** What the effect adds to the total. */
  readonly difference: Fraction;
}

export interface RuleOutcome {
  readonly entries: readonly Entry[];
  readonly additions: readonly Part[];
  readonly trace: readonly TraceStep[];
}

/** Steps of arithmetic and comparison that all rules of a cycle may take. */
const MOST_STEPS = 10_000;

/**
 * Runs the rules of a cycle in their order (README, "Rating"), each on what the earlier ones left. A rule updates cards of its own timing, and its
 * totals add up those alone; a prepaid card belongs to IN_ADVANCE.
 *
 * On a platform fee of 1,000 and usage of 200, `UPDATE revenue.ff.platform` to 0.8 x itself and then `ADD` 0.1 x the total
 * gives 800 + 200 + 100 = 1,100; the other way round 120 + 800 + 200 = 1,120.
 *
 * Refuses RULE_FAILED: logic that does not end in a number, division by zero, a target that cannot be updated.
 */
export function runRules(rules: readonly PricingRule[], input: RuleInput): Result<RuleOutcome> {
  let steps = 0;
  const step = () => {
    if (++steps > MOST_STEPS) throw new LogicFault(`The rules of a cycle compute more than ${grouped(MOST_STEPS)} steps.`);
  };
  let state: RuleOutcome = { entries: input.entries, additions: [], trace: [] };
  for (const rule of rules.toSorted((a, b) => a.order - b.order)) {
    const next = runRule(rule, state, input, step);
    if (!next.ok) return next;
    state = next.value;
  }
  return ok(state);
}

/** The timing that a rule or a card belongs to. */
export function ruleTiming({ invoiceTiming }: { readonly invoiceTiming: RateCard['invoiceTiming'] | null }): RuleTiming {
  return invoiceTiming === null || invoiceTiming === 'IN_ARREARS' ? 'IN_ARREARS' : 'IN_ADVANCE';
}

function runRule(rule: PricingRule, state: RuleOutcome, input: RuleInput, step: () => void): Result<RuleOutcome> {
  const read = new Map<string, Fraction | Day>();
  const timing = ruleTiming(rule);
  const subjects = bySubject(state.entries);
  const days: Readonly<Record<string, Day>> = { 'invoice.start_date': input.period.start, 'invoice.end_date': input.period.end };
  const value = (name: string) =>
    Object.hasOwn(days, name) ? days[name] : amountOf(name, timing, { entries: state.entries, subjects, commitments: input.commitments });
  const variable = (name: string) => {
    step();
    const found = value(name);
    if (found) read.set(name, found);
    return found;
  };
  const attempt = (text: string) => evaluated(rule, text, { variable, step });
  const base = { rule: rule.name, version: rule.version, order: rule.order, timing };
  const variables = () => [...read].map(([name, amount]) => ({ name, value: amount }));

  const condition = rule.condition === null ? null : attempt(rule.condition);
  if (condition && !condition.ok) return condition;
  const conditionText = condition && describe(condition.value);
  if (condition && !isTruthy(condition.value)) {
    const skipped = { computed: null, effect: 'SKIPPED', target: null, difference: NOUGHT } as const;
    return ok({ ...state, trace: [...state.trace, { ...base, condition: conditionText, variables: variables(), ...skipped }] });
  }
  const computed = attempt(rule.computation);
  if (!computed.ok) return computed;
  if (!isNumber(computed.value)) return fail(rule, `computes ${describe(computed.value)}, which is not a number`);
  const amount = computed.value;
  const done = rule.action.type === 'ADD' ? added(rule, amount, state, variables()) : updated(rule, amount, state, input, variables());
  if (!done.ok) return done;
  const { effect, target, difference, ...outcome } = done.value;
  const trace = { ...base, condition: conditionText, variables: variables(), computed: amount, effect, target, difference };
  return ok({ ...outcome, trace: [...state.trace, trace] });
}

type Done = Pick<RuleOutcome, 'entries' | 'additions'> & Pick<TraceStep, 'effect' | 'target' | 'difference'>;

function added(rule: PricingRule, amount: Fraction, { entries, additions }: RuleOutcome, variables: readonly VariableRead[]): Result<Done> {
  const target = nameOf(rule);
  if (additions.some(({ key }) => key === `addition-${target}`))
    return fail(rule, `adds a line "${target}", which an earlier rule has added`);
  const why = reasonOf(rule, variables, { measure: null, before: null, after: amount });
  const part: Part = {
    key: `addition-${target}`,
    kind: 'RULE_ADDITION',
    label: target,
    card: null,
    quantity: null,
    exact: amount,
    why,
    parts: [],
  };
  return ok({ entries, additions: [...additions, part], effect: 'ADDED', target, difference: amount });
}

function updated(
  rule: PricingRule,
  amount: Fraction,
  { entries, additions }: RuleOutcome,
  input: RuleInput,
  variables: readonly VariableRead[],
): Result<Done> {
  const target = rule.action.target ?? '';
  const line = additions.findIndex(({ label }) => label === target);
  const earlier = additions[line];
  if (earlier) {
    const why = reasonOf(rule, variables, { measure: 'REVENUE', before: earlier.exact, after: amount });
    const difference = subtract(amount, earlier.exact);
    return ok({ entries, additions: additions.with(line, { ...earlier, exact: amount, why }), effect: 'LINE_UPDATED', target, difference });
  }
  const [measure, subject] = target.split(/\.(.*)/s);
  const index = bySubject(entries).get(subject ?? '') ?? -1;
  const entry = entries[index];
  if (!entry || (measure !== 'revenue' && measure !== 'usage')) {
    return fail(rule, `updates "${target}", which is neither a rate card nor a line that an earlier rule added`);
  }
  if (ruleTiming(entry.card) !== ruleTiming(rule)) {
    return fail(rule, `is ${ruleTiming(rule)} and updates "${target}", which is ${ruleTiming(entry.card)}`);
  }
  const after = measure === 'revenue' ? ok(amount) : requantified(rule, entry, amount, input);
  if (!after.ok) return after;
  const difference = subtract(after.value, entry.revenue);
  const isQuantity = measure === 'usage';
  const why = reasonOf(rule, variables, {
    measure: isQuantity ? 'QUANTITY' : 'REVENUE',
    before: isQuantity ? entry.quantity : entry.revenue,
    after: amount,
  });
  const { card } = entry;
  const key = `rule-${rule.order}-${rule.name}`;
  const part: Part = {
    key,
    kind: 'RULE_UPDATE',
    label: rule.name,
    card,
    quantity: isQuantity ? amount : null,
    exact: difference,
    why,
    parts: [],
  };
  const quantity = isQuantity ? amount : entry.quantity;
  const changed = { ...entry, quantity, revenue: after.value, updates: [...entry.updates, part] };
  const effect = isQuantity ? 'QUANTITY_UPDATED' : 'REVENUE_UPDATED';
  return ok({ entries: entries.with(index, changed), additions, effect, target, difference });
}

/** The revenue of a card at the quantity that a rule computed; what an earlier rule made of its revenue is computed anew. */
function requantified(rule: PricingRule, { card, isDue }: Entry, quantity: Fraction, { reprice }: RuleInput): Result<Fraction> {
  if (!isMeasured(card)) return fail(rule, `updates the quantity of "${card.name}"; a ${card.type} card has none`);
  if (isBelowNought(quantity)) return fail(rule, `makes the quantity of "${card.name}" ${describe(quantity)}; it is 0 or more`);
  return isDue ? reprice(card, quantity) : ok(NOUGHT);
}

/** The value of a variable to a rule; undefined where no card provides it. */
function amountOf(
  name: string,
  timing: RuleTiming,
  { entries, subjects, commitments }: Pick<RuleInput, 'entries' | 'commitments'> & { readonly subjects: ReadonlyMap<string, number> },
): Fraction | undefined {
  const own = entries.filter(({ card }) => ruleTiming(card) === timing);
  if (name === 'revenue.rate_card_total') return total(own.map(({ revenue }) => revenue));
  const [measure, subject = ''] = name.split(/\.(.*)/s);
  const side = measure === 'revenue' ? 'revenue' : measure === 'usage' ? 'quantity' : null;
  if (side === null) return undefined;
  if (subject.startsWith('tag.')) {
    const tagged = (card: RateCard) => `tag.${card.tag}` === subject && card.tag !== null;
    if (![...entries, ...commitments].some(({ card }) => tagged(card))) return undefined;
    return own.filter(({ card }) => tagged(card)).reduce((sum, entry) => add(sum, entry[side]), NOUGHT);
  }
  const commitment = commitments[bySubject(commitments).get(subject) ?? -1];
  if (commitment) return side === 'revenue' ? commitment.amount : NOUGHT;
  return entries[subjects.get(subject) ?? -1]?.[side];
}

function evaluated(rule: PricingRule, text: string, context: Parameters<typeof runLogic>[1]): Result<LogicValue> {
  try {
    return ok(runLogic(text, context));
  } catch (fault) {
    if (fault instanceof LogicFault) return fail(rule, `fails: ${fault.message}`);
    if (fault instanceof SyntaxError) return fail(rule, 'is not JSON logic');
    throw fault;
  }
}

function reasonOf(
  rule: PricingRule,
  variables: readonly VariableRead[],
  facts: Pick<Extract<Reason, { kind: 'RULE' }>, 'measure' | 'before' | 'after'>,
): Reason {
  return { kind: 'RULE', rule: rule.name, version: rule.version, order: rule.order, timing: ruleTiming(rule), variables, ...facts };
}

const nameOf = ({ name, action }: PricingRule): string => action.id ?? name;

function fail({ name, version }: PricingRule, what: string): Result<never> {
  const message = `Version ${version} of the pricing rule "${name}" ${what.replace(/\.$/, '')}. Nothing is priced until it is mended.`;
  return refuse(precondition('RULE_FAILED', message, ['pricingRules', name]));
}
