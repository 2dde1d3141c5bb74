import { FOREVER } from '../../src/domain/day.ts';
import type { Decimal } from '../../src/domain/decimal.ts';
import type { PricingCycleConfig } from '../../src/domain/pricing-cycle.ts';
import type { PricingRule } from '../../src/domain/pricing-rule/pricing-rule.ts';
import type {
  EntitlementOverageRateCard,
  FixedFeeRateCard,
  LicenseRateCard,
  MinimumCommitmentRateCard,
  UsageRateCard,
} from '../../src/domain/rate-card/rate-card.ts';
import { cycleOf, ordinalOf, type RatedCycle, type Served } from '../../src/domain/rating/cycle.ts';
import { type Fraction, fraction, fromDecimal, textOf, total } from '../../src/domain/rating/fraction.ts';
import { countedLicenses } from '../../src/domain/rating/licenses.ts';
import type { Line } from '../../src/domain/rating/lines.ts';
import { type Statement, type StatementInput, statementOf } from '../../src/domain/rating/statement.ts';
import { decimal, fee, license, usage } from './rate-cards.ts';
import { day, MONTHLY, unwrap } from './schedules.ts';

/** A slab as `start after: price`; per unit, unless `per` says otherwise. */
export interface Step {
  readonly after: string;
  readonly rate: string;
  readonly per?: 'FLAT' | 'PER_UNIT' | 'PACKAGE';
  readonly size?: string;
  readonly min?: string;
  readonly max?: string;
}

const optional = (text: string | undefined): Decimal | null => (text === undefined ? null : decimal(text));

/** The rate plan and rates of slabs, in one currency. */
export function ladder(steps: readonly Step[], model: 'TIERED' | 'VOLUME' = 'TIERED', currency = 'USD') {
  const slabs = steps.map(({ after, per = 'PER_UNIT', size }, i) => ({
    order: i + 1,
    startAfter: decimal(after),
    priceType: per,
    packageSize: optional(size),
  }));
  const slabRates = steps.map(({ rate, min, max }, i) => ({
    order: i + 1,
    rate: decimal(rate),
    minimum: optional(min),
    maximum: optional(max),
  }));
  return { ratePlan: { pricingModel: model, slabs }, rateValues: [{ currency, slabRates }] };
}

export const calls = (steps: readonly Step[], other: Partial<UsageRateCard> = {}): UsageRateCard => ({
  ...usage('calls', '0'),
  ...ladder(steps),
  ...other,
});

export const seats = (steps: readonly Step[], other: Partial<LicenseRateCard> = {}): LicenseRateCard => ({
  ...license('seats', [['0', '0']]),
  ...ladder(steps),
  ...other,
});

export const overage = (steps: readonly Step[], other: Partial<EntitlementOverageRateCard> = {}): EntitlementOverageRateCard => ({
  ...usage('overage', '0'),
  ...ladder(steps),
  type: 'ENTITLEMENT_OVERAGE',
  maxQuantity: null,
  recurrence: { interval: 1, offset: 0 },
  ...other,
});

export const platform = (rate: string, other: Partial<FixedFeeRateCard> = {}): FixedFeeRateCard =>
  fee('platform', rate, { feeType: 'RECURRING', ...other });

export const commitment = (rate: string): MinimumCommitmentRateCard => ({
  type: 'MINIMUM_COMMITMENT',
  name: 'commitment',
  displayName: 'Commitment',
  tag: null,
  invoiceTiming: 'IN_ARREARS',
  billableId: null,
  rateValues: [{ currency: 'USD', rate: decimal(rate) }],
});

/** A rule of no timing of its own, and so in arrears. */
export function rule(
  order: number,
  computation: unknown,
  action: Partial<PricingRule['action']> = {},
  other: Partial<PricingRule> = {},
): PricingRule {
  return {
    id: `rule-${order}`,
    name: `rule ${order}`,
    version: 1,
    order,
    invoiceTiming: null,
    condition: null,
    computation: typeof computation === 'string' ? computation : JSON.stringify(computation),
    action: { type: 'ADD', target: null, id: null, description: null, metadata: null, ...action },
    ...other,
  };
}

/** A schedule in force from one day until another, counted from its first. */
export function served(from: string, until: string = FOREVER, config: PricingCycleConfig | null = MONTHLY): Served {
  return { config, period: { start: day(from), end: day(until) }, countsFrom: day(from) };
}

/** The cycle that a day falls in. */
export function cycleAt(schedule: Served, on: string = schedule.period.start): RatedCycle {
  return unwrap(cycleOf(schedule, ordinalOf(schedule, day(on))));
}

/** Licenses as `[day or instant, how many from then on]`. */
export function held(...updates: readonly (readonly [string, string])[]) {
  return countedLicenses(
    updates.map(([from, quantity]) => ({ updateType: 'ABSOLUTE', quantity: decimal(quantity), effectiveFrom: Date.parse(from) })),
  );
}

export type Sample = Partial<Omit<StatementInput, 'usage' | 'overage'>> & {
  readonly usage?: Readonly<Record<string, string>>;
  readonly overage?: Readonly<Record<string, string>>;
};

const quantities = (given: Readonly<Record<string, string>> = {}) =>
  new Map(Object.entries(given).map(([id, quantity]) => [id, fromDecimal(decimal(quantity))]));

/** The statement of November 2026 in USD, unless said otherwise. */
export function stated({ usage: used, overage: above, ...other }: Sample) {
  const cycle = cycleAt(served('2026-11-01'));
  return statementOf({
    ...{ currency: 'USD', cards: [], rules: [], cycle, proration: 'BY_DAYS', licenses: new Map() },
    ...{ usage: quantities(used), overage: quantities(above), ...other },
  });
}

export const statement = (sample: Sample): Statement => unwrap(stated(sample));

/** What a statement shows, a line each: its kind and its amount. */
export const shown = ({ lines }: Statement, ...kinds: readonly Line['kind'][]): readonly string[] =>
  lines.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind)).map(({ kind, amount }) => `${kind} ${amount}`);

/** The nodes whose lines below do not sum to them, exactly or as shown. */
export function unsummed({ lines }: Statement): readonly string[] {
  return lines.flatMap((line) => {
    const below = lines.filter(({ parentId }) => parentId === line.id);
    if (below.length === 0) return [];
    const exact = textOf(total(below.map((each) => each.exact))) === textOf(line.exact);
    const amounts = textOf(total(below.map((each) => read(each.amount)))) === textOf(read(line.amount));
    return exact && amounts ? [] : [line.id];
  });
}

/** A decimal of any length as a fraction, read apart from the domain's own reader. */
export function read(text: string): Fraction {
  const places = text.split('.')[1]?.length ?? 0;
  return fraction(BigInt(text.replace('.', '')), 10n ** BigInt(places));
}
