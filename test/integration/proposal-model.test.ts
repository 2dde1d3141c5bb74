import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PaymentMode, PurchaseStatus } from '../../src/domain/purchase/purchase.ts';
import type { PurchaseAction } from '../../src/domain/purchase/transitions.ts';
import { NOW, send } from '../support/organization.ts';
import { proposalRuns, type Real, runProposal } from '../support/proposal-model.ts';
import { runs } from '../support/runs.ts';
import { openShop, type Shop } from '../support/shop.ts';

const LOOK = `query ($id: String!) {
  proposal(proposalId: $id) {
    revisions(first: 100) { nodes { proposalId status availableActions { action allowed } entitlements { totalCount } } }
  }
}`;
interface Look {
  proposal: {
    revisions: {
      nodes: {
        proposalId: string;
        status: PurchaseStatus;
        availableActions: { action: PurchaseAction; allowed: boolean }[];
        entitlements: { totalCount: number };
      }[];
    };
  };
}

const MINUTE = 60_000;

/** A new proposal of the shop, told and looked at as a frontend would. Its sweep runs whenever the clock moves. */
async function throughHttp({ org, pack }: Shop, paymentMode: PaymentMode, expiry: number): Promise<Real> {
  org.now = NOW;
  const start = Date.parse(org.now);
  const expiryDate = new Date(start + expiry * MINUTE).toISOString();
  const input = { accountId: 'acme', type: 'ENTITLEMENT_GRANT', paymentMode, pricePlanId: pack, expiryDate };
  const { proposalId } = await org.done<{ proposalId: string }>('createProposal', 'proposal { proposalId }', input, 'proposal');
  const revisions = async () => (await org.ask<Look>(LOOK, { id: proposalId })).data.proposal.revisions.nodes.toReversed();
  const requests = {
    APPROVE: (id: string) => ['updateProposalStatus', { proposalId: id, status: 'APPROVE' }],
    DECLINE: (id: string) => ['updateProposalStatus', { proposalId: id, status: 'DECLINE' }],
    REVISE: (id: string) => ['reviseProposal', { proposalId: id }],
    COMPLETE: (id: string) => ['completePurchase', { purchaseId: id }],
    FAIL: (id: string) => ['failPurchase', { purchaseId: id }],
  } satisfies Record<PurchaseAction, (id: string) => readonly [string, object]>;
  return {
    async act(action, index) {
      const [name, request] = requests[action]((await revisions())[index]?.proposalId ?? '');
      const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
      const document = `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code } } }`;
      const { data } = await org.ask<Record<string, { userErrors: { code: string }[] }>>(document, { input: request });
      return data[name]?.userErrors[0]?.code ?? null;
    },
    async moveClock(minute) {
      org.now = new Date(start + minute * MINUTE).toISOString();
      await send('/test/scheduled', {}, { 'x-test-now': org.now });
    },
    async look() {
      return (await revisions()).map(({ status, availableActions, entitlements }) => {
        const allowed = availableActions.filter((each) => each.allowed).map(({ action }) => action);
        return { status, allowed, effects: entitlements.totalCount };
      });
    },
  };
}

it('whatever is said to a proposal and whenever, the API answers as the model does', async () => {
  const shop = await openShop();
  const open = (mode: PaymentMode, expiry: number) => throughHttp(shop, mode, expiry);
  const run = fc.check(
    fc.asyncProperty(proposalRuns(), (each) => runProposal(each, open)),
    runs(30, { everyday: 8 }),
  );
  expect(fc.defaultReportMessage(await run)).toBeUndefined();
});
