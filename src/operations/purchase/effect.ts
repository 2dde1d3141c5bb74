import { type EntitlementGrant, effectOf, type PurchaseEffect } from '../../domain/purchase/effect.ts';
import { ok, type Result, withoutIndex } from '../../domain/result.ts';
import { type LicenseUpdate, withHeld } from '../../domain/schedule/license-update.ts';
import { accountIsAt, advanceAccount } from '../../store/accounts.ts';
import { insertEntitlements, insertWalletEntry, type LoadedPurchase, toPurchasedPlan } from '../../store/purchases.ts';
import type { Work } from '../operation.ts';
import { type PlannedTimeline, type Planning, planTimeline } from '../schedule/edit-timeline.ts';
import { writeLicenseUpdates } from '../schedule/pre-actions.ts';
import { writeActiveTimeline } from '../schedule/write-timeline.ts';

/** Row ids after a change of a purchase: `schedules` is the account's whole timeline after an association, `written` are the new rows. */
export interface Applied {
  readonly schedules: readonly string[];
  readonly written: readonly string[];
}

/** The effect of a purchase before it is written. An association has its planned timeline. */
export type PlannedEffect =
  | { readonly kind: 'ASSOCIATION'; readonly timeline: PlannedTimeline; readonly licenses: readonly LicenseUpdate[] }
  | Exclude<PurchaseEffect, { readonly kind: 'ASSOCIATION' }>;

/** Returns the effect of a purchase if it took effect now. The path of a refusal is relative to the purchase or to its association. */
export function planEffect(planning: Planning, purchase: LoadedPurchase): Result<PlannedEffect> {
  const effect = effectOf(purchase, toPurchasedPlan(purchase), planning.today);
  if (!effect.ok) return effect;
  if (effect.value.kind !== 'ASSOCIATION') return ok(effect.value);
  const { kind, edit, licenses } = effect.value;
  const timeline = withoutIndex(planTimeline(planning, purchase.account, [edit]));
  return timeline.ok ? ok({ kind, timeline: timeline.value, licenses }) : timeline;
}

/** Writes a planned effect. Guards and advances the account. */
export function applyEffect(work: Work, purchase: LoadedPurchase, effect: PlannedEffect): Applied {
  const { account } = purchase;
  if (effect.kind === 'ASSOCIATION') {
    const { all, written } = writeActiveTimeline(work, effect.timeline);
    // They are absolute, whatever the account held before.
    const licenses = withHeld([], effect.licenses);
    return { schedules: all, written: [...written, ...writeLicenseUpdates(work, account.id, licenses)] };
  }
  advance(work, account);
  const { store, unit, now, newId } = work;
  const owner = { accountId: account.id, purchaseId: purchase.id, createdAt: now };
  if (effect.kind === 'ENTITLEMENTS') return { schedules: [], written: grant(work, effect.grants, owner) };
  const entry = { ...owner, id: newId('wal'), amount: effect.amount, currency: account.invoiceCurrency };
  unit.write(insertWalletEntry(store, entry));
  return { schedules: [], written: [entry.id] };
}

/** Guards and advances the account for a change of a purchase without an effect. */
export function applyNothing(work: Work, { account }: LoadedPurchase): Applied {
  advance(work, account);
  return { schedules: [], written: [] };
}

function advance({ store, unit, now }: Work, account: LoadedPurchase['account']): void {
  unit.guard(accountIsAt(store, account), account.revision);
  unit.record(advanceAccount(store, account, { now, timeline: false }));
}

function grant(
  { store, unit, newId }: Work,
  grants: readonly EntitlementGrant[],
  owner: Parameters<typeof insertEntitlements>[2],
): string[] {
  if (grants.length === 0) return [];
  const rows = grants.map((each) => ({ ...each, id: newId('ent') }));
  unit.write(insertEntitlements(store, rows, owner));
  return rows.map(({ id }) => id);
}
