import type { JobEntryStatus } from '../../domain/job.ts';
import type { MoneyPreview } from '../../domain/rating/preview.ts';
import { pricedSchedules } from '../../domain/rating/schedule-cycles.ts';
import { precondition } from '../../domain/refusal.ts';
import { type Result, refuse } from '../../domain/result.ts';
import type { LicenseUpdate } from '../../domain/schedule/license-update.ts';
import type { Schedules } from '../../domain/schedule/schedule.ts';
import type { EntryToRun, JobToRun } from '../../store/jobs.ts';
import type { PricedItem } from '../../store/priced-schedules.ts';
import { cardsFrom, type PricedCard } from '../../store/rate-cards.ts';
import type { Context } from '../context.ts';
import { planMigration } from '../job/migrate-account.ts';
import { knownItems } from './estimate.ts';
import { type PreviewArguments, previewChange } from './preview.ts';

/** An entry of a job with what prices the schedules of its account before and after. */
export interface EntryToPreview {
  readonly status: JobEntryStatus;
  readonly job: JobToRun & { readonly targetVersion: { readonly rateCards: readonly PricedCard[] } };
  readonly account: Omit<EntryToRun['account'], 'schedules'> & {
    readonly schedules: (EntryToRun['account']['schedules'][number] & { readonly rateCards: readonly PricedCard[] })[];
    readonly licenseUpdates: readonly LicenseUpdate[];
    readonly billableItems: readonly PricedItem[];
  };
}

/** What a migration would do to what the cycles of an account cost, by the very decision of the migration. */
export function previewMigration(context: Context, { status, job, account }: EntryToPreview, args: PreviewArguments): Result<MoneyPreview> {
  if (status !== 'PENDING') return refuse(precondition('NOTHING_TO_CHANGE', `The entry is ${status}, so it changes nothing any more.`));
  const { targetVersion } = job;
  const sets = [...account.schedules, targetVersion].map((owner) => [owner.rateCardSetId, owner.rateCards] as const);
  const cards = new Map(sets);
  const { before, versions, migrated } = planMigration({ job, account, cards }, context);
  if (!migrated.ok) return migrated;
  if (!migrated.value) return refuse(precondition('NOTHING_TO_CHANGE', 'The account has no schedule that the migration would move.'));
  const { invoiceCurrency, licenseUpdates, billableItems } = account;
  const cardsOf = cardsFrom(cards);
  const priced = (timeline: Schedules) => ({
    schedules: pricedSchedules(timeline, versions, (id) => cardsOf(id).rateCards),
    licenseUpdates,
  });
  const items = knownItems(context.actor, [...account.schedules, targetVersion], billableItems);
  return previewChange(context, { invoiceCurrency, before: priced(before), after: priced(migrated.value), items }, args);
}
