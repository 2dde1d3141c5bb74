import type { Result } from '../../domain/result.ts';
import { operation } from '../operation.ts';
import { makePurchase, type NewPurchaseInput } from './make.ts';

export interface InitiatePurchaseInput extends NewPurchaseInput {}

/** Begins a purchase, which takes effect when its payment succeeds. */
export const initiatePurchase = operation({
  name: 'initiatePurchase',
  scope: 'proposals:write',
  decide: (input: InitiatePurchaseInput, work): Promise<Result<{ purchase: string; account: string }>> =>
    makePurchase(work, input, { isProposal: false }),
});
