import { describe, expect, it } from 'vitest';
import { rowsOf, type Shop } from '../support/shop.ts';
import { copyOfShop } from '../support/world.ts';

const PREVIEW = `query ($id: String!) {
  proposal(proposalId: $id) {
    preview {
      changes { kind before { scheduleId startDate endDate pricePlanName } after { scheduleId startDate endDate pricePlanName isOverridden } }
      entitlements { featureId creditsGranted effectiveFrom effectiveUntil }
      walletCredit { amount currency }
      refusals { __typename code message path ... on EffectiveDateError { earliest } ... on IllegalTransitionError { from to } }
    }
  }
}`;

const NOTHING = { changes: [], entitlements: [], walletCredit: null, refusals: [] };
const NEXT_YEAR = { effectiveFrom: '2027-01-01', effectiveUntil: '2028-01-01' };

const preview = ({ org }: Shop, id: string) => org.ask<{ proposal: { preview: object } }>(PREVIEW, { id });
const previewed = async (shop: Shop, id: string) => (await preview(shop, id)).data.proposal.preview;

async function proposed({ org }: Shop, input: object): Promise<string> {
  const proposal = { accountId: 'acme', paymentMode: 'POSTPAID', ...input };
  return (await org.done<{ proposalId: string }>('createProposal', 'proposal { proposalId }', proposal, 'proposal')).proposalId;
}

const answer = ({ org }: Shop, proposalId: string, status: string) =>
  org.ask<{ updateProposalStatus: { schedules: object[]; userErrors: object[] } }>(
    `mutation ($input: UpdateProposalStatusInput!) {
      updateProposalStatus(input: $input) {
        schedules { startDate endDate pricePlan { name } }
        userErrors { __typename code message path ... on EffectiveDateError { earliest } ... on IllegalTransitionError { from to } }
      }
    }`,
    { input: { proposalId, status } },
  );

/** The account is on the plan already, from this year on and for ever. */
const onPlan = ({ org, pro }: Shop, pricePlanId = pro) =>
  org.done(
    'updatePricingSchedule',
    'account { revision }',
    { accountId: 'acme', pricePlanId, effectiveFrom: '2026-01-01', effectiveUntil: '9999-01-01' },
    'account',
  );

describe('Proposal.preview', () => {
  it('tells the schedules that an approval would change, in one call, and writes nothing', async () => {
    const shop = await copyOfShop();
    await onPlan(shop);
    const annually = { pricingCycleConfig: { interval: 'ANNUALLY', gracePeriod: 0 } };
    const id = await proposed(shop, { type: 'ASSOCIATION', pricePlanId: shop.pro, ...NEXT_YEAR, associationOverride: annually });
    const before = await rowsOf(shop.org);
    const { data, errors, extensions } = await preview(shop, id);
    expect(errors).toBeUndefined();
    expect(data.proposal.preview).toEqual({
      ...NOTHING,
      changes: [
        {
          kind: 'PERIOD_CHANGED',
          before: [{ scheduleId: expect.any(String), startDate: '2026-01-01', endDate: '9999-01-01', pricePlanName: 'Pro' }],
          after: expect.objectContaining({ scheduleId: expect.any(String), startDate: '2026-01-01', endDate: '2027-01-01' }),
        },
        {
          kind: 'ADDED',
          before: [],
          after: { scheduleId: null, startDate: '2027-01-01', endDate: '2028-01-01', pricePlanName: 'Pro', isOverridden: true },
        },
        {
          kind: 'ADDED',
          before: [],
          after: expect.objectContaining({ scheduleId: null, startDate: '2028-01-01', endDate: '9999-01-01', isOverridden: false }),
        },
      ],
    });
    expect(extensions.cost.d1Calls).toBe(1);
    expect(await rowsOf(shop.org)).toEqual(before);
  });

  it('follows the timeline: what was added meanwhile is part of what would change', async () => {
    const shop = await copyOfShop();
    const id = await proposed(shop, { type: 'ASSOCIATION', pricePlanId: shop.pro, ...NEXT_YEAR });
    expect(await previewed(shop, id)).toMatchObject({ changes: [{ kind: 'ADDED' }] });
    await shop.org.done(
      'updatePricingSchedule',
      'account { revision }',
      { accountId: 'acme', pricePlanId: await shop.org.plan('Other'), effectiveFrom: '2027-01-01', effectiveUntil: '2028-01-01' },
      'account',
    );
    expect(await previewed(shop, id)).toMatchObject({ changes: [{ before: [{ pricePlanName: 'Other' }] }] });
  });

  it('tells the credits that an approval today would grant, and what a top-up would put into the wallet', async () => {
    const shop = await copyOfShop();
    const grant = await proposed(shop, { type: 'ENTITLEMENT_GRANT', pricePlanId: shop.pack, quantity: 3 });
    const topup = await proposed(shop, { type: 'WALLET_TOPUP', walletTopupDetails: { topupAmount: '0.1', purchaseAmount: '0.05' } });
    shop.org.now = '2026-12-01T00:00:00Z';
    expect(await previewed(shop, grant)).toEqual({
      ...NOTHING,
      entitlements: [{ featureId: shop.calls, creditsGranted: '300', effectiveFrom: '2026-12-01', effectiveUntil: '2026-12-21' }],
    });
    expect(await previewed(shop, topup)).toEqual({ ...NOTHING, walletCredit: { amount: '0.1', currency: 'USD' } });
  });

  it('lists the refusals that an approval gets at the same moment, word for word', async () => {
    const shop = await copyOfShop();
    const early = await proposed(shop, { type: 'ASSOCIATION', pricePlanId: shop.pro, ...NEXT_YEAR });
    await onPlan(shop, await shop.org.plan('Another'));
    const declined = await proposed(shop, { type: 'ENTITLEMENT_GRANT', pricePlanId: shop.pack });
    await answer(shop, declined, 'DECLINE');
    const due = await proposed(shop, { type: 'ENTITLEMENT_GRANT', pricePlanId: shop.pack, expiryDate: '2026-12-31T00:00:00Z' });
    shop.org.now = '2027-01-01T00:00:00Z';
    for (const [id, code] of [
      [early, 'EFFECTIVE_FROM_TOO_EARLY'],
      [declined, 'ILLEGAL_TRANSITION'],
      [due, 'PROPOSAL_EXPIRED'],
    ] as const) {
      const preview = await previewed(shop, id);
      const { userErrors } = (await answer(shop, id, 'APPROVE')).data.updateProposalStatus;
      // A preview has no input that a path could lead into.
      expect(preview).toEqual({ ...NOTHING, refusals: userErrors.map((error: object) => ({ ...error, path: [] })) });
      expect(preview).toMatchObject({ refusals: [{ code }] });
    }
  });

  it('is nothing where an approval would change nothing: of a prepaid proposal, and of an approved one', async () => {
    const shop = await copyOfShop();
    const prepaid = await proposed(shop, { type: 'ENTITLEMENT_GRANT', paymentMode: 'PREPAID', pricePlanId: shop.pack });
    const approved = await proposed(shop, { type: 'ENTITLEMENT_GRANT', pricePlanId: shop.pack });
    await answer(shop, approved, 'APPROVE');
    for (const id of [prepaid, approved]) expect(await previewed(shop, id)).toEqual(NOTHING);
  });

  it('takes at most two calls beside everything else that is asked of a list of proposals', async () => {
    const shop = await copyOfShop();
    for (const quantity of [1, 2, 3]) await proposed(shop, { type: 'ENTITLEMENT_GRANT', pricePlanId: shop.pack, quantity });
    const { data, errors, extensions } = await shop.org.ask(`{
      proposals { nodes { pricePlan { name } rateCards { totalCount nodes { name } } account { schedules { nodes { startDate } } } preview { entitlements { creditsGranted } } } }
    }`);
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      proposals: {
        nodes: ['300', '200', '100'].map((creditsGranted) => ({
          pricePlan: { name: 'Pack' },
          rateCards: { totalCount: 4 },
          preview: { entitlements: [{ creditsGranted }] },
        })),
      },
    });
    expect(extensions.cost.d1Calls).toBeLessThanOrEqual(2);
  });
});
