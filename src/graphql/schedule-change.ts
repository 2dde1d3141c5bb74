import type { ScheduleChange } from '../domain/schedule/changes.ts';
import type { RecordedSchedule } from '../store/schedules.ts';
import { builder } from './builder.ts';
import { underPaths } from './paths.ts';
import { Schedule } from './schedule.ts';

type Change = ScheduleChange<RecordedSchedule>;
type ChangeOf<K extends Change['kind']> = Extract<Change, { kind: K }>;

const AFTER = 'The schedule as it is after the change: in the draft, or at that revision.';
const BEFORE = 'The schedule as it was before: in the active timeline, or at the revision before.';

export const SchedulePart = builder.enumType('SchedulePart', {
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
      description: 'The schedules as they were before, in order.',
      resolve: ({ before }) => before.map(({ row }) => row),
    }),
    schedule: t.field({ type: Schedule, description: AFTER, resolve: ({ after }) => after.row }),
  }),
});

export const ScheduleChangeType = builder.unionType('ScheduleChange', {
  description: 'One difference between two timelines of an account. A schedule that changes in two ways is told twice.',
  types: [ScheduleAdded, ScheduleRemoved, SchedulePeriodChanged, ScheduleOverridden, SchedulePlanChanged, SchedulesMerged],
  resolveType: ({ kind }) => kind,
});

/** Where the union's members name a schedule as it is after the change, and where one as it was before. */
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

/** What the document selects of schedules after the change, beneath any member of the union. */
export const selectedAfter = (nested: unknown) => underPaths(nested, compared, 'Schedule', AFTER_PATHS);

/** The same of schedules before it. */
export const selectedBefore = (nested: unknown) => underPaths(nested, compared, 'Schedule', BEFORE_PATHS);
