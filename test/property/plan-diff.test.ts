import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isEmptyDiff, planDiff, type VersionContent } from '../../src/domain/price-plan/diff.ts';
import type { RateCard } from '../../src/domain/rate-card/rate-card.ts';
import { contents } from '../support/random-plans.ts';

type Version = VersionContent<{ readonly card: RateCard }>;
const versions: fc.Arbitrary<Version> = contents.map(({ terms, rateCards, description }) => ({
  ...terms,
  description,
  rateCards: rateCards.map((card) => ({ card })),
}));

/** What a version says, in an order of its own. */
const contentOf = ({ rateCards, pricingRules, currencies, ...terms }: Version) => ({
  ...terms,
  currencies: currencies.toSorted(),
  rateCards: Object.fromEntries(rateCards.map(({ card }) => [card.name, card])),
  pricingRules: Object.fromEntries(pricingRules.map(({ id: _id, version: _version, ...rule }) => [rule.name, rule])),
});

describe('Laws of the difference between two versions', () => {
  test('it is empty exactly when they say the same', () => {
    fc.assert(
      fc.property(versions, versions, fc.boolean(), (a, other, isSame) => {
        const b = isSame ? structuredClone(a) : other;
        expect(isEmptyDiff(planDiff(a, b))).toBe(isDeepStrictEqual(contentOf(a), contentOf(b)));
      }),
    );
  });

  test('what is added one way is removed the other way, and what changes, changes back', () => {
    fc.assert(
      fc.property(versions, versions, (a, b) => {
        const [there, back] = [planDiff(a, b), planDiff(b, a)];
        expect(back.currencies).toEqual({ added: there.currencies.removed, removed: there.currencies.added });
        for (const part of ['rateCards', 'pricingRules'] as const) {
          expect(back[part].added).toEqual(there[part].removed);
          expect(back[part].removed).toEqual(there[part].added);
          expect(new Set(back[part].changed.map(({ name }) => name))).toEqual(new Set(there[part].changed.map(({ name }) => name)));
        }
        const turned = there.terms.map(({ path, before, after }) => ({ path, before: after, after: before }));
        expect(back.terms).toEqual(expect.arrayContaining(turned));
        expect(back.terms).toHaveLength(turned.length);
      }),
    );
  });

  test('every card of either version is added, removed, changed or the same in both', () => {
    fc.assert(
      fc.property(versions, versions, (a, b) => {
        const { added, removed, changed } = planDiff(a, b).rateCards;
        const names = new Set([...a.rateCards, ...b.rateCards].map(({ card }) => card.name));
        const reportedNames = [...added, ...removed].map(({ card }) => card.name).concat(changed.map(({ name }) => name));
        expect(new Set(reportedNames).size).toBe(reportedNames.length);
        const commonNames = [...names].filter((name) => !reportedNames.includes(name));
        for (const name of commonNames) expect(contentOf(a).rateCards[name]).toEqual(contentOf(b).rateCards[name]);
      }),
    );
  });
});
