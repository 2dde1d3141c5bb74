import { withChanges } from '../../domain/fields.ts';
import type { PurchasedPlan } from '../../domain/purchase/purchase.ts';
import type { PurchaseInput } from '../../domain/purchase/request.ts';
import { carryOver, purchaseInputOf } from '../../domain/purchase/revision.ts';
import { act } from '../../domain/purchase/transitions.ts';
import { invalid, notFound } from '../../domain/refusal.ts';
import { mapPaths, ok, type Result, refuse, renamePaths } from '../../domain/result.ts';
import { requireRevision } from '../../domain/revision.ts';
import { billableItemsById } from '../../store/billable-items.ts';
import { planOfPurchase, plansWithCards } from '../../store/plan-versions.ts';
import {
  type CardsOfPurchase,
  cardsOfPurchase,
  type LoadedPurchase,
  purchaseById,
  purchaseIs,
  recordPurchaseState,
  toPurchase,
} from '../../store/purchases.ts';
import { billablesOf, toCards } from '../../store/rate-cards.ts';
import { operation } from '../operation.ts';
import { writeOffer } from '../purchase/make.ts';
import { type OfferInput, type OfferRequest, offer, parseOfferTerms, withInputPaths } from '../purchase/offer.ts';
import { billableIdsIn } from '../schedule/association.ts';

/** The changes of a revision. An omitted field keeps the proposal's value, and `null` clears it. The account and type stay. */
export interface ReviseProposalInput extends Omit<OfferInput, 'type'> {
  readonly proposalId: string;
  readonly expectedRevision?: number | null | undefined;
}

/** Row ids of the new revision, the proposal that it supersedes, and their account. */
export interface RevisedProposal {
  readonly proposal: string;
  readonly superseded: string;
  readonly account: string;
}

/** Replaces an open proposal by a new one with the same number and a new price. */
export const reviseProposal = operation({
  name: 'reviseProposal',
  scope: 'proposals:write',
  async decide(input: ReviseProposalInput, work): Promise<Result<RevisedProposal>> {
    const { store, unit, now, newId } = work;
    const { proposalId, pricePlanId, purchasePlanOverride } = input;
    const [row, before, plans, items] = await store.db.batch([
      purchaseById(store, proposalId),
      cardsOfPurchase(store, proposalId),
      pricePlanId === undefined ? planOfPurchase(store, proposalId) : plansWithCards(store, pricePlanId === null ? [] : [pricePlanId]),
      billableItemsById(store, billableIdsIn(purchasePlanOverride?.rateCards)),
    ]);
    if (!row?.isProposal || !before) return refuse(notFound('proposal', proposalId, ['proposalId']));
    const { account } = row;
    const id = newId('purchase');
    const move = act(toPurchase(row), 'REVISE', { now, accountStatus: account.status, supersededById: id });
    if (!move.ok) return mapPaths(move, () => ['proposalId']);
    const current = requireRevision('account', input.expectedRevision ?? null, account.revision);
    if (!current.ok) return current;
    const request = revisedTerms(input, row, before);
    if (!request.ok) return request;
    const allItems = [...items, ...billablesOf(before.rateCards).values()];
    const offered = renamePaths(withInputPaths(offer(work, request.value, { isProposal: true, account, plans, items: allItems }), input), {
      accountId: ['proposalId'],
    });
    if (!offered.ok) return offered;

    const revision = (row.revision ?? 0) + 1;
    const revisionRow = writeOffer(work, offered.value, account, { id, number: row.number, revision, supersedesId: row.id });
    unit.guard(purchaseIs(store, row));
    if (move.value.changed) unit.write(recordPurchaseState(store, row.id, { ...move.value.state, updatedAt: now }));
    work.audit({
      subjectId: account.id,
      entities: [account.id, row.id, id],
      before: { id: row.id, status: row.status },
      after: revisionRow,
    });
    return ok({ proposal: id, superseded: row.id, account: account.id });
  },
});

/** Returns the terms of the proposal with the changes. Own rate cards cannot be carried over to another plan, whose cards differ. */
function revisedTerms(input: ReviseProposalInput, row: LoadedPurchase, { rateCards, planVersion }: CardsOfPurchase): Result<OfferRequest> {
  const changes = parseOfferTerms(input);
  if (!changes.ok) return changes;
  const terms = withChanges<PurchaseInput>(purchaseInputOf(row), changes.value);
  const pricePlanId = input.pricePlanId === undefined ? row.pricePlanId : input.pricePlanId;
  const { purchasePlanOverride } = input;
  if (purchasePlanOverride) return ok({ terms, pricePlanId, cards: () => purchasePlanOverride });
  if (purchasePlanOverride === null || !planVersion || planVersion.rateCardSetId === row.rateCardSetId) return ok({ terms, pricePlanId });
  if (pricePlanId !== row.pricePlanId) {
    const message =
      'The proposal has its own rate cards, made from another plan. Set purchasePlanOverride for the new plan, or null to use its rate cards.';
    return refuse(invalid(message, ['purchasePlanOverride']));
  }
  const isSameSet = ({ rateCardSetId }: PurchasedPlan) => rateCardSetId === planVersion.rateCardSetId;
  const [own, from] = [toCards(rateCards), toCards(planVersion.rateCards)];
  return ok({ terms, pricePlanId, cards: (plan) => ({ ownCards: isSameSet(plan) ? own : carryOver(own, from, plan.cards) }) });
}
