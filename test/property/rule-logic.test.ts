import fc from 'fast-check';
import { LogicEngine } from 'json-logic-engine';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, FIRST_DAY, FOREVER } from '../../src/domain/day.ts';
import { logicFaults } from '../../src/domain/pricing-rule/logic.ts';
import { RULE_OPERATORS } from '../../src/domain/pricing-rule/operators.ts';
import { type Fraction, fraction } from '../../src/domain/rating/fraction.ts';
import { LOGIC_OPERATORS, runLogic } from '../../src/domain/rating/logic.ts';
import { isNumber, LogicFault, type LogicValue } from '../../src/domain/rating/logic-value.ts';
import { read } from '../support/rating.ts';
import { runs } from '../support/runs.ts';

const engine = new LogicEngine();
const DATA = { usage: { a: 12, b: 0 }, revenue: { total: 100 } } as const;
const VARIABLES: ReadonlyMap<string, Fraction> = new Map(
  Object.entries(DATA).flatMap(([side, values]) =>
    Object.entries(values).map(([name, value]) => [`${side}.${name}`, fraction(BigInt(value))] as const),
  ),
);
const context = { variable: (name: string): Fraction | undefined => VARIABLES.get(name), step: () => {} };

type Outcome = number | string | boolean | null | readonly Outcome[];

/** The value as JSON; FAILED where there is none. */
function ours(logic: unknown): Outcome {
  try {
    return plain(runLogic(JSON.stringify(logic), context));
  } catch (fault) {
    if (fault instanceof LogicFault) return 'FAILED';
    throw fault;
  }
}
const plain = (value: LogicValue): Outcome => {
  if (isNumber(value)) return Number(value.numerator) / Number(value.denominator);
  return Array.isArray(value) ? value.map(plain) : (value as Outcome);
};

function theirs(logic: unknown): Outcome {
  try {
    return unsigned(engine.run(logic, DATA));
  } catch {
    return 'FAILED';
  }
}

/** A float has two zeros, a fraction one. */
const unsigned = (value: Outcome): Outcome => (value === 0 ? 0 : value);

/** Numbers whose sums, products and quotients are exact in binary floats as well. */
const numbers = fc.oneof(fc.integer({ min: -8, max: 8 }), fc.constantFrom(...[...VARIABLES.keys()].map((name) => ({ var: name }))));
const logic = fc.letrec<{ number: unknown; truth: unknown }>((tie) => ({
  number: fc.oneof(
    { depthSize: 'small' },
    numbers,
    fc
      .tuple(fc.constantFrom('+', '*', '-', 'min', 'max'), fc.array(tie('number'), { minLength: 2, maxLength: 3 }))
      .map(([key, args]) => ({ [key]: args })),
    fc.tuple(tie('number'), fc.constantFrom(2, 4)).map((args) => ({ '/': args })),
    fc.tuple(fc.integer({ min: -50, max: 50 }), fc.constantFrom(3, 7)).map((args) => ({ '%': args })),
    fc.tuple(fc.constantFrom('if', '?:'), fc.tuple(tie('truth'), tie('number'), tie('number'))).map(([key, args]) => ({ [key]: args })),
  ),
  truth: fc.oneof(
    { depthSize: 'small' },
    fc.boolean(),
    fc
      .tuple(fc.constantFrom('<', '<=', '>', '>=', '==', '===', '!=', '!=='), fc.tuple(tie('number'), tie('number')))
      .map(([key, args]) => ({ [key]: args })),
    fc.tuple(fc.constantFrom('!', '!!'), fc.tuple(tie('truth'))).map(([key, args]) => ({ [key]: args })),
    fc.tuple(fc.constantFrom('and', 'or'), fc.array(tie('truth'), { minLength: 1, maxLength: 3 })).map(([key, args]) => ({ [key]: args })),
    fc.constantFrom(
      { missing: ['usage.a', 'usage.c'] },
      { missing_some: [1, ['usage.a', 'usage.c']] },
      { missing_some: [2, ['usage.a', 'usage.c']] },
    ),
    fc.constantFrom(
      { in: ['ab', 'cabs'] },
      { in: [1, { merge: [[1, 2], 3] }] },
      { '==': [{ cat: ['a', 1] }, 'a1'] },
      { '==': [{ substr: ['abcd', 1, 2] }, 'bc'] },
    ),
  ),
}));

test('The logic of rules has the operators that validation accepts, and no other', () => {
  expect([...LOGIC_OPERATORS].toSorted()).toEqual([...RULE_OPERATORS].toSorted());
});

test('Logic computes what json-logic-engine computes, where numbers are exact in both', () => {
  fc.assert(
    fc.property(fc.oneof(logic.number, logic.truth), (each) => {
      expect(ours(each)).toEqual(theirs(each));
    }),
    runs(500),
  );
});

describe('Logic computes as json-logic-engine', () => {
  test.each([
    [{ '-': [5] }],
    [{ '/': [8] }],
    [{ '+': ['1', '2.5'] }],
    [{ '<': [1, 2, 3] }],
    [{ '<': [1, 5, 3] }],
    [{ '==': ['5', 5] }],
    [{ '===': ['5', 5] }],
    [{ if: [false, 1] }],
    [{ if: [0, 1, 0, 2, 3] }],
    [{ substr: ['abcdef', -3] }],
    [{ substr: ['abcdef', 1, -2] }],
    [{ cat: ['a', null, 2] }],
    [{ merge: [1, [2, 3], []] }],
    [{ '/': [1, 0] }],
    [{ '+': ['x', 1] }],
    [{ '*': [] }],
    [{ var: ['usage.none', 7] }],
    [{ '!': [[]] }],
    [{ and: [1, 0, 3] }],
    [{ or: [0, '', 'x'] }],
  ])('%j', (each) => {
    expect(ours(each)).toEqual(theirs(each));
  });
});

describe('Logic computes exactly', () => {
  test.each([
    ['{"+": [0.1, 0.2]}', '0.3'],
    ['{"*": [123456789012345678901234567890, 3]}', '370370367037037036703703703670'],
    ['{"-": [1.5e3, 1E-3]}', '1499.999'],
    ['{"*": [{"/": [1, 3]}, 3]}', '1'],
    ['{"%": [-7.5, 2]}', '-1.5'],
  ])('%s is %s', (text, answer) => {
    expect(runLogic(text, context)).toEqual(read(answer));
  });

  test.each([
    ['a number with an exponent beyond 100', '{"+": [1e101, 1]}'],
    ['an operator that validation does not accept', '{"map": [[1], 2]}'],
    ['two operators in one operation', '{"+": [1], "-": [1]}'],
    ['a comparison with nothing', '{"<": [1]}'],
  ])('fails on %s', (_, text) => {
    expect(() => runLogic(text, context)).toThrow(LogicFault);
  });
});

describe('Dates and durations', () => {
  test.each([
    [{ date: '2026-02-28' }, '2026-02-28'],
    [{ 'date.add': ['2026-01-31', 'P1M'] }, '2026-02-28'],
    [{ 'date.add': ['2028-01-31', { 'duration.of': [1, 'months'] }] }, '2028-02-29'],
    [{ 'date.sub': [{ date: '2026-03-01' }, 'P1D'] }, '2026-02-28'],
    [{ 'duration.of': [2, 'years'] }, 'P24M'],
    [{ 'duration.of': [-3, 'weeks'] }, '-P21D'],
    [{ 'duration.between': ['2026-02-01', '2026-03-01'] }, 'P28D'],
    [{ 'duration.between': ['2026-03-01', '2026-02-01'] }, '-P28D'],
    [{ 'duration.as': [{ 'duration.between': ['2026-11-01', '2026-12-01'] }, 'days'] }, 30],
    [{ 'duration.as': ['P10D', 'weeks'] }, 10 / 7],
    [{ 'duration.as': ['P1Y6M', 'years'] }, 1.5],
    [{ '<': ['2026-02-28', { date: '2026-03-01' }] }, true],
    [{ '==': [{ 'date.add': ['2026-01-01', 'P1M'] }, '2026-02-01'] }, true],
  ])('%j is %j', (logic, answer) => {
    expect(ours(logic)).toEqual(answer);
  });

  test.each([
    ['months in days, which no month has a fixed number of', { 'duration.as': ['P1M', 'days'] }],
    ['a date outside of the calendar', { 'date.add': ['9998-12-31', 'P9999Y'] }],
    ['a date before the calendar', { 'date.sub': ['0001-01-01', 'P1D'] }],
    ['a computed text that is no date', { date: { cat: ['2026-02-', '30'] } }],
    ['a computed unit that is none', { 'duration.of': [1, { cat: ['fort', 'nights'] }] }],
    ['a fraction of a day', { 'duration.of': [{ '/': [1, 2] }, 'days'] }],
    ['a date in arithmetic', { '+': [{ date: '2026-01-01' }, 1] }],
  ])('have no value: %s', (_, logic) => {
    expect(ours(logic)).toBe('FAILED');
  });

  const days = fc.integer({ min: 0, max: 200_000 }).map((count) => addDays(FIRST_DAY, 700_000 + count));
  test('a day and what lies between it and another give the other, in days', () => {
    fc.assert(
      fc.property(days, days, (from, until) => {
        expect(ours({ 'date.add': [from, { 'duration.between': [from, until] }] })).toBe(until);
        expect(ours({ 'date.sub': [until, { 'duration.between': [from, until] }] })).toBe(from);
      }),
      runs(100),
    );
  });

  const anyDay = fc.integer({ min: 0, max: daysBetween(FIRST_DAY, FOREVER) }).map((count) => addDays(FIRST_DAY, count));
  const count = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 99_999 }));
  const durations = fc
    .tuple(fc.constantFrom('', '-'), ...['Y', 'M', 'W', 'D'].map((unit) => fc.option(count).map((n) => (n === null ? '' : `${n}${unit}`))))
    .filter((parts) => parts.slice(1).some((part) => part !== ''))
    .map(([sign, ...parts]) => `${sign}P${parts.join('')}`);
  test('a day and a duration give the day that Temporal gives, and none outside of the calendar', () => {
    fc.assert(
      fc.property(anyDay, durations, fc.constantFrom('add', 'sub'), (from, duration, direction) => {
        const date = Temporal.PlainDate.from(from);
        const shifted = direction === 'add' ? date.add(duration) : date.subtract(duration);
        const isWithin = shifted.year > 0 && Temporal.PlainDate.compare(shifted, FOREVER) <= 0;
        expect(ours({ [`date.${direction}`]: [from, duration] })).toBe(isWithin ? shifted.toString() : 'FAILED');
      }),
      runs(300),
    );
  });

  test('a duration is written as Temporal writes it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -4_000_000, max: 4_000_000 }), fc.constantFrom('months', 'days'), (length, unit) => {
        const expected = length === 0 ? 'P0D' : Temporal.Duration.from({ [unit]: length }).toString();
        expect(ours({ 'duration.of': [length, unit] })).toBe(expected);
      }),
      runs(100),
    );
  });

  const literals = fc.oneof(
    days,
    fc.constantFrom('P1M', '-P3D', 'P1Y2M', 'P', '2026-02-30', 'days', 'years', 'hours', 3, -1, 0.5, null, true),
  );
  test('written out run if and only if validation accepts them, months in days and the ends of the calendar aside', () => {
    const operators = fc.constantFrom(...RULE_OPERATORS.filter((operator) => /^(date|duration)/.test(operator)));
    fc.assert(
      fc.property(operators, fc.array(literals, { minLength: 1, maxLength: 3 }), (operator, args) => {
        const logic = { [operator]: args };
        const { malformed } = logicFaults(JSON.stringify(logic), new Set());
        const isOfMonths = operator === 'duration.as' && /M|Y/.test(String(args[0])) !== /months|years/.test(String(args[1]));
        if (malformed.length > 0) expect(args.length > expectedCount(operator) || ours(logic) === 'FAILED').toBe(true);
        else if (!isOfMonths) expect(ours(logic)).not.toBe('FAILED');
      }),
      runs(1_000),
    );
  });
});

const expectedCount = (operator: string): number => (operator === 'date' ? 1 : 2);
