import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/domain/day.ts';
import type { RateCard } from '../../src/domain/rate-card/rate-card.ts';
import { cycleOf, ordinalOf } from '../../src/domain/rating/cycle.ts';
import {
  add,
  type Fraction,
  fraction,
  fromDecimal,
  greatest,
  isNought,
  multiply,
  NOUGHT,
  negate,
  order,
  subtract,
  textOf,
  total,
  whole,
} from '../../src/domain/rating/fraction.ts';
import { constantLicenses } from '../../src/domain/rating/licenses.ts';
import { pricerOf } from '../../src/domain/rating/slabs.ts';
import { type Statement, type StatementInput, statementOf } from '../../src/domain/rating/statement.ts';
import { inputOf, randomCase } from '../support/random-statements.ts';
import { decimal } from '../support/rate-cards.ts';
import { cycleAt, ladder, platform, read, rule, seats, served, statement, unsummed } from '../support/rating.ts';
import { equal, type ModelCase, modelled, type Q } from '../support/rating-model.ts';
import { runs } from '../support/runs.ts';
import { day, MONTHLY, unwrap } from '../support/schedules.ts';

const exact = ({ lines }: Statement): Fraction => lines[0]?.exact ?? NOUGHT;
const asQ = ({ numerator, denominator }: Fraction): Q => [numerator, denominator];
const one = ({ lines }: Statement, kind: string): Fraction => lines.find((line) => line.kind === kind)?.exact ?? NOUGHT;

/** Holds for the statement of every random case whose schedule has the cycle. */
function always(holds: (statement: Statement, input: StatementInput, given: ModelCase) => void, count = 100): void {
  fc.assert(
    fc.property(randomCase, (given) => {
      const input = inputOf(given);
      if (input) holds(unwrap(statementOf(input)), input, given);
    }),
    runs(count),
  );
}

test('A statement costs what an independent model says, card by card and in all', () => {
  fc.assert(
    fc.property(randomCase, (given) => {
      const [input, answer] = [inputOf(given), modelled(given)];
      expect(input === null).toBe(answer === null);
      if (!input || !answer) return;
      const priced = unwrap(statementOf(input));
      for (const [i, cost] of answer.cards.entries()) {
        const line = priced.lines.find(({ kind, card }) => kind === 'CARD' && card?.name === `card-${i}`);
        expect(equal(asQ(line?.exact ?? NOUGHT), cost), `card-${i}: ${textOf(line?.exact ?? NOUGHT)}, not ${cost.join('/')}`).toBe(true);
      }
      expect(equal(asQ(exact(priced)), answer.total)).toBe(true);
    }),
    runs(300),
  );
});

describe('Laws of statements', () => {
  test('lines sum to their parent at every node, exactly and as shown', () => {
    always((priced) => expect(unsummed(priced)).toEqual([]));
  });

  test('what is shown is at most half a cent from the exact total, and less than a cent below it', () => {
    always(({ lines }) => {
      for (const { depth, exact: value, amount } of lines) {
        const off = subtract(read(amount), value);
        const distance = greatest(off, negate(off));
        expect(depth === 0 ? order(distance, fraction(1n, 200n)) <= 0 : order(distance, fraction(1n, 100n)) < 0).toBe(true);
        if (isNought(value)) expect(amount).toBe('0');
      }
    });
  });

  test('a plan whose rates, limits and commitment are 0 costs nothing, whatever the quantities', () => {
    always((_, input) => {
      const priced = unwrap(statementOf({ ...input, cards: input.cards.map((card) => timesRates(card, 0)), rules: [] }));
      expect(exact(priced)).toEqual(NOUGHT);
    });
  });

  test('all rates, limits and the commitment times three: the total times three, where there are no rules', () => {
    always((_, input) => {
      const [once, thrice] = [1, 3].map((factor) =>
        unwrap(statementOf({ ...input, rules: [], cards: input.cards.map((card) => timesRates(card, factor)) })),
      );
      if (once && thrice) expect(exact(thrice)).toEqual(multiply(exact(once), whole(3)));
    });
  });

  test("another currency's rates change nothing", () => {
    always((priced, input) => {
      const more = unwrap(statementOf({ ...input, cards: input.cards.map(withEuros) }));
      expect(more.lines.map(({ id, exact: value, amount }) => [id, value, amount])).toEqual(
        priced.lines.map(({ id, exact: value, amount }) => [id, value, amount]),
      );
    });
  });

  test('the order of rate cards changes nothing but the order of lines', () => {
    always((priced, input) => {
      const turned = unwrap(statementOf({ ...input, cards: input.cards.toReversed() }));
      const amounts = ({ lines }: Statement) => lines.map(({ id, exact: value }) => `${id} ${textOf(value)}`).toSorted();
      expect(amounts(turned)).toEqual(amounts(priced));
    });
  });

  test('with the commitment, the cards come to at least it; the true-up is 0 just where they do alone', () => {
    always((priced, _, { commitment }) => {
      if (commitment === null) return;
      const [cards, trueUp, committed] = [one(priced, 'CARDS'), one(priced, 'TRUE_UP'), fraction(BigInt(commitment), 100n)];
      expect(order(add(cards, trueUp), committed)).toBeGreaterThanOrEqual(0);
      expect(isNought(trueUp)).toBe(order(cards, committed) >= 0);
    });
  });

  test('a rule whose condition is false changes nothing', () => {
    always((_, input) => {
      const never = { ...rule(99, 7), condition: 'false' };
      expect(exact(unwrap(statementOf({ ...input, rules: [...input.rules, never] })))).toEqual(exact(unwrap(statementOf(input))));
    });
  });

  test('what the trace says that rules add is what they add, except to the true-up', () => {
    always((priced, input) => {
      const plain = unwrap(statementOf({ ...input, rules: [] }));
      const added = total(priced.trace.map(({ difference }) => difference));
      const without = (statement: Statement) => subtract(exact(statement), one(statement, 'TRUE_UP'));
      expect(without(priced)).toEqual(add(without(plain), added));
    });
  });

  test('rules that read and write nothing of each other commute', () => {
    const cards = [platform('10', { name: 'a' }), platform('20', { name: 'b' })];
    const update = (at: number, name: string, factor: number) =>
      rule(
        at,
        { '*': [{ var: `revenue.ff.${name}` }, factor] },
        { type: 'UPDATE', target: `revenue.ff.${name}` },
        { invoiceTiming: 'IN_ADVANCE' },
      );
    fc.assert(
      fc.property(fc.nat(9), fc.nat(9), (a, b) => {
        const [one, other] = [
          [update(1, 'a', a), update(2, 'b', b)],
          [update(2, 'a', a), update(1, 'b', b)],
        ].map((rules) => statement({ cards, rules }).total);
        expect(one).toBe(other);
      }),
    );
  });

  test('a rate card without a rate in the currency is refused by its name, or is not due and costs nothing', () => {
    always((_statement, input) => {
      for (const [i, card] of input.cards.entries()) {
        if (card.type === 'MINIMUM_COMMITMENT') continue;
        const rateless: RateCard = card.type === 'CREDIT_GRANT' ? { ...card, creditRates: [] } : { ...card, rateValues: [] };
        const result = statementOf({ ...input, cards: input.cards.with(i, rateless) });
        if (result.ok) expect(result.value.notDue.map((each) => each.card.name)).toContain(card.name);
        else expect(result.refusals.map(({ code, path }) => [code, ...path])).toContainEqual(['RATES_INVALID', 'rateCards', card.name]);
      }
    }, 30);
  });

  test('a rule that computes no number is refused by its name, and there is no total', () => {
    always((_statement, input) => {
      const broken = rule(9_999, { '/': [1, 0] }, {}, { name: 'broken' });
      const result = statementOf({ ...input, rules: [...input.rules, broken] });
      const isOnce = input.cycle.schedule.config === null;
      expect(result.ok ? 'priced' : result.refusals.map(({ code, path }) => [code, ...path])).toEqual(
        isOnce ? 'priced' : [['RULE_FAILED', 'pricingRules', 'broken']],
      );
    }, 30);
  });

  test('a negative quantity is refused, whatever else there is', () => {
    always((_, input) => {
      expect(statementOf({ ...input, usage: new Map([...input.usage, ['card-0', fraction(-1n, 100n)]]) }).ok).toBe(false);
    }, 20);
  });
});

describe('Laws of proration', () => {
  const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 29 }), { maxLength: 5 }).map((days) => [0, ...days.toSorted((a, b) => a - b), 30]);
  const pieces = (edges: readonly number[]) =>
    edges.slice(1).map((end, i) => cycleAt(served(addDays(day('2026-11-01'), edges[i] ?? 0), addDays(day('2026-11-01'), end))));

  test('however a cycle is cut, a prorated fee and a constant license sum to the whole', () => {
    fc.assert(
      fc.property(cuts, fc.integer({ min: 1, max: 100_000 }), fc.boolean(), (edges, cents, inAdvance) => {
        const rate = decimal(`${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`);
        const invoiceTiming = inAdvance ? 'IN_ADVANCE' : 'IN_ARREARS';
        const cards = [
          platform(rate, { enableProration: true, invoiceTiming }),
          seats([{ after: '0', rate }], { enableProration: true, invoiceTiming }),
        ];
        const licenses = new Map([['item-of-seats', constantLicenses(whole(7))]]);
        const parts = pieces(edges).map((cycle) => exact(statement({ cards, licenses, cycle })));
        expect(total(parts)).toEqual(multiply(fromDecimal(rate), whole(8)));
      }),
    );
  });

  test('however a schedule is cut, a group of cycles is charged once, or in shares that sum to the whole', () => {
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 364 }), { maxLength: 5 }).map((at) => at.toSorted((a, b) => a - b));
    fc.assert(
      fc.property(days, fc.constantFrom(2, 3, 4, 6), fc.boolean(), fc.boolean(), (cuts, interval, enableProration, inAdvance) => {
        const invoiceTiming = inAdvance ? 'IN_ADVANCE' : 'IN_ARREARS';
        const card = platform('9', { enableProration, invoiceTiming, recurrence: { interval, offset: 0 } });
        const edges = [0, ...cuts, 365].map((at) => addDays(day('2026-01-01'), at));
        const periods = edges.slice(1).map((end, i) => ({ start: edges[i] ?? end, end }));
        const charged = periods.flatMap((period) => {
          const siblings = periods.filter((other) => other !== period).map((other) => ({ period: other, cards: [card] }));
          const schedule = { config: MONTHLY, period, countsFrom: day('2026-01-01'), siblings };
          const [first, last] = [ordinalOf(schedule, period.start), ordinalOf(schedule, addDays(period.end, -1))];
          return Array.from({ length: last - first + 1 }, (_, i) => {
            return exact(statement({ cards: [card], cycle: unwrap(cycleOf(schedule, first + i)) }));
          });
        });
        expect(total(charged)).toEqual(whole((9 * 12) / interval));
        if (!enableProration) expect(charged.filter(({ numerator }) => numerator !== 0n)).toHaveLength(12 / interval);
      }),
      runs(60),
    );
  });

  test('a license that is constant over a whole cycle costs the same prorated and not prorated', () => {
    fc.assert(
      fc.property(fc.nat(5_000), fc.boolean(), (quantity, inAdvance) => {
        const steps = [
          { after: '0', rate: '3', min: '20' },
          { after: '100', rate: '2' },
        ];
        const price = (enableProration: boolean) =>
          exact(
            statement({
              cards: [seats(steps, { enableProration, invoiceTiming: inAdvance ? 'IN_ADVANCE' : 'IN_ARREARS' })],
              licenses: new Map([['item-of-seats', constantLicenses(whole(quantity))]]),
            }),
          );
        expect(price(true)).toEqual(price(false));
      }),
    );
  });

  test('over any interval of cycles past the offset there is exactly one charge', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.nat(4), fc.nat(6), fc.boolean(), (interval, offset, skip, inAdvance) => {
        const card = platform('9', { recurrence: { interval, offset }, invoiceTiming: inAdvance ? 'IN_ADVANCE' : 'IN_ARREARS' });
        const schedule = served('2026-01-01');
        const months = Array.from(
          { length: interval },
          (_, i) => `${2026 + Math.floor((offset + skip + i) / 12)}-${String(((offset + skip + i) % 12) + 1).padStart(2, '0')}-01`,
        );
        expect(total(months.map((on) => exact(statement({ cards: [card], cycle: cycleAt(schedule, on) }))))).toEqual(whole(9));
      }),
    );
  });
});

describe('Laws of slabs', () => {
  const quantity = fc.integer({ min: 0, max: 40_000 }).map((cents) => fraction(BigInt(cents), 100n));
  const price = (steps: Parameters<typeof ladder>[0], model: 'TIERED' | 'VOLUME', units: Fraction) => {
    const { ratePlan, rateValues } = ladder(steps, model);
    return pricerOf(ratePlan, rateValues[0]?.slabRates ?? [])(units).amount;
  };

  test('a slab split into two of the same price changes nothing, in both models', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('TIERED' as const, 'VOLUME' as const),
        fc.integer({ min: 1, max: 99 }),
        quantity,
        (model, split, units) => {
          const plain = [
            { after: '0', rate: '3' },
            { after: '100', rate: '2' },
          ];
          const [first, ...rest] = plain;
          if (!first) return;
          expect(price([first, { after: String(split), rate: '3' }, ...rest], model, units)).toEqual(price(plain, model, units));
        },
      ),
    );
  });

  test('tiered, the price of a + b is that of a and of the units from a to a + b', () => {
    fc.assert(
      fc.property(quantity, quantity, (a, b) => {
        const steps = [
          { after: '0', rate: '3' },
          { after: '100', rate: '2' },
          { after: '250', rate: '0.5' },
        ];
        const between = price(steps, 'TIERED', add(a, b));
        const units = (from: Fraction, to: Fraction) =>
          steps.reduce((sum, { after, rate }, i) => {
            const [low, high] = [read(after), read(steps[i + 1]?.after ?? '1000000')];
            const inside = subtract(order(to, high) < 0 ? to : high, greatest(from, low));
            return order(inside, NOUGHT) > 0 ? add(sum, multiply(inside, read(rate))) : sum;
          }, NOUGHT);
        expect(between).toEqual(add(price(steps, 'TIERED', a), units(a, add(a, b))));
      }),
    );
  });
});

/** The card with all of its rates and limits times a factor. */
function timesRates(card: RateCard, factor: number): RateCard {
  const scale = (value: string) => decimal(textOf(multiply(read(value), whole(factor))));
  const maybe = (value: string | null) => (value === null ? null : scale(value));
  if (card.type === 'CREDIT_GRANT') throw new Error('Random plans grant no credits.');
  if (card.type === 'FIXED_FEE' || card.type === 'MINIMUM_COMMITMENT') {
    return { ...card, rateValues: card.rateValues.map((value) => ({ ...value, rate: scale(value.rate) })) } as RateCard;
  }
  return {
    ...card,
    rateValues: card.rateValues.map(({ rateConfig, ...value }) => ({
      ...value,
      slabRates: value.slabRates.map((each) => ({
        ...each,
        rate: scale(each.rate),
        minimum: maybe(each.minimum),
        maximum: maybe(each.maximum),
      })),
      ...(rateConfig ? { rateConfig: { minimumRate: maybe(rateConfig.minimumRate), maximumRate: maybe(rateConfig.maximumRate) } } : {}),
    })),
  };
}

function withEuros(card: RateCard): RateCard {
  if (card.type === 'CREDIT_GRANT') return card;
  const [first] = card.rateValues;
  return first ? ({ ...card, rateValues: [{ ...first, currency: 'EUR' }, ...card.rateValues] } as RateCard) : card;
}
