import { availablePlanActions, type PlanAction, type PlanActionAvailability } from '../../domain/price-plan/actions.ts';
import { issuesOf } from '../../domain/price-plan/issues.ts';
import { planUseColumns } from '../../store/plan-use.ts';
import { toPlanVersion } from '../../store/plan-versions.ts';
import { toDraftContent } from '../../store/price-plans.ts';
import { inOrder } from '../../store/rate-cards.ts';
import { requires } from '../admission/scopes.ts';
import { builder } from '../builder.ts';
import { describedEnum } from '../enums.ts';
import { COMPUTED_FROM } from '../limits.ts';
import { PricePlanVersion } from './type.ts';

const PricePlanActionEnum = builder.enumType('PricePlanAction', {
  description: 'An action on a price plan.',
  values: describedEnum({
    UPDATE: 'Edits the draft, or creates it: `updatePricePlan` and the changes of rate cards and rules.',
    FINALIZE: 'Finalizes this version: `finalizePricePlan`.',
    DISCARD: 'Discards this version: `discardPricePlan`.',
    ARCHIVE: 'Archives the plan with all of its versions: `archivePricePlan`.',
    ASSOCIATE: 'Attaches the newest active version to an account, for example by `updatePricingSchedule`.',
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
