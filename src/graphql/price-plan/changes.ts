import type { FieldChange } from '../../domain/field-changes.ts';
import { isEmptyDiff, type NamedChanges, type PlanDiff, planDiff } from '../../domain/price-plan/diff.ts';
import type { PricingRule } from '../../domain/pricing-rule/pricing-rule.ts';
import type { RateCard as Card } from '../../domain/rate-card/rate-card.ts';
import { inOrder } from '../../store/rate-cards.ts';
import { builder } from '../builder.ts';
import { COMPUTED_FROM } from '../limits.ts';
import { underPaths } from '../paths.ts';
import { RateCard } from '../rate-card/type.ts';
import { PricingRuleType } from './pricing-rule.ts';
import { PricePlanVersion } from './type.ts';

/** The row of a card, which also has the columns that the document selects. */
interface Row {
  readonly id: string;
  readonly type: Card['type'];
  readonly card: Card;
}
type Changed<T> = NamedChanges<T>['changed'][number];

const BEFORE = 'Value in the other version.';
const AFTER = 'Value in this version.';

const FieldChangeType = builder.objectRef<FieldChange>('FieldChange').implement({
  description: 'A field that differs.',
  fields: (t) => ({
    path: t.stringList({
      description: 'Path of the field, such as `["rateValues", "USD", "rate"]`. List entries are named by currency, order or index.',
      resolve: ({ path }) => [...path],
    }),
    before: t.exposeString('before', { nullable: true, description: `${BEFORE} A list of texts is JSON. \`null\`: no value.` }),
    after: t.exposeString('after', { nullable: true, description: `${AFTER} A list of texts is JSON. \`null\`: no value.` }),
  }),
});

const CurrencyChanges = builder.objectRef<PlanDiff<Row>['currencies']>('CurrencyChanges').implement({
  description: 'Currencies that were added and removed.',
  fields: (t) => ({
    added: t.field({
      type: ['CurrencyCode'],
      description: 'Currencies that only this version supports.',
      resolve: ({ added }) => [...added],
    }),
    removed: t.field({
      type: ['CurrencyCode'],
      description: 'Currencies that only the other version supports.',
      resolve: ({ removed }) => [...removed],
    }),
  }),
});

const RateCardChange = builder.objectRef<Changed<Row>>('RateCardChange').implement({
  description: 'A rate card that differs between two versions.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name of the rate card in both versions.' }),
    before: t.field({ type: RateCard, description: BEFORE, resolve: ({ before }) => before }),
    after: t.field({ type: RateCard, description: AFTER, resolve: ({ after }) => after }),
    fields: t.field({ type: [FieldChangeType], description: 'The differences, field by field.', resolve: ({ fields }) => [...fields] }),
  }),
});

const RateCardChanges = builder.objectRef<NamedChanges<Row>>('RateCardChanges').implement({
  description: 'Differences between rate cards. Cards are matched by name; their order does not matter.',
  fields: (t) => ({
    added: t.field({ type: [RateCard], description: 'Cards that only this version has.', resolve: ({ added }) => [...added] }),
    removed: t.field({ type: [RateCard], description: 'Cards that only the other version has.', resolve: ({ removed }) => [...removed] }),
    changed: t.field({
      type: [RateCardChange],
      description: 'Cards that both versions have, with differences.',
      resolve: ({ changed }) => [...changed],
    }),
  }),
});

const PricingRuleChange = builder.objectRef<Changed<PricingRule>>('PricingRuleChange').implement({
  description: 'A pricing rule that differs between two versions.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name of the rule in both versions.' }),
    before: t.field({ type: PricingRuleType, description: BEFORE, resolve: ({ before }) => before }),
    after: t.field({ type: PricingRuleType, description: AFTER, resolve: ({ after }) => after }),
    fields: t.field({ type: [FieldChangeType], description: 'The differences, field by field.', resolve: ({ fields }) => [...fields] }),
  }),
});

const PricingRuleChanges = builder.objectRef<NamedChanges<PricingRule>>('PricingRuleChanges').implement({
  description: 'Differences between pricing rules. Rules are matched by name.',
  fields: (t) => ({
    added: t.field({ type: [PricingRuleType], description: 'Rules that only this version has.', resolve: ({ added }) => [...added] }),
    removed: t.field({
      type: [PricingRuleType],
      description: 'Rules that only the other version has.',
      resolve: ({ removed }) => [...removed],
    }),
    changed: t.field({
      type: [PricingRuleChange],
      description: 'Rules that both versions have, with differences.',
      resolve: ({ changed }) => [...changed],
    }),
  }),
});

const PricePlanVersionChanges = builder.objectRef<PlanDiff<Row>>('PricePlanVersionChanges').implement({
  description: 'The differences between two versions of a plan.',
  fields: (t) => ({
    isEmpty: t.boolean({ description: 'Whether the two versions are equal.', resolve: isEmptyDiff }),
    terms: t.field({
      type: [FieldChangeType],
      description: 'Differences of the description, the cycle, deferred revenue and updates of ongoing cycles.',
      resolve: ({ terms }) => [...terms],
    }),
    currencies: t.expose('currencies', { type: CurrencyChanges, description: 'Currencies that were added and removed.' }),
    rateCards: t.expose('rateCards', { type: RateCardChanges, description: 'Differences between rate cards.' }),
    pricingRules: t.expose('pricingRules', { type: PricingRuleChanges, description: 'Differences between pricing rules.' }),
  }),
});

/** The paths to cards of the earlier version, and to cards of this version. */
const CHANGED = [{ name: 'rateCards' }, { name: 'changed' }];
const BEFORE_PATHS = [
  [{ name: 'rateCards' }, { name: 'removed' }],
  [...CHANGED, { name: 'before' }],
];
const AFTER_PATHS = [
  [{ name: 'rateCards' }, { name: 'added' }],
  [...CHANGED, { name: 'after' }],
];

/** A selection of the columns that differences are computed from. The document's own selection of cards is added to it. */
const terms = {
  description: true,
  pricingCycle: true,
  currencies: true,
  pricingRules: true,
  deferredRevenue: true,
  allowOngoingCycleUpdates: true,
} as const;
const cards = { ...inOrder, columns: { id: true, type: true, card: true } } as const;

builder.drizzleObjectField(PricePlanVersion, 'changesSince', (t) =>
  t.field({
    type: PricePlanVersionChanges,
    nullable: true,
    computedFrom: COMPUTED_FROM.cards,
    description: 'Differences between this version and another version of the same plan. `null` when there is no version of that number.',
    args: { version: t.arg.int({ required: true, description: 'Number of the version to compare with.' }) },
    select: ({ version }, _context, nested) => ({
      columns: terms,
      with: {
        rateCards: underPaths(nested, cards, 'RateCard', AFTER_PATHS),
        versionsOfPlan: { where: { version }, columns: terms, with: { rateCards: underPaths(nested, cards, 'RateCard', BEFORE_PATHS) } },
      },
    }),
    resolve: (version) => {
      const [earlier] = version.versionsOfPlan;
      return earlier ? planDiff(earlier, version) : null;
    },
  }),
);
