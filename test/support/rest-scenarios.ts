import { parse } from 'graphql';
import type { Route } from '../../src/rest/route.ts';
import { ROUTES } from '../../src/rest/routes.ts';
import { MONTHLY } from './organization.ts';
import { card } from './rest-rate-cards.ts';
import type { Ids } from './world.ts';

/** What a request of a route is made of, beside its method and its path. */
export interface RestRequest {
  /** The parameters of the path by their names, not encoded. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>> | undefined;
}

type Given = Partial<RestRequest>;

/** A route, and a request of it that a `World` permits. */
export interface RestScenario {
  readonly operation: string;
  readonly route: Route;
  readonly isWrite: boolean;
  readonly accepted: (ids: Ids) => RestRequest;
}

/** Every route of the table. */
export const REST_SCENARIOS: readonly RestScenario[] = ROUTES.map((route) => ({
  operation: route.operation,
  route,
  isWrite: parse(route.document.toString()).definitions.some(
    (each) => each.kind === 'OperationDefinition' && each.operation === 'mutation',
  ),
  accepted: (ids) => {
    const { path, query, body } = REQUESTS[route.operation]?.(ids) ?? {};
    return { path: { ...idsOfPaths(ids), ...path }, query: query ?? (route.query.mode ? { mode: 'DRAFT' } : {}), body };
  },
}));

export const isDescribed = ({ operation, route }: RestScenario): boolean =>
  operation in REQUESTS || (route.method === 'GET' && !route.body);

/** The address of a request. An empty query has no question mark. */
export function addressOf({ path: template }: Route, { path, query }: Pick<RestRequest, 'path' | 'query'>): string {
  const address = template.replace(/\{(\w+)\}/g, (_match, name: string) => encodeURIComponent(path[name] ?? 'none'));
  const parameters = new URLSearchParams(query).toString();
  return parameters === '' ? address : `${address}?${parameters}`;
}

/** Something of each kind that a path names. */
const idsOfPaths = ({ pro, extra, calls, job, draftSchedule, purchase, proposal }: Ids) => ({
  customerId: 'acme',
  accountId: 'contracted',
  pricePlanId: pro,
  addonId: extra,
  featureId: calls,
  jobId: job,
  scheduleId: draftSchedule,
  purchaseId: purchase,
  purchaseProposalId: proposal,
  alias: 'kept',
});

const FOR_EVER = { effectiveFrom: '2026-01-01', effectiveUntil: '9999-01-01' };
const PAUSE = { mode: 'DISASSOCIATE', effectiveFrom: '2030-01-01', effectiveUntil: '2030-02-01' };
const RULES = { pricingRules: [{ name: 'Discount', order: 1, computation: '10', action: { type: 'ADD' } }] };

const feeOf = (id: string) =>
  card('FIXED_FEE', id, 'fixedFeeRateCard', { id, rateValues: [{ currency: 'USD', rate: 100 }], enableProration: false });
const addCard = (id: string) => ({ operations: [{ actionType: 'CREATE', rateCardName: 'extra', rateCard: feeOf(id) }] });

/** What the accepted request of an operation has beside the ids of its path. */
const REQUESTS: Readonly<Record<string, (ids: Ids) => Given>> = {
  createCustomer: () => ({ body: { id: 'umbra', name: 'Umbra', primaryEmail: 'ap@example.com', address: {} } }),
  updateCustomer: () => ({ body: { name: 'Acme Inc.' } }),
  deleteCustomer: () => ({ path: { customerId: 'leaving' } }),
  createAccount: () => ({ body: { customerId: 'acme', id: 'new', name: 'New' } }),
  updateAccount: () => ({ body: { name: 'Renamed' } }),
  deleteAccount: () => ({ path: { accountId: 'spare' } }),
  addAliases: () => ({ path: { accountId: 'spare' }, body: { aliases: ['second'] } }),
  removeAliases: () => ({ body: { aliases: ['main'] } }),
  createPricePlanV2: () => ({ body: { name: 'Premium', type: 'BILLING', pricingCycleConfig: MONTHLY, supportedCurrencies: ['USD'] } }),
  pricePlanMigrationV2: ({ pro, idle }) => ({ body: { sourceId: pro, sourceVersion: 1, targetId: idle, migrationMode: 'IMMEDIATE' } }),
  updatePricePlanV2: ({ basic }) => ({ path: { pricePlanId: basic }, body: { description: 'To begin with' } }),
  discardPricePlan: ({ basic }) => ({ path: { pricePlanId: basic } }),
  finalizePricePlan: ({ basic }) => ({ path: { pricePlanId: basic }, body: {} }),
  updatePricePlanPricingRules: ({ basic }) => ({ path: { pricePlanId: basic }, body: RULES }),
  bulkPricePlanRateCardOperations: ({ basic, extra }) => ({ path: { pricePlanId: basic }, body: addCard(extra) }),
  createAddOn: () => ({ body: { name: 'Discounts', type: 'FIXED_FEE' } }),
  updateAddOn: () => ({ body: { name: 'Extras' } }),
  deleteAddOn: () => ({}),
  createFeature: () => ({ body: { name: 'Storage', schemaAssociations: [] } }),
  updateFeature: () => ({ body: { name: 'Requests' } }),
  confirmJob: () => ({}),
  rejectJob: () => ({}),
  bulkEditSchedules: ({ idle }) => ({
    body: { edits: [{ effectiveFrom: '2031-01-01', effectiveUntil: '2032-01-01', associationConfig: { pricePlanId: idle } }] },
  }),
  listaccountSchedules: () => ({ path: { accountId: 'drafting' }, query: { mode: 'DRAFT' } }),
  discardAccountSchedules: () => ({ path: { accountId: 'drafting' } }),
  finalizeAccountSchedules: () => ({ path: { accountId: 'drafting' }, body: {} }),
  updatePricingRules: () => ({ body: RULES }),
  bulkRateCardOperationsOnSchedule: ({ extra }) => ({ body: addCard(extra) }),
  updatePricingSchedule: ({ pro }) => ({ path: { accountId: 'spare' }, body: { pricePlanId: pro, ...FOR_EVER } }),
  updatePricingScheduleBatch: ({ idle }) => ({ body: { edits: [PAUSE, { ...PAUSE, mode: 'ASSOCIATE', pricePlanId: idle }] } }),
  createProposal: () => ({ body: { type: 'WALLET_TOPUP', walletTopupDetails: { topupAmount: 5 }, paymentMode: 'PREPAID' } }),
  initiateOneTimeEntitlementPlan: ({ pack }) => ({ body: { pricePlanId: pack } }),
  updateProposalStatus: () => ({ body: { status: 'APPROVE' } }),
  createAlias: () => ({ body: { aliases: [{ value: 'reserved' }] } }),
  deleteAlias: () => ({}),
  addLicenseUpdateEntry: ({ seat }) => ({ body: { licenseId: seat, accountId: 'contracted', updateType: 'ABSOLUTE', quantity: 5 } }),
  calculateRevenueV2: ({ idle }) => ({
    body: {
      currencyConfig: { mode: 'CUSTOM', currency: 'USD' },
      pricePlanDetailsConfig: { mode: 'PRICE_PLAN', pricePlanId: idle },
      usageConfig: { mode: 'CUSTOM', usageMap: {} },
      licenseEntriesConfig: { mode: 'CUSTOM', custom: [] },
    },
  }),
};
