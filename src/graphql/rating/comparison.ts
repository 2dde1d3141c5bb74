import { grouped } from '../../domain/count.ts';
import { differenceOf, MAX_ENTRIES } from '../../domain/rating/calculator.ts';
import { MAX_QUANTITY } from '../../domain/rating/quantities.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { withPath } from '../../domain/result.ts';
import { MAX_CARD_CYCLES } from '../../operations/rating/card-cycles.ts';
import { type Comparison, type ComparisonPoint, comparePricePlanVersions, MAX_POINTS } from '../../operations/rating/compare.ts';
import { requires } from '../admission/scopes.ts';
import { builder } from '../builder.ts';
import { UserError } from '../errors.ts';
import { COMPUTED_FROM } from '../limits.ts';
import { MoneyType } from '../money.ts';
import { cycleFields, QuantityInput } from './calculator-inputs.ts';
import { StatementType } from './statement.ts';

const LicenseQuantityInput = builder.inputType('LicenseQuantityInput', {
  description: 'Licenses that are held for a whole cycle.',
  fields: (t) => ({
    licenseId: t.string({ required: true, description: 'Generated id of the license.' }),
    quantity: t.field({ type: 'Decimal', required: true, description: `Number of licenses, 0 or more. Maximum ${grouped(MAX_QUANTITY)}.` }),
  }),
});

const CostCurveInput = builder.inputType('CostCurveInput', {
  description: 'Quantities of one billable item to price, while all other quantities stay the same.',
  fields: (t) => ({
    billableId: t.string({ required: true, description: 'Generated id of a usage meter, feature or license.' }),
    quantities: t.field({
      type: ['Decimal'],
      required: true,
      description: `Quantities, each 0 or more. Maximum ${MAX_POINTS} items.`,
    }),
  }),
});

const ComparePricePlanVersionsInput = builder.inputType('ComparePricePlanVersionsInput', {
  description: 'Two versions of a price plan, and the quantities to compare them with.',
  fields: (t) => ({
    pricePlanId: t.string({ required: true, description: 'Generated id of the plan.' }),
    fromVersion: t.int({ required: true, description: 'Number of the version to compare with. It can be a draft.' }),
    toVersion: t.int({ required: true, description: 'Number of the other version. It can be a draft.' }),
    currency: t.field({ type: 'CurrencyCode', required: true, description: 'Currency to price in.' }),
    usage: t.field({
      type: [QuantityInput],
      description: `Quantities of usage meters, and of features beyond their entitlement. Maximum ${grouped(MAX_ENTRIES)} items. Omit for none.`,
    }),
    licenses: t.field({ type: [LicenseQuantityInput], description: `Licenses. Maximum ${grouped(MAX_ENTRIES)} items. Omit for none.` }),
    curve: t.field({ type: CostCurveInput, description: 'The curve to compute. Omit for none.' }),
    ...cycleFields(t),
  }),
});

const CostPoint = builder.objectRef<ComparisonPoint>('CostPoint').implement({
  description: 'What a cycle costs under both versions at one quantity.',
  fields: (t) => ({
    quantity: t.expose('quantity', { type: 'Decimal', description: 'Quantity of the item of the curve.' }),
    from: t.field({
      type: MoneyType,
      description: 'Cost under `fromVersion`.',
      resolve: ({ from }) => ({ amount: from.total, currency: from.currency }),
    }),
    to: t.field({
      type: MoneyType,
      description: 'Cost under `toVersion`.',
      resolve: ({ to }) => ({ amount: to.total, currency: to.currency }),
    }),
    difference: t.field({
      type: MoneyType,
      description: '`to` minus `from`.',
      resolve: ({ from, to }) => ({ amount: differenceOf(from, to), currency: to.currency }),
    }),
  }),
});

interface Compared {
  readonly comparison: Comparison | null;
  readonly refusals: readonly Refusal[];
}

const ComparisonResult = builder.objectRef<Compared>('ComparisonResult').implement({
  description: 'The result of `comparePricePlanVersions`: what a cycle costs under both versions, or `refusals`.',
  fields: (t) => ({
    from: t.field({
      type: StatementType,
      nullable: true,
      description: 'What the cycle costs under `fromVersion`. `null` when the comparison was refused.',
      resolve: ({ comparison }) => comparison?.from ?? null,
    }),
    to: t.field({
      type: StatementType,
      nullable: true,
      description: 'What the cycle costs under `toVersion`. `null` when the comparison was refused.',
      resolve: ({ comparison }) => comparison?.to ?? null,
    }),
    difference: t.field({
      type: MoneyType,
      nullable: true,
      description: 'The total of `to` minus the total of `from`. `null` when the comparison was refused.',
      resolve: ({ comparison }) => comparison && { amount: differenceOf(comparison.from, comparison.to), currency: comparison.to.currency },
    }),
    points: t.field({
      type: [CostPoint],
      description: 'Points of the curve, in the order of its quantities. Empty without a curve.',
      resolve: ({ comparison }) => [...(comparison?.points ?? [])],
    }),
    refusals: t.field({
      type: [UserError],
      description: 'Reasons why the comparison was refused. Empty on success.',
      resolve: ({ refusals }) => [...refusals],
    }),
  }),
});

builder.queryField('comparePricePlanVersions', (t) =>
  t.field({
    ...requires('schedules:read', 'plans:read'),
    type: ComparisonResult,
    computedFrom: COMPUTED_FROM.timeline,
    description: `Compares what one pricing cycle costs under two versions of a price plan, for the same quantities. Every amount is that of \`calculateRevenue\`. Both versions and every point of the curve count towards the maximum of ${grouped(MAX_CARD_CYCLES)} rate cards times cycles in a request.`,
    args: { input: t.arg({ type: ComparePricePlanVersionsInput, required: true, description: 'What to compare.' }) },
    resolve: async (_root, { input }, context): Promise<Compared> => {
      const result = withPath(await comparePricePlanVersions(context, input), 'input');
      return result.ok ? { comparison: result.value, refusals: [] } : { comparison: null, refusals: result.refusals };
    },
  }),
);
