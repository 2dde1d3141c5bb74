import type { PricingRule } from '../domain/pricing-rule.ts';
import { builder } from './builder.ts';
import { describedEnum } from './enums.ts';

const PricingRuleTiming = builder.enumType('PricingRuleTiming', {
  description: 'To which invoice of a cycle a rule applies.',
  values: describedEnum({ IN_ADVANCE: 'To the one at the start of the cycle.', IN_ARREARS: 'To the one after its end.' }),
});

const PricingRuleActionType = builder.enumType('PricingRuleActionType', {
  description: 'What a rule does with what it computes.',
  values: describedEnum({ ADD: 'Adds a charge of its own.', UPDATE: 'Replaces the amount of its target.' }),
});

const RULE = {
  name: 'Unique among the rules of its owner; 1 to 50 characters.',
  order: 'Rules are applied in this order, from 1 on; two of one order stand against finalizing.',
  invoiceTiming: 'The invoice it applies to; null: both.',
  condition: 'JSON logic as text, at most 16,384 bytes: the rule applies when it is true. Null: always.',
  computation: 'JSON logic as text, at most 16,384 bytes: the amount.',
  action: 'What becomes of the amount.',
} as const;

const ACTION = {
  type: 'What becomes of the amount.',
  target: 'What is updated; an `UPDATE` without one cannot be finalized.',
  id: 'Names the charge that is added; null: the rule does.',
  description: 'Shown on the invoice, for people.',
  metadata: 'A map of text to text that goes onto the charge.',
} as const;

const PricingRuleAction = builder.objectRef<PricingRule['action']>('PricingRuleAction').implement({
  description: 'What becomes of the amount that a rule computes.',
  fields: (t) => ({
    type: t.expose('type', { type: PricingRuleActionType, description: ACTION.type }),
    target: t.exposeString('target', { nullable: true, description: ACTION.target }),
    actionId: t.exposeString('id', { nullable: true, description: ACTION.id }),
    description: t.exposeString('description', { nullable: true, description: ACTION.description }),
    metadata: t.expose('metadata', { type: 'JSON', nullable: true, description: ACTION.metadata }),
  }),
});

export const PricingRuleType = builder.objectRef<PricingRule>('PricingRule').implement({
  description: 'A rule that adjusts the charges of a pricing cycle.',
  fields: (t) => ({
    pricingRuleId: t.exposeString('id', { description: 'The generated id.' }),
    name: t.exposeString('name', { description: RULE.name }),
    version: t.exposeInt('version', { description: 'Grows when the rule of this name is replaced by another content.' }),
    order: t.exposeInt('order', { description: RULE.order }),
    invoiceTiming: t.expose('invoiceTiming', { type: PricingRuleTiming, nullable: true, description: RULE.invoiceTiming }),
    condition: t.exposeString('condition', { nullable: true, description: RULE.condition }),
    computation: t.exposeString('computation', { description: RULE.computation }),
    action: t.expose('action', { type: PricingRuleAction, description: RULE.action }),
  }),
});

const PricingRuleActionInput = builder.inputType('PricingRuleActionInput', {
  description: 'What becomes of the amount that a rule computes.',
  fields: (t) => ({
    type: t.field({ type: PricingRuleActionType, required: true, description: ACTION.type }),
    target: t.string({ description: ACTION.target }),
    id: t.string({ description: ACTION.id }),
    description: t.string({ description: ACTION.description }),
    metadata: t.field({ type: 'JSON', description: ACTION.metadata }),
  }),
});

export const PricingRuleInput = builder.inputType('PricingRuleInput', {
  description: 'A rule that adjusts the charges of a pricing cycle.',
  fields: (t) => ({
    name: t.string({ required: true, description: RULE.name }),
    order: t.int({ required: true, description: RULE.order }),
    invoiceTiming: t.field({ type: PricingRuleTiming, description: RULE.invoiceTiming }),
    condition: t.string({ description: RULE.condition }),
    computation: t.string({ required: true, description: RULE.computation }),
    action: t.field({ type: PricingRuleActionInput, required: true, description: RULE.action }),
  }),
});
