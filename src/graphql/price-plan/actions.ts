import { availablePlanActions, type PlanAction } from '../../domain/price-plan/actions.ts';
import { issuesOf } from '../../domain/price-plan/issues.ts';
import { archivePricePlan } from '../../operations/price-plan/archive.ts';
import { bulkPricePlanRateCardOperations } from '../../operations/price-plan/bulk-rate-card-operations.ts';
import { discardPricePlan } from '../../operations/price-plan/discard.ts';
import { finalizePricePlan } from '../../operations/price-plan/finalize.ts';
import { updatePricePlan } from '../../operations/price-plan/update.ts';
import { updatePricePlanPricingRules } from '../../operations/price-plan/update-pricing-rules.ts';
import { updatePricingSchedule } from '../../operations/schedule/update-pricing-schedule.ts';
import { planUseColumns } from '../../store/plan-use.ts';
import { toPlanVersion } from '../../store/plan-versions.ts';
import { toDraftContent } from '../../store/price-plans.ts';
import { inOrder } from '../../store/rate-cards.ts';
import { actionsOf } from '../actions.ts';
import { requires } from '../admission/scopes.ts';
import { builder } from '../builder.ts';
import { COMPUTED_FROM } from '../limits.ts';
import { PricePlanVersion } from './type.ts';

const { type: AvailablePricePlanAction, forCaller } = actionsOf<PlanAction>('PricePlan', 'a price plan', {
  UPDATE: {
    does: 'Edits the draft, or creates it',
    by: [updatePricePlan, bulkPricePlanRateCardOperations, updatePricePlanPricingRules],
  },
  FINALIZE: { does: 'Finalizes this version', by: [finalizePricePlan] },
  DISCARD: { does: 'Discards this version', by: [discardPricePlan] },
  ARCHIVE: { does: 'Archives the plan with all of its versions', by: [archivePricePlan] },
  ASSOCIATE: { does: 'Attaches this version to an account, if it is the newest active one', by: [updatePricingSchedule] },
});

builder.drizzleObjectField(PricePlanVersion, 'availableActions', (t) =>
  t.field({
    ...requires('schedules:read', 'proposals:read'),
    type: [AvailablePricePlanAction],
    computedFrom: COMPUTED_FROM.cards,
    description: 'Actions on the plan at this version, and whether they would be accepted now.',
    select: (_args, { store, today, now }) => ({
      columns: {
        pricePlanId: true,
        version: true,
        status: true,
        description: true,
        pricingCycle: true,
        currencies: true,
        pricingRules: true,
        deferredRevenue: true,
        allowOngoingCycleUpdates: true,
        rateCardSetId: true,
        createdAt: true,
        updatedAt: true,
        orgId: true,
      },
      with: {
        plan: {
          columns: { name: true, type: true, archivedAt: true },
          with: {
            draft: { columns: { id: true } },
            activeVersion: { columns: { id: true, version: true, status: true }, orderBy: { version: 'desc' } },
          },
        },
        rateCards: { ...inOrder, columns: { card: true }, with: { billable: true } },
      },
      extras: {
        planSchedules: ({ pricePlanId }) => planUseColumns(store, pricePlanId, { today, now }).schedules,
        planOpenProposals: ({ pricePlanId }) => planUseColumns(store, pricePlanId, { today, now }).openProposals,
      },
    }),
    resolve: ({ plan, rateCards, planSchedules, planOpenProposals, ...row }, _args, { actor }) => {
      const version = toPlanVersion({ ...row, plan });
      const available = availablePlanActions({
        version,
        archivedAt: plan.archivedAt,
        draft: plan.draft,
        latestActive: plan.activeVersion,
        issues: issuesOf(toDraftContent(version, rateCards)),
        use: { schedules: planSchedules, openProposals: planOpenProposals },
      });
      return forCaller(actor, available);
    },
  }),
);
