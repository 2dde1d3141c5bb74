import type { Reason, ReasonOf, VariableRead } from '../../domain/rating/line.ts';
import { builder } from '../builder.ts';
import { describedEnum } from '../enums.ts';
import { ProratedRefundMode } from '../rate-card/details.ts';
import { PriceTypeEnum } from '../rate-card/rate-plan.ts';
import { InvoiceTimingEnum } from '../rate-card/type.ts';
import { decimalOf, ExactNumber } from './exact-number.ts';

const CardReason = builder.objectRef<ReasonOf<'CARD'>>('CardReason').implement({
  description: 'What is special about the price of a rate card, which is the sum of its lines.',
  fields: (t) => ({
    isCutAndWhole: t.exposeBoolean('isCutAndWhole', {
      description: 'Whether the cycle is cut although the card costs a whole cycle, because it is not prorated.',
    }),
    isAboveMaxQuantity: t.exposeBoolean('isAboveMaxQuantity', { description: 'Whether the quantity exceeds the maximum of the card.' }),
    isBelowZero: t.boolean({
      description: 'Whether the recorded licenses sum to less than 0, which is priced as 0.',
      resolve: ({ fellBelowNought }) => fellBelowNought,
    }),
  }),
});

const FeeReason = builder.objectRef<ReasonOf<'FEE'>>('FeeReason').implement({
  description: 'The whole rate of a fixed fee.',
  fields: (t) => ({ rate: t.field({ type: 'Decimal', description: 'Rate of the fee.', resolve: ({ rate }) => decimalOf(rate) }) }),
});

const ProrationReason = builder.objectRef<ReasonOf<'PRORATION'>>('ProrationReason').implement({
  description: 'A share of the price of a whole cycle, by days.',
  fields: (t) => ({
    wholePrice: t.expose('wholePrice', { type: ExactNumber, description: 'Price of a whole cycle.' }),
    start: t.field({ type: 'Date', description: 'First day of the share.', resolve: ({ period }) => period.start }),
    end: t.field({ type: 'Date', description: 'First day after the share.', resolve: ({ period }) => period.end }),
    days: t.exposeInt('days', { description: 'Days of the share.' }),
    ofDays: t.exposeInt('ofDays', { description: 'Days of the whole cycle.' }),
  }),
});

const SlabReason = builder.objectRef<ReasonOf<'SLAB'>>('SlabReason').implement({
  description: 'A slab of a rate card, and how it prices its part of the quantity.',
  fields: (t) => ({
    order: t.exposeInt('order', { description: 'Position of the slab, starting at 1.' }),
    startAfter: t.field({
      type: 'Decimal',
      description: 'Quantity after which the slab begins.',
      resolve: ({ startAfter }) => decimalOf(startAfter),
    }),
    until: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'Last quantity of the slab. `null`: the slab has no end.',
      resolve: ({ until }) => (until === null ? null : decimalOf(until)),
    }),
    priceType: t.expose('priceType', { type: PriceTypeEnum, description: 'How the rate is applied to the quantity.' }),
    packageSize: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'Units in a package. `null`: the slab is not priced by packages.',
      resolve: ({ packageSize }) => (packageSize === null ? null : decimalOf(packageSize)),
    }),
    packages: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'Number of packages charged, a started one included. `null`: the slab is not priced by packages.',
      resolve: ({ packages }) => (packages === null ? null : decimalOf(packages)),
    }),
    rate: t.field({
      type: 'Decimal',
      description: 'Rate of the slab, in the currency of the statement.',
      resolve: ({ rate }) => decimalOf(rate),
    }),
    minimumApplied: t.exposeBoolean('minimumApplied', { description: 'Whether the minimum of the slab raised the amount.' }),
    maximumApplied: t.exposeBoolean('maximumApplied', { description: 'Whether the maximum of the slab lowered the amount.' }),
  }),
});

const CycleReason = builder.objectRef<ReasonOf<'CYCLE'>>('CycleReason').implement({
  description: 'A pricing cycle that an invoice charges in advance or in arrears.',
  fields: (t) => ({
    start: t.field({ type: 'Date', description: 'First day of the cycle.', resolve: ({ period }) => period.start }),
    end: t.field({ type: 'Date', description: 'First day after the cycle.', resolve: ({ period }) => period.end }),
    timing: t.expose('timing', { type: InvoiceTimingEnum, description: 'Whether the cycle is charged in advance or in arrears.' }),
  }),
});

const WindowReason = builder.objectRef<ReasonOf<'WINDOW'>>('WindowReason').implement({
  description: 'A usage cycle inside the pricing cycle, priced by itself.',
  fields: (t) => ({
    start: t.field({ type: 'Date', description: 'First day of the usage cycle.', resolve: ({ period }) => period.start }),
    end: t.field({ type: 'Date', description: 'First day after the usage cycle.', resolve: ({ period }) => period.end }),
    isCut: t.exposeBoolean('isCut', { description: 'Whether the usage cycle is shorter than its interval.' }),
  }),
});

const LimitReason = builder.objectRef<ReasonOf<'LIMIT'>>('LimitReason').implement({
  description: 'The minimum or maximum of a whole rate card, which changes what its slabs sum to.',
  fields: (t) => ({
    minimum: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'Minimum of the card. `null`: none.',
      resolve: ({ minimum }) => (minimum === null ? null : decimalOf(minimum)),
    }),
    maximum: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'Maximum of the card. `null`: none.',
      resolve: ({ maximum }) => (maximum === null ? null : decimalOf(maximum)),
    }),
    before: t.expose('before', { type: ExactNumber, description: 'What the slabs sum to.' }),
  }),
});

export const RuleVariable = builder.objectRef<VariableRead>('RuleVariable').implement({
  description: 'A variable that a pricing rule read.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name of the variable, such as `revenue.ff.platform`.' }),
    value: t.field({
      type: ExactNumber,
      nullable: true,
      description: 'Value when the rule ran. `null`: the variable is a date.',
      resolve: ({ value }) => (typeof value === 'string' ? null : value),
    }),
    date: t.field({
      type: 'Date',
      nullable: true,
      description: 'Value of `invoice.start_date` or `invoice.end_date`. `null`: the variable is a number.',
      resolve: ({ value }) => (typeof value === 'string' ? value : null),
    }),
  }),
});

const RuleMeasure = builder.enumType('RuleMeasure', {
  description: 'What a pricing rule updates.',
  values: describedEnum({
    REVENUE: 'The amount of a rate card or of an added line.',
    QUANTITY: 'The quantity of a rate card, which is priced again.',
  } satisfies Record<NonNullable<ReasonOf<'RULE'>['measure']>, string>),
});

const RuleReason = builder.objectRef<ReasonOf<'RULE'>>('RuleReason').implement({
  description: 'A pricing rule, and what it computed.',
  fields: (t) => ({
    rule: t.exposeString('rule', { description: 'Name of the rule.' }),
    version: t.exposeInt('version', { description: 'Version of the rule.' }),
    order: t.exposeInt('order', { description: 'Position of the rule among those of the cycle.' }),
    timing: t.expose('timing', { type: InvoiceTimingEnum, description: 'Timing of the rate cards that the rule applies to.' }),
    variables: t.field({
      type: [RuleVariable],
      description: 'Variables that the rule read.',
      resolve: ({ variables }) => [...variables],
    }),
    measure: t.expose('measure', { type: RuleMeasure, nullable: true, description: 'What the rule updates. `null`: it adds a line.' }),
    before: t.expose('before', {
      type: ExactNumber,
      nullable: true,
      description: 'Value before the update. `null`: the rule adds a line.',
    }),
    after: t.expose('after', { type: ExactNumber, description: 'Value that the rule computed.' }),
  }),
});

const CommitmentReason = builder.objectRef<ReasonOf<'COMMITMENT'>>('CommitmentReason').implement({
  description: 'A minimum commitment, compared with what the rate cards sum to.',
  fields: (t) => ({
    commitment: t.field({
      type: 'Decimal',
      description: 'Minimum amount of the cycle.',
      resolve: ({ commitment }) => decimalOf(commitment),
    }),
    subtotal: t.expose('subtotal', { type: ExactNumber, description: 'What the rate cards sum to.' }),
  }),
});

const RefundReason = builder.objectRef<ReasonOf<'REFUND'>>('RefundReason').implement({
  description: 'Licenses given back during a cycle charged in advance.',
  fields: (t) => ({
    mode: t.expose('mode', { type: ProratedRefundMode, description: 'How they are refunded.' }),
    worth: t.expose('worth', { type: ExactNumber, description: 'Price of the licenses for the rest of the cycle.' }),
    from: t.expose('from', { type: 'Date', description: 'First day of the rest of the cycle.' }),
    days: t.exposeInt('days', { description: 'Days of the rest of the cycle.' }),
    ofDays: t.exposeInt('ofDays', { description: 'Days of the whole cycle.' }),
  }),
});

/** A reason with facts: a line that only sums other lines has none. */
export type FactualReason = Exclude<Reason, { kind: 'SUM' }>;

const TYPES = {
  CARD: CardReason,
  FEE: FeeReason,
  PRORATION: ProrationReason,
  SLAB: SlabReason,
  CYCLE: CycleReason,
  WINDOW: WindowReason,
  LIMIT: LimitReason,
  RULE: RuleReason,
  COMMITMENT: CommitmentReason,
  REFUND: RefundReason,
} satisfies Record<FactualReason['kind'], unknown>;

export const LineReason = builder.unionType('LineReason', {
  description: 'The facts that a line of a statement is computed from.',
  types: Object.values(TYPES),
  resolveType: ({ kind }) => TYPES[kind],
});
