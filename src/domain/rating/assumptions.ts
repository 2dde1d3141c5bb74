import type { BillableItem, BillableKind } from '../billable-item.ts';
import { grouped } from '../count.ts';
import { type Day, startOfDay } from '../day.ts';
import type { Decimal } from '../decimal.ts';
import { invalid, notFound, type Refusal } from '../refusal.ts';
import { okUnless, type Result } from '../result.ts';
import type { LicenseUpdate } from '../schedule/license-update.ts';
import { daysIn, isWhole, type RatedCycle, shareOf } from './cycle.ts';
import { type Fraction, fromDecimal, multiply, whole } from './fraction.ts';
import { countedLicenses, type Licenses, type NameHeld, namedLicenses } from './licenses.ts';
import { quantityFaults } from './quantities.ts';

/** What a caller assumes about usage that has not been measured yet. */
export interface UsageAssumption {
  readonly billableId: string;
  readonly quantity: Decimal;
  /** What the quantity is used in: a whole cycle of the schedule, or a day. */
  readonly per: 'CYCLE' | 'DAY';
}

/** What a caller assumes about licenses, after the recorded updates. Either a quantity or names. */
export interface LicenseAssumption {
  readonly licenseId: string;
  readonly updateType: LicenseUpdate['updateType'];
  readonly quantity: Decimal | null;
  readonly names: readonly string[] | null;
  /** Milliseconds since 1970. `null`: the first instant that is estimated. */
  readonly effectiveFrom: number | null;
}

export interface Assumptions {
  readonly usage: readonly UsageAssumption[];
  readonly licenses: readonly LicenseAssumption[];
}

export const NO_ASSUMPTIONS: Assumptions = { usage: [], licenses: [] };

/** Assumptions as callers write them: what is omitted is null or undefined. */
export interface AssumptionsInput {
  readonly usage?: readonly UsageAssumption[] | null | undefined;
  readonly licenses?:
    | readonly (Pick<LicenseAssumption, 'licenseId' | 'updateType'> & {
        readonly [K in 'quantity' | 'names' | 'effectiveFrom']?: LicenseAssumption[K] | undefined;
      })[]
    | null
    | undefined;
}

export function toAssumptions({ usage, licenses }: AssumptionsInput): Assumptions {
  return {
    usage: usage ?? [],
    licenses: (licenses ?? []).map(({ quantity = null, names = null, effectiveFrom = null, ...each }) => {
      return { ...each, quantity, names, effectiveFrom };
    }),
  };
}

/** The ids of the items that assumptions name. */
export const assumedItems = ({ usage, licenses }: AssumptionsInput): readonly string[] => [
  ...(usage ?? []).map(({ billableId }) => billableId),
  ...(licenses ?? []).map(({ licenseId }) => licenseId),
];

/** The items that exist, by id. */
export type Items = ReadonlyMap<string, Pick<BillableItem, 'kind'>>;

/** Maximum assumptions about usage, and about licenses. */
export const MAX_ASSUMPTIONS = 100;
/** Maximum names of one assumption about licenses. */
export const MAX_NAMES = 1_000;

/**
 * Checks assumptions against the items that exist. Refuses NOT_FOUND for an unknown id, and INVALID_VALUE for an item of another kind, a
 * quantity outside its limits, an item that is named twice for usage, and a license with both names and quantities.
 */
export function checkAssumptions({ usage, licenses }: Assumptions, items: Items): Result<undefined> {
  return okUnless(
    [
      ...tooMany('usage', usage),
      ...tooMany('licenses', licenses),
      ...usage.flatMap((each, i) => usageFaults(each, i, usage, items)),
      ...licenses.flatMap((each, i) => licenseFaults(each, i, licenses, items)),
    ],
    undefined,
  );
}

/**
 * The usage of a cycle by billable item. A quantity per cycle is that of a whole one, and is scaled by days in one that is cut: 3,000 for
 * 15 of 31 days is 3,000 x 15/31.
 */
export function usageIn(cycle: RatedCycle, usage: readonly UsageAssumption[]): ReadonlyMap<string, Fraction> {
  const share = shareOf(cycle);
  const days = whole(daysIn(cycle.served));
  return new Map(usage.map(({ billableId, quantity, per }) => [billableId, multiply(fromDecimal(quantity), per === 'DAY' ? days : share)]));
}

/** Whether a cycle is cut and has less than the usage of a whole one. */
export const isScaled = (cycle: RatedCycle, { per }: UsageAssumption): boolean => per === 'CYCLE' && !isWhole(cycle);

/**
 * The licenses held, by id: the recorded updates, and after them what is assumed. Recorded updates name nobody, so where names are assumed
 * those alone count.
 * @param start first day that is estimated
 */
export function licensesHeld(
  recorded: readonly LicenseUpdate[],
  assumed: readonly LicenseAssumption[],
  start: Day,
): ReadonlyMap<string, Licenses> {
  const from = ({ effectiveFrom }: LicenseAssumption): number => effectiveFrom ?? startOfDay(start);
  const updates = [
    ...recorded,
    ...assumed.flatMap((each) => (each.quantity === null ? [] : [{ ...each, quantity: each.quantity, effectiveFrom: from(each) }])),
  ];
  const counted = [...Map.groupBy(updates, ({ licenseId }) => licenseId)].map(([id, list]) => [id, countedLicenses(list)] as const);
  const named = Map.groupBy(
    assumed.filter(({ names }) => names !== null),
    ({ licenseId }) => licenseId,
  );
  const byNames = [...named].map(([id, list]) => [id, namedLicenses(namesHeld(list, from))] as const);
  return new Map([...counted, ...byNames]);
}

/** Who holds a license when: absolute names replace those before, relative ones join them. */
function namesHeld(assumed: readonly LicenseAssumption[], from: (each: LicenseAssumption) => number): readonly NameHeld[] {
  const inOrder = assumed.toSorted((a, b) => from(a) - from(b));
  return inOrder.flatMap((each, i) => {
    const replaced = inOrder.slice(i + 1).find(({ updateType }) => updateType === 'ABSOLUTE');
    return (each.names ?? []).map((name) => ({ name, from: from(each), until: replaced ? from(replaced) : null }));
  });
}

function tooMany(field: string, { length }: readonly unknown[]): readonly Refusal[] {
  if (length <= MAX_ASSUMPTIONS) return [];
  return [invalid(`\`${field}\` has at most ${MAX_ASSUMPTIONS} items, not ${length}.`, [field], 'LIMIT_EXCEEDED')];
}

const MEASURED: readonly BillableKind[] = ['USAGE_METER', 'FEATURE'];
const LICENSED: readonly BillableKind[] = ['LICENSE', 'NAMED_LICENSE'];

function usageFaults(
  { billableId, quantity }: UsageAssumption,
  index: number,
  usage: readonly UsageAssumption[],
  items: Items,
): readonly Refusal[] {
  const path = ['usage', index];
  const item = items.get(billableId);
  if (!item) return [notFound('usage meter or feature', billableId, [...path, 'billableId'])];
  if (!MEASURED.includes(item.kind)) {
    const message = `"${billableId}" is a ${item.kind}. Usage is of a usage meter or a feature; give licenses in \`licenses\`.`;
    return [invalid(message, [...path, 'billableId'])];
  }
  if (usage.findIndex((other) => other.billableId === billableId) < index) {
    return [invalid(`The usage of "${billableId}" is given twice. Give it once.`, [...path, 'billableId'])];
  }
  return quantityFaults(quantity, { canFall: false }, [...path, 'quantity']);
}

function licenseFaults(
  { licenseId, quantity, names, updateType }: LicenseAssumption,
  index: number,
  licenses: readonly LicenseAssumption[],
  items: Items,
): readonly Refusal[] {
  const path = ['licenses', index];
  const item = items.get(licenseId);
  if (!item) return [notFound('license', licenseId, [...path, 'licenseId'])];
  if (!LICENSED.includes(item.kind)) {
    return [invalid(`"${licenseId}" is a ${item.kind}, and not a license. Give usage in \`usage\`.`, [...path, 'licenseId'])];
  }
  if ((quantity === null) === (names === null)) return [invalid('Give either `quantity` or `names`.', [...path, 'quantity'])];
  if (quantity !== null) {
    const other = licenses.find((each) => each.licenseId === licenseId && each.names !== null);
    if (other) return [invalid(`License "${licenseId}" has both names and quantities. Give one of them.`, [...path, 'quantity'])];
    return quantityFaults(quantity, { canFall: updateType === 'RELATIVE' }, [...path, 'quantity']);
  }
  if (item.kind !== 'NAMED_LICENSE') return [invalid(`"${licenseId}" is no named license. Give a \`quantity\`.`, [...path, 'names'])];
  if (names && names.length > MAX_NAMES) {
    return [invalid(`\`names\` has at most ${grouped(MAX_NAMES)} names, not ${names.length}.`, [...path, 'names'], 'LIMIT_EXCEEDED')];
  }
  return [];
}
