import type { Result } from '../../domain/result.ts';
import { operation } from '../operation.ts';
import { makePurchase, type NewPurchaseInput } from './make.ts';

export interface InitiatePurchaseInput extends NewPurchaseInput {}

/** Starts a purchase, which takes effect when its payment succeeds. */
export const initiatePurchase = operation({
  name: 'initiatePurchase',
  scope: 'proposals:write',
  alsoRequires: [
    {
      scope: 'schedules:finalize',
      // The caller that reports the payment need not know its purpose, so the one that starts the purchase needs the scope of its effect.
      condition: {
        when: 'if `type` is `ASSOCIATION` or `PREPAID`',
        holds: ({ type }: InitiatePurchaseInput) => type === 'ASSOCIATION' || type === 'PREPAID',
      },
    },
  ],
  decide: (input: InitiatePurchaseInput, work): Promise<Result<{ purchase: string; account: string }>> =>
    makePurchase(work, input, { isProposal: false }),
});
