import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, daysBetween, maxDay, minDay } from '../../src/domain/day.ts';
import { NO_ASSUMPTIONS, type UsageAssumption } from '../../src/domain/rating/assumptions.ts';
import { groupOf } from '../../src/domain/rating/cycle.ts';
import { recurrenceOf } from '../../src/domain/rating/due.ts';
import { type Estimate, estimate } from '../../src/domain/rating/estimate.ts';
import { textOf, toDecimal, total } from '../../src/domain/rating/fraction.ts';
import { type Line, linesOf } from '../../src/domain/rating/lines.ts';
import { previewMoney } from '../../src/domain/rating/preview.ts';
import { type PricedTimeline, previewWindow } from '../../src/domain/rating/preview-window.ts';
import { cyclesFrom, daysOf, type PricedSchedule, type ScheduleCycle } from '../../src/domain/rating/schedule-cycles.ts';
import { inputOf, randomCase } from '../support/random-statements.ts';
import { read } from '../support/rating.ts';
import { runs } from '../support/runs.ts';
import { day, unwrap } from '../support/schedules.ts';

const FIRST = day('2026-01-10');
const LAST = day('2027-06-01');

/** A stretch of one schedule: how many days it lasts, how many none is in force before it, and what it charges. */
const stretches = fc.array(
  fc.record({
    days: fc.integer({ min: 1, max: 120 }),
    gap: fc.constantFrom(0, 0, 0, 7, 40),
    of: fc.integer({ min: 0, max: 1 }),
    isContinued: fc.boolean(),
  }),
  { minLength: 1, maxLength: 4 },
);

/** Two timelines over the rate cards of two random plans, and usage of what they price. */
const changes = fc.tuple(randomCase, randomCase, stretches, stretches).map(([one, other, before, after]) => {
  const plans = [one, other].flatMap((given) => inputOf({ ...given, ordinal: 1 }) ?? []);
  const timelineOf = (list: typeof before): PricedTimeline => {
    let start: Day = FIRST;
    const schedules = list.flatMap(({ days, gap, of, isContinued }, i): readonly PricedSchedule[] => {
      const plan = plans[of] ?? plans[0];
      if (!plan) return [];
      const from = addDays(start, gap);
      const end = i === list.length - 1 ? LAST : addDays(from, days);
      start = end;
      const served = { config: plan.cycle.schedule.config, period: { start: from, end }, countsFrom: isContinued ? FIRST : from };
      const names = { scheduleId: `from ${from}`, pricePlanId: `plan ${of}`, pricePlanName: `Plan ${of}`, version: 1 };
      return [{ ...names, served, rateCardSetId: `cards ${of}`, cards: plan.cards, rules: plan.rules }];
    });
    return { schedules, licenseUpdates: [] };
  };
  const usage = [...new Map(plans.flatMap((plan) => [...plan.usage, ...plan.overage]))].flatMap(
    ([billableId, quantity]): readonly UsageAssumption[] => {
      const decimal = toDecimal(quantity);
      return decimal === null ? [] : [{ billableId, quantity: decimal, per: 'CYCLE' }];
    },
  );
  return { before: timelineOf(before), after: timelineOf(after), assumptions: { ...NO_ASSUMPTIONS, usage } };
});

type Change = typeof changes extends fc.Arbitrary<infer T> ? T : never;

const estimateOf = (cycles: readonly ScheduleCycle[], { assumptions }: Change) =>
  estimate({ period: daysOf(cycles), cycles, currency: 'USD', assumptions, licenseUpdates: [] });

/** Runs a law on random estimates of 6 cycles. Some rules refuse some cycles: those have no estimate. */
function ofEstimates(law: (found: Estimate) => void): void {
  fc.assert(
    fc.property(changes, (change) => {
      const cycles = cyclesFrom(change.before.schedules, FIRST).take(6).toArray();
      if (cycles.length === 0) return;
      const found = estimateOf(cycles, change);
      if (found.ok) law(found.value);
    }),
    runs(50, { everyday: 20 }),
  );
}

const previewOf = ({ before, after, assumptions }: Change) => {
  const window = previewWindow(before, after, 3, FIRST);
  return previewMoney({ before, after, window, currency: 'USD', assumptions });
};

/** Every day of a cycle, and of the cycles that its rate cards are charged for together with it. */
function reachOf({ schedule, cycle }: ScheduleCycle): readonly Day[] {
  const groups = schedule.cards.flatMap((card) => groupOf(cycle, recurrenceOf(card))?.nominal ?? []);
  const start = groups.map((days) => days.start).reduce(minDay, cycle.nominal.start);
  const end = groups.map((days) => days.end).reduce(maxDay, cycle.nominal.end);
  return Array.from({ length: daysBetween(start, end) }, (_, i) => addDays(start, i));
}

/** What is in force on a day, from what day it counts, and whether it begins or ends there: a seam is a difference. */
function stateOn({ schedules }: PricedTimeline, on: Day): string | null {
  const found = schedules.find(({ served }) => served.period.start <= on && on < served.period.end);
  if (!found) return null;
  const { period, countsFrom } = found.served;
  return [found.rateCardSetId, countsFrom, period.start === on, period.end === addDays(on, 1)].join(' ');
}

const ends = (lines: readonly Line[]): readonly Line[] => {
  const parents = new Set(lines.map(({ parentId }) => parentId));
  return lines.filter(({ id }) => !parents.has(id));
};

const sums = (amounts: readonly string[]): string => textOf(total(amounts.map(read)));

describe('Laws of estimates', () => {
  test('both views hold the very same lines, each once, and come to the same exact total', () => {
    ofEstimates(({ cycles, invoices, exact }) => {
      const told = (lines: readonly Line[]) => ends(lines).map(({ kind, label, exact: value }) => `${kind} ${label} ${textOf(value)}`);
      const byCycle = cycles.flatMap(({ statement }) => told(statement.lines)).filter((line) => !line.startsWith('CARDS '));
      const byInvoice = invoices.flatMap(({ root }) => told(linesOf(root, 'USD'))).filter((line) => !line.startsWith('CARDS '));
      expect(byInvoice.toSorted()).toEqual(byCycle.toSorted());
      expect(textOf(total(invoices.map(({ root }) => root.exact)))).toBe(textOf(exact));
    });
  });

  test('lines sum to the line above at every node of every invoice, exactly and as shown', () => {
    ofEstimates(({ invoices }) => {
      for (const { root } of invoices) {
        const lines = linesOf(root, 'USD');
        const below = Map.groupBy(lines, ({ parentId }) => parentId);
        for (const line of lines) {
          const parts = below.get(line.id);
          if (!parts) continue;
          expect([textOf(total(parts.map(({ exact }) => exact))), sums(parts.map(({ amount }) => amount))]).toEqual([
            textOf(line.exact),
            sums([line.amount]),
          ]);
        }
      }
    });
  });

  test('the total is what the statements show, and cycles and gaps tile the days', () => {
    ofEstimates(({ total: shown, cycles, gaps, period }) => {
      expect(sums([shown])).toBe(sums(cycles.map(({ statement }) => statement.total)));
      const pieces = [...cycles.map(({ statement }) => statement.cycle.served), ...gaps].toSorted((a, b) => (a.start < b.start ? -1 : 1));
      expect([pieces[0]?.start, ...pieces.map(({ end }) => end)]).toEqual([...pieces.map(({ start }) => start), period.end]);
    });
  });
});

describe('Laws of money previews', () => {
  test('the difference is after less before, and lines and reasons sum to it, exactly and as shown', () => {
    let compared = 0;
    fc.assert(
      fc.property(changes, (change) => {
        const found = previewOf(change);
        if (!found.ok) return;
        compared++;
        const { before, after, difference, lines } = found.value;
        expect(sums([difference, before.total])).toBe(sums([after.total]));
        expect(sums(lines.map((line) => line.difference))).toBe(sums([difference]));
        for (const line of lines) {
          expect(sums([line.before, line.difference])).toBe(sums([line.after]));
          expect(sums(line.reasons.map(({ amount }) => amount))).toBe(sums([line.difference]));
        }
        const exact = total(lines.flatMap(({ reasons }) => reasons.map((reason) => reason.exact)));
        expect(textOf(total([exact, before.exact]))).toBe(textOf(after.exact));
      }),
      runs(50, { everyday: 20 }),
    );
    expect(compared).toBeGreaterThan(5);
  });

  test('equal timelines differ by nothing', () => {
    fc.assert(
      fc.property(changes, (change) => {
        const found = previewOf({ ...change, after: { ...change.before } });
        if (!found.ok) return;
        expect([found.value.difference, found.value.lines.flatMap(({ reasons }) => reasons)]).toEqual(['0', []]);
      }),
      runs(30, { everyday: 15 }),
    );
  });

  test('cycles that end before the window are equal, line by line', () => {
    fc.assert(
      fc.property(changes, (change) => {
        const { period } = previewWindow(change.before, change.after, 3, FIRST);
        const linesBefore = ({ schedules }: PricedTimeline) => {
          const cycles = cyclesFrom(schedules, FIRST)
            .take(30)
            .toArray()
            .filter(({ cycle }) => cycle.served.end <= period.start);
          if (cycles.length === 0) return [];
          const found = estimateOf(cycles, change);
          if (!found.ok) return found.refusals.map(({ code }) => code);
          return found.value.cycles.flatMap(({ statement }) =>
            statement.lines.map(({ id, exact }) => `${statement.cycle.served.start} ${id} ${textOf(exact)}`),
          );
        };
        expect(linesBefore(change.after)).toEqual(linesBefore(change.before));
      }),
      runs(50, { everyday: 20 }),
    );
  });

  test('a cycle whose days and charges touch no day that differs is equal, line by line, before the change and after it', () => {
    let compared = 0;
    fc.assert(
      fc.property(changes, (change) => {
        const cyclesOf = ({ schedules }: PricedTimeline) => cyclesFrom(schedules, FIRST).take(20).toArray();
        const later = new Map(cyclesOf(change.after).map((each) => [each.cycle.served.start, each]));
        for (const each of cyclesOf(change.before)) {
          const other = later.get(each.cycle.served.start);
          if (!other || !reachOf(each).every((on) => stateOn(change.before, on) === stateOn(change.after, on))) continue;
          const [earlier, found] = [estimateOf([each], change), estimateOf([other], change)];
          expect(found.ok).toBe(earlier.ok);
          if (!earlier.ok || !found.ok) continue;
          compared++;
          const told = ({ cycles }: Estimate) =>
            cycles.flatMap(({ statement }) => statement.lines.map(({ id, exact, amount }) => `${id} ${textOf(exact)} ${amount}`));
          expect(told(found.value)).toEqual(told(earlier.value));
        }
      }),
      runs(50, { everyday: 20 }),
    );
    expect(compared).toBeGreaterThan(5);
  });

  test('what is shown after is what an estimate says once the change is made', () => {
    fc.assert(
      fc.property(changes, (change) => {
        const found = previewOf(change);
        if (!found.ok || found.value.after.cycles.length === 0) return;
        const cycles = cyclesFrom(change.after.schedules, found.value.period.start).take(found.value.after.cycles.length).toArray();
        expect(unwrap(estimateOf(cycles, change)).total).toBe(found.value.after.total);
      }),
      runs(30, { everyday: 15 }),
    );
  });
});
