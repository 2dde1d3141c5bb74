import { type ISSUE_CODES, type PathSegment, precondition, type RefusalOf } from './refusal.ts';

/** What an issue is about. */
export const ISSUE_ENTITY_TYPES = ['RATE_CARD', 'PRICING_RULE', 'PRICING_CYCLE', 'SCHEDULE'] as const;
export type IssueEntityType = (typeof ISSUE_ENTITY_TYPES)[number];

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

/** What a draft lists as an issue, where something that is no draft is refused for it: with the very code. */
export function issueRefusal({ code, errorMessage }: Issue, path: readonly PathSegment[] = []): RefusalOf<'Precondition'> {
  return precondition(code, errorMessage, path);
}

/** A finalize that issues stand against; the message tells the first. */
export function finalizeBlocked(issues: readonly [Issue, ...Issue[]], path: readonly PathSegment[]): RefusalOf<'FinalizeBlocked'> {
  const many = issues.length === 1 ? 'An issue stands' : `${issues.length} issues stand`;
  const message = `${many} against finalizing; the first: ${issues[0].errorMessage}`;
  return { kind: 'FinalizeBlocked', code: 'FINALIZE_BLOCKED', message, path, issues };
}
