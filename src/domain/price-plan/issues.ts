import type { BillableItem } from '../billable-item.ts';
import type { Issue, IssueCode, IssueEntityType } from '../issue.ts';
import { offsetFaults, type PricingCycleConfig } from '../pricing-cycle.ts';
import { ruleIssues } from '../pricing-rule/issues.ts';
import type { RateCard } from '../rate-card/rate-card.ts';
import { cardFaults } from './issues/cards.ts';
import type { PlanTerms, PricePlanType } from './price-plan.ts';

/** A whole draft: the content of a plan version or a schedule, and the billable items that it uses. */
export interface DraftContent {
  /** The id of the plan version or the schedule. */
  readonly referenceId: string;
  readonly type: PricePlanType;
  readonly terms: PlanTerms;
  readonly rateCards: readonly RateCard[];
  /** The billable items of the cards by id. An item that does not exist is missing. */
  readonly billables: ReadonlyMap<string, BillableItem>;
  /** The account's invoice currency. Only for a schedule. */
  readonly accountCurrency?: string;
}

/**
 * Returns everything that prevents a finalize (README, "What blocks a finalize"), in the order of the draft: currency, cycle, each rate
 * card, each rule.
 */
export function issuesOf(draft: DraftContent): readonly Issue[] {
  const { referenceId, terms, rateCards } = draft;
  return [...currencyIssues(draft), ...cycleIssues(draft), ...cardIssues(draft), ...ruleIssues(terms.pricingRules, rateCards, referenceId)];
}

function currencyIssues({ referenceId, accountCurrency, terms: { currencies } }: DraftContent): readonly Issue[] {
  if (accountCurrency === undefined || currencies.includes(accountCurrency)) return [];
  const message = `The account is invoiced in ${accountCurrency}, which is not one of the schedule's currencies: ${currencies.join(', ')}. Add it.`;
  return [issue('SCHEDULE', referenceId, referenceId, 'CURRENCY_NOT_SUPPORTED', message)];
}

function cycleIssues({ referenceId, type, terms: { pricingCycle } }: DraftContent): readonly Issue[] {
  const faults = cycleFaults(type, pricingCycle);
  return faults.map(([code, message]) => issue('PRICING_CYCLE', referenceId, referenceId, code, message));
}

function cycleFaults(type: PricePlanType, cycle: PricingCycleConfig | null): readonly (readonly [IssueCode, string])[] {
  if (type === 'PURCHASE') {
    return cycle ? [['PRICING_CYCLE_UNEXPECTED', 'A PURCHASE plan is paid once and has no pricing cycle. Remove it.']] : [];
  }
  if (!cycle) return [['PRICING_CYCLE_MISSING', 'A BILLING plan recurs and needs a pricing cycle. Add one.']];
  return offsetFaults(cycle.interval, cycle).map(({ message }) => ['PRICING_CYCLE_OFFSET', message]);
}

function cardIssues({ referenceId, terms, rateCards, billables }: DraftContent): readonly Issue[] {
  const { currencies, deferredRevenue } = terms;
  return rateCards.flatMap((card, i) =>
    cardFaults(card, { currencies, deferredRevenue, billables, earlier: rateCards.slice(0, i) }).map(([code, message]) =>
      issue('RATE_CARD', referenceId, card.name, code, `Rate card "${card.name}" ${message}`),
    ),
  );
}

function issue(entityType: IssueEntityType, referenceId: string, entityId: string, code: IssueCode, errorMessage: string): Issue {
  return { referenceId, entityId, entityType, code, errorMessage };
}
