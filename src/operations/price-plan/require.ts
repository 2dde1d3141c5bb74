import { requireLive } from '../../domain/price-plan/price-plan.ts';
import { notFound } from '../../domain/refusal.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import { requireRevision } from '../../domain/revision.ts';
import type { PlanWithOpenVersions } from '../../store/price-plans.ts';

/** The fields with which an input selects the plan to change. */
export interface NamedPlan {
  readonly pricePlanId: string;
  /** The revision on which the caller's decision is based. Omit to skip the check. */
  readonly expectedRevision?: number | null | undefined;
}

/** Returns the plan of an input. Refuses with NOT_FOUND, with ARCHIVED, and with CONFLICT if its revision differs from the expected one. */
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
