import type { RateCard } from '../../domain/rate-card/rate-card.ts';
import { rateCardSetId } from '../../domain/rate-card/set.ts';
import { type AssumptionsInput, assumedItems, toAssumptions } from '../../domain/rating/assumptions.ts';
import type { MoneyPreview } from '../../domain/rating/preview.ts';
import type { PricedTimeline } from '../../domain/rating/preview-window.ts';
import { pricedSchedules } from '../../domain/rating/schedule-cycles.ts';
import { invalid, type PathSegment } from '../../domain/refusal.ts';
import { mapPaths, ok, type Result, refuse, withPath } from '../../domain/result.ts';
import type { LicenseUpdate } from '../../domain/schedule/license-update.ts';
import { type AccountOutline, outlineTimeline } from '../../domain/schedule/outline.ts';
import type { PlanVersions, Schedules } from '../../domain/schedule/schedule.ts';
import { billableItemsById } from '../../store/billable-items.ts';
import { allLicenseUpdatesOf } from '../../store/license-updates.ts';
import { cardsFrom, cardsOfSetIds, toCardsBySetId } from '../../store/rate-cards.ts';
import type { Work } from '../operation.ts';
import { MAX_LICENSE_UPDATES } from './estimate.ts';
import { previewChange } from './preview.ts';

/** The timelines of an account before and after edits that are not written. */
export interface UnwrittenEdits {
  readonly account: { readonly id: string; readonly accountId: string; readonly name: string; readonly invoiceCurrency: string };
  readonly before: Schedules;
  readonly after: Schedules;
  readonly versions: PlanVersions;
  /** Rate cards that no row has yet. */
  readonly cardSets: readonly (readonly RateCard[])[];
  readonly licenseUpdates: readonly LicenseUpdate[];
}

interface PreviewInput extends AssumptionsInput {
  readonly cycles: number;
}

/** An input that can ask for a preview of money together with a dry run. */
export interface WithMoneyPreview {
  readonly dryRun?: boolean | null | undefined;
  readonly moneyPreview?: PreviewInput | null | undefined;
}

/** Refuses a preview of edits that are written: what they cost is no preview then. */
export function requireDryRun({ dryRun, moneyPreview }: WithMoneyPreview): Result<undefined> {
  return moneyPreview && !dryRun ? refuse(invalid('`moneyPreview` needs `dryRun: true`.', ['moneyPreview'])) : ok();
}

/** What edits make of a timeline, and what that would cost. */
export interface TriedEdits {
  /** `null` after edits that are written and do not tell it. */
  readonly outline: AccountOutline | null;
  /** `null` unless a dry run asks for it. */
  readonly money: Result<MoneyPreview> | null;
}

/** Returns what a dry run of edits answers, and writes nothing. */
export async function tryEdits(work: Work, edits: UnwrittenEdits, { moneyPreview }: WithMoneyPreview): Promise<TriedEdits> {
  return { outline: outlineOf(edits, true), money: moneyPreview ? await previewEdits(work, edits, moneyPreview) : null };
}

/** @param isPlan whether the edits are not written, so that new schedules have no ids */
export const outlineOf = (
  { account, before, after, versions }: Omit<UnwrittenEdits, 'cardSets' | 'licenseUpdates'>,
  isPlan: boolean,
): AccountOutline => ({
  account: { accountId: account.accountId, name: account.name },
  ...outlineTimeline(before, after, versions, { isPlan }),
});

/** What edits answer that are written and do not tell more. */
export const UNTOLD = { outline: null, money: null };

/** For a replay: a dry run wrote nothing, so that no other request is answered from one. */
export const withoutMoney = <Changed extends TriedEdits>(changed: Changed): Changed => ({ ...changed, money: null });

/** What edits would do to what the cycles cost. Loads what prices both timelines, in one batch. The paths of refusals begin with `moneyPreview`. */
async function previewEdits(work: Work, edits: UnwrittenEdits, input: PreviewInput): Promise<Result<MoneyPreview>> {
  const { account, before, after, versions, cardSets, licenseUpdates } = edits;
  const { store } = work;
  const own = new Map(cardSets.map((cards) => [rateCardSetId(cards), cards]));
  const setIds = new Set([...before, ...after].map(({ content }) => content.rateCardSetId).filter((id) => !own.has(id)));
  const [members, contents, recorded, items] = await store.db.batch([
    ...cardsOfSetIds(store, [...setIds]),
    allLicenseUpdatesOf(store, account.id, MAX_LICENSE_UPDATES + 1),
    billableItemsById(store, assumedItems(input)),
  ]);
  const stored = cardsFrom(toCardsBySetId([members, contents]));
  const priced = (timeline: Schedules, updates: readonly LicenseUpdate[]): PricedTimeline => ({
    schedules: pricedSchedules(timeline, versions, (setId) => own.get(setId) ?? stored(setId).rateCards),
    licenseUpdates: updates,
  });
  const change = {
    invoiceCurrency: account.invoiceCurrency,
    before: priced(before, recorded),
    after: priced(after, [...recorded, ...licenseUpdates]),
    items: new Map(items.map((item) => [item.id, item])),
  };
  const preview = previewChange(work, change, { cycles: input.cycles, ...toAssumptions(input) });
  return withPath(distinct(mapPaths(preview, inputPath)), 'moneyPreview');
}

/** What cannot be priced is told of the preview as a whole: it may be in force already, and then no input has it. */
const inputPath = (path: readonly PathSegment[]): readonly PathSegment[] => (OWN_FIELDS.has(String(path[0])) ? path : []);

const OWN_FIELDS: ReadonlySet<string> = new Set<keyof PreviewInput>(['cycles', 'usage', 'licenses']);

/** The refusals without repetition: each cycle tells the same of a rule that fails. */
function distinct<T>(result: Result<T>): Result<T> {
  if (result.ok) return result;
  const [first, ...more] = new Map(result.refusals.map((each) => [each.message, each])).values();
  return first ? refuse(first, ...more) : result;
}
