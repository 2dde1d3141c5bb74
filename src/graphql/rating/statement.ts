import type { Grant, Unpriced } from '../../domain/rating/card.ts';
import type { NotDue } from '../../domain/rating/due.ts';
import { LINE_KINDS } from '../../domain/rating/line.ts';
import type { Line } from '../../domain/rating/lines.ts';
import type { Effect, TraceStep } from '../../domain/rating/rules.ts';
import type { Statement } from '../../domain/rating/statement.ts';
import { requires } from '../admission/scopes.ts';
import { builder } from '../builder.ts';
import { describedEnum } from '../enums.ts';
import { MoneyType } from '../money.ts';
import { ProratedRefundMode } from '../rate-card/details.ts';
import { InvoiceTimingEnum } from '../rate-card/type.ts';
import { decimalOf, ExactNumber } from './exact-number.ts';
import { LineReason, RuleVariable } from './reasons.ts';

export const LineKindEnum = builder.enumType('StatementLineKind', {
  description: 'What a line of a statement is.',
  values: describedEnum(LINE_KINDS),
});

/** Descriptions of fields that name a rate card. */
export const OF_CARD = {
  rateCardName: 'Name of the rate card. `null`: the line belongs to no single card.',
  billableId: 'Id of the billable item that the rate card prices. `null`: the line belongs to no item.',
} as const;

// The ids of lines are the same in every statement of a plan. A field named `id` would make client caches mix them up.
export const StatementLine = builder.objectRef<Line>('StatementLine').implement({
  description: 'A line of a statement. The lines below it sum to it, both exactly and as shown.',
  fields: (t) => ({
    key: t.exposeString('id', {
      description: 'Key of the line in its statement. The same line has the same key in every statement of a plan.',
    }),
    parentKey: t.exposeString('parentId', { nullable: true, description: 'Key of the line that this line is part of. `null`: the total.' }),
    depth: t.exposeInt('depth', { description: 'Number of lines above it in the tree; 0 for the total.' }),
    kind: t.expose('kind', { type: LineKindEnum, description: 'What the line is.' }),
    label: t.exposeString('label', { description: 'Name of the line, for people.' }),
    rateCardName: t.string({ nullable: true, description: OF_CARD.rateCardName, resolve: ({ card }) => card?.name ?? null }),
    billableId: t.string({ nullable: true, description: OF_CARD.billableId, resolve: ({ card }) => card?.billableId ?? null }),
    timing: t.expose('timing', {
      type: InvoiceTimingEnum,
      nullable: true,
      description: 'When the line is invoiced. `null`: the line sums lines of several timings.',
    }),
    quantity: t.expose('quantity', {
      type: ExactNumber,
      nullable: true,
      description: 'Quantity that the line prices. `null`: the line has no quantity.',
    }),
    exact: t.expose('exact', { type: ExactNumber, description: 'Amount before rounding, in the currency of the statement.' }),
    amount: t.expose('amount', {
      type: 'Decimal',
      description: 'Amount to show, in whole minor units of the currency. The lines below a line always sum to its amount.',
    }),
    why: t.field({
      type: LineReason,
      nullable: true,
      description: 'Facts that the amount is computed from. `null`: the line only sums the lines below it.',
      resolve: ({ why }) => (why.kind === 'SUM' ? null : why),
    }),
    explanation: t.exposeString('explanation', { description: 'Why the line has its amount, as a sentence for people.' }),
  }),
});

const CardNotDue = builder.objectRef<NotDue>('RateCardNotDue').implement({
  description: 'A rate card that is not charged in this cycle.',
  fields: (t) => ({
    rateCardName: t.string({ description: 'Name of the rate card.', resolve: ({ card }) => card.name }),
    billableId: t.string({ nullable: true, description: OF_CARD.billableId, resolve: ({ card }) => card.billableId }),
    ordinal: t.exposeInt('ordinal', { description: 'Number of the cycle, starting at 1.' }),
    interval: t.exposeInt('interval', { description: 'Number of cycles from one charge to the next.' }),
    offset: t.exposeInt('offset', { description: 'Number of cycles that are skipped before the first charge.' }),
    isOneTime: t.exposeBoolean('isOneTime', { description: 'Whether the card is charged once only.' }),
    nextDueFrom: t.expose('nextDueFrom', {
      type: 'Date',
      nullable: true,
      description: 'First day of the cycle in which the card is charged next. `null`: it is not charged any more.',
    }),
  }),
});

const UnpricedReason = builder.enumType('UnpricedReason', {
  description: 'Why a quantity has no price.',
  values: describedEnum({
    NO_RATE_CARD: 'No rate card of the matching family prices the item.',
    ABOVE_MAX_QUANTITY: 'The quantity exceeds the maximum of the rate card.',
  } satisfies Record<Unpriced['reason'], string>),
});

const UnpricedQuantity = builder.objectRef<Unpriced>('UnpricedQuantity').implement({
  description: 'A quantity that no amount of the statement includes.',
  fields: (t) => ({
    billableId: t.exposeString('billableId', { description: 'Id of the billable item.' }),
    quantity: t.expose('quantity', { type: ExactNumber, description: 'Quantity without a price.' }),
    reason: t.expose('reason', { type: UnpricedReason, description: 'Why it has no price.' }),
  }),
});

type GrantOf<Kind extends Grant['kind']> = Grant & { readonly kind: Kind };

const GrantedCredits = builder.objectRef<GrantOf<'CREDITS'>>('GrantedCredits').implement({
  description: 'Credits that come with the cycle.',
  fields: (t) => ({
    rateCardName: t.exposeString('card', { description: 'Name of the rate card that grants the credits.' }),
    amount: t.field({
      type: 'Decimal',
      description: 'Amount of credits, in the currency of the statement.',
      resolve: ({ amount }) => decimalOf(amount),
    }),
  }),
});

const GrantedEntitlement = builder.objectRef<GrantOf<'ENTITLEMENT'>>('GrantedEntitlement').implement({
  description: 'An allowance of a feature that comes with the cycle.',
  fields: (t) => ({
    rateCardName: t.exposeString('card', { description: 'Name of the rate card that grants the allowance.' }),
    credits: t.field({ type: 'Decimal', description: 'Number of units of the feature.', resolve: ({ amount }) => decimalOf(amount) }),
    effectiveFrom: t.exposeString('effectiveFrom', {
      nullable: true,
      description: 'Start of the allowance, as the rate card gives it. `null`: the rate card gives none.',
    }),
    effectiveUntil: t.exposeString('effectiveUntil', { description: 'End of the allowance, as the rate card gives it.' }),
  }),
});

const GrantedRefund = builder.objectRef<GrantOf<'REFUND'>>('GrantedRefund').implement({
  description: 'Credits or a wallet entry for licenses given back. The total does not include it.',
  fields: (t) => ({
    rateCardName: t.exposeString('card', { description: 'Name of the license rate card.' }),
    amount: t.expose('amount', { type: ExactNumber, description: 'Amount granted, before rounding.' }),
    mode: t.expose('mode', { type: ProratedRefundMode, description: 'How it is granted.' }),
  }),
});

const GRANTS = {
  CREDITS: GrantedCredits,
  ENTITLEMENT: GrantedEntitlement,
  REFUND: GrantedRefund,
} satisfies Record<Grant['kind'], unknown>;

const StatementGrant = builder.unionType('StatementGrant', {
  description: 'What the customer gets with a cycle, besides what the cycle costs.',
  types: Object.values(GRANTS),
  resolveType: ({ kind }) => GRANTS[kind],
});

const RuleEffect = builder.enumType('PricingRuleEffect', {
  description: 'What a pricing rule did in a cycle.',
  values: describedEnum({
    ADDED: 'The rule added a line.',
    REVENUE_UPDATED: 'The rule changed the amount of a rate card.',
    QUANTITY_UPDATED: 'The rule changed the quantity of a rate card, which was priced again.',
    LINE_UPDATED: 'The rule changed a line that an earlier rule added.',
    SKIPPED: 'The condition of the rule was not met.',
  } satisfies Record<Effect, string>),
});

const RuleStep = builder.objectRef<TraceStep>('PricingRuleStep').implement({
  description: 'One run of a pricing rule in a cycle.',
  fields: (t) => ({
    rule: t.exposeString('rule', { description: 'Name of the pricing rule.' }),
    version: t.exposeInt('version', { description: 'Version of the pricing rule.' }),
    order: t.exposeInt('order', { description: 'Position of the rule. Rules run in ascending order.' }),
    timing: t.expose('timing', { type: InvoiceTimingEnum, description: 'Timing of the rate cards that the rule applies to.' }),
    condition: t.exposeString('condition', { nullable: true, description: 'Value of the condition. `null`: the rule has no condition.' }),
    variables: t.field({
      type: [RuleVariable],
      description: 'Variables that the rule read.',
      resolve: ({ variables }) => [...variables],
    }),
    computed: t.expose('computed', {
      type: ExactNumber,
      nullable: true,
      description: 'Number that the rule computed. `null`: the rule was skipped.',
    }),
    effect: t.expose('effect', { type: RuleEffect, description: 'What the rule did.' }),
    target: t.exposeString('target', {
      nullable: true,
      description: 'Name of the rate card or of the added line that the rule changed. `null`: the rule was skipped.',
    }),
    difference: t.expose('difference', { type: ExactNumber, description: 'What the rule adds to the total.' }),
  }),
});

/** A statement of a cycle. Whatever prices a cycle returns this type. */
export const StatementType = builder.objectRef<Statement>('Statement').implement({
  description: 'What one pricing cycle costs, line by line, and why.',
  ...requires('schedules:read', 'plans:read'),
  fields: (t) => ({
    ordinal: t.int({ description: 'Number of the cycle, starting at 1.', resolve: ({ cycle }) => cycle.ordinal }),
    start: t.field({ type: 'Date', description: 'First day of the cycle.', resolve: ({ cycle }) => cycle.served.start }),
    end: t.field({ type: 'Date', description: 'First day after the cycle.', resolve: ({ cycle }) => cycle.served.end }),
    nominalStart: t.field({
      type: 'Date',
      description: 'First day of the cycle if nothing cut it. It differs from `start` where the schedule begins within the cycle.',
      resolve: ({ cycle }) => cycle.nominal.start,
    }),
    nominalEnd: t.field({
      type: 'Date',
      description: 'First day after the cycle if nothing cut it. It differs from `end` where the schedule ends within the cycle.',
      resolve: ({ cycle }) => cycle.nominal.end,
    }),
    dueOn: t.field({
      type: 'Date',
      description: 'Day on which the invoice of what is charged in arrears is due: the end of the cycle plus the grace period.',
      resolve: ({ cycle }) => cycle.dueOn,
    }),
    total: t.field({
      type: MoneyType,
      description: 'What the cycle costs, rounded once, half to even.',
      resolve: ({ total, currency }) => ({ amount: total, currency }),
    }),
    lines: t.field({
      type: [StatementLine],
      description: 'All lines in reading order: each line comes before the lines that it sums. The first line is the total.',
      resolve: ({ lines }) => [...lines],
    }),
    notDue: t.field({
      type: [CardNotDue],
      description: 'Rate cards that are not charged in this cycle.',
      resolve: ({ notDue }) => [...notDue],
    }),
    unpriced: t.field({
      type: [UnpricedQuantity],
      description: 'Quantities that no amount includes.',
      resolve: ({ unpriced }) => [...unpriced],
    }),
    assumedZero: t.stringList({
      description: 'Ids of billable items whose quantity was not given and counts as 0.',
      resolve: ({ assumedZero }) => [...assumedZero],
    }),
    grants: t.field({
      type: [StatementGrant],
      description: 'What the customer gets with the cycle, besides what it costs.',
      resolve: ({ grants }) => [...grants],
    }),
    ruleSteps: t.field({
      type: [RuleStep],
      description: 'Every run of a pricing rule, in order, including those that were skipped.',
      resolve: ({ trace }) => [...trace],
    }),
  }),
});
