import { contentEquals } from '../../domain/content-text.ts';
import type { Day } from '../../domain/day.ts';
import { parseEach } from '../../domain/fields.ts';
import type { PlanVersion } from '../../domain/price-plan/price-plan.ts';
import { type PricingCycleInput, parsePricingCycle } from '../../domain/pricing-cycle.ts';
import { invalid, notFound, type PathSegment } from '../../domain/refusal.ts';
import { all, mapPaths, ok, type Result, refuse, withListPath, withPath } from '../../domain/result.ts';
import { requireNoDraft } from '../../domain/schedule/draft.ts';
import { applyEdits, overridesFrom, requireEditCount, type ScheduleEdit, versionsWith } from '../../domain/schedule/edit.ts';
import { NO_OVERRIDES, type ScheduleOverrides, type Schedules } from '../../domain/schedule/schedule.ts';
import { hasEverHadSchedule } from '../../domain/schedule/start-rule.ts';
import { isSameTimeline, reuseUnchanged } from '../../domain/schedule/writes.ts';
import { period } from '../../domain/timeline/period.ts';
import {
  type AccountWithTimeline,
  accountWithTimeline,
  type DraftState,
  deleteDraft,
  editedRateCards,
  toUnstoredDraft,
} from '../../store/drafts.ts';
import { type PlanWithActiveVersion, plansWithActiveVersion, toPlanVersion } from '../../store/plan-versions.ts';
import { toCardsBySetId } from '../../store/rate-cards.ts';
import { type LoadedSchedule, schedulesById, toContent, toSchedules, versionsIn } from '../../store/schedules.ts';
import { requireAccount } from '../account/require.ts';
import { operation } from '../operation.ts';
import { requireDryRun, type TriedEdits, tryEdits, UNTOLD, type WithMoneyPreview, withoutMoney } from '../rating/preview-edits.ts';
import { newestActive } from './association.ts';
import { decideFinal, writeFinal } from './finalize-edits.ts';
import { draftState, withoutRow, writeScheduleDraft } from './write-timeline.ts';

export interface BulkEditSchedulesInput extends WithMoneyPreview {
  readonly accountId: string;
  readonly edits: readonly ScheduleEditInput[];
  /** Discards the current draft and starts from the active timeline. */
  readonly discard?: boolean | null | undefined;
  /** Makes the edits the active timeline, without a draft. */
  readonly finalize?: boolean | null | undefined;
  /** Returns the decision without writing it. */
  readonly dryRun?: boolean | null | undefined;
  readonly expectedRevision?: number | null | undefined;
}

interface ScheduleEditInput {
  readonly mode?: 'ASSOCIATE' | 'DISASSOCIATE' | null | undefined;
  readonly effectiveFrom: Day;
  readonly effectiveUntil: Day;
  readonly associationConfig?: AssociationConfigInput | null | undefined;
  readonly mergeSchedules?: boolean | null | undefined;
}

interface AssociationConfigInput {
  readonly pricePlanId?: string | null | undefined;
  /** The schedule whose plan version, rate cards and rules are copied. */
  readonly scheduleId?: string | null | undefined;
  readonly pricingCycleConfigOverride?: PricingCycleInput | null | undefined;
  readonly retainStartOffsets?: boolean | null | undefined;
}

interface EditedDraft extends TriedEdits {
  /** `null` after a dry run, which changes nothing. */
  readonly account: string | null;
  readonly draft: string | null;
  readonly schedules: readonly string[];
}

const FINALIZES = { when: 'if `finalize` is true', holds: ({ finalize }: BulkEditSchedulesInput) => finalize === true };

/**
 * Edits an account's draft. Creates a draft if there is none. The active timeline does not change before the draft is finalized. With
 * `finalize`, the edits are decided as a draft of the active timeline and its finalize are, and written as the active timeline.
 */
export const bulkEditSchedules = operation({
  name: 'bulkEditSchedules',
  scope: 'schedules:write',
  alsoRequires: [{ scope: 'schedules:finalize', condition: FINALIZES }],
  async decide(input: BulkEditSchedulesInput, work): Promise<Result<EditedDraft>> {
    const { store, unit, today, newId } = work;
    const checked = all([withPath(requireEditCount(input.edits), 'edits'), requireDryRun(input)]);
    if (!checked.ok) return checked;
    const configs = input.edits.map((edit) => edit.associationConfig);
    const pricePlanIds = configs.map((config) => config?.pricePlanId).filter(isPresent);
    const scheduleIds = configs.map((config) => config?.scheduleId).filter(isPresent);
    const [[accountRow, plans, copied], cards] = await Promise.all([
      store.db.batch([
        accountWithTimeline(store, input.accountId),
        plansWithActiveVersion(store, pricePlanIds),
        schedulesById(store, scheduleIds),
      ]),
      input.finalize ? store.db.batch(editedRateCards(store, { accountId: input.accountId, pricePlanIds, scheduleIds })) : null,
    ]);
    const required = requireAccount(accountRow, input);
    if (!required.ok) return required;
    const account = required.value;
    const edits = withPath(
      parseEach(input.edits, (edit) => parseEdit(edit, plans, copied)),
      'edits',
    );
    if (!edits.ok) return edits;

    const { draft } = account;
    const startOver = input.discard === true || !draft;
    const unnamed = input.finalize && !input.discard ? requireNoDraft(draft) : ok();
    if (!unnamed.ok) return unnamed;
    const active = toSchedules(account.schedules);
    const before = startOver ? active : toSchedules(draft.schedules);
    const versions = versionsWith(versionsIn([...account.schedules, ...(draft?.schedules ?? [])]), edits.value);
    const after = applyEdits(before, edits.value, {
      draftOf: active,
      account,
      today,
      versions,
      everHadSchedule: hasEverHadSchedule(account),
      nextScheduleId: () => newId('sch'),
    });
    if (!after.ok) return withListPath(mapPaths(after, inputPath), 'edits');

    const draftEdits = edits.value.map(({ mode, period }) => ({ mode, period }));
    const dryRun = async (result: Schedules): Promise<Result<EditedDraft>> => {
      const edited = { account, before: active, after: result, versions, cardSets: [], licenseUpdates: [] };
      return ok({ account: null, draft: null, schedules: [], ...(await tryEdits(work, edited, input)) });
    };
    if (cards) {
      const drafted = toUnstoredDraft(account, after.value, { edits: draftEdits, versions });
      const toFinalize = { account, drafted, cardsBySetId: toCardsBySetId(cards) };
      const final = decideFinal(work, toFinalize);
      if (!final.ok) return final;
      if (input.dryRun) return dryRun(final.value);
      return ok({ account: account.id, draft: null, schedules: writeFinal(work, toFinalize, final.value), ...UNTOLD });
    }
    const state = draftState(account, startOver ? null : draft, draftEdits);
    if (!state.ok) return withPath(state, 'edits');
    if (input.dryRun) return dryRun(after.value);
    if (draft && startOver) {
      if (isSameDraft(draft, state.value, after.value)) {
        return ok({ account: account.id, draft: draft.id, schedules: draft.schedules.map(({ id }) => id), ...UNTOLD });
      }
      unit.write(...deleteDraft(store, draft));
    }
    const { draftId, all: ids } = writeScheduleDraft(
      work,
      { account, before, after: after.value, versions },
      { ...state.value, startOver },
    );
    work.audit({
      subjectId: account.id,
      entities: [account.id, ...[startOver ? draft?.id : null, draftId].filter(isPresent)],
      before: before.map(withoutRow),
      after: after.value.map(withoutRow),
    });
    return ok({ account: account.id, draft: draftId, schedules: ids, ...UNTOLD });
  },
  forReplay: withoutMoney,
});

/** Whether starting a draft again gives the same draft: the same base, the same edits and the same schedules. */
function isSameDraft(draft: NonNullable<AccountWithTimeline['draft']>, state: DraftState, after: Schedules): boolean {
  const { baseTimelineRevision, edits } = state;
  if (draft.baseTimelineRevision !== baseTimelineRevision || !contentEquals(draft.edits, edits)) return false;
  const draftTimeline = toSchedules(draft.schedules);
  return isSameTimeline(draftTimeline, reuseUnchanged(draftTimeline, after));
}

function parseEdit(
  input: ScheduleEditInput,
  plans: readonly PlanWithActiveVersion[],
  copied: readonly LoadedSchedule[],
): Result<ScheduleEdit> {
  const { associationConfig: config, mergeSchedules, mode } = input;
  const days = period(input.effectiveFrom, input.effectiveUntil);
  if (!days.ok) return days;
  const merge = mergeSchedules ?? false;
  if (mode === 'DISASSOCIATE') {
    if (!config) return ok({ mode, period: days.value, merge });
    return refuse(invalid('A DISASSOCIATE edit clears its period; it takes no `associationConfig`.', ['associationConfig']));
  }
  if (!config)
    return refuse(invalid('An ASSOCIATE edit needs an `associationConfig` that names a plan or a schedule.', ['associationConfig']));
  const source = withPath(sourceOf(config, plans, copied), 'associationConfig');
  if (!source.ok) return source;
  const { version, overrides } = source.value;
  const cycle = config.pricingCycleConfigOverride
    ? withPath(parsePricingCycle(config.pricingCycleConfigOverride), 'associationConfig', 'pricingCycleConfigOverride')
    : ok(null);
  if (!cycle.ok) return cycle;
  const retainStartOffsets = config.retainStartOffsets ?? false;
  return ok({
    mode: 'ASSOCIATE',
    period: days.value,
    version,
    overrides: { ...overrides, pricingCycle: cycle.value },
    retainStartOffsets,
    merge,
  });
}

/** The place in the input of what an edit refuses: the plan and the cycle to retain are fields of its `associationConfig`. */
function inputPath(path: readonly PathSegment[]): readonly PathSegment[] {
  const [index, field] = path;
  return index !== undefined && (field === 'pricePlanId' || field === 'retainStartOffsets') ? [index, 'associationConfig', field] : path;
}

/** Returns the version and overrides of an association: a plan's newest active version, or a copy of another schedule. */
function sourceOf(
  { pricePlanId, scheduleId }: AssociationConfigInput,
  plans: readonly PlanWithActiveVersion[],
  copied: readonly LoadedSchedule[],
): Result<{ version: PlanVersion; overrides: ScheduleOverrides }> {
  if ((pricePlanId == null) === (scheduleId == null)) {
    return refuse(invalid('Name a `pricePlanId` or a `scheduleId` to copy from: exactly one of them.', ['pricePlanId']));
  }
  if (pricePlanId != null) {
    const version = newestActive(plans, pricePlanId);
    return version.ok ? ok({ version: version.value, overrides: NO_OVERRIDES }) : version;
  }
  const row = copied.find((schedule) => schedule.scheduleId === scheduleId);
  if (!row) return refuse(notFound('schedule', scheduleId ?? '', ['scheduleId']));
  return ok({ version: toPlanVersion(row.planVersion), overrides: overridesFrom(toContent(row)) });
}

const isPresent = (id: string | null | undefined): id is string => id != null;
