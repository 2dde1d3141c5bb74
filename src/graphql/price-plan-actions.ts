import { availablePlanActions, type PlanAction, type PlanActionAvailability } from '../domain/plan-actions.ts';
import { issuesOf } from '../domain/plan-issues.ts';
import { planUseColumns } from '../store/plan-use.ts';
import { toPlanVersion } from '../store/plan-versions.ts';
import { toDraftContent } from '../store/price-plans.ts';
import { inOrder } from '../store/rate-cards.ts';
import { builder } from './builder.ts';
import { describedEnum } from './enums.ts';
import { PricePlanVersion } from './price-plan.ts';
import { requires } from './scopes.ts';

const PricePlanActionEnum = builder.enumType('PricePlanAction', {
  description: 'What can be done with a price plan.',
  values: describedEnum({
    UPDATE: '`updatePricePlan` and the edits of rate cards and rules: of the draft, which they open where there is none.',
    FINALIZE: '`finalizePricePlan`: of this version.',
    DISCARD: '`discardPricePlan`: of this version.',
    ARCHIVE: '`archivePricePlan`: of the plan with all of its versions.',
    ASSOCIATE: '`updatePricingSchedule` and its like, which attach the newest active version to an account.',
  } satisfies Record<PlanAction, string>),
});

const AvailablePricePlanAction = builder.objectRef<PlanActionAvailability>('AvailablePricePlanAction').implement({
  description: 'Whether an action on a price plan would be accepted now.',
  fields: (t) => ({
    action: t.expose('action', { type: PricePlanActionEnum, description: 'The action.' }),
    allowed: t.exposeBoolean('allowed', { description: 'Whether the state of the plan allows the action.' }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why the action is not allowed. `null` when it is allowed.' }),
  }),
});

builder.drizzleObjectField(PricePlanVersion, 'availableActions', (t) =>
  t.field({
    ...requires('schedules:read', 'proposals:read'),
    type: [AvailablePricePlanAction],
    description: 'What can be done with the plan at this version now, and why the rest cannot.',
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
          with: { activeVersion: { columns: { version: true }, orderBy: { version: 'desc' } } },
        },
        rateCards: { ...inOrder, columns: { card: true }, with: { billable: true } },
      },
      extras: {
        planSchedules: ({ pricePlanId }) => planUseColumns(store, pricePlanId, { today, now }).schedules,
        planOpenProposals: ({ pricePlanId }) => planUseColumns(store, pricePlanId, { today, now }).openProposals,
      },
    }),
    resolve: ({ plan, rateCards, planSchedules, planOpenProposals, ...row }) => {
      const version = toPlanVersion({ ...row, plan });
      return [
        ...availablePlanActions({
          version,
          archivedAt: plan.archivedAt,
          latestActive: plan.activeVersion?.version ?? null,
          issues: issuesOf(toDraftContent(version, rateCards)),
          use: { schedules: planSchedules, openProposals: planOpenProposals },
        }),
      ];
    },
  }),
);
