import fc from 'fast-check';
import { test } from 'vitest';
import { act, availableActions, initialState, statusAt } from '../../src/domain/purchase/transitions.ts';
import type { PaymentMode, Purchase } from '../../src/domain/purchase.ts';
import { proposalRuns, type Real, runProposal } from '../support/proposal-model.ts';

/** The pure state machine, with its state kept as a row would be. */
async function inMemory(paymentMode: PaymentMode, expiresAt: number): Promise<Real> {
  let purchase: Purchase = { ...initialState(true), paymentMode, expiresAt };
  let now = 0;
  let effects = 0;
  return {
    async act(action) {
      const moved = act(purchase, action, { now, accountStatus: 'ACTIVE' });
      if (!moved.ok) return moved.refusals[0].code;
      if (moved.value.changed) {
        purchase = { ...moved.value.state, paymentMode, expiresAt };
        if (moved.value.appliesEffect) effects++;
      }
      return null;
    },
    async moveClock(minute) {
      now = minute;
    },
    async look() {
      const allowed = availableActions(purchase, now, 'ACTIVE').filter((each) => each.allowed);
      return { status: statusAt(purchase, now), allowed: allowed.map(({ action }) => action), effects };
    },
  };
}

test('Whatever is said to a proposal and whenever, the state machine answers as the model does', async () => {
  await fc.assert(
    fc.asyncProperty(proposalRuns(), (run) => runProposal(run, inMemory)),
    { numRuns: 500 },
  );
});
