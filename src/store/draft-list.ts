import { during, type Filter, matching, type Span, type Where, within } from './list.ts';

/** Conditions on drafts. An omitted condition matches every draft. */
export interface DraftConditions {
  readonly updatedAt?: Span | null;
}

/** The orders of a list of drafts. One index has them. */
export const DRAFT_ORDERS = {
  UPDATED_AT_ASC: { updatedAt: 'asc', id: 'asc' },
  UPDATED_AT_DESC: { updatedAt: 'desc', id: 'desc' },
} as const;

export type DraftOrder = keyof typeof DRAFT_ORDERS;

export const draftsWhere = (where: Where<DraftConditions> | null | undefined): Filter<'drafts'> =>
  matching<'drafts', DraftConditions>(where, ({ updatedAt }) => during(updatedAt, (span) => ({ updatedAt: within(span) })));
