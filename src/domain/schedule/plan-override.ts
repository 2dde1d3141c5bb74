import type { BillableItem } from '../billable-item.ts';
import { type Issue, issueRefusal } from '../issue.ts';
import { issuesOf } from '../price-plan/issues.ts';
import type { PlanVersion } from '../price-plan/price-plan.ts';
import { type PricingRuleInput, parsePricingRules } from '../pricing-rule/pricing-rule.ts';
import { applyRateCardOperations, type RateCardOperation, requireFewCards } from '../rate-card/operations.ts';
import type { RateCard, RateCardType } from '../rate-card/rate-card.ts';
import type { PathSegment } from '../refusal.ts';
import { ok, okUnless, type Result, withPath } from '../result.ts';
import type { ScheduleOverrides } from './schedule.ts';

/** Overrides of a plan version, without its cycle. An omitted or `null` field keeps the plan's value. */
export interface PlanOverride {
  readonly currencies?: readonly string[] | null | undefined;
  /** Families of the plan's own cards that are removed first. */
  readonly replacedFamilies?: readonly RateCardType[] | null | undefined;
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
  const operations = override.rateCards && withKeptNames(override.rateCards, plan.cards, override.replacedFamilies ?? []);
  const cards = withPath(cardsOf(plan.cards, { ...override, rateCards: operations }), 'rateCards');
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
      issueRefusal(issue, pathOf(issue, { ...override, rateCards: operations }, own.has(issue.errorMessage))),
    ),
    { currencies: override.currencies ?? null, pricingRules: rules.value, cards: cards.value },
  );
}

function cardsOf(cards: readonly RateCard[], { rateCards, ownCards, replacedFamilies }: PlanOverride): Result<readonly RateCard[]> {
  if (ownCards) return requireFewCards(ownCards);
  const kept = cards.filter(({ type }) => !replacedFamilies?.includes(type));
  return rateCards ? applyRateCardOperations(kept, rateCards) : ok(kept);
}

/** A nameless card keeps the name of the removed card for the same item, because pricing rules may read it by this name. */
function withKeptNames(
  operations: readonly RateCardOperation[],
  cards: readonly RateCard[],
  families: readonly RateCardType[],
): readonly RateCardOperation[] {
  const removed = cards.filter(({ type }) => families.includes(type));
  return operations.map((operation) => {
    if (operation.actionType !== 'CREATE' || operation.rateCardName != null) return operation;
    const item = itemOf(operation);
    const isCommitment = operation.rateCard?.minimumCommitment != null;
    const replaced = removed.find(({ type, billableId }) =>
      isCommitment ? type === 'MINIMUM_COMMITMENT' : item !== null && billableId === item,
    );
    return { ...operation, rateCardName: replaced?.name };
  });
}

/** The id of the item that an operation's card prices. `null`: it prices none. */
function itemOf({ rateCard }: RateCardOperation): string | null {
  const [card] = Object.values(rateCard ?? {}).filter((each) => each != null);
  return card && 'billableId' in card ? (card.billableId ?? null) : null;
}

/** The path of an issue: its operation or rule, or else the plan if the issue is the plan's own, or else the other overrides. */
function pathOf(
  { entityType, entityId }: Issue,
  { rateCards, pricingRules, currencies }: PlanOverride,
  isOfPlan: boolean,
): readonly PathSegment[] {
  // A card without a name has that of its item.
  const isOfCard = (each: RateCardOperation): boolean => (each.rateCardName ?? itemOf(each)) === entityId;
  const operation = entityType === 'RATE_CARD' ? (rateCards ?? []).findLastIndex(isOfCard) : -1;
  if (operation >= 0) return ['rateCards', operation];
  const rule = entityType === 'PRICING_RULE' ? (pricingRules ?? []).findIndex(({ name }) => name === entityId) : -1;
  if (rule >= 0) return ['pricingRules', rule];
  if (currencies && !isOfPlan) return ['currencies'];
  return [rateCards && !isOfPlan ? 'rateCards' : 'pricePlanId'];
}
