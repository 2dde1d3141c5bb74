import { parseCurrencies } from '../../domain/money.ts';
import type { PlanVersion } from '../../domain/price-plan/price-plan.ts';
import { type PricingCycleConfig, type PricingCycleInput, parsePricingCycle } from '../../domain/pricing-cycle.ts';
import type { RateCardOperation } from '../../domain/rate-card/operations.ts';
import { notFound, precondition, type RefusalCode } from '../../domain/refusal.ts';
import { ok, type Result, refuse, withPath } from '../../domain/result.ts';
import { type PlanWithActiveVersion, toPlanVersion } from '../../store/plan-versions.ts';

/** What an association says otherwise than its plan, rate cards aside. */
export interface AssociationOverrideInput {
  readonly pricingCycleConfig?: PricingCycleInput | null | undefined;
  readonly supportedCurrencies?: readonly string[] | null | undefined;
}

/** The same with other rate cards than the plan's: operations on the plan's own. */
export interface PricePlanDetailsOverrideInput extends AssociationOverrideInput {
  readonly rateCards?: readonly RateCardOperation[] | null | undefined;
}

/** The billable items that operations name, to be loaded with everything else. */
export function billableIdsIn(operations: readonly RateCardOperation[] | null | undefined): string[] {
  const cards = (operations ?? []).flatMap(({ rateCard }) => Object.values(rateCard ?? {}));
  return cards.flatMap((card) => (card && 'billableId' in card && card.billableId ? [card.billableId] : []));
}

/** The override as it is kept: null where the plan's word stands. */
export function parseDetailsOverride(
  input: AssociationOverrideInput,
): Result<{ readonly pricingCycle: PricingCycleConfig | null; readonly currencies: readonly string[] | null }> {
  const pricingCycle = input.pricingCycleConfig ? withPath(parsePricingCycle(input.pricingCycleConfig), 'pricingCycleConfig') : ok(null);
  if (!pricingCycle.ok) return pricingCycle;
  const currencies = input.supportedCurrencies ? withPath(parseCurrencies(input.supportedCurrencies), 'supportedCurrencies') : ok(null);
  return currencies.ok ? ok({ pricingCycle: pricingCycle.value, currencies: currencies.value }) : currencies;
}

/** The version that an association or a purchase pins: the plan's newest active one at this moment. */
export function newestActive(
  plans: readonly PlanWithActiveVersion[],
  pricePlanId: string,
  code: RefusalCode = 'PLAN_NOT_ASSOCIABLE',
): Result<PlanVersion> {
  const path = ['pricePlanId'];
  const plan = plans.find(({ id }) => id === pricePlanId);
  if (!plan) return refuse(notFound('price plan', pricePlanId, path));
  if (plan.archivedAt !== null) return refuse(precondition(code, `The plan "${plan.name}" is archived.`, path));
  const [version] = plan.versions;
  if (version) return ok(toPlanVersion({ ...version, plan }));
  return refuse(precondition(code, `The plan "${plan.name}" is still a draft; finalize it first.`, path));
}
