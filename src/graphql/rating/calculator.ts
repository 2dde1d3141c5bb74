import { grouped } from '../../domain/count.ts';
import { type CardRevenue, revenueByCard, type SlabRevenue } from '../../domain/rating/calculator.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { withPath } from '../../domain/result.ts';
import { type Calculation, calculateRevenue } from '../../operations/rating/calculate.ts';
import { MAX_CARD_CYCLES } from '../../operations/rating/card-cycles.ts';
import type { TermsSource } from '../../operations/rating/terms.ts';
import { requires } from '../admission/scopes.ts';
import { builder } from '../builder.ts';
import { UserError } from '../errors.ts';
import { COMPUTED_FROM } from '../limits.ts';
import { MoneyType } from '../money.ts';
import { InvoiceTimingEnum, RATE_CARD, RateCardTypeEnum } from '../rate-card/type.ts';
import { CalculateRevenueInput } from './calculator-inputs.ts';
import { decimalOf, ExactNumber } from './exact-number.ts';
import { OF_CARD, StatementType } from './statement.ts';

type CardLine = CardRevenue['card'];

const CalculatedRateCard = builder.objectRef<CardLine>('CalculatedRateCard').implement({
  description: 'A rate card that was priced. It may be written out by the caller, and so has no id.',
  fields: (t) => ({
    name: t.exposeString('name', { description: RATE_CARD.name }),
    type: t.expose('type', { type: RateCardTypeEnum, description: 'Family of the rate card.' }),
    displayName: t.exposeString('displayName', { description: RATE_CARD.displayName }),
    tag: t.exposeString('tag', { nullable: true, description: RATE_CARD.tag }),
    invoiceTiming: t.expose('invoiceTiming', { type: InvoiceTimingEnum, description: RATE_CARD.invoiceTiming }),
    billableId: t.exposeString('billableId', { nullable: true, description: OF_CARD.billableId }),
  }),
});

const UsageQuantity = builder.objectRef<{ readonly billableId: string; readonly quantity: NonNullable<CardRevenue['quantity']> }>(
  'UsageQuantity',
);
UsageQuantity.implement({
  description: 'A quantity that was priced.',
  fields: (t) => ({
    billableId: t.exposeString('billableId', { description: 'Id of the billable item.' }),
    quantity: t.expose('quantity', { type: ExactNumber, description: 'Quantity after pricing rules.' }),
  }),
});

const RevenueSummary = builder.objectRef<CardRevenue>('RevenueSummary').implement({
  description: 'What a rate card costs.',
  fields: (t) => ({
    revenue: t.field({
      type: MoneyType,
      description: 'Amount to show. The amounts of all rate cards sum to the amount of the line `CARDS`.',
      resolve: ({ amount, currency }) => ({ amount, currency }),
    }),
    exact: t.expose('exact', { type: ExactNumber, description: 'Amount before rounding.' }),
  }),
});

const SlabRevenueMetadata = builder.objectRef<SlabRevenue>('SlabRevenueMetadata').implement({
  description: 'How a slab priced its part of the quantity.',
  fields: (t) => ({
    minimumRateApplied: t.boolean({
      description: 'Whether the minimum of the slab raised the amount.',
      resolve: ({ why }) => why.minimumApplied,
    }),
    maximumRateApplied: t.boolean({
      description: 'Whether the maximum of the slab lowered the amount.',
      resolve: ({ why }) => why.maximumApplied,
    }),
    packageQuantity: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'Number of packages charged, a started one included. `null`: the slab is not priced by packages.',
      resolve: ({ why }) => (why.packages === null ? null : decimalOf(why.packages)),
    }),
  }),
});

const SlabRevenueSummary = builder.objectRef<SlabRevenue>('SlabRevenueSummary').implement({
  description: 'What a slab costs. A license that is prorated or has a usage cycle has one for each of its periods.',
  fields: (t) => ({
    order: t.int({ description: 'Position of the slab, starting at 1.', resolve: ({ why }) => why.order }),
    usage: t.expose('quantity', { type: ExactNumber, nullable: true, description: 'Quantity that the slab prices.' }),
    revenue: t.field({ type: MoneyType, description: 'Amount to show.', resolve: ({ amount, currency }) => ({ amount, currency }) }),
    exact: t.expose('exact', { type: ExactNumber, description: 'Amount before rounding.' }),
    metadata: t.field({ type: SlabRevenueMetadata, description: 'How the slab was priced.', resolve: (slab) => slab }),
  }),
});

/** Returns a field with the summary of a rate card of one family. */
const summaryOf = (type: CardRevenue['card']['type'], noun: string) =>
  ({
    type: RevenueSummary,
    nullable: true,
    description: `What the ${noun} costs. \`null\` for a rate card of another family.`,
    resolve: (revenue: CardRevenue) => (revenue.card.type === type ? revenue : null),
  }) as const;

const SLABS: [typeof SlabRevenueSummary] = [SlabRevenueSummary];

/** Returns a field with the slabs of a rate card of some families. */
const slabsOf = (types: readonly CardRevenue['card']['type'][], what: string) => ({
  type: SLABS,
  nullable: true as const,
  description: `What each slab of ${what} costs, in the order of the statement. \`null\` for a rate card of another family.`,
  resolve: ({ card, slabs }: CardRevenue) => (types.includes(card.type) ? [...slabs] : null),
});

const RevenueInfo = builder.objectRef<CardRevenue>('RevenueInfo').implement({
  description: 'What one rate card costs.',
  fields: (t) => ({
    rateCard: t.field({ type: CalculatedRateCard, description: 'The rate card.', resolve: ({ card }) => card }),
    usages: t.field({
      type: [UsageQuantity],
      description: 'Quantities that the rate card prices. Empty for a rate card without a quantity.',
      resolve: ({ card, quantity }) => (card.billableId === null || quantity === null ? [] : [{ billableId: card.billableId, quantity }]),
    }),
    revenue: t.field({
      type: RevenueSummary,
      description: 'What the rate card costs, whatever its family.',
      resolve: (revenue) => revenue,
    }),
    fixedFeeRevenueSummary: t.field(summaryOf('FIXED_FEE', 'fixed fee')),
    licenseRevenueSummary: t.field(slabsOf(['LICENSE'], 'the licenses')),
    billingEntitlementRevenueSummary: t.field(summaryOf('BILLING_ENTITLEMENT', 'billing entitlement')),
    creditGrantRevenueSummary: t.field(summaryOf('CREDIT_GRANT', 'credit grant')),
    entitlementOverageRevenueSummary: t.field(summaryOf('ENTITLEMENT_OVERAGE', 'overage')),
    slabRevenueSummaries: t.field(slabsOf(['USAGE', 'ENTITLEMENT_OVERAGE'], 'the usage')),
  }),
});

const RevenueSource = builder.objectRef<TermsSource>('RevenueSource').implement({
  description: 'The plan version or schedule whose rate cards were priced.',
  fields: (t) => ({
    pricePlanId: t.string({ description: 'Generated id of the plan.', resolve: ({ version }) => version.pricePlanId }),
    version: t.int({ description: 'Number of the plan version.', resolve: ({ version }) => version.version }),
    referenceId: t.string({ description: 'Generated id of the plan version.', resolve: ({ version }) => version.id }),
    scheduleId: t.exposeString('scheduleId', {
      nullable: true,
      description: "Generated id of the account's schedule in force. `null`: the plan version was priced itself.",
    }),
  }),
});

interface Calculated {
  readonly calculation: Calculation | null;
  readonly refusals: readonly Refusal[];
}

const CalculateRevenueResult = builder.objectRef<Calculated>('CalculateRevenueResult').implement({
  description: 'The result of `calculateRevenue`: what the cycle costs, or `refusals`.',
  fields: (t) => ({
    currency: t.field({
      type: 'CurrencyCode',
      nullable: true,
      description: 'Currency of the amounts. `null` when the calculation was refused.',
      resolve: ({ calculation }) => calculation?.statement.currency ?? null,
    }),
    revenueInfo: t.field({
      type: [RevenueInfo],
      description: 'What each rate card costs that is charged in the cycle. Empty when the calculation was refused.',
      resolve: ({ calculation }) => (calculation ? [...revenueByCard(calculation.statement)] : []),
    }),
    statement: t.field({
      type: StatementType,
      nullable: true,
      description: 'What the cycle costs, line by line. `null` when the calculation was refused.',
      resolve: ({ calculation }) => calculation?.statement ?? null,
    }),
    source: t.field({
      type: RevenueSource,
      nullable: true,
      description: 'What the rate cards belong to. `null` for a plan that the caller wrote out, and when the calculation was refused.',
      resolve: ({ calculation }) => calculation?.source ?? null,
    }),
    refusals: t.field({
      type: [UserError],
      description: 'Reasons why the calculation was refused. Empty on success.',
      resolve: ({ refusals }) => [...refusals],
    }),
  }),
});

builder.queryField('calculateRevenue', (t) =>
  t.field({
    ...requires('schedules:read', 'plans:read'),
    type: CalculateRevenueResult,
    computedFrom: COMPUTED_FROM.cards,
    description: `Calculates what one pricing cycle costs, and why. Nothing is stored. Maximum ${grouped(MAX_CARD_CYCLES)} rate cards times cycles in all fields of a request together.`,
    args: { input: t.arg({ type: CalculateRevenueInput, required: true, description: 'What to price.' }) },
    resolve: async (_root, { input }, context): Promise<Calculated> => {
      const result = withPath(await calculateRevenue(context, input), 'input');
      return result.ok ? { calculation: result.value, refusals: [] } : { calculation: null, refusals: result.refusals };
    },
  }),
);
