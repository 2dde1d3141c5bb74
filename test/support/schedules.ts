import { type Day, parseDay } from '../../src/domain/day.ts';
import type { PlanVersion } from '../../src/domain/price-plan/price-plan.ts';
import type { PricingCycleConfig } from '../../src/domain/pricing-cycle.ts';
import type { Result } from '../../src/domain/result.ts';
import type { Association, Disassociation, EditContext } from '../../src/domain/schedule/edit.ts';
import type { PlanVersions, ScheduleContent, Schedules } from '../../src/domain/schedule/schedule.ts';
import type { Period } from '../../src/domain/timeline/period.ts';
import type { Piece } from '../../src/domain/timeline/timeline.ts';

/** The value of a result that a test takes for granted. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`Refused: ${JSON.stringify(result.refusals)}`);
}

export const day = (text: string): Day => unwrap(parseDay(text));
export const period = (start: string, end: string): Period => ({ start: day(start), end: day(end) });

export const MONTHLY: PricingCycleConfig = {
  interval: 'MONTHLY',
  dayOffset: '1',
  monthOffset: 'NIL',
  gracePeriod: 3,
  anniversaryCycle: false,
};
export const QUARTERLY: PricingCycleConfig = { ...MONTHLY, interval: 'QUARTERLY', monthOffset: 'FIRST' };

/** An active version of a monthly plan in USD and EUR, unless said otherwise. */
export function planVersion(id: string, other: Partial<PlanVersion> = {}): PlanVersion {
  return {
    id,
    pricePlanId: `plan-of-${id}`,
    name: `Plan ${id}`,
    type: 'BILLING',
    version: 1,
    status: 'ACTIVE',
    description: null,
    rateCardSetId: `cards-of-${id}`,
    pricingCycle: MONTHLY,
    currencies: ['USD', 'EUR'],
    pricingRules: [],
    deferredRevenue: false,
    allowOngoingCycleUpdates: false,
    ...other,
  };
}

export const BASIC = planVersion('basic');
export const PRO = planVersion('pro');
export const DEFERRED = planVersion('deferred', { deferredRevenue: true });
export const ONGOING = planVersion('ongoing', { allowOngoingCycleUpdates: true });
export const VERSIONS: PlanVersions = new Map([BASIC, PRO, DEFERRED, ONGOING].map((version) => [version.id, version]));

/** A schedule of a plan version with nothing overridden, unless said otherwise. */
export function schedule(
  scheduleId: string,
  start: string,
  end: string,
  version: PlanVersion,
  other: Partial<ScheduleContent> = {},
): Piece<ScheduleContent> {
  const { pricePlanId, rateCardSetId } = version;
  const nothing = { pricingCycle: null, currencies: null, pricingRules: null };
  return {
    period: period(start, end),
    content: { scheduleId, countsFrom: day(start), pricePlanId, planVersionId: version.id, rateCardSetId, ...nothing, ...other },
  };
}

const NOTHING = { pricingCycle: null, currencies: null, pricingRules: null, rateCardSetId: null };

export function associate(start: string, end: string, version: PlanVersion, other: Partial<Association> = {}): Association {
  return { mode: 'ASSOCIATE', period: period(start, end), version, overrides: NOTHING, retainStartOffsets: false, merge: false, ...other };
}

export function disassociate(start: string, end: string): Disassociation {
  return { mode: 'DISASSOCIATE', period: period(start, end), merge: false };
}

/** An active account in USD that has had schedules, on 2026-05-20; new schedules are called new-1, new-2 ... */
export function editContext(other: Partial<EditContext> = {}): EditContext {
  let count = 0;
  return {
    draftOf: null,
    account: { status: 'ACTIVE', invoiceCurrency: 'USD' },
    today: day('2026-05-20'),
    everHadSchedule: true,
    versions: VERSIONS,
    nextScheduleId: () => `new-${++count}`,
    ...other,
  };
}

/** A timeline as a person reads it: `basic-1 2026-01-01..2026-06-01 basic`. */
export function picture(timeline: Schedules): readonly string[] {
  return timeline.map(({ period: { start, end }, content }) => `${content.scheduleId} ${start}..${end} ${content.planVersionId}`);
}
