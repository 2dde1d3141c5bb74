import { type ScheduleChange, scheduleChanges } from '../domain/schedule/changes.ts';
import { type RecordedSchedule, toSchedules } from '../store/schedules.ts';
import { Account } from './account.ts';
import { builder } from './builder.ts';
import { underPaths } from './paths.ts';
import { Schedule } from './schedule.ts';
import { requires } from './scopes.ts';

type Change = ScheduleChange<RecordedSchedule>;
type ChangeOf<K extends Change['kind']> = Extract<Change, { kind: K }>;

const AFTER = 'The schedule as the draft has it.';
const BEFORE = 'The schedule as it is active.';

const SchedulePart = builder.enumType('SchedulePart', {
  description: 'What of a schedule can be overridden.',
  values: {
    PRICING_CYCLE: { value: 'pricingCycle', description: 'The pricing cycle configuration.' },
    CURRENCIES: { value: 'currencies', description: 'The supported currencies.' },
    PRICING_RULES: { value: 'pricingRules', description: 'The pricing rules.' },
    RATE_CARDS: { value: 'rateCardSetId', description: 'The rate cards.' },
  } as const,
});

const ScheduleAdded = builder.objectRef<ChangeOf<'ScheduleAdded'>>('ScheduleAdded').implement({
  description: 'A schedule that is not there yet.',
  fields: (t) => ({ schedule: t.field({ type: Schedule, description: AFTER, resolve: ({ after }) => after.row }) }),
});

const ScheduleRemoved = builder.objectRef<ChangeOf<'ScheduleRemoved'>>('ScheduleRemoved').implement({
  description: 'A schedule that goes.',
  fields: (t) => ({ schedule: t.field({ type: Schedule, description: BEFORE, resolve: ({ before }) => before.row }) }),
});

const SchedulePeriodChanged = builder.objectRef<ChangeOf<'SchedulePeriodChanged'>>('SchedulePeriodChanged').implement({
  description: 'A schedule that begins or ends on another day.',
  fields: (t) => ({
    before: t.field({ type: Schedule, description: BEFORE, resolve: ({ before }) => before.row }),
    schedule: t.field({ type: Schedule, description: AFTER, resolve: ({ after }) => after.row }),
  }),
});

const ScheduleOverridden = builder.objectRef<ChangeOf<'ScheduleOverridden'>>('ScheduleOverridden').implement({
  description: 'A schedule of the same plan version with other overrides.',
  fields: (t) => ({
    before: t.field({ type: Schedule, description: BEFORE, resolve: ({ before }) => before.row }),
    schedule: t.field({ type: Schedule, description: AFTER, resolve: ({ after }) => after.row }),
    parts: t.field({ type: [SchedulePart], description: 'What is overridden otherwise.', resolve: ({ parts }) => [...parts] }),
  }),
});

const SchedulePlanChanged = builder.objectRef<ChangeOf<'SchedulePlanChanged'>>('SchedulePlanChanged').implement({
  description: 'Another plan version for the same days.',
  fields: (t) => ({
    before: t.field({ type: Schedule, description: BEFORE, resolve: ({ before }) => before.row }),
    schedule: t.field({ type: Schedule, description: AFTER, resolve: ({ after }) => after.row }),
  }),
});

const SchedulesMerged = builder.objectRef<ChangeOf<'SchedulesMerged'>>('SchedulesMerged').implement({
  description: 'Schedules of one content that become one.',
  fields: (t) => ({
    merged: t.field({
      type: [Schedule],
      description: 'The schedules as they are active.',
      resolve: ({ before }) => before.map(({ row }) => row),
    }),
    schedule: t.field({ type: Schedule, description: AFTER, resolve: ({ after }) => after.row }),
  }),
});

const ScheduleChangeType = builder.unionType('ScheduleChange', {
  description: 'One difference between a draft and the active timeline. A schedule that changes in two ways is told twice.',
  types: [ScheduleAdded, ScheduleRemoved, SchedulePeriodChanged, ScheduleOverridden, SchedulePlanChanged, SchedulesMerged],
  resolveType: ({ kind }) => kind,
});

/** Where the union's members name a schedule of the draft, and where one of the active timeline. */
const under = (name: string, ...types: Change['kind'][]) => types.map((type) => [{ name, type }]);
const AFTER_PATHS = under(
  'schedule',
  'ScheduleAdded',
  'SchedulePeriodChanged',
  'ScheduleOverridden',
  'SchedulePlanChanged',
  'SchedulesMerged',
);
const BEFORE_PATHS = [
  ...under('schedule', 'ScheduleRemoved'),
  ...under('before', 'SchedulePeriodChanged', 'ScheduleOverridden', 'SchedulePlanChanged'),
  ...under('merged', 'SchedulesMerged'),
];

/** What the difference is computed from; what a member shows of a schedule is selected besides. */
const compared = {
  columns: {
    id: true,
    scheduleId: true,
    startDate: true,
    endDate: true,
    pricePlanId: true,
    planVersionId: true,
    rateCardSetId: true,
    pricingCycle: true,
    currencies: true,
    pricingRules: true,
  },
  orderBy: { startDate: 'asc' },
} as const;

export const Draft = builder.drizzleNode('drafts', {
  name: 'Draft',
  description: "An account's schedules as they are to become: the one draft it may have.",
  ...requires('schedules:read'),
  id: { column: (table) => table.id, description: 'Opaque global id.' },
  select: { columns: { id: true } },
  fields: (t) => ({
    baseTimelineRevision: t.exposeInt('baseTimelineRevision', {
      description: 'The timeline revision it was copied from. It can be finalized while the account is still at that one.',
    }),
    isStale: t.boolean({
      description: 'Whether the active timeline moved since, so that it can no longer be finalized.',
      select: { columns: { baseTimelineRevision: true }, with: { account: { columns: { timelineRevision: true } } } },
      resolve: ({ baseTimelineRevision, account }) => baseTimelineRevision !== account.timelineRevision,
    }),
    schedules: t.relatedConnection('schedules', {
      type: Schedule,
      totalCount: true,
      description: 'The timeline of the draft, in order.',
      query: { orderBy: { startDate: 'asc', id: 'asc' } },
    }),
    changes: t.field({
      type: [ScheduleChangeType],
      description: 'What differs from the active timeline, in order of the days at stake.',
      select: (_args, _context, nested) => ({
        with: {
          schedules: underPaths(nested, compared, 'Schedule', AFTER_PATHS),
          activeSchedules: underPaths(nested, compared, 'Schedule', BEFORE_PATHS),
        },
      }),
      resolve: ({ activeSchedules, schedules }) => [...scheduleChanges(toSchedules(activeSchedules), toSchedules(schedules))],
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was begun.' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When it was last edited.' }),
  }),
});

builder.drizzleObjectField(Account, 'draft', (t) =>
  t.relation('draft', { type: Draft, nullable: true, description: 'Its draft; null when there is none.' }),
);
