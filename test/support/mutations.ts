import { fee } from './catalogue.ts';
import { KEY_SET } from './delegate.ts';
import { MONTHLY, type Organization } from './organization.ts';
import type { Ids } from './world.ts';

/** A mutation that the world permits, and one of the same name that it does not. */
export interface Scenario {
  readonly mutation: string;
  readonly accepted: (ids: Ids) => object;
  /** Well-formed, and refused for what is stored; or malformed, where the mutation looks at nothing that is stored. */
  readonly refused: (ids: Ids) => object;
}

const NOBODY = 'nobody';
const FOR_EVER = { effectiveFrom: '2026-01-01', effectiveUntil: '9999-01-01' };
const PAUSE = { mode: 'DISASSOCIATE', effectiveFrom: '2030-01-01', effectiveUntil: '2030-02-01' };
const RULE = { name: 'Discount', order: 1, computation: '10', action: { type: 'ADD' } };
const DETAILS = { name: 'Umbra', primaryEmail: 'ap@example.com', address: {} };
const BILLING = { type: 'BILLING', pricingCycleConfig: MONTHLY, supportedCurrencies: ['USD'] };
const TOP_UP = { accountId: 'contracted', type: 'WALLET_TOPUP', walletTopupDetails: { topupAmount: '5' } };

const SUBSCRIPTION = 'subscription { event { eventId kinds } }';

const STAFF = { issuer: 'https://id.example.com', claim: ['roles'], roles: [{ role: 'viewer', scopes: ['PLANS_READ'] }] };

/** Each mutation of the schema at least once, in a `World`. */
export const SCENARIOS: readonly Scenario[] = [
  scenario('createCustomer', () => ({ customerId: 'umbra', ...DETAILS }), { customerId: 'acme' }),
  scenario('updateCustomer', () => ({ customerId: 'acme', name: 'Acme Inc.' }), { customerId: NOBODY }),
  scenario('deleteCustomer', () => ({ customerId: 'leaving' }), { customerId: 'acme' }),
  scenario('eraseCustomer', () => ({ customerId: 'gone' }), { customerId: 'acme' }),
  scenario('createAccount', () => ({ customerId: 'acme', accountId: 'new', name: 'New' }), { accountId: 'spare' }),
  scenario('updateAccount', () => ({ accountId: 'contracted', name: 'Renamed' }), { expectedRevision: 99 }),
  scenario('deleteAccount', () => ({ accountId: 'spare' }), { accountId: 'contracted' }),
  scenario('addAccountAliases', () => ({ accountId: 'spare', aliases: [{ value: 'second' }] }), { aliases: [{ value: 'main' }] }),
  scenario('addLicenseUpdate', ({ seat }) => ({ accountId: 'contracted', licenseId: seat, updateType: 'RELATIVE', quantity: '5' }), {
    quantity: '-5',
  }),
  scenario('removeAccountAliases', () => ({ accountId: 'contracted', aliases: [{ value: 'main' }] }), { aliases: [{ value: NOBODY }] }),
  scenario('reserveAliases', () => ({ values: ['reserved'] }), { values: ['main'] }),
  scenario('releaseAlias', () => ({ value: 'kept' }), { value: NOBODY }),

  scenario('createAddOn', () => ({ name: 'Discounts', type: 'FIXED_FEE' }), { name: 'Setup' }),
  scenario('updateAddOn', ({ extra: addOnId }) => ({ addOnId, name: 'Extras' }), { name: 'Setup' }),
  scenario(
    'archiveAddOn',
    ({ extra: addOnId }) => ({ addOnId }),
    ({ calls: addOnId }) => ({ addOnId }),
  ),
  scenario(
    'unarchiveAddOn',
    ({ oldAddOn: addOnId }) => ({ addOnId }),
    ({ calls: addOnId }) => ({ addOnId }),
  ),
  scenario('createFeature', () => ({ name: 'Storage', schemaAssociations: [] }), { name: 'Calls' }),
  scenario(
    'updateFeature',
    ({ calls: featureId }) => ({ featureId, name: 'Requests' }),
    ({ extra: featureId }) => ({ featureId }),
  ),
  scenario(
    'archiveFeature',
    ({ calls: featureId }) => ({ featureId }),
    ({ extra: featureId }) => ({ featureId }),
  ),
  scenario(
    'unarchiveFeature',
    ({ oldFeature: featureId }) => ({ featureId }),
    ({ extra: featureId }) => ({ featureId }),
  ),
  scenario('createUsageMeter', () => ({ name: 'Egress' }), { name: 'Data' }),
  scenario('updateUsageMeter', ({ meter: usageMeterId }) => ({ usageMeterId, name: 'Egress' }), { name: 'Data' }),
  scenario(
    'archiveUsageMeter',
    ({ meter: usageMeterId }) => ({ usageMeterId }),
    ({ extra: usageMeterId }) => ({ usageMeterId }),
  ),
  scenario(
    'unarchiveUsageMeter',
    ({ oldMeter: usageMeterId }) => ({ usageMeterId }),
    ({ extra: usageMeterId }) => ({ usageMeterId }),
  ),

  scenario('createPricePlan', () => ({ name: 'Premium', ...BILLING }), { name: 'Pro' }),
  scenario('updatePricePlan', ({ basic: pricePlanId }) => ({ pricePlanId, description: 'To begin with' }), { supportedCurrencies: [] }),
  // Opens a version.
  scenario('updatePricePlan', ({ pro: pricePlanId }) => ({ pricePlanId, description: 'Better' }), { expectedRevision: 99 }),
  scenario(
    'bulkPricePlanRateCardOperations',
    ({ basic: pricePlanId, extra }) => ({ pricePlanId, operations: [card('CREATE', 'extra', extra)] }),
    { operations: [{ actionType: 'DELETE', rateCardName: NOBODY }] },
  ),
  scenario('updatePricePlanPricingRules', ({ basic: pricePlanId }) => ({ pricePlanId, pricingRules: [RULE] }), { expectedRevision: 99 }),
  scenario(
    'finalizePricePlan',
    ({ basic: pricePlanId, basicDraft: referenceId }) => ({ pricePlanId, referenceId }),
    ({ pro: pricePlanId }) => ({ pricePlanId }),
  ),
  scenario(
    'discardPricePlan',
    ({ basic: pricePlanId }) => ({ pricePlanId }),
    ({ pro: pricePlanId }) => ({ pricePlanId }),
  ),
  scenario(
    'archivePricePlan',
    ({ idle: pricePlanId }) => ({ pricePlanId }),
    ({ pro: pricePlanId }) => ({ pricePlanId }),
  ),

  scenario(
    'migratePricePlan',
    ({ pro: sourceId, idle: targetId }) => ({ sourceId, sourceVersion: 1, targetId, migrationMode: 'IMMEDIATE' }),
    {
      sourceVersion: 9,
    },
  ),
  scenario('confirmJob', ({ job: jobId }) => ({ jobId }), { jobId: NOBODY }),
  scenario('rejectJob', ({ job: jobId }) => ({ jobId }), { jobId: NOBODY }),

  scenario(
    'updatePricingSchedule',
    ({ pro: pricePlanId }) => ({ accountId: 'spare', pricePlanId, ...FOR_EVER }),
    ({ pack: pricePlanId }) => ({ pricePlanId }),
  ),
  scenario(
    'updatePricingScheduleBatch',
    ({ idle: pricePlanId }) => ({ accountId: 'contracted', edits: [PAUSE, { ...PAUSE, mode: 'ASSOCIATE', pricePlanId }] }),
    ({ pack: pricePlanId }) => ({ edits: [PAUSE, { ...PAUSE, mode: 'ASSOCIATE', pricePlanId }] }),
  ),
  scenario(
    'bulkEditSchedules',
    ({ idle }) => ({ accountId: 'contracted', edits: [edit(idle)] }),
    ({ pack }) => ({ edits: [edit(pack)] }),
  ),
  // Writes the active timeline.
  scenario('bulkEditSchedules', ({ idle }) => ({ accountId: 'contracted', edits: [edit(idle)], finalize: true }), {
    accountId: 'drafting',
  }),
  scenario(
    'finalizeAccountSchedules',
    ({ draft: draftId }) => ({ accountId: 'drafting', draftId }),
    ({ staleDraft: draftId }) => ({ accountId: 'stale', draftId }),
  ),
  scenario('rebaseDraft', () => ({ accountId: 'stale' }), { accountId: 'drafting' }),
  scenario('discardAccountSchedules', () => ({ accountId: 'drafting' }), { accountId: 'contracted' }),
  scenario(
    'bulkRateCardOperationsOnSchedule',
    ({ draftSchedule: scheduleId, extra }) => ({ scheduleId, operations: [card('CREATE', 'extra', extra)] }),
    { operations: [{ actionType: 'DELETE', rateCardName: NOBODY }] },
  ),
  scenario('updateSchedulePricingRules', ({ draftSchedule: scheduleId }) => ({ scheduleId, pricingRules: [RULE] }), {
    expectedRevision: 99,
  }),

  scenario('initiatePurchase', ({ pack: pricePlanId }) => ({ accountId: 'contracted', pricePlanId }), { accountId: NOBODY }),
  scenario(
    'completePurchase',
    ({ purchase: purchaseId }) => ({ purchaseId }),
    ({ proposal: purchaseId }) => ({ purchaseId }),
  ),
  scenario(
    'failPurchase',
    ({ purchase: purchaseId }) => ({ purchaseId }),
    ({ proposal: purchaseId }) => ({ purchaseId }),
  ),
  scenario('createProposal', () => ({ ...TOP_UP, paymentMode: 'PREPAID' }), { expiryDate: '2020-01-01T00:00:00Z' }),
  scenario(
    'reviseProposal',
    ({ proposal: proposalId }) => ({ proposalId, expiryDate: '2027-01-01T00:00:00Z' }),
    ({ purchase: proposalId }) => ({ proposalId }),
  ),
  scenario(
    'updateProposalStatus',
    ({ proposal: proposalId }) => ({ proposalId, status: 'APPROVE', comment: 'Agreed' }),
    ({ purchase: proposalId }) => ({ proposalId }),
  ),

  scenario('createApiToken', () => ({ name: 'reports', scopes: ['PLANS_READ'] }), { scopes: [] }),
  scenario('createDelegateToken', () => ({ accountIds: ['contracted'], access: 'READ' }), { accountIds: [NOBODY] }),
  scenario('registerTokenIssuer', () => ({ issuer: 'https://id.example.com', jwks: KEY_SET, access: 'READ' }), { jwks: { keys: [] } }),
  scenario('removeTokenIssuer', ({ issuer: tokenIssuerId }) => ({ tokenIssuerId }), { tokenIssuerId: 'iss.00000000000.00000' }),
  scenario('registerStaffIssuer', () => ({ ...STAFF, jwks: KEY_SET }), { roles: [] }),
  scenario('updateStaffIssuer', ({ staffIssuer: staffIssuerId }) => ({ staffIssuerId, roles: STAFF.roles }), { roles: [] }),
  scenario('removeStaffIssuer', ({ staffIssuer: staffIssuerId }) => ({ staffIssuerId }), { staffIssuerId: 'stf.00000000000.00000' }),
  scenario('revokeStaff', ({ staffIssuer: staffIssuerId }) => ({ staffIssuerId, subject: 'ada' }), { subject: '' }),
  scenario('restoreStaff', ({ staffIssuer: staffIssuerId }) => ({ staffIssuerId, subject: 'former' }), { subject: NOBODY }),
  scenario('createWebhook', () => ({ url: 'https://subscriber.example.com/new', document: SUBSCRIPTION }), { url: 'https://10.0.0.1' }),
  scenario('updateWebhook', ({ webhook: webhookId }) => ({ webhookId, isEnabled: false }), { expectedRevision: 99 }),
  scenario('deleteWebhook', ({ webhook: webhookId }) => ({ webhookId }), { webhookId: 'whk.00000000000.00000' }),
  scenario('rotateWebhookSecret', ({ webhook: webhookId }) => ({ webhookId }), { webhookId: 'whk.00000000000.00000' }),
  scenario('sendTestEvent', ({ webhook: webhookId }) => ({ webhookId }), { webhookId: 'whk.00000000000.00000' }),
  scenario('redeliver', ({ webhook: webhookId, event: eventId }) => ({ webhookId, eventId }), { eventId: 'aud.00000000000.00000' }),
  scenario('revokeApiToken', ({ token: apiTokenId }) => ({ apiTokenId }), { apiTokenId: 'tok.00000000000.00000' }),
];

/** Every mutation of the schema. */
export async function mutationsOf(org: Organization): Promise<readonly string[]> {
  const query = '{ __schema { mutationType { fields { name } } } }';
  const { data } = await org.ask<{ __schema: { mutationType: { fields: { name: string }[] } } }>(query);
  return data.__schema.mutationType.fields.map(({ name }) => name);
}

/** The mutation with its input as a variable. */
export function documentOf(mutation: string, selection = 'isReplay userErrors { code }'): string {
  return `mutation ($input: ${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!) { ${mutation}(input: $input) { ${selection} } }`;
}

/** What is refused differs from what is accepted in these fields. */
function scenario(mutation: string, accepted: (ids: Ids) => object, otherwise: object | ((ids: Ids) => object)): Scenario {
  const differing = (ids: Ids): object => (typeof otherwise === 'function' ? otherwise(ids) : otherwise);
  return { mutation, accepted, refused: (ids) => ({ ...accepted(ids), ...differing(ids) }) };
}

const card = (actionType: string, rateCardName: string, billableId: string) => ({ actionType, rateCardName, rateCard: fee(billableId) });

const edit = (pricePlanId: string) => ({
  effectiveFrom: '2031-01-01',
  effectiveUntil: '2032-01-01',
  associationConfig: { pricePlanId },
});
