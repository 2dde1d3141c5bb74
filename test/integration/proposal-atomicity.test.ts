import { describe, expect, it } from 'vitest';
import { send } from '../support/organization.ts';
import { everyRow } from '../support/rows.ts';
import { share } from '../support/runs.ts';
import { rowsOf, type Shop } from '../support/shop.ts';
import { copyOfShop } from '../support/world.ts';

const ANSWER = `mutation ($input: UpdateProposalStatusInput!) {
  updateProposalStatus(input: $input) { proposal { status comment } userErrors { code } }
}`;
interface Answered {
  updateProposalStatus: { proposal: { status: string; comment: string } | null; userErrors: { code: string }[] };
}

/** One proposal of each kind of effect, and the rows that its approval adds. */
const KINDS: readonly { kind: string; input: (shop: Shop) => object; effect: object }[] = [
  {
    kind: 'an association',
    input: ({ pro }) => ({ type: 'ASSOCIATION', pricePlanId: pro, effectiveFrom: '2027-01-01', effectiveUntil: '2028-01-01' }),
    effect: { schedules: 1, entitlements: 0, wallet_entries: 0 },
  },
  {
    kind: 'a grant',
    input: ({ pack }) => ({ type: 'ENTITLEMENT_GRANT', pricePlanId: pack }),
    effect: { schedules: 0, entitlements: 1, wallet_entries: 0 },
  },
  {
    kind: 'a top-up',
    input: () => ({ type: 'WALLET_TOPUP', walletTopupDetails: { topupAmount: '5' } }),
    effect: { schedules: 0, entitlements: 0, wallet_entries: 1 },
  },
];

async function proposed({ org }: Shop, input: object): Promise<string> {
  const proposal = { accountId: 'acme', paymentMode: 'POSTPAID', ...input };
  return (await org.done<{ proposalId: string }>('createProposal', 'proposal { proposalId }', proposal, 'proposal')).proposalId;
}

describe.each(KINDS)('$kind by proposal', ({ input, effect }) => {
  it('is approved whole or not at all: a crash before any statement of the write leaves nothing', async () => {
    const shop = await copyOfShop();
    const { org } = shop;
    const proposalId = await proposed(shop, input(shop));
    const before = await everyRow(org);
    const approve = async (fault: string) => {
      const headers = { authorization: `Bearer ${org.token}`, 'x-test-now': org.now, 'x-test-fault': fault };
      const response = await send('/graphql', { query: ANSWER, variables: { input: { proposalId, status: 'APPROVE' } } }, headers);
      return response.json<{ data: Answered | null; errors?: object[] }>();
    };
    let statement = 0;
    for (; ; statement++) {
      const { data, errors } = await approve(`crash:2@${statement}`);
      if (!errors) {
        expect(data?.updateProposalStatus).toMatchObject({ proposal: { status: 'PROPOSAL_APPROVED' }, userErrors: [] });
        break;
      }
      expect(await everyRow(org), `before statement ${statement}`).toEqual(before);
    }
    // At the least: the token and the account are asserted; the account, the effect, the proposal and the audit entry written; one read.
    expect(statement).toBeGreaterThanOrEqual(7);
    expect(await rowsOf(org)).toMatchObject({ ...effect, revision: 3 });
  });

  it.each(share([4, 1, 7], 3))(
    'has one answer of eight at once, %i of them approvals: those of the same mind hear it, the rest are refused',
    async (approvals) => {
      const shop = await copyOfShop();
      const proposalId = await proposed(shop, input(shop));
      const before = await rowsOf(shop.org);
      const answers = await Promise.all(
        Array.from({ length: 8 }, async (_each, i) => {
          const status = i < approvals ? 'APPROVE' : 'DECLINE';
          const { data } = await shop.org.ask<Answered>(ANSWER, { input: { proposalId, status, comment: `${i}` } });
          return { status, ...data.updateProposalStatus };
        }),
      );
      const heard = answers.filter(({ userErrors }) => userErrors.length === 0);
      const [winner] = heard;
      expect(heard).toHaveLength(winner?.status === 'APPROVE' ? approvals : 8 - approvals);
      for (const { status, proposal } of heard) expect([status, proposal]).toEqual([winner?.status, winner?.proposal]);
      const refused = answers.filter(({ userErrors }) => userErrors.length > 0);
      for (const { userErrors } of refused) expect(userErrors).toEqual([{ code: 'ILLEGAL_TRANSITION' }]);
      expect(await rowsOf(shop.org)).toMatchObject(grown(before, winner?.status === 'APPROVE' ? effect : {}));
    },
  );
});

describe('a payment', () => {
  const COMPLETE = `mutation ($input: CompletePurchaseInput!) {
    completePurchase(input: $input) { proposal { status } userErrors { code } }
  }`;
  const approved = async (shop: Shop) => {
    const purchaseId = await proposed(shop, { type: 'ENTITLEMENT_GRANT', pricePlanId: shop.pack, paymentMode: 'PREPAID' });
    await shop.org.done('updateProposalStatus', 'proposal { id }', { proposalId: purchaseId, status: 'APPROVE' }, 'proposal');
    return purchaseId;
  };

  it('takes effect whole or not at all: a crash before any statement of the write leaves nothing', async () => {
    const shop = await copyOfShop();
    const { org } = shop;
    const purchaseId = await approved(shop);
    const before = await everyRow(org);
    let statement = 0;
    for (; ; statement++) {
      const headers = { authorization: `Bearer ${org.token}`, 'x-test-now': org.now, 'x-test-fault': `crash:2@${statement}` };
      const response = await send('/graphql', { query: COMPLETE, variables: { input: { purchaseId } } }, headers);
      const { data, errors } = await response.json<{ data: object; errors?: object[] }>();
      if (!errors) {
        expect(data).toEqual({ completePurchase: { proposal: { status: 'SUCCESS' }, userErrors: [] } });
        break;
      }
      expect(await everyRow(org), `before statement ${statement}`).toEqual(before);
    }
    // At the least: the token and the account are asserted; the account, the effect, the proposal and the audit entry written; one read.
    expect(statement).toBeGreaterThanOrEqual(7);
  });

  it('that is reported eight times at once, and as failed as well, has one outcome', async () => {
    const shop = await copyOfShop();
    const purchaseId = await approved(shop);
    const before = await rowsOf(shop.org);
    const FAIL = COMPLETE.replace('Complete', 'Fail').replace('complete', 'fail');
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, async (_each, i) => {
        const { data } = await shop.org.ask<Record<string, { userErrors: { code: string }[] }>>(i % 2 ? COMPLETE : FAIL, {
          input: { purchaseId },
        });
        return {
          status: i % 2 ? 'SUCCESS' : 'FAILURE',
          codes: Object.values(data).flatMap(({ userErrors }) => userErrors.map(({ code }) => code)),
        };
      }),
    );
    const [heard] = outcomes.filter(({ codes }) => codes.length === 0);
    for (const { status, codes } of outcomes)
      expect([status, codes]).toEqual([status, status === heard?.status ? [] : ['ILLEGAL_TRANSITION']]);
    expect(await rowsOf(shop.org)).toMatchObject(grown(before, heard?.status === 'SUCCESS' ? { entitlements: 1 } : {}));
  });
});

describe('a revision', () => {
  const REVISE = `mutation ($input: ReviseProposalInput!) {
    reviseProposal(input: $input) { proposal { revision status } superseded { revision status } userErrors { code } }
  }`;

  it('happens whole or not at all: a crash before any statement of the write leaves nothing', async () => {
    const shop = await copyOfShop();
    const { org, pack, setup } = shop;
    const proposalId = await proposed(shop, { type: 'ENTITLEMENT_GRANT', pricePlanId: pack });
    const before = await everyRow(org);
    const rateCard = { fixedFee: { billableId: setup, rateValues: [{ currency: 'USD', rate: '5' }] } };
    const rateCards = [{ actionType: 'UPDATE', rateCardName: 'setup', rateCard }];
    const input = { proposalId, purchasePlanOverride: { rateCards } };
    let statement = 0;
    for (; ; statement++) {
      const headers = { authorization: `Bearer ${org.token}`, 'x-test-now': org.now, 'x-test-fault': `crash:2@${statement}` };
      const response = await send('/graphql', { query: REVISE, variables: { input } }, headers);
      const { data, errors } = await response.json<{ data: object; errors?: object[] }>();
      if (!errors) {
        expect(data).toEqual({
          reviseProposal: {
            proposal: { revision: 2, status: 'PROPOSAL_ACTIVE' },
            superseded: { revision: 1, status: 'PROPOSAL_SUPERSEDED' },
            userErrors: [],
          },
        });
        break;
      }
      expect(await everyRow(org), `before statement ${statement}`).toEqual(before);
    }
    // At the least: the token, the account, the plan and the proposal are asserted; cards, the new row, the account, the old row and the
    // audit entry written; one read of each proposal.
    expect(statement).toBeGreaterThanOrEqual(11);
  });
});

/** What one answer adds: its effect, one audit entry and one revision. */
function grown(before: object, effect: object): object {
  const added: Record<string, number> = { ...effect, audit_entries: 1, revision: 1 };
  return Object.fromEntries(Object.entries(before).map(([table, rows]) => [table, Number(rows) + (added[table] ?? 0)]));
}
