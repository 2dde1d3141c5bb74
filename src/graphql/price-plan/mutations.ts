import { archivePricePlan } from '../../operations/price-plan/archive.ts';
import { bulkPricePlanRateCardOperations } from '../../operations/price-plan/bulk-rate-card-operations.ts';
import { createPricePlan } from '../../operations/price-plan/create.ts';
import { discardPricePlan } from '../../operations/price-plan/discard.ts';
import { finalizePricePlan } from '../../operations/price-plan/finalize.ts';
import { updatePricePlan } from '../../operations/price-plan/update.ts';
import { updatePricePlanPricingRules } from '../../operations/price-plan/update-pricing-rules.ts';
import { builder } from '../builder.ts';
import { MigrationModeEnum, VersionsToMigrateEnum } from '../job/migration.ts';
import { Job } from '../job/type.ts';
import { many, mutation, one } from '../payload.ts';
import { RateCardOperationInput } from '../rate-card/inputs.ts';
import { RateCard } from '../rate-card/type.ts';
import { PricingCycleConfigInput } from './pricing-cycle.ts';
import { PricingRuleInput } from './pricing-rule.ts';
import { PricePlan, PricePlanTypeEnum, PricePlanVersion } from './type.ts';

const VERSION = { type: PricePlanVersion, typeName: 'PricePlanVersion', table: 'pricePlanVersions' } as const;
const PLAN = { type: PricePlan, typeName: 'PricePlan', table: 'pricePlans' } as const;
const DRAFT = { ...VERSION, description: 'The draft version. `null` when the change was refused.' } as const;

type Fields = PothosSchemaTypes.InputFieldBuilder<typeof builder.$inferSchemaTypes, 'InputObject'>;

/** Returns the input fields that identify the plan to change. */
const namedPlan = (t: Fields) => ({
  pricePlanId: t.string({ required: true, description: 'Generated id of the plan.' }),
  expectedRevision: t.int({
    description:
      'Revision of the plan that the caller last read. Fails with `CONFLICT` if the plan changed since this revision. Omit to skip the check.',
  }),
});

const CreatePricePlanInput = builder.inputType('CreatePricePlanInput', {
  description: 'The price plan to create.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'Name of the plan, 1 to 50 characters, unique among plans that are not archived.' }),
    description: t.string({
      description: 'Description of the plan, for people. Maximum 255 characters. Omit for none. A blank text is none.',
    }),
    type: t.field({ type: PricePlanTypeEnum, required: true, description: 'How the plan is sold. It never changes.' }),
    pricingCycleConfig: t.field({
      type: PricingCycleConfigInput,
      description:
        'Pricing cycle. Required for a `BILLING` plan, not allowed for a `PURCHASE` plan. Defaults to the cycle of the source plan.',
    }),
    supportedCurrencies: t.field({
      type: ['CurrencyCode'],
      description: 'Currencies, without duplicates. Minimum one. Defaults to the currencies of the source plan.',
    }),
    deferredRevenue: t.boolean({ description: 'Whether revenue is recognized later than it is invoiced. Defaults to false.' }),
    allowOngoingCycleUpdates: t.boolean({
      description: 'Whether a change to a schedule may start within the current cycle. Defaults to false.',
    }),
    sourcePricePlanId: t.string({
      description:
        'Id of a plan to copy rate cards, rules, cycle and currencies from: its newest active version, or its draft when there is no active version. Omit to start empty.',
    }),
  }),
});

const UpdatePricePlanInput = builder.inputType('UpdatePricePlanInput', {
  description: 'The price plan to change, and its new values.',
  fields: (t) => ({
    ...namedPlan(t),
    description: t.string({
      description: 'Description of the plan, for people. Maximum 255 characters. Omit to keep it. `null` or a blank text removes it.',
    }),
    pricingCycleConfig: t.field({ type: PricingCycleConfigInput, description: 'The pricing cycle. Omit to keep it.' }),
    supportedCurrencies: t.field({
      type: ['CurrencyCode'],
      description: 'Replaces all currencies, without duplicates. Minimum one. Omit to keep them.',
    }),
  }),
});

const BulkPricePlanRateCardOperationsInput = builder.inputType('BulkPricePlanRateCardOperationsInput', {
  description: 'Changes to the rate cards of a price plan.',
  fields: (t) => ({
    ...namedPlan(t),
    operations: t.field({
      type: [RateCardOperationInput],
      required: true,
      description: 'Operations, applied in order, all or none. 1 to 100. The path of a refusal names the operation.',
    }),
  }),
});

const UpdatePricePlanPricingRulesInput = builder.inputType('UpdatePricePlanPricingRulesInput', {
  description: 'The price plan, and its new pricing rules.',
  fields: (t) => ({
    ...namedPlan(t),
    pricingRules: t.field({
      type: [PricingRuleInput],
      required: true,
      description: 'Replaces all pricing rules. Maximum 100. An empty list removes them.',
    }),
  }),
});

const FinalizePricePlanInput = builder.inputType('FinalizePricePlanInput', {
  description: 'The draft version to finalize, and which accounts move to it.',
  fields: (t) => ({
    ...namedPlan(t),
    referenceId: t.string({
      description:
        'Generated id of the draft version, as `referenceId` of the version returns it. Fails with `NOT_FOUND` if the draft is another version. Omit only with `anyDraft`.',
    }),
    anyDraft: t.boolean({
      description:
        'Whether to finalize whatever draft the plan has when the change is written. A concurrent change of the draft is included completely or not at all. Required to be true when `referenceId` is omitted. Defaults to false.',
    }),
    migrationMode: t.field({
      type: MigrationModeEnum,
      description: 'Moves accounts from earlier versions to this one, by a job that is created in the same write. Defaults to `NONE`.',
    }),
    versionsToMigrate: t.field({
      type: VersionsToMigrateEnum,
      description: 'Versions that accounts move from. Ignored without `migrationMode`. Defaults to `LATEST_VERSION`.',
    }),
  }),
});

const DiscardPricePlanInput = builder.inputType('DiscardPricePlanInput', {
  description: 'The price plan whose draft is discarded.',
  fields: (t) => ({
    ...namedPlan(t),
    referenceId: t.string({
      description:
        'Generated id of the draft version, as `referenceId` of the version returns it. Fails with `NOT_FOUND` if the draft is another version. Omit to discard whatever draft the plan has.',
    }),
  }),
});

const ArchivePricePlanInput = builder.inputType('ArchivePricePlanInput', {
  description: 'The price plan to archive.',
  fields: namedPlan,
});

mutation(createPricePlan, {
  description: 'Creates a price plan. Its version 1 is a draft.',
  input: CreatePricePlanInput,
  payload: {
    pricePlan: one(DRAFT, ({ pricePlan }) => pricePlan),
    plan: one({ ...PLAN, description: 'The plan with all of its versions.' }, ({ plan }) => plan),
  },
});

mutation(updatePricePlan, {
  description:
    'Changes the draft version of a price plan, and creates the draft as a copy of the newest active version when there is none.',
  input: UpdatePricePlanInput,
  payload: { pricePlan: one(DRAFT, ({ pricePlan }) => pricePlan) },
});

mutation(bulkPricePlanRateCardOperations, {
  description: 'Changes the rate cards of the draft version of a price plan, and creates the draft when there is none.',
  input: BulkPricePlanRateCardOperationsInput,
  payload: {
    pricePlan: one(DRAFT, ({ pricePlan }) => pricePlan),
    rateCards: many(
      {
        type: RateCard,
        typeName: 'RateCard',
        table: 'rateCards',
        description: 'Rate cards that were written, in order. For all cards, see `pricePlan`.',
      },
      ({ rateCards }) => rateCards,
    ),
  },
});

mutation(updatePricePlanPricingRules, {
  description: 'Replaces the pricing rules of the draft version of a price plan, and creates the draft when there is none.',
  input: UpdatePricePlanPricingRulesInput,
  payload: { pricePlan: one(DRAFT, ({ pricePlan }) => pricePlan) },
});

mutation(finalizePricePlan, {
  description:
    'Makes the draft version of a price plan active. An active version never changes again. Fails with `FINALIZE_BLOCKED` if the draft has issues.',
  input: FinalizePricePlanInput,
  payload: {
    pricePlan: one(
      { ...VERSION, description: 'The version that is now active. `null` when the change was refused.' },
      ({ pricePlan }) => pricePlan,
    ),
    job: one(
      {
        type: Job,
        typeName: 'Job',
        table: 'jobs',
        description: 'The job that moves accounts to the new version. `null` when no account moves, and when the change was refused.',
      },
      ({ job }) => job,
    ),
  },
});

mutation(discardPricePlan, {
  description: 'Deletes the draft version of a price plan. A plan without any other version is deleted too.',
  input: DiscardPricePlanInput,
  payload: {
    pricePlan: one(
      { ...VERSION, description: 'Newest remaining version. `null` when the plan itself was deleted, and when the change was refused.' },
      ({ pricePlan }) => pricePlan,
    ),
  },
});

mutation(archivePricePlan, {
  description:
    'Archives a price plan. It becomes read-only, and its name can be used again. Fails with `PLAN_IN_USE` if a schedule or an open proposal uses the plan.',
  input: ArchivePricePlanInput,
  payload: { plan: one({ ...PLAN, description: 'The plan. `null` when the change was refused.' }, ({ plan }) => plan) },
});
