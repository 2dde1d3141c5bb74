import { KEY_SET } from './delegate.ts';
import type { Organization } from './organization.ts';
import { openShop, type Shop } from './shop.ts';

/** A shop with one of everything that an organization can hold. `name` begins every id that a caller chooses. */
export async function oneOfEverything(name: string): Promise<Organization> {
  const shop = await openShop();
  const { org, pro, calls } = shop;
  await customerWithEverything(shop, name);
  await org.done('reserveAliases', 'reservedAliases { id }', { values: [`${name}-reserved`] }, 'reservedAliases');
  await org.done('createApiToken', 'apiToken { id }', { name: `${name} token`, scopes: ['ACCOUNTS_READ'] }, 'apiToken');
  const issuer = { issuer: `https://${name}.example.com`, jwks: KEY_SET, access: 'READ' };
  await org.done('registerTokenIssuer', 'tokenIssuer { id }', issuer, 'tokenIssuer');
  const staff = { issuer: issuer.issuer, jwks: KEY_SET, claim: ['roles'], roles: [{ role: `${name} role`, scopes: ['ACCOUNTS_READ'] }] };
  const made = await org.done<{ staffIssuerId: string }>('registerStaffIssuer', 'staffIssuer { staffIssuerId }', staff, 'staffIssuer');
  await org.done('revokeStaff', 'staffRevocation { id }', { ...made, subject: `${name} person` }, 'staffRevocation');
  const { webhookId } = await org.done<{ webhookId: string }>(
    'createWebhook',
    'webhook { webhookId }',
    { url: `https://${name}.example.com/hook`, document: 'subscription { event { eventId } }', where: { kinds: ['JOB_REJECTED'] } },
    'webhook',
  );
  await org.done('sendTestEvent', 'delivery { deliveryId }', { webhookId }, 'delivery');
  await org.done('updatePricePlanPricingRules', 'pricePlan { version }', { pricePlanId: pro, pricingRules: [RULE] }, 'pricePlan');
  await org.done('updateFeature', 'feature { featureId }', { featureId: calls, name: `${name} calls` }, 'feature');
  return org;
}

/** A customer of the shop with one of everything that an account can have. */
export async function customerWithEverything({ org, pack, pro, seat }: Shop, name: string): Promise<void> {
  const accountId = `${name}-account`;
  await org.done('createCustomer', 'customer { id }', customer(`${name}-customer`, accountId), 'customer');
  await org.done('addAccountAliases', 'account { id }', { accountId, aliases: [{ value: `${name}-alias` }] }, 'account');
  const forEver = { effectiveFrom: '2026-01-01', effectiveUntil: '9999-01-01' };
  const granted = { licenseId: seat, updateType: 'ABSOLUTE', quantity: '1' };
  const preActions = [{ type: 'GRANT_LICENSE', config: granted }];
  await org.done('updatePricingSchedule', 'account { id }', { accountId, pricePlanId: pro, ...forEver, preActions }, 'account');
  const migration = { sourceId: pro, sourceVersion: 1, targetId: await org.plan(`${name} plan`), migrationMode: 'NEXT_CYCLE' };
  await org.done('migratePricePlan', 'job { id }', { ...migration, requireConfirmation: true }, 'job');
  const edits = [{ effectiveFrom: '2027-01-01', effectiveUntil: '2028-01-01', associationConfig: { pricePlanId: pro } }];
  await org.done('bulkEditSchedules', 'draft { id }', { accountId, edits }, 'draft');
  const bought = { accountId, pricePlanId: pack };
  const topup = { accountId, type: 'WALLET_TOPUP', walletTopupDetails: { topupAmount: '5', purchaseAmount: '5' } };
  const keyed = { ...topup, paymentMode: 'PREPAID', idempotencyKey: `${name}-key` };
  const { proposalId } = await org.done<{ proposalId: string }>('createProposal', 'proposal { proposalId }', keyed, 'proposal');
  await org.done('reviseProposal', 'proposal { id }', { proposalId, paymentMode: 'POSTPAID' }, 'proposal');
  const purchases = [bought, topup, bought].map(async (input) => {
    const { purchaseId } = await org.done<{ purchaseId: string }>('initiatePurchase', 'purchase { purchaseId }', input, 'purchase');
    return purchaseId;
  });
  for (const purchaseId of (await Promise.all(purchases)).slice(0, 2))
    await org.done('completePurchase', 'purchase { id }', { purchaseId }, 'purchase');
}

const RULE = { name: 'never', order: 1, condition: 'false', computation: '10', action: { type: 'ADD' } };

const customer = (customerId: string, accountId: string) => {
  const details = { name: customerId, primaryEmail: 'ap@example.com', address: {} };
  return { customerId, ...details, account: { accountId, name: accountId, metadata: { region: 'EU' } } };
};
