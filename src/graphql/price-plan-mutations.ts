import { archivePricePlan } from '../operations/price-plan/archive.ts';
import { bulkPricePlanRateCardOperations } from '../operations/price-plan/bulk-rate-card-operations.ts';
import { createPricePlan } from '../operations/price-plan/create.ts';
import { discardPricePlan } from '../operations/price-plan/discard.ts';
import { finalizePricePlan } from '../operations/price-plan/finalize.ts';
import { updatePricePlan } from '../operations/price-plan/update.ts';
import { updatePricePlanPricingRules } from '../operations/price-plan/update-pricing-rules.ts';
import { builder } from './builder.ts';
import { Job } from './job.ts';
import { MigrationModeEnum, VersionsToMigrateEnum } from './migration.ts';
import { many, mutation, one } from './payload.ts';
import { PricePlan, PricePlanTypeEnum, PricePlanVersion } from './price-plan.ts';
import { PricingCycleConfigInput } from './pricing-cycle.ts';
import { PricingRuleInput } from './pricing-rule.ts';
import { RateCard } from './rate-card.ts';
import { RateCardOperationInput } from './rate-card-input.ts';

const VERSION = { type: PricePlanVersion, typeName: 'PricePlanVersion', table: 'pricePlanVersions' } as const;
const PLAN = { type: PricePlan, typeName: 'PricePlan', table: 'pricePlans' } as const;
const DRAFT = { ...VERSION, description: 'The draft.' } as const;

type Fields = PothosSchemaTypes.InputFieldBuilder<typeof builder.$inferSchemaTypes, 'InputObject'>;

/** How every input names the plan that it changes. */
const namedPlan = (t: Fields) => ({
  pricePlanId: t.string({ required: true, description: 'The plan, by its generated id.' }),
  expectedRevision: t.int({
    description: 'The revision of the plan that this was decided on: refused with `CONFLICT` when it has moved. Absent: whatever it is.',
  }),
});

const CreatePricePlanInput = builder.inputType('CreatePricePlanInput', {
  description: 'A price plan to create.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'Unique among the plans that are not archived, 1 to 50 characters.' }),
    description: t.string({ description: 'What the plan is, for people; at most 255 characters.' }),
    type: t.field({ type: PricePlanTypeEnum, required: true, description: 'How it is sold; never changes.' }),
    pricingCycleConfig: t.field({
      type: PricingCycleConfigInput,
      description: 'A `BILLING` plan has one, a `PURCHASE` plan none. Absent: that of the source.',
    }),
    supportedCurrencies: t.field({ type: ['CurrencyCode'], description: 'At least one, none twice. Absent: those of the source.' }),
    deferredRevenue: t.boolean({ description: 'Whether revenue is recognized later. Absent: false.' }),
    allowOngoingCycleUpdates: t.boolean({
      description: 'Whether a change to a schedule may start within the cycle that is running. Absent: false.',
    }),
    sourcePricePlanId: t.string({
      description:
        'A plan to copy rate cards, rules, cycle and currencies from: its newest active version, or its draft while it has no other.',
    }),
  }),
});

const UpdatePricePlanInput = builder.inputType('UpdatePricePlanInput', {
  description: 'What changes of a price plan.',
  fields: (t) => ({
    ...namedPlan(t),
    description: t.string({ description: 'What the plan is, for people; absent: it stays; null: nothing.' }),
    pricingCycleConfig: t.field({ type: PricingCycleConfigInput, description: 'When cycles begin; absent: it stays.' }),
    supportedCurrencies: t.field({ type: ['CurrencyCode'], description: 'All of them, at least one, none twice; absent: they stay.' }),
  }),
});

const BulkPricePlanRateCardOperationsInput = builder.inputType('BulkPricePlanRateCardOperationsInput', {
  description: 'Changes to the rate cards of a price plan.',
  fields: (t) => ({
    ...namedPlan(t),
    operations: t.field({
      type: [RateCardOperationInput],
      required: true,
      description: '1 to 100, applied in order, all or nothing. The path of a refusal names the one at fault.',
    }),
  }),
});

const UpdatePricePlanPricingRulesInput = builder.inputType('UpdatePricePlanPricingRulesInput', {
  description: 'The pricing rules of a price plan.',
  fields: (t) => ({
    ...namedPlan(t),
    pricingRules: t.field({ type: [PricingRuleInput], required: true, description: 'All of them, at most 100: what is not given goes.' }),
  }),
});

const FinalizePricePlanInput = builder.inputType('FinalizePricePlanInput', {
  description: 'Which price plan to finalize, and who moves to its new version.',
  fields: (t) => ({
    ...namedPlan(t),
    migrationMode: t.field({
      type: MigrationModeEnum,
      description:
        'Moves accounts from earlier versions to this one, by a job that is made in the same write. Takes the scope `schedules:write` as well. Absent: `NONE`, everybody stays.',
    }),
    versionsToMigrate: t.field({
      type: VersionsToMigrateEnum,
      description: 'From which versions; of meaning only with a `migrationMode`. Absent: `LATEST_VERSION`.',
    }),
  }),
});

const DiscardPricePlanInput = builder.inputType('DiscardPricePlanInput', {
  description: 'Which price plan to discard the draft of.',
  fields: namedPlan,
});

const ArchivePricePlanInput = builder.inputType('ArchivePricePlanInput', {
  description: 'Which price plan to archive.',
  fields: namedPlan,
});

mutation(createPricePlan, {
  description: 'Creates a price plan with a draft as its version 1.',
  input: CreatePricePlanInput,
  payload: {
    pricePlan: one(DRAFT, ({ pricePlan }) => pricePlan),
    plan: one({ ...PLAN, description: 'The plan through all of its versions.' }, ({ plan }) => plan),
  },
});

mutation(updatePricePlan, {
  description: 'Changes the draft of a price plan. Where there is none, opens the next version as a copy of the newest active one.',
  input: UpdatePricePlanInput,
  payload: { pricePlan: one(DRAFT, ({ pricePlan }) => pricePlan) },
});

mutation(bulkPricePlanRateCardOperations, {
  description: 'Edits the rate cards of the draft of a price plan. Where there is none, opens the next version first.',
  input: BulkPricePlanRateCardOperationsInput,
  payload: {
    pricePlan: one(DRAFT, ({ pricePlan }) => pricePlan),
    rateCards: many(
      {
        type: RateCard,
        typeName: 'RateCard',
        table: 'rateCards',
        description: 'The cards that were written, in their order. All cards are at `pricePlan`.',
      },
      ({ rateCards }) => rateCards,
    ),
  },
});

mutation(updatePricePlanPricingRules, {
  description: 'Replaces the pricing rules of the draft of a price plan. Where there is none, opens the next version first.',
  input: UpdatePricePlanPricingRulesInput,
  payload: { pricePlan: one(DRAFT, ({ pricePlan }) => pricePlan) },
});

mutation(finalizePricePlan, {
  description: 'Makes the draft of a price plan active, for good. Refused with the issues while there are any.',
  input: FinalizePricePlanInput,
  payload: {
    pricePlan: one({ ...VERSION, description: 'The version that is now active.' }, ({ pricePlan }) => pricePlan),
    job: one(
      { type: Job, typeName: 'Job', table: 'jobs', description: 'The job that moves accounts to it; null where nobody is to move.' },
      ({ job }) => job,
    ),
  },
});

mutation(discardPricePlan, {
  description: 'Deletes the draft of a price plan. A plan that was never finalized goes with it.',
  input: DiscardPricePlanInput,
  payload: {
    pricePlan: one({ ...VERSION, description: 'The newest version that is left; null when the plan went.' }, ({ pricePlan }) => pricePlan),
  },
});

mutation(archivePricePlan, {
  description: 'Archives a price plan that nobody uses: read-only from then on, and its name is free.',
  input: ArchivePricePlanInput,
  payload: { plan: one({ ...PLAN, description: 'The plan.' }, ({ plan }) => plan) },
});
