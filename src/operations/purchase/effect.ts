import { type EntitlementGrant, effectOf } from '../../domain/purchase/effect.ts';
import { ok, type Result } from '../../domain/result.ts';
import { accountIsAt, advanceAccount } from '../../store/accounts.ts';
import { insertEntitlements, insertWalletEntry, type LoadedPurchase, toPurchasedPlan } from '../../store/purchases.ts';
import type { Work } from '../operation.ts';
import { editActiveTimeline } from '../schedule/edit-timeline.ts';

/** What a change of a purchase wrote besides it: row ids of all the account's schedules, where it associated, and of what is new. */
export interface Applied {
  readonly schedules: readonly string[];
  readonly written: readonly string[];
}

/** Writes what was bought. Guards and advances the account; a refusal writes nothing. */
export function applyEffect(work: Work, purchase: LoadedPurchase): Result<Applied> {
  const { account } = purchase;
  const effect = effectOf(purchase, toPurchasedPlan(purchase), work.today);
  if (!effect.ok) return effect;
  if (effect.value.kind === 'ASSOCIATION') {
    const edited = editActiveTimeline(work, account, effect.value.edit);
    return edited.ok ? ok({ schedules: edited.value.all, written: edited.value.written }) : edited;
  }
  advance(work, account);
  const { store, unit, now, newId } = work;
  const given = { accountId: account.id, purchaseId: purchase.id, createdAt: now };
  if (effect.value.kind === 'ENTITLEMENTS') return ok({ schedules: [], written: grant(work, effect.value.grants, given) });
  const entry = { ...given, id: newId('wal'), amount: effect.value.amount, currency: account.invoiceCurrency };
  unit.write(insertWalletEntry(store, entry));
  return ok({ schedules: [], written: [entry.id] });
}

/** A change of a purchase without effect: the account is guarded and advanced all the same. */
export function applyNothing(work: Work, { account }: LoadedPurchase): Applied {
  advance(work, account);
  return { schedules: [], written: [] };
}

function advance({ store, unit, now }: Work, account: LoadedPurchase['account']): void {
  unit.guard(accountIsAt(store, account));
  unit.write(advanceAccount(store, account, { now, timeline: false }));
}

function grant(
  { store, unit, newId }: Work,
  grants: readonly EntitlementGrant[],
  given: Parameters<typeof insertEntitlements>[2],
): string[] {
  if (grants.length === 0) return [];
  const rows = grants.map((each) => ({ ...each, id: newId('ent') }));
  unit.write(insertEntitlements(store, rows, given));
  return rows.map(({ id }) => id);
}
