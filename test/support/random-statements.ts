import fc from 'fast-check';
import { type Day, FOREVER } from '../../src/domain/day.ts';
import type { Decimal } from '../../src/domain/decimal.ts';
import type { PricingRule } from '../../src/domain/pricing-rule/pricing-rule.ts';
import type { RateCard } from '../../src/domain/rate-card/rate-card.ts';
import { cycleOf } from '../../src/domain/rating/cycle.ts';
import { fraction } from '../../src/domain/rating/fraction.ts';
import { countedLicenses, type Licenses } from '../../src/domain/rating/licenses.ts';
import type { StatementInput } from '../../src/domain/rating/statement.ts';
import { decimal, entitlement } from './rate-cards.ts';
import { calls, commitment, ladder, overage, platform, rule, seats } from './rating.ts';
import type { ModelCard, ModelCase, ModelRule, Slabs } from './rating-model.ts';
import { MONTHLY } from './schedules.ts';

/** The day on which random schedules begin at the earliest: 2026-01-01, counted from 1970. */
const EPOCH = 20_454;

const amounts = fc.integer({ min: 0, max: 50_000 });
const limit = fc.option(fc.integer({ min: 0, max: 9_000 }), { freq: 4 });
const limits = fc.tuple(limit, limit).map(([min, max]) => ({ min, max: min !== null && max !== null ? Math.max(min, max) : max }));

export const randomSlabs: fc.Arbitrary<Slabs> = fc
  .tuple(
    fc.constantFrom('TIERED' as const, 'VOLUME' as const),
    fc.array(
      fc.record({
        step: fc.integer({ min: 1, max: 20_000 }),
        per: fc.constantFrom('FLAT' as const, 'PER_UNIT' as const, 'PACKAGE' as const),
        size: fc.integer({ min: 1, max: 3_000 }),
        rate: fc.integer({ min: 0, max: 500 }),
        limits,
      }),
      { minLength: 1, maxLength: 4 },
    ),
    limits,
  )
  .map(([model, steps, card]) => {
    let start = 0;
    const slabs = steps.map(({ step, limits: own, ...slab }, i) => {
      start = i === 0 ? 0 : start + step;
      return { ...slab, ...own, start };
    });
    return { model, steps: slabs, ...card };
  });

const recurs = { interval: fc.integer({ min: 1, max: 4 }), offset: fc.integer({ min: 0, max: 3 }), inAdvance: fc.boolean() };

const cards: fc.Arbitrary<ModelCard> = fc.oneof(
  fc.record({ type: fc.constant('FEE' as const), rate: amounts, once: fc.boolean(), prorated: fc.boolean(), ...recurs }),
  fc.record({ type: fc.constant('USAGE' as const), slabs: randomSlabs, quantity: amounts }),
  fc.record({
    type: fc.constant('OVERAGE' as const),
    slabs: randomSlabs,
    quantity: amounts,
    most: fc.option(amounts),
    ...recurs,
    inAdvance: fc.constant(false),
  }),
  fc.record({ type: fc.constant('ENTITLEMENT' as const), slabs: randomSlabs, ...recurs }),
  fc.record({
    type: fc.constant('LICENSE' as const),
    slabs: randomSlabs,
    inAdvance: fc.boolean(),
    prorated: fc.boolean(),
    weekly: fc.boolean(),
    refund: fc.constantFrom('NONE' as const, 'PAYMENT' as const, 'CREDITS' as const, null),
    held: fc.uniqueArray(fc.tuple(fc.integer({ min: EPOCH * 2 - 40, max: EPOCH * 2 + 500 }), amounts), {
      selector: ([half]) => half,
      maxLength: 6,
    }),
  }),
);

const rules = (count: number): fc.Arbitrary<readonly ModelRule[]> =>
  fc.array(
    fc.oneof(
      fc.record({ type: fc.constant('ADD_SHARE' as const), percent: fc.integer({ min: -100, max: 100 }), inAdvance: fc.boolean() }),
      fc.record({ type: fc.constant('DISCOUNT_CARD' as const), card: fc.nat(count - 1), percent: fc.integer({ min: 0, max: 200 }) }),
      fc.record({ type: fc.constant('FREE_UNITS' as const), card: fc.nat(count - 1), units: amounts, above: amounts }),
    ),
    { maxLength: 4 },
  );

/** Plans of up to six cards, a schedule that begins in the first half of 2026, and one of its first eight cycles. */
export const randomCase: fc.Arbitrary<ModelCase> = fc
  .array(cards, { minLength: 1, maxLength: 6 })
  .chain((list) =>
    fc.record({
      dayOffset: fc.integer({ min: 1, max: 31 }),
      from: fc.integer({ min: EPOCH, max: EPOCH + 180 }),
      length: fc.option(fc.integer({ min: 1, max: 200 })),
      ordinal: fc.integer({ min: 1, max: 8 }),
      isProrated: fc.boolean(),
      cards: fc.constant(list),
      commitment: fc.option(amounts),
      rules: rules(list.length),
    }),
  )
  .map(({ length, ...rest }) => ({ ...rest, until: length === null ? null : rest.from + length }));

const hundredths = (value: number): Decimal => decimal((value / 100).toFixed(2));
const dayText = (day: number): Day => new Date(day * 86_400_000).toISOString().slice(0, 10) as Day;
const nameOf = (index: number) => `card-${index}`;

function ladderOf({ model, steps, min, max }: Slabs) {
  const plan = ladder(
    steps.map((step) => ({
      after: hundredths(step.start),
      rate: hundredths(step.rate),
      per: step.per,
      ...(step.per === 'PACKAGE' ? { size: hundredths(step.size) } : {}),
      ...(step.min === null ? {} : { min: hundredths(step.min) }),
      ...(step.max === null ? {} : { max: hundredths(step.max) }),
    })),
    model,
  );
  if (min === null && max === null) return plan;
  const rateConfig = { minimumRate: min === null ? null : hundredths(min), maximumRate: max === null ? null : hundredths(max) };
  return { ...plan, rateValues: plan.rateValues.map((value) => ({ ...value, rateConfig })) };
}

function cardOf(card: ModelCard, index: number): RateCard {
  const name = nameOf(index);
  const common = { name, displayName: name, billableId: name };
  const timing = 'inAdvance' in card && card.inAdvance ? 'IN_ADVANCE' : 'IN_ARREARS';
  switch (card.type) {
    case 'FEE': {
      const { interval, offset } = card;
      const feeType = card.once ? 'ONE_TIME' : 'RECURRING';
      return {
        ...platform(hundredths(card.rate)),
        ...common,
        feeType,
        invoiceTiming: timing,
        enableProration: card.prorated,
        recurrence: { interval, offset },
      };
    }
    case 'USAGE':
      return { ...calls([]), ...ladderOf(card.slabs), ...common };
    case 'OVERAGE': {
      const { interval, offset, most } = card;
      return {
        ...overage([]),
        ...ladderOf(card.slabs),
        ...common,
        maxQuantity: most === null ? null : hundredths(most),
        recurrence: { interval, offset },
      };
    }
    case 'ENTITLEMENT': {
      const { interval, offset } = card;
      return { ...entitlement(name, '0'), ...ladderOf(card.slabs), ...common, invoiceTiming: timing, recurrence: { interval, offset } };
    }
    case 'LICENSE':
      return {
        ...seats([]),
        ...ladderOf(card.slabs),
        ...common,
        ...{
          invoiceTiming: timing,
          enableProration: card.prorated,
          usageCycle: card.weekly ? 'WEEKLY' : null,
          proratedRefundMode: card.refund,
        },
      };
  }
}

const KEYS = { FEE: 'ff', USAGE: 'urc', OVERAGE: 'eo', ENTITLEMENT: 'be', LICENSE: 'lic' } as const;

function ruleOf(given: ModelRule, index: number, list: readonly ModelCard[]): PricingRule {
  const order = index + 1;
  if (given.type === 'ADD_SHARE') {
    const share = (given.percent / 100).toFixed(2);
    const computation = `{"*": [{"var": "revenue.rate_card_total"}, ${share}]}`;
    return rule(order, computation, {}, { invoiceTiming: given.inAdvance ? 'IN_ADVANCE' : 'IN_ARREARS' });
  }
  const card = list[given.card];
  const target = card ? `${KEYS[card.type]}.${nameOf(given.card)}` : '';
  const invoiceTiming = card && 'inAdvance' in card && card.inAdvance ? 'IN_ADVANCE' : 'IN_ARREARS';
  if (given.type === 'DISCOUNT_CARD') {
    const computation = `{"*": [{"var": "revenue.${target}"}, ${(given.percent / 100).toFixed(2)}]}`;
    return rule(order, computation, { type: 'UPDATE', target: `revenue.${target}` }, { invoiceTiming });
  }
  const [units, above] = [hundredths(given.units), hundredths(given.above)];
  const isUsage = card?.type === 'USAGE';
  const condition = isUsage ? `{">": [{"var": "usage.${target}"}, ${above}]}` : 'false';
  const computation = `{"max": [0, {"-": [{"var": "usage.${target}"}, ${units}]}]}`;
  return rule(order, computation, { type: 'UPDATE', target: `usage.${target}` }, { invoiceTiming, condition });
}

/** The input of a statement that a case of the model describes; null where the schedule has no such cycle. */
export function inputOf(given: ModelCase): StatementInput | null {
  const period = { start: dayText(given.from), end: given.until === null ? FOREVER : dayText(given.until) };
  const config = { ...MONTHLY, dayOffset: String(given.dayOffset) };
  const cycle = cycleOf({ config, period, countsFrom: period.start }, given.ordinal);
  if (!cycle.ok) return null;
  const list = given.cards.map(cardOf);
  const quantities = (type: 'USAGE' | 'OVERAGE') =>
    new Map(given.cards.flatMap((card, i) => (card.type === type ? [[nameOf(i), fraction(BigInt(card.quantity), 100n)] as const] : [])));
  return {
    currency: 'USD',
    cards: given.commitment === null ? list : [...list, commitment(hundredths(given.commitment))],
    rules: given.rules.map((each, i) => ruleOf(each, i, given.cards)),
    cycle: cycle.value,
    proration: given.isProrated ? 'BY_DAYS' : 'NONE',
    usage: quantities('USAGE'),
    overage: quantities('OVERAGE'),
    licenses: new Map(given.cards.flatMap((card, i) => (card.type === 'LICENSE' ? [[nameOf(i), licensesOf(card)] as const] : []))),
  };
}

function licensesOf({ held }: Extract<ModelCard, { type: 'LICENSE' }>): Licenses {
  return countedLicenses(
    held.map(([half, quantity]) => ({ updateType: 'ABSOLUTE', quantity: hundredths(quantity), effectiveFrom: half * 43_200_000 })),
  );
}
