import fc from 'fast-check';
import { test } from 'vitest';
import type { PaymentMode, Purchase } from '../../src/domain/purchase/purchase.ts';
import { act, availablePurchaseActions, initialState, statusAt } from '../../src/domain/purchase/transitions.ts';
import { proposalRuns, type Real, runProposal } from '../support/proposal-model.ts';
import { runs } from '../support/runs.ts';

/** The pure state machine, with the state of each revision kept as a row would be. */
async function inMemory(paymentMode: PaymentMode, expiresAt: number): Promise<Real> {
  const newRevision = (): { purchase: Purchase; effects: number } => ({
    purchase: { ...initialState(true), paymentMode, expiresAt },
    effects: 0,
  });
  const revisions = [newRevision()];
  let now = 0;
  return {
    async act(action, index) {
      const revision = revisions[index];
      if (!revision) throw new Error(`no revision ${index}`);
      const moved = act(revision.purchase, action, { now, accountStatus: 'ACTIVE', supersededById: `revision ${revisions.length}` });
      if (!moved.ok) return moved.refusals[0].code;
      if (moved.value.changed) {
        revision.purchase = { ...moved.value.state, paymentMode, expiresAt };
        if (moved.value.appliesEffect) revision.effects++;
        if (action === 'REVISE') revisions.push(newRevision());
      }
      return null;
    },
    async moveClock(minute) {
      now = minute;
    },
    async look() {
      return revisions.map(({ purchase, effects }) => {
        const allowed = availablePurchaseActions(purchase, (action) => act(purchase, action, { now, accountStatus: 'ACTIVE' })).filter(
          (each) => each.allowed,
        );
        return { status: statusAt(purchase, now), allowed: allowed.map(({ action }) => action), effects };
      });
    },
  };
}

test('Whatever is said to a proposal and whenever, the state machine answers as the model does', async () => {
  await fc.assert(
    fc.asyncProperty(proposalRuns(), (run) => runProposal(run, inMemory)),
    runs(500),
  );
});
