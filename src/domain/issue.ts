import { type ISSUE_CODES, type PathSegment, precondition, type RefusalOf } from './refusal.ts';

/** The kinds of thing that can have an issue. */
export const ISSUE_ENTITY_TYPES = ['RATE_CARD', 'PRICING_RULE', 'PRICING_CYCLE', 'SCHEDULE'] as const;
export type IssueEntityType = (typeof ISSUE_ENTITY_TYPES)[number];

export type IssueCode = keyof typeof ISSUE_CODES;

/** One reason why a draft cannot be finalized (README, "What blocks a finalize"). */
export interface Issue {
  /** The id of the owner of the draft: a plan version or a schedule. */
  readonly referenceId: string;
  /** What has the issue: the name of a rate card, the name of a rule, or the id of the owner. */
  readonly entityId: string;
  readonly entityType: IssueEntityType;
  readonly code: IssueCode;
  /** What is wrong and how to fix it. */
  readonly errorMessage: string;
}

declare module './refusal.ts' {
  interface RefusalFacts {
    FinalizeBlocked: { readonly issues: readonly Issue[] };
  }
}

/** The refusal of an issue where there is no draft to list it. It has the same code. */
export function issueRefusal({ code, errorMessage }: Issue, path: readonly PathSegment[] = []): RefusalOf<'Precondition'> {
  return precondition(code, errorMessage, path);
}

/** The refusal of a finalize that has issues. The message quotes the first one. */
export function finalizeBlocked(issues: readonly [Issue, ...Issue[]], path: readonly PathSegment[]): RefusalOf<'FinalizeBlocked'> {
  const many = issues.length === 1 ? 'One issue prevents' : `${issues.length} issues prevent`;
  const message = `${many} finalizing. The first one: ${issues[0].errorMessage}`;
  return { kind: 'FinalizeBlocked', code: 'FINALIZE_BLOCKED', message, path, issues };
}
