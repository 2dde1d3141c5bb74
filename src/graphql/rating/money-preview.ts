import { DIFFERENCE_REASONS, type LineDifference, type ReasonedDifference } from '../../domain/rating/line-differences.ts';
import type { MoneyPreview } from '../../domain/rating/preview.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Result } from '../../domain/result.ts';
import { requires } from '../admission/scopes.ts';
import { builder } from '../builder.ts';
import { describedEnum } from '../enums.ts';
import { UserError } from '../errors.ts';
import { MoneyType } from '../money.ts';
import { InvoiceTimingEnum } from '../rate-card/type.ts';
import { EstimateType } from './estimate.ts';
import { ExactNumber } from './exact-number.ts';
import { LineKindEnum, OF_CARD } from './statement.ts';

const DifferenceReasonEnum = builder.enumType('DifferenceReason', {
  description: 'Why something costs more or less after a change.',
  values: describedEnum(DIFFERENCE_REASONS),
});

/** A value with the currency that its amounts are in. */
type In<T> = T & { readonly currency: string };

const ReasonedDifferenceType = builder.objectRef<In<ReasonedDifference>>('ReasonedDifference').implement({
  description: 'A part of a difference, by its reason.',
  fields: (t) => ({
    reason: t.expose('reason', { type: DifferenceReasonEnum, description: 'Why this part differs.' }),
    amount: t.field({
      type: MoneyType,
      description: 'The part as shown. Negative: it costs less after the change.',
      resolve: (part) => part,
    }),
    exact: t.expose('exact', { type: ExactNumber, description: 'The part before rounding.' }),
  }),
});

const money = (amount: LineDifference['before'], { currency }: { readonly currency: string }) => ({ amount, currency });

const MoneyDifference = builder.objectRef<In<LineDifference>>('MoneyDifference').implement({
  description: 'What one rate card, true-up or added line costs before and after a change, in all cycles of the preview.',
  fields: (t) => ({
    kind: t.expose('kind', { type: LineKindEnum, description: 'Kind of the line.' }),
    label: t.exposeString('label', { description: 'Name of the line after the change, or before it if it is removed.' }),
    rateCardName: t.string({ nullable: true, description: OF_CARD.rateCardName, resolve: ({ card }) => card?.name ?? null }),
    billableId: t.string({ nullable: true, description: OF_CARD.billableId, resolve: ({ card }) => card?.billableId ?? null }),
    timing: t.expose('timing', {
      type: InvoiceTimingEnum,
      nullable: true,
      description: 'When the line is invoiced. `null`: it has no timing.',
    }),
    before: t.field({ type: MoneyType, description: 'Cost before the change.', resolve: (line) => money(line.before, line) }),
    after: t.field({ type: MoneyType, description: 'Cost after the change.', resolve: (line) => money(line.after, line) }),
    difference: t.field({
      type: MoneyType,
      description: 'The cost after the change minus the cost before it.',
      resolve: (line) => money(line.difference, line),
    }),
    reasons: t.field({
      type: [ReasonedDifferenceType],
      description: 'Parts of the difference by reason. They always sum to the difference.',
      resolve: ({ reasons, currency }) => reasons.map((reason) => ({ ...reason, currency })),
    }),
  }),
});

const MoneyPreviewType = builder.objectRef<MoneyPreview>('MoneyPreview').implement({
  description: 'What a change of the schedules of an account would do to what their pricing cycles cost. Nothing is written.',
  ...requires('schedules:read', 'plans:read'),
  fields: (t) => ({
    start: t.field({
      type: 'Date',
      description: 'First day of the first cycle that would differ. Without a difference: of the current cycle.',
      resolve: ({ period }) => period.start,
    }),
    end: t.field({
      type: 'Date',
      description: 'First day after the cycles that are compared. Cycles that begin earlier count as a whole.',
      resolve: ({ period }) => period.end,
    }),
    before: t.expose('before', { type: EstimateType, description: 'Estimate of the cycles as the schedules are now.' }),
    after: t.expose('after', { type: EstimateType, description: 'Estimate of the cycles as the schedules would be.' }),
    difference: t.field({
      type: MoneyType,
      description: 'The total after the change minus the total before it.',
      resolve: (preview) => money(preview.difference, preview),
    }),
    lines: t.field({
      type: [MoneyDifference],
      description: 'Each thing that is charged, with its difference. The differences always sum to the difference of the preview.',
      resolve: ({ lines, currency }) => lines.map((line) => ({ ...line, currency })),
    }),
  }),
});

interface MoneyPreviewOutcome {
  readonly preview: MoneyPreview | null;
  readonly refusals: readonly Refusal[];
}

export const toOutcome = (result: Result<MoneyPreview>): MoneyPreviewOutcome =>
  result.ok ? { preview: result.value, refusals: [] } : { preview: null, refusals: result.refusals };

export const MoneyPreviewResult = builder.objectRef<MoneyPreviewOutcome>('MoneyPreviewResult').implement({
  description: 'A preview of money, or the reasons why there is none.',
  // Reasons tell of the account's licenses, plans and schedules too.
  ...requires('accounts:read', 'schedules:read', 'plans:read'),
  fields: (t) => ({
    preview: t.expose('preview', { type: MoneyPreviewType, nullable: true, description: 'The preview. `null` if it is refused.' }),
    refusals: t.field({
      type: [UserError],
      description: 'Reasons why there is no preview. Empty on success.',
      resolve: ({ refusals }) => [...refusals],
    }),
  }),
});
