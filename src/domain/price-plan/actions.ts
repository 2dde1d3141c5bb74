import type { Issue } from '../issue.ts';
import { precondition } from '../refusal.ts';
import { ok, type Result, refuse } from '../result.ts';
import { archivePlan, discardVersion, finalizeVersion, type PlanVersion, requireAssociable, requireLive } from './price-plan.ts';

export const PLAN_ACTIONS = ['UPDATE', 'FINALIZE', 'DISCARD', 'ARCHIVE', 'ASSOCIATE'] as const;
export type PlanAction = (typeof PLAN_ACTIONS)[number];

export interface PlanActionAvailability {
  readonly action: PlanAction;
  readonly allowed: boolean;
  /** A sentence that explains why the action is not allowed. `null` if it is allowed. */
  readonly reason: string | null;
}

/** The facts of a plan at one of its versions that the rules use. */
export interface PlanFacts {
  readonly version: PlanVersion;
  readonly archivedAt: number | null;
  /** The number of the newest active version, which an association uses. */
  readonly latestActive: number | null;
  readonly issues: readonly Issue[];
  readonly use: Parameters<typeof archivePlan>[0];
}

/** Returns the actions of a plan at one of its versions and whether each is allowed now, by the same rules as the operations. */
export function availablePlanActions(standing: PlanFacts): readonly PlanActionAvailability[] {
  const { version, archivedAt } = standing;
  const live = requireLive({ name: version.name, archivedAt });
  return PLAN_ACTIONS.map((action) => {
    const result = live.ok ? RULES[action](standing) : live;
    return result.ok ? { action, allowed: true, reason: null } : { action, allowed: false, reason: result.refusals[0].message };
  });
}

const RULES: Readonly<Record<PlanAction, (standing: PlanFacts) => Result<unknown>>> = {
  UPDATE: () => ok(),
  FINALIZE: ({ version, issues }) => finalizeVersion(version, issues),
  DISCARD: ({ version }) => discardVersion({ draft: version, latestActive: null }),
  ARCHIVE: ({ use }) => archivePlan(use),
  ASSOCIATE: ({ version, latestActive }) => {
    const associable = requireAssociable(version);
    return associable.ok && version.version !== latestActive ? refuse(notNewest(version, latestActive)) : associable;
  },
};

const notNewest = ({ name, version }: PlanVersion, latestActive: number | null) =>
  precondition(
    'PLAN_NOT_ASSOCIABLE',
    `An association uses the newest active version of "${name}", which is ${latestActive}, not version ${version}.`,
  );
