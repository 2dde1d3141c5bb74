import { parseCurrencies } from '../../domain/money.ts';
import { type PlanVersion, requireOffered } from '../../domain/price-plan/price-plan.ts';
import { type PricingCycleConfig, type PricingCycleInput, parsePricingCycle } from '../../domain/pricing-cycle.ts';
import type { RateCardOperation } from '../../domain/rate-card/operations.ts';
import { notFound, type RefusalCode } from '../../domain/refusal.ts';
import { ok, type Result, refuse, withPath } from '../../domain/result.ts';
import type { PlanOverride } from '../../domain/schedule/plan-override.ts';
import { type PlanWithActiveVersion, toPlanVersion } from '../../store/plan-versions.ts';

/** The overrides of an association, without rate cards. */
export interface AssociationOverrideInput {
  readonly pricingCycleConfig?: PricingCycleInput | null | undefined;
  readonly supportedCurrencies?: readonly string[] | null | undefined;
}

/** Overrides of a plan's rate cards: families that are removed, then operations on the plan's own cards. */
export type RateCardsOverrideInput = Pick<PlanOverride, 'replacedFamilies' | 'rateCards'>;

/** The overrides of an association. */
export interface PricePlanDetailsOverrideInput extends AssociationOverrideInput, RateCardsOverrideInput {}

/** Returns the ids of the billable items in rate-card operations, which must be loaded for the decision. */
export function billableIdsIn(operations: readonly RateCardOperation[] | null | undefined): string[] {
  const cards = (operations ?? []).flatMap(({ rateCard }) => Object.values(rateCard ?? {}));
  return cards.flatMap((card) => (card && 'billableId' in card && card.billableId ? [card.billableId] : []));
}

/** Parses overrides for storage. `null`: the plan's value applies. */
export function parseDetailsOverride(
  input: AssociationOverrideInput,
): Result<{ readonly pricingCycle: PricingCycleConfig | null; readonly currencies: readonly string[] | null }> {
  const pricingCycle = input.pricingCycleConfig ? withPath(parsePricingCycle(input.pricingCycleConfig), 'pricingCycleConfig') : ok(null);
  if (!pricingCycle.ok) return pricingCycle;
  const currencies = input.supportedCurrencies ? withPath(parseCurrencies(input.supportedCurrencies), 'supportedCurrencies') : ok(null);
  return currencies.ok ? ok({ pricingCycle: pricingCycle.value, currencies: currencies.value }) : currencies;
}

/** Returns the version that an association or a purchase pins: the plan's newest active one. Refuses with NOT_FOUND or with `code`. */
export function newestActive(
  plans: readonly PlanWithActiveVersion[],
  pricePlanId: string,
  code: RefusalCode = 'PLAN_NOT_ASSOCIABLE',
): Result<PlanVersion> {
  const plan = plans.find(({ id }) => id === pricePlanId);
  if (!plan) return refuse(notFound('price plan', pricePlanId, ['pricePlanId']));
  const offered = requireOffered(plan, plan.versions[0], code);
  return offered.ok ? ok(toPlanVersion({ ...offered.value, plan })) : offered;
}
