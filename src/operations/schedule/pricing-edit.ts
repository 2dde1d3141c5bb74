import type { Day } from '../../domain/day.ts';
import type { LicenseUpdate } from '../../domain/license-update.ts';
import { invalid } from '../../domain/refusal.ts';
import { all, ok, type Result, refuse, under } from '../../domain/result.ts';
import { NO_OVERRIDES } from '../../domain/schedule.ts';
import type { ScheduleEdit } from '../../domain/schedule-edit.ts';
import { period } from '../../domain/timeline/period.ts';
import { licensesById } from '../../store/license-updates.ts';
import { type PlanWithActiveVersion, plansWithActiveVersion } from '../../store/plan-versions.ts';
import { type AccountWithActiveTimeline, accountWithActiveTimeline } from '../../store/schedules.ts';
import type { Work } from '../operation.ts';
import { newestActive, type PricePlanDetailsOverrideInput, parseDetailsOverride } from './association.ts';
import { type PlannedTimeline, planEdits, writePlanned } from './edit-timeline.ts';
import { licenseIdsOf, type PreActions, parsePreActions, writeLicenseUpdates } from './pre-actions.ts';

/** One edit of an active timeline, as callers write it. */
export interface PricingEditInput {
  readonly mode?: 'ASSOCIATE' | 'DISASSOCIATE' | null | undefined;
  readonly pricePlanId?: string | null | undefined;
  readonly effectiveFrom: Day;
  readonly effectiveUntil: Day;
  readonly pricePlanDetailsOverride?: PricePlanDetailsOverrideInput | null | undefined;
  readonly retainStartOffsets?: boolean | null | undefined;
  readonly preActions?: PreActions;
}

/** Edits that have been decided, and what they would make of the account. */
export interface PricingPlan extends PlannedTimeline {
  readonly licenseUpdates: readonly LicenseUpdate[];
}

/** The row ids of what was written. */
export interface WrittenPricing {
  readonly schedules: readonly string[];
  readonly licenseUpdates: readonly string[];
}

/** Everything that a decision about the edits needs, in one batch. */
export function loadForPricing({ store }: Work, accountId: string, edits: readonly PricingEditInput[]) {
  return store.db.batch([
    accountWithActiveTimeline(store, accountId),
    plansWithActiveVersion(
      store,
      edits.flatMap(({ pricePlanId }) => pricePlanId ?? []),
    ),
    licensesById(
      store,
      edits.flatMap(({ preActions }) => licenseIdsOf(preActions)),
    ),
  ]);
}

/** Decides on edits in their order, all or none, and writes nothing. A refusal's path begins with the index of its edit. */
export function planPricing(
  work: Work,
  account: AccountWithActiveTimeline,
  inputs: readonly PricingEditInput[],
  known: { readonly plans: readonly PlanWithActiveVersion[]; readonly licenses: readonly { readonly id: string }[] },
): Result<PricingPlan> {
  const edits = all(inputs.map((input, i) => under(parseEdit(input, known.plans), i)));
  if (!edits.ok) return edits;
  const licenseUpdates = all(inputs.map(({ preActions }, i) => under(parsePreActions(preActions, known.licenses, work.now), i)));
  if (!licenseUpdates.ok) return licenseUpdates;
  const planned = planEdits(work, account, edits.value);
  return planned.ok ? ok({ ...planned.value, licenseUpdates: licenseUpdates.value.flat() }) : planned;
}

/** Writes what was decided, with its audit entry. */
export function writePricing(work: Work, plan: PricingPlan): WrittenPricing {
  const { account } = plan;
  const { before, after, written } = writePlanned(work, plan);
  const licenseUpdates = writeLicenseUpdates(work, account.id, plan.licenseUpdates);
  work.audit({ subjectId: account.id, entities: [account.id, ...written, ...licenseUpdates], before, after });
  return { schedules: written, licenseUpdates };
}

function parseEdit(input: PricingEditInput, plans: readonly PlanWithActiveVersion[]): Result<ScheduleEdit> {
  const days = period(input.effectiveFrom, input.effectiveUntil);
  if (!days.ok) return days;
  const { pricePlanId, pricePlanDetailsOverride, retainStartOffsets } = input;
  if (input.mode === 'DISASSOCIATE') {
    if (pricePlanId == null && !pricePlanDetailsOverride) return ok({ mode: 'DISASSOCIATE', period: days.value, merge: false });
    return refuse(invalid('DISASSOCIATE clears the period of whatever plan; it takes no pricePlanId and no override.', ['pricePlanId']));
  }
  if (pricePlanId == null) return refuse(invalid('ASSOCIATE needs the pricePlanId of the plan to associate.', ['pricePlanId']));
  const version = newestActive(plans, pricePlanId, ['pricePlanId']);
  if (!version.ok) return version;
  const override = under(parseDetailsOverride(pricePlanDetailsOverride ?? {}), 'pricePlanDetailsOverride');
  if (!override.ok) return override;
  const overrides = { ...NO_OVERRIDES, ...override.value };
  const association = { period: days.value, version: version.value, overrides, merge: false };
  return ok({ mode: 'ASSOCIATE', ...association, retainStartOffsets: retainStartOffsets ?? false });
}
