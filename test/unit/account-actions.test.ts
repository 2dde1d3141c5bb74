import { describe, expect, test } from 'vitest';
import { type AccountFacts, availableAccountActions } from '../../src/domain/account/actions.ts';
import { type DraftToFinalize, draftActions } from '../../src/domain/schedule/draft.ts';
import { BASIC, day, schedule, VERSIONS } from '../support/schedules.ts';

const standing = (other: Partial<AccountFacts> = {}, use: Partial<AccountFacts['use']> = {}): AccountFacts => ({
  status: 'ACTIVE',
  draft: null,
  use: { today: day('2026-05-20'), scheduledUntil: null, openProposals: 0, everHadSchedule: true, everHadPurchase: false, ...use },
  ...other,
});
/** A draft of an account at timeline revision 3, which clears 2027. */
const drafted = (other: Partial<DraftToFinalize> = {}): DraftToFinalize => ({
  accountStatus: 'ACTIVE',
  timeline: [schedule('s1', '2026-01-01', '2028-01-01', BASIC)],
  draft: [schedule('s1', '2026-01-01', '2027-01-01', BASIC)],
  base: [],
  baseTimelineRevision: 3,
  timelineRevision: 3,
  issues: [],
  merge: false,
  today: day('2026-05-20'),
  versions: VERSIONS,
  everHadSchedule: true,
  ...other,
});
const allowed = (account: AccountFacts) => availableAccountActions(account).flatMap((one) => (one.allowed ? [one.action] : []));
const reason = (account: AccountFacts, action: string) => availableAccountActions(account).find((one) => one.action === action)?.reason;

describe('What can be done with an account', () => {
  test('that is ACTIVE: everything but what needs a draft', () => {
    expect(allowed(standing())).toEqual(['UPDATE', 'ARCHIVE', 'ASSOCIATE', 'EDIT_SCHEDULES', 'CREATE_PROPOSAL', 'INITIATE_PURCHASE']);
    expect(reason(standing(), 'DISCARD_SCHEDULES')).toContain('no draft');
  });

  test('with a draft of this timeline: its finalize and its discard as well; of an older one, its discard alone', () => {
    expect(allowed(standing({ draft: drafted() }))).toHaveLength(8);
    const stale = standing({ draft: drafted({ baseTimelineRevision: 2 }) });
    expect(allowed(stale)).toContain('DISCARD_SCHEDULES');
    expect(reason(stale, 'FINALIZE_SCHEDULES')).toContain('created at timeline revision 2');
  });

  test('agrees with what can be done with its draft, whatever stands against it', () => {
    const others = [{}, { baseTimelineRevision: 2 }, { today: day('2027-03-01') }, { accountStatus: 'DRAFT' as const }];
    for (const other of others) {
      const draft = drafted(other);
      const [, finalize, , discard] = draftActions({ ...draft, edits: [] });
      expect(availableAccountActions(standing({ status: draft.accountStatus, draft }))).toEqual(
        expect.arrayContaining([
          { ...finalize, action: 'FINALIZE_SCHEDULES' },
          { ...discard, action: 'DISCARD_SCHEDULES' },
        ]),
      );
    }
  });

  test('that is in DRAFT: neither an association, nor a purchase, nor a finalize', () => {
    const draft = standing({ status: 'DRAFT', draft: drafted({ accountStatus: 'DRAFT' }) });
    expect(allowed(draft)).toEqual(['UPDATE', 'ARCHIVE', 'EDIT_SCHEDULES', 'DISCARD_SCHEDULES', 'CREATE_PROPOSAL']);
  });

  test('while a schedule is in force or ahead, or a proposal is open: not archived', () => {
    expect(reason(standing({}, { scheduledUntil: day('2026-05-21') }), 'ARCHIVE')).toContain("Disassociate the account's plans first");
    expect(reason(standing({}, { openProposals: 2 }), 'ARCHIVE')).toContain('open proposals: 2');
    expect(allowed(standing({}, { scheduledUntil: day('2026-05-20') }))).toContain('ARCHIVE');
  });

  test('that is archived: nothing, not even to archive it', () => {
    const archived = standing({ status: 'ARCHIVED', draft: drafted({ accountStatus: 'ARCHIVED' }) });
    expect(allowed(archived)).toEqual([]);
    expect(availableAccountActions(archived)).toContainEqual({
      action: 'ARCHIVE',
      allowed: false,
      code: 'ALREADY_DONE',
      reason: 'This has been done already.',
    });
  });
});
