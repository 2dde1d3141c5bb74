import type { Issue, IssueCode } from '../issue.ts';
import type { RateCard } from '../rate-card/rate-card.ts';
import { logicFaults } from './logic.ts';
import { RULE_OPERATORS } from './operators.ts';
import type { PricingRule } from './pricing-rule.ts';
import { lateVariables, nearest, variableAliases, variablesOf } from './variables.ts';

/**
 * Returns why the rules cannot be finalized with these cards (README, "What blocks a finalize"), in the order of the rules: an order that
 * an earlier rule has, an UPDATE without a target, and every error in a condition or computation.
 */
export function ruleIssues(rules: readonly PricingRule[], cards: readonly RateCard[], referenceId: string): readonly Issue[] {
  const variables = { listed: variablesOf(cards), allowed: new Set([...variablesOf(cards), ...variableAliases(cards)]), late: NONE };
  const late = lateVariables(cards);
  const ofTiming = ({ invoiceTiming }: PricingRule) => (invoiceTiming === 'IN_ADVANCE' ? { ...variables, late } : variables);
  return rules.flatMap((rule, i) => {
    const faults = [
      ...orderFaults(rule, rules.slice(0, i)),
      ...targetFaults(rule),
      ...(rule.condition === null ? [] : faultsIn('condition', rule.condition, ofTiming(rule))),
      ...faultsIn('computation', rule.computation, ofTiming(rule)),
    ];
    return faults.map(([code, message]): Issue => {
      const errorMessage = `Pricing rule "${rule.name}": ${message}`;
      return { referenceId, entityId: rule.name, entityType: 'PRICING_RULE', code, errorMessage };
    });
  });
}

type Fault = readonly [IssueCode, string];

const NONE: ReadonlySet<string> = new Set();

/** Variables that a rule may use, those of them that a message lists, and those that a rule of this timing cannot know yet. */
type Variables = { readonly listed: ReadonlySet<string>; readonly allowed: ReadonlySet<string>; readonly late: ReadonlySet<string> };

function orderFaults({ order }: PricingRule, earlier: readonly PricingRule[]): readonly Fault[] {
  const first = earlier.find((rule) => rule.order === order);
  return first ? [['RULE_ORDER_REPEATED', `the order ${order} is used by "${first.name}" too. Give each rule a different order.`]] : [];
}

function targetFaults({ action }: PricingRule): readonly Fault[] {
  if (action.type !== 'UPDATE' || action.target !== null) return [];
  return [['RULE_TARGET_MISSING', 'an UPDATE needs a target: the charge that it updates. Name one, or use ADD.']];
}

function faultsIn(part: 'condition' | 'computation', text: string, variables: Variables): readonly Fault[] {
  const { malformed, unknownOperators, unknownVariables } = logicFaults(text, variables.allowed);
  const known = new Set([...variables.allowed].filter((name) => !variables.late.has(name)));
  const notYetKnown = logicFaults(text, known).unknownVariables.filter((name) => variables.late.has(name));
  return [
    ...malformed.map(
      (what): Fault => [
        'RULE_MALFORMED',
        `the ${part} is not JSON logic: ${what}. Write it as {"<": [{"var": "revenue.rate_card_total"}, 100]}.`,
      ],
    ),
    ...unknownOperators.map(
      (what): Fault => [
        'RULE_UNKNOWN_OPERATOR',
        `the ${part} uses the operator "${what}", which is not allowed. Allowed operators: ${RULE_OPERATORS.join(' ')}.`,
      ],
    ),
    ...notYetKnown.map(
      (what): Fault => [
        'RULE_VARIABLE_NOT_YET_KNOWN',
        `the ${part} reads "${what}" in advance, but usage and overage are known only in arrears. Make the rule IN_ARREARS.`,
      ],
    ),
    ...unknownVariables.map(
      (what): Fault => [
        'RULE_UNKNOWN_VARIABLE',
        `the ${part} names "${what}", which no rate card provides. Available: ${nearest(what, variables.listed)}.`,
      ],
    ),
  ];
}
