import type { BillableItem } from '../../domain/billable-item.ts';
import type { Day } from '../../domain/day.ts';
import { type IssueCode, issueRefusal } from '../../domain/issue.ts';
import { parseCurrencies } from '../../domain/money.ts';
import { issuesOf } from '../../domain/price-plan/issues.ts';
import type { PlanVersion } from '../../domain/price-plan/price-plan.ts';
import { parsePricingCycle } from '../../domain/pricing-cycle.ts';
import { parsePricingRules } from '../../domain/pricing-rule/pricing-rule.ts';
import { applyRateCardOperations, type RateCardOperation } from '../../domain/rate-card/operations.ts';
import { sameCards } from '../../domain/rate-card/set.ts';
import { type CalculatedTerms, cycleFrom } from '../../domain/rating/calculator.ts';
import { cycleOf, ordinalOf, type RatedCycle, type Served } from '../../domain/rating/cycle.ts';
import { notFound, precondition } from '../../domain/refusal.ts';
import { mapPaths, ok, okUnless, type Result, refuse, withPath } from '../../domain/result.ts';
import { effectiveTerms } from '../../domain/schedule/schedule.ts';
import { toPlanVersion } from '../../store/plan-versions.ts';
import { billablesOf, toCards } from '../../store/rate-cards.ts';
import type { accountOn, accountPricedOn, periodsFrom, planAt } from '../../store/rating.ts';
import { toContent } from '../../store/schedules.ts';
import type { CustomPlanInput, PlanVersionInput } from './input.ts';

/** What is priced: a cycle, and the terms that price it. */
export interface PricedCycle {
  readonly terms: CalculatedTerms;
  readonly cycle: RatedCycle;
  /** The items that the rate cards price. */
  readonly items: ReadonlyMap<string, BillableItem>;
  /** What the terms are read from. `null`: the caller wrote them out. */
  readonly source: TermsSource | null;
}

/** The stored plan version or schedule that terms are read from. */
export interface TermsSource {
  readonly version: Pick<PlanVersion, 'id' | 'pricePlanId' | 'version'>;
  /** The schedule in force of the account that is priced. `null`: the plan version is priced itself. */
  readonly scheduleId: string | null;
}

type Plan = Awaited<ReturnType<typeof planAt>>;
type PricedAccount = Awaited<ReturnType<typeof accountPricedOn>>;
type Account = Awaited<ReturnType<typeof accountOn>>;
type Later = Awaited<ReturnType<typeof periodsFrom>>;

/** The rate cards of terms that a caller writes out, as operations on none. */
export const operationsOf = ({ rateCards }: CustomPlanInput): readonly RateCardOperation[] =>
  rateCards.map((card) => ({ actionType: 'CREATE', ...card }));

/** Issues that say nothing about what a cycle costs in one currency, or that only prevent a sale. */
const WITHOUT_EFFECT: ReadonlySet<IssueCode> = new Set(['RATE_MISSING', 'RATES_MISMATCH', 'BILLABLE_ARCHIVED']);

/** A cycle of terms that a caller writes out. Refuses what the same plan would be refused for when it is written or finalized. */
export function customCycle(
  input: CustomPlanInput,
  {
    items,
    today,
    nextRuleId,
  }: { readonly items: ReadonlyMap<string, BillableItem>; readonly today: Day; readonly nextRuleId: () => string },
): Result<PricedCycle> {
  const config = input.pricingCycleConfig ? withPath(parsePricingCycle(input.pricingCycleConfig), 'pricingCycleConfig') : ok(null);
  if (!config.ok) return config;
  const currencies = withPath(parseCurrencies(input.supportedCurrencies), 'supportedCurrencies');
  if (!currencies.ok) return currencies;
  const operations = operationsOf(input);
  const cards = operations.length === 0 ? ok([]) : withPath(applyRateCardOperations([], operations), 'rateCards');
  if (!cards.ok) return cards;
  const rules = withPath(parsePricingRules(input.pricingRules ?? [], [], nextRuleId), 'pricingRules');
  if (!rules.ok) return rules;
  const terms = { pricingCycle: config.value, currencies: currencies.value, cards: cards.value, rules: rules.value };
  const sound = requireSound(terms, items);
  if (!sound.ok) return sound;
  const cycle = cycleFrom(terms, input.effectiveOn ?? today, input.pricingCycleOrdinal ?? 1);
  return cycle.ok ? ok({ terms, cycle: cycle.value, items, source: null }) : cycle;
}

function requireSound({ pricingCycle, currencies, cards, rules }: CalculatedTerms, billables: ReadonlyMap<string, BillableItem>) {
  const terms = { pricingCycle, currencies, pricingRules: rules, deferredRevenue: false, allowOngoingCycleUpdates: false };
  const type = pricingCycle ? 'BILLING' : 'PURCHASE';
  const issues = issuesOf({ referenceId: 'custom', type, terms, rateCards: cards, billables });
  const faults = issues.filter(({ code }) => !WITHOUT_EFFECT.has(code));
  return okUnless(
    faults.map((issue) => {
      const { entityType, entityId } = issue;
      if (entityType === 'RATE_CARD') return issueRefusal(issue, ['rateCards', cards.findIndex(({ name }) => name === entityId)]);
      if (entityType === 'PRICING_RULE') return issueRefusal(issue, ['pricingRules', rules.findIndex(({ name }) => name === entityId)]);
      return issueRefusal(issue, ['pricingCycleConfig']);
    }),
    undefined,
  );
}

/** A cycle of a plan version. Refuses NOT_FOUND for a plan or version that does not exist, and for a day on which no version was active. */
export function planCycle(input: PlanVersionInput, plan: Plan, today: Day): Result<PricedCycle> {
  const { pricePlanId, version, pricingCycleOrdinal } = input;
  const effectiveOn = input.effectiveOn ?? today;
  if (!plan) return refuse(notFound('price plan', pricePlanId, ['pricePlanId']));
  const [row] = plan.versions;
  if (!row) {
    if (version != null) return refuse(notFound('version', String(version), ['version'], { of: 'the plan' }));
    const message = `The plan "${plan.name}" had no active version on ${effectiveOn}. Give a later day.`;
    return refuse(precondition('NOT_FOUND', message, ['effectiveOn']));
  }
  const planVersion = toPlanVersion({ ...row, plan });
  const { pricingCycle, currencies, pricingRules } = planVersion;
  if (plan.type === 'BILLING' && !pricingCycle) {
    return refuse(precondition('PRICING_CYCLE_MISSING', `Version ${row.version} of "${plan.name}" has no pricing cycle yet.`, ['version']));
  }
  const terms = { pricingCycle, currencies, cards: toCards(row.rateCards), rules: pricingRules };
  const cycle = cycleFrom(terms, effectiveOn, pricingCycleOrdinal ?? 1);
  const source = { version: planVersion, scheduleId: null };
  return cycle.ok ? ok({ terms, cycle: cycle.value, items: billablesOf(row.rateCards), source }) : cycle;
}

/** The cycle of an account that a day falls in, by the schedule in force. Refuses as `servedOn` does. */
export function accountCycle(account: PricedAccount | undefined, later: Later, accountId: string, day: Day): Result<PricedCycle> {
  const found = servedOn(account, accountId, day, 'effectiveOn');
  if (!found.ok) return found;
  const { served, schedule } = found.value;
  const version = toPlanVersion(schedule.planVersion);
  const { pricingCycle, currencies, pricingRules } = effectiveTerms(toContent(schedule), version);
  const rows = account?.schedules[0]?.rateCards ?? [];
  const cards = toCards(rows);
  const { countsFrom, startDate, rateCardSetId } = schedule;
  const siblings = (later?.schedules ?? []).flatMap((other) => {
    if (other.countsFrom !== countsFrom || other.startDate === startDate) return [];
    return [{ period: { start: other.startDate, end: other.endDate }, cards: sameCards(other.rateCardSetId, rateCardSetId) ? cards : [] }];
  });
  // What ended before the day is taken to have served all days since it counts, as in an estimate.
  if (countsFrom < startDate) siblings.push({ period: { start: countsFrom, end: startDate }, cards: [] });
  const cycle = cycleOf({ ...served, siblings }, ordinalOf(served, day));
  if (!cycle.ok) return cycle;
  const terms = { pricingCycle, currencies, cards, rules: pricingRules };
  const source = { version, scheduleId: schedule.scheduleId };
  return ok({ terms, cycle: cycle.value, items: billablesOf(rows), source });
}

/**
 * The schedule of an account that is in force on a day. Refuses NOT_FOUND for an account that does not exist, and where nothing is in force: the
 * message names the next day on which something is.
 * @param field the name of the day in the caller's input
 */
export function servedOn(account: Account, accountId: string, day: Day, field: string) {
  if (!account) return refuse(notFound('account', accountId, ['accountId']));
  const [schedule] = account.schedules;
  if (!schedule || schedule.startDate > day) {
    const next = schedule ? `The next one begins on ${schedule.startDate}.` : 'There is none later either.';
    return refuse(precondition('NOT_FOUND', `No schedule of the account "${accountId}" is in force on ${day}. ${next}`, [field]));
  }
  const { pricingCycle } = effectiveTerms(toContent(schedule), toPlanVersion(schedule.planVersion));
  const period = { start: schedule.startDate, end: schedule.endDate };
  const served: Served = { config: pricingCycle, period, countsFrom: schedule.countsFrom };
  return ok({ served, schedule });
}

/** Where a refusal of a statement stands in the caller's input: a rate card or rule stands with the terms, a missing rate with the currency. */
export function withTermsPath<T>(result: Result<T>, terms: string, currency: string): Result<T> {
  return mapPaths(result, ([field]) => [field === 'currency' || field === 'rateCards' ? currency : terms]);
}
