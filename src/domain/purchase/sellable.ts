import { issueRefusal } from '../issue.ts';
import { issuesOf } from '../price-plan/issues.ts';
import { ok, okUnless, type Result } from '../result.ts';
import type { PricedCards } from '../schedule/issues.ts';
import type { PurchasedPlan, PurchaseTerms } from './purchase.ts';

/**
 * Whether what was offered can still be sold: with its own code, each issue that has come to stand against it since, such as an item that
 * was archived (README, "Proposals and purchases").
 * @param plan what the purchase was made against; null for a wallet top-up
 */
export function requireSellable(
  { override }: Pick<PurchaseTerms, 'override'>,
  plan: (PurchasedPlan & Pick<PricedCards, 'billables'>) | null,
  accountCurrency: string,
): Result<undefined> {
  if (!plan) return ok();
  const { version, cards, billables } = plan;
  const terms = {
    ...version,
    pricingCycle: override?.pricingCycle ?? version.pricingCycle,
    currencies: override?.currencies ?? version.currencies,
  };
  const issues = issuesOf({ referenceId: version.id, type: version.type, terms, rateCards: cards, billables, accountCurrency });
  return okUnless(
    issues.map((issue) => issueRefusal(issue)),
    undefined,
  );
}
