import type { Decimal } from '../../domain/decimal.ts';
import type { EntitlementGrant } from '../../domain/purchase/effect.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type OutlinedChange, outlineTimeline } from '../../domain/schedule/outline.ts';
import type { LoadedPurchase } from '../../store/purchases.ts';
import type { Context } from '../context.ts';
import { planAction } from '../purchase/act.ts';
import type { PlannedEffect } from '../purchase/effect.ts';

/** What an approval would make now. With refusals nothing would change. */
export interface ProposalPreview {
  readonly changes: readonly OutlinedChange[];
  readonly grants: readonly EntitlementGrant[];
  readonly walletCredit: { readonly amount: Decimal; readonly currency: string } | null;
  readonly refusals: readonly Refusal[];
}

/** What an approval would make of the account now, by the very decision of an approval; nothing is written. */
export function previewApproval(context: Pick<Context, 'now' | 'today' | 'newId'>, proposal: LoadedPurchase): ProposalPreview {
  const planned = planAction(context, proposal, 'APPROVE');
  if (!planned.ok) return { ...NOTHING, refusals: planned.refusals };
  const effect = planned.value?.effect;
  return effect ? { ...NOTHING, ...previewOf(effect, proposal.account.invoiceCurrency) } : NOTHING;
}

const NOTHING: ProposalPreview = { changes: [], grants: [], walletCredit: null, refusals: [] };

function previewOf(effect: PlannedEffect, currency: string): Partial<ProposalPreview> {
  if (effect.kind === 'ENTITLEMENTS') return { grants: effect.grants };
  if (effect.kind === 'WALLET_CREDIT') return { walletCredit: { amount: effect.amount, currency } };
  const { before, after, versions } = effect.timeline;
  return { changes: outlineTimeline(before, after, versions, { isPlan: true }).changes };
}
