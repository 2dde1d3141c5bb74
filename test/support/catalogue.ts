import type { Organization } from './organization.ts';

export interface UserError {
  readonly __typename: string;
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
  readonly issues?: readonly { readonly code: string; readonly entityType: string; readonly entityId: string }[];
}

const USER_ERRORS = `userErrors { __typename code message path ... on ConflictError { currentRevision }
  ... on FinalizeBlockedError { issues { code entityType entityId } } }`;

/** Runs a mutation by its name, and answers its payload with what it cost. */
export async function mutate<T = unknown>(org: Organization, mutation: string, input: object, selection = '') {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${selection} ${USER_ERRORS} } }`;
  const { data, errors, extensions } = await org.ask<Record<string, T & { userErrors: UserError[] }>>(document, { input });
  const payload = data?.[mutation];
  if (errors || !payload) throw new Error(`${mutation}: ${JSON.stringify(errors)}`);
  return { ...payload, d1Calls: extensions.cost.d1Calls };
}

/** The errors of a mutation that is refused, after one read and without a write. */
export async function refusal(org: Organization, mutation: string, input: object): Promise<readonly UserError[]> {
  const { userErrors, d1Calls } = await mutate(org, mutation, input);
  if (userErrors.length === 0) throw new Error(`${mutation} was accepted`);
  if (d1Calls > 1) throw new Error(`${mutation} was refused after ${d1Calls} calls`);
  return userErrors;
}

/** One billable item for each kind of rate card; answers their ids. */
export async function items(org: Organization) {
  const addOn = (name: string, type: string) =>
    org.done<{ addOnId: string }>('createAddOn', 'addOn { addOnId }', { name, type }, 'addOn').then(({ addOnId }) => addOnId);
  const feature = { name: 'Storage', schemaAssociations: [] };
  return {
    setup: await addOn('Setup', 'FIXED_FEE'),
    seats: await addOn('Seats', 'LICENSE'),
    credits: await addOn('Credits', 'CREDIT_GRANT'),
    calls: (await org.done<{ usageMeterId: string }>('createUsageMeter', 'usageMeter { usageMeterId }', { name: 'Calls' }, 'usageMeter'))
      .usageMeterId,
    storage: (await org.done<{ featureId: string }>('createFeature', 'feature { featureId }', feature, 'feature')).featureId,
  };
}

/** A price for each unit, in USD. */
export const perUnit = (rate: string) => ({
  ratePlan: { pricingModel: 'TIERED', slabs: [{ order: 1, startAfter: '0', priceType: 'PER_UNIT' }] },
  rateValues: [{ currency: 'USD', slabRates: [{ order: 1, rate }] }],
});

/** A fixed fee in USD. */
export const fee = (billableId: string, rate = '100') => ({ fixedFee: { billableId, rateValues: [{ currency: 'USD', rate }] } });

/** A draft plan without rate cards; answers its id. */
export async function emptyPlan(org: Organization, details: object = {}): Promise<string> {
  const pricingCycleConfig = { interval: 'MONTHLY', gracePeriod: 3 };
  const input = { name: 'Basic', type: 'BILLING', pricingCycleConfig, supportedCurrencies: ['USD'], ...details };
  const { pricePlanId } = await org.done<{ pricePlanId: string }>('createPricePlan', 'pricePlan { pricePlanId }', input, 'pricePlan');
  return pricePlanId;
}

/** Writes rate cards by name into a plan's draft. */
export function upsert(org: Organization, pricePlanId: string, cards: Readonly<Record<string, object>>, selection = '') {
  const operations = Object.entries(cards).map(([rateCardName, rateCard]) => ({ actionType: 'UPSERT', rateCardName, rateCard }));
  return mutate(org, 'bulkPricePlanRateCardOperations', { pricePlanId, operations }, selection);
}
