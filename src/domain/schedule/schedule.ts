import { contentEquals } from '../content-text.ts';
import type { Day } from '../day.ts';
import type { PlanTerms, PlanVersion } from '../price-plan/price-plan.ts';
import { cycleContent, type PricingCycleConfig } from '../pricing-cycle.ts';
import { type PricingRule, ruleContent } from '../pricing-rule/pricing-rule.ts';
import { sameCards } from '../rate-card/set.ts';
import type { Timeline } from '../timeline/timeline.ts';

/** The content of a schedule: a pinned plan version and overrides. `null` means the plan version's value. */
export interface ScheduleContent {
  readonly scheduleId: string;
  /**
   * The day from which its cycles are counted: its first day when it is associated, or that of the schedule that it was cut or migrated
   * from. It is not compared: neighbours of the same content that count from different days can be joined.
   */
  readonly countsFrom: Day;
  readonly pricePlanId: string;
  readonly planVersionId: string;
  /** The plan version's own set unless the rate cards are overridden. */
  readonly rateCardSetId: string;
  readonly pricingCycle: PricingCycleConfig | null;
  readonly currencies: readonly string[] | null;
  readonly pricingRules: readonly PricingRule[] | null;
}

/** An account's schedules. At most one is in force on any day (README, "Schedules"). */
export type Schedules = Timeline<ScheduleContent>;

/** The overrides of a schedule. `null` means the plan version's value. */
export interface ScheduleOverrides {
  readonly pricingCycle: PricingCycleConfig | null;
  readonly currencies: readonly string[] | null;
  readonly pricingRules: readonly PricingRule[] | null;
  readonly rateCardSetId: string | null;
}

export const NO_OVERRIDES: ScheduleOverrides = { pricingCycle: null, currencies: null, pricingRules: null, rateCardSetId: null };

/** The terms in force under a schedule: the plan version's terms with its overrides. */
export interface EffectiveTerms extends PlanTerms {
  readonly rateCardSetId: string;
}

/** All plan versions that the schedules in question use, by id. */
export type PlanVersions = ReadonlyMap<string, PlanVersion>;

/** Returns one term in force under a schedule: the override, or else the plan version's term. */
export function effectiveTerm<K extends 'pricingCycle' | 'currencies' | 'pricingRules'>(
  term: K,
  overrides: { readonly [P in K]: PlanTerms[P] | null },
  version: Pick<PlanTerms, K>,
): PlanTerms[K] {
  return overrides[term] ?? version[term];
}

/** Returns the terms in force under a schedule. */
export function effectiveTerms(content: ScheduleContent, version: PlanVersion): EffectiveTerms {
  return {
    pricingCycle: effectiveTerm('pricingCycle', content, version),
    currencies: effectiveTerm('currencies', content, version),
    pricingRules: effectiveTerm('pricingRules', content, version),
    deferredRevenue: version.deferredRevenue,
    allowOngoingCycleUpdates: version.allowOngoingCycleUpdates,
    rateCardSetId: content.rateCardSetId,
  };
}

/**
 * Removes every override that equals the plan version's value, so that `isOverridden` is exact (README, "Content"). Stored content is
 * always normalized.
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

/** Returns the overridden parts of normalized content. */
export function overriddenParts(content: ScheduleContent, version: PlanVersion): readonly (keyof ScheduleOverrides)[] {
  const parts = (['pricingCycle', 'currencies', 'pricingRules'] as const).filter((part) => content[part] !== null);
  return samePart(content, version, 'rateCardSetId') ? parts : [...parts, 'rateCardSetId'];
}

/** Whether normalized content has any override. */
export function isOverridden(content: ScheduleContent, version: PlanVersion): boolean {
  return overriddenParts(content, version).length > 0;
}

/** Whether two schedules have the same plan version and the same overrides, so that neighbours can be joined. Their ids do not matter. */
export function sameContent(a: ScheduleContent, b: ScheduleContent): boolean {
  return a.planVersionId === b.planVersionId && differingParts(a, b).length === 0;
}

/** Returns the parts in which two contents differ. */
export function differingParts(a: ScheduleContent, b: ScheduleContent): readonly (keyof ScheduleOverrides)[] {
  return PARTS.filter((part) => !samePart(a, b, part));
}

/** Returns the plan version of a schedule. Throws if it was not loaded, which is a bug of the caller. */
export function versionOf(content: ScheduleContent, versions: PlanVersions): PlanVersion {
  const version = versions.get(content.planVersionId);
  if (!version) throw new Error(`Plan version ${content.planVersionId} of schedule ${content.scheduleId} was not loaded.`);
  return version;
}

const PARTS = ['pricingCycle', 'currencies', 'pricingRules', 'rateCardSetId'] as const satisfies readonly (keyof ScheduleOverrides)[];

/** The parts of a schedule or a plan version that can be overridden. */
type Parts = Pick<ScheduleContent, (typeof PARTS)[number]>;

function samePart(a: Parts, b: Parts, part: (typeof PARTS)[number]): boolean {
  if (a[part] === b[part]) return true;
  return part === 'rateCardSetId' ? sameCards(a[part], b[part]) : contentEquals(comparable(a, part), comparable(b, part));
}

function comparable({ pricingCycle, currencies, pricingRules }: Parts, part: Exclude<(typeof PARTS)[number], 'rateCardSetId'>): unknown {
  if (part === 'pricingCycle') return pricingCycle && cycleContent(pricingCycle);
  return part === 'currencies' ? currencies : pricingRules?.map(ruleContent);
}
