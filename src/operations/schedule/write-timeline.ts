import { timelineKinds } from '../../domain/event.ts';
import { ok, type Result } from '../../domain/result.ts';
import { instantAfter } from '../../domain/revision.ts';
import { withEdits } from '../../domain/schedule/rebase.ts';
import { isOverridden, type PlanVersions, type Schedules, versionOf } from '../../domain/schedule/schedule.ts';
import { isSameTimeline, planWrites } from '../../domain/schedule/writes.ts';
import { accountIsAt, advanceAccount } from '../../store/accounts.ts';
import {
  type AccountWithTimeline,
  type DraftState,
  deleteDraft,
  deleteDraftSchedules,
  insertDraft,
  moveDraftSchedules,
  updateDraft,
} from '../../store/drafts.ts';
import { plansAreLive } from '../../store/price-plans.ts';
import { insertSchedules, type NewSchedule, type RecordedSchedule, supersedeSchedules } from '../../store/schedules.ts';
import type { Work } from '../operation.ts';

/** What writing a timeline needs of its request. */
export type Writing = Pick<Work, 'store' | 'unit' | 'now' | 'newId'>;

interface Change {
  readonly account: Pick<AccountWithTimeline, 'id' | 'revision' | 'timelineRevision' | 'updatedAt' | 'draft'>;
  readonly before: readonly RecordedSchedule[];
  readonly after: Schedules;
  readonly versions: PlanVersions;
}

interface ActiveChange extends Omit<Change, 'account'> {
  readonly account: Omit<Change['account'], 'draft'>;
  /** The draft that ends with the change. Its rows become those of the timeline where they are the same. Omit if there is none. */
  readonly draft?: EndedDraft;
}

interface EndedDraft {
  readonly id: string;
  readonly timeline: readonly RecordedSchedule[];
}

/** Row ids after a change: those of the whole timeline in order, and those that the change wrote. */
export interface WrittenTimeline {
  readonly all: readonly string[];
  readonly written: readonly string[];
}

/** A written active timeline, with its states before and after for the audit log. */
interface WrittenActiveTimeline extends WrittenTimeline {
  readonly before: Schedules;
  readonly after: Schedules;
}

/**
 * Replaces the active timeline: supersedes the schedules that are removed or changed, adds the new ones, and keeps the rows of the others.
 * Guarded by the account's revision, which it advances. Advances the timeline revision if any row changes. Deletes the draft, if there is one.
 */
export function writeActiveTimeline(work: Writing, { account, before, after, versions, draft }: ActiveChange): WrittenActiveTimeline {
  const { store, unit, now } = work;
  const { superseded, added } = planWrites(before, after);
  // What the draft has and the change does not add is deleted, and so are its rows that are not written as they are.
  const { superseded: dropped, added: missing } = planWrites(draft?.timeline ?? [], added);
  const pieces = identified(work, missing, versions);
  const changed = superseded.length > 0 || added.length > 0;
  const revision = account.timelineRevision + 1;
  const recordedAt = instantAfter(account.updatedAt, now);
  guard(work, account, before, after);
  if (superseded.length > 0) {
    const ids = superseded.map(({ row }) => row.id);
    unit.write(supersedeSchedules(store, ids, { recordedAt, revision }));
  }
  const moved = draft ? endDraft(work, account.id, draft, dropped, { recordedAt, revision }) : [];
  if (pieces.length > 0) unit.write(...insertSchedules(store, pieces, { accountId: account.id, draftId: null, recordedAt, revision }));
  unit.record(advanceAccount(store, account, { now, timeline: changed }));
  if (changed) unit.movesTimeline({ revision, recordedAt, kinds: timelineKinds(before, after) });
  return { ...rowIds(before, [...moved, ...pieces], after), before: before.map(withoutRow), after: after.map(withoutRow) };
}

/** Deletes a draft with its dropped rows, and moves the others to the active timeline. Returns those, with their row ids. */
function endDraft(
  { store, unit }: Writing,
  accountId: string,
  { id, timeline }: EndedDraft,
  dropped: readonly RecordedSchedule[],
  recording: { readonly recordedAt: number; readonly revision: number },
): readonly (Schedules[number] & { readonly id: string })[] {
  const isDropped = new Set(dropped);
  const moved = timeline.filter((piece) => !isDropped.has(piece));
  const draft = { id, accountId };
  if (moved.length > 0) {
    const ids = dropped.map(({ row }) => row.id);
    if (ids.length > 0) unit.write(deleteDraftSchedules(store, id, ids));
    unit.write(moveDraftSchedules(store, draft, recording));
  }
  unit.write(...deleteDraft(store, draft));
  return moved.map((piece) => ({ ...piece, id: piece.row.id }));
}

/** Returns the state of a draft after more edits. Without a draft, it starts from the active timeline. */
export function draftState(account: Change['account'], draft: DraftState | null, more: DraftState['edits']): Result<DraftState> {
  const edits = withEdits(draft?.edits ?? [], more);
  if (!edits.ok) return edits;
  return ok({ baseTimelineRevision: draft?.baseTimelineRevision ?? account.timelineRevision, edits: edits.value });
}

/**
 * Replaces the schedules of an account's draft, and creates the draft if there is none. The active timeline does not change. A draft with the
 * same schedules and base is not written.
 */
export function writeScheduleDraft(
  work: Work,
  { account, before, after, versions }: Change,
  { startOver = false, ...state }: DraftState & { readonly startOver?: boolean },
): WrittenTimeline & { draftId: string } {
  const { store, unit, now, newId } = work;
  const existing = startOver ? null : account.draft;
  guard(work, account, before, after);
  unit.record(advanceAccount(store, account, { now, timeline: false }));
  if (existing?.baseTimelineRevision === state.baseTimelineRevision && isSameTimeline(before, after)) {
    return { ...rowIds(before, [], after), draftId: existing.id };
  }
  const draftId = existing?.id ?? newId('draft');
  const recordedAt = instantAfter(account.updatedAt, now);
  const { superseded, added } = planWrites(existing ? before : [], after);
  const pieces = identified(work, added, versions);
  if (existing) unit.write(updateDraft(store, draftId, { ...state, now }));
  else unit.write(insertDraft(store, { ...state, id: draftId, accountId: account.id, now: recordedAt }));
  if (existing && superseded.length > 0) {
    const ids = superseded.map(({ row }) => row.id);
    unit.write(deleteDraftSchedules(store, draftId, ids));
  }
  if (pieces.length > 0) {
    unit.write(...insertSchedules(store, pieces, { accountId: account.id, draftId, recordedAt, revision: account.timelineRevision }));
  }
  return { ...rowIds(existing ? before : [], pieces, after), draftId };
}

function identified({ newId }: Writing, added: Schedules, versions: PlanVersions): NewSchedule[] {
  return added.map((piece) => ({
    ...piece,
    id: newId('schv'),
    isOverridden: isOverridden(piece.content, versionOf(piece.content, versions)),
  }));
}

function rowIds(
  before: readonly RecordedSchedule[],
  added: readonly (Schedules[number] & Pick<NewSchedule, 'id'>)[],
  after: Schedules,
): WrittenTimeline {
  const idBySchedule = new Map([
    ...before.map(({ content, row }) => [content.scheduleId, row.id] as const),
    ...added.map(({ content, id }) => [content.scheduleId, id] as const),
  ]);
  const all = after.map(({ content }) => idBySchedule.get(content.scheduleId)).filter((id) => id !== undefined);
  return { all, written: added.map(({ id }) => id) };
}

/** Returns a piece as the audit log records it. */
export const withoutRow = ({ period, content }: Schedules[number]): Schedules[number] => ({ period, content });

/** Guards the revision of the account on which the decision is based, and the new plans against an archiving since then. */
function guard({ store, unit }: Writing, account: ActiveChange['account'], before: readonly RecordedSchedule[], after: Schedules): void {
  unit.guard(accountIsAt(store, account), account.revision);
  const existing = new Set(before.map(({ content }) => content.pricePlanId));
  const newPlanIds = new Set(after.map(({ content }) => content.pricePlanId).filter((id) => !existing.has(id)));
  if (newPlanIds.size > 0) unit.guard(plansAreLive(store, [...newPlanIds]));
}
