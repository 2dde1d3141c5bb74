import type { Issue } from '../../domain/issue.ts';
import { issuesOf } from '../../domain/plan-issues.ts';
import type { PurchasedPlan, PurchaseOverride } from '../../domain/purchase.ts';
import { applyRateCardOperations, type RateCardOperation } from '../../domain/rate-card-operations.ts';
import { rateCardSetId } from '../../domain/rate-card-set.ts';
import { invalid, type PathSegment } from '../../domain/refusal.ts';
import { okUnless, type Result, under } from '../../domain/result.ts';

/** Other rate cards than those of the plan. */
export interface PurchasePlanOverrideInput {
  readonly rateCards: readonly RateCardOperation[];
}

type Catalogue = Parameters<typeof issuesOf>[0]['billables'];

/** The billable items that an override names, to be loaded with everything else. */
export function billableIdsIn(override: PurchasePlanOverrideInput | null | undefined): string[] {
  const cards = (override?.rateCards ?? []).flatMap(({ rateCard }) => Object.values(rateCard ?? {}));
  return cards.flatMap((card) => (card && 'billableId' in card && card.billableId ? [card.billableId] : []));
}

/**
 * The plan with its rate cards overridden. A purchase is never a draft, so what would stand against finalizing a plan is refused at once;
 * for cards that the override leaves alone, the plan's own finalize has answered.
 */
export function overridePlan(
  plan: PurchasedPlan,
  { rateCards: operations }: PurchasePlanOverrideInput,
  billables: Catalogue,
  override: PurchaseOverride | null,
): Result<PurchasedPlan> {
  const { version } = plan;
  const path = ['purchasePlanOverride', 'rateCards'];
  const after = under(applyRateCardOperations(plan.cards, operations), ...path);
  if (!after.ok) return after;
  const cards = after.value;
  const untouched = new Set(cards.filter((card) => plan.cards.includes(card)).map(({ name }) => name));
  const terms = { ...version, currencies: override?.currencies ?? version.currencies };
  const issues = issuesOf({ referenceId: version.id, type: version.type, terms, rateCards: cards, billables });
  const refusals = issues
    .filter(({ entityType, entityId }) => entityType !== 'RATE_CARD' || !untouched.has(entityId))
    .map((issue) => refusalOf(issue, operations, path));
  return okUnless(refusals, { version, rateCardSetId: rateCardSetId(cards), cards });
}

function refusalOf({ code, entityId, errorMessage }: Issue, operations: readonly RateCardOperation[], path: readonly PathSegment[]) {
  const at = operations.findLastIndex(({ rateCardName }) => rateCardName === entityId);
  const isRate = code === 'RATE_MISSING' || code === 'RATES_MISMATCH';
  return invalid(errorMessage, at < 0 ? path : [...path, at], isRate ? 'RATES_INVALID' : 'INVALID_VALUE');
}
