import { periodText, wordsOf } from '../format.ts';

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

/** An event of an account, as the API answers it. */
export interface AccountEvent {
  readonly kinds: readonly string[];
  readonly timelineRevision?: { readonly changes: readonly Change[] } | null;
  readonly proposal?: { readonly number: number } | null;
  readonly purchase?: { readonly type: string } | null;
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

/** The kinds that the changes of a timeline tell in more detail. */
const TIMELINE_KINDS = /^(SCHEDULE|PLAN_CHANGED|TIMELINE_CHANGED)/;

/** Returns what an event says, a sentence for each thing that happened. */
export function sentenceOf({ kinds, timelineRevision, proposal, purchase }: AccountEvent): readonly string[] {
  const changes = timelineRevision?.changes ?? [];
  const told = kinds.filter((kind) => changes.length === 0 || !TIMELINE_KINDS.test(kind));
  return [
    ...told.map((kind) => {
      if (kind.startsWith('PROPOSAL') && proposal) return `Proposal ${proposal.number} was ${lastWord(kind)}.`;
      if (kind.startsWith('PURCHASE') && purchase) return `A purchase (${wordsOf(purchase.type).toLowerCase()}) was ${lastWord(kind)}.`;
      return SENTENCES[kind] ?? `${wordsOf(kind)}.`;
    }),
    ...changes.map(changeSentence),
  ];
}

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

/** Returns the last word of an enum value: `approved` of `PROPOSAL_APPROVED`. */
const lastWord = (kind: string): string => kind.split('_').at(-1)?.toLowerCase() ?? '';
