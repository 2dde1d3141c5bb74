import type { Decimal } from '../../domain/decimal.ts';
import type { EntitlementGrant } from '../../domain/purchase/effect.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { LicenseUpdate } from '../../domain/schedule/license-update.ts';
import { type OutlinedChange, outlineTimeline } from '../../domain/schedule/outline.ts';
import type { LoadedPurchase } from '../../store/purchases.ts';
import type { Context } from '../context.ts';
import { planAction } from '../purchase/act.ts';
import type { PlannedEffect } from '../purchase/effect.ts';

/** The result that an approval would have now. With refusals, it would change nothing. */
export interface ProposalPreview {
  readonly changes: readonly OutlinedChange[];
  readonly licenses: readonly LicenseUpdate[];
  readonly grants: readonly EntitlementGrant[];
  readonly walletCredit: { readonly amount: Decimal; readonly currency: string } | null;
  readonly refusals: readonly Refusal[];
}

/** Returns what an approval would change now, by the decision of the approval itself. Writes nothing. */
export function previewApproval(context: Pick<Context, 'now' | 'today' | 'newId'>, proposal: LoadedPurchase): ProposalPreview {
  const decision = planAction(context, proposal, 'APPROVE');
  if (!decision.ok) return { ...NOTHING, refusals: decision.refusals };
  const effect = decision.value?.effect;
  return effect ? { ...NOTHING, ...previewOf(effect, proposal.account.invoiceCurrency) } : NOTHING;
}

const NOTHING: ProposalPreview = { changes: [], licenses: [], grants: [], walletCredit: null, refusals: [] };

function previewOf(effect: PlannedEffect, currency: string): Partial<ProposalPreview> {
  if (effect.kind === 'ENTITLEMENTS') return { grants: effect.grants };
  if (effect.kind === 'WALLET_CREDIT') return { walletCredit: { amount: effect.amount, currency } };
  const { before, after, versions } = effect.timeline;
  return { changes: outlineTimeline(before, after, versions, { isPlan: true }).changes, licenses: effect.licenses };
}
