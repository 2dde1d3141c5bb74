import { type Day, FOREVER, minDay } from '../../src/domain/day.ts';
import { fromInteger } from '../../src/domain/decimal.ts';
import type { RateCardInput } from '../../src/domain/rate-card/input.ts';
import { bulkEditSchedules } from '../../src/operations/schedule/bulk-edit.ts';
import { bulkRateCardOperationsOnSchedule } from '../../src/operations/schedule/bulk-rate-card-operations.ts';
import { finalizeAccountSchedules } from '../../src/operations/schedule/finalize.ts';
import { updatePricingSchedule } from '../../src/operations/schedule/update-pricing-schedule.ts';
import type { Call, Story } from './story.ts';

/** From the first of one month until the first of another, counted from today; without an end, for ever. A null plan is a pause. */
export type Stretch = readonly [plan: string | null, from: number, until?: number];

/** What was agreed with an account: on the 20th of a month, to begin in a later one. */
export interface Contract {
  readonly account: string;
  /** In months from today. */
  readonly agreed: number;
  readonly stretches: readonly [Stretch, ...Stretch[]];
  readonly seats?: readonly [license: string, count: number];
  /** Rate cards for this account alone, in every stretch; given the id of what they price. */
  readonly prices?: (item: (name: string) => string) => Readonly<Record<string, RateCardInput>>;
  /** Left open, for somebody to finalize. */
  readonly draft?: boolean;
}

/** Agrees each contract: one stretch at once, several or special prices as a draft that is then finalized. */
export function agree(story: Story, contracts: readonly Contract[]): void {
  for (const contract of contracts) {
    const agreedOn = minDay(story.month(contract.agreed, 20), story.today);
    const isPlain = contract.stretches.length === 1 && !contract.prices && !contract.draft;
    story.on(agreedOn, (call) => (isPlain ? associate(call, story, contract) : draft(call, story, contract)));
  }
}

async function associate(call: Call, story: Story, contract: Contract): Promise<void> {
  const [plan, ...months] = contract.stretches[0];
  await call(updatePricingSchedule, {
    accountId: contract.account,
    mode: plan === null ? 'DISASSOCIATE' : 'ASSOCIATE',
    pricePlanId: plan === null ? null : story.id(`plan ${plan}`),
    ...period(story, ...months),
    preActions: grants(story, contract),
  });
}

async function draft(call: Call, story: Story, contract: Contract): Promise<void> {
  const { account: accountId, stretches, prices } = contract;
  const edits = stretches.map(([plan, ...months]) => {
    if (plan === null) return { mode: 'DISASSOCIATE' as const, ...period(story, ...months) };
    return { mode: 'ASSOCIATE' as const, ...period(story, ...months), associationConfig: { pricePlanId: story.id(`plan ${plan}`) } };
  });
  await call(bulkEditSchedules, { accountId, edits });
  if (prices) {
    const cards = Object.entries(prices((name) => story.id(`item ${name}`)));
    const operations = cards.map(([rateCardName, rateCard]) => ({ actionType: 'UPSERT' as const, rateCardName, rateCard }));
    const drafted = await story.draftedSchedules(accountId);
    for (const scheduleId of drafted.slice(-stretches.length)) await call(bulkRateCardOperationsOnSchedule, { scheduleId, operations });
  }
  if (!contract.draft) await call(finalizeAccountSchedules, { accountId, preActions: grants(story, contract) });
}

function period(story: Story, from: number, until?: number): { effectiveFrom: Day; effectiveUntil: Day } {
  return { effectiveFrom: story.month(from), effectiveUntil: until === undefined ? FOREVER : story.month(until) };
}

function grants(story: Story, { seats }: Contract) {
  if (!seats) return [];
  const [license, count] = seats;
  const config = { licenseId: story.id(`item ${license}`), updateType: 'ABSOLUTE' as const, quantity: fromInteger(count) };
  return [{ type: 'GRANT_LICENSE' as const, config }];
}
