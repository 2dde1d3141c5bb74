import type { BillableItem } from '../billable-item.ts';
import { contentEquals } from '../content-text.ts';
import { maxDay, minDay } from '../day.ts';
import type { Issue } from '../issue.ts';
import { issuesOf } from '../price-plan/issues.ts';
import type { PlanVersion } from '../price-plan/price-plan.ts';
import type { RateCard } from '../rate-card/rate-card.ts';
import { overlaps, type Period } from '../timeline/period.ts';
import { differences } from '../timeline/timeline.ts';
import { effectiveTerms, type PlanVersions, type ScheduleContent, type Schedules, sameContent, versionOf } from './schedule.ts';
import { byId } from './writes.ts';

/** The rate cards of a set in order, and the items that they price. */
export interface PricedCards {
  readonly rateCards: readonly RateCard[];
  readonly billables: ReadonlyMap<string, BillableItem>;
}

/** A schedule with everything that it refers to. The rate cards are those of its own set. */
export interface ScheduleToCheck extends PricedCards {
  readonly content: ScheduleContent;
  readonly version: PlanVersion;
  readonly accountCurrency: string;
}

/** What is needed to find the issues of schedules. */
export interface IssueContext {
  readonly versions: PlanVersions;
  readonly accountCurrency: string;
  /** Returns the cards of a set by its id. */
  readonly cardsOf: (rateCardSetId: string) => PricedCards;
}

/** Returns everything that prevents finalizing a schedule, overrides included (README, "What blocks a finalize"). */
export function scheduleIssues({ content, version, rateCards, billables, accountCurrency }: ScheduleToCheck): readonly Issue[] {
  const terms = effectiveTerms(content, version);
  return issuesOf({ referenceId: content.scheduleId, type: version.type, terms, rateCards, billables, accountCurrency });
}

/**
 * Returns the issues that a change of a timeline causes: those of every schedule that is in force on a day that differs. A schedule that
 * keeps its days and changes its content is not blamed for the issues that it had before.
 */
export function changeIssues(before: Schedules, after: Schedules, context: IssueContext): readonly Issue[] {
  const changed = differences(before, after, sameContent);
  const standing = byId(before);
  const issuesIn = issueReader(context);
  return after.flatMap(({ period, content }) => {
    const days = changed.filter((each) => overlaps(each, period));
    if (days.length === 0) return [];
    const earlier = standing.get(content.scheduleId);
    const isChanged =
      earlier?.content.planVersionId === content.planVersionId && days.every((each) => covers(earlier.period, each, period));
    return isChanged ? beyond(content, earlier.content, context, issuesIn) : issuesIn(content);
  });
}

/**
 * Returns the issues of a schedule that the schedule before it did not have. The issue of a rate card is old only if the card itself is the
 * same: an existing card of an archived item may continue, but cannot be changed.
 */
export const issuesBeyond = (content: ScheduleContent, earlier: ScheduleContent, context: IssueContext): readonly Issue[] =>
  beyond(content, earlier, context, issueReader(context));

function beyond(content: ScheduleContent, earlier: ScheduleContent, { cardsOf }: IssueContext, issuesIn: IssueReader): readonly Issue[] {
  const issues = issuesIn(content);
  if (issues.length === 0) return issues;
  const stood = issuesIn(earlier);
  const [cards, earlierCards] = [content, earlier].map(({ rateCardSetId }) => cardsByName(cardsOf(rateCardSetId)));
  return issues.filter(
    ({ code, entityType, entityId, errorMessage }) =>
      !stood.some((issue) => issue.code === code && issue.entityType === entityType && issue.errorMessage === errorMessage) ||
      (entityType === 'RATE_CARD' && !contentEquals(cards?.get(entityId), earlierCards?.get(entityId))),
  );
}

type IssueReader = (content: ScheduleContent) => readonly Issue[];

/** Tells the issues of contents, each distinct one judged once: a timeline says the same on many of its schedules. */
function issueReader({ versions, accountCurrency, cardsOf }: IssueContext): IssueReader {
  const known = new Map<string, readonly Issue[]>();
  return (content) => {
    const { scheduleId, planVersionId, rateCardSetId, pricingCycle, currencies, pricingRules } = content;
    const key = JSON.stringify([planVersionId, rateCardSetId, pricingCycle, currencies, pricingRules]);
    const version = versionOf(content, versions);
    const issues = known.get(key) ?? scheduleIssues({ content, version, accountCurrency, ...cardsOf(rateCardSetId) });
    known.set(key, issues);
    return issues.map((issue) => ofSchedule(issue, scheduleId));
  };
}

/** An issue of an equal content, as one of this schedule. */
function ofSchedule(issue: Issue, scheduleId: string): Issue {
  const isWhole = issue.entityType === 'SCHEDULE' || issue.entityType === 'PRICING_CYCLE';
  return { ...issue, referenceId: scheduleId, ...(isWhole && { entityId: scheduleId }) };
}

const cardsByName = ({ rateCards }: PricedCards) => new Map(rateCards.map((card) => [card.name, card]));

/** Whether `outer` covers the days that `days` and `within` share. */
function covers(outer: Period, days: Period, within: Period): boolean {
  return outer.start <= maxDay(days.start, within.start) && minDay(days.end, within.end) <= outer.end;
}
