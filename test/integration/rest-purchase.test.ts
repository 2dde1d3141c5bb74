import { beforeEach, describe, expect, it } from 'vitest';
import { items } from '../support/catalogue.ts';
import { Organization } from '../support/organization.ts';
import { call, callLogged } from '../support/rest.ts';
import { contractFaults } from '../support/rest-contract.ts';
import { cardsOf } from '../support/rest-rate-cards.ts';

let org: Organization;
let pricePlanId: string;
let own: Readonly<Record<string, readonly object[]>>;
beforeEach(async () => {
  org = await Organization.begin();
  await org.customer('acme');
  pricePlanId = await org.plan('Pack', { type: 'PURCHASE', pricingCycleConfig: null });
  const families = cardsOf(await items(org)).map(({ rateCardDetails }) => Object.entries(rateCardDetails)[0] ?? []);
  own = Object.fromEntries(families.map(([name, card]) => [`${name}s`, [card]]));
});

const PROPOSALS = '/accounts/acme/purchase_proposals';
const PURCHASES = '/accounts/acme/purchases';
const TOPUP = { type: 'WALLET_TOPUP', walletTopupDetails: { topupAmount: 120.5, purchaseAmount: 100 } };
const propose = (body: object) => call(org, 'POST', PROPOSALS, { body: { paymentMode: 'POSTPAID', ...body } });

describe('a proposal', () => {
  it('is created with exact amounts, read, listed and approved', async () => {
    const body = { ...TOPUP, paymentMode: 'PREPAID', expiryDate: '2028-02-29T00:00:00.000Z', idempotencyKey: 'once' };
    const { answer, line } = await callLogged(org, 'POST', PROPOSALS, { body });
    expect(contractFaults('Proposal', answer)).toEqual([]);
    expect(answer).toMatchObject({ ...body, accountId: 'acme', price: 100, invoiceCurrency: 'USD', status: 'PROPOSAL_ACTIVE' });
    expect(line).toMatchObject({ operation: 'createProposal', status: 200, d1Calls: 2 });
    expect((await call(org, 'POST', PROPOSALS, { body })).body).toEqual(answer);

    const path = `/purchase_proposals/${answer.id}`;
    expect((await call(org, 'GET', path)).body).toEqual(answer);
    const listed = await call(org, 'GET', PROPOSALS);
    expect(contractFaults('ProposalsPaginatedResponse', listed.body)).toEqual([]);
    expect(listed.body.data).toMatchObject([{ id: answer.id, walletTopupDetails: TOPUP.walletTopupDetails }]);

    const approved = await call(org, 'POST', `${path}/update_status`, { body: { status: 'APPROVE' } });
    expect(contractFaults('Proposal', approved.body)).toEqual([]);
    expect(approved.body).toMatchObject({ id: answer.id, status: 'PROPOSAL_APPROVED' });
    const declined = await call(org, 'POST', `${path}/update_status`, { body: { status: 'DECLINE' } });
    expect([declined.status, declined.headers.get('x-error-code')]).toEqual([400, 'ILLEGAL_TRANSITION']);
  });

  it('is told as declined where a revision has replaced it', async () => {
    const { body } = await propose(TOPUP);
    await org.done('reviseProposal', 'proposal { proposalId }', { proposalId: body.id, quantity: 1, paymentMode: 'PREPAID' }, 'proposal');
    expect((await call(org, 'GET', `/purchase_proposals/${body.id}`)).body.status).toBe('PROPOSAL_DECLINED');
  });

  it('associates a plan with overrides of its cycle and of whole families of its rate cards', async () => {
    const plan = await org.plan('Pro');
    const { usageRateCards, billingEntitlementRateCards } = own;
    const override = { pricingCycleConfig: { interval: 'QUARTERLY', gracePeriod: 3 }, usageRateCards, billingEntitlementRateCards };
    const days = { effectiveFrom: '2027-01-01', effectiveUntil: '2028-01-01' };
    const { body } = await propose({ type: 'ASSOCIATION', pricePlanId: plan, ...days, associationOverride: override });
    expect(contractFaults('Proposal', body)).toEqual([]);
    expect(body).toMatchObject({ ...days, pricePlanVersion: 1, associationOverride: override });
    expect(Object.keys(body.associationOverride).toSorted()).toEqual(Object.keys(override).toSorted());
    expect((await call(org, 'GET', `/purchase_proposals/${body.id}`)).body).toEqual(body);
    const approved = await call(org, 'POST', `/purchase_proposals/${body.id}/update_status`, { body: { status: 'APPROVE' } });
    expect(approved.body.associationOverride).toEqual(body.associationOverride);
    const { data } = (await call(org, 'GET', '/accounts/acme/pricing_schedules')).body;
    expect(data).toMatchObject([
      { pricePlanId: plan, isOverriden: true, pricePlanDetails: { usageRateCards, billingEntitlementRateCards } },
    ]);
    expect(data[0].pricePlanDetails.fixedFeeRateCards).toHaveLength(1);
  });

  it('answers the families that it empties, and none that it leaves', async () => {
    const plan = await org.plan('Pro');
    const days = { effectiveFrom: '2027-01-01', effectiveUntil: '2028-01-01' };
    const association = { type: 'ASSOCIATION', pricePlanId: plan, ...days };
    expect((await propose(association)).body).not.toHaveProperty('associationOverride');
    const emptied = { fixedFeeRateCards: [], usageRateCards: own.usageRateCards };
    expect((await propose({ ...association, associationOverride: emptied })).body.associationOverride).toEqual(
      expect.objectContaining({ fixedFeeRateCards: [], usageRateCards: [expect.objectContaining(own.usageRateCards?.[0])] }),
    );
  });
});

describe('a purchase', () => {
  it('is made of a plan with its own rate cards and quantities, and answered with what it granted', async () => {
    const { fixedFeeRateCards, billingEntitlementRateCards } = own;
    const [fee = {}] = fixedFeeRateCards ?? [];
    const body = {
      pricePlanId,
      quantity: 3,
      rateCardQuantities: { setup: 1.5 },
      purchasePlanOverride: {
        fixedFeeRateCards: [{ ...fee, name: 'setup', type: 'ONE_TIME', recurrenceConfig: undefined }],
        billingEntitlementRateCards,
      },
    };
    const { answer, line } = await callLogged(org, 'POST', PURCHASES, { body });
    expect(contractFaults('Purchase', answer)).toEqual([]);
    expect(answer).toMatchObject({ pricePlanId, quantity: 3, rateCardQuantities: { setup: 1.5 }, status: 'PENDING' });
    expect(answer.associationOverride).toMatchObject({ fixedFeeRateCards: [{ name: 'setup' }], billingEntitlementRateCards });
    expect(line).toMatchObject({ operation: 'initiateOneTimeEntitlementPlan', status: 200, d1Calls: 2 });

    await org.done('completePurchase', 'account { id }', { purchaseId: answer.id }, 'account');
    const whole = await call(org, 'GET', `/purchases/${answer.id}`);
    expect(contractFaults('GetPurchaseResponse', whole.body)).toEqual([]);
    expect(whole.body).toMatchObject({
      status: 'SUCCESS',
      purchasePlan: { type: 'PURCHASE', activeCurrencies: ['USD'], billingEntitlementRateCards },
      features: [{ name: 'Storage', creditsGranted: 37.5, creditsAvailable: 37.5 }],
    });
    const listed = await call(org, 'GET', `${PURCHASES}?pageSize=1`);
    expect(contractFaults('PurchasePaginatedListData', listed.body)).toEqual([]);
    expect(listed.body.data).toMatchObject([{ id: answer.id, pricePlanName: 'Pack', price: answer.price }]);
  });
});

describe('a purchase or proposal that is refused', () => {
  it.each([
    ['an unknown plan', PURCHASES, { pricePlanId: 'pp.none' }, 400, 'body.pricePlanId'],
    ['no plan', PURCHASES, {}, 400, 'body.pricePlanId'],
    [
      'an amount as a text',
      PROPOSALS,
      { ...TOPUP, paymentMode: 'PREPAID', walletTopupDetails: { topupAmount: '5' } },
      400,
      'body.walletTopupDetails.topupAmount',
    ],
    [
      'an amount that is not above 0',
      PROPOSALS,
      { ...TOPUP, paymentMode: 'PREPAID', walletTopupDetails: { topupAmount: 0 } },
      400,
      'body.walletTopupDetails.topupAmount',
    ],
    ['no mode of payment', PROPOSALS, TOPUP, 400, 'body.paymentMode'],
    ['an unknown account', '/accounts/nobody/purchases', TOPUP, 404, 'path.accountId'],
    ['an unknown proposal', '/purchase_proposals/purchase.none/update_status', { status: 'APPROVE' }, 404, 'path.purchaseProposalId'],
    ['an answer that is none', '/purchase_proposals/purchase.none/update_status', { status: 'MAYBE' }, 400, 'body.status'],
  ] as const)('names %s', async (_what, path, body, status, place) => {
    const answer = await call(org, 'POST', path, { body });
    expect([answer.status, answer.headers.get('x-error-path')]).toEqual([status, place]);
    expect((await call(org, 'GET', PURCHASES)).body).toEqual({ data: [] });
  });

  it('names the card whose quantity or rate is wrong where the body has it', async () => {
    const quantity = await call(org, 'POST', PURCHASES, { body: { pricePlanId, rateCardQuantities: { fee: 1, none: 2 } } });
    expect([quantity.status, quantity.headers.get('x-error-path')]).toEqual([400, 'body.rateCardQuantities.none']);
    const [entitlement = {}] = own.billingEntitlementRateCards ?? [];
    const purchasePlanOverride = { billingEntitlementRateCards: [{ ...entitlement, featureId: 'feature.none' }] };
    const card = await call(org, 'POST', PURCHASES, { body: { pricePlanId, purchasePlanOverride } });
    expect([card.status, card.headers.get('x-error-path')]).toEqual([400, 'body.purchasePlanOverride.billingEntitlementRateCards.0']);
  });

  it('is told to use a proposal for what a purchase has not', async () => {
    const answer = await call(org, 'POST', PURCHASES, { body: { ...TOPUP, expiryDate: '2028-01-01T00:00:00Z' } });
    expect([answer.status, answer.body.message]).toEqual([501, expect.stringContaining('Create a proposal')]);
    expect(answer.headers.get('x-error-path')).toBe('body.expiryDate');
  });
});
