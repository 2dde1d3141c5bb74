import { cycleAt, cycles, nextCycle } from '../../domain/pricing-cycle.ts';
import { scheduleIssues } from '../../domain/schedule/issues.ts';
import { effectiveTerm } from '../../domain/schedule/schedule.ts';
import { earliestChangeAfter, hasEverHadSchedule } from '../../domain/schedule/start-rule.ts';
import { toPlanVersion } from '../../store/plan-versions.ts';
import { billablesOf, toCards } from '../../store/rate-cards.ts';
import { scheduleMatches } from '../../store/schedule-list.ts';
import { endsAfter, schedulesRecorded, toContent } from '../../store/schedules.ts';
import { Account } from '../account/type.ts';
import { requires } from '../admission/scopes.ts';
import { builder } from '../builder.ts';
import { connectionOf } from '../connection.ts';
import { describedEnum } from '../enums.ts';
import { IssueType } from '../errors.ts';
import { COMPUTED_FROM } from '../limits.ts';
import { seek } from '../list.ts';
import { CycleType, PricingCycleConfigType } from '../price-plan/pricing-cycle.ts';
import { PricingRuleType } from '../price-plan/pricing-rule.ts';
import { PricePlanVersion } from '../price-plan/type.ts';
import { RateCard, RateCardConnection, RateCardTypeEnum } from '../rate-card/type.ts';
import { type Reading, readingAt } from '../reading.ts';
import { SCHEDULE_KEY, scheduleGlobalId } from './global-id.ts';
import { SchedulesWhere } from './where.ts';

const MAX_CYCLES = 100;

const cycleColumns = {
  columns: { startDate: true, endDate: true, pricingCycle: true },
  with: { planVersion: { columns: { pricingCycle: true } } },
} as const;

export const Schedule = builder.drizzleObject('schedules', {
  name: 'Schedule',
  interfaces: [builder.nodeInterfaceRef()],
  description: 'A plan version attached to an account for a period, with its overrides.',
  ...requires('schedules:read'),
  select: { columns: { id: true } },
  fields: (t) => ({
    id: t.field({
      type: 'ID',
      description:
        'Opaque global id, for `node` and for client caches. It stays the same when the schedule changes. A schedule in a draft, and a recorded state that is read by `asOf` or in a change, have other ids than the schedule as it is now.',
      select: SCHEDULE_KEY,
      resolve: (schedule, _args, _context, { path }) => scheduleGlobalId(schedule, readingAt(path)),
    }),
    scheduleId: t.exposeString('scheduleId', { description: 'The generated id. It stays the same when the period or content changes.' }),
    startDate: t.expose('startDate', { type: 'Date', description: 'First day on which the schedule is in force.' }),
    endDate: t.expose('endDate', { type: 'Date', description: 'First day after the schedule; `9999-01-01` means forever.' }),
    countsFrom: t.expose('countsFrom', {
      type: 'Date',
      description:
        'Day from which pricing cycles are counted, for one-time fees and for the offsets and intervals of rate cards. A schedule that was cut or migrated from an earlier one keeps its day.',
    }),
    isOverridden: t.exposeBoolean('isOverridden', { description: 'Whether the schedule overrides any term of its plan version.' }),
    pricePlan: t.relation('planVersion', { type: PricePlanVersion, description: 'The plan at the version of the schedule.' }),
    pricePlanVersion: t.relation('planVersion', {
      type: PricePlanVersion,
      description: 'The plan version of the schedule, equal to `pricePlan`.',
    }),
    account: t.relation('account', { type: Account, description: 'The account that the plan is attached to.' }),
    pricingCycleConfig: t.field({
      ...requires('plans:read'),
      type: PricingCycleConfigType,
      nullable: true,
      description: "Pricing cycle in force: the override, or the plan's.",
      select: cycleColumns,
      resolve: configOf,
    }),
    supportedCurrencies: t.field({
      ...requires('plans:read'),
      type: ['CurrencyCode'],
      description: "Currencies in force: the override, or the plan's.",
      select: { columns: { currencies: true }, with: { planVersion: { columns: { currencies: true } } } },
      resolve: (schedule) => [...effectiveTerm('currencies', schedule, schedule.planVersion)],
    }),
    pricingRules: t.field({
      ...requires('plans:read'),
      type: [PricingRuleType],
      description: "Pricing rules in order: the override, or the plan's.",
      select: { columns: { pricingRules: true }, with: { planVersion: { columns: { pricingRules: true } } } },
      resolve: (schedule) => [...effectiveTerm('pricingRules', schedule, schedule.planVersion)],
    }),
    deferredRevenue: t.boolean({
      ...requires('plans:read'),
      description: 'Whether revenue is recognized later than it is invoiced, as the plan says.',
      select: { with: { planVersion: { columns: { deferredRevenue: true } } } },
      resolve: (schedule) => schedule.planVersion.deferredRevenue,
    }),
    allowOngoingCycleUpdates: t.boolean({
      ...requires('plans:read'),
      description: 'Whether a change may begin within the current cycle, as the plan says.',
      select: { with: { planVersion: { columns: { allowOngoingCycleUpdates: true } } } },
      resolve: (schedule) => schedule.planVersion.allowOngoingCycleUpdates,
    }),
    rateCards: t.relatedConnection(
      'rateCards',
      {
        type: RateCard,
        totalCount: true,
        description: 'Rate cards in force, with overrides applied, in order.',
        args: {
          type: t.arg({
            type: RateCardTypeEnum,
            description: 'Returns cards of this family. A page reads the cards until it is full. Omit to return all cards.',
          }),
        },
        query: ({ type, ...page }) => ({
          where: { AND: [type ? { type } : {}, seek(page, 'position')] },
          orderBy: { position: 'asc', id: 'asc' },
        }),
      },
      RateCardConnection,
    ),
    cycleAt: t.field({
      ...requires('plans:read'),
      type: CycleType,
      nullable: true,
      computedFrom: COMPUTED_FROM.row,
      description: 'The pricing cycle that contains the day. `null` when the day is outside of the schedule.',
      args: { day: t.arg({ type: 'Date', required: true, description: 'The day to look at.' }) },
      select: cycleColumns,
      resolve: (schedule, { day }) => {
        const config = configOf(schedule);
        return config && cycleAt(config, periodOf(schedule), day);
      },
    }),
    nextCycle: t.field({
      ...requires('plans:read'),
      type: CycleType,
      nullable: true,
      computedFrom: COMPUTED_FROM.row,
      description: 'The cycle after the one that contains the day. `null` when there is none.',
      args: { day: t.arg({ type: 'Date', description: 'The day to look at. Defaults to today.' }) },
      select: cycleColumns,
      resolve: (schedule, { day }, { today }) => {
        const config = configOf(schedule);
        return config && nextCycle(config, periodOf(schedule), day ?? today);
      },
    }),
    cycles: t.field({
      ...requires('plans:read'),
      type: [CycleType],
      computedFrom: COMPUTED_FROM.row,
      description: `Pricing cycles in order. They cover the schedule without gaps.`,
      args: {
        first: t.arg.int({ defaultValue: 12, description: `Number of cycles. Maximum ${MAX_CYCLES}. Defaults to 12.` }),
        from: t.arg({ type: 'Date', description: 'Starts with the cycle that contains this day. Defaults to the first cycle.' }),
      },
      select: cycleColumns,
      resolve: (schedule, { first, from }) => {
        const config = configOf(schedule);
        return config
          ? cycles(config, periodOf(schedule), from ?? schedule.startDate)
              .take(first ?? 12)
              .toArray()
          : [];
      },
    }),
    issues: t.field({
      ...requires('accounts:read', 'plans:read'),
      type: [IssueType],
      computedFrom: COMPUTED_FROM.cards,
      description: 'Issues that prevent finalizing the schedule. Empty for an active schedule unless the catalogue has changed since.',
      select: {
        columns: {
          scheduleId: true,
          countsFrom: true,
          pricePlanId: true,
          planVersionId: true,
          rateCardSetId: true,
          pricingCycle: true,
          currencies: true,
          pricingRules: true,
        },
        with: {
          account: { columns: { invoiceCurrency: true } },
          planVersion: { with: { plan: true } },
          rateCards: { columns: { card: true }, orderBy: { position: 'asc' }, with: { billable: true } },
        },
      },
      resolve: (schedule) => [
        ...scheduleIssues({
          content: toContent(schedule),
          version: toPlanVersion(schedule.planVersion),
          rateCards: toCards(schedule.rateCards),
          billables: billablesOf(schedule.rateCards),
          accountCurrency: schedule.account.invoiceCurrency,
        }),
      ],
    }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'When this state was recorded.' }),
    supersededAt: t.expose('supersededAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When this state was superseded. `null`: it is the current state.',
    }),
  }),
});

export const ScheduleConnection = connectionOf('Schedule', Schedule);

interface WithCycle {
  readonly startDate: Parameters<typeof cycleAt>[2];
  readonly endDate: Parameters<typeof cycleAt>[2];
  readonly pricingCycle: Parameters<typeof cycleAt>[0] | null;
  readonly planVersion: { readonly pricingCycle: Parameters<typeof cycleAt>[0] | null };
}
const periodOf = ({ startDate, endDate }: WithCycle) => ({ start: startDate, end: endDate });
const configOf = (schedule: Pick<WithCycle, 'pricingCycle' | 'planVersion'>) =>
  effectiveTerm('pricingCycle', schedule, schedule.planVersion);

const readingOf = ({ asOf }: { readonly asOf?: number | null }): Reading => (asOf == null ? 'CURRENT' : 'RECORDED');

builder.drizzleObjectFields(Account, (t) => ({
  schedules: t.relatedConnection(
    'schedules',
    {
      type: Schedule,
      totalCount: true,
      description:
        'Schedules of the active timeline, in order. `from` and `until` select the days on which they are in force; `asOf` selects when they were recorded. With any of them, a page reads the timeline until it is full.',
      args: {
        from: t.arg({ type: 'Date', description: 'Returns schedules that are in force on this day or later. Omit for no limit.' }),
        until: t.arg({ type: 'Date', description: 'Returns schedules that begin before this day. Omit for no limit.' }),
        asOf: t.arg({ type: 'DateTime', description: 'Reads the timeline as it was recorded at this instant. Defaults to now.' }),
        where: t.arg({
          type: SchedulesWhere,
          description:
            'Filters the list. A page reads the timeline until it is full, and costs no more for a condition. Omit to return everything.',
        }),
      },
      query: ({ from, until, asOf, where, ...page }, { store }) => ({
        where: {
          ...schedulesRecorded(asOf),
          ...(from ? endsAfter(from) : {}),
          AND: [until ? { startDate: { lt: until } } : {}, seek(page, 'startDate'), ...(where ? [scheduleMatches(store, where)] : [])],
        },
        orderBy: { startDate: 'asc', id: 'asc' },
      }),
      reading: readingOf,
    },
    ScheduleConnection,
  ),
  scheduleAt: t.relation('scheduleAt', {
    type: Schedule,
    nullable: true,
    description: 'The schedule in force on a day. `null` when no schedule is in force.',
    args: {
      day: t.arg({ type: 'Date', description: 'The day to look at. Defaults to today.' }),
      asOf: t.arg({ type: 'DateTime', description: 'Reads the timeline as it was recorded at this instant. Defaults to now.' }),
    },
    query: ({ day, asOf }, { today }) => ({
      where: { ...schedulesRecorded(asOf), startDate: { lte: day ?? today }, ...endsAfter(day ?? today) },
      orderBy: { startDate: 'desc' },
    }),
    reading: readingOf,
  }),
  earliestChange: t.field({
    ...requires('schedules:read', 'plans:read'),
    type: 'Date',
    nullable: true,
    computedFrom: COMPUTED_FROM.row,
    description: 'Earliest day on which a change of the schedules may begin. `null`: any day, because the account never had a schedule.',
    select: (_args, { today }) => ({
      columns: { timelineRevision: true },
      with: {
        schedulesInForce: {
          where: { supersededAt: { isNull: true }, startDate: { lte: today }, ...endsAfter(today) },
          // At most one schedule matches. A backward scan of the index finds it first.
          orderBy: { startDate: 'desc' },
          limit: 1,
          columns: cycleColumns.columns,
          with: { planVersion: { columns: { pricingCycle: true, deferredRevenue: true, allowOngoingCycleUpdates: true } } },
        },
      },
    }),
    resolve: ({ schedulesInForce: [schedule], ...account }, _args, { today }) => {
      const current = schedule ? { ...schedule.planVersion, pricingCycle: configOf(schedule), period: periodOf(schedule) } : null;
      return earliestChangeAfter({ current, today, everHadSchedule: hasEverHadSchedule(account) });
    },
  }),
}));

const ScheduleMode = builder.enumType('ScheduleMode', {
  description: 'The timeline that a schedule is read from.',
  values: describedEnum({
    ACTIVE: 'The active timeline.',
    DRAFT: 'The draft of the account.',
    LATEST: 'The draft or, if the schedule is not there, the active timeline.',
  }),
});

builder.queryField('schedule', (t) =>
  t.drizzleField({
    type: Schedule,
    nullable: true,
    reading: 'CURRENT',
    description: 'Returns a schedule by its id. `null` when there is none.',
    args: {
      scheduleId: t.arg.string({ required: true, description: 'The generated id. A schedule in a draft keeps it.' }),
      mode: t.arg({
        type: ScheduleMode,
        description: 'Timeline to read. Omit to read the active timeline or, if the schedule is not there, the draft.',
      }),
    },
    resolve: (query, _root, { scheduleId, mode }, { store }) => {
      const draftId = mode === 'ACTIVE' ? { isNull: true as const } : mode === 'DRAFT' ? { isNotNull: true as const } : {};
      // Ascending, the active row comes first.
      const orderBy = { draftId: mode === 'LATEST' ? 'desc' : 'asc' } as const;
      return store.db.query.schedules.findFirst(query({ where: { scheduleId, draftId, supersededAt: { isNull: true } }, orderBy }));
    },
  }),
);
