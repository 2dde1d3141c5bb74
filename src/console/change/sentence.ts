import { instantText, numberText, periodText, wordsOf } from '../format.ts';

interface Period {
  readonly startDate: string;
  readonly endDate: string;
  readonly pricePlanVersion: { readonly name: string; readonly version: number };
}

interface Change {
  readonly __typename: string;
  readonly schedule: Period;
  readonly before?: Period;
}

/** A change of the number of licenses that an account holds. */
export interface LicenseUpdate {
  readonly effectiveFrom: string;
  readonly quantityAfter: string;
  readonly license: { readonly name: string };
}

/** An event of an account, as the API answers it. */
export interface AccountEvent {
  readonly kinds: readonly string[];
  readonly timelineRevision?: { readonly changes: readonly Change[] } | null;
  readonly proposal?: { readonly number: number } | null;
  readonly purchase?: { readonly type: string } | null;
  readonly entry?: { readonly entities: readonly string[] };
}

/** What a kind of event is called. A kind without an entry is told by its name. */
const SENTENCES: Readonly<Record<string, string>> = {
  ACCOUNT_ALIASES_CHANGED: 'The aliases of the account changed.',
  ACCOUNT_ARCHIVED: 'The account was archived.',
  ACCOUNT_CHANGED: 'The account was updated.',
  ACCOUNT_CREATED: 'The account was created.',
  ACCOUNT_MIGRATED: 'The account was moved to another version of its plan.',
  ACCOUNT_NOT_MIGRATED: 'The account could not be moved to another version of its plan.',
  CUSTOMER_CREATED: 'The customer was created.',
  DRAFT_CHANGED: 'The draft was edited.',
  DRAFT_DISCARDED: 'The draft was discarded.',
  DRAFT_FINALIZED: 'The draft became the contract.',
  GAP_CLOSED: 'A gap of the contract was closed.',
  GAP_OPENED: 'A gap was opened in the contract.',
  LICENSES_CHANGED: 'The licenses changed.',
};

/** What happens to a proposal, by the kind of event. */
const OF_PROPOSALS: Readonly<Record<string, string>> = {
  PROPOSAL_CREATED: 'was made',
  PROPOSAL_REVISED: 'was replaced by a revision',
  PROPOSAL_APPROVED: 'was approved',
  PROPOSAL_DECLINED: 'was declined',
  PROPOSAL_EXPIRED: 'expired',
  PURCHASE_COMPLETED: 'was paid, and took effect',
  PURCHASE_FAILED: 'was not paid',
};

/** What happens to a purchase, by the kind of event. */
const OF_PURCHASES: Readonly<Record<string, string>> = {
  PURCHASE_INITIATED: 'was started',
  PURCHASE_COMPLETED: 'was paid, and took effect',
  PURCHASE_FAILED: 'was not paid',
};

/** The kinds that the changes of a timeline tell in more detail. */
const TIMELINE_KINDS = /^(SCHEDULE|PLAN_CHANGED|TIMELINE_CHANGED)/;

/** Returns the ids of the changes of licenses that an event made. */
export const licensesIn = ({ entry }: AccountEvent): readonly string[] => entry?.entities.filter((id) => id.startsWith('lic.')) ?? [];

/**
 * Returns what an event says, a sentence for each thing that happened.
 * @param licenses the changes of licenses by their ids, as far as they have been read
 */
export function sentenceOf(event: AccountEvent, licenses: ReadonlyMap<string, LicenseUpdate>): readonly string[] {
  const { kinds, timelineRevision, proposal, purchase } = event;
  const changes = timelineRevision?.changes ?? [];
  const updates = licensesIn(event).flatMap((id) => licenses.get(id) ?? []);
  const told = kinds.filter((kind) => {
    if (kind === 'LICENSES_CHANGED') return updates.length === 0;
    return changes.length === 0 || !TIMELINE_KINDS.test(kind);
  });
  return [
    ...told.map((kind) => {
      const ofProposal = OF_PROPOSALS[kind];
      if (proposal && ofProposal) return `Proposal ${proposal.number} ${ofProposal}.`;
      const ofPurchase = OF_PURCHASES[kind];
      if (purchase && ofPurchase) return `A purchase (${wordsOf(purchase.type).toLowerCase()}) ${ofPurchase}.`;
      return SENTENCES[kind] ?? `${wordsOf(kind)}.`;
    }),
    ...changes.map(changeSentence),
    ...updates.map(licenseSentence),
  ];
}

const licenseSentence = ({ license, quantityAfter, effectiveFrom }: LicenseUpdate): string =>
  `The account holds ${numberText(quantityAfter)} of the license ${license.name} from ${instantText(effectiveFrom)} on.`;

function changeSentence({ __typename, schedule, before }: Change): string {
  const name = nameOf(schedule);
  const period = periodText(schedule);
  switch (__typename) {
    case 'ScheduleAdded':
      return `${name} was attached: ${period}.`;
    case 'ScheduleRemoved':
      return `${name} was removed: ${period}.`;
    case 'SchedulePeriodChanged':
      return `The days of ${name} changed: ${before ? `${periodText(before)} became ` : ''}${period}.`;
    case 'SchedulePlanChanged':
      return `${before ? nameOf(before) : 'The plan'} became ${name}: ${period}.`;
    case 'ScheduleOverridden':
      return `The terms of ${name} were overridden: ${period}.`;
    case 'SchedulesMerged':
      return `Schedules of ${name} were joined: ${period}.`;
    default:
      return `${name} changed: ${period}.`;
  }
}

const nameOf = ({ pricePlanVersion: { name, version } }: Period): string => `${name} v${version}`;
