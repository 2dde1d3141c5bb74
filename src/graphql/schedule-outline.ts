import type { OutlinedChange, ScheduleOutline, TimelineOutline } from '../domain/schedule/outline.ts';
import { builder } from './builder.ts';
import { StaleDraftError } from './errors.ts';
import { PricePlanVersion } from './price-plan.ts';
import { SchedulePart } from './schedule-change.ts';
import { requires } from './scopes.ts';

const ScheduleOutlineType = builder.objectRef<ScheduleOutline>('ScheduleOutline').implement({
  ...requires('schedules:read'),
  description: 'A schedule as it would be, or as an answer tells of it, without the recorded row that a `Schedule` is.',
  fields: (t) => ({
    scheduleId: t.exposeString('scheduleId', {
      nullable: true,
      description: 'The generated id; null: it is only planned and has none yet.',
    }),
    startDate: t.field({ type: 'Date', description: 'The first day it is in force.', resolve: ({ period }) => period.start }),
    endDate: t.field({
      type: 'Date',
      description: 'The first day it is no longer; `9999-01-01` means for ever.',
      resolve: ({ period }) => period.end,
    }),
    pricePlanId: t.string({ description: 'Generated id of the plan.', resolve: ({ version }) => version.pricePlanId }),
    pricePlanName: t.string({ ...requires('plans:read'), description: 'Its name.', resolve: ({ version }) => version.name }),
    version: t.int({
      ...requires('plans:read'),
      description: 'The number of the version that is pinned.',
      resolve: ({ version }) => version.version,
    }),
    pricePlanVersion: t.field({
      type: PricePlanVersion,
      description: 'The version itself. What is selected of it is read by a statement of its own; the fields beside cost nothing.',
      resolve: ({ version: { id } }, _args, { store: { orgId } }) => ({ orgId, id }),
    }),
    isOverridden: t.exposeBoolean('isOverridden', { description: 'Whether anything differs from the plan version.' }),
  }),
});

const ScheduleChangeKind = builder.enumType('ScheduleChangeKind', {
  description: 'What becomes of a schedule: the members of `ScheduleChange` by their names.',
  values: {
    ADDED: { value: 'ScheduleAdded', description: 'It is new.' },
    REMOVED: { value: 'ScheduleRemoved', description: 'It goes.' },
    PERIOD_CHANGED: { value: 'SchedulePeriodChanged', description: 'It begins or ends on another day.' },
    OVERRIDDEN: { value: 'ScheduleOverridden', description: 'The plan version stays, what overrides it differs.' },
    PLAN_CHANGED: { value: 'SchedulePlanChanged', description: 'Another plan version for the same days.' },
    MERGED: { value: 'SchedulesMerged', description: 'Schedules of one content become one.' },
  } as const,
});

export const ScheduleOutlineChange = builder.objectRef<OutlinedChange>('ScheduleOutlineChange').implement({
  ...requires('schedules:read'),
  description: 'One difference between two timelines, in outline. A schedule that changes in two ways is told twice.',
  fields: (t) => ({
    kind: t.expose('kind', { type: ScheduleChangeKind, description: 'What kind of difference.' }),
    before: t.field({
      type: [ScheduleOutlineType],
      description: 'As it was: none of what is new, more than one of what is merged.',
      resolve: ({ before }) => [...before],
    }),
    after: t.expose('after', { type: ScheduleOutlineType, nullable: true, description: 'As it becomes; null of what goes.' }),
    parts: t.field({
      type: [SchedulePart],
      description: 'What is overridden otherwise, where that is the kind.',
      resolve: ({ parts }) => [...parts],
    }),
  }),
});

export const TimelineOutlineType = builder.objectRef<TimelineOutline>('TimelineOutline').implement({
  ...requires('schedules:read'),
  description: 'A timeline, and what leads to it from the active one.',
  fields: (t) => ({
    schedules: t.field({
      type: [ScheduleOutlineType],
      description: 'The whole timeline, in order.',
      resolve: ({ schedules }) => [...schedules],
    }),
    changes: t.field({
      type: [ScheduleOutlineChange],
      description: 'What differs from the active timeline before, in order of the days at stake.',
      resolve: ({ changes }) => [...changes],
    }),
  }),
});

builder.objectField(StaleDraftError, 'moved', (t) =>
  t.field({
    type: [ScheduleOutlineChange],
    description: 'What became of the active timeline since, in order of the days at stake.',
    resolve: ({ moved }) => [...moved],
  }),
);
