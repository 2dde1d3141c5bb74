import type { PlanVersion } from '../../domain/price-plan.ts';
import { notFound, type PathSegment, precondition } from '../../domain/refusal.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import type { PlanVersions } from '../../domain/schedule.ts';
import type { ScheduleEdit } from '../../domain/schedule-edit.ts';
import { type PlanWithActiveVersion, toPlanVersion } from '../../store/plan-versions.ts';

/** The version that an association pins: the plan's newest active one at this moment. */
export function newestActive(
  plans: readonly PlanWithActiveVersion[],
  pricePlanId: string,
  path: readonly PathSegment[],
): Result<PlanVersion> {
  const plan = plans.find(({ id }) => id === pricePlanId);
  if (!plan) return refuse(notFound('price plan', pricePlanId, path));
  if (plan.archivedAt !== null) return refuse(precondition('PLAN_NOT_ASSOCIABLE', `The plan "${plan.name}" is archived.`, path));
  const [version] = plan.versions;
  if (version) return ok(toPlanVersion({ ...version, plan }));
  return refuse(precondition('PLAN_NOT_ASSOCIABLE', `The plan "${plan.name}" is still a draft; finalize it first.`, path));
}

/** What is known of the plan versions in a timeline, with those that edits bring into it. */
export function versionsWith(versions: PlanVersions, edits: readonly ScheduleEdit[]): PlanVersions {
  return new Map([...versions, ...edits.flatMap((edit) => (edit.mode === 'ASSOCIATE' ? [[edit.version.id, edit.version] as const] : []))]);
}
