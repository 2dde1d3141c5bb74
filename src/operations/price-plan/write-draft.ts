import { contentEquals } from '../../domain/content-text.ts';
import { editableVersion, type PlanVersion } from '../../domain/price-plan/price-plan.ts';
import { advancePlan, insertVersion, openVersions, type PlanWithOpenVersions, planIsAt, updateVersion } from '../../store/price-plans.ts';
import type { Work } from '../operation.ts';

/** Returns the version that a change applies to: the draft, or version n + 1 as a copy of the newest active version. */
export const draftOf = ({ newId }: Work, plan: PlanWithOpenVersions): PlanVersion => editableVersion(openVersions(plan), newId('ppv'));

/**
 * Writes a plan's draft, and opens it if there is none. Guarded by the plan's revision, which it advances. A draft with the same content is
 * not written.
 * @param more the ids of other entities that the same write changes
 */
export function writePlanDraft(
  work: Work,
  plan: PlanWithOpenVersions,
  after: PlanVersion,
  more: readonly string[] = [],
): { pricePlan: string } {
  const { store, unit, now } = work;
  const { draft, latestActive } = openVersions(plan);
  unit.guard(planIsAt(store, plan), plan.revision);
  if (!draft) unit.write(insertVersion(store, after, now));
  else if (!contentEquals(draft, after)) unit.write(updateVersion(store, draft, after, now));
  unit.record(advancePlan(store, plan, { updatedAt: now }));
  work.audit({ subjectId: plan.id, entities: [plan.id, after.id, ...more], before: draft ?? latestActive, after });
  return { pricePlan: after.id };
}
