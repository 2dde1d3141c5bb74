import { type Day, FOREVER, minDay } from '../../src/domain/day.ts';
import { fromInteger } from '../../src/domain/decimal.ts';
import type { RateCardInput } from '../../src/domain/rate-card/input.ts';
import { bulkEditSchedules } from '../../src/operations/schedule/bulk-edit.ts';
import { bulkRateCardOperationsOnSchedule } from '../../src/operations/schedule/bulk-rate-card-operations.ts';
import { finalizeAccountSchedules } from '../../src/operations/schedule/finalize.ts';
import { updatePricingSchedule } from '../../src/operations/schedule/update-pricing-schedule.ts';
import type { Call, Story } from './story.ts';

/** A period from the first day of a month until the first day of another, as months from today. Omitted end: forever. `null` plan: a pause. */
export type Stretch = readonly [plan: string | null, from: number, until?: number];

/** A contract with an account. It is made on the 20th of a month and begins in a later month. */
export interface Contract {
  readonly account: string;
  /** The month in which it is made, as months from today. */
  readonly month: number;
  readonly stretches: readonly [Stretch, ...Stretch[]];
  readonly seats?: readonly [license: string, count: number];
  /** Returns the account's own rate cards, which every stretch has. `item` returns the id of a billable item. */
  readonly prices?: (item: (name: string) => string) => Readonly<Record<string, RateCardInput>>;
  /** Whether the contract stays a draft. */
  readonly draft?: boolean;
}

/** Adds the steps of each contract. One stretch is written at once. Several, or own prices, are a draft that is then finalized. */
export function agree(story: Story, contracts: readonly Contract[]): void {
  for (const contract of contracts) {
    const date = minDay(story.month(contract.month, 20), story.today);
    const isPlain = contract.stretches.length === 1 && !contract.prices && !contract.draft;
    story.on(date, (call) => (isPlain ? associate(call, story, contract) : draft(call, story, contract)));
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
  const { draft: draftId } = await call(bulkEditSchedules, { accountId, edits });
  if (prices) {
    const cards = Object.entries(prices((name) => story.id(`item ${name}`)));
    const operations = cards.map(([rateCardName, rateCard]) => ({ actionType: 'UPSERT' as const, rateCardName, rateCard }));
    const drafted = await story.draftedSchedules(accountId);
    for (const scheduleId of drafted.slice(-stretches.length)) await call(bulkRateCardOperationsOnSchedule, { scheduleId, operations });
  }
  if (!contract.draft && draftId !== null)
    await call(finalizeAccountSchedules, { accountId, draftId, preActions: grants(story, contract) });
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
