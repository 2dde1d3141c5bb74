import { assumedItems, toAssumptions } from '../../domain/rating/assumptions.ts';
import { knownItems, MAX_LICENSE_UPDATES } from '../../operations/rating/estimate.ts';
import { previewChange } from '../../operations/rating/preview.ts';
import { itemsByIds, licenseUpdatesInOrder, toPricedSchedules, WITH_PRICES } from '../../store/priced-schedules.ts';
import { requires } from '../admission/scopes.ts';
import { builder } from '../builder.ts';
import { COMPUTED_FROM } from '../limits.ts';
import { Draft } from '../schedule/draft.ts';
import { assumptionArgs, PREVIEW_CYCLES } from './assumptions.ts';
import { MoneyPreviewResult, toOutcome } from './money-preview.ts';

builder.drizzleObjectField(Draft, 'moneyPreview', (t) =>
  t.field({
    ...requires('accounts:read', 'plans:read'),
    type: MoneyPreviewResult,
    computedFrom: COMPUTED_FROM.timeline,
    description: 'Compares what pricing cycles cost under the active timeline and under the draft, from the first cycle that differs.',
    args: assumptionArgs(t.arg, PREVIEW_CYCLES),
    select: ({ cycles: _cycles, ...assumptions }) => ({
      with: {
        account: {
          columns: { invoiceCurrency: true },
          with: {
            licenseUpdates: licenseUpdatesInOrder(MAX_LICENSE_UPDATES),
            billableItems: itemsByIds(assumedItems(assumptions)),
          },
        },
        schedules: WITH_PRICES,
        activeSchedules: WITH_PRICES,
      },
    }),
    resolve: ({ account, schedules, activeSchedules }, { cycles, ...assumptions }, context) => {
      const { invoiceCurrency, licenseUpdates, billableItems } = account;
      const change = {
        invoiceCurrency,
        before: { schedules: toPricedSchedules(activeSchedules), licenseUpdates },
        after: { schedules: toPricedSchedules(schedules), licenseUpdates },
        items: knownItems(context.actor, [...activeSchedules, ...schedules], billableItems),
      };
      return toOutcome(previewChange(context, change, { cycles, ...toAssumptions(assumptions) }));
    },
  }),
);
