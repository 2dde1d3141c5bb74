import type { BillableItem } from '../../domain/billable-item.ts';
import type { Day } from '../../domain/day.ts';
import type { Decimal } from '../../domain/decimal.ts';
import { calculate, type GivenQuantity, itemFaults, parseQuantities, requireFew } from '../../domain/rating/calculator.ts';
import { type Fraction, fromDecimal } from '../../domain/rating/fraction.ts';
import { constantLicenses } from '../../domain/rating/licenses.ts';
import { quantityFaults } from '../../domain/rating/quantities.ts';
import type { Statement } from '../../domain/rating/statement.ts';
import { all, mapPaths, ok, okUnless, type Result, renamePaths, withPath } from '../../domain/result.ts';
import { batchOf } from '../../store/batch.ts';
import { billableItemsById } from '../../store/billable-items.ts';
import { planAt } from '../../store/rating.ts';
import type { Context } from '../context.ts';
import { type PricedCycle, planCycle, withTermsPath } from './terms.ts';

/** Maximum points of a curve. */
export const MAX_POINTS = 100;

type Maybe<T> = T | null | undefined;

export interface ComparePricePlanVersionsInput {
  readonly pricePlanId: string;
  readonly fromVersion: number;
  readonly toVersion: number;
  readonly currency: string;
  readonly usage?: Maybe<readonly GivenQuantity[]>;
  readonly licenses?: Maybe<readonly { readonly licenseId: string; readonly quantity: Decimal }[]>;
  readonly curve?: Maybe<{ readonly billableId: string; readonly quantities: readonly Decimal[] }>;
  readonly effectiveOn?: Maybe<Day>;
  readonly pricingCycleOrdinal?: Maybe<number>;
}

/** What a cycle costs under two versions. */
interface ComparedStatements {
  readonly from: Statement;
  readonly to: Statement;
}

/** The same at a quantity of one item. */
export interface ComparisonPoint extends ComparedStatements {
  readonly quantity: Decimal;
}

export interface Comparison extends ComparedStatements {
  /** In the order of the input. */
  readonly points: readonly ComparisonPoint[];
}

/**
 * What the same usage and licenses cost under two versions of a plan, each by the calculation of `calculateRevenue`, and what they cost at each
 * quantity of a curve. One D1 call. Refuses as `calculateRevenue` does, with paths into this input.
 */
export async function comparePricePlanVersions(context: Context, input: ComparePricePlanVersionsInput): Promise<Result<Comparison>> {
  const few = requireFewEntries(input);
  if (!few.ok) return few;
  const loaded = await load(context, input);
  const from = versionCycle(input, loaded.from, 'fromVersion', context.today);
  if (!from.ok) return from;
  const to = versionCycle(input, loaded.to, 'toVersion', context.today);
  if (!to.ok) return to;
  const { items } = loaded;
  const quantities = quantitiesOf(input, items);
  if (!quantities.ok) return quantities;
  const curve = input.curve?.quantities ?? [];
  const affordable = context.cardCycles.spend((from.value.terms.cards.length + to.value.terms.cards.length) * (1 + curve.length));
  if (!affordable.ok) return affordable;
  const compare = (at: Quantities): Result<ComparedStatements> => {
    const before = withTermsPath(statementAt(from.value, input.currency, at, items), 'fromVersion', 'currency');
    if (!before.ok) return before;
    const after = withTermsPath(statementAt(to.value, input.currency, at, items), 'toVersion', 'currency');
    return after.ok ? ok({ from: before.value, to: after.value }) : after;
  };
  const assumed = compare(quantities.value);
  if (!assumed.ok) return assumed;
  const points = all(
    curve.map((quantity) => {
      const point = compare(new Map([...quantities.value, [input.curve?.billableId ?? '', fromDecimal(quantity)]]));
      return point.ok ? ok({ quantity, ...point.value }) : point;
    }),
  );
  return points.ok ? ok({ ...assumed.value, points: points.value }) : points;
}

/** By the ids of items, of whatever kind. */
type Quantities = ReadonlyMap<string, Fraction>;
type Items = ReadonlyMap<string, BillableItem>;

function requireFewEntries({ usage, licenses, curve }: ComparePricePlanVersionsInput): Result<unknown> {
  return all([
    withPath(requireFew(usage ?? []), 'usage'),
    withPath(requireFew(licenses ?? []), 'licenses'),
    withPath(requireFew(curve?.quantities ?? [], MAX_POINTS), 'curve', 'quantities'),
  ]);
}

async function load({ store }: Context, { pricePlanId, fromVersion, toVersion, usage, licenses, curve }: ComparePricePlanVersionsInput) {
  const ids = new Set([
    ...(usage ?? []).map(({ billableId }) => billableId),
    ...(licenses ?? []).map(({ licenseId }) => licenseId),
    ...(curve ? [curve.billableId] : []),
  ]);
  const { items = [], ...versions } = await batchOf(store, {
    from: planAt(store, pricePlanId, { version: fromVersion }),
    to: planAt(store, pricePlanId, { version: toVersion }),
    items: ids.size > 0 ? billableItemsById(store, [...ids]) : null,
  });
  return { ...versions, items: new Map<string, BillableItem>(items.map((item) => [item.id, item])) };
}

function versionCycle(
  { pricePlanId, effectiveOn, pricingCycleOrdinal, ...versions }: ComparePricePlanVersionsInput,
  plan: Parameters<typeof planCycle>[1],
  field: 'fromVersion' | 'toVersion',
  today: Day,
): Result<PricedCycle> {
  const cycle = planCycle({ pricePlanId, effectiveOn, pricingCycleOrdinal, version: versions[field] }, plan, today);
  return renamePaths(cycle, { version: [field] });
}

function quantitiesOf({ usage, licenses, curve }: ComparePricePlanVersionsInput, items: Items): Result<Quantities> {
  const used = withPath(parseQuantities(usage ?? [], 'measured', items), 'usage');
  if (!used.ok) return used;
  const given = (licenses ?? []).map(({ licenseId, quantity }) => ({ billableId: licenseId, quantity }));
  const held = mapPaths(parseQuantities(given, 'license', items), (path) => [
    'licenses',
    ...path.map((part) => (part === 'billableId' ? 'licenseId' : part)),
  ]);
  if (!held.ok) return held;
  const faults = curve
    ? [
        ...itemFaults(curve.billableId, 'any', items).map((fault) => ({ ...fault, path: ['curve', 'billableId'] })),
        ...curve.quantities.flatMap((quantity, i) => quantityFaults(quantity, { canFall: false }, ['curve', 'quantities', i])),
      ]
    : [];
  return okUnless(faults, new Map([...used.value, ...held.value]));
}

/** The statement of a version at quantities, each by the kind of its item. */
function statementAt({ terms, cycle }: PricedCycle, currency: string, quantities: Quantities, items: Items): Result<Statement> {
  const ofKinds = (...kinds: readonly BillableItem['kind'][]) =>
    [...quantities].filter(([id]) => kinds.some((kind) => kind === items.get(id)?.kind));
  return calculate({
    terms,
    cycle,
    currency,
    proration: 'NONE',
    usage: new Map(ofKinds('USAGE_METER')),
    overage: new Map(ofKinds('FEATURE')),
    licenses: new Map(ofKinds('LICENSE', 'NAMED_LICENSE').map(([id, quantity]) => [id, constantLicenses(quantity)])),
  });
}
