import { contentEquals } from '../content-text.ts';
import { fields, optional, parseEach } from '../fields.ts';
import { invalid } from '../refusal.ts';
import { ok, type Result, refuse } from '../result.ts';
import { parseMetadata, parseName, parseRemark } from '../text.ts';
import { canonicalLogic, parseLogic } from './logic-text.ts';

/** A rule that adjusts the charges of a cycle. Condition and computation are JSON logic as text. */
export interface PricingRule {
  readonly id: string;
  readonly name: string;
  /** Increases when a rule of the same name gets different content. */
  readonly version: number;
  readonly order: number;
  readonly invoiceTiming: 'IN_ADVANCE' | 'IN_ARREARS' | null;
  readonly condition: string | null;
  readonly computation: string;
  readonly action: {
    readonly type: 'ADD' | 'UPDATE';
    readonly target: string | null;
    readonly id: string | null;
    readonly description: string | null;
    readonly metadata: Readonly<Record<string, string>> | null;
  };
}

type RuleAction = PricingRule['action'];

/** A rule as callers write it. `null` and an omitted field mean the same. */
export interface PricingRuleInput {
  readonly name: string;
  readonly order: number;
  readonly invoiceTiming?: PricingRule['invoiceTiming'] | undefined;
  readonly condition?: string | null | undefined;
  readonly computation: string;
  readonly action: {
    readonly type: RuleAction['type'];
    readonly target?: string | null | undefined;
    readonly id?: string | null | undefined;
    readonly description?: string | null | undefined;
    readonly metadata?: unknown;
  };
}

const MAX_RULES = 100;
const NAME = { min: 1, max: 50 };
const LABEL = { min: 1, max: 255 };
const DESCRIPTION = { max: 255, multiline: true };

/**
 * Parses the rules that replace all of `before` (README, "Pricing rules"). A rule with the name of an earlier rule keeps its id, and its
 * version increases by one if its content differs. Any other rule is new, with version 1 and the next id. Refuses rules that cannot be
 * stored: more than 100, a repeated name, an order below 1, and logic that is too long, too deep or has a reserved key
 * (PRICING_RULE_INVALID). Logic with other errors is an issue of the draft (`ruleIssues`).
 */
export function parsePricingRules(
  inputs: readonly PricingRuleInput[],
  before: readonly PricingRule[],
  nextId: () => string,
): Result<readonly PricingRule[]> {
  if (inputs.length > MAX_RULES) return refuse(invalid(`At most ${MAX_RULES} pricing rules, not ${inputs.length}.`, [], 'LIMIT_EXCEEDED'));
  const contents = parseEach(inputs, parseRule);
  if (!contents.ok) return contents;
  const names = contents.value.map(({ name }) => name);
  const twice = names.findIndex((name, i) => names.indexOf(name) < i);
  if (twice >= 0) return refuse(invalid(`The rule "${names[twice]}" is listed twice.`, [twice, 'name'], 'ALREADY_EXISTS'));
  const beforeByName = new Map(before.map((rule) => [rule.name, rule]));
  return ok(contents.value.map((content) => identified(content, beforeByName.get(content.name), nextId)));
}

type RuleContent = Omit<PricingRule, 'id' | 'version'>;

/** Contents by their rules: a rule is compared with many, and its logic can be long. */
const contents = new WeakMap<RuleContent, RuleContent>();

/** The content of a rule, without its id, its version and the white space of its logic. */
export function ruleContent(rule: RuleContent): RuleContent {
  const known = contents.get(rule);
  if (known) return known;
  const content = contentOf(rule);
  contents.set(rule, content);
  return content;
}

function contentOf({ name, order, invoiceTiming, condition, computation, action }: RuleContent): RuleContent {
  return {
    name,
    order,
    invoiceTiming,
    condition: condition === null ? null : canonicalLogic(condition),
    computation: canonicalLogic(computation),
    action: { ...action, metadata: action.metadata && Object.keys(action.metadata).length > 0 ? action.metadata : null },
  };
}

/** A rule that says what the earlier one of its name says is that one. */
function identified(content: RuleContent, earlier: PricingRule | undefined, nextId: () => string): PricingRule {
  if (!earlier) return { ...content, id: nextId(), version: 1 };
  if (contentEquals(ruleContent(content), ruleContent(earlier))) return earlier;
  return { ...content, id: earlier.id, version: earlier.version + 1 };
}

function parseRule(input: PricingRuleInput): Result<RuleContent> {
  return fields<RuleContent>({
    name: parseName(input.name, NAME),
    order: parseOrder(input.order),
    invoiceTiming: ok(input.invoiceTiming ?? null),
    condition: optional(input.condition, null, parseLogic),
    computation: parseLogic(input.computation),
    action: parseAction(input.action),
  });
}

function parseOrder(order: number): Result<number> {
  if (Number.isInteger(order) && order >= 1) return ok(order);
  return refuse(invalid(`The order must be a whole number of 1 or more, not ${order}.`));
}

function parseAction({ type, ...action }: PricingRuleInput['action']): Result<RuleAction> {
  const label = (value: string) => parseName(value, LABEL);
  return fields<RuleAction>({
    type: ok(type),
    target: optional(action.target, null, label),
    id: optional(action.id, null, label),
    description: optional(action.description, null, (value) => parseRemark(value, DESCRIPTION)),
    metadata: optional(action.metadata, null, parseMetadata),
  });
}
