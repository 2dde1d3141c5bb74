import type { BillableItem } from '../../domain/billable-item.ts';
import { addDays, type Day, daysBetween, minDay } from '../../domain/day.ts';
import { calculate, elapsed, parseQuantities } from '../../domain/rating/calculator.ts';
import { cycleOf, ordinalOf, type RatedCycle, type Share } from '../../domain/rating/cycle.ts';
import type { Statement } from '../../domain/rating/statement.ts';
import { invalid, notFound, precondition, type Refusal } from '../../domain/refusal.ts';
import { mapPaths, ok, okUnless, type Result, refuse, withPath } from '../../domain/result.ts';
import { batchOf } from '../../store/batch.ts';
import { billableItemsById } from '../../store/billable-items.ts';
import { accountOn, accountPricedOn, accountWithLicenses, periodsFrom, planAt, type VersionChoice } from '../../store/rating.ts';
import type { Context } from '../context.ts';
import { billableIdsIn } from '../schedule/association.ts';
import { MAX_LICENSE_UPDATES } from './estimate.ts';
import type { CalculateRevenueInput, PlanVersionInput } from './input.ts';
import { licensesOf } from './licenses.ts';
import { accountCycle, customCycle, operationsOf, type PricedCycle, planCycle, servedOn, withTermsPath } from './terms.ts';

/** What a cycle costs, and what its terms are read from. */
export interface Calculation extends Pick<PricedCycle, 'source'> {
  readonly statement: Statement;
}

/**
 * What a cycle costs (README of the domain, "Calculator"): of a plan that a caller writes out, of a version, or of an account. Reads everything in
 * one batch, and writes nothing. Refuses LOOKUP_UNAVAILABLE for look-ups of usage and overage, LIMIT_EXCEEDED for more rate cards than the request
 * may still price, and what the domain refuses. Paths lead into the input.
 */
export async function calculateRevenue(context: Context, input: CalculateRevenueInput): Promise<Result<Calculation>> {
  const available = refuseLookups(input);
  if (!available.ok) return available;
  const loaded = await load(context, input);
  const priced = pricedCycle(context, input, loaded);
  if (!priced.ok) return priced;
  const proration = withPath(prorationOf(input, loaded, context.today), 'prorationConfig');
  if (!proration.ok) return proration;
  const { terms, source } = priced.value;
  const cycle = withDays(priced.value.cycle, proration.value, input.pricePlanDetailsConfig);
  const currency = currencyOf(input, loaded.payer);
  if (!currency.ok) return currency;
  const items = new Map([...priced.value.items, ...loaded.items]);
  const usage = withPath(parseQuantities(input.usageConfig?.custom ?? [], 'usage', items), 'usageConfig', 'custom');
  if (!usage.ok) return usage;
  const overage = overageOf(input, items);
  if (!overage.ok) return overage;
  const licenses = licensesOf(input, { ...loaded, items, start: cycle.served.start, today: context.today });
  if (!licenses.ok) return licenses;
  const affordable = context.cardCycles.spend(terms.cards.length);
  if (!affordable.ok) return affordable;
  const quantities = { usage: usage.value, overage: overage.value, licenses: licenses.value };
  const statement = calculate({ terms, currency: currency.value, cycle, proration: proration.value?.share ?? 'NONE', ...quantities });
  const placed = withTermsPath(statement, 'pricePlanDetailsConfig', 'currencyConfig');
  return placed.ok ? ok({ statement: placed.value, source }) : placed;
}

/** Usage is metered elsewhere. */
function refuseLookups({ usageConfig, entitlementOverageConfig }: CalculateRevenueInput): Result<undefined> {
  const unavailable =
    (field: string, what: string) =>
    (mode: string): Refusal => {
      const message = `${what} is not metered here, so it cannot be looked up. Give the quantities in \`${field}.custom\`.`;
      return precondition('LOOKUP_UNAVAILABLE', message, [field, mode]);
    };
  const lookups = (config: object | null | undefined): readonly string[] =>
    Object.entries(config ?? {}).flatMap(([mode, value]) => (mode !== 'custom' && value != null ? [mode] : []));
  return okUnless(
    [
      ...lookups(usageConfig).map(unavailable('usageConfig', 'Usage')),
      ...lookups(entitlementOverageConfig).map(unavailable('entitlementOverageConfig', 'Overage')),
    ],
    undefined,
  );
}

type Loaded = Awaited<ReturnType<typeof load>>;

/** Everything that the input names, in one batch. */
async function load({ store, today }: Context, input: CalculateRevenueInput) {
  const { currencyConfig, pricePlanDetailsConfig, licenseEntriesConfig, namedLicenseEntriesConfig, prorationConfig } = input;
  const { pricePlan, account, custom } = pricePlanDetailsConfig;
  const payer = currencyConfig.accountInvoice;
  const prorated = prorationConfig?.lookupCycle;
  const day = account?.effectiveOn ?? today;
  const licensesFrom = (config: typeof licenseEntriesConfig | typeof namedLicenseEntriesConfig) => {
    const lookup = config?.lookupRange ?? config?.lookupCycle;
    const from = config?.lookupCycle?.cycleEffectiveOn ?? today;
    return lookup ? accountWithLicenses(store, lookup.accountId, from, MAX_LICENSE_UPDATES) : null;
  };
  const itemIds = [...idsIn(input), ...(custom ? billableIdsIn(operationsOf(custom)) : [])];
  const { items = [], ...loaded } = await batchOf(store, {
    plan: pricePlan ? planAt(store, pricePlan.pricePlanId, versionChoice(pricePlan, today)) : null,
    priced: account ? accountPricedOn(store, account.accountId, day) : null,
    later: account ? periodsFrom(store, account.accountId, day) : null,
    payer: payer ? accountOn(store, payer.accountId, today) : null,
    counted: licensesFrom(licenseEntriesConfig),
    named: licensesFrom(namedLicenseEntriesConfig),
    prorated: prorated ? accountOn(store, prorated.accountId, prorated.cycleEffectiveOn ?? today) : null,
    items: itemIds.length > 0 ? billableItemsById(store, itemIds) : null,
  });
  return { ...loaded, items: new Map<string, BillableItem>(items.map((item) => [item.id, item])) };
}

const versionChoice = ({ version, effectiveOn }: PlanVersionInput, today: Day): VersionChoice =>
  version == null ? { activeOn: effectiveOn ?? today } : { version };

const idsIn = (input: CalculateRevenueInput): readonly string[] => [
  ...new Set([
    ...(input.usageConfig?.custom ?? []).map(({ billableId }) => billableId),
    ...(input.entitlementOverageConfig?.custom ?? []).map(({ featureId }) => featureId),
    ...(input.licenseEntriesConfig?.custom ?? []).map(({ licenseId }) => licenseId),
    ...(input.namedLicenseEntriesConfig?.custom ?? []).map(({ licenseId }) => licenseId),
  ]),
];

function pricedCycle({ today, newId }: Context, { pricePlanDetailsConfig }: CalculateRevenueInput, loaded: Loaded): Result<PricedCycle> {
  const { custom, pricePlan, account } = pricePlanDetailsConfig;
  const at = (mode: string, cycle: Result<PricedCycle>) => withPath(cycle, 'pricePlanDetailsConfig', mode);
  if (custom) return at('custom', customCycle(custom, { items: loaded.items, today, nextRuleId: () => newId('rule') }));
  if (pricePlan) return at('pricePlan', planCycle(pricePlan, loaded.plan, today));
  if (account) return at('account', accountCycle(loaded.priced, loaded.later, account.accountId, account.effectiveOn ?? today));
  return refuse(invalid('Give one mode: `custom`, `pricePlan` or `account`.', ['pricePlanDetailsConfig']));
}

function currencyOf({ currencyConfig }: CalculateRevenueInput, payer: Loaded['payer']): Result<string> {
  const { custom, accountInvoice } = currencyConfig;
  if (custom != null) return ok(custom);
  if (payer) return ok(payer.invoiceCurrency);
  return refuse(notFound('account', accountInvoice?.accountId ?? '', ['currencyConfig', 'accountInvoice', 'accountId']));
}

function overageOf({ entitlementOverageConfig }: CalculateRevenueInput, items: ReadonlyMap<string, BillableItem>) {
  const given = (entitlementOverageConfig?.custom ?? []).map(({ featureId, quantity }) => ({ billableId: featureId, quantity }));
  const parsed = mapPaths(parseQuantities(given, 'overage', items), (path) =>
    path.map((part) => (part === 'billableId' ? 'featureId' : part)),
  );
  return withPath(parsed, 'entitlementOverageConfig', 'custom');
}

/** A share of the days of a cycle. */
interface Prorated {
  /** The whole cycle. */
  readonly cycle: Share;
  readonly share: Share;
}

/** How cards are prorated: `null`, not at all, unless it is asked for. */
function prorationOf({ prorationConfig }: CalculateRevenueInput, { prorated }: Loaded, today: Day): Result<Prorated | null> {
  if (prorationConfig?.custom) {
    const { cycleStartDate, cycleEndDate, currentDate } = prorationConfig.custom;
    const days = { start: cycleStartDate, end: cycleEndDate };
    if (days.start < days.end) return withPath(proratedUntil(currentDate, { served: days, nominal: days }), 'custom');
    const message = `\`cycleEndDate\` must be after \`cycleStartDate\` ${cycleStartDate}, but is ${cycleEndDate}.`;
    return refuse(invalid(message, ['custom', 'cycleEndDate'], 'EMPTY_PERIOD'));
  }
  if (!prorationConfig?.lookupCycle) return ok(null);
  const { accountId, cycleEffectiveOn, currentDate } = prorationConfig.lookupCycle;
  const day = cycleEffectiveOn ?? today;
  const found = withPath(servedOn(prorated, accountId, day, 'cycleEffectiveOn'), 'lookupCycle');
  if (!found.ok) return found;
  const cycle = cycleOf(found.value.served, ordinalOf(found.value.served, day));
  if (!cycle.ok) return cycle;
  // A cycle that is over by today has passed as a whole.
  return withPath(proratedUntil(currentDate ?? minDay(today, cycle.value.served.end), cycle.value), 'lookupCycle');
}

function proratedUntil(day: Day, { served, nominal }: Share): Result<Prorated> {
  const share = elapsed({ served, nominal }, day);
  return share.ok ? ok({ cycle: { served, nominal }, share: share.value }) : share;
}

/** The cycle with the days that a caller gives. An account's own cycle keeps its days, which decide what else is due in it. */
function withDays(cycle: RatedCycle, prorated: Prorated | null, { account }: CalculateRevenueInput['pricePlanDetailsConfig']): RatedCycle {
  if (!prorated || account) return cycle;
  const { served, nominal } = prorated.cycle;
  return { ...cycle, served, nominal, dueOn: addDays(served.end, daysBetween(cycle.served.end, cycle.dueOn)) };
}
