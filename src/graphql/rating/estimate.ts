import { grouped } from '../../domain/count.ts';
import { assumedItems, toAssumptions } from '../../domain/rating/assumptions.ts';
import { ASSUMPTION_KINDS, type AssumptionMade } from '../../domain/rating/assumptions-made.ts';
import { type AssumedUsage, type Estimate, type EstimatedCycle, MAX_CYCLES } from '../../domain/rating/estimate.ts';
import type { Invoice } from '../../domain/rating/invoices.ts';
import { linesOf } from '../../domain/rating/lines.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Result } from '../../domain/result.ts';
import type { Period } from '../../domain/timeline/period.ts';
import { MAX_CARD_CYCLES } from '../../operations/rating/card-cycles.ts';
import { estimateAccount, MAX_LICENSE_UPDATES } from '../../operations/rating/estimate.ts';
import { itemsByIds, licenseUpdatesInOrder, WITH_PRICES } from '../../store/priced-schedules.ts';
import { endsAfter } from '../../store/schedules.ts';
import { Account } from '../account/type.ts';
import { requires } from '../admission/scopes.ts';
import { builder } from '../builder.ts';
import { describedEnum } from '../enums.ts';
import { UserError } from '../errors.ts';
import { COMPUTED_FROM } from '../limits.ts';
import { MoneyType } from '../money.ts';
import { assumptionArgs } from './assumptions.ts';
import { ExactNumber } from './exact-number.ts';
import { StatementLine, StatementType } from './statement.ts';

const AssumedUsageType = builder.objectRef<AssumedUsage>('AssumedUsage').implement({
  description: 'Usage that a cycle is priced with.',
  fields: (t) => ({
    billableId: t.exposeString('billableId', { description: 'Id of the billable item.' }),
    quantity: t.expose('quantity', { type: ExactNumber, description: 'Quantity of the cycle.' }),
    isScaled: t.exposeBoolean('isScaled', {
      description: 'Whether the cycle is cut, so that the quantity of a whole cycle is reduced to its days.',
    }),
  }),
});

const EstimatedCycleType = builder.objectRef<EstimatedCycle>('EstimatedCycle').implement({
  description: 'A pricing cycle of an estimate.',
  fields: (t) => ({
    scheduleId: t.string({ description: 'The generated id of the schedule in force.', resolve: ({ schedule }) => schedule.scheduleId }),
    pricePlanId: t.string({ description: 'Generated id of its plan.', resolve: ({ schedule }) => schedule.pricePlanId }),
    pricePlanName: t.string({ description: 'Name of its plan.', resolve: ({ schedule }) => schedule.pricePlanName }),
    pricePlanVersion: t.int({ description: 'Number of the plan version.', resolve: ({ schedule }) => schedule.version }),
    usage: t.field({
      type: [AssumedUsageType],
      description: 'Usage that the cycle is priced with, for each assumption about usage.',
      resolve: ({ usage }) => [...usage],
    }),
    statement: t.expose('statement', { type: StatementType, description: 'What the cycle costs.' }),
  }),
});

const Days = builder.objectRef<Period>('Days').implement({
  description: 'Consecutive days.',
  fields: (t) => ({
    start: t.expose('start', { type: 'Date', description: 'First day.' }),
    end: t.expose('end', { type: 'Date', description: 'First day after the last one.' }),
  }),
});

const EstimatedInvoice = builder.objectRef<Invoice & { readonly currency: string }>('EstimatedInvoice').implement({
  description: 'What is charged at one time: a cycle in arrears, and the next cycle in advance.',
  fields: (t) => ({
    issuedOn: t.expose('issuedOn', { type: 'Date', description: 'Day on which the one cycle ends and the next one begins.' }),
    dueOn: t.expose('dueOn', { type: 'Date', description: 'Day on which the invoice is due.' }),
    arrears: t.expose('arrears', {
      type: Days,
      nullable: true,
      description: 'Days of the cycle that is charged in arrears. `null`: nothing is charged in arrears.',
    }),
    advance: t.expose('advance', {
      type: Days,
      nullable: true,
      description: 'Days of the cycle that is charged in advance. `null`: nothing is charged in advance.',
    }),
    total: t.field({
      type: MoneyType,
      description: 'What the invoice charges, rounded once, half to even.',
      resolve: ({ total, currency }) => ({ amount: total, currency }),
    }),
    lines: t.field({
      type: [StatementLine],
      description: 'Lines of the statements that the invoice charges, in reading order. The first line is the total.',
      resolve: ({ root, currency }) => [...linesOf(root, currency)],
    }),
  }),
});

const AssumptionKindEnum = builder.enumType('EstimateAssumptionKind', {
  description: 'The kind of something that an estimate takes for granted.',
  values: describedEnum(ASSUMPTION_KINDS),
});

const AssumptionType = builder.objectRef<AssumptionMade>('EstimateAssumption').implement({
  description: 'Something that an estimate takes for granted.',
  fields: (t) => ({
    kind: t.expose('kind', { type: AssumptionKindEnum, description: 'Kind of the assumption.' }),
    billableId: t.exposeString('billableId', {
      nullable: true,
      description: 'Id of the billable item that it is about. `null`: it is about the whole estimate.',
    }),
    message: t.exposeString('message', { description: 'What is assumed, as a sentence for people.' }),
  }),
});

/** An estimate of cycles. Whatever previews money shows two of them. */
export const EstimateType = builder.objectRef<Estimate>('Estimate').implement({
  description: 'What consecutive pricing cycles cost if nothing changes and the assumptions hold, by cycle and by invoice.',
  ...requires('schedules:read', 'plans:read'),
  fields: (t) => ({
    isEstimate: t.boolean({
      description: 'Always true: nothing here is charged, and the amounts depend on the assumptions.',
      resolve: () => true,
    }),
    start: t.field({ type: 'Date', description: 'First day of the first cycle.', resolve: ({ period }) => period.start }),
    end: t.field({ type: 'Date', description: 'First day after the last cycle.', resolve: ({ period }) => period.end }),
    total: t.field({
      type: MoneyType,
      description: 'What all cycles cost: the sum of the totals of their statements, each of which is rounded by itself.',
      resolve: ({ total, currency }) => ({ amount: total, currency }),
    }),
    exact: t.expose('exact', {
      type: ExactNumber,
      description: 'What all cycles cost before rounding. The exact amounts of the cycles sum to it, and so do those of the invoices.',
    }),
    cycles: t.field({
      type: [EstimatedCycleType],
      description:
        'The cycles, in order, each with its statement. There are fewer than requested if no schedule is in force after the last one.',
      resolve: ({ cycles }) => [...cycles],
    }),
    invoices: t.field({
      type: [EstimatedInvoice],
      description:
        'The lines of all statements by invoice, in order. Each invoice is rounded by itself. The first invoice omits what an earlier cycle costs in arrears, the last what a later cycle costs in advance.',
      resolve: ({ invoices, currency }) => invoices.map((invoice) => ({ ...invoice, currency })),
    }),
    gaps: t.field({
      type: [Days],
      description: 'Days between the cycles on which no schedule is in force. They cost nothing.',
      resolve: ({ gaps }) => [...gaps],
    }),
    assumptions: t.field({
      type: [AssumptionType],
      description: 'Everything that the estimate takes for granted.',
      resolve: ({ assumptions }) => [...assumptions],
    }),
  }),
});

interface EstimateOutcome {
  readonly estimate: Estimate | null;
  readonly refusals: readonly Refusal[];
}

const toOutcome = (result: Result<Estimate>): EstimateOutcome =>
  result.ok ? { estimate: result.value, refusals: [] } : { estimate: null, refusals: result.refusals };

const EstimateResult = builder.objectRef<EstimateOutcome>('EstimateResult').implement({
  description: 'An estimate, or the reasons why there is none.',
  fields: (t) => ({
    estimate: t.expose('estimate', { type: EstimateType, nullable: true, description: 'The estimate. `null` if it is refused.' }),
    refusals: t.field({
      type: [UserError],
      description: 'Reasons why there is no estimate. Empty on success.',
      resolve: ({ refusals }) => [...refusals],
    }),
  }),
});

builder.drizzleObjectField(Account, 'estimate', (t) =>
  t.field({
    ...requires('schedules:read', 'plans:read'),
    type: EstimateResult,
    computedFrom: COMPUTED_FROM.timeline,
    description: `Estimates what the next pricing cycles cost, with every line and why. A request prices a maximum of ${grouped(MAX_CARD_CYCLES)} rate cards times cycles, in all of its fields together.`,
    args: {
      from: t.arg({ type: 'Date', description: 'Day of the first cycle. Defaults to today. A schedule must be in force on it.' }),
      ...assumptionArgs(t.arg, 1),
    },
    select: ({ from, cycles, ...assumptions }, { today }) => ({
      columns: { invoiceCurrency: true },
      with: {
        schedules: {
          ...WITH_PRICES,
          where: { supersededAt: { isNull: true }, ...endsAfter(from ?? today) },
          // Each schedule has a cycle at least, so later ones are not needed.
          limit: Math.min(Math.max(cycles, 1), MAX_CYCLES),
        },
        licenseUpdates: licenseUpdatesInOrder(MAX_LICENSE_UPDATES),
        billableItems: itemsByIds(assumedItems(assumptions)),
      },
    }),
    resolve: ({ invoiceCurrency, schedules, licenseUpdates, billableItems }, { from, cycles, ...assumptions }, context) =>
      toOutcome(
        estimateAccount(
          context,
          { invoiceCurrency, schedules, licenseUpdates, items: billableItems },
          { from: from ?? context.today, cycles, ...toAssumptions(assumptions) },
        ),
      ),
  }),
);
