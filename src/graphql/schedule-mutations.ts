import { bulkEditSchedules } from '../operations/schedule/bulk-edit.ts';
import { bulkRateCardOperationsOnSchedule } from '../operations/schedule/bulk-rate-card-operations.ts';
import { discardAccountSchedules } from '../operations/schedule/discard.ts';
import { finalizeAccountSchedules } from '../operations/schedule/finalize.ts';
import { rebaseDraft } from '../operations/schedule/rebase.ts';
import { updateSchedulePricingRules } from '../operations/schedule/update-pricing-rules.ts';
import { updatePricingSchedule } from '../operations/schedule/update-pricing-schedule.ts';
import { updatePricingScheduleBatch } from '../operations/schedule/update-pricing-schedule-batch.ts';
import { Account } from './account.ts';
import { builder } from './builder.ts';
import { Draft } from './draft.ts';
import { describedEnum } from './enums.ts';
import { decided, many, mutation, one } from './payload.ts';
import { PreActionInput } from './pre-action.ts';
import { PricingCycleConfigInput } from './pricing-cycle.ts';
import { PricingRuleInput } from './pricing-rule.ts';
import { RateCardOperationInput } from './rate-card-input.ts';
import { Schedule } from './schedule.ts';
import { TimelineOutlineType } from './schedule-outline.ts';

const ACCOUNT = { type: Account, typeName: 'Account', table: 'accounts' } as const;
const SCHEDULES = { type: Schedule, typeName: 'Schedule', table: 'schedules' } as const;
const DRAFT = { type: Draft, typeName: 'Draft', table: 'drafts' } as const;

const FIELD = {
  accountId: 'Id of the account, as the caller chose it.',
  scheduleId: 'Generated id of a schedule of the active timeline or of a draft.',
  effectiveFrom: 'The first day covered.',
  effectiveUntil: 'The first day no longer covered; `9999-01-01` for ever.',
  retainStartOffsets:
    'Whether the pricing cycle in force on the first day continues under the new plan. An explicit cycle override takes precedence. Defaults to false.',
  expectedRevision:
    'Revision of the account that the caller last read. Fails with `CONFLICT` if the account changed since this revision. Omit to skip the check.',
  preActions: 'Actions that are recorded in the same atomic write. Omit for none.',
} as const;

const ScheduleEditMode = builder.enumType('ScheduleEditMode', {
  description: 'What an edit does to its period.',
  values: describedEnum({ ASSOCIATE: 'Writes a plan over it.', DISASSOCIATE: 'Clears it.' }),
});

type InputFields = PothosSchemaTypes.InputFieldBuilder<typeof builder.$inferSchemaTypes, 'InputObject'>;

const associationOverrideFields = (t: InputFields) => ({
  pricingCycleConfig: t.field({
    type: PricingCycleConfigInput,
    description: "Override of the plan's pricing cycle. Omit to keep the plan's.",
  }),
  supportedCurrencies: t.field({
    type: ['CurrencyCode'],
    description: "Override of the plan's currencies. Every rate card needs a price in each. Omit to keep the plan's.",
  }),
});

export const AssociationOverrideInput = builder.inputType('AssociationOverrideInput', {
  description: "Overrides of the plan's terms, except rate cards. Omitted fields keep the plan's value.",
  fields: associationOverrideFields,
});

const PricePlanDetailsOverrideInput = builder.inputType('PricePlanDetailsOverrideInput', {
  description: 'What is to be otherwise than in the plan. What is left out is as in the plan.',
  fields: (t) => ({
    ...associationOverrideFields(t),
    rateCards: t.field({
      type: [RateCardOperationInput],
      description: "Changes of the plan's own rate cards, 1 to 100, applied in this order.",
    }),
  }),
});

/** One edit of the active timeline, alone or in a batch. */
const pricingEditFields = (t: InputFields) => ({
  mode: t.field({ type: ScheduleEditMode, description: 'Absent: ASSOCIATE.' }),
  pricePlanId: t.string({ description: 'The plan to associate; its newest active version is pinned.' }),
  effectiveFrom: t.field({ type: 'Date', required: true, description: FIELD.effectiveFrom }),
  effectiveUntil: t.field({ type: 'Date', required: true, description: FIELD.effectiveUntil }),
  pricePlanDetailsOverride: t.field({ type: PricePlanDetailsOverrideInput, description: 'What is to be otherwise than in the plan.' }),
  pricingRulesOverride: t.field({ type: [PricingRuleInput], description: "Pricing rules instead of the plan's; an empty list for none." }),
  retainStartOffsets: t.boolean({ description: FIELD.retainStartOffsets }),
  preActions: t.field({ type: [PreActionInput], description: FIELD.preActions }),
});

mutation(updatePricingSchedule, {
  description: 'Associates a plan with an account over a period, or clears the period, at once. What stood there is cut.',
  input: builder.inputType('UpdatePricingScheduleInput', {
    description: 'A change of the active timeline.',
    fields: (t) => ({
      accountId: t.string({ required: true, description: FIELD.accountId }),
      ...pricingEditFields(t),
      expectedRevision: t.int({ description: FIELD.expectedRevision }),
    }),
  }),
  payload: {
    account: one(
      { ...ACCOUNT, description: 'The account, with its current timeline. `null` when the change was refused.' },
      (changed) => changed.account,
    ),
    schedules: many({ ...SCHEDULES, description: 'The schedules that were written, in order.' }, (changed) => changed.schedules),
  },
});

const PricingScheduleEditInput = builder.inputType('PricingScheduleEditInput', {
  description: 'One edit of the active timeline.',
  fields: pricingEditFields,
});

mutation(updatePricingScheduleBatch, {
  description: 'Makes several edits of the active timeline, in order, all or none; or, as a dry run, says what they would make of it.',
  input: builder.inputType('UpdatePricingScheduleBatchInput', {
    description: 'Edits of the active timeline, in order, all or none.',
    fields: (t) => ({
      accountId: t.string({ required: true, description: FIELD.accountId }),
      edits: t.field({ type: [PricingScheduleEditInput], required: true, description: 'Edits, applied in order. 1 to 10.' }),
      dryRun: t.boolean({ description: 'Decides and answers the `outline`, and writes nothing. Absent: false.' }),
      expectedRevision: t.int({ description: FIELD.expectedRevision }),
    }),
  }),
  payload: {
    account: one(
      { ...ACCOUNT, description: 'The account, with its timeline as it is now; null of a dry run.' },
      (changed) => changed.account,
    ),
    schedules: many(
      { ...SCHEDULES, description: 'The schedules that were written, in order; none of a dry run.' },
      (changed) => changed.schedules,
    ),
    outline: decided(
      {
        type: TimelineOutlineType,
        description: 'The timeline that the edits make, or would make, and what they change; null when refused.',
      },
      (changed) => changed.outline,
    ),
  },
});

const AssociationConfigInput = builder.inputType('AssociationConfigInput', {
  description: 'What is associated. Give exactly one of `pricePlanId` and `scheduleId`.',
  fields: (t) => ({
    pricePlanId: t.string({ description: 'Id of a plan. Its newest active version is used.' }),
    scheduleId: t.string({ description: 'Id of a schedule whose plan version, rate cards and rules are copied.' }),
    pricingCycleConfigOverride: t.field({
      type: PricingCycleConfigInput,
      description: "Override of the plan's pricing cycle. Omit to keep the plan's.",
    }),
    retainStartOffsets: t.boolean({ description: FIELD.retainStartOffsets }),
  }),
});

const ScheduleEditInput = builder.inputType('ScheduleEditInput', {
  description: 'One edit of a timeline.',
  fields: (t) => ({
    mode: t.field({ type: ScheduleEditMode, description: 'Absent: ASSOCIATE.' }),
    effectiveFrom: t.field({ type: 'Date', required: true, description: FIELD.effectiveFrom }),
    effectiveUntil: t.field({ type: 'Date', required: true, description: FIELD.effectiveUntil }),
    associationConfig: t.field({ type: AssociationConfigInput, description: 'What is associated; none for DISASSOCIATE.' }),
    mergeSchedules: t.boolean({ description: 'Joins the new schedule with a neighbour of the same content. Absent: false.' }),
  }),
});

mutation(bulkEditSchedules, {
  description:
    "Edits an account's draft, and begins one when there is none. The active timeline stays as it is until the draft is finalized.",
  input: builder.inputType('BulkEditSchedulesInput', {
    description: 'Edits of a draft. They are applied in order, all or none.',
    fields: (t) => ({
      accountId: t.string({ required: true, description: FIELD.accountId }),
      edits: t.field({ type: [ScheduleEditInput], required: true, description: 'Edits, applied in order. 1 to 10.' }),
      discard: t.boolean({
        description:
          'Whether the existing draft is dropped first, so that the edits apply to a copy of the active timeline. Defaults to false.',
      }),
      expectedRevision: t.int({ description: FIELD.expectedRevision }),
    }),
  }),
  payload: {
    account: one({ ...ACCOUNT, description: 'The account. `null` when the change was refused.' }, (changed) => changed.account),
    draft: one({ ...DRAFT, description: 'The draft after the change. `null` when the change was refused.' }, (changed) => changed.draft),
    schedules: many({ ...SCHEDULES, description: 'Schedules of the draft, in order.' }, (changed) => changed.schedules),
  },
});

mutation(finalizeAccountSchedules, {
  description: "Makes an account's draft its active timeline, in one atomic write. Refused while the draft has issues or is stale.",
  input: builder.inputType('FinalizeAccountSchedulesInput', {
    description: 'The draft to finalize.',
    fields: (t) => ({
      accountId: t.string({ required: true, description: FIELD.accountId }),
      mergeSchedules: t.boolean({
        description: 'Whether changed schedules are joined with adjacent schedules of equal content. Defaults to false.',
      }),
      preActions: t.field({ type: [PreActionInput], description: FIELD.preActions }),
      expectedRevision: t.int({ description: FIELD.expectedRevision }),
    }),
  }),
  payload: {
    account: one(
      { ...ACCOUNT, description: 'The account, with its current timeline. `null` when the change was refused.' },
      (changed) => changed.account,
    ),
    schedules: many({ ...SCHEDULES, description: 'Schedules of the active timeline, in order.' }, (changed) => changed.schedules),
  },
});

mutation(rebaseDraft, {
  description:
    'Puts a draft on top of the active timeline, which moved after it was begun. Refused where the draft edited days that moved.',
  input: builder.inputType('RebaseDraftInput', {
    description: 'A draft to rebase.',
    fields: (t) => ({
      accountId: t.string({ required: true, description: FIELD.accountId }),
      expectedRevision: t.int({ description: FIELD.expectedRevision }),
    }),
  }),
  payload: {
    account: one({ ...ACCOUNT, description: 'The account. `null` when the change was refused.' }, (changed) => changed.account),
    draft: one({ ...DRAFT, description: 'The draft after the change. `null` when the change was refused.' }, (changed) => changed.draft),
    schedules: many({ ...SCHEDULES, description: 'Schedules of the draft, in order.' }, (changed) => changed.schedules),
  },
});

mutation(discardAccountSchedules, {
  description: "Drops an account's draft. The active timeline was never touched by it.",
  input: builder.inputType('DiscardAccountSchedulesInput', {
    description: 'The draft to discard.',
    fields: (t) => ({
      accountId: t.string({ required: true, description: FIELD.accountId }),
      expectedRevision: t.int({ description: FIELD.expectedRevision }),
    }),
  }),
  payload: {
    account: one(
      { ...ACCOUNT, description: 'The account, without a draft. `null` when the change was refused.' },
      (changed) => changed.account,
    ),
  },
});

mutation(bulkRateCardOperationsOnSchedule, {
  description: "Overrides the rate cards of a schedule in its account's draft, and begins one when there is none.",
  input: builder.inputType('BulkRateCardOperationsOnScheduleInput', {
    description: 'Changes to the rate cards of one schedule. They are applied in order, all or none.',
    fields: (t) => ({
      scheduleId: t.string({ required: true, description: FIELD.scheduleId }),
      operations: t.field({ type: [RateCardOperationInput], required: true, description: 'Operations, applied in order. 1 to 100.' }),
      expectedRevision: t.int({ description: FIELD.expectedRevision }),
    }),
  }),
  payload: {
    schedule: one(
      { ...SCHEDULES, description: 'The schedule in the draft. `null` when the change was refused.' },
      (changed) => changed.schedule,
    ),
    draft: one({ ...DRAFT, description: 'The draft after the change. `null` when the change was refused.' }, (changed) => changed.draft),
    account: one({ ...ACCOUNT, description: 'The account. `null` when the change was refused.' }, (changed) => changed.account),
  },
});

mutation(updateSchedulePricingRules, {
  description: "Replaces the pricing rules of a schedule in its account's draft, and begins one when there is none.",
  input: builder.inputType('UpdateSchedulePricingRulesInput', {
    description: 'The pricing rules that a schedule is to have.',
    fields: (t) => ({
      scheduleId: t.string({ required: true, description: FIELD.scheduleId }),
      pricingRules: t.field({ type: [PricingRuleInput], required: true, description: 'All of them; an empty list for none.' }),
      expectedRevision: t.int({ description: FIELD.expectedRevision }),
    }),
  }),
  payload: {
    schedule: one(
      { ...SCHEDULES, description: 'The schedule in the draft. `null` when the change was refused.' },
      (changed) => changed.schedule,
    ),
    draft: one({ ...DRAFT, description: 'The draft after the change. `null` when the change was refused.' }, (changed) => changed.draft),
    account: one({ ...ACCOUNT, description: 'The account. `null` when the change was refused.' }, (changed) => changed.account),
  },
});
