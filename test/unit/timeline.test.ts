import { describe, expect, test } from 'vitest';
import type { Day } from '../../src/domain/day.ts';
import { contains, intersect, overlaps, type Period, period } from '../../src/domain/timeline/period.ts';
import {
  at,
  clear,
  coalesce,
  coalesceAround,
  diff,
  firstDifference,
  isTimeline,
  overlay,
  type Piece,
  slice,
  type Timeline,
} from '../../src/domain/timeline/timeline.ts';

interface Content {
  readonly id: string;
  readonly plan: string;
}

const october = (n: number) => `2026-10-${String(n).padStart(2, '0')}` as Day;
const days = (start: number, end: number): Period => ({ start: october(start), end: october(end) });

/** `piece('a:Gold', 1, 10)`: schedule a of plan Gold from October 1st until before the 10th. */
const piece = (name: string, start: number, end: number): Piece<Content> => {
  const [id = '', plan = ''] = name.split(':');
  return { period: days(start, end), content: { id, plan } };
};
const renamed = (content: Content): Content => ({ ...content, id: `${content.id}'` });
const samePlan = (a: Content, b: Content) => a.plan === b.plan;
const keyOf = (content: Content) => content.id;

const drawn = (timeline: Timeline<Content>) =>
  timeline.map(({ period, content }) => `${content.id}:${content.plan} ${period.start.slice(8)}-${period.end.slice(8)}`);

const gold = [piece('a:Gold', 1, 20)];

describe('A period is half-open', () => {
  test('it covers its start and not its end', () => {
    expect([9, 10, 19, 20].map((n) => contains(days(10, 20), october(n)))).toEqual([false, true, true, false]);
  });

  test.each([
    [10, 10],
    [11, 10],
  ])('from the %ith until the %ith there is no day: EMPTY_PERIOD', (from, until) => {
    expect(period(october(from), october(until))).toMatchObject({
      ok: false,
      refusals: [
        {
          kind: 'Validation',
          code: 'EMPTY_PERIOD',
          path: ['effectiveUntil'],
          message: expect.stringContaining('after `effectiveFrom`, 2026-10-'),
        },
      ],
    });
  });

  test('one day is enough', () => {
    expect(period(october(10), october(11))).toEqual({ ok: true, value: days(10, 11) });
  });

  test('periods that only touch have no day in common', () => {
    expect(overlaps(days(1, 10), days(10, 20))).toBe(false);
    expect(intersect(days(1, 10), days(10, 20))).toBeUndefined();
    expect(intersect(days(1, 11), days(10, 20))).toEqual(days(10, 11));
  });
});

describe('Reading', () => {
  const timeline = [piece('a:Gold', 1, 5), piece('b:Silver', 10, 20)];

  test('on a day either one piece is in force or none', () => {
    expect(at(timeline, october(4))?.content.id).toBe('a');
    expect(at(timeline, october(5))).toBeUndefined();
    expect(at(timeline, october(10))?.content.id).toBe('b');
    expect(at(timeline, october(20))).toBeUndefined();
  });

  test('a slice is what a window shows', () => {
    expect(drawn(slice(timeline, days(3, 12)))).toEqual(['a:Gold 03-05', 'b:Silver 10-12']);
    expect(slice(timeline, days(5, 10))).toEqual([]);
  });
});

describe('Overlaying writes a piece over its period', () => {
  test.each([
    ['an empty timeline', [], 5, 10, ['n:New 05-10']],
    ['the middle: a part before keeps its id, a part after is a new one', gold, 5, 10, ['a:Gold 01-05', 'n:New 05-10', "a':Gold 10-20"]],
    ['the end: the part before keeps its id', gold, 15, 25, ['a:Gold 01-15', 'n:New 15-25']],
    ['the beginning: the part after is a new one, though no part before remains', gold, 1, 10, ['n:New 01-10', "a':Gold 10-20"]],
    ['the whole: it goes', gold, 1, 20, ['n:New 01-20']],
    ['more than the whole: it goes', [piece('a:Gold', 5, 10)], 1, 20, ['n:New 01-20']],
    ['days that only touch: nothing is cut', gold, 20, 25, ['a:Gold 01-20', 'n:New 20-25']],
    ['days before: it comes first', [piece('a:Gold', 10, 20)], 1, 5, ['n:New 01-05', 'a:Gold 10-20']],
    [
      'two pieces and the gap between them',
      [piece('a:Gold', 1, 8), piece('b:Silver', 12, 20)],
      5,
      15,
      ['a:Gold 01-05', 'n:New 05-15', "b':Silver 15-20"],
    ],
  ])('%s', (_, timeline: Timeline<Content>, start, end, result) => {
    expect(drawn(overlay(timeline, piece('n:New', start, end), renamed))).toEqual(result);
  });

  test('what is not cut stays the very same piece', () => {
    const timeline = [piece('a:Gold', 1, 5), piece('b:Silver', 5, 10), piece('c:Gold', 10, 15)];
    const result = overlay(timeline, piece('n:New', 6, 9), renamed);
    expect(result[0]).toBe(timeline[0]);
    expect(result.at(-1)).toBe(timeline[2]);
  });
});

describe('Clearing leaves a gap', () => {
  test.each([
    ['in the middle', gold, 5, 10, ['a:Gold 01-05', "a':Gold 10-20"]],
    ['at the beginning', gold, 1, 10, ["a':Gold 10-20"]],
    ['at the end', gold, 10, 20, ['a:Gold 01-10']],
    ['instead of the whole', gold, 1, 20, []],
    ['where nothing was', gold, 20, 25, ['a:Gold 01-20']],
  ])('%s', (_, timeline, start, end, result) => {
    expect(drawn(clear(timeline, days(start, end), renamed))).toEqual(result);
  });
});

describe('Coalescing joins neighbours that touch and are the same', () => {
  const timeline = [
    piece('a:Gold', 1, 5),
    piece('b:Gold', 5, 8),
    piece('c:Gold', 8, 12),
    piece('d:Gold', 13, 15),
    piece('e:Silver', 15, 20),
  ];

  test('the earlier stays; a gap or another content keeps two apart', () => {
    expect(drawn(coalesce(timeline, samePlan))).toEqual(['a:Gold 01-12', 'd:Gold 13-15', 'e:Silver 15-20']);
  });

  test('around a period, older seams stay as they are', () => {
    const written = [...timeline, piece('f:Silver', 20, 25)];
    expect(drawn(coalesceAround(written, days(20, 25), samePlan))).toEqual([...drawn(timeline).slice(0, -1), 'e:Silver 15-25']);
  });

  test('around a period, a piece joins on both sides', () => {
    expect(drawn(coalesceAround(timeline, days(5, 8), samePlan))).toEqual(['a:Gold 01-12', 'd:Gold 13-15', 'e:Silver 15-20']);
  });
});

describe('A diff says what became of each identity', () => {
  const before = [piece('a:Gold', 1, 10), piece('b:Silver', 10, 20), piece('c:Gold', 20, 25)];

  test('nothing, when nothing changed', () => {
    expect(diff(before, before, keyOf, samePlan)).toEqual([]);
  });

  test('added, removed, and changed in period or content, in order of time', () => {
    const after = [piece('a:Gold', 1, 8), piece('n:New', 8, 20), piece('c:Silver', 20, 25)];
    expect(diff(before, after, keyOf, samePlan)).toEqual([
      { kind: 'Changed', before: before[0], after: after[0] },
      { kind: 'Added', piece: after[1] },
      { kind: 'Removed', piece: before[1] },
      { kind: 'Changed', before: before[2], after: after[2] },
    ]);
  });

  test('a piece that moved is told of where it now begins', () => {
    const changes = diff([piece('a:Gold', 10, 20)], [piece('a:Gold', 1, 3), piece('n:New', 5, 8)], keyOf, samePlan);
    expect(changes.map(({ kind }) => kind)).toEqual(['Changed', 'Added']);
  });

  test('on one day, what goes comes before what takes its place', () => {
    const changes = diff([piece('a:Gold', 1, 10)], [piece('n:Gold', 1, 10)], keyOf, samePlan);
    expect(changes.map(({ kind }) => kind)).toEqual(['Removed', 'Added']);
  });
});

describe('The first difference is the first day on which two timelines disagree', () => {
  test.each([
    ['none, for the same', [piece('a:Gold', 1, 10)], [piece('a:Gold', 1, 10)], null],
    ['none, for nothing and nothing', [], [], null],
    ['none, where only a seam or an identity differs', [piece('a:Gold', 1, 10)], [piece('x:Gold', 1, 4), piece('y:Gold', 4, 10)], null],
    ['where something begins', [], [piece('a:Gold', 5, 10)], 5],
    ['where one begins earlier', [piece('a:Gold', 5, 10)], [piece('a:Gold', 3, 10)], 3],
    ['where one ends earlier', [piece('a:Gold', 1, 10)], [piece('a:Gold', 1, 8)], 8],
    ['where a gap opens', [piece('a:Gold', 1, 10)], [piece('a:Gold', 1, 4), piece('b:Gold', 6, 10)], 4],
    ['where the content changes', [piece('a:Gold', 1, 10)], [piece('a:Gold', 1, 4), piece('b:Silver', 4, 10)], 4],
    ['where a second piece follows', [piece('a:Gold', 1, 10)], [piece('a:Gold', 1, 10), piece('b:Gold', 12, 15)], 12],
  ])('%s', (_, before: Timeline<Content>, after: Timeline<Content>, day) => {
    const expected = day && october(day);
    expect(firstDifference(before, after, samePlan)).toBe(expected);
    expect(firstDifference(after, before, samePlan)).toBe(expected);
  });
});

describe('A timeline is ordered and disjoint, and no piece is empty', () => {
  test.each([
    ['nothing', [], true],
    ['pieces that touch, and a gap', [piece('a:Gold', 1, 5), piece('b:Gold', 5, 10), piece('c:Gold', 12, 15)], true],
    ['an overlap', [piece('a:Gold', 1, 6), piece('b:Gold', 5, 10)], false],
    ['the wrong order', [piece('b:Gold', 5, 10), piece('a:Gold', 1, 5)], false],
    ['an empty piece', [piece('a:Gold', 5, 5)], false],
  ])('%s: %s', (_, pieces: Piece<Content>[], answer) => {
    expect(isTimeline(pieces)).toBe(answer);
  });
});
