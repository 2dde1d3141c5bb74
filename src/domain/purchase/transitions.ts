import { type AccountStatus, requireActive, requireWritable } from '../account/account.ts';
import { type AvailableAction, availableActions } from '../availability.ts';
import type { RefusalCode, RefusalOf } from '../refusal.ts';
import { ok, type Result, refuse, withPath } from '../result.ts';
import { parseRemark } from '../text.ts';
import type { Outcome, Purchase, PurchaseState, PurchaseStatus } from './purchase.ts';

/** The result of a command. `appliesEffect`: the effect must be applied in the same write. */
export type Move = { readonly changed: false } | { readonly changed: true; readonly state: PurchaseState; readonly appliesEffect: boolean };

const PURCHASE_ACTIONS = ['COMPLETE', 'FAIL'] as const;
const PROPOSAL_ACTIONS = ['APPROVE', 'DECLINE', 'REVISE', ...PURCHASE_ACTIONS] as const;
export type PurchaseAction = (typeof PROPOSAL_ACTIONS)[number];

/** The details that come with an action. */
interface ActionDetails {
  /** For an approval or a decline. */
  readonly comment?: string | null;
  /** For a revision: the id of the proposal that replaces this one. */
  readonly supersededById?: string;
}

const MAX_COMMENT = 1_000;
const UNCHANGED: Move = { changed: false };

const TRANSITIONS: Record<PurchaseAction, (purchase: Purchase, now: number, details: ActionDetails) => Result<Move>> = {
  APPROVE: (purchase, now, { comment }) => approve(purchase, now, comment),
  DECLINE: (purchase, now, { comment }) => decline(purchase, now, comment),
  REVISE: (purchase, now, { supersededById = '' }) => supersede(purchase, now, supersededById),
  COMPLETE: complete,
  FAIL: fail,
};

/** The initial state: a proposal waits for an answer, a purchase for its payment. */
export function initialState(isProposal: boolean): PurchaseState {
  return isProposal
    ? { isProposal, status: 'PROPOSAL_ACTIVE', comment: null, respondedAt: null }
    : { isProposal, status: 'PENDING', comment: null, respondedAt: null };
}

/** The status at an instant. An open proposal is expired from its expiry on, even if the sweep has not recorded it yet. */
export function statusAt(purchase: Purchase, now: number): PurchaseStatus {
  const isDue = purchase.expiresAt !== null && now >= purchase.expiresAt;
  return purchase.status === 'PROPOSAL_ACTIVE' && isDue ? 'PROPOSAL_EXPIRED' : purchase.status;
}

/**
 * PROPOSAL_ACTIVE -> PROPOSAL_APPROVED, which applies the effect if POSTPAID. Approving an approved proposal changes nothing, even if it is
 * paid.
 */
export function approve(purchase: Purchase, now: number, comment: string | null = null): Result<Move> {
  if (wasApproved(purchase)) return ok(UNCHANGED);
  if (statusAt(purchase, now) !== 'PROPOSAL_ACTIVE') return refuse(illegal(purchase, now, 'PROPOSAL_APPROVED'));
  return respond(purchase, 'PROPOSAL_APPROVED', now, comment);
}

/** PROPOSAL_ACTIVE -> PROPOSAL_DECLINED. Declining a declined proposal changes nothing. */
export function decline(purchase: Purchase, now: number, comment: string | null = null): Result<Move> {
  if (purchase.status === 'PROPOSAL_DECLINED') return ok(UNCHANGED);
  if (statusAt(purchase, now) !== 'PROPOSAL_ACTIVE') return refuse(illegal(purchase, now, 'PROPOSAL_DECLINED'));
  return respond(purchase, 'PROPOSAL_DECLINED', now, comment);
}

/** PROPOSAL_ACTIVE -> PROPOSAL_SUPERSEDED. Refused the second time, because that would be another revision. */
export function supersede(purchase: Purchase, now: number, supersededById: string): Result<Move> {
  if (statusAt(purchase, now) !== 'PROPOSAL_ACTIVE') return refuse(illegal(purchase, now, 'PROPOSAL_SUPERSEDED'));
  return ok(move({ isProposal: true, status: 'PROPOSAL_SUPERSEDED', comment: null, respondedAt: null, supersededById }));
}

/** PENDING -> IN_PROGRESS: payment has started. Starting twice changes nothing. */
export function begin(purchase: Purchase, now: number): Result<Move> {
  if (purchase.status === 'IN_PROGRESS') return ok(UNCHANGED);
  if (purchase.status !== 'PENDING') return refuse(illegal(purchase, now, 'IN_PROGRESS'));
  return ok(move({ isProposal: false, status: 'IN_PROGRESS', comment: null, respondedAt: null }));
}

/**
 * IN_PROGRESS, or an approved PREPAID proposal, -> SUCCESS, which applies the effect. A PENDING purchase passes IN_PROGRESS in the same
 * write, because an outcome implies that payment had started. Completing twice changes nothing.
 */
export function complete(purchase: Purchase, now: number): Result<Move> {
  return settle(purchase, now, 'SUCCESS');
}

/** The same states as `complete` -> FAILURE, without effect. Failing twice changes nothing. */
export function fail(purchase: Purchase, now: number): Result<Move> {
  return settle(purchase, now, 'FAILURE');
}

/** PROPOSAL_ACTIVE -> PROPOSAL_EXPIRED. Refused before the expiry. */
export function expire(purchase: Purchase, now: number): Result<Move> {
  if (purchase.status === 'PROPOSAL_EXPIRED') return ok(UNCHANGED);
  if (statusAt(purchase, now) !== 'PROPOSAL_EXPIRED') return refuse(illegal(purchase, now, 'PROPOSAL_EXPIRED'));
  return ok(move({ isProposal: true, status: 'PROPOSAL_EXPIRED', comment: null, respondedAt: null }));
}

/**
 * The statuses of purchases that can still take effect: they wait for an answer or for the outcome of a payment. An open proposal does until
 * its expiry, and an approved one only if it is prepaid.
 */
export const OPEN_STATUSES = [
  'PENDING',
  'IN_PROGRESS',
  'PROPOSAL_ACTIVE',
  'PROPOSAL_APPROVED',
] as const satisfies readonly PurchaseStatus[];

/** Whether the purchase waits for the outcome of a payment. */
export function awaitsPayment(purchase: Purchase): boolean {
  if (purchase.isProposal) return purchase.status === 'PROPOSAL_APPROVED' && purchase.paymentMode === 'PREPAID';
  return purchase.status === 'PENDING' || purchase.status === 'IN_PROGRESS';
}

/** Whether the effect of the purchase has been applied. */
export function isEffective(purchase: Purchase): boolean {
  return purchase.status === 'SUCCESS' || (purchase.status === 'PROPOSAL_APPROVED' && purchase.paymentMode === 'POSTPAID');
}

/**
 * Returns the transition of an action if the account allows it. APPROVE and COMPLETE need an ACTIVE account; the others need one that is
 * not archived. A repeated command changes nothing and needs nothing of the account.
 */
export function act(
  purchase: Purchase,
  action: PurchaseAction,
  { now, accountStatus, ...details }: ActionDetails & { readonly now: number; readonly accountStatus: AccountStatus },
): Result<Move> {
  const move = TRANSITIONS[action](purchase, now, details);
  if (!move.ok || !move.value.changed) return move;
  const account = action === 'APPROVE' || action === 'COMPLETE' ? requireActive(accountStatus) : requireWritable(accountStatus);
  return account.ok ? move : account;
}

/** Returns the actions of a purchase or proposal and whether each is allowed now, by the decision that performs it. */
export const availablePurchaseActions = (
  { isProposal }: Pick<Purchase, 'isProposal'>,
  decide: (action: PurchaseAction) => Result<Pick<Move, 'changed'>>,
): readonly AvailableAction<PurchaseAction>[] => availableActions<PurchaseAction>(isProposal ? PROPOSAL_ACTIONS : PURCHASE_ACTIONS, decide);

/** Returns the state of recorded columns. Throws if no state has these columns, which is a bug of the writer. */
export function purchaseState(columns: {
  readonly isProposal: boolean;
  readonly status: PurchaseStatus;
  readonly comment: string | null;
  readonly respondedAt: number | null;
  readonly supersededById: string | null;
}): PurchaseState {
  const { isProposal, status, comment, respondedAt, supersededById } = columns;
  if (isProposal && status === 'PROPOSAL_SUPERSEDED' && supersededById !== null) {
    return { isProposal, status, comment: null, respondedAt: null, supersededById };
  }
  if (isProposal && respondedAt === null && (status === 'PROPOSAL_ACTIVE' || status === 'PROPOSAL_EXPIRED')) {
    return { isProposal, status, comment: null, respondedAt };
  }
  if (isProposal && respondedAt !== null && isAnswered(status)) return { isProposal, status, comment, respondedAt };
  if (!isProposal && isPlain(status)) return { isProposal, status, comment: null, respondedAt: null };
  throw new Error(`No ${isProposal ? 'proposal' : 'purchase'} is ${status} with a response at ${respondedAt}.`);
}

function respond(
  purchase: Purchase,
  status: 'PROPOSAL_APPROVED' | 'PROPOSAL_DECLINED',
  respondedAt: number,
  text: string | null,
): Result<Move> {
  const comment = text === null ? ok(null) : withPath(parseRemark(text, { max: MAX_COMMENT, multiline: true }), 'comment');
  if (!comment.ok) return comment;
  const appliesEffect = status === 'PROPOSAL_APPROVED' && purchase.paymentMode === 'POSTPAID';
  return ok(move({ isProposal: true, status, comment: comment.value, respondedAt }, appliesEffect));
}

function settle(purchase: Purchase, now: number, status: Outcome): Result<Move> {
  if (purchase.status === status) return ok(UNCHANGED);
  if (!awaitsPayment(purchase)) return refuse(illegal(purchase, now, status));
  const { comment, respondedAt } = purchase;
  const state: PurchaseState =
    respondedAt === null ? { isProposal: false, status, comment: null, respondedAt } : { isProposal: true, status, comment, respondedAt };
  return ok(move(state, status === 'SUCCESS'));
}

function move(state: PurchaseState, appliesEffect = false): Move {
  return { changed: true, state, appliesEffect };
}

/** Whether the proposal was approved. A prepaid proposal stays approved when its payment succeeds or fails. */
function wasApproved(purchase: Purchase): boolean {
  return purchase.isProposal && (purchase.status === 'PROPOSAL_APPROVED' || purchase.status === 'SUCCESS' || purchase.status === 'FAILURE');
}

function isAnswered(status: PurchaseStatus): status is 'PROPOSAL_APPROVED' | 'PROPOSAL_DECLINED' | Outcome {
  return status === 'PROPOSAL_APPROVED' || status === 'PROPOSAL_DECLINED' || status === 'SUCCESS' || status === 'FAILURE';
}

function isPlain(status: PurchaseStatus): status is 'PENDING' | 'IN_PROGRESS' | Outcome {
  return status === 'PENDING' || status === 'IN_PROGRESS' || status === 'SUCCESS' || status === 'FAILURE';
}

/**
 * Returns the refusal of a move. An expired or superseded proposal has a code of its own, so that a caller can distinguish it from a move
 * that is never allowed.
 */
function illegal(purchase: Purchase, now: number, to: PurchaseStatus): RefusalOf<'IllegalTransition'> {
  const from = statusAt(purchase, now);
  const code: RefusalCode = from === 'PROPOSAL_EXPIRED' || from === 'PROPOSAL_SUPERSEDED' ? from : 'ILLEGAL_TRANSITION';
  const what = purchase.isProposal ? `${purchase.paymentMode === 'PREPAID' ? 'prepaid' : 'postpaid'} proposal` : 'purchase';
  const refusal = {
    kind: 'IllegalTransition',
    code,
    message: `A ${what} in status ${from} cannot become ${to}.`,
    path: [],
    from,
    to,
  } as const;
  if (purchase.status !== 'PROPOSAL_SUPERSEDED') return refusal;
  const { supersededById: supersededBy } = purchase;
  return { ...refusal, message: `This proposal was replaced by the revision ${supersededBy}.`, supersededBy };
}
