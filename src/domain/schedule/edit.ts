import { type AccountStatus, requireActive, requireWritable } from '../account/account.ts';
import { grouped } from '../count.ts';
import { jsonBytes } from '../json-limits.ts';
import { type PlanVersion, requireAssociable } from '../price-plan/price-plan.ts';
import { resolveCycle } from '../pricing-cycle.ts';
import { invalid, precondition } from '../refusal.ts';
import { ok, type Result, refuse, withoutIndex, withPath } from '../result.ts';
import type { Period } from '../timeline/period.ts';
import { at, clear, coalesceAround, firstDifference, overlay } from '../timeline/timeline.ts';
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
import { checkChange, checkStart, type StartContext, withEarlySchedules } from './start-rule.ts';
import { reuseUnchanged } from './writes.ts';

/** Attaches a plan version for a period (README, "Schedules"). */
export interface Association {
  readonly mode: 'ASSOCIATE';
  readonly period: Period;
  /** The newest active version of the plan, or the version of the schedule to copy. */
  readonly version: PlanVersion;
  readonly overrides: ScheduleOverrides;
  /** Whether the cycle in force on the first day continues. A cycle in `overrides` takes precedence. */
  readonly retainStartOffsets: boolean;
  /** Whether to join the new schedule with a neighbour of the same content. */
  readonly merge: boolean;
}

/** Clears a period. It writes no schedule, so `merge` has no effect. */
export interface Disassociation {
  readonly mode: 'DISASSOCIATE';
  readonly period: Period;
  readonly merge: boolean;
}

export type ScheduleEdit = Association | Disassociation;

export interface EditContext extends Omit<StartContext, 'timeline'> {
  /**
   * The active timeline if a draft of it is edited. `null` if the active timeline itself is edited. A draft may begin on any day and be
   * incomplete, because its finalize checks the rest.
   */
  readonly draftOf: Schedules | null;
  readonly account: { readonly status: AccountStatus; readonly invoiceCurrency: string };
  readonly versions: PlanVersions;
  readonly nextScheduleId: () => string;
}

export const MAX_EDITS = 10;
export const MAX_SCHEDULES = 1_000;
/** Maximum bytes of a timeline as JSON, overrides included. It is read as one value, with quotes escaped, and a value of D1 holds 2 MB. */
export const MAX_TIMELINE_BYTES = 1_000_000;

/** Applies one edit to a timeline. Refuses as `applyEdits` does, with paths relative to the edit. */
export function applyEdit(timeline: Schedules, edit: ScheduleEdit, context: EditContext): Result<Schedules> {
  return withoutIndex(applyEdits(timeline, [edit], context));
}

/**
 * Applies 1 to 10 edits in order, all or none. The path of a refusal begins with the index of the edit, unless it concerns the account. The
 * start rule uses the timeline before the first edit. Clearing empty days, or associating what is in force already, changes nothing. Schedules
 * before the earliest day are neither divided nor joined.
 * Refuses with EFFECTIVE_FROM_TOO_EARLY, ACCOUNT_NOT_ACTIVE and CURRENCY_NOT_SUPPORTED (only for an active timeline), ARCHIVED,
 * PLAN_NOT_ASSOCIABLE, NO_SCHEDULE_TO_RETAIN, INTERVAL_MISMATCH, and LIMIT_EXCEEDED above 1,000 schedules or 1,000,000 bytes.
 */
export function applyEdits(timeline: Schedules, edits: readonly ScheduleEdit[], context: EditContext): Result<Schedules> {
  const counted = requireEditCount(edits);
  if (!counted.ok) return counted;
  // A later edit may retain the cycle of a schedule that an earlier edit associated.
  const batchContext = { ...context, versions: versionsWith(context.versions, edits) };
  const { draftOf, account } = context;
  const editable = draftOf ? requireWritable(account.status) : requireActive(account.status);
  if (!editable.ok) return editable;
  let current = timeline;
  const start = () => (draftOf ? ok() : startOf(edits, current, { ...batchContext, timeline }));
  for (const [i, edit] of edits.entries()) {
    const next = applyOne(current, edit, batchContext);
    if (!next.ok) {
      const started = start();
      return started.ok ? withPath(next, i) : started;
    }
    current = reuseUnchanged(current, next.value);
  }
  const started = start();
  if (!started.ok) return started;
  if (draftOf) return ok(reuseUnchanged(draftOf, reuseUnchanged(timeline, current)));
  return ok(reuseUnchanged(timeline, withEarlySchedules(current, { ...batchContext, timeline })));
}

/** Applies the start rule to the first day that edits change. The path of a refusal leads to the edit that changes it. */
function startOf(edits: readonly ScheduleEdit[], after: Schedules, context: StartContext): Result<undefined> {
  const start = checkChange(after, context);
  if (start.ok) return start;
  const day = firstDifference(context.timeline, after, sameContent);
  const index = edits.findIndex(({ period }) => day !== null && period.start <= day && day < period.end);
  return withPath(start, index, 'effectiveFrom');
}

/** Applies the start rule to an association that is offered, and not written yet. Refuses with EFFECTIVE_FROM_TOO_EARLY. */
export function checkOffered(edit: Association, context: StartContext): Result<undefined> {
  const start = checkStart(edit.period.start, context);
  if (start.ok) return start;
  // As an edit of a draft, which asks neither for an active account nor for the rest of what a purchase is checked for by itself.
  const account = { status: 'ACTIVE', invoiceCurrency: '' } as const;
  const after = applyEdit(context.timeline, edit, { ...context, draftOf: context.timeline, account, nextScheduleId: () => '' });
  return after.ok ? checkChange(after.value, { ...context, versions: versionsWith(context.versions, [edit]) }) : start;
}

/** Refuses with LIMIT_EXCEEDED anything but 1 to 10 edits. A separate check, so that nothing is loaded for too many. */
export function requireEditCount({ length }: readonly unknown[]): Result<undefined> {
  if (length >= 1 && length <= MAX_EDITS) return ok();
  return refuse(invalid(`Send 1 to ${MAX_EDITS} edits, not ${length}.`, [], 'LIMIT_EXCEEDED'));
}

/**
 * Returns what an association copies from another schedule: its rate cards and rules, and the currencies in which those cards are priced.
 * The cycle is not copied, because the day and the overrides of the association determine it.
 */
export function overridesFrom({ currencies, pricingRules, rateCardSetId }: ScheduleContent): ScheduleOverrides {
  return { pricingCycle: null, currencies, pricingRules, rateCardSetId };
}

/** Refuses with CURRENCY_NOT_SUPPORTED a schedule that has no price in the account's currency, overrides included. */
function requireCurrency(invoiceCurrency: string, version: PlanVersion, overrides: ScheduleOverrides): Result<undefined> {
  const currencies = overrides.currencies ?? version.currencies;
  if (currencies.includes(invoiceCurrency)) return ok();
  const message = `The account is invoiced in ${invoiceCurrency}, which is not one of the schedule's currencies: ${currencies.join(', ')}.`;
  return refuse(precondition('CURRENCY_NOT_SUPPORTED', message, ['pricePlanId']));
}

/** Returns the content of a schedule of the version with these overrides. */
export function contentOn(
  version: PlanVersion,
  overrides: ScheduleOverrides,
  identity: Pick<ScheduleContent, 'scheduleId' | 'countsFrom'>,
): ScheduleContent {
  const { pricePlanId, id: planVersionId } = version;
  const rateCardSetId = overrides.rateCardSetId ?? version.rateCardSetId;
  return normalizeOverrides({ ...overrides, ...identity, pricePlanId, planVersionId, rateCardSetId }, version);
}

/**
 * Returns the timeline after a change. Refuses with LIMIT_EXCEEDED more schedules or bytes than an account may have. A change that takes no
 * more bytes than before is accepted, so that a timeline over the limit can be made smaller.
 */
export function checkSize(before: Schedules, after: Schedules): Result<Schedules> {
  if (after.length > MAX_SCHEDULES) {
    return refuse(
      precondition(
        'LIMIT_EXCEEDED',
        `An account can have at most ${grouped(MAX_SCHEDULES)} schedules. This change would make ${grouped(after.length)}.`,
      ),
    );
  }
  const bytes = bytesOf(after);
  if (bytes <= MAX_TIMELINE_BYTES || bytes <= bytesOf(before)) return ok(after);
  const message = `The schedules of an account have at most ${grouped(MAX_TIMELINE_BYTES)} bytes as JSON, overrides included. This change would make ${grouped(bytes)}. Use fewer or shorter pricing rules.`;
  return refuse(precondition('LIMIT_EXCEEDED', message));
}

const bytesOf = (timeline: Schedules): number => jsonBytes(timeline.map(({ period, content }) => ({ period, content })));

/** Returns the plan versions with those that the edits add to the timeline. */
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
  const identity = { scheduleId: context.nextScheduleId(), countsFrom: period.start };
  return ok(contentOn(version, { ...overrides, pricingCycle: pricingCycle.value }, identity));
}

/** Returns the content of the part after a cut: the same content as a new schedule. */
function withNewId({ nextScheduleId }: EditContext): (content: ScheduleContent) => ScheduleContent {
  return (content) => ({ ...content, scheduleId: nextScheduleId() });
}
