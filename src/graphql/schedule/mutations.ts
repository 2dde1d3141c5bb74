import { withPath } from '../../domain/result.ts';
import type { TriedEdits } from '../../operations/rating/preview-edits.ts';
import { bulkEditSchedules } from '../../operations/schedule/bulk-edit.ts';
import { bulkRateCardOperationsOnSchedule } from '../../operations/schedule/bulk-rate-card-operations.ts';
import { discardAccountSchedules } from '../../operations/schedule/discard.ts';
import { finalizeAccountSchedules } from '../../operations/schedule/finalize.ts';
import type { OverriddenSchedule } from '../../operations/schedule/override.ts';
import { rebaseDraft } from '../../operations/schedule/rebase.ts';
import { updateSchedulePricingRules } from '../../operations/schedule/update-pricing-rules.ts';
import { updatePricingSchedule } from '../../operations/schedule/update-pricing-schedule.ts';
import { updatePricingScheduleBatch } from '../../operations/schedule/update-pricing-schedule-batch.ts';
import { Account } from '../account/type.ts';
import { builder } from '../builder.ts';
import { describedEnum } from '../enums.ts';
import { decided, many, mutation, one } from '../payload.ts';
import { PricingCycleConfigInput } from '../price-plan/pricing-cycle.ts';
import { PricingRuleInput } from '../price-plan/pricing-rule.ts';
import { RateCardOperationInput, rateCardsOverrideFields } from '../rate-card/inputs.ts';
import { RateCard } from '../rate-card/type.ts';
import { MoneyPreviewInput } from '../rating/assumptions.ts';
import { MoneyPreviewResult, toOutcome } from '../rating/money-preview.ts';
import { Draft } from './draft.ts';
import { TimelineOutlineType } from './outline.ts';
import { PreActionInput } from './pre-action.ts';
import { Schedule } from './type.ts';

const ACCOUNT = { type: Account, typeName: 'Account', table: 'accounts' } as const;
const SCHEDULES = { type: Schedule, typeName: 'Schedule', table: 'schedules' } as const;
const DRAFT = { type: Draft, typeName: 'Draft', table: 'drafts' } as const;

const REFUSED = '`null` when the change was refused.';
const NO_CHANGE = '`null` on a dry run, and when the change was refused.';

// Descriptions are written where a field is made: those that a function is given stay in the Worker, which has no use for them.
const accountOf = ({ account }: { readonly account: string | null }) => account;
const draftOf = ({ draft }: { readonly draft: string | null }) => draft;
const schedulesOf = ({ schedules }: { readonly schedules: readonly string[] }) => schedules;
const outlineOf = ({ outline }: TriedEdits) => outline;

const DRAFT_FIELD = one({ ...DRAFT, description: `The draft after the change. ${REFUSED}` }, draftOf);
const MONEY_FIELD = decided(
  {
    type: MoneyPreviewResult,
    description: 'What the edits would do to what pricing cycles cost. `null` unless `moneyPreview` is given.',
  },
  ({ money }: TriedEdits) => money && toOutcome(withPath(money, 'input')),
);

/** The payload of an override of a schedule in its draft. */
const OVERRIDE_FIELDS = {
  schedule: one(
    { ...SCHEDULES, description: `The overridden schedule, or the overridden part of it, in the draft. ${NO_CHANGE}` },
    ({ schedule }: OverriddenSchedule) => schedule,
  ),
  draft: one({ ...DRAFT, description: `The draft after the change. ${NO_CHANGE}` }, draftOf),
  account: one({ ...ACCOUNT, description: `The account. ${NO_CHANGE}` }, accountOf),
  outline: decided(
    {
      type: TimelineOutlineType,
      description: 'What the draft would be, and its differences from the active timeline. `null` unless it is a dry run.',
    },
    outlineOf,
  ),
  money: MONEY_FIELD,
};

const FIELD = {
  accountId: 'Id of the account, as the caller chose it.',
  scheduleId: 'Generated id of a schedule of the active timeline or of a draft.',
  effectiveFrom: 'First day of the period.',
  effectiveUntil: 'First day after the period; `9999-01-01` means forever.',
  retainStartOffsets:
    'Whether the pricing cycle in force on the first day continues under the new plan. An explicit cycle override takes precedence. Defaults to false.',
  expectedRevision:
    'Revision of the account that the caller last read. Fails with `CONFLICT` if the account changed since this revision. Omit to skip the check.',
  moneyPreview: 'What to preview in `money`. Allowed only on a dry run. Omit for no preview.',
  dryRun: 'Whether to return the `outline` and `money` without writing anything. Defaults to false.',
  preActions: 'Actions that are recorded in the same atomic write. Omit for none.',
} as const;

const ScheduleEditMode = builder.enumType('ScheduleEditMode', {
  description: 'What an edit does on its period.',
  values: describedEnum({ ASSOCIATE: 'Attaches a plan for the period.', DISASSOCIATE: 'Clears the period.' }),
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
  description: "Overrides of the plan's terms. Omitted fields keep the plan's value.",
  fields: (t) => ({
    ...associationOverrideFields(t),
    ...rateCardsOverrideFields(t),
  }),
});

/** Returns the input fields of one edit of the active timeline, for a single edit and for a batch. */
const pricingEditFields = (t: InputFields) => ({
  mode: t.field({ type: ScheduleEditMode, description: 'What the edit does. Defaults to ASSOCIATE.' }),
  pricePlanId: t.string({ description: 'Id of the plan to attach, at its newest active version. Required to associate.' }),
  effectiveFrom: t.field({ type: 'Date', required: true, description: FIELD.effectiveFrom }),
  effectiveUntil: t.field({ type: 'Date', required: true, description: FIELD.effectiveUntil }),
  pricePlanDetailsOverride: t.field({ type: PricePlanDetailsOverrideInput, description: "Overrides of the plan's terms. Omit for none." }),
  pricingRulesOverride: t.field({
    type: [PricingRuleInput],
    description: "Replaces the plan's pricing rules. Maximum 100. An empty list removes them. Omit to keep the plan's rules.",
  }),
  retainStartOffsets: t.boolean({ description: FIELD.retainStartOffsets }),
  preActions: t.field({ type: [PreActionInput], description: FIELD.preActions }),
});

mutation(updatePricingSchedule, {
  description:
    'Attaches a plan to an account for a period, or clears the period, in the active timeline. Schedules of that period are cut.',
  input: builder.inputType('UpdatePricingScheduleInput', {
    description: 'The change of the active timeline.',
    fields: (t) => ({
      accountId: t.string({ required: true, description: FIELD.accountId }),
      ...pricingEditFields(t),
      expectedRevision: t.int({ description: FIELD.expectedRevision }),
    }),
  }),
  payload: {
    account: one({ ...ACCOUNT, description: `The account, with its current timeline. ${REFUSED}` }, accountOf),
    schedules: many({ ...SCHEDULES, description: 'Schedules that were written, in order.' }, schedulesOf),
  },
});

const PricingScheduleEditInput = builder.inputType('PricingScheduleEditInput', {
  description: 'One edit of the active timeline.',
  fields: pricingEditFields,
});

mutation(updatePricingScheduleBatch, {
  description:
    'Makes several edits of the active timeline, in order, all or none. As a dry run it returns the resulting timeline and changes nothing.',
  input: builder.inputType('UpdatePricingScheduleBatchInput', {
    description: 'Edits of the active timeline. They are applied in order, all or none.',
    fields: (t) => ({
      accountId: t.string({ required: true, description: FIELD.accountId }),
      edits: t.field({ type: [PricingScheduleEditInput], required: true, description: 'Edits, applied in order. 1 to 10.' }),
      dryRun: t.boolean({ description: FIELD.dryRun }),
      moneyPreview: t.field({ type: MoneyPreviewInput, description: FIELD.moneyPreview }),
      expectedRevision: t.int({ description: FIELD.expectedRevision }),
    }),
  }),
  payload: {
    account: one({ ...ACCOUNT, description: `The account, with its current timeline. ${NO_CHANGE}` }, accountOf),
    schedules: many({ ...SCHEDULES, description: 'Schedules that were written, in order. Empty on a dry run.' }, schedulesOf),
    outline: decided(
      {
        type: TimelineOutlineType,
        description: 'The resulting timeline and its differences. `null` when the change was refused.',
      },
      outlineOf,
    ),
    money: MONEY_FIELD,
  },
});

const AssociationConfigInput = builder.inputType('AssociationConfigInput', {
  description: 'What is associated. Give exactly one of `pricePlanId` and `scheduleId`.',
  fields: (t) => ({
    pricePlanId: t.string({ description: 'Id of a plan. Its newest active version is used. Omit when `scheduleId` is given.' }),
    scheduleId: t.string({
      description: 'Id of a schedule whose plan version, rate cards and rules are copied. Omit when `pricePlanId` is given.',
    }),
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
    mode: t.field({ type: ScheduleEditMode, description: 'What the edit does. Defaults to ASSOCIATE.' }),
    effectiveFrom: t.field({ type: 'Date', required: true, description: FIELD.effectiveFrom }),
    effectiveUntil: t.field({ type: 'Date', required: true, description: FIELD.effectiveUntil }),
    associationConfig: t.field({
      type: AssociationConfigInput,
      description: 'What is associated. Required to associate, not allowed for DISASSOCIATE.',
    }),
    mergeSchedules: t.boolean({
      description: 'Whether the new schedule is joined with an adjacent schedule of equal content. Defaults to false.',
    }),
  }),
});

mutation(bulkEditSchedules, {
  description:
    'Edits the draft of an account, and creates it when there is none. The active timeline does not change until the draft is finalized, by `finalizeAccountSchedules` or with `finalize`. As a dry run it returns the result and changes nothing.',
  input: builder.inputType('BulkEditSchedulesInput', {
    description: 'Edits of a draft. They are applied in order, all or none.',
    fields: (t) => ({
      accountId: t.string({ required: true, description: FIELD.accountId }),
      edits: t.field({ type: [ScheduleEditInput], required: true, description: 'Edits, applied in order. 1 to 10.' }),
      discard: t.boolean({
        description:
          'Whether the existing draft is dropped first, so that the edits apply to a copy of the active timeline. Defaults to false.',
      }),
      finalize: t.boolean({
        description:
          'Whether the edits become the active timeline in the same write, without a draft. Fails with `DRAFT_EXISTS` if there is a draft that the request does not discard. Defaults to false.',
      }),
      dryRun: t.boolean({ description: FIELD.dryRun }),
      moneyPreview: t.field({ type: MoneyPreviewInput, description: FIELD.moneyPreview }),
      expectedRevision: t.int({ description: FIELD.expectedRevision }),
    }),
  }),
  payload: {
    account: one({ ...ACCOUNT, description: `The account. ${NO_CHANGE}` }, accountOf),
    draft: one({ ...DRAFT, description: `The draft after the change. \`null\` when the edits were finalized. ${NO_CHANGE}` }, draftOf),
    schedules: many(
      {
        ...SCHEDULES,
        description: 'Schedules of the draft, or of the active timeline when the edits were finalized, in order. Empty on a dry run.',
      },
      schedulesOf,
    ),
    outline: decided(
      {
        type: TimelineOutlineType,
        description:
          'What the draft or the active timeline would be, and its differences from the active timeline. `null` unless it is a dry run.',
      },
      outlineOf,
    ),
    money: MONEY_FIELD,
  },
});

mutation(finalizeAccountSchedules, {
  description:
    'Makes the draft of an account its active timeline, in one atomic write. Fails with `FINALIZE_BLOCKED` if the draft has issues, and with `STALE_DRAFT` if the active timeline has changed since.',
  input: builder.inputType('FinalizeAccountSchedulesInput', {
    description: 'The draft to finalize.',
    fields: (t) => ({
      accountId: t.string({ required: true, description: FIELD.accountId }),
      draftId: t.string({
        description: 'Generated id of the draft. Fails with `NOT_FOUND` if the account has another draft. Omit only with `anyDraft`.',
      }),
      anyDraft: t.boolean({
        description:
          'Whether to finalize whatever draft the account has when the change is written. A concurrent edit of the draft is included completely or not at all. Required to be true when `draftId` is omitted. Defaults to false.',
      }),
      expectedDraftRevision: t.int({
        description:
          'Revision of the draft that the caller last read. Fails with `CONFLICT` if the draft changed since this revision. Omit to skip the check.',
      }),
      mergeSchedules: t.boolean({
        description: 'Whether changed schedules are joined with adjacent schedules of equal content. Defaults to false.',
      }),
      preActions: t.field({ type: [PreActionInput], description: FIELD.preActions }),
      expectedRevision: t.int({ description: FIELD.expectedRevision }),
    }),
  }),
  payload: {
    account: one({ ...ACCOUNT, description: `The account, with its current timeline. ${REFUSED}` }, accountOf),
    schedules: many({ ...SCHEDULES, description: 'Schedules of the active timeline, in order.' }, schedulesOf),
  },
});

mutation(rebaseDraft, {
  description:
    'Applies a draft to the active timeline, which has changed since the draft was created. Fails with `DRAFT_COLLISION` if the draft edits days that have changed.',
  input: builder.inputType('RebaseDraftInput', {
    description: 'The draft to rebase.',
    fields: (t) => ({
      accountId: t.string({ required: true, description: FIELD.accountId }),
      expectedRevision: t.int({ description: FIELD.expectedRevision }),
    }),
  }),
  payload: {
    account: one({ ...ACCOUNT, description: `The account. ${REFUSED}` }, accountOf),
    draft: DRAFT_FIELD,
    schedules: many({ ...SCHEDULES, description: 'Schedules of the draft, in order.' }, schedulesOf),
  },
});

mutation(discardAccountSchedules, {
  description: 'Discards the draft of an account. The active timeline does not change.',
  input: builder.inputType('DiscardAccountSchedulesInput', {
    description: 'The draft to discard.',
    fields: (t) => ({
      accountId: t.string({ required: true, description: FIELD.accountId }),
      expectedRevision: t.int({ description: FIELD.expectedRevision }),
    }),
  }),
  payload: {
    account: one({ ...ACCOUNT, description: `The account, without a draft. ${REFUSED}` }, accountOf),
  },
});

const overrideFields = (t: InputFields) => ({
  scheduleId: t.string({ required: true, description: FIELD.scheduleId }),
  effectiveFrom: t.field({
    type: 'Date',
    description: 'First day of the change: a day of the schedule, which is divided there. Omit for its first day.',
  }),
  effectiveUntil: t.field({
    type: 'Date',
    description: 'First day after the change, on which the schedule is divided again. Omit for the first day after the schedule.',
  }),
  dryRun: t.boolean({ description: FIELD.dryRun }),
  moneyPreview: t.field({ type: MoneyPreviewInput, description: FIELD.moneyPreview }),
  expectedRevision: t.int({ description: FIELD.expectedRevision }),
});

mutation(bulkRateCardOperationsOnSchedule, {
  description:
    'Overrides the rate cards of a schedule, or of a part of it, in the draft of its account, and creates the draft when there is none. As a dry run it returns the result and changes nothing.',
  input: builder.inputType('BulkRateCardOperationsOnScheduleInput', {
    description: 'Changes to the rate cards of one schedule. They are applied in order, all or none.',
    fields: (t) => ({
      ...overrideFields(t),
      operations: t.field({ type: [RateCardOperationInput], required: true, description: 'Operations, applied in order. 1 to 100.' }),
    }),
  }),
  payload: {
    ...OVERRIDE_FIELDS,
    rateCards: many(
      {
        type: RateCard,
        typeName: 'RateCard',
        table: 'rateCards',
        description: 'Rate cards that were written, in order. Empty on a dry run. For all cards, see `schedule`.',
      },
      ({ rateCards }) => rateCards,
    ),
  },
});

mutation(updateSchedulePricingRules, {
  description:
    'Replaces the pricing rules of a schedule, or of a part of it, in the draft of its account, and creates the draft when there is none. As a dry run it returns the result and changes nothing.',
  input: builder.inputType('UpdateSchedulePricingRulesInput', {
    description: 'The schedule, and its new pricing rules.',
    fields: (t) => ({
      ...overrideFields(t),
      pricingRules: t.field({
        type: [PricingRuleInput],
        required: true,
        description: 'Replaces all pricing rules. Maximum 100. An empty list removes them.',
      }),
    }),
  }),
  payload: OVERRIDE_FIELDS,
});
