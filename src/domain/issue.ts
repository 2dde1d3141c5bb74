import type { RefusalOf } from './refusal.ts';

/** What an issue is about. */
export const ISSUE_ENTITY_TYPES = ['RATE_CARD', 'PRICING_RULE', 'PRICING_CYCLE', 'SCHEDULE'] as const;
export type IssueEntityType = (typeof ISSUE_ENTITY_TYPES)[number];

/** Every code of an issue, with what it says. The API's enum is made from this table. */
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
  RULE_TARGET_MISSING: 'An UPDATE rule needs a target.',
  ACCOUNT_CURRENCY: "The account's invoice currency is not among the schedule's currencies.",
} as const satisfies Record<string, string>;

export type IssueCode = keyof typeof ISSUE_CODES;

/** One reason why a draft cannot be finalized yet (README, "What blocks a finalize"). */
export interface Issue {
  /** The owner of the draft: a plan version's or a schedule's id. */
  readonly referenceId: string;
  /** What is at fault inside the owner: a rate card's name, a rule's name, or the owner itself. */
  readonly entityId: string;
  readonly entityType: IssueEntityType;
  readonly code: IssueCode;
  /** What is wrong and what would be right. */
  readonly errorMessage: string;
}

declare module './refusal.ts' {
  interface RefusalFacts {
    FinalizeBlocked: { readonly issues: readonly Issue[] };
  }
}

/** A finalize that issues stand against; the message tells the first. */
export function finalizeBlocked(issues: readonly [Issue, ...Issue[]]): RefusalOf<'FinalizeBlocked'> {
  const many = issues.length === 1 ? 'An issue stands' : `${issues.length} issues stand`;
  const message = `${many} against finalizing; the first: ${issues[0].errorMessage}`;
  return { kind: 'FinalizeBlocked', code: 'FINALIZE_BLOCKED', message, path: [], issues };
}
