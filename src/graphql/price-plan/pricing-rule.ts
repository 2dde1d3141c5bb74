import type { PricingRule } from '../../domain/pricing-rule/pricing-rule.ts';
import { builder } from '../builder.ts';
import { describedEnum } from '../enums.ts';

const PricingRuleTiming = builder.enumType('PricingRuleTiming', {
  description: 'The invoice of a cycle that a rule applies to.',
  values: describedEnum({ IN_ADVANCE: 'The invoice at the start of the cycle.', IN_ARREARS: 'The invoice after the end of the cycle.' }),
});

const PricingRuleActionType = builder.enumType('PricingRuleActionType', {
  description: 'What a rule does with the amount that it computes.',
  values: describedEnum({ ADD: 'Adds a charge.', UPDATE: 'Replaces the amount of its target.' }),
});

const RULE = {
  name: 'Name of the rule, 1 to 50 characters, unique within its plan version or schedule.',
  order: 'Position in which the rule is applied, from 1. Two rules with the same position cannot be finalized.',
  invoiceTiming: 'Invoice that the rule applies to.',
  condition: 'Condition for the rule to apply, as JSON logic.',
  computation: 'Computation of the amount, as JSON logic.',
  action: 'What the rule does with the amount.',
} as const;

const ACTION = {
  type: 'What the rule does with the amount.',
  target: 'Charge that the rule updates.',
  id: 'Name of the charge that is added.',
  description: 'Description of the charge, shown on the invoice.',
  metadata: 'A map of text to text that is copied to the charge.',
} as const;

/** What the logic of an input says of its limits. */
const LOGIC = 'Maximum 16,384 bytes. Any other text, a blank one included, cannot be finalized.';

const PricingRuleAction = builder.objectRef<PricingRule['action']>('PricingRuleAction').implement({
  description: 'What a rule does with the amount that it computes.',
  fields: (t) => ({
    type: t.expose('type', { type: PricingRuleActionType, description: ACTION.type }),
    target: t.exposeString('target', { nullable: true, description: `${ACTION.target} \`null\`: none.` }),
    actionId: t.exposeString('id', { nullable: true, description: `${ACTION.id} \`null\`: the name of the rule.` }),
    description: t.exposeString('description', { nullable: true, description: `${ACTION.description} \`null\`: none.` }),
    metadata: t.expose('metadata', { type: 'JSON', nullable: true, description: `${ACTION.metadata} \`null\`: none.` }),
  }),
});

export const PricingRuleType = builder.objectRef<PricingRule>('PricingRule').implement({
  description: 'A rule that adjusts the charges of a pricing cycle.',
  fields: (t) => ({
    pricingRuleId: t.exposeString('id', { description: 'The generated id.' }),
    name: t.exposeString('name', { description: RULE.name }),
    version: t.exposeInt('version', { description: 'Version of the rule. Grows by one when the rule of this name changes.' }),
    order: t.exposeInt('order', { description: RULE.order }),
    invoiceTiming: t.expose('invoiceTiming', {
      type: PricingRuleTiming,
      nullable: true,
      description: `${RULE.invoiceTiming} \`null\`: both.`,
    }),
    condition: t.exposeString('condition', { nullable: true, description: `${RULE.condition} \`null\`: the rule always applies.` }),
    computation: t.exposeString('computation', { description: RULE.computation }),
    action: t.expose('action', { type: PricingRuleAction, description: RULE.action }),
  }),
});

const PricingRuleActionInput = builder.inputType('PricingRuleActionInput', {
  description: 'What a rule does with the amount that it computes.',
  fields: (t) => ({
    type: t.field({ type: PricingRuleActionType, required: true, description: ACTION.type }),
    target: t.string({
      description: `${ACTION.target} 1 to 255 characters. Omit for none: an \`UPDATE\` without a target cannot be finalized.`,
    }),
    id: t.string({ description: `${ACTION.id} 1 to 255 characters. Defaults to the name of the rule.` }),
    description: t.string({ description: `${ACTION.description} Maximum 255 characters. Omit for none. A blank text is none.` }),
    metadata: t.field({ type: 'JSON', description: `${ACTION.metadata} Maximum 50 keys and 16 KB. Omit for none.` }),
  }),
});

export const PricingRuleInput = builder.inputType('PricingRuleInput', {
  description: 'A rule that adjusts the charges of a pricing cycle.',
  fields: (t) => ({
    name: t.string({ required: true, description: RULE.name }),
    order: t.int({ required: true, description: RULE.order }),
    invoiceTiming: t.field({ type: PricingRuleTiming, description: `${RULE.invoiceTiming} Omit for both.` }),
    condition: t.string({ description: `${RULE.condition} ${LOGIC} Omit for a rule that always applies.` }),
    computation: t.string({ required: true, description: `${RULE.computation} ${LOGIC}` }),
    action: t.field({ type: PricingRuleActionInput, required: true, description: RULE.action }),
  }),
});
