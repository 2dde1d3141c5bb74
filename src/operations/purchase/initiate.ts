import type { Result } from '../../domain/result.ts';
import { operation } from '../operation.ts';
import { makePurchase, type NewPurchaseInput } from './make.ts';

export interface InitiatePurchaseInput extends NewPurchaseInput {}

/** Begins a purchase, which takes effect when its payment succeeds. */
export const initiatePurchase = operation({
  name: 'initiatePurchase',
  scope: 'proposals:write',
  alsoRequires: [
    {
      scope: 'schedules:finalize',
      // Its payment is reported by somebody who need not know what is paid for: who begins it decides about the timeline.
      condition: {
        when: 'if `type` is `ASSOCIATION` or `PREPAID`',
        holds: ({ type }: InitiatePurchaseInput) => type === 'ASSOCIATION' || type === 'PREPAID',
      },
    },
  ],
  decide: (input: InitiatePurchaseInput, work): Promise<Result<{ purchase: string; account: string }>> =>
    makePurchase(work, input, { isProposal: false }),
});
