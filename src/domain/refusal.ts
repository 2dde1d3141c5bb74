/** One step of a path into the input: the name of a field, or the index in a list. */
export type PathSegment = string | number;

/**
 * Every code of an issue, with its meaning. A refusal for the same reason has the same code. The API's enum is generated from this table.
 */
export const ISSUE_CODES = {
  RATE_MISSING: 'A supported currency has no rate.',
  RATES_MISMATCH: 'The rates of a currency do not match the slabs.',
  BILLABLE_UNKNOWN: 'The billable item does not exist.',
  BILLABLE_ARCHIVED: 'The billable item is archived.',
  BILLABLE_WRONG_KIND: 'The billable item is of a kind that this rate card cannot price.',
  BILLABLE_DUPLICATE: 'The billable item has a second rate card.',
  MINIMUM_COMMITMENT_DUPLICATE: 'There is a second minimum commitment.',
  DEFERRED_REVENUE_LIMIT: 'The rate card is not allowed under deferred revenue.',
  INVOICE_TIMING: 'Usage and overage are always invoiced in arrears.',
  PRICING_CYCLE_MISSING: 'A recurring plan needs a pricing cycle.',
  PRICING_CYCLE_UNEXPECTED: 'A one-time plan has no pricing cycle.',
  PRICING_CYCLE_OFFSET: 'The offsets are not allowed for the interval.',
  RULE_ORDER_REPEATED: 'Two rules have the same order.',
  RULE_MALFORMED: 'The rule is not JSON logic.',
  RULE_UNKNOWN_OPERATOR: 'The rule uses an operator that is not allowed.',
  RULE_UNKNOWN_VARIABLE: 'The rule names a variable that no rate card provides.',
  RULE_VARIABLE_NOT_YET_KNOWN: 'A rule in advance reads usage or overage, which is known only in arrears.',
  RULE_TARGET_MISSING: 'An UPDATE rule needs a target.',
  CURRENCY_NOT_SUPPORTED: "The account's invoice currency is not among the currencies supported.",
  EFFECTIVE_FROM_TOO_EARLY: 'The change would begin before the earliest day allowed.',
} as const satisfies Record<string, string>;

/** Every code of a refusal, with its meaning. The API's enum is generated from this table. */
export const REFUSAL_CODES = {
  INVALID_VALUE: 'A value is malformed or outside its limits. The message says what is valid.',
  NOT_FOUND: 'The organization has no object with this id.',
  ALREADY_EXISTS: 'The id, name or alias is taken.',
  ARCHIVED: 'The object is archived and therefore read-only.',
  CONFLICT: 'The object has changed since the expected revision.',
  IDEMPOTENCY_KEY_REUSED: 'The idempotency key was used with another input within the last 48 hours.',
  STALE_DRAFT: 'The active timeline has changed since the draft was created.',
  DRAFT_COLLISION: 'The active timeline has changed on days that the draft edits too.',
  FINALIZE_BLOCKED: 'Issues prevent finalizing.',
  ILLEGAL_TRANSITION: 'The current status does not allow the transition.',
  EMPTY_PERIOD: 'The period is empty: its start is not before its end.',
  NO_DRAFT: 'There is no draft.',
  DRAFT_EXISTS: 'The account has a draft, which the request neither finalizes nor discards.',
  NOTHING_TO_CHANGE: 'The request would change nothing.',
  PLAN_NOT_ASSOCIABLE: 'The plan is of type PURCHASE, archived, or has no active version.',
  PLAN_IN_USE: 'A schedule or an open proposal uses the plan.',
  MIGRATION_NOT_ALLOWED: 'A plan, a version or the mode does not allow the migration. The path names which.',
  PLAN_NOT_PURCHASABLE: 'The plan is not of the type that this purchase needs, archived, or has no active version.',
  CURRENCY_FIXED: 'The invoice currency cannot change once a schedule or purchase exists.',
  NO_SCHEDULE_TO_RETAIN: 'No schedule is in force on the day whose cycle should be retained.',
  INTERVAL_MISMATCH: 'The cycle that should be retained has a different interval from the new plan.',
  DUPLICATE_NAME: 'Two rate cards of one plan version or schedule would have the same name.',
  DUPLICATE_BILLABLE: 'A billable item would have two rate cards in one plan version or schedule.',
  RATE_CARD_NOT_FOUND: 'The plan version or schedule has no rate card of this name.',
  SLABS_INVALID: 'The slabs have a gap, overlap, or do not start at 0.',
  RATES_INVALID: 'The rates do not match the slabs or the currencies.',
  PRICING_CYCLE_INVALID: 'The pricing cycle is missing, unexpected or has offsets that its interval does not allow.',
  PRICING_RULE_INVALID: 'A pricing rule is not valid JSON logic.',
  RULE_FAILED: 'A pricing rule computes no number, divides by zero, or updates something that it cannot update.',
  LOOKUP_UNAVAILABLE: 'Usage and overage are not metered here and cannot be looked up. The message names what to give instead.',
  ACCOUNT_NOT_ACTIVE: 'The account is not ACTIVE.',
  ACCOUNT_HAS_SCHEDULES: 'An active schedule covers today or a later day.',
  ACCOUNT_HAS_OPEN_PROPOSALS: 'A proposal of the account is still open.',
  CUSTOMER_HAS_ACCOUNTS: 'An account of the customer is not archived.',
  CUSTOMER_NOT_ARCHIVED: 'The customer is not archived, so its data cannot be erased.',
  PRICE_TOO_SMALL: 'The price is above 0, but would be rounded to 0, so nothing would be paid.',
  PROPOSAL_EXPIRED: 'The proposal has expired.',
  PROPOSAL_SUPERSEDED: 'The proposal was replaced by a revision.',
  PROPOSAL_STARTS_BEFORE_EXPIRY: 'The association would start before the day on which the proposal expires.',
  SCOPE_NOT_HELD: 'A token cannot grant a scope that it lacks itself.',
  CUSTOMERS_DIFFER: 'A delegate token would be for accounts of more than one customer.',
  DELEGATION_UNAVAILABLE: 'This deployment has no secret to sign delegate tokens with.',
  WEBHOOK_DISABLED: 'The webhook is disabled, so nothing is delivered to it.',
  WEBHOOKS_UNAVAILABLE: 'This deployment has no secret to sign deliveries with.',
  STORAGE_QUOTA_EXCEEDED: 'The organization would store more bytes than its quota. The message names both.',
  LIMIT_EXCEEDED: 'A limit is reached. The message names the limit.',
  LICENSES_NEGATIVE: 'The account would hold fewer than 0 of a license at some instant.',
  ...ISSUE_CODES,
} as const satisfies Record<string, string>;

export type RefusalCode = keyof typeof REFUSAL_CODES;

interface Reason {
  readonly code: RefusalCode;
  /** What was wrong, where, and how to fix it: a sentence for a person. */
  readonly message: string;
  /** The path into the input of the operation. Empty if no single field is at fault. */
  readonly path: readonly PathSegment[];
}

/**
 * The additional facts of each kind of refusal. A rule with facts of its own declares them next to the rule, by augmenting this interface,
 * so that this file imports nothing.
 */
export interface RefusalFacts {
  /** The input itself is invalid. */
  Validation: object;
  /** The input is valid, but the stored state does not allow the operation. */
  Precondition: object;
  NotFound: object;
  Conflict: { readonly currentRevision: number };
  IllegalTransition: {
    readonly from: string;
    readonly to: string;
    /** The `proposalId` of the revision that replaced a superseded proposal. */
    readonly supersededBy?: string;
  };
}

/** A refusal of one kind: `RefusalOf<'Conflict'>` has a `currentRevision`. */
export type RefusalOf<Kind extends keyof RefusalFacts> = Reason & { readonly kind: Kind } & RefusalFacts[Kind];

/** Why an operation was refused, with the facts that a caller needs to fix the request. */
export type Refusal = { [Kind in keyof RefusalFacts]: RefusalOf<Kind> }[keyof RefusalFacts];

/** Returns the refusal of an invalid value: `invalid('At most 100 are allowed.', ['first'])`. */
export function invalid(message: string, path: readonly PathSegment[] = [], code: RefusalCode = 'INVALID_VALUE'): RefusalOf<'Validation'> {
  return { kind: 'Validation', code, message, path };
}

export function precondition(code: RefusalCode, message: string, path: readonly PathSegment[] = []): RefusalOf<'Precondition'> {
  return { kind: 'Precondition', code, message, path };
}

/**
 * Returns the refusal of an id that does not exist: `notFound('account', 'acme', ['accountId'])` is `No account "acme".`, and with
 * `{ of: 'the plan' }` the message of a version is `No version "3" of the plan.` The id of another organization gets the same message.
 */
export function notFound(
  what: string,
  id: string,
  path: readonly PathSegment[] = [],
  { code = 'NOT_FOUND', of = null }: { readonly code?: RefusalCode; readonly of?: string | null } = {},
): RefusalOf<'NotFound'> {
  const owner = of === null ? '' : ` of ${of}`;
  return { kind: 'NotFound', code, message: `No ${what} "${id}"${owner}.`, path };
}
