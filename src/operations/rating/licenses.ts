import type { BillableItem } from '../../domain/billable-item.ts';
import { type Day, startOfDay } from '../../domain/day.ts';
import { itemFaults, requireFew } from '../../domain/rating/calculator.ts';
import { cycleOf, ordinalOf } from '../../domain/rating/cycle.ts';
import { countedLicenses, type Licenses, namedLicenses } from '../../domain/rating/licenses.ts';
import { quantityFaults } from '../../domain/rating/quantities.ts';
import { invalid, notFound, type Refusal } from '../../domain/refusal.ts';
import { ok, okUnless, type Result, refuse, withPath } from '../../domain/result.ts';
import type { LicenseUpdate } from '../../domain/schedule/license-update.ts';
import { period } from '../../domain/timeline/period.ts';
import type { accountWithLicenses } from '../../store/rating.ts';
import { checkUpdates } from './estimate.ts';
import type { CalculateRevenueInput, LicenseEntry, LookupCycle, LookupRange, NamedLicenseEntry } from './input.ts';
import { servedOn } from './terms.ts';

/** What a look-up of licenses has loaded. */
export type LoadedLicenses = Awaited<ReturnType<typeof accountWithLicenses>>;

interface LicenseContext {
  readonly items: ReadonlyMap<string, BillableItem>;
  /** First day of the cycle that is priced: from which an entry without an instant counts. */
  readonly start: Day;
  readonly today: Day;
  /** The account of a look-up, if there is one. */
  readonly counted: LoadedLicenses;
  readonly named: LoadedLicenses;
}

type Configs = Pick<CalculateRevenueInput, 'licenseEntriesConfig' | 'namedLicenseEntriesConfig'>;

/**
 * The licenses that a calculation counts, by the ids of their items: entries of the caller, or what is recorded of an account. Recorded updates name
 * nobody, so a look-up of named licenses counts what is recorded of them.
 */
export function licensesOf({ licenseEntriesConfig, namedLicenseEntriesConfig }: Configs, context: LicenseContext) {
  const counted = withPath(
    updatesOf(licenseEntriesConfig, context.counted, context, (entries) => entryUpdates(entries, context)),
    'licenseEntriesConfig',
  );
  if (!counted.ok) return counted;
  const names = namedLicenseEntriesConfig?.custom ?? [];
  const checked = withPath(requireNames(names, licenseEntriesConfig?.custom ?? [], context.items), 'namedLicenseEntriesConfig', 'custom');
  if (!checked.ok) return checked;
  const recorded = withPath(
    updatesOf(namedLicenseEntriesConfig, context.named, context, () => ok([])),
    'namedLicenseEntriesConfig',
  );
  if (!recorded.ok) return recorded;
  const updates = namedLicenseEntriesConfig ? [...counted.value, ...recorded.value] : counted.value;
  const byLicense = [...Map.groupBy(updates, ({ licenseId }) => licenseId)].map(([id, list]) => [id, countedLicenses(list)] as const);
  const from = startOfDay(context.start);
  const byName = [...Map.groupBy(names, ({ licenseId }) => licenseId)].map(([id, list]) => {
    const held = list.map(({ name, effectiveFrom, effectiveUntil }) => ({
      name,
      from: effectiveFrom ?? from,
      until: effectiveUntil ?? null,
    }));
    return [id, namedLicenses(held)] as const;
  });
  return ok<ReadonlyMap<string, Licenses>>(new Map([...byLicense, ...byName]));
}

interface Lookups<Entry> {
  readonly custom?: readonly Entry[] | null | undefined;
  readonly lookupRange?: LookupRange | null | undefined;
  readonly lookupCycle?: LookupCycle | null | undefined;
}

/** The updates of one of the modes. What was held when a range begins counts too, so its start only has to be before its end. */
function updatesOf<Entry>(
  config: Lookups<Entry> | null | undefined,
  account: LoadedLicenses,
  { today }: LicenseContext,
  parse: (entries: readonly Entry[]) => Result<readonly LicenseUpdate[]>,
): Result<readonly LicenseUpdate[]> {
  if (config?.custom) return withPath(parse(config.custom), 'custom');
  if (config?.lookupRange) return withPath(recordedUntil(endOfRange(config.lookupRange, account), account), 'lookupRange');
  if (config?.lookupCycle) return withPath(recordedUntil(endOfCycle(config.lookupCycle, account, today), account), 'lookupCycle');
  return ok([]);
}

function recordedUntil(end: Result<Day>, account: LoadedLicenses): Result<readonly LicenseUpdate[]> {
  if (!end.ok) return end;
  const updates = account?.licenseUpdates ?? [];
  const few = withPath(checkUpdates(updates), 'accountId');
  return few.ok ? ok(updates.filter(({ effectiveFrom }) => effectiveFrom < startOfDay(end.value))) : few;
}

function endOfRange({ start, end, accountId }: LookupRange, account: LoadedLicenses): Result<Day> {
  const days = period(start, end);
  if (!days.ok) return refuse(invalid(`\`end\` must be after \`start\` ${start}, but is ${end}.`, ['end'], 'EMPTY_PERIOD'));
  return account ? ok(end) : refuse(notFound('account', accountId, ['accountId']));
}

function endOfCycle({ accountId, cycleEffectiveOn }: LookupCycle, account: LoadedLicenses, today: Day): Result<Day> {
  const day = cycleEffectiveOn ?? today;
  const found = servedOn(account, accountId, day, 'cycleEffectiveOn');
  if (!found.ok) return found;
  const cycle = cycleOf(found.value.served, ordinalOf(found.value.served, day));
  return cycle.ok ? ok(cycle.value.served.end) : cycle;
}

function entryUpdates(entries: readonly LicenseEntry[], { items, start }: LicenseContext): Result<readonly LicenseUpdate[]> {
  const few = requireFew(entries);
  if (!few.ok) return few;
  const faults = entries.flatMap(({ licenseId, quantity, updateType }, i) => [
    ...at([i, 'licenseId'], itemFaults(licenseId, 'license', items)),
    ...quantityFaults(quantity, { canFall: updateType === 'RELATIVE' }, [i, 'quantity']),
  ]);
  const from = startOfDay(start);
  return okUnless(
    faults,
    entries.map(({ licenseId, quantity, updateType, effectiveFrom }) => {
      return { licenseId, quantity, updateType: updateType ?? 'ABSOLUTE', effectiveFrom: effectiveFrom ?? from };
    }),
  );
}

function requireNames(
  names: readonly NamedLicenseEntry[],
  counted: readonly LicenseEntry[],
  items: ReadonlyMap<string, BillableItem>,
): Result<undefined> {
  const few = requireFew(names);
  if (!few.ok) return few;
  const countedIds = new Set(counted.map(({ licenseId }) => licenseId));
  const faults = names.flatMap(({ licenseId, effectiveFrom, effectiveUntil }, i) => [
    ...at([i, 'licenseId'], itemFaults(licenseId, 'name', items)),
    ...(countedIds.has(licenseId)
      ? [invalid(`"${licenseId}" is counted by \`licenseEntriesConfig\` too. Give its names or its quantities.`, [i, 'licenseId'])]
      : []),
    ...(effectiveFrom != null && effectiveUntil != null && effectiveUntil <= effectiveFrom
      ? [invalid('`effectiveUntil` must be after `effectiveFrom`.', [i, 'effectiveUntil'], 'EMPTY_PERIOD')]
      : []),
  ]);
  return okUnless(faults, undefined);
}

const at = (path: readonly (string | number)[], faults: readonly Refusal[]): readonly Refusal[] =>
  faults.map((fault) => ({ ...fault, path }));
