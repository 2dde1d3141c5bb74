import type { BillableItem } from './billable-item.ts';
import type { Issue } from './issue.ts';
import { issuesOf } from './plan-issues.ts';
import type { PlanVersion } from './price-plan.ts';
import { type PricingRuleInput, parsePricingRules } from './pricing-rule.ts';
import type { RateCard } from './rate-card.ts';
import { applyRateCardOperations, type RateCardOperation, requireFewCards } from './rate-card-operations.ts';
import { invalid, type PathSegment, precondition, type RefusalCode } from './refusal.ts';
import { ok, okUnless, type Result, refuse, under } from './result.ts';
import type { ScheduleOverrides } from './schedule.ts';

/** What is to be otherwise than in a plan version, its cycle aside; null or absent where the plan's word stands. */
export interface PlanOverride {
  readonly currencies?: readonly string[] | null | undefined;
  /** Applied to the plan's own cards. */
  readonly rateCards?: readonly RateCardOperation[] | null | undefined;
  /** In the place of the plan's own cards, as they are; not together with `rateCards`. */
  readonly ownCards?: readonly RateCard[] | null | undefined;
  /** Replace the plan's own rules. */
  readonly pricingRules?: readonly PricingRuleInput[] | null | undefined;
}

export interface OverriddenPlan extends Pick<ScheduleOverrides, 'currencies' | 'pricingRules'> {
  readonly cards: readonly RateCard[];
}

/**
 * A plan version with an override, for what is no draft and so must be sound at once: every issue that the override brings about
 * (README, "What blocks a finalize") is a refusal, with a path into the override. What the plan lacks by itself is not its fault.
 * Refuses CURRENCY_NOT_SUPPORTED, RATES_INVALID, PRICING_RULE_INVALID, INVALID_VALUE, and as `applyRateCardOperations` and `parsePricingRules` do.
 */
export function overridePlan(
  plan: { readonly version: PlanVersion; readonly cards: readonly RateCard[] },
  override: PlanOverride,
  context: { readonly invoiceCurrency: string; readonly billables: ReadonlyMap<string, BillableItem>; readonly nextRuleId: () => string },
): Result<OverriddenPlan> {
  const { version } = plan;
  const { billables, invoiceCurrency, nextRuleId } = context;
  if (override.currencies && !override.currencies.includes(invoiceCurrency)) {
    const message = `The account is invoiced in ${invoiceCurrency}, which is not among ${override.currencies.join(', ')}; add it to them.`;
    return refuse(precondition('CURRENCY_NOT_SUPPORTED', message, ['currencies']));
  }
  const cards = under(cardsOf(plan.cards, override), 'rateCards');
  if (!cards.ok) return cards;
  const rules = override.pricingRules
    ? under(parsePricingRules(override.pricingRules, version.pricingRules, nextRuleId), 'pricingRules')
    : ok(null);
  if (!rules.ok) return rules;

  const issues = (rateCards: readonly RateCard[], terms: PlanVersion) =>
    issuesOf({ referenceId: version.id, type: version.type, terms, rateCards, billables });
  const own = new Set(issues(plan.cards, version).map(({ errorMessage }) => errorMessage));
  const terms = { ...version, currencies: override.currencies ?? version.currencies, pricingRules: rules.value ?? version.pricingRules };
  const brought = issues(cards.value, terms).filter(({ errorMessage }) => !own.has(errorMessage));
  return okUnless(
    brought.map((issue) => invalid(issue.errorMessage, pathOf(issue, override), codeOf(issue))),
    { currencies: override.currencies ?? null, pricingRules: rules.value, cards: cards.value },
  );
}

function cardsOf(cards: readonly RateCard[], { rateCards, ownCards }: PlanOverride): Result<readonly RateCard[]> {
  if (ownCards) return requireFewCards(ownCards);
  return rateCards ? applyRateCardOperations(cards, rateCards) : ok(cards);
}

/** The operation or rule that the issue is about; where it is about neither, what else is overridden is at fault. */
function pathOf({ entityType, entityId }: Issue, { rateCards, pricingRules, currencies }: PlanOverride): readonly PathSegment[] {
  const operation = entityType === 'RATE_CARD' ? (rateCards ?? []).findLastIndex(({ rateCardName }) => rateCardName === entityId) : -1;
  if (operation >= 0) return ['rateCards', operation];
  const rule = entityType === 'PRICING_RULE' ? (pricingRules ?? []).findIndex(({ name }) => name === entityId) : -1;
  if (rule >= 0) return ['pricingRules', rule];
  return [currencies ? 'currencies' : 'rateCards'];
}

function codeOf({ code, entityType }: Issue): RefusalCode {
  if (code === 'RATE_MISSING' || code === 'RATES_MISMATCH') return 'RATES_INVALID';
  return entityType === 'PRICING_RULE' ? 'PRICING_RULE_INVALID' : 'INVALID_VALUE';
}
