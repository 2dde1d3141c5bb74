import type { BillableItem } from '../billable-item.ts';
import type { Issue } from '../issue.ts';
import { issuesOf } from '../plan-issues.ts';
import type { PlanVersion } from '../price-plan.ts';
import type { RateCard } from '../rate-card.ts';
import { effectiveTerms, type ScheduleContent } from '../schedule.ts';

/** A schedule with what it refers to: `rateCards` are those of its own set, `billables` the items they price. */
export interface ScheduleToCheck {
  readonly content: ScheduleContent;
  readonly version: PlanVersion;
  readonly rateCards: readonly RateCard[];
  readonly billables: ReadonlyMap<string, BillableItem>;
  readonly accountCurrency: string;
}

/** Everything that stands against finalizing a schedule with its overrides in place (README, "What blocks a finalize"). */
export function scheduleIssues({ content, version, rateCards, billables, accountCurrency }: ScheduleToCheck): readonly Issue[] {
  const terms = effectiveTerms(content, version);
  return issuesOf({ referenceId: content.scheduleId, type: version.type, terms, rateCards, billables, accountCurrency });
}
