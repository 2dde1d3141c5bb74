import { boughtQuantities } from '../../domain/purchase/price.ts';
import type { MoneyPreview } from '../../domain/rating/preview.ts';
import { pricedSchedules } from '../../domain/rating/schedule-cycles.ts';
import { precondition } from '../../domain/refusal.ts';
import { type Result, refuse } from '../../domain/result.ts';
import type { LicenseUpdate } from '../../domain/schedule/license-update.ts';
import type { Schedules } from '../../domain/schedule/schedule.ts';
import type { PricedItem } from '../../store/priced-schedules.ts';
import type { LoadedPurchase } from '../../store/purchases.ts';
import { cardsFrom, type PricedCard } from '../../store/rate-cards.ts';
import type { Context } from '../context.ts';
import { planAction } from '../purchase/act.ts';
import { knownItems } from './estimate.ts';
import { type PreviewArguments, previewChange } from './preview.ts';

/** A proposal with what prices the schedules of its account. */
export interface ProposalToPreview extends LoadedPurchase {
  readonly account: Omit<LoadedPurchase['account'], 'schedules'> & {
    readonly schedules: (LoadedPurchase['account']['schedules'][number] & { readonly rateCards: readonly PricedCard[] })[];
    readonly licenseUpdates: readonly LicenseUpdate[];
    readonly billableItems: readonly PricedItem[];
  };
}

/** What an approval would do to what the cycles of the account cost, by the very decision of an approval. */
export function previewApprovalMoney(context: Context, proposal: ProposalToPreview, args: PreviewArguments): Result<MoneyPreview> {
  const planned = planAction(context, proposal, 'APPROVE');
  if (!planned.ok) return planned;
  const effect = planned.value?.effect;
  if (effect?.kind !== 'ASSOCIATION') {
    const message = 'An approval changes no schedules now, so no cycle costs anything else. What the proposal itself costs is its `price`.';
    return refuse(precondition('NOTHING_TO_CHANGE', message));
  }
  const { account, rateCardSetId, rateCards } = proposal;
  const { before, after, versions } = effect.timeline;
  const own = rateCardSetId === null ? [] : [[rateCardSetId, rateCards] as const];
  const cardsOf = cardsFrom(
    new Map([...account.schedules.map((schedule) => [schedule.rateCardSetId, schedule.rateCards] as const), ...own]),
  );
  const { invoiceCurrency, licenseUpdates } = account;
  const priced = (timeline: Schedules, updates: readonly LicenseUpdate[]) => ({
    schedules: pricedSchedules(timeline, versions, (id) => cardsOf(id).rateCards),
    licenseUpdates: updates,
  });
  const items = knownItems(context.actor, [...account.schedules, proposal], account.billableItems);
  const change = {
    ...{ invoiceCurrency, items },
    before: priced(before, licenseUpdates),
    after: {
      ...priced(after, [...licenseUpdates, ...effect.licenses]),
      bought: boughtQuantities(
        rateCards.map(({ card }) => card),
        proposal,
      ),
    },
  };
  return previewChange(context, change, args);
}
