/** Why an answer is refused, in the customer's words. The API's messages name statuses, scopes and fields, which customers have never seen. */
const REASONS: Readonly<Record<string, string>> = {
  ACCOUNT_NOT_ACTIVE: 'Your account is not active, so nothing can be approved for it.',
  ARCHIVED: 'Your account is closed, so the proposal can no longer be answered.',
  BILLABLE_ARCHIVED: 'Something that the proposal offers is no longer sold.',
  CONFLICT: 'Your account has changed while you answered. Look at the proposal again, and answer once more.',
  CURRENCY_NOT_SUPPORTED: 'The proposal has no price in the currency of your invoices.',
  EFFECTIVE_FROM_TOO_EARLY: 'The first day of the proposal is too early by now.',
  ILLEGAL_TRANSITION: 'Your answer came too late: the proposal had been answered already.',
  PLAN_NOT_ASSOCIABLE: 'The plan that the proposal offers is no longer sold.',
  PLAN_NOT_PURCHASABLE: 'What the proposal offers is no longer sold.',
  PROPOSAL_EXPIRED: 'Your answer came too late: the proposal had expired.',
  PROPOSAL_SUPERSEDED: 'Your answer came too late: the proposal had been replaced by a newer revision.',
};

/** Returns why an answer is refused, for customers. */
export const reasonText = (code: string): string => REASONS[code] ?? 'The proposal cannot be approved as it is.';

/** Codes of actions that the token never allows, whatever the proposal is. */
const OF_TOKEN = new Set(['SCOPE_MISSING', 'DELEGATE_NOT_ALLOWED']);

interface Available {
  readonly action: string;
  readonly allowed: boolean;
  readonly code?: string | null;
}

/** Returns whether the token of a customer may answer proposals, and not only read them. */
export const mayAnswer = (actions: readonly Available[]): boolean =>
  actions.some(({ action, code }) => (action === 'APPROVE' || action === 'DECLINE') && !OF_TOKEN.has(code ?? ''));

/** Returns the codes of why answers are refused, each once. */
export const codesOf = (actions: readonly Available[]): readonly string[] => [
  ...new Set(actions.filter(({ action }) => action === 'APPROVE' || action === 'DECLINE').flatMap(({ code }) => code ?? [])),
];
