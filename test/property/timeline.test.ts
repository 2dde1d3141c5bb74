import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '../../src/domain/day.ts';
import { type Period, union } from '../../src/domain/timeline/period.ts';
import {
  at,
  clear,
  coalesce,
  coalesceAround,
  diff,
  differences,
  firstDifference,
  isTimeline,
  overlay,
  slice,
  type Timeline,
} from '../../src/domain/timeline/timeline.ts';

/** The model is one entry a day: too slow to ship, too simple to be wrong. Identity is `id`, what it says is `plan`. */
interface Content {
  readonly id: string;
  readonly plan: string;
}
type Model = ReadonlyMap<Day, Content>;

const FIRST = '2026-01-30' as Day;
const LENGTH = 40;
const dayAt = (n: number): Day => addDays(FIRST, n);
const everyDay = Array.from({ length: LENGTH }, (_, n) => dayAt(n));

const periods = fc
  .tuple(fc.nat(LENGTH - 1), fc.integer({ min: 1, max: 15 }))
  .map(([from, length]): Period => ({ start: dayAt(from), end: dayAt(Math.min(LENGTH, from + length)) }));
/** An edit without a plan clears. */
const edits = fc.array(fc.record({ period: periods, plan: fc.constantFrom('Gold', 'Silver', null) }), { maxLength: 12 });
type Edit = { readonly period: Period; readonly plan: string | null };

const samePlan = (a: Content, b: Content) => a.plan === b.plan;
const keyOf = ({ id }: Content) => id;

/** Step n writes the id `n` and renames what is left after it to `n-tail`. */
const edit = (timeline: Timeline<Content>, { period, plan }: Edit, step: number): Timeline<Content> => {
  const tail = (content: Content): Content => ({ ...content, id: `${step}-tail` });
  return plan ? overlay(timeline, { period, content: { id: `${step}`, plan } }, tail) : clear(timeline, period, tail);
};

const editModel = (model: Model, { period, plan }: Edit, step: number): Model => {
  const cut = new Set([...model].filter(([day]) => day >= period.start && day < period.end).map(([, { id }]) => id));
  const next = new Map<Day, Content>();
  for (const day of everyDay) {
    const content = model.get(day);
    if (day >= period.start && day < period.end) plan && next.set(day, { id: `${step}`, plan });
    else if (content) next.set(day, day >= period.end && cut.has(content.id) ? { ...content, id: `${step}-tail` } : content);
  }
  return next;
};

const daily = (timeline: Timeline<Content>): Model =>
  new Map(
    everyDay.flatMap((day): [Day, Content][] => {
      const piece = at(timeline, day);
      return piece ? [[day, piece.content]] : [];
    }),
  );
const plansOf = (timeline: Timeline<Content>) => [...daily(timeline)].map(([day, { plan }]) => [day, plan]);

const timelines = edits.map((list) => list.reduce(edit, [] as Timeline<Content>));

describe('Any sequence of edits', () => {
  test('says on every day what a calendar filled in by hand says, identities included', () => {
    fc.assert(
      fc.property(edits, (list) => {
        expect(daily(list.reduce(edit, []))).toEqual(list.reduce(editModel, new Map()));
      }),
    );
  });

  test('leaves an ordered, disjoint timeline, in which no identity stands twice', () => {
    fc.assert(
      fc.property(timelines, (timeline) => {
        expect(isTimeline(timeline)).toBe(true);
        expect(new Set(timeline.map(({ content }) => content.id)).size).toBe(timeline.length);
      }),
    );
  });

  test('leaves every piece that it does not cut untouched', () => {
    fc.assert(
      fc.property(timelines, periods, fc.constantFrom('New', null), (timeline, period, plan) => {
        const after = edit(timeline, { period, plan }, 99);
        const apart = timeline.filter((piece) => piece.period.end <= period.start || piece.period.start >= period.end);
        for (const piece of apart) expect(after.includes(piece)).toBe(true);
      }),
    );
  });

  test('asks for a new identity only for what is left after the period, so at most once', () => {
    fc.assert(
      fc.property(timelines, periods, (timeline, period) => {
        const tailCalls: Content[] = [];
        clear(timeline, period, (content) => {
          tailCalls.push(content);
          return content;
        });
        const cut = timeline.filter((piece) => piece.period.start < period.end && piece.period.end > period.end);
        expect(tailCalls).toEqual(cut.filter((piece) => piece.period.end > period.start).map(({ content }) => content));
        expect(tailCalls.length).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('written twice is written once', () => {
    fc.assert(
      fc.property(timelines, periods, (timeline, period) => {
        const written = edit(timeline, { period, plan: 'New' }, 99);
        expect(edit(written, { period, plan: 'New' }, 99)).toEqual(written);
      }),
    );
  });
});

describe('Joining', () => {
  test('changes what is in force on no day, and leaves nothing to join', () => {
    fc.assert(
      fc.property(timelines, (timeline) => {
        const joined = coalesce(timeline, samePlan);
        expect(isTimeline(joined)).toBe(true);
        expect(plansOf(joined)).toEqual(plansOf(timeline));
        expect(coalesce(joined, samePlan)).toEqual(joined);
      }),
    );
  });

  test('around a period changes no day either, and no piece that does not touch it', () => {
    fc.assert(
      fc.property(timelines, periods, (timeline, period) => {
        const joined = coalesceAround(timeline, period, samePlan);
        expect(plansOf(joined)).toEqual(plansOf(timeline));
        const apart = timeline.filter((piece) => piece.period.end < period.start || piece.period.start > period.end);
        for (const piece of apart) expect(joined.includes(piece)).toBe(true);
      }),
    );
  });

  test('around every piece joins all that can be joined', () => {
    fc.assert(
      fc.property(timelines, (timeline) => {
        const joined = timeline.reduce((sofar, { period }) => coalesceAround(sofar, period, samePlan), timeline);
        expect(joined).toEqual(coalesce(timeline, samePlan));
      }),
    );
  });
});

describe('Comparing', () => {
  test('a slice shows the days of its window and no other', () => {
    fc.assert(
      fc.property(timelines, periods, (timeline, window) => {
        const seen = slice(timeline, window);
        expect(isTimeline(seen)).toBe(true);
        expect([...daily(seen)]).toEqual([...daily(timeline)].filter(([day]) => day >= window.start && day < window.end));
      }),
    );
  });

  test('a diff is empty exactly when the two are equal, and holds what leads from one to the other', () => {
    fc.assert(
      fc.property(timelines, edits, (before, list) => {
        const after = list.reduce((timeline, one, i) => edit(timeline, one, 100 + i), before);
        const changes = diff(before, after, keyOf, samePlan);
        expect(changes.length === 0).toBe(JSON.stringify(before) === JSON.stringify(after));

        const gone = changes.flatMap((change) =>
          change.kind === 'Removed' ? [change.piece] : change.kind === 'Changed' ? [change.before] : [],
        );
        const come = changes.flatMap((change) =>
          change.kind === 'Added' ? [change.piece] : change.kind === 'Changed' ? [change.after] : [],
        );
        const unchanged = before.filter((piece) => !gone.includes(piece));
        expect([...unchanged, ...come].toSorted((a, b) => (a.period.start < b.period.start ? -1 : 1))).toEqual(after);
      }),
    );
  });

  test('the differences are the days that a walk over the calendar finds, in as few periods as there can be', () => {
    fc.assert(
      fc.property(timelines, edits, (before, list) => {
        const after = list.reduce((timeline, one, i) => edit(timeline, one, 100 + i), before);
        const [left, right] = [daily(before), daily(after)];
        const found = differences(before, after, samePlan);
        const differing = everyDay.filter((day) => left.get(day)?.plan !== right.get(day)?.plan);
        expect(everyDay.filter((day) => found.some(({ start, end }) => start <= day && day < end))).toEqual(differing);
        expect(union(found)).toEqual(found);
      }),
    );
  });

  test('the first difference is the first day that a walk over the calendar finds', () => {
    fc.assert(
      fc.property(timelines, edits, (before, list) => {
        const after = list.reduce((timeline, one, i) => edit(timeline, one, 100 + i), before);
        const [left, right] = [daily(before), daily(after)];
        const found = everyDay.find((day) => left.get(day)?.plan !== right.get(day)?.plan) ?? null;
        expect(firstDifference(before, after, samePlan)).toBe(found);
      }),
    );
  });
});
