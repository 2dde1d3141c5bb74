import type { ScheduleChange } from '../../domain/schedule/changes.ts';
import type { RecordedSchedule } from '../../store/schedules.ts';
import { builder } from '../builder.ts';
import { underPaths } from '../paths.ts';
import { Schedule } from './type.ts';

type Change = ScheduleChange<RecordedSchedule>;
type ChangeOf<K extends Change['kind']> = Extract<Change, { kind: K }>;

const AFTER = 'The schedule after the change: in the draft, or at that revision.';
const BEFORE = 'The schedule before the change: in the active timeline, or at the previous revision.';

export const SchedulePart = builder.enumType('SchedulePart', {
  description: 'A part of a schedule that can be overridden.',
  values: {
    PRICING_CYCLE: { value: 'pricingCycle', description: 'The pricing cycle configuration.' },
    CURRENCIES: { value: 'currencies', description: 'The supported currencies.' },
    PRICING_RULES: { value: 'pricingRules', description: 'The pricing rules.' },
    RATE_CARDS: { value: 'rateCardSetId', description: 'The rate cards.' },
  } as const,
});

const ScheduleAdded = builder.objectRef<ChangeOf<'ScheduleAdded'>>('ScheduleAdded').implement({
  description: 'A schedule that is added.',
  fields: (t) => ({ schedule: t.field({ type: Schedule, description: AFTER, resolve: ({ after }) => after.row }) }),
});

const ScheduleRemoved = builder.objectRef<ChangeOf<'ScheduleRemoved'>>('ScheduleRemoved').implement({
  description: 'A schedule that is removed.',
  fields: (t) => ({ schedule: t.field({ type: Schedule, description: BEFORE, reading: 'RECORDED', resolve: ({ before }) => before.row }) }),
});

const SchedulePeriodChanged = builder.objectRef<ChangeOf<'SchedulePeriodChanged'>>('SchedulePeriodChanged').implement({
  description: 'A schedule that begins or ends on another day.',
  fields: (t) => ({
    before: t.field({ type: Schedule, description: BEFORE, reading: 'RECORDED', resolve: ({ before }) => before.row }),
    schedule: t.field({ type: Schedule, description: AFTER, resolve: ({ after }) => after.row }),
  }),
});

const ScheduleOverridden = builder.objectRef<ChangeOf<'ScheduleOverridden'>>('ScheduleOverridden').implement({
  description: 'A schedule whose overrides change.',
  fields: (t) => ({
    before: t.field({ type: Schedule, description: BEFORE, reading: 'RECORDED', resolve: ({ before }) => before.row }),
    schedule: t.field({ type: Schedule, description: AFTER, resolve: ({ after }) => after.row }),
    parts: t.field({ type: [SchedulePart], description: 'Overrides that differ.', resolve: ({ parts }) => [...parts] }),
  }),
});

const SchedulePlanChanged = builder.objectRef<ChangeOf<'SchedulePlanChanged'>>('SchedulePlanChanged').implement({
  description: 'The schedule has another plan version.',
  fields: (t) => ({
    before: t.field({ type: Schedule, description: BEFORE, reading: 'RECORDED', resolve: ({ before }) => before.row }),
    schedule: t.field({ type: Schedule, description: AFTER, resolve: ({ after }) => after.row }),
  }),
});

const SchedulesMerged = builder.objectRef<ChangeOf<'SchedulesMerged'>>('SchedulesMerged').implement({
  description: 'Schedules of equal content that are joined.',
  fields: (t) => ({
    merged: t.field({
      type: [Schedule],
      description: 'The schedules before the change, in order.',
      reading: 'RECORDED',
      resolve: ({ before }) => before.map(({ row }) => row),
    }),
    schedule: t.field({ type: Schedule, description: AFTER, resolve: ({ after }) => after.row }),
  }),
});

export const ScheduleChangeType = builder.unionType('ScheduleChange', {
  description: 'A difference between two timelines of an account. A schedule that changes in two ways appears twice.',
  types: [ScheduleAdded, ScheduleRemoved, SchedulePeriodChanged, ScheduleOverridden, SchedulePlanChanged, SchedulesMerged],
  resolveType: ({ kind }) => kind,
});

/** Returns the paths of a field in members of the union. Each path leads to schedules as they are after a change, or before it. */
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

/** A selection of the columns that differences are computed from. The document's own selection is added to it. */
const compared = {
  columns: {
    id: true,
    scheduleId: true,
    countsFrom: true,
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

/** Returns the query of the schedules after a change, with what the document selects of them in any member of the union. */
export const selectedAfter = (nested: unknown) => underPaths(nested, compared, 'Schedule', AFTER_PATHS);

/** Returns the query of the schedules before a change, with what the document selects of them in any member of the union. */
export const selectedBefore = (nested: unknown) => underPaths(nested, compared, 'Schedule', BEFORE_PATHS);
