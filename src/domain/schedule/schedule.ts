import { contentEquals } from '../content-text.ts';
import type { PlanTerms, PlanVersion } from '../price-plan/price-plan.ts';
import { cycleContent, type PricingCycleConfig } from '../pricing-cycle.ts';
import { type PricingRule, ruleContent } from '../pricing-rule/pricing-rule.ts';
import { sameCards } from '../rate-card/set.ts';
import type { Timeline } from '../timeline/timeline.ts';

/** What a schedule carries over its period: a pinned plan version and its own overrides, null where the plan's word stands. */
export interface ScheduleContent {
  readonly scheduleId: string;
  readonly pricePlanId: string;
  readonly planVersionId: string;
  /** The plan version's own set unless rate cards are overridden. */
  readonly rateCardSetId: string;
  readonly pricingCycle: PricingCycleConfig | null;
  readonly currencies: readonly string[] | null;
  readonly pricingRules: readonly PricingRule[] | null;
}

/** An account's schedules: on any day at most one is in force (README, "Schedules"). */
export type Schedules = Timeline<ScheduleContent>;

/** What a schedule says otherwise than its plan version; null where it says the same. */
export interface ScheduleOverrides {
  readonly pricingCycle: PricingCycleConfig | null;
  readonly currencies: readonly string[] | null;
  readonly pricingRules: readonly PricingRule[] | null;
  readonly rateCardSetId: string | null;
}

export const NO_OVERRIDES: ScheduleOverrides = { pricingCycle: null, currencies: null, pricingRules: null, rateCardSetId: null };

/** What holds under a schedule: the plan version's terms with the overrides in their place. */
export interface EffectiveTerms extends PlanTerms {
  readonly rateCardSetId: string;
}

/** Plan versions by their id: every one that the schedules at hand are pinned to. */
export type PlanVersions = ReadonlyMap<string, PlanVersion>;

export function effectiveTerms(content: ScheduleContent, version: PlanVersion): EffectiveTerms {
  return {
    pricingCycle: content.pricingCycle ?? version.pricingCycle,
    currencies: content.currencies ?? version.currencies,
    pricingRules: content.pricingRules ?? version.pricingRules,
    deferredRevenue: version.deferredRevenue,
    allowOngoingCycleUpdates: version.allowOngoingCycleUpdates,
    rateCardSetId: content.rateCardSetId,
  };
}

/**
 * The content with every override that says what the plan version says anyway taken away, so that `isOverridden` is exact (README,
 * "Content"). Stored content is always normalized.
 */
export function normalizeOverrides(content: ScheduleContent, version: PlanVersion): ScheduleContent {
  return {
    ...content,
    pricingCycle: samePart(content, version, 'pricingCycle') ? null : content.pricingCycle,
    currencies: samePart(content, version, 'currencies') ? null : content.currencies,
    pricingRules: samePart(content, version, 'pricingRules') ? null : content.pricingRules,
    rateCardSetId: samePart(content, version, 'rateCardSetId') ? version.rateCardSetId : content.rateCardSetId,
  };
}

/** Which of the four differ from the plan version, given normalized content. */
export function overriddenParts(content: ScheduleContent, version: PlanVersion): readonly (keyof ScheduleOverrides)[] {
  const parts = (['pricingCycle', 'currencies', 'pricingRules'] as const).filter((part) => content[part] !== null);
  return samePart(content, version, 'rateCardSetId') ? parts : [...parts, 'rateCardSetId'];
}

/** Whether a schedule says anything otherwise than its plan version, given normalized content. */
export function isOverridden(content: ScheduleContent, version: PlanVersion): boolean {
  return overriddenParts(content, version).length > 0;
}

/** Whether two schedules are of one plan version and say the same: what lets neighbours become one. Their ids do not matter. */
export function sameContent(a: ScheduleContent, b: ScheduleContent): boolean {
  return a.planVersionId === b.planVersionId && differingParts(a, b).length === 0;
}

/** The parts in which two contents differ. */
export function differingParts(a: ScheduleContent, b: ScheduleContent): readonly (keyof ScheduleOverrides)[] {
  return PARTS.filter((part) => !samePart(a, b, part));
}

/** The version that a schedule is pinned to. A schedule whose version was not loaded is a bug of the caller. */
export function versionOf(content: ScheduleContent, versions: PlanVersions): PlanVersion {
  const version = versions.get(content.planVersionId);
  if (!version) throw new Error(`Plan version ${content.planVersionId} of schedule ${content.scheduleId} was not loaded.`);
  return version;
}

const PARTS = ['pricingCycle', 'currencies', 'pricingRules', 'rateCardSetId'] as const satisfies readonly (keyof ScheduleOverrides)[];

/** What a schedule or a plan version says in the parts that can be overridden. */
type Parts = Pick<ScheduleContent, (typeof PARTS)[number]>;

function samePart(a: Parts, b: Parts, part: (typeof PARTS)[number]): boolean {
  if (a[part] === b[part]) return true;
  return part === 'rateCardSetId' ? sameCards(a[part], b[part]) : contentEquals(comparable(a, part), comparable(b, part));
}

function comparable({ pricingCycle, currencies, pricingRules }: Parts, part: Exclude<(typeof PARTS)[number], 'rateCardSetId'>): unknown {
  if (part === 'pricingCycle') return pricingCycle && cycleContent(pricingCycle);
  return part === 'currencies' ? currencies : pricingRules?.map(ruleContent);
}
