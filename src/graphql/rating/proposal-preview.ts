import { assumedItems, toAssumptions } from '../../domain/rating/assumptions.ts';
import { MAX_LICENSE_UPDATES } from '../../operations/rating/estimate.ts';
import { previewApprovalMoney } from '../../operations/rating/preview-proposal.ts';
import { itemsByIds, licenseUpdatesInOrder, WITH_ITEMS } from '../../store/priced-schedules.ts';
import { withEffectOn } from '../../store/purchases.ts';
import { requires } from '../admission/scopes.ts';
import { builder } from '../builder.ts';
import { COMPUTED_FROM } from '../limits.ts';
import { Proposal } from '../proposal/type.ts';
import { assumptionArgs, PREVIEW_CYCLES } from './assumptions.ts';
import { MoneyPreviewResult, toOutcome } from './money-preview.ts';

// Beside `preview` and not in it, so that a page of previews does not read rate cards that only this field needs.
builder.drizzleObjectField(Proposal, 'moneyPreview', (t) =>
  t.field({
    ...requires('accounts:read', 'plans:read', 'schedules:read'),
    type: MoneyPreviewResult,
    computedFrom: COMPUTED_FROM.timeline,
    description:
      'Compares what pricing cycles cost with and without an approval now, from the first cycle that differs. Fails with `NOTHING_TO_CHANGE` if an approval changes no schedules.',
    args: assumptionArgs(t.arg, PREVIEW_CYCLES),
    select: ({ cycles: _cycles, ...assumptions }, { today }) => {
      const effect = withEffectOn(today);
      const { account } = effect.with;
      const { schedules } = account.with;
      return {
        ...effect,
        with: {
          ...effect.with,
          account: {
            ...account,
            with: {
              schedules: { ...schedules, with: { ...schedules.with, rateCards: WITH_ITEMS } },
              licenseUpdates: licenseUpdatesInOrder(MAX_LICENSE_UPDATES),
              billableItems: itemsByIds(assumedItems(assumptions)),
            },
          },
        },
      };
    },
    resolve: (proposal, { cycles, ...assumptions }, context) =>
      toOutcome(previewApprovalMoney(context, proposal, { cycles, ...toAssumptions(assumptions) })),
  }),
);
