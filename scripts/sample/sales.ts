import { addDays, type Day, dayInMonth, FOREVER, monthOf, startOfDay } from '../../src/domain/day.ts';
import { fromInteger } from '../../src/domain/decimal.ts';
import { createProposal } from '../../src/operations/proposal/create.ts';
import { reviseProposal } from '../../src/operations/proposal/revise.ts';
import { updateProposalStatus } from '../../src/operations/proposal/update-status.ts';
import { completePurchase } from '../../src/operations/purchase/complete.ts';
import { failPurchase } from '../../src/operations/purchase/fail.ts';
import { initiatePurchase } from '../../src/operations/purchase/initiate.ts';
import type { Story } from './story.ts';

/** The outcome of an offer. */
type End = 'APPROVED' | 'DECLINED' | 'PAID' | 'PAYMENT_FAILED';

/** A proposal to an account, or a purchase by it without approval. */
export interface Sale {
  readonly account: string;
  /** Days from today. Its outcome is two days later. */
  readonly day: number;
  /** The plan, or the amount of a wallet top-up. */
  readonly of: string | { readonly topup: number };
  readonly quantity?: number;
  /** Quantities of rate cards by name. */
  readonly cards?: Readonly<Record<string, number>>;
  /** Whether it associates a plan with a cycle, from the first day of a month after the offer's expiry. */
  readonly isContract?: boolean;
  readonly payment?: 'PREPAID' | 'POSTPAID';
  /** The expiry of the offer, as days from today. */
  readonly expires?: number;
  /** Quantities of rate cards in a second revision, made a day later. */
  readonly revisedCards?: Readonly<Record<string, number>>;
  readonly end?: End;
  /** Whether it is bought without approval. */
  readonly outright?: boolean;
  readonly comment?: string;
}

/** Adds the steps of each offer and purchase, and of its outcome. */
export function sell(story: Story, sales: readonly Sale[]): void {
  for (const sale of sales) {
    const { account, day, expires, revisedCards, outright, end, comment } = sale;
    const payment = sale.payment ?? 'PREPAID';
    const name = `sale to ${account} on ${day}`;
    story.on(story.day(day), async (call) => {
      const terms = termsOf(story, sale);
      if (outright) return story.name((await call(initiatePurchase, terms)).purchase, name);
      const expiryDate = expires === undefined ? undefined : startOfDay(story.day(expires));
      story.name((await call(createProposal, { ...terms, paymentMode: payment, expiryDate })).proposal, name);
    });
    if (revisedCards) {
      story.on(story.day(day + 1), async (call) => {
        const revision = { proposalId: story.id(name), rateCardQuantities: quantitiesOf(revisedCards) };
        story.name((await call(reviseProposal, revision)).proposal, name);
      });
    }
    if (!end) continue;
    story.on(story.day(Math.min(day + 2, 0)), async (call) => {
      const id = story.id(name);
      if (!outright) await call(updateProposalStatus, { proposalId: id, status: end === 'DECLINED' ? 'DECLINE' : 'APPROVE', comment });
      if (end === 'PAID') await call(completePurchase, { purchaseId: id });
      if (end === 'PAYMENT_FAILED') await call(failPurchase, { purchaseId: id });
    });
  }
}

function termsOf(story: Story, { account: accountId, of, quantity, cards, isContract, expires = 0 }: Sale) {
  if (typeof of === 'object') {
    return { accountId, type: 'WALLET_TOPUP' as const, walletTopupDetails: { topupAmount: fromInteger(of.topup) } };
  }
  const terms = { accountId, pricePlanId: story.id(`plan ${of}`), quantity, rateCardQuantities: quantitiesOf(cards ?? {}) };
  if (!isContract) return { ...terms, type: 'ENTITLEMENT_GRANT' as const };
  const period = { effectiveFrom: firstOfMonthFrom(story.day(expires)), effectiveUntil: FOREVER };
  return { ...terms, ...period, type: 'ASSOCIATION' as const };
}

/** The first day of a month on or after the day. */
const firstOfMonthFrom = (day: Day): Day => dayInMonth(monthOf(addDays(day, -1)) + 1, 1);

const quantitiesOf = (cards: Readonly<Record<string, number>>) =>
  Object.entries(cards).map(([rateCardName, count]) => ({ rateCardName, quantity: fromInteger(count) }));
