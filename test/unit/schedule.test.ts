import { describe, expect, test } from 'vitest';
import type { PricingRule } from '../../src/domain/pricing-rule/pricing-rule.ts';
import { scheduleChanges } from '../../src/domain/schedule/changes.ts';
import { applyEdit, applyEdits, overridesFrom } from '../../src/domain/schedule/edit.ts';
import {
  effectiveTerms,
  isOverridden,
  normalizeOverrides,
  overriddenParts,
  type Schedules,
  sameContent,
} from '../../src/domain/schedule/schedule.ts';
import { earliestChange } from '../../src/domain/schedule/start-rule.ts';
import { planWrites } from '../../src/domain/schedule/writes.ts';
import {
  associate,
  BASIC,
  DEFERRED,
  day,
  disassociate,
  editContext,
  MONTHLY,
  ONGOING,
  PRO,
  picture,
  planVersion,
  QUARTERLY,
  schedule,
  unwrap,
  VERSIONS,
} from '../support/schedules.ts';

const today = day('2026-05-20');
const YEAR = schedule('s1', '2026-01-01', '2027-01-01', BASIC);
const RULE: PricingRule = {
  id: 'rule-1',
  name: 'Discount',
  version: 1,
  order: 1,
  invoiceTiming: null,
  condition: null,
  computation: '{"*": [{"var": "fee"}, 0.9]}',
  action: { type: 'UPDATE', target: 'fee', id: null, description: null, metadata: null },
};
const allOverridden = { pricingCycle: QUARTERLY, currencies: ['USD'], pricingRules: [RULE], rateCardSetId: 'own-cards' };

describe('Overrides', () => {
  test('stand in the place of what the plan version says', () => {
    const { content } = schedule('s1', '2026-01-01', '2027-01-01', DEFERRED, allOverridden);
    expect(effectiveTerms(content, DEFERRED)).toEqual({ ...allOverridden, deferredRevenue: true, allowOngoingCycleUpdates: false });
    expect(isOverridden(content, DEFERRED)).toBe(true);
    expect(overriddenParts(content, DEFERRED)).toEqual(['pricingCycle', 'currencies', 'pricingRules', 'rateCardSetId']);
  });

  test('are none where the plan version stands: its word is what holds', () => {
    expect(effectiveTerms(YEAR.content, BASIC)).toMatchObject({
      pricingCycle: MONTHLY,
      currencies: ['USD', 'EUR'],
      rateCardSetId: 'cards-of-basic',
    });
    expect(isOverridden(YEAR.content, BASIC)).toBe(false);
  });

  test('that say what the plan version says anyway are none, in whatever order and under whatever rule ids', () => {
    const version = planVersion('ruled', { pricingRules: [RULE] });
    const { content } = schedule('s1', '2026-01-01', '2027-01-01', version, {
      pricingCycle: { ...MONTHLY },
      currencies: ['EUR', 'USD'],
      pricingRules: [{ ...RULE, id: 'rule-2', version: 4 }],
    });
    expect(normalizeOverrides(content, version)).toMatchObject({ pricingCycle: null, currencies: null, pricingRules: null });
  });

  test('that differ in the least are kept', () => {
    const version = planVersion('ruled', { pricingRules: [RULE] });
    const other = { pricingCycle: { ...MONTHLY, gracePeriod: 4 }, currencies: ['USD'], pricingRules: [] };
    const { content } = schedule('s1', '2026-01-01', '2027-01-01', version, other);
    expect(normalizeOverrides(content, version)).toEqual(content);
  });

  test('decide, with the plan version, whether two schedules say the same; ids do not', () => {
    expect(sameContent(YEAR.content, { ...YEAR.content, scheduleId: 's2' })).toBe(true);
    expect(sameContent(YEAR.content, { ...YEAR.content, currencies: ['USD'] })).toBe(false);
    expect(sameContent(YEAR.content, { ...YEAR.content, planVersionId: 'pro' })).toBe(false);
    expect(sameContent(YEAR.content, { ...YEAR.content, rateCardSetId: 'own-cards' })).toBe(false);
  });

  test('copied from another schedule are its cards, rules and currencies, not its cycle', () => {
    const { content } = schedule('s1', '2026-01-01', '2027-01-01', BASIC, allOverridden);
    expect(overridesFrom(content)).toEqual({ ...allOverridden, pricingCycle: null });
  });
});

describe('When a change may start', () => {
  const earliest = (timeline: Schedules, everHadSchedule = true) =>
    earliestChange({ timeline, today, versions: VERSIONS, everHadSchedule });

  test('any day, for an account that never had a schedule', () => {
    expect(earliest([], false)).toBeNull();
  });

  test('today, when nothing is in force today', () => {
    expect(earliest([])).toBe('2026-05-20');
    expect(earliest([schedule('s1', '2026-01-01', '2026-05-20', BASIC), schedule('s2', '2026-05-21', '2027-01-01', BASIC)])).toBe(
      '2026-05-20',
    );
  });

  test('tomorrow, under a plan that says nothing else', () => {
    expect(earliest([YEAR])).toBe('2026-05-21');
  });

  test.each([DEFERRED, ONGOING])('the first day of the current cycle, under a $id plan', (version) => {
    expect(earliest([schedule('s1', '2026-01-01', '2027-01-01', version)])).toBe('2026-05-01');
  });

  test('the first day of the current cycle is by the cycle that the schedule overrides', () => {
    expect(earliest([schedule('s1', '2026-01-01', '2027-01-01', ONGOING, { pricingCycle: QUARTERLY })])).toBe('2026-04-01');
  });

  test("the first day of a schedule's first cycle is the schedule's own", () => {
    expect(earliest([schedule('s1', '2026-05-12', '2027-01-01', ONGOING)])).toBe('2026-05-12');
  });

  test('a refusal carries the earliest day and says which rule set it', () => {
    const early = applyEdit([YEAR], disassociate('2026-05-20', '2027-01-01'), editContext());
    expect(early).toMatchObject({
      refusals: [{ kind: 'EffectiveDate', code: 'EFFECTIVE_FROM_TOO_EARLY', path: ['effectiveFrom'], earliest: '2026-05-21' }],
    });
    expect(early).toMatchObject({ refusals: [{ message: expect.stringContaining('does not allow changes of its ongoing cycle') }] });
  });
});

describe('ASSOCIATE', () => {
  test('over a gap adds a schedule and leaves the rest alone', () => {
    const edited = unwrap(applyEdit([YEAR], associate('2027-02-01', '9999-01-01', PRO), editContext()));
    expect(picture(edited)).toEqual(['s1 2026-01-01..2027-01-01 basic', 'new-1 2027-02-01..9999-01-01 pro']);
    expect(edited[0]).toEqual(YEAR);
  });

  test('cuts what stood there: the part before keeps its id, the part after is a new schedule with the same content', () => {
    const year = schedule('s1', '2026-01-01', '2027-01-01', BASIC, allOverridden);
    const edited = unwrap(applyEdit([year], associate('2026-06-01', '2026-08-01', PRO), editContext()));
    expect(picture(edited)).toEqual([
      's1 2026-01-01..2026-06-01 basic',
      'new-1 2026-06-01..2026-08-01 pro',
      'new-2 2026-08-01..2027-01-01 basic',
    ]);
    expect(edited[2]?.content).toEqual({ ...year.content, scheduleId: 'new-2' });
  });

  test('stores an override only where it differs from the plan version', () => {
    const overrides = { pricingCycle: MONTHLY, currencies: ['USD'], pricingRules: [], rateCardSetId: null };
    const [piece] = unwrap(applyEdit([], associate('2026-06-01', '2026-08-01', PRO, { overrides }), editContext()));
    expect(piece?.content).toMatchObject({ pricingCycle: null, currencies: ['USD'], pricingRules: null, rateCardSetId: 'cards-of-pro' });
  });

  test('under an anniversary plan stores the offsets of its first day', () => {
    const version = planVersion('anniversary', { pricingCycle: { ...MONTHLY, anniversaryCycle: true } });
    const [piece] = unwrap(applyEdit([], associate('2026-06-12', '2027-01-01', version), editContext()));
    expect(piece?.content.pricingCycle).toMatchObject({ dayOffset: '12', monthOffset: 'NIL' });
  });

  test('with retainStartOffsets goes on with the cycle in force on its first day', () => {
    const standing = schedule('s1', '2026-01-01', '2027-01-01', BASIC, { pricingCycle: { ...MONTHLY, dayOffset: '15' } });
    const edited = unwrap(applyEdit([standing], associate('2026-06-20', '2026-08-01', PRO, { retainStartOffsets: true }), editContext()));
    expect(edited[1]?.content.pricingCycle).toEqual({ ...MONTHLY, dayOffset: '15' });
  });

  test('with retainStartOffsets is refused where nothing is in force, or at another interval', () => {
    const retain = { retainStartOffsets: true };
    const nothing = applyEdit([YEAR], associate('2027-01-01', '2028-01-01', PRO, retain), editContext());
    expect(nothing).toMatchObject({ refusals: [{ code: 'NO_SCHEDULE_TO_RETAIN', path: ['retainStartOffsets'] }] });
    const quarterly = planVersion('quarterly', { pricingCycle: QUARTERLY });
    const mismatch = applyEdit([YEAR], associate('2026-06-01', '2028-01-01', quarterly, retain), editContext());
    expect(mismatch).toMatchObject({ refusals: [{ code: 'INTERVAL_MISMATCH' }] });
  });

  test.each([
    ['a PURCHASE plan', planVersion('credits', { type: 'PURCHASE', pricingCycle: null })],
    ['a draft version', planVersion('next', { status: 'DRAFT' })],
  ])('is refused for %s', (_what, version) => {
    const result = applyEdit([], associate('2026-06-01', '2026-08-01', version), editContext());
    expect(result).toMatchObject({ refusals: [{ code: 'PLAN_NOT_ASSOCIABLE', path: ['pricePlanId'] }] });
  });

  test("is refused when the account's currency is not among those in force, overrides included", () => {
    const inINR = editContext({ account: { status: 'ACTIVE', invoiceCurrency: 'INR' } });
    expect(applyEdit([], associate('2026-06-01', '2026-08-01', PRO), inINR)).toMatchObject({
      refusals: [{ code: 'CURRENCY_NOT_SUPPORTED' }],
    });
    const onlyEUR = associate('2026-06-01', '2026-08-01', PRO, { overrides: { ...overridesFrom(YEAR.content), currencies: ['EUR'] } });
    expect(applyEdit([], onlyEUR, editContext())).toMatchObject({ refusals: [{ code: 'CURRENCY_NOT_SUPPORTED' }] });
  });

  test.each(['DRAFT', 'ARCHIVED'] as const)('is refused on the timeline of an account that is %s', (status) => {
    const context = editContext({ account: { status, invoiceCurrency: 'USD' } });
    const code = status === 'DRAFT' ? 'ACCOUNT_NOT_ACTIVE' : 'ARCHIVED';
    expect(applyEdit([], associate('2026-06-01', '2026-08-01', PRO), context)).toMatchObject({ refusals: [{ code }] });
  });

  test('of a draft may begin any day, in any currency, on a DRAFT account: its finalize checks these', () => {
    const context = editContext({ draftOf: [YEAR], account: { status: 'DRAFT', invoiceCurrency: 'INR' } });
    expect(applyEdit([YEAR], associate('2020-01-01', '2026-08-01', PRO), context).ok).toBe(true);
    const archived = editContext({ draftOf: [], account: { status: 'ARCHIVED', invoiceCurrency: 'USD' } });
    expect(applyEdit([], associate('2026-06-01', '2026-08-01', PRO), archived)).toMatchObject({ refusals: [{ code: 'ARCHIVED' }] });
  });
});

describe('mergeSchedules', () => {
  const sameAgain = associate('2027-01-01', '2028-01-01', BASIC, { merge: true });

  test('makes one of the new schedule and the neighbour that it touches with the same content; the earlier id stays', () => {
    expect(picture(unwrap(applyEdit([YEAR], sameAgain, editContext())))).toEqual(['s1 2026-01-01..2028-01-01 basic']);
  });

  test('false leaves them apart', () => {
    const apart = unwrap(applyEdit([YEAR], { ...sameAgain, merge: false }, editContext()));
    expect(picture(apart)).toEqual(['s1 2026-01-01..2027-01-01 basic', 'new-1 2027-01-01..2028-01-01 basic']);
  });

  test('joins neither other content nor across a gap', () => {
    const other = associate('2027-01-01', '2028-01-01', BASIC, {
      merge: true,
      overrides: { ...overridesFrom(YEAR.content), currencies: ['USD'] },
    });
    expect(unwrap(applyEdit([YEAR], other, editContext()))).toHaveLength(2);
    const later = associate('2027-01-02', '2028-01-01', BASIC, { merge: true });
    expect(unwrap(applyEdit([YEAR], later, editContext()))).toHaveLength(2);
  });
});

describe('DISASSOCIATE', () => {
  test('clears its period, cutting as an association does', () => {
    const cleared = unwrap(applyEdit([YEAR], disassociate('2026-06-01', '2026-08-01'), editContext()));
    expect(picture(cleared)).toEqual(['s1 2026-01-01..2026-06-01 basic', 'new-1 2026-08-01..2027-01-01 basic']);
  });

  test('of what is clear already changes nothing', () => {
    expect(applyEdit([YEAR], disassociate('2027-06-01', '2027-08-01'), editContext())).toEqual({ ok: true, value: [YEAR] });
  });
});

describe('A batch of edits', () => {
  test('is applied in order', () => {
    const edits = [associate('2026-06-01', '2026-09-01', PRO), associate('2026-07-01', '2026-08-01', ONGOING)];
    expect(picture(unwrap(applyEdits([], edits, editContext())))).toEqual([
      'new-1 2026-06-01..2026-07-01 pro',
      'new-2 2026-07-01..2026-08-01 ongoing',
      'new-3 2026-08-01..2026-09-01 pro',
    ]);
  });

  test('is refused as a whole, naming the edit at fault', () => {
    const edits = [associate('2026-06-01', '2026-09-01', PRO), disassociate('2026-05-01', '2026-06-01')];
    expect(applyEdits([YEAR], edits, editContext())).toMatchObject({ refusals: [{ path: [1, 'effectiveFrom'] }] });
  });

  test('may change nothing in the past: by an edit, or by all of them together', () => {
    const past = ['2026-01-01', '2027-01-01'] as const;
    const context = () => editContext();
    expect(applyEdit([YEAR], associate(...past, BASIC), context())).toEqual({ ok: true, value: [YEAR] });
    expect(applyEdit([YEAR], disassociate('2020-01-01', '2021-01-01'), context())).toEqual({ ok: true, value: [YEAR] });
    expect(applyEdits([YEAR], [associate(...past, PRO), associate(...past, BASIC)], context())).toEqual({ ok: true, value: [YEAR] });
    const thenMore = [associate(...past, BASIC), associate('2027-01-01', '2028-01-01', PRO)];
    expect(picture(unwrap(applyEdits([YEAR], thenMore, context())))).toEqual([
      's1 2026-01-01..2027-01-01 basic',
      'new-2 2027-01-01..2028-01-01 pro',
    ]);
    // Neither is the past divided, nor refused an edit that changes days ahead alone.
    expect(applyEdit([YEAR], associate('2026-02-01', '2026-03-01', BASIC), context())).toEqual({ ok: true, value: [YEAR] });
    expect(picture(unwrap(applyEdit([YEAR], associate('2026-02-01', '2028-01-01', BASIC), context())))).toEqual([
      's1 2026-01-01..2028-01-01 basic',
    ]);
  });

  test('joins nothing in the past: an edit that says what two schedules say leaves both', () => {
    const halves = [schedule('s1', '2026-01-01', '2026-03-01', BASIC), schedule('s2', '2026-03-01', '2027-01-01', BASIC)];
    const both = associate('2026-01-01', '2027-01-01', BASIC);
    expect(applyEdit(halves, both, editContext())).toEqual({ ok: true, value: halves });
    const longer = associate('2026-01-01', '2028-01-01', BASIC);
    expect(picture(unwrap(applyEdit(halves, longer, editContext())))).toEqual([
      's1 2026-01-01..2026-03-01 basic',
      's2 2026-03-01..2028-01-01 basic',
    ]);
  });

  test('asks of the timeline before its first edit when a change may start', () => {
    // After the first edit nothing would be in force today, and today would do.
    const edits = [disassociate('2026-05-01', '2027-01-01'), associate('2026-04-30', '2026-06-01', PRO)];
    const ongoing = [schedule('s1', '2026-01-01', '2027-01-01', ONGOING)];
    expect(applyEdits(ongoing, edits, editContext())).toMatchObject({ refusals: [{ path: [1, 'effectiveFrom'], earliest: '2026-05-01' }] });
  });

  test('may retain the cycle of what an earlier edit associated', () => {
    const version = planVersion('mid-month', { pricingCycle: { ...MONTHLY, dayOffset: '15' } });
    const edits = [
      associate('2026-06-01', '2026-12-01', version),
      associate('2026-08-01', '2026-12-01', PRO, { retainStartOffsets: true }),
    ];
    expect(unwrap(applyEdits([], edits, editContext()))[1]?.content.pricingCycle?.dayOffset).toBe('15');
  });

  test('has 1 to 10 edits', () => {
    expect(applyEdits([], [], editContext())).toMatchObject({ refusals: [{ code: 'LIMIT_EXCEEDED' }] });
    const eleven = Array.from({ length: 11 }, () => disassociate('2026-06-01', '2026-09-01'));
    expect(applyEdits([], eleven, editContext())).toMatchObject({ refusals: [{ code: 'LIMIT_EXCEEDED' }] });
  });

  test('makes at most 1,000 schedules', () => {
    const full = Array.from({ length: 1_000 }, (_, i) => schedule(`s${i}`, `${3000 + i}-01-01`, `${3000 + i}-12-31`, BASIC));
    expect(applyEdits(full, [associate('2027-01-01', '2028-01-01', PRO)], editContext())).toMatchObject({
      refusals: [{ code: 'LIMIT_EXCEEDED', path: [0] }],
    });
  });
});

describe('What a change writes', () => {
  test('supersedes what is cut or gone, adds what is new, and leaves the rest as it is', () => {
    const later = schedule('s2', '2027-01-01', '2028-01-01', PRO);
    const before = [
      { ...YEAR, row: 1 },
      { ...later, row: 2 },
    ];
    const after = unwrap(applyEdit(before, disassociate('2026-06-01', '2026-08-01'), editContext()));
    const { superseded, added } = planWrites(before, after);
    expect(superseded.map(({ row }) => row)).toEqual([1]);
    expect(picture(added)).toEqual(['s1 2026-01-01..2026-06-01 basic', 'new-1 2026-08-01..2027-01-01 basic']);
  });

  test('supersedes a schedule of which the content alone differs', () => {
    const after = schedule('s1', '2026-01-01', '2027-01-01', BASIC, { rateCardSetId: 'own-cards' });
    expect(planWrites([YEAR], [after])).toEqual({ superseded: [YEAR], added: [after] });
  });

  test('is nothing when nothing changed', () => {
    expect(planWrites([YEAR], [{ ...YEAR }])).toEqual({ superseded: [], added: [] });
  });
});

describe('The changes of a draft', () => {
  const kinds = (before: Schedules, after: Schedules) => scheduleChanges(before, after).map(({ kind }) => kind);

  test('are none between equal timelines', () => {
    expect(kinds([YEAR], [{ ...YEAR }])).toEqual([]);
  });

  test('tell of schedules that come, go and are cut', () => {
    const cut = schedule('s1', '2026-01-01', '2026-06-01', BASIC);
    const pro = schedule('s2', '2026-06-01', '2027-01-01', PRO);
    expect(scheduleChanges([YEAR], [cut, pro])).toEqual([
      { kind: 'SchedulePeriodChanged', before: YEAR, after: cut },
      { kind: 'ScheduleAdded', after: pro },
    ]);
    expect(scheduleChanges([YEAR], [])).toEqual([{ kind: 'ScheduleRemoved', before: YEAR }]);
  });

  test('tell which parts are overridden otherwise', () => {
    const after = schedule('s1', '2026-01-01', '2027-01-01', BASIC, { currencies: ['USD'], rateCardSetId: 'own-cards' });
    expect(scheduleChanges([YEAR], [after])).toEqual([
      { kind: 'ScheduleOverridden', before: YEAR, after, parts: ['currencies', 'rateCardSetId'] },
    ]);
  });

  test('tell of another plan for the same days', () => {
    const after = schedule('s2', '2026-01-01', '2027-01-01', PRO);
    expect(scheduleChanges([YEAR], [after])).toEqual([{ kind: 'SchedulePlanChanged', before: YEAR, after }]);
  });

  test('are none where a schedule is written anew as it stands', () => {
    expect(kinds([YEAR], [schedule('s2', '2026-01-01', '2027-01-01', BASIC)])).toEqual([]);
  });

  test('are none of a draft that clears a schedule and writes it anew in a second request: it keeps the id of the active one', () => {
    const days = ['2026-01-01', '2027-01-01'] as const;
    const context = () => editContext({ draftOf: [YEAR] });
    const cleared = unwrap(applyEdit([YEAR], disassociate(...days), context()));
    expect(unwrap(applyEdit(cleared, associate(...days, BASIC), context()))).toEqual([YEAR]);
  });

  test('tell of schedules that became one', () => {
    const next = schedule('s2', '2027-01-01', '2028-01-01', BASIC);
    const after = schedule('s1', '2026-01-01', '2028-01-01', BASIC);
    expect(scheduleChanges([YEAR, next], [after])).toEqual([{ kind: 'SchedulesMerged', before: [YEAR, next], after }]);
  });

  test('carry whatever the caller keeps beside a schedule', () => {
    const [change] = scheduleChanges([{ ...YEAR, row: 7 }], []);
    expect(change?.kind === 'ScheduleRemoved' && change.before.row).toBe(7);
  });
});
