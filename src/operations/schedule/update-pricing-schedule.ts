import type { Day } from '../../domain/day.ts';
import { invalid } from '../../domain/refusal.ts';
import { ok, type Result, refuse, under } from '../../domain/result.ts';
import { NO_OVERRIDES } from '../../domain/schedule.ts';
import type { ScheduleEdit } from '../../domain/schedule-edit.ts';
import { period } from '../../domain/timeline/period.ts';
import { licensesById } from '../../store/license-updates.ts';
import { type PlanWithActiveVersion, plansWithActiveVersion } from '../../store/plan-versions.ts';
import { accountWithTimeline } from '../../store/schedules.ts';
import { requireAccount } from '../account/require.ts';
import { operation } from '../operation.ts';
import { newestActive, type PricePlanDetailsOverrideInput, parseDetailsOverride } from './association.ts';
import { editActiveTimeline } from './edit-timeline.ts';
import { licenseIdsOf, type PreActions, parsePreActions, writeLicenseUpdates } from './pre-actions.ts';

export interface UpdatePricingScheduleInput {
  readonly accountId: string;
  readonly mode?: 'ASSOCIATE' | 'DISASSOCIATE' | null | undefined;
  readonly pricePlanId?: string | null | undefined;
  readonly effectiveFrom: Day;
  readonly effectiveUntil: Day;
  readonly pricePlanDetailsOverride?: PricePlanDetailsOverrideInput | null | undefined;
  readonly retainStartOffsets?: boolean | null | undefined;
  readonly preActions?: PreActions;
  readonly expectedRevision?: number | null | undefined;
}

/** Associates a plan with an account over a period, or clears the period, at once. */
export const updatePricingSchedule = operation({
  name: 'updatePricingSchedule',
  scope: 'schedules:write',
  async decide(
    input: UpdatePricingScheduleInput,
    work,
  ): Promise<Result<{ account: string; schedules: readonly string[]; licenseUpdates: readonly string[] }>> {
    const { store, now } = work;
    const [found, plans, licenses] = await store.db.batch([
      accountWithTimeline(store, input.accountId),
      plansWithActiveVersion(store, input.pricePlanId == null ? [] : [input.pricePlanId]),
      licensesById(store, licenseIdsOf(input.preActions)),
    ]);
    const required = requireAccount(found, input);
    if (!required.ok) return required;
    const account = required.value;
    const edit = parseEdit(input, plans);
    if (!edit.ok) return edit;
    const licenseUpdates = parsePreActions(input.preActions, licenses, now);
    if (!licenseUpdates.ok) return licenseUpdates;

    const edited = editActiveTimeline(work, account, edit.value);
    if (!edited.ok) return edited;
    const { before, after, written } = edited.value;
    const recorded = writeLicenseUpdates(work, account.id, licenseUpdates.value);
    work.audit({
      subjectId: account.id,
      entities: [account.id, ...written, ...recorded],
      before,
      after,
    });
    return ok({ account: account.id, schedules: written, licenseUpdates: recorded });
  },
});

function parseEdit(input: UpdatePricingScheduleInput, plans: readonly PlanWithActiveVersion[]): Result<ScheduleEdit> {
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
