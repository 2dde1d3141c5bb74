import { assumedItems, toAssumptions } from '../../domain/rating/assumptions.ts';
import { MAX_LICENSE_UPDATES } from '../../operations/rating/estimate.ts';
import { previewMigration } from '../../operations/rating/preview-migration.ts';
import { itemsByIds, licenseUpdatesInOrder, WITH_ITEMS } from '../../store/priced-schedules.ts';
import { ACTIVE_TIMELINE } from '../../store/schedules.ts';
import { requires } from '../admission/scopes.ts';
import { builder } from '../builder.ts';
import { JobEntry } from '../job/type.ts';
import { COMPUTED_FROM } from '../limits.ts';
import { assumptionArgs, PREVIEW_CYCLES } from './assumptions.ts';
import { MoneyPreviewResult, toOutcome } from './money-preview.ts';

builder.drizzleObjectField(JobEntry, 'moneyPreview', (t) =>
  t.field({
    ...requires('accounts:read', 'plans:read'),
    type: MoneyPreviewResult,
    computedFrom: COMPUTED_FROM.timeline,
    description:
      'Compares what pricing cycles cost with and without the migration of the account now, from the first cycle that differs. Fails with `NOTHING_TO_CHANGE` if the entry has ended or the migration moves no schedule.',
    args: assumptionArgs(t.arg, PREVIEW_CYCLES),
    select: ({ cycles: _cycles, ...assumptions }) => ({
      columns: { status: true, jobId: true, accountId: true },
      with: {
        job: { with: { targetVersion: { with: { plan: true, rateCards: WITH_ITEMS } } } },
        account: {
          with: {
            schedules: { ...ACTIVE_TIMELINE, with: { ...ACTIVE_TIMELINE.with, rateCards: WITH_ITEMS } },
            licenseUpdates: licenseUpdatesInOrder(MAX_LICENSE_UPDATES),
            billableItems: itemsByIds(assumedItems(assumptions)),
          },
        },
      },
    }),
    resolve: (entry, { cycles, ...assumptions }, context) =>
      toOutcome(previewMigration(context, entry, { cycles, ...toAssumptions(assumptions) })),
  }),
);
