import fc from 'fast-check';
import type { BillableItem } from '../../src/domain/billable-item.ts';
import type { PlanTerms, PricePlanType } from '../../src/domain/price-plan/price-plan.ts';
import type { PricingRule } from '../../src/domain/pricing-rule/pricing-rule.ts';
import type { RateCard } from '../../src/domain/rate-card/rate-card.ts';
import { credits, entitlement, fee, license, usage } from './rate-cards.ts';
import { MONTHLY, QUARTERLY } from './schedules.ts';

/** A plan version as a whole, sound or not. */
export interface RandomContent {
  readonly type: PricePlanType;
  readonly description: string | null;
  readonly terms: PlanTerms;
  readonly rateCards: readonly RateCard[];
  readonly billables: ReadonlyMap<string, BillableItem>;
}

const rates = fc.constantFrom('0', '0.5', '2');
const cards: fc.Arbitrary<RateCard> = fc
  .tuple(fc.constantFrom('a', 'b', 'c'), rates, fc.constantFrom(fee, usage, entitlement, credits, steps), fc.constantFrom(null, 'once'))
  .map(([name, rate, make, tag]) => ({ ...make(name, rate), tag }));

function steps(name: string, rate: string) {
  return license(name, [
    ['0', '2'],
    ['100', rate],
  ]);
}

const rules: fc.Arbitrary<PricingRule> = fc
  .record({
    name: fc.constantFrom('r', 's'),
    version: fc.constantFrom(1, 2),
    order: fc.constantFrom(1, 2),
    condition: fc.constantFrom(null, 'true', '{"map": []}'),
    type: fc.constantFrom('ADD' as const, 'UPDATE' as const),
    metadata: fc.constantFrom<PricingRule['action']['metadata']>(null, {}, { reason: 'promised' }),
  })
  .map(({ type, metadata, ...rule }) => ({
    ...rule,
    id: `id-of-${rule.name}`,
    invoiceTiming: null,
    computation: '10',
    action: { type, target: null, id: null, description: null, metadata },
  }));

/** The kind of item that each family of the cards here prices. */
const KIND_OF = {
  FIXED_FEE: 'FIXED_FEE',
  LICENSE: 'LICENSE',
  CREDIT_GRANT: 'CREDIT_GRANT',
  USAGE: 'USAGE_METER',
  BILLING_ENTITLEMENT: 'FEATURE',
  ENTITLEMENT_OVERAGE: 'FEATURE',
  MINIMUM_COMMITMENT: 'FEATURE',
} as const;

const KINDS = ['FIXED_FEE', 'LICENSE', 'CREDIT_GRANT', 'USAGE_METER', 'FEATURE'] as const;
const items: fc.Arbitrary<BillableItem> = fc.record({
  id: fc.constantFrom('item-of-a', 'item-of-b', 'item-of-c'),
  kind: fc.constantFrom(...KINDS),
  name: fc.constant('Item'),
  billableName: fc.constant(null),
  status: fc.constantFrom('ACTIVE' as const, 'ARCHIVED' as const),
});

/** The items that the cards price, each of the right kind and active. */
function itemsOf(rateCards: readonly RateCard[]): ReadonlyMap<string, BillableItem> {
  return new Map(
    rateCards.map(({ type, billableId }) => {
      const id = billableId ?? '';
      return [id, { id, kind: KIND_OF[type], name: 'Item', billableName: null, status: 'ACTIVE' }];
    }),
  );
}

/** Few names and few values, so that two plans are often alike, and a plan often sound. */
export const contents: fc.Arbitrary<RandomContent> = fc.record({
  type: fc.constantFrom('BILLING' as const, 'PURCHASE' as const),
  description: fc.constantFrom(null, '', 'Better.'),
  terms: fc.record({
    pricingCycle: fc.constantFrom(null, MONTHLY, QUARTERLY),
    currencies: fc.uniqueArray(fc.constantFrom('USD', 'EUR'), { minLength: 1 }),
    pricingRules: fc.uniqueArray(rules, { selector: ({ name }) => name, maxLength: 2 }),
    deferredRevenue: fc.boolean(),
    allowOngoingCycleUpdates: fc.boolean(),
  }),
  rateCards: fc.uniqueArray(cards, { selector: ({ name }) => name, maxLength: 3 }),
  billables: fc.uniqueArray(items, { selector: ({ id }) => id }).map((all) => new Map(all.map((item) => [item.id, item]))),
});

/** The same content with everything mended that can stand against a finalize. */
export const soundContents: fc.Arbitrary<RandomContent> = contents.map((content) => ({
  ...content,
  terms: {
    ...content.terms,
    currencies: ['USD'],
    pricingCycle: content.type === 'BILLING' ? MONTHLY : null,
    deferredRevenue: false,
    pricingRules: content.terms.pricingRules.map((rule, i) => ({
      ...rule,
      order: i + 1,
      condition: null,
      action: { ...rule.action, target: 'charge' },
    })),
  },
  billables: itemsOf(content.rateCards),
}));
