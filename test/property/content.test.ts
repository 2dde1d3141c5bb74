import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contentEquals, contentText } from '../../src/domain/content-text.ts';
import { addDays, type Day } from '../../src/domain/day.ts';
import { isEmptyDiff, planDiff } from '../../src/domain/price-plan/diff.ts';
import {
  boundaryAfter,
  CYCLE_INTERVALS,
  type CycleInterval,
  cycleContent,
  offsetFaults,
  type PricingCycleConfig,
} from '../../src/domain/pricing-cycle.ts';
import { canonicalLogic } from '../../src/domain/pricing-rule/logic-text.ts';
import { parsePricingRules } from '../../src/domain/pricing-rule/pricing-rule.ts';
import { rateCardSetId, sameCards } from '../../src/domain/rate-card/set.ts';
import { contentOn } from '../../src/domain/schedule/edit.ts';
import { differingParts, isOverridden, type ScheduleContent, sameContent } from '../../src/domain/schedule/schedule.ts';
import { contents, type RandomContent } from '../support/random-plans.ts';
import { day, MONTHLY, planVersion, unwrap } from '../support/schedules.ts';

/** The same value with the entries of every list in another order. */
function shuffled<T>(value: T, random: () => number): T {
  if (Array.isArray(value)) {
    const keyed = value.map((entry) => ({ entry: shuffled(entry, random), key: random() }));
    return keyed.toSorted((a, b) => a.key - b.key).map(({ entry }) => entry) as T;
  }
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([name, field]) => [name, shuffled(field, random)] as const);
  return Object.fromEntries(
    shuffled(
      fields.map((field) => JSON.stringify(field)),
      random,
    ).map((text) => JSON.parse(text)),
  ) as T;
}

/** The same content in another order, and with its rules under other ids. */
const inAnotherOrder = fc.tuple(contents, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true }))).map(([content, numbers]) => {
  const random = (): number => numbers.next().value ?? 0;
  const { rateCards, terms } = content;
  const pricingRules = terms.pricingRules.map((rule) => ({ ...shuffled(rule, random), id: `other-${rule.id}`, version: rule.version + 1 }));
  const other: RandomContent = {
    ...content,
    rateCards: shuffled(rateCards, random),
    terms: { ...terms, currencies: shuffled(terms.currencies, random), pricingRules: pricingRules.toReversed() },
  };
  return [content, other] as const;
});

const IDENTITY = { scheduleId: 's1', countsFrom: day('2026-01-01') };

const versionOf = ({ terms, rateCards }: RandomContent) => planVersion('v', { ...terms, rateCardSetId: rateCardSetId(rateCards) });
const overridesOf = ({ terms: { pricingCycle, currencies, pricingRules }, rateCards }: RandomContent) => ({
  pricingCycle,
  currencies,
  pricingRules,
  rateCardSetId: rateCardSetId(rateCards),
});

describe('The order of lists, the order of fields and the ids of rules say nothing', () => {
  test('to an override, which is none', () => {
    fc.assert(
      fc.property(inAnotherOrder, ([content, other]) => {
        const version = versionOf(content);
        expect(isOverridden(contentOn(version, overridesOf(other), IDENTITY), version)).toBe(false);
      }),
    );
  });

  test('to two schedules of one version, which may become one', () => {
    fc.assert(
      fc.property(inAnotherOrder, ([content, other]) => {
        const version = planVersion('elsewhere', { pricingCycle: null, currencies: [] });
        const [a, b] = [content, other].map((each): ScheduleContent => contentOn(version, overridesOf(each), IDENTITY)) as [
          ScheduleContent,
          ScheduleContent,
        ];
        expect(sameContent(a, b)).toBe(true);
        expect(differingParts(a, b)).toEqual([]);
      }),
    );
  });

  test('to the difference of two versions, which is empty', () => {
    fc.assert(
      fc.property(inAnotherOrder, (both) => {
        const [a, b] = both.map(({ terms, rateCards, description }) => ({
          ...terms,
          description,
          rateCards: rateCards.map((card) => ({ card })),
        }));
        expect(a && b && isEmptyDiff(planDiff(a, b))).toBe(true);
      }),
    );
  });

  test('and everything else does: what differs, differs', () => {
    fc.assert(
      fc.property(contents, contents, (a, b) => {
        const same = contentEquals(a.rateCards, b.rateCards);
        expect(sameCards(rateCardSetId(a.rateCards), rateCardSetId(b.rateCards))).toBe(same);
        const byName = ({ rateCards }: RandomContent) => new Map(rateCards.map((card) => [card.name, contentText(card)]));
        expect(same).toBe(contentText([...byName(a)]) === contentText([...byName(b)]));
      }),
    );
  });
});

describe('Offsets that begin the same cycles are the same, however written', () => {
  const FROM = day('2023-12-25');
  const NUMBERS = Array.from({ length: 31 }, (_, i) => String(i + 1));

  /** Every configuration that an interval allows. */
  const configsOf = (interval: CycleInterval): PricingCycleConfig[] =>
    [...NUMBERS, 'LAST']
      .flatMap((dayOffset) => ['NIL', 'FIRST', 'LAST', ...NUMBERS].map((monthOffset) => ({ ...MONTHLY, interval, dayOffset, monthOffset })))
      .filter((config) => offsetFaults(interval, config).length === 0);

  /** The first days of cycles over two years, one of them a leap year. */
  function boundaries(config: PricingCycleConfig): string {
    const days: Day[] = [];
    for (let at = boundaryAfter(config, FROM); at < addDays(FROM, 800); at = boundaryAfter(config, at)) days.push(at);
    return days.join();
  }

  test.each(CYCLE_INTERVALS)('of a %s cycle', (interval) => {
    const configs = configsOf(interval);
    const [byContent, byBoundaries] = [cycleContent, boundaries].map((key) =>
      Object.values(Object.groupBy(configs, (config) => JSON.stringify(key(config)))),
    );
    expect(byContent).toEqual(byBoundaries);
    for (const [first = null, ...others] of (byContent ?? []).map((group) => group ?? [])) {
      const version = planVersion('v', { pricingCycle: first });
      for (const pricingCycle of others) {
        const content = contentOn(version, { pricingCycle, currencies: null, pricingRules: null, rateCardSetId: null }, IDENTITY);
        expect(isOverridden(content, version)).toBe(false);
        const withoutCards = { ...version, rateCards: [] };
        expect(isEmptyDiff(planDiff(withoutCards, { ...withoutCards, pricingCycle }))).toBe(true);
      }
    }
  });
});

describe('The logic of a rule', () => {
  const rule = (computation: string) => [{ name: 'r', order: 1, computation, action: { type: 'ADD' as const } }];
  const [before] = [unwrap(parsePricingRules(rule('{"+": [1, "a  b"]}'), [], () => 'rule.1'))];
  const versionAfter = (computation: string) => unwrap(parsePricingRules(rule(computation), before, () => 'rule.2'))[0]?.version;

  test.each([
    ['white space between tokens', '{ "+" : [1,\n "a  b"] }'],
    ['an escape for a character', '{"\\u002b": [1, "\\u0061  b"]}'],
    ['places of a number', '{"+": [1.0, "a  b"]}'],
    ['an exponent', '{"+": [10e-1, "a  b"]}'],
  ])('says the same with %s', (_title, computation) => {
    expect(versionAfter(computation)).toBe(1);
  });

  test.each([
    '{"+": [1, "a b"]}',
    '{"+": [[1, "a  b"]]}',
    '{"+": [1.00000000000000000001, "a  b"]}',
    '{"+": ["1", "a  b"]}',
    '{"-": [1, "a  b"]}',
    '{"+": [-1, "a  b"]}',
  ])('says something else as %s', (computation) => {
    expect(versionAfter(computation)).toBe(2);
  });

  test('says the same with one operand as with a list of it, wherever it stands, and something else with a list of that list', () => {
    const [bare, listed, twice] = ['{"!":{"var":"a"}}', '{"!":[{"var":["a"]}]}', '{"!":[{"var":[["a"]]}]}'].map(canonicalLogic);
    expect(bare).toBe(listed);
    expect(bare).not.toBe(twice);
  });

  test('has one spelling for all texts of one JSON value, and another for any other value', () => {
    const spelled = (value: unknown): string => canonicalLogic(JSON.stringify(value));
    const escaped = (text: string) =>
      `"${Array.from({ length: text.length }, (_, i) => `\\u${text.charCodeAt(i).toString(16).padStart(4, '0')}`).join('')}"`;
    /** The operand of each operation as a list. */
    const withLists = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(withLists);
      if (typeof value !== 'object' || value === null) return value;
      const entries = Object.entries(value).map(([name, inner]) => [name, withLists(inner)]);
      return Object.fromEntries(entries.map(([name, inner]) => [name, entries.length === 1 && !Array.isArray(inner) ? [inner] : inner]));
    };
    const json = fc.jsonValue({ noUnicodeString: false });
    fc.assert(
      fc.property(json, json, (a, b) => {
        expect(spelled(a)).toBe(canonicalLogic(JSON.stringify(a, null, 2)));
        expect(JSON.parse(spelled(a))).toEqual(JSON.parse(JSON.stringify(withLists(a))));
        if (typeof a === 'string') expect(spelled(a)).toBe(canonicalLogic(escaped(a)));
        expect(spelled(a) === spelled(b)).toBe(JSON.stringify(withLists(a)) === JSON.stringify(withLists(b)));
      }),
    );
  });

  test('tells numbers apart by their exact values, however large', () => {
    const numbers = ['9007199254740992', '9007199254740993', '1e400', '1e401', '1e-400', '1e99999999999', '1e99999999998', '-0.1', '0.1'];
    expect(new Set(numbers.map(canonicalLogic)).size).toBe(numbers.length);
    expect(canonicalLogic('-0.00')).toBe(canonicalLogic('0'));
    expect(canonicalLogic('12e399')).toBe(canonicalLogic('1.20E+400'));
  });
});
