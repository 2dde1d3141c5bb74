import type { AvailableAction } from '../../domain/availability.ts';
import { effectKind, type PurchaseState } from '../../domain/purchase/purchase.ts';
import { requireSellable } from '../../domain/purchase/sellable.ts';
import { act, availablePurchaseActions, isEffective, type PurchaseAction } from '../../domain/purchase/transitions.ts';
import { itemsOf } from '../../domain/rate-card/rate-card.ts';
import type { PathSegment } from '../../domain/refusal.ts';
import { mapPaths, ok, type Result } from '../../domain/result.ts';
import { requireRevision } from '../../domain/revision.ts';
import { noneIsArchived } from '../../store/billable-items.ts';
import { type LoadedPurchase, purchaseIs, recordPurchaseState, toPurchase, toPurchasedPlan } from '../../store/purchases.ts';
import { toCards } from '../../store/rate-cards.ts';
import type { Context } from '../context.ts';
import type { Work } from '../operation.ts';
import { applyEffect, applyNothing, type PlannedEffect, planEffect } from './effect.ts';

/** Row ids of a purchase or proposal after an action, whether or not the action changed it. One of `proposal` and `purchase` is `null`. */
export interface ChangedPurchase {
  readonly proposal: string | null;
  readonly purchase: string | null;
  readonly account: string;
  /** The account's whole timeline, if the purchase has associated a plan. Otherwise empty. */
  readonly schedules: readonly string[];
}

/** The result of an action before it is written. */
export interface PlannedAction {
  readonly state: PurchaseState;
  /** `null`: the action has no effect on the account. */
  readonly effect: PlannedEffect | null;
}

interface NamedActionInput extends ActionInput {
  /** The field of the input that selects the purchase. */
  readonly idField: 'proposalId' | 'purchaseId';
}

type DecisionContext = Pick<Context, 'now' | 'today' | 'newId'>;

interface ActionInput {
  readonly comment?: string | null | undefined;
  readonly expectedRevision?: number | null | undefined;
}

/**
 * Applies an action to a purchase or proposal, together with its effect. A repeated action writes nothing and returns the same ids. If the
 * effect is refused, nothing changes. A refusal for the purchase or its account has the path of the field that selects the purchase.
 */
export function actOn(
  work: Work,
  row: LoadedPurchase,
  action: PurchaseAction,
  { idField, ...input }: NamedActionInput,
): Result<ChangedPurchase> {
  const { store, unit, now } = work;
  const { account } = row;
  const decision = planAction(work, row, action, input);
  if (!decision.ok) return mapPaths(decision, (path) => (isInput(path) ? path : [idField]));
  if (!decision.value) return ok(changed(row, appliedSchedules(row)));

  const { state, effect } = decision.value;
  const applied = effect ? applyEffect(work, row, effect) : applyNothing(work, row);
  unit.guard(purchaseIs(store, row));
  if (sells(action)) unit.guard(noneIsArchived(store, itemsOf(toCards(row.rateCards))));
  unit.write(recordPurchaseState(store, row.id, { ...state, updatedAt: now }));
  const { status, comment, respondedAt } = row;
  work.audit({
    subjectId: account.id,
    entities: [account.id, row.id, ...applied.written],
    before: { status, comment, respondedAt },
    after: state,
  });
  return ok(changed(row, applied.schedules));
}

/**
 * Decides an action without writing it. Returns the state that it leads to and its effect. `null` if the action is repeated and changes
 * nothing.
 */
export function planAction(
  work: DecisionContext,
  row: LoadedPurchase,
  action: PurchaseAction,
  input: ActionInput = {},
): Result<PlannedAction | null> {
  const { status: accountStatus, revision } = row.account;
  const move = act(toPurchase(row), action, { now: work.now, accountStatus, comment: input.comment ?? null });
  if (!move.ok) return move;
  if (!move.value.changed) return ok(null);
  const current = requireRevision('account', input.expectedRevision ?? null, revision);
  if (!current.ok) return current;
  const { state, appliesEffect } = move.value;
  const sellable = sells(action) ? requireSellable(row, toPurchasedPlan(row), row.account.invoiceCurrency) : ok();
  if (!sellable.ok) return sellable;
  if (!appliesEffect) return ok({ state, effect: null });
  const effect = planEffect(work, row);
  // The fields of a refused effect are those of the purchase, which are not in the input of an action.
  return mapPaths(effect.ok ? ok({ state, effect: effect.value }) : effect, () => []);
}

/** Returns the actions of a purchase and whether each is allowed now, by the decision that performs it. */
export function actionsOn(context: DecisionContext, row: LoadedPurchase): readonly AvailableAction<PurchaseAction>[] {
  return availablePurchaseActions(row, (action) => {
    const decision = planAction(context, row, action);
    return decision.ok ? ok({ changed: decision.value !== null }) : decision;
  });
}

function changed({ id, isProposal, accountId }: LoadedPurchase, schedules: readonly string[]): ChangedPurchase {
  return { proposal: isProposal ? id : null, purchase: isProposal ? null : id, account: accountId, schedules };
}

function appliedSchedules(row: LoadedPurchase): readonly string[] {
  const associates = effectKind(row.type, row.planVersion?.plan.type ?? null) === 'ASSOCIATION';
  return associates && isEffective(toPurchase(row)) ? row.account.schedules.map(({ id }) => id) : [];
}

/** Whether an action needs the offer to be sellable: it commits to the offer or applies it. A revision may offer something else. */
const sells = (action: PurchaseAction): boolean => action === 'APPROVE' || action === 'COMPLETE';

/** Whether a path leads to a field that every action has. */
const isInput = ([field]: readonly PathSegment[]): boolean => field === 'comment' || field === 'expectedRevision';
