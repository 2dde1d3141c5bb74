import { type AccountStatus, requireActive, requireWritable } from '../account/account.ts';
import { jsonBytes } from '../json-limits.ts';
import { type PlanVersion, requireAssociable } from '../price-plan/price-plan.ts';
import { resolveCycle } from '../pricing-cycle.ts';
import { invalid, precondition } from '../refusal.ts';
import { ok, type Refused, type Result, refuse, withoutIndex, withPath } from '../result.ts';
import type { Period } from '../timeline/period.ts';
import { at, clear, coalesceAround, overlay } from '../timeline/timeline.ts';
import {
  effectiveTerms,
  normalizeOverrides,
  type PlanVersions,
  type ScheduleContent,
  type ScheduleOverrides,
  type Schedules,
  sameContent,
  versionOf,
} from './schedule.ts';
import { checkStart, type StartContext } from './start-rule.ts';
import { isSameTimeline, reuseUnchanged } from './writes.ts';

/** Writes a plan version over a period (README, "Schedules"). */
export interface Association {
  readonly mode: 'ASSOCIATE';
  readonly period: Period;
  /** The newest active version of the plan, or that of the schedule copied from. */
  readonly version: PlanVersion;
  readonly overrides: ScheduleOverrides;
  /** The cycle in force on the period's first day goes on, unless `overrides` names another. */
  readonly retainStartOffsets: boolean;
  /** Joins the new schedule with a neighbour of the same content. */
  readonly merge: boolean;
}

/** Clears a period. It writes no schedule, so there is never anything to merge. */
export interface Disassociation {
  readonly mode: 'DISASSOCIATE';
  readonly period: Period;
  readonly merge: boolean;
}

export type ScheduleEdit = Association | Disassociation;

export interface EditContext extends Omit<StartContext, 'timeline'> {
  /**
   * The active timeline, when a draft of it is edited; null when the active timeline itself is. A draft may begin any day and be incomplete:
   * its finalize checks the rest.
   */
  readonly draftOf: Schedules | null;
  readonly account: { readonly status: AccountStatus; readonly invoiceCurrency: string };
  readonly versions: PlanVersions;
  readonly nextScheduleId: () => string;
}

export const MAX_EDITS = 10;
export const MAX_SCHEDULES = 1_000;
/** Bytes of a timeline as JSON, overrides included: it is read as one value, with quotes escaped, and a value holds 2 MB. */
export const MAX_TIMELINE_BYTES = 1_000_000;

/** One edit of a timeline; refuses as `applyEdits` does, its path relative to the edit. */
export function applyEdit(timeline: Schedules, edit: ScheduleEdit, context: EditContext): Result<Schedules> {
  return withoutIndex(applyEdits(timeline, [edit], context));
}

/**
 * 1 to 10 edits in their order, all or nothing: a refusal's path begins with the index of the edit at fault, or is the account's. When a
 * change may start is asked of the timeline before the first edit. What clears days that are clear, or associates what is in force, changes
 * nothing, and may start on any day. A draft keeps the active schedules that it says again over just their days.
 *
 * Refuses EFFECTIVE_FROM_TOO_EARLY, ACCOUNT_NOT_ACTIVE and CURRENCY_NOT_SUPPORTED (of an active timeline alone), ARCHIVED,
 * PLAN_NOT_ASSOCIABLE, NO_SCHEDULE_TO_RETAIN, INTERVAL_MISMATCH, LIMIT_EXCEEDED above 1,000 schedules or 1,000,000 bytes.
 */
export function applyEdits(timeline: Schedules, edits: readonly ScheduleEdit[], context: EditContext): Result<Schedules> {
  const counted = requireEditCount(edits);
  if (!counted.ok) return counted;
  // A later edit may retain the cycle of what an earlier one associated.
  const batchContext = { ...context, versions: versionsWith(context.versions, edits) };
  const { draftOf, account } = context;
  const editable = draftOf ? requireWritable(account.status) : requireActive(account.status);
  if (!editable.ok) return editable;
  let current = timeline;
  let tooEarly: Refused | null = null;
  for (const [i, edit] of edits.entries()) {
    const start = draftOf ? ok() : withPath(checkStart(edit.period.start, { ...context, timeline }), i, 'effectiveFrom');
    const next = applyOne(current, edit, batchContext);
    if (!next.ok) return tooEarly ?? (start.ok ? withPath(next, i) : start);
    const after = reuseUnchanged(current, next.value);
    if (!start.ok && !isSameTimeline(current, after)) tooEarly ??= start;
    current = after;
  }
  const after = reuseUnchanged(timeline, current);
  if (tooEarly && !isSameTimeline(timeline, after)) return tooEarly;
  return ok(draftOf ? reuseUnchanged(draftOf, after) : after);
}

/** 1 to 10 edits: LIMIT_EXCEEDED. Asked by itself, so that nothing is read for more. */
export function requireEditCount({ length }: readonly unknown[]): Result<undefined> {
  if (length >= 1 && length <= MAX_EDITS) return ok();
  return refuse(invalid(`Give 1 to ${MAX_EDITS} edits, not ${length}.`, [], 'LIMIT_EXCEEDED'));
}

/**
 * What an association copies from another schedule: its rate cards and rules, with the currencies that those cards are priced in.
 * The cycle is not copied: the association's own day and overrides decide it.
 */
export function overridesFrom({ currencies, pricingRules, rateCardSetId }: ScheduleContent): ScheduleOverrides {
  return { pricingCycle: null, currencies, pricingRules, rateCardSetId };
}

/** Refuses with CURRENCY_NOT_SUPPORTED a schedule of the version, with what it says otherwise, that has no price in the account's currency. */
function requireCurrency(invoiceCurrency: string, version: PlanVersion, overrides: ScheduleOverrides): Result<undefined> {
  const currencies = overrides.currencies ?? version.currencies;
  if (currencies.includes(invoiceCurrency)) return ok();
  const message = `The account is invoiced in ${invoiceCurrency}, the schedule's currencies are ${currencies.join(', ')}.`;
  return refuse(precondition('CURRENCY_NOT_SUPPORTED', message, ['pricePlanId']));
}

/** What a schedule carries that is of the version and says these things otherwise. */
export function contentOn(version: PlanVersion, overrides: ScheduleOverrides, scheduleId: string): ScheduleContent {
  const { pricePlanId, id: planVersionId } = version;
  const rateCardSetId = overrides.rateCardSetId ?? version.rateCardSetId;
  return normalizeOverrides({ ...overrides, scheduleId, pricePlanId, planVersionId, rateCardSetId }, version);
}

/**
 * The timeline after a change, unless it has more schedules or bytes than an account may: LIMIT_EXCEEDED. One that takes no more bytes
 * than before passes, so that a timeline over the limit can be made smaller.
 */
export function checkSize(before: Schedules, after: Schedules): Result<Schedules> {
  if (after.length > MAX_SCHEDULES) {
    return refuse(precondition('LIMIT_EXCEEDED', `An account has at most ${MAX_SCHEDULES} schedules; this would make ${after.length}.`));
  }
  const bytes = bytesOf(after);
  if (bytes <= MAX_TIMELINE_BYTES || bytes <= bytesOf(before)) return ok(after);
  const message = `The schedules of an account take at most ${MAX_TIMELINE_BYTES} bytes as JSON, overrides included; this would make ${bytes}. Use fewer or shorter pricing rules.`;
  return refuse(precondition('LIMIT_EXCEEDED', message));
}

const bytesOf = (timeline: Schedules): number => jsonBytes(timeline.map(({ period, content }) => ({ period, content })));

/** What is known of plan versions, with those that edits bring into the timeline. */
export function versionsWith(versions: PlanVersions, edits: readonly ScheduleEdit[]): PlanVersions {
  return new Map([...versions, ...edits.flatMap((edit) => (edit.mode === 'ASSOCIATE' ? [[edit.version.id, edit.version] as const] : []))]);
}

function applyOne(timeline: Schedules, edit: ScheduleEdit, context: EditContext): Result<Schedules> {
  const next = edit.mode === 'ASSOCIATE' ? associate(timeline, edit, context) : ok(clear(timeline, edit.period, withNewId(context)));
  return next.ok ? checkSize(timeline, next.value) : next;
}

function associate(timeline: Schedules, edit: Association, context: EditContext): Result<Schedules> {
  const content = contentOf(timeline, edit, context);
  if (!content.ok) return content;
  const written = overlay(timeline, { period: edit.period, content: content.value }, withNewId(context));
  return ok(edit.merge ? coalesceAround(written, edit.period, sameContent) : written);
}

function contentOf(timeline: Schedules, edit: Association, context: EditContext): Result<ScheduleContent> {
  const { version, overrides, retainStartOffsets, period } = edit;
  const associable = requireAssociable(version);
  if (!associable.ok) return associable;
  const priced = context.draftOf ? ok() : requireCurrency(context.account.invoiceCurrency, version, overrides);
  if (!priced.ok) return priced;
  const standing = at(timeline, period.start)?.content;
  const pricingCycle = resolveCycle({
    override: overrides.pricingCycle,
    retainStartOffsets,
    inForce: standing ? effectiveTerms(standing, versionOf(standing, context.versions)).pricingCycle : null,
    plan: version.pricingCycle,
    day: period.start,
  });
  if (!pricingCycle.ok) return pricingCycle;
  return ok(contentOn(version, { ...overrides, pricingCycle: pricingCycle.value }, context.nextScheduleId()));
}

/** The part of a schedule after a cut goes on as a schedule of its own. */
function withNewId({ nextScheduleId }: EditContext): (content: ScheduleContent) => ScheduleContent {
  return (content) => ({ ...content, scheduleId: nextScheduleId() });
}
