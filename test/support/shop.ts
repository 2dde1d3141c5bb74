import { entitlement, fixedFee, license, tiered, usage } from '../../scripts/sample/rate-cards.ts';
import { DB } from './database.ts';
import { MONTHLY, Organization } from './organization.ts';

/** An organization that sells two plans, and its account `acme`. */
export interface Shop {
  readonly org: Organization;
  /**
   * A one-time plan: a setup fee of 9.99, 100 calls for 20 days at 25 a pack, seats of which the first 100 cost 2 each and the rest 1,
   * and data by use.
   */
  readonly pack: string;
  /** A monthly plan: 100 in advance, 40 in arrears. */
  readonly pro: string;
  readonly setup: string;
  /** A license. */
  readonly seat: string;
  readonly calls: string;
}

export async function openShop(): Promise<Shop> {
  const org = await Organization.begin();
  await org.customer('acme');
  const [setup, seat] = [await addOn(org, 'Setup', 'FIXED_FEE'), await addOn(org, 'Seat', 'LICENSE')];
  const [base, support] = [await addOn(org, 'Base', 'FIXED_FEE'), await addOn(org, 'Support', 'FIXED_FEE')];
  const { featureId: calls } = await org.done<{ featureId: string }>(
    'createFeature',
    'feature { featureId }',
    { name: 'Calls', schemaAssociations: [{ schemaName: 'calls', attributeName: 'count' }] },
    'feature',
  );
  const { usageMeterId: data } = await org.done<{ usageMeterId: string }>(
    'createUsageMeter',
    'usageMeter { usageMeterId }',
    { name: 'Data' },
    'usageMeter',
  );
  const pack = await planOf(org, 'Pack', 'PURCHASE', {
    setup: fixedFee(setup, { USD: '9.99' }),
    calls: entitlement(calls, '100', 'P20D', { USD: '25' }),
    seats: license(seat, tiered({ above: 0, price: { USD: '2' } }, { above: 100, price: { USD: '1' } })),
    data: usage(data, tiered({ above: 0, price: { USD: '3' } })),
  });
  const pro = await planOf(org, 'Pro', 'BILLING', {
    base: fixedFee(base, { USD: '100' }, { invoiceTiming: 'IN_ADVANCE' }),
    support: fixedFee(support, { USD: '40' }, { invoiceTiming: 'IN_ARREARS' }),
  });
  return { org, pack, pro, setup, seat, calls };
}

async function addOn(org: Organization, name: string, type: string): Promise<string> {
  return (await org.done<{ addOnId: string }>('createAddOn', 'addOn { addOnId }', { name, type }, 'addOn')).addOnId;
}

/** An active plan with these rate cards by their names. */
async function planOf(
  org: Organization,
  name: string,
  type: 'BILLING' | 'PURCHASE',
  cards: Readonly<Record<string, object>>,
): Promise<string> {
  const details = { name, type, supportedCurrencies: ['USD'], ...(type === 'BILLING' && { pricingCycleConfig: MONTHLY }) };
  const { pricePlanId } = await org.done<{ pricePlanId: string }>('createPricePlan', 'pricePlan { pricePlanId }', details, 'pricePlan');
  const operations = Object.entries(cards).map(([rateCardName, rateCard]) => ({ actionType: 'CREATE', rateCardName, rateCard }));
  await org.done('bulkPricePlanRateCardOperations', 'pricePlan { version }', { pricePlanId, operations }, 'pricePlan');
  await org.done('finalizePricePlan', 'pricePlan { status }', { pricePlanId }, 'pricePlan');
  return pricePlanId;
}

/** Everything that an accepted change could have written, counted: what is equal before and after a refusal. */
export async function rowsOf({ orgId }: Organization): Promise<object> {
  const tables = ['purchases', 'entitlements', 'wallet_entries', 'schedules', 'rate_cards', 'audit_entries'];
  const counts = tables.map((table) => `(select count(*) from ${table} where org_id = ?1) as ${table}`);
  const revision = '(select sum(revision) from accounts where org_id = ?1) as revision';
  const row = await DB.prepare(`select ${[...counts, revision].join(', ')}`)
    .bind(orgId)
    .first();
  if (!row) throw new Error('no counts');
  return row;
}
