import { REFUSAL_CODES, type Refusal, type RefusalCode } from '../domain/refusal.ts';
import { lacking, type Scope, scopeList } from './scope.ts';

/**
 * The scopes that the details of a refusal require in addition to the verb's own noun: its message and the facts of its type. `null`: the
 * details contain only what the caller sent. Every caller of the verb sees the code and the path.
 */
const DETAILS: Readonly<Record<RefusalCode, readonly Scope[] | null>> = {
  INVALID_VALUE: ['plans:read'],
  NOT_FOUND: null,
  ALREADY_EXISTS: [],
  ARCHIVED: [],
  CONFLICT: [],
  IDEMPOTENCY_KEY_REUSED: null,
  DRAFT_EXISTS: [],
  STALE_DRAFT: ['plans:read', 'schedules:read'],
  DRAFT_COLLISION: ['schedules:read'],
  FINALIZE_BLOCKED: ['plans:read'],
  ILLEGAL_TRANSITION: [],
  EMPTY_PERIOD: null,
  EFFECTIVE_FROM_TOO_EARLY: ['plans:read', 'schedules:read'],
  NO_DRAFT: [],
  NOTHING_TO_CHANGE: ['plans:read'],
  PLAN_NOT_ASSOCIABLE: ['plans:read'],
  PLAN_IN_USE: ['schedules:read', 'proposals:read'],
  MIGRATION_NOT_ALLOWED: ['plans:read'],
  PLAN_NOT_PURCHASABLE: ['plans:read'],
  CURRENCY_NOT_SUPPORTED: ['accounts:read', 'plans:read'],
  CURRENCY_FIXED: ['schedules:read', 'proposals:read'],
  NO_SCHEDULE_TO_RETAIN: ['schedules:read'],
  INTERVAL_MISMATCH: ['plans:read', 'schedules:read'],
  DUPLICATE_NAME: ['plans:read'],
  DUPLICATE_BILLABLE: ['plans:read'],
  RATE_CARD_NOT_FOUND: ['plans:read'],
  SLABS_INVALID: ['plans:read'],
  RATES_INVALID: ['plans:read'],
  PRICING_CYCLE_INVALID: ['plans:read'],
  PRICING_RULE_INVALID: ['plans:read'],
  ACCOUNT_NOT_ACTIVE: ['accounts:read'],
  ACCOUNT_HAS_SCHEDULES: ['schedules:read'],
  ACCOUNT_HAS_OPEN_PROPOSALS: ['proposals:read'],
  CUSTOMER_HAS_ACCOUNTS: ['accounts:read'],
  CUSTOMER_NOT_ARCHIVED: ['customers:read'],
  PROPOSAL_EXPIRED: [],
  PROPOSAL_SUPERSEDED: [],
  PROPOSAL_STARTS_BEFORE_EXPIRY: [],
  PRICE_TOO_SMALL: ['plans:read'],
  SCOPE_NOT_HELD: null,
  CUSTOMERS_DIFFER: ['customers:read', 'accounts:read'],
  DELEGATION_UNAVAILABLE: null,
  WEBHOOK_DISABLED: ['webhooks:manage'],
  WEBHOOKS_UNAVAILABLE: null,
  STORAGE_QUOTA_EXCEEDED: [],
  LIMIT_EXCEEDED: [],
  LICENSES_NEGATIVE: ['accounts:read', 'plans:read'],
  RATE_MISSING: ['plans:read'],
  RATES_MISMATCH: ['plans:read'],
  BILLABLE_UNKNOWN: ['plans:read'],
  BILLABLE_ARCHIVED: ['plans:read'],
  BILLABLE_WRONG_KIND: ['plans:read'],
  BILLABLE_DUPLICATE: ['plans:read'],
  MINIMUM_COMMITMENT_DUPLICATE: ['plans:read'],
  DEFERRED_REVENUE_LIMIT: ['plans:read'],
  INVOICE_TIMING: ['plans:read'],
  PRICING_CYCLE_MISSING: ['plans:read'],
  PRICING_CYCLE_UNEXPECTED: ['plans:read'],
  PRICING_CYCLE_OFFSET: ['plans:read'],
  RULE_ORDER_REPEATED: ['plans:read'],
  RULE_MALFORMED: ['plans:read'],
  RULE_UNKNOWN_OPERATOR: ['plans:read'],
  RULE_UNKNOWN_VARIABLE: ['plans:read'],
  RULE_FAILED: ['plans:read'],
  LOOKUP_UNAVAILABLE: [],
  RULE_VARIABLE_NOT_YET_KNOWN: ['plans:read'],
  RULE_TARGET_MISSING: ['plans:read'],
};

type Noun<S extends string> = S extends `${infer N}:${string}` ? N : never;

/** The scopes that read the noun of a scope. Schedules, proposals and purchases belong to an account. */
const READING: Readonly<Record<Noun<Scope>, readonly Scope[]>> = {
  customers: ['customers:read'],
  accounts: ['accounts:read'],
  plans: ['plans:read'],
  schedules: ['accounts:read', 'schedules:read'],
  proposals: ['accounts:read', 'proposals:read'],
  tokens: [],
  events: ['events:read'],
  audit: ['audit:read'],
  webhooks: ['webhooks:manage'],
  data: [],
};

/**
 * Returns refusals as a caller may see them. If the caller lacks a scope to read the details, the refusal keeps its code and path and gets
 * the code's general message. A refusal of the input itself, or of an id that does not exist, contains only what the caller sent and does
 * not change.
 * @param verb the scope of the verb that refused
 * @param callerScopes the caller's scopes
 */
export function disclosed(refusals: readonly Refusal[], verb: Scope, callerScopes: ReadonlySet<Scope>): readonly Refusal[] {
  return refusals.map((refusal) => {
    const { kind, code, path } = refusal;
    const detailScopes = DETAILS[code];
    if (detailScopes === null || kind === 'Validation' || kind === 'NotFound') return refusal;
    const missing = lacking([...READING[nounOf(verb)], ...detailScopes], callerScopes);
    if (missing.length === 0) return refusal;
    return { kind: 'Precondition', code, path, message: `${REFUSAL_CODES[code]} The details require ${scopeList(missing)}.` };
  });
}

const nounOf = (scope: Scope) => scope.split(':')[0] as Noun<Scope>;
