import type { Day } from '../../domain/day.ts';
import { parseEach } from '../../domain/fields.ts';
import type { PlanVersion } from '../../domain/price-plan/price-plan.ts';
import type { PricingRuleInput } from '../../domain/pricing-rule/pricing-rule.ts';
import { itemsOf, type RateCard } from '../../domain/rate-card/rate-card.ts';
import { setIdBeside } from '../../domain/rate-card/set.ts';
import { invalid } from '../../domain/refusal.ts';
import { mapPaths, ok, type Result, refuse, renamePaths, withPath } from '../../domain/result.ts';
import type { ScheduleEdit } from '../../domain/schedule/edit.ts';
import { checkLicenses, type RecordedLicenseUpdate } from '../../domain/schedule/license-update.ts';
import { overridePlan } from '../../domain/schedule/plan-override.ts';
import type { ScheduleOverrides } from '../../domain/schedule/schedule.ts';
import { period } from '../../domain/timeline/period.ts';
import { billableItemsById, noneIsArchived } from '../../store/billable-items.ts';
import { licensesById, licenseUpdatesOf } from '../../store/license-updates.ts';
import { plansWithCards } from '../../store/plan-versions.ts';
import { billablesOf, insertRateCardSet, toCards } from '../../store/rate-cards.ts';
import { type AccountWithActiveTimeline, accountWithActiveTimeline } from '../../store/schedules.ts';
import type { Work } from '../operation.ts';
import { billableIdsIn, newestActive, type PricePlanDetailsOverrideInput, parseDetailsOverride } from './association.ts';
import { type PlannedTimeline, planTimeline } from './edit-timeline.ts';
import { licenseIdsOf, type PreActions, parsePreActions, writeLicenseUpdates } from './pre-actions.ts';
import { writeActiveTimeline } from './write-timeline.ts';

/** One edit of an active timeline as a caller writes it. */
export interface PricingEditInput {
  readonly mode?: 'ASSOCIATE' | 'DISASSOCIATE' | null | undefined;
  readonly pricePlanId?: string | null | undefined;
  readonly effectiveFrom: Day;
  readonly effectiveUntil: Day;
  readonly pricePlanDetailsOverride?: PricePlanDetailsOverrideInput | null | undefined;
  readonly pricingRulesOverride?: readonly PricingRuleInput[] | null | undefined;
  readonly retainStartOffsets?: boolean | null | undefined;
  readonly preActions?: PreActions;
}

/** The decision about edits: the timeline after them, and what is written with it. */
export interface PlannedPricing extends PlannedTimeline {
  /** The rate cards of each edit that overrides its plan's. */
  readonly cardSets: readonly (readonly RateCard[])[];
  /** The ids of the billable items that the associations sell. */
  readonly items: readonly string[];
  readonly licenseUpdates: readonly RecordedLicenseUpdate[];
}

/** The ids of the written rows. */
export interface WrittenPricing {
  readonly schedules: readonly string[];
  readonly licenseUpdates: readonly string[];
}

/** Loads everything that the decision about edits needs, in one batch. */
export function loadForPricing({ store }: Work, accountId: string, edits: readonly PricingEditInput[]) {
  return store.db.batch([
    accountWithActiveTimeline(store, accountId),
    plansWithCards(
      store,
      edits.flatMap(({ pricePlanId }) => pricePlanId ?? []),
    ),
    licensesById(
      store,
      edits.flatMap(({ preActions }) => licenseIdsOf(preActions)),
    ),
    billableItemsById(
      store,
      edits.flatMap(({ pricePlanDetailsOverride }) => billableIdsIn(pricePlanDetailsOverride?.rateCards)),
    ),
    licenseUpdatesOf(
      store,
      accountId,
      edits.flatMap(({ preActions }) => licenseIdsOf(preActions)),
    ),
  ]);
}

type LoadedForPricing = Awaited<ReturnType<typeof loadForPricing>>;

/** Decides edits in order, all or none. Writes nothing. The path of a refusal begins with the index of its edit, or is a field of the account. */
export function planPricing(
  work: Work,
  account: AccountWithActiveTimeline,
  inputs: readonly PricingEditInput[],
  loaded: LoadedForPricing,
): Result<PlannedPricing> {
  const [, , licenses, , earlierUpdates] = loaded;
  const parsed = parseEach(inputs, (input) => parseEdit(work, account, input, loaded));
  if (!parsed.ok) return parsed;
  const licenseUpdates = parseEach(inputs, ({ preActions }) => parsePreActions(preActions, licenses, work.now));
  if (!licenseUpdates.ok) return licenseUpdates;
  const places = licenseUpdates.value.flatMap((updates, i) => updates.map((_update, j) => [i, 'preActions', j]));
  const licensesHeld = mapPaths(checkLicenses(earlierUpdates, licenseUpdates.value.flat()), ([index]) => [
    ...(places[Number(index)] ?? []),
    'config',
    'quantity',
  ]);
  if (!licensesHeld.ok) return licensesHeld;
  const planned = planTimeline(
    work,
    account,
    parsed.value.map(({ edit }) => edit),
  );
  if (!planned.ok) return planned;
  const cardSets = parsed.value.flatMap(({ cards }) => (cards ? [cards] : []));
  const items = parsed.value.flatMap(({ items }) => items);
  return ok({ ...planned.value, cardSets, items, licenseUpdates: licensesHeld.value });
}

/** Writes decided edits with their audit entry. */
export function writePricing(work: Work, plan: PlannedPricing): WrittenPricing {
  const { account } = plan;
  work.unit.guard(noneIsArchived(work.store, plan.items));
  work.unit.provide(...plan.cardSets.flatMap((cards) => insertRateCardSet(work.store, cards)));
  const { before, after, written } = writeActiveTimeline(work, plan);
  const licenseUpdates = writeLicenseUpdates(work, account.id, plan.licenseUpdates);
  work.audit({ subjectId: account.id, entities: [account.id, ...written, ...licenseUpdates], before, after });
  return { schedules: written, licenseUpdates };
}

interface ParsedEdit {
  readonly edit: ScheduleEdit;
  /** The rate cards of the schedule. `null`: the plan's. */
  readonly cards: readonly RateCard[] | null;
  /** The ids of the billable items that it sells. */
  readonly items: readonly string[];
}

function parseEdit(work: Work, account: AccountWithActiveTimeline, input: PricingEditInput, loaded: LoadedForPricing): Result<ParsedEdit> {
  const days = period(input.effectiveFrom, input.effectiveUntil);
  if (!days.ok) return days;
  const { pricePlanId, pricePlanDetailsOverride, pricingRulesOverride, retainStartOffsets } = input;
  if (input.mode === 'DISASSOCIATE') {
    const isPlain = pricePlanId == null && !pricePlanDetailsOverride && !pricingRulesOverride;
    if (isPlain) return ok({ edit: { mode: 'DISASSOCIATE', period: days.value, merge: false }, cards: null, items: [] });
    return refuse(invalid('DISASSOCIATE clears the period of whatever plan; it takes no `pricePlanId` and no override.', ['pricePlanId']));
  }
  if (pricePlanId == null) return refuse(invalid('ASSOCIATE needs the `pricePlanId` of the plan to associate.', ['pricePlanId']));
  const [, plans] = loaded;
  const version = newestActive(plans, pricePlanId);
  if (!version.ok) return version;
  const overridden = parseOverrides(work, input, version.value, account, loaded);
  if (!overridden.ok) return overridden;
  const { overrides, ...sold } = overridden.value;
  const association = { period: days.value, version: version.value, overrides, merge: false };
  return ok({ edit: { mode: 'ASSOCIATE', ...association, retainStartOffsets: retainStartOffsets ?? false }, ...sold });
}

function parseOverrides(
  work: Work,
  input: PricingEditInput,
  version: PlanVersion,
  { invoiceCurrency }: AccountWithActiveTimeline,
  [, plans, , items]: LoadedForPricing,
): Result<{ overrides: ScheduleOverrides } & Omit<ParsedEdit, 'edit'>> {
  const { pricePlanDetailsOverride, pricingRulesOverride: pricingRules } = input;
  const details = withPath(parseDetailsOverride(pricePlanDetailsOverride ?? {}), 'pricePlanDetailsOverride');
  if (!details.ok) return details;
  const { pricingCycle, currencies } = details.value;
  const rows = plans.find(({ id }) => id === version.pricePlanId)?.versions.flatMap(({ rateCards }) => rateCards) ?? [];
  const billables = new Map([...billablesOf(rows), ...items.map((item) => [item.id, item] as const)]);
  const { replacedFamilies, rateCards } = pricePlanDetailsOverride ?? {};
  const override = { currencies, replacedFamilies, rateCards, pricingRules };
  const context = { invoiceCurrency, billables, nextRuleId: () => work.newId('rule') };
  const plan = { version, rateCardSetId: version.rateCardSetId, cards: toCards(rows) };
  const overridden = renamePaths(overridePlan(plan, override, context), INPUT_PATHS);
  if (!overridden.ok) return overridden;
  const { cards, ...rest } = overridden.value;
  const setId = setIdBeside(cards, plan);
  const isOwn = setId !== version.rateCardSetId;
  return ok({
    overrides: { ...rest, pricingCycle, rateCardSetId: isOwn ? setId : null },
    cards: isOwn ? cards : null,
    items: itemsOf(cards),
  });
}

/** The paths of the domain's parts of an override in an edit. */
const INPUT_PATHS = {
  currencies: ['pricePlanDetailsOverride', 'supportedCurrencies'],
  rateCards: ['pricePlanDetailsOverride', 'rateCards'],
  pricingRules: ['pricingRulesOverride'],
};
