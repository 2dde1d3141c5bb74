import type { MigrationMode } from '../../src/domain/migration/migration.ts';
import type { PricePlanType } from '../../src/domain/price-plan/price-plan.ts';
import type { PricingCycleInput } from '../../src/domain/pricing-cycle.ts';
import type { PricingRuleInput } from '../../src/domain/pricing-rule/pricing-rule.ts';
import type { RateCardInput } from '../../src/domain/rate-card/input.ts';
import { createAddOn } from '../../src/operations/billable-item/create-add-on.ts';
import { createFeature } from '../../src/operations/billable-item/create-feature.ts';
import { createUsageMeter } from '../../src/operations/billable-item/create-usage-meter.ts';
import { bulkPricePlanRateCardOperations } from '../../src/operations/price-plan/bulk-rate-card-operations.ts';
import { createPricePlan } from '../../src/operations/price-plan/create.ts';
import { finalizePricePlan } from '../../src/operations/price-plan/finalize.ts';
import { updatePricePlanPricingRules } from '../../src/operations/price-plan/update-pricing-rules.ts';
import type { Call, Story } from './story.ts';

/** The kinds of the billable items, by their names on invoices. */
export type Items = Readonly<Record<string, 'LICENSE' | 'FIXED_FEE' | 'CREDIT_GRANT' | 'FEATURE' | 'USAGE_METER'>>;

export interface PlanEntry {
  readonly name: string;
  readonly description: string;
  /** Omitted for a plan that is paid once. */
  readonly cycle?: PricingCycleInput;
  readonly deferredRevenue?: boolean;
  readonly allowOngoingCycleUpdates?: boolean;
  readonly currencies: readonly string[];
  /** Each version has its changes from the one before. The first has everything. */
  readonly versions: readonly VersionEntry[];
}

interface VersionEntry {
  /** Months before today. */
  readonly since: number;
  /** Returns the rate cards by name. `item` returns the id of a billable item. */
  readonly cards: (item: (name: string) => string) => Readonly<Record<string, RateCardInput>>;
  readonly rules?: readonly PricingRuleInput[];
  /** Whether the version stays a draft. */
  readonly draft?: boolean;
  /** The migration of accounts from the version before. Omitted: they stay. */
  readonly moves?: MigrationMode;
}

export const MONTHLY: PricingCycleInput = { interval: 'MONTHLY', startOffset: { dayOffset: '1', monthOffset: 'NIL' }, gracePeriod: 14 };
export const QUARTERLY: PricingCycleInput = {
  interval: 'QUARTERLY',
  startOffset: { dayOffset: '1', monthOffset: 'FIRST' },
  gracePeriod: 30,
};
/** A cycle that begins on the first day of each contract. */
export const YEARLY: PricingCycleInput = { interval: 'ANNUALLY', gracePeriod: 30, anniversaryCycle: true };

/** Adds steps that create the items on the organization's first day, and each version of a plan in its month. */
export function introduce(story: Story, items: Items, plans: readonly PlanEntry[]): void {
  story.on(story.month(-14), async (call) => {
    for (const [name, kind] of Object.entries(items)) story.name(await createItem(call, name, kind), `item ${name}`);
  });
  for (const plan of plans) {
    for (const version of plan.versions) {
      story.on(story.month(-version.since, 2), async (call) => {
        if (version === plan.versions[0]) story.name(await createPlan(call, plan), `plan ${plan.name}`);
        await publish(call, story, plan.name, version);
      });
    }
  }
}

async function createItem(call: Call, name: string, kind: Items[string]): Promise<string> {
  const key = name.toLowerCase().replaceAll(' ', '_');
  const names = { name: key, billableName: name };
  if (kind === 'USAGE_METER') return (await call(createUsageMeter, names)).usageMeter;
  if (kind !== 'FEATURE') return (await call(createAddOn, { ...names, type: kind })).addOn;
  const schemaAssociations = [{ schemaName: 'usage', attributeName: key }];
  return (await call(createFeature, { ...names, schemaAssociations })).feature;
}

async function createPlan(call: Call, { name, description, cycle, currencies, ...terms }: PlanEntry): Promise<string> {
  const type: PricePlanType = cycle ? 'BILLING' : 'PURCHASE';
  const { deferredRevenue, allowOngoingCycleUpdates } = terms;
  const created = await call(createPricePlan, {
    name,
    description,
    type,
    pricingCycleConfig: cycle,
    supportedCurrencies: currencies,
    deferredRevenue,
    allowOngoingCycleUpdates,
  });
  return created.plan;
}

async function publish(call: Call, story: Story, plan: string, { cards, rules, draft, moves }: VersionEntry): Promise<void> {
  const pricePlanId = story.id(`plan ${plan}`);
  const entries = Object.entries(cards((name) => story.id(`item ${name}`)));
  const operations = entries.map(([rateCardName, rateCard]) => ({ actionType: 'UPSERT' as const, rateCardName, rateCard }));
  const { pricePlan: referenceId } = await call(bulkPricePlanRateCardOperations, { pricePlanId, operations });
  if (rules) await call(updatePricePlanPricingRules, { pricePlanId, pricingRules: rules });
  if (!draft) await call(finalizePricePlan, { pricePlanId, referenceId, migrationMode: moves });
}
