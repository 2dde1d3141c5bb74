import { describe, expect, test } from 'vitest';
import { type AccountStanding, availableAccountActions } from '../../src/domain/account-actions.ts';
import { day } from '../support/schedules.ts';

const standing = (other: Partial<AccountStanding> = {}, use: Partial<AccountStanding['use']> = {}): AccountStanding => ({
  status: 'ACTIVE',
  timelineRevision: 3,
  draft: null,
  use: { today: day('2026-05-20'), scheduledUntil: null, openProposals: 0, everHadSchedule: true, everHadPurchase: false, ...use },
  ...other,
});
const allowed = (account: AccountStanding) => availableAccountActions(account).flatMap((one) => (one.allowed ? [one.action] : []));
const reason = (account: AccountStanding, action: string) => availableAccountActions(account).find((one) => one.action === action)?.reason;

describe('What can be done with an account', () => {
  test('that is ACTIVE: everything but what needs a draft', () => {
    expect(allowed(standing())).toEqual(['UPDATE', 'ARCHIVE', 'ASSOCIATE', 'EDIT_SCHEDULES', 'CREATE_PROPOSAL', 'INITIATE_PURCHASE']);
    expect(reason(standing(), 'DISCARD_SCHEDULES')).toContain('no draft');
  });

  test('with a draft of this timeline: its finalize and its discard as well; of an older one, its discard alone', () => {
    expect(allowed(standing({ draft: { baseTimelineRevision: 3 } }))).toHaveLength(8);
    const stale = standing({ draft: { baseTimelineRevision: 2 } });
    expect(allowed(stale)).toContain('DISCARD_SCHEDULES');
    expect(reason(stale, 'FINALIZE_SCHEDULES')).toContain('begun at timeline revision 2');
  });

  test('that is in DRAFT: neither an association, nor a purchase, nor a finalize', () => {
    const draft = standing({ status: 'DRAFT', draft: { baseTimelineRevision: 3 } });
    expect(allowed(draft)).toEqual(['UPDATE', 'ARCHIVE', 'EDIT_SCHEDULES', 'DISCARD_SCHEDULES', 'CREATE_PROPOSAL']);
  });

  test('while a schedule is in force or ahead, or a proposal is open: not archived', () => {
    expect(reason(standing({}, { scheduledUntil: day('2026-05-21') }), 'ARCHIVE')).toContain('Disassociate its plans first');
    expect(reason(standing({}, { openProposals: 2 }), 'ARCHIVE')).toContain('there are 2');
    expect(allowed(standing({}, { scheduledUntil: day('2026-05-20') }))).toContain('ARCHIVE');
  });

  test('that is archived: nothing, not even to archive it', () => {
    const archived = standing({ status: 'ARCHIVED', draft: { baseTimelineRevision: 3 } });
    expect(allowed(archived)).toEqual([]);
    expect(reason(archived, 'ARCHIVE')).toContain('archived already');
  });
});
