import { type Availability, type AvailableAction, availableActions, unavailable } from '../availability.ts';
import type { Issue } from '../issue.ts';
import { ok, type Result } from '../result.ts';
import {
  archivePlan,
  discardVersion,
  finalizeVersion,
  type NamedVersions,
  type PlanVersion,
  requireAssociable,
  requireLive,
  requireNamedVersion,
  requireOffered,
} from './price-plan.ts';

export const PLAN_ACTIONS = ['UPDATE', 'FINALIZE', 'DISCARD', 'ARCHIVE', 'ASSOCIATE'] as const;
export type PlanAction = (typeof PLAN_ACTIONS)[number];

/** The facts of a plan at one of its versions that the rules use. An association uses the newest active version. */
export interface PlanFacts extends NamedVersions {
  readonly version: PlanVersion;
  readonly archivedAt: number | null;
  readonly issues: readonly Issue[];
  readonly use: Parameters<typeof archivePlan>[0];
}

/** Returns the actions of a plan at one of its versions and whether each is allowed now, by the same rules as the operations. */
export function availablePlanActions(standing: PlanFacts): readonly AvailableAction<PlanAction>[] {
  const { version, archivedAt } = standing;
  const live = requireLive({ name: version.name, archivedAt });
  return availableActions(PLAN_ACTIONS, (action) => (live.ok || action === 'ASSOCIATE' ? RULES[action](standing) : live));
}

const RULES: Readonly<Record<PlanAction, (standing: PlanFacts) => Result<unknown> | Availability>> = {
  UPDATE: () => ok(),
  FINALIZE: (standing) => ofDraft(standing, 'ACTIVE', ({ version, issues }) => finalizeVersion(version, issues)),
  DISCARD: (standing) => ofDraft(standing, 'DISCARDED', ({ version }) => discardVersion({ draft: version, latestActive: null })),
  ARCHIVE: ({ use }) => archivePlan(use),
  ASSOCIATE: ({ version, archivedAt, latestActive }) => {
    const { name, type, version: number } = version;
    const offered = requireOffered({ name, archivedAt }, latestActive);
    if (!offered.ok) return offered;
    if (type !== 'BILLING' || number === offered.value.version) return requireAssociable(version);
    const message = `An association uses the newest active version of "${name}", which is ${offered.value.version}, not version ${number}.`;
    return unavailable('OTHER_VERSION', message);
  },
};

/** The decision on the version, if it is the plan's draft. */
function ofDraft(standing: PlanFacts, to: string, decide: (standing: PlanFacts) => Result<unknown>): Result<unknown> {
  const named = requireNamedVersion(standing, standing.version.id, to);
  return named.ok ? decide(standing) : named;
}
