import fc from 'fast-check';
import { MONTHLY } from './organization.ts';
import { card } from './rest-rate-cards.ts';
import type { Ids } from './world.ts';

/** One change, as a request of REST and as a mutation of GraphQL. Each is written by hand, so that neither is made from the other. */
export interface Step {
  readonly rest: readonly [method: string, path: string, body?: object];
  readonly graphql: readonly [mutation: string, input: object];
}

/** Changes of a world, some of which it refuses. */
export function stepsOf(ids: Ids): fc.Arbitrary<Step> {
  const { pro, idle, basic, pack, extra, setup, calls, draftSchedule, job } = ids;
  const account = fc.constantFrom('contracted', 'drafting', 'spare', 'new1', 'nobody');
  const plan = fc.constantFrom(pro, idle, basic, pack);
  const few = fc.integer({ min: 1, max: 2 });
  const day = fc.constantFrom('2027-01-01', '2027-07-01', '2029-01-01', '2031-01-01', '2032-01-01');
  const rate = fc.constantFrom('0', '1.5', '0.000000000001', '100');
  const cycle = fc.record({ interval: fc.constantFrom('MONTHLY', 'QUARTERLY'), gracePeriod: few });
  const step = <Values extends readonly unknown[]>(
    values: { [K in keyof Values]: fc.Arbitrary<Values[K]> },
    make: (...values: Values) => Step,
  ) => fc.tuple<[...Values]>(...values).map((drawn) => make(...drawn));
  const rules = (n: number) => [
    { name: `rule ${n}`, order: n, invoiceTiming: 'IN_ARREARS', computation: `${n}`, action: { type: 'ADD', metadata: { n: `${n}` } } },
  ];
  const operationsOf = (actionType: string, item: string, price: string) => ({
    rest: [
      {
        actionType,
        rateCardName: 'fee',
        rateCard: card('FIXED_FEE', item, 'fixedFeeRateCard', {
          id: item,
          rateValues: [{ currency: 'USD', rate: Number(price) }],
          enableProration: true,
        }),
      },
    ],
    graphql: [
      {
        actionType,
        rateCardName: 'fee',
        rateCard: {
          fixedFee: {
            billableId: item,
            rateValues: [{ currency: 'USD', rate: price }],
            enableProration: true,
            invoiceTiming: 'IN_ADVANCE',
            tag: 'sold',
          },
        },
      },
    ],
  });
  return fc.oneof(
    step([few, few], (n, m) => {
      const own = { name: `Customer ${n}`, primaryEmail: 'ap@example.com', address: { city: 'Berlin', country: 'DE' } };
      const first = { name: `Account ${n}`, netTermDays: 10 * n, metadata: { n: `${n}` }, tags: ['EU'] };
      return {
        rest: [
          'POST',
          '/customers',
          { id: `new${n}`, ...own, account: { id: `new${n}`, ...first, aliases: [`alias${m}`], accountAliases: [{ value: `other${n}` }] } },
        ],
        graphql: [
          'createCustomer',
          {
            customerId: `new${n}`,
            ...own,
            account: { accountId: `new${n}`, ...first, aliases: [{ value: `alias${m}` }, { value: `other${n}` }] },
          },
        ],
      };
    }),
    step([few], (n) => ({
      rest: ['PATCH', `/customers/new${n}`, { name: 'Renamed' }],
      graphql: ['updateCustomer', { customerId: `new${n}`, name: 'Renamed' }],
    })),
    step([fc.constantFrom('leaving', 'acme', 'new1')], (customerId) => ({
      rest: ['DELETE', `/customers/${customerId}`],
      graphql: ['deleteCustomer', { customerId }],
    })),
    step([few, fc.constantFrom('ACTIVE', 'DRAFT')], (n, status) => {
      const own = { customerId: 'acme', name: `Further ${n}`, invoiceCurrency: 'EUR', status };
      return {
        rest: ['POST', '/accounts', { id: `further${n}`, ...own }],
        graphql: ['createAccount', { accountId: `further${n}`, ...own }],
      };
    }),
    step([account, few], (accountId, n) => ({
      rest: ['PATCH', `/accounts/${accountId}`, { name: `Named ${n}`, netTermDays: n, address: { country: 'US' } }],
      graphql: ['updateAccount', { accountId, name: `Named ${n}`, netTermDays: n, address: { country: 'US' } }],
    })),
    step([account], (accountId) => ({ rest: ['DELETE', `/accounts/${accountId}`], graphql: ['deleteAccount', { accountId }] })),
    step([account, few], (accountId, n) => {
      const later = { value: `later${n}`, effectiveFrom: '2027-01-01T00:00:00Z', effectiveUntil: '2028-01-01T00:00:00Z' };
      return {
        rest: ['POST', `/accounts/${accountId}/add_aliases`, { aliases: [`alias${n}`], accountAliases: [later] }],
        graphql: ['addAccountAliases', { accountId, aliases: [{ value: `alias${n}` }, later] }],
      };
    }),
    step([account, fc.constantFrom('main', 'alias1')], (accountId, value) => ({
      rest: ['POST', `/accounts/${accountId}/remove_aliases`, { aliases: [value] }],
      graphql: ['removeAccountAliases', { accountId, aliases: [{ value }] }],
    })),
    step([few, fc.constantFrom('LICENSE', 'FIXED_FEE', 'CREDIT_GRANT')], (n, type) => ({
      rest: ['POST', '/addons', { name: `Item ${n}`, type, billableName: 'Shown' }],
      graphql: ['createAddOn', { name: `Item ${n}`, type, billableName: 'Shown' }],
    })),
    step([fc.constantFrom(extra, setup), few], (addOnId, n) => ({
      rest: ['PATCH', `/addons/${addOnId}`, { name: `Item ${n}` }],
      graphql: ['updateAddOn', { addOnId, name: `Item ${n}` }],
    })),
    step([fc.constantFrom(extra, setup)], (addOnId) => ({
      rest: ['DELETE', `/addons/${addOnId}`],
      graphql: ['archiveAddOn', { addOnId }],
    })),
    step([few], (n) => {
      const schemaAssociations = [{ schemaName: 'events', attributeName: `a${n}` }];
      return {
        rest: ['PATCH', `/features/${calls}`, { schemaAssociations }],
        graphql: ['updateFeature', { featureId: calls, schemaAssociations }],
      };
    }),
    step([few, cycle], (n, pricingCycleConfig) => {
      const own = {
        name: `Plan ${n}`,
        type: 'BILLING',
        pricingCycleConfig: { ...MONTHLY, ...pricingCycleConfig },
        supportedCurrencies: ['USD', 'EUR'],
        deferredRevenue: true,
      };
      return { rest: ['POST', '/v2/price_plans', own], graphql: ['createPricePlan', own] };
    }),
    step([plan, few], (pricePlanId, n) => ({
      rest: ['PATCH', `/v2/price_plans/${pricePlanId}`, { description: `Described ${n}` }],
      graphql: ['updatePricePlan', { pricePlanId, description: `Described ${n}` }],
    })),
    step([plan, fc.constantFrom('CREATE', 'UPSERT'), fc.constantFrom(extra, setup), rate], (pricePlanId, actionType, item, price) => {
      const operations = operationsOf(actionType, item, price);
      return {
        rest: ['POST', `/v2/price_plans/${pricePlanId}/rate_cards`, { operations: operations.rest }],
        graphql: ['bulkPricePlanRateCardOperations', { pricePlanId, operations: operations.graphql }],
      };
    }),
    step([plan, few], (pricePlanId, n) => ({
      rest: ['PUT', `/v2/price_plans/${pricePlanId}/pricing_rules`, { pricingRules: rules(n) }],
      graphql: ['updatePricePlanPricingRules', { pricePlanId, pricingRules: rules(n) }],
    })),
    step([plan], (pricePlanId) => ({
      rest: ['DELETE', `/v2/price_plans/${pricePlanId}/discard`],
      graphql: ['discardPricePlan', { pricePlanId }],
    })),
    step([plan, fc.boolean()], (targetId, requireConfirmation) => {
      const own = { sourceId: pro, sourceVersion: 1, targetId, migrationMode: 'NEXT_CYCLE', requireConfirmation };
      return { rest: ['POST', '/v2/price_plans/migration', own], graphql: ['migratePricePlan', own] };
    }),
    step([fc.constantFrom('confirm', 'reject')], (verb) => ({
      rest: ['POST', `/jobs/${job}/${verb}`],
      graphql: [`${verb}Job`, { jobId: job }],
    })),
    step([account, plan, day, day], (accountId, pricePlanId, effectiveFrom, effectiveUntil) => {
      const edits = [{ effectiveFrom, effectiveUntil, associationConfig: { pricePlanId } }];
      return {
        rest: ['POST', `/v2/accounts/${accountId}/edit_schedules`, { edits }],
        graphql: ['bulkEditSchedules', { accountId, edits }],
      };
    }),
    step([account], (accountId) => ({
      rest: ['POST', `/v2/accounts/${accountId}/finalize_schedules`, {}],
      graphql: ['finalizeAccountSchedules', { accountId, anyDraft: true }],
    })),
    step([account], (accountId) => ({
      rest: ['DELETE', `/v2/accounts/${accountId}/discard_schedules`],
      graphql: ['discardAccountSchedules', { accountId }],
    })),
    step([few], (n) => ({
      rest: ['PUT', `/v2/schedules/${draftSchedule}/pricing_rules`, { pricingRules: rules(n) }],
      graphql: ['updateSchedulePricingRules', { scheduleId: draftSchedule, pricingRules: rules(n) }],
    })),
    step([fc.constantFrom('CREATE', 'UPSERT'), fc.constantFrom(extra, setup), rate], (actionType, item, price) => {
      const operations = operationsOf(actionType, item, price);
      return {
        rest: ['POST', `/v2/schedules/${draftSchedule}/rate_cards`, { operations: operations.rest }],
        graphql: ['bulkRateCardOperationsOnSchedule', { scheduleId: draftSchedule, operations: operations.graphql }],
      };
    }),
    step([account, plan, day, day], (accountId, pricePlanId, effectiveFrom, effectiveUntil) => {
      const own = { mode: 'ASSOCIATE', pricePlanId, effectiveFrom, effectiveUntil };
      // A batch of one, whose answer has the whole timeline.
      return {
        rest: ['POST', `/accounts/${accountId}/price_plans`, own],
        graphql: ['updatePricingScheduleBatch', { accountId, edits: [own] }],
      };
    }),
    step([account, day, day], (accountId, effectiveFrom, effectiveUntil) => {
      const edits = [{ mode: 'DISASSOCIATE', effectiveFrom, effectiveUntil }];
      return {
        rest: ['POST', `/accounts/${accountId}/edit_schedules`, { edits }],
        graphql: ['updatePricingScheduleBatch', { accountId, edits }],
      };
    }),
  );
}
