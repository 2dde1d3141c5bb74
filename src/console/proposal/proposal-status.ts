import type { PurchaseStatus } from 'billing-catalogue/documents';

/** What each status means to the customer. The values are those of the API, so that a new one fails to compile. */
const TEXTS: Readonly<Record<PurchaseStatus, string>> = {
  PROPOSAL_ACTIVE: 'Waits for your answer',
  PROPOSAL_APPROVED: 'Approved',
  PROPOSAL_DECLINED: 'Declined',
  PROPOSAL_EXPIRED: 'Expired',
  PROPOSAL_SUPERSEDED: 'Replaced by a newer revision',
  PENDING: 'Waits for its payment',
  IN_PROGRESS: 'Payment in progress',
  SUCCESS: 'Paid and in effect',
  FAILURE: 'Payment failed',
};

/** Returns a status in the customer's words. */
export const statusText = (status: PurchaseStatus): string => TEXTS[status];

/** Returns whether something went wrong with a proposal for good. */
export const isLost = (status: PurchaseStatus): boolean => status === 'PROPOSAL_EXPIRED' || status === 'FAILURE';
