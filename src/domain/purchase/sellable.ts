import type { Decimal } from '../decimal.ts';
import { parseEach } from '../fields.ts';
import { issueRefusal } from '../issue.ts';
import { parseAmount } from '../money.ts';
import { issuesOf } from '../price-plan/issues.ts';
import { ok, okUnless, type Result, refuse } from '../result.ts';
import type { PricedCards } from '../schedule/issues.ts';
import type { PurchasedPlan, PurchaseTerms } from './purchase.ts';

/**
 * Checks that an offer can still be sold. Refuses with the code of each issue that has arisen since it was made, such as an item that was
 * archived, and a top-up whose amounts an earlier rule accepted (README, "Proposals and purchases").
 * @param plan the plan that is bought; `null` for a wallet top-up
 */
export function requireSellable(
  { override, topupAmount, purchaseAmount }: Pick<PurchaseTerms, 'override' | 'topupAmount' | 'purchaseAmount'>,
  plan: (PurchasedPlan & Pick<PricedCards, 'billables'>) | null,
  accountCurrency: string,
): Result<undefined> {
  if (!plan) {
    const amounts = parseEach([topupAmount, purchaseAmount].filter(isAmount), (amount) => parseAmount(amount, accountCurrency));
    return amounts.ok ? ok() : refuse(amounts.refusals[0]);
  }
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

const isAmount = (amount: Decimal | null): amount is Decimal => amount !== null;
