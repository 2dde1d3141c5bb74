import type { BillableItem } from '../billable-item.ts';
import { type Issue, issueRefusal } from '../issue.ts';
import { issuesOf } from '../price-plan/issues.ts';
import type { PlanVersion } from '../price-plan/price-plan.ts';
import { type PricingRuleInput, parsePricingRules } from '../pricing-rule/pricing-rule.ts';
import { applyRateCardOperations, type RateCardOperation, requireFewCards } from '../rate-card/operations.ts';
import type { RateCard } from '../rate-card/rate-card.ts';
import type { PathSegment } from '../refusal.ts';
import { ok, okUnless, type Result, withPath } from '../result.ts';
import type { ScheduleOverrides } from './schedule.ts';

/** Overrides of a plan version, without its cycle. An omitted or `null` field keeps the plan's value. */
export interface PlanOverride {
  readonly currencies?: readonly string[] | null | undefined;
  /** Operations on the plan's own cards. */
  readonly rateCards?: readonly RateCardOperation[] | null | undefined;
  /** Cards that replace the plan's own. Not together with `rateCards`. */
  readonly ownCards?: readonly RateCard[] | null | undefined;
  /** Rules that replace the plan's own. */
  readonly pricingRules?: readonly PricingRuleInput[] | null | undefined;
}

export interface OverriddenPlan extends Pick<ScheduleOverrides, 'currencies' | 'pricingRules'> {
  readonly cards: readonly RateCard[];
}

/**
 * Returns a plan version with an override, for a change that is not a draft and therefore must have no issues: every issue (README, "What
 * blocks a finalize") is refused with its own code. The path leads into the override if the override causes the issue, or to `pricePlanId`
 * if the plan has it. Also refuses as `applyRateCardOperations` and `parsePricingRules` do.
 */
export function overridePlan(
  plan: { readonly version: PlanVersion; readonly cards: readonly RateCard[] },
  override: PlanOverride,
  context: { readonly invoiceCurrency: string; readonly billables: ReadonlyMap<string, BillableItem>; readonly nextRuleId: () => string },
): Result<OverriddenPlan> {
  const { version } = plan;
  const { billables, invoiceCurrency, nextRuleId } = context;
  const cards = withPath(cardsOf(plan.cards, override), 'rateCards');
  if (!cards.ok) return cards;
  const rules = override.pricingRules
    ? withPath(parsePricingRules(override.pricingRules, version.pricingRules, nextRuleId), 'pricingRules')
    : ok(null);
  if (!rules.ok) return rules;

  const issues = (rateCards: readonly RateCard[], terms: PlanVersion) =>
    issuesOf({ referenceId: version.id, type: version.type, terms, rateCards, billables, accountCurrency: invoiceCurrency });
  const own = new Set(issues(plan.cards, version).map(({ errorMessage }) => errorMessage));
  const terms = { ...version, currencies: override.currencies ?? version.currencies, pricingRules: rules.value ?? version.pricingRules };
  const allIssues = issues(cards.value, terms);
  // If the account's currency is not supported, the other issues are not worth reporting.
  const ofCurrency = allIssues.filter(({ code }) => code === 'CURRENCY_NOT_SUPPORTED');
  return okUnless(
    (ofCurrency.length > 0 ? ofCurrency : allIssues).map((issue) =>
      issueRefusal(issue, pathOf(issue, override, own.has(issue.errorMessage))),
    ),
    { currencies: override.currencies ?? null, pricingRules: rules.value, cards: cards.value },
  );
}

function cardsOf(cards: readonly RateCard[], { rateCards, ownCards }: PlanOverride): Result<readonly RateCard[]> {
  if (ownCards) return requireFewCards(ownCards);
  return rateCards ? applyRateCardOperations(cards, rateCards) : ok(cards);
}

/** The path of an issue: its operation or rule, or else the plan if the issue is the plan's own, or else the other overrides. */
function pathOf(
  { entityType, entityId }: Issue,
  { rateCards, pricingRules, currencies }: PlanOverride,
  isOfPlan: boolean,
): readonly PathSegment[] {
  const operation = entityType === 'RATE_CARD' ? (rateCards ?? []).findLastIndex(({ rateCardName }) => rateCardName === entityId) : -1;
  if (operation >= 0) return ['rateCards', operation];
  const rule = entityType === 'PRICING_RULE' ? (pricingRules ?? []).findIndex(({ name }) => name === entityId) : -1;
  if (rule >= 0) return ['pricingRules', rule];
  if (currencies && !isOfPlan) return ['currencies'];
  return [rateCards && !isOfPlan ? 'rateCards' : 'pricePlanId'];
}
