import { GraphQLError } from 'graphql';
import type { Store } from '../../store/client.ts';
import type { Where } from '../../store/list.ts';
import { missingIn, type PlanReference } from '../../store/plan-versions.ts';
import { conditionsIn } from '../list.ts';

interface OnPlan {
  readonly pricePlan?: PlanReference | null;
}

/**
 * Refuses a condition whose plan or version does not exist. A list without items would say that nobody is on the plan. It reads in the turn
 * in which it is called, so that it is no D1 call of its own beside a list.
 */
export async function requireKnownPlans(store: Store, where: Where<OnPlan> | null | undefined): Promise<void> {
  const references = conditionsIn<OnPlan>(where).flatMap(({ conditions: { pricePlan }, path }) => (pricePlan ? [{ pricePlan, path }] : []));
  // A delegate does not learn which plans there are.
  if (references.length === 0 || store.reach) return;
  const missing = await missingIn(
    store,
    references.map(({ pricePlan }) => pricePlan),
  );
  references.forEach(({ pricePlan: { pricePlanId, version }, path }, i) => {
    if (missing[i] === 'PLAN') throw unknown(`${path}.pricePlan.pricePlanId`, `there is no price plan \`${pricePlanId}\``);
    if (missing[i] === 'VERSION') throw unknown(`${path}.pricePlan.version`, `the price plan \`${pricePlanId}\` has no version ${version}`);
  });
}

const unknown = (path: string, why: string): GraphQLError =>
  new GraphQLError(`\`${path}\` is unknown: ${why}.`, { extensions: { code: 'BAD_USER_INPUT', argument: 'where' } });
