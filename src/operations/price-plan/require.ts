import { requireLive } from '../../domain/price-plan/price-plan.ts';
import { notFound } from '../../domain/refusal.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import { requireRevision } from '../../domain/revision.ts';
import type { PlanWithOpenVersions } from '../../store/price-plans.ts';

/** How an input names the plan that it changes. */
export interface NamedPlan {
  readonly pricePlanId: string;
  /** The revision the caller decided on; absent: whatever it is now. */
  readonly expectedRevision?: number | null | undefined;
}

/** The plan that an input names, writable and at the revision it names: NOT_FOUND, ARCHIVED, or CONFLICT with the current revision. */
export function requirePlan(
  plan: PlanWithOpenVersions | undefined,
  { pricePlanId, expectedRevision }: NamedPlan,
): Result<PlanWithOpenVersions> {
  if (!plan) return refuse(notFound('price plan', pricePlanId, ['pricePlanId']));
  const live = requireLive(plan);
  if (!live.ok) return live;
  const same = requireRevision('plan', expectedRevision ?? null, plan.revision);
  return same.ok ? ok(plan) : same;
}
