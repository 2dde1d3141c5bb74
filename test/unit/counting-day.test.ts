import { describe, expect, test } from 'vitest';
import { applyEdit } from '../../src/domain/schedule/edit.ts';
import { overrideSchedule } from '../../src/domain/schedule/override.ts';
import type { Schedules } from '../../src/domain/schedule/schedule.ts';
import { isSameTimeline } from '../../src/domain/schedule/writes.ts';
import type { Period } from '../../src/domain/timeline/period.ts';
import { migrated, migration, migrationContext, V1 } from '../support/plan-migration.ts';
import { associate, BASIC, day, disassociate, editContext, PRO, schedule, unwrap, VERSIONS } from '../support/schedules.ts';

const YEAR = schedule('s1', '2026-01-01', '2027-01-01', BASIC);
/** Each schedule as `first day, counts from`. */
const counted = (timeline: Schedules) => timeline.map(({ period, content }) => `${period.start} from ${content.countsFrom}`);
const edited = (...edits: readonly Parameters<typeof applyEdit>[1][]) =>
  counted(edits.reduce<Schedules>((timeline, edit) => unwrap(applyEdit(timeline, edit, editContext())), [YEAR]));

describe('The cycles of a schedule are counted', () => {
  test('from its first day, when it is associated', () => {
    expect(edited(associate('2027-02-01', '2028-01-01', PRO))).toEqual(['2026-01-01 from 2026-01-01', '2027-02-01 from 2027-02-01']);
  });

  test('from where the schedule counts that it was cut from, by an association or by a pause', () => {
    const cut = ['2026-01-01 from 2026-01-01', '2026-07-01 from 2026-07-01', '2026-08-01 from 2026-01-01'];
    expect(edited(associate('2026-07-01', '2026-08-01', PRO))).toEqual(cut);
    expect(edited(disassociate('2026-07-01', '2026-08-01'))).toEqual([cut[0], cut[2]]);
    expect(edited(disassociate('2026-07-01', '2026-08-01'), disassociate('2026-10-01', '2026-11-01')).at(-1)).toBe(
      '2026-11-01 from 2026-01-01',
    );
  });

  test('from where the earlier one counts, when two are joined', () => {
    expect(edited(associate('2027-01-01', '2028-01-01', BASIC, { merge: true }))).toEqual(['2026-01-01 from 2026-01-01']);
  });

  test('from where the schedule counts that was migrated, whether it is cut or moves whole', () => {
    const timeline = [
      schedule('s1', '2026-01-01', '2027-01-01', V1),
      schedule('s2', '2027-02-01', '2028-01-01', V1, { countsFrom: day('2025-06-01') }),
    ];
    expect(counted(migrated(timeline, migration(), migrationContext()))).toEqual([
      '2026-01-01 from 2026-01-01',
      '2026-05-21 from 2026-01-01',
      '2027-02-01 from 2025-06-01',
    ]);
  });

  test('from the same day, whatever is overridden', () => {
    const later = schedule('s1', '2026-01-01', '2027-01-01', BASIC, { countsFrom: day('2025-01-01') });
    const overridden = (days: Period) => {
      const override = { scheduleId: 's1', days, overrides: { currencies: ['USD'] } };
      return counted(unwrap(overrideSchedule([later], override, { versions: VERSIONS, nextScheduleId: () => 's2' })));
    };
    expect(overridden(later.period)).toEqual(['2026-01-01 from 2025-01-01']);
    expect(overridden({ ...later.period, start: day('2026-05-01') })).toEqual(['2026-01-01 from 2025-01-01', '2026-05-01 from 2025-01-01']);
  });
});

test('The day from which cycles are counted is no content: what differs in it alone is the same timeline', () => {
  const other = schedule('s1', '2026-01-01', '2027-01-01', BASIC, { countsFrom: day('2025-01-01') });
  expect(isSameTimeline([YEAR], [other])).toBe(true);
});
