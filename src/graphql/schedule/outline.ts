import type { AccountOutline, OutlinedChange, ScheduleOutline } from '../../domain/schedule/outline.ts';
import { requires } from '../admission/scopes.ts';
import { builder } from '../builder.ts';
import { StaleDraftError } from '../errors.ts';
import { COMPUTED_FROM } from '../limits.ts';
import { PricePlanVersion } from '../price-plan/type.ts';
import { SchedulePart } from './changes.ts';

const ScheduleOutlineType = builder.objectRef<ScheduleOutline>('ScheduleOutline').implement({
  ...requires('schedules:read'),
  description: 'An outline of a schedule that is planned or described in an answer. Unlike a `Schedule`, it is not a recorded row.',
  fields: (t) => ({
    scheduleId: t.exposeString('scheduleId', {
      nullable: true,
      description: 'The generated id. `null`: the schedule is only planned and has no id yet.',
    }),
    startDate: t.field({
      type: 'Date',
      description: 'First day on which the schedule is in force.',
      resolve: ({ period }) => period.start,
    }),
    endDate: t.field({
      type: 'Date',
      description: 'First day after the schedule; `9999-01-01` means forever.',
      resolve: ({ period }) => period.end,
    }),
    pricePlanId: t.string({ description: 'Generated id of the plan.', resolve: ({ version }) => version.pricePlanId }),
    pricePlanName: t.string({ ...requires('plans:read'), description: 'Name of the plan.', resolve: ({ version }) => version.name }),
    version: t.int({
      ...requires('plans:read'),
      description: 'Number of the plan version.',
      resolve: ({ version }) => version.version,
    }),
    pricePlanVersion: t.field({
      type: PricePlanVersion,
      computedFrom: COMPUTED_FROM.row,
      description: 'The plan version. Its fields are read by a separate statement; the other fields of the outline cost nothing.',
      resolve: ({ version: { id } }, _args, { store: { orgId } }) => ({ orgId, id }),
    }),
    isOverridden: t.exposeBoolean('isOverridden', { description: 'Whether the schedule overrides any term of its plan version.' }),
  }),
});

const ScheduleChangeKind = builder.enumType('ScheduleChangeKind', {
  description: 'The kind of a schedule change, named like the members of `ScheduleChange`.',
  values: {
    ADDED: { value: 'ScheduleAdded', description: 'The schedule is new.' },
    REMOVED: { value: 'ScheduleRemoved', description: 'The schedule is removed.' },
    PERIOD_CHANGED: { value: 'SchedulePeriodChanged', description: 'The schedule begins or ends on another day.' },
    OVERRIDDEN: { value: 'ScheduleOverridden', description: 'The plan version stays and the overrides differ.' },
    PLAN_CHANGED: { value: 'SchedulePlanChanged', description: 'The schedule has another plan version.' },
    MERGED: { value: 'SchedulesMerged', description: 'Schedules of equal content are joined.' },
  } as const,
});

export const ScheduleOutlineChange = builder.objectRef<OutlinedChange>('ScheduleOutlineChange').implement({
  ...requires('schedules:read'),
  description: 'A difference between two timelines, in outline. A schedule that changes in two ways appears twice.',
  fields: (t) => ({
    kind: t.expose('kind', { type: ScheduleChangeKind, description: 'Kind of the difference.' }),
    before: t.field({
      type: [ScheduleOutlineType],
      description: 'The schedules before the change. Empty for a new schedule, several for merged ones.',
      resolve: ({ before }) => [...before],
    }),
    after: t.expose('after', {
      type: ScheduleOutlineType,
      nullable: true,
      description: 'The schedule after the change. `null` when it is removed.',
    }),
    parts: t.field({
      type: [SchedulePart],
      description: 'Overrides that differ. Empty for other kinds.',
      resolve: ({ parts }) => [...parts],
    }),
  }),
});

export const TimelineOutlineType = builder.objectRef<AccountOutline>('TimelineOutline').implement({
  ...requires('schedules:read'),
  description: 'A timeline, and its differences from the active one.',
  fields: (t) => ({
    accountId: t.string({
      ...requires('accounts:read'),
      description: 'Id of the account, as the caller chose it.',
      resolve: ({ account }) => account.accountId,
    }),
    accountName: t.string({
      ...requires('accounts:read'),
      description: 'Name of the account.',
      resolve: ({ account }) => account.name,
    }),
    schedules: t.field({
      type: [ScheduleOutlineType],
      description: 'Schedules of the timeline, in order.',
      resolve: ({ schedules }) => [...schedules],
    }),
    changes: t.field({
      type: [ScheduleOutlineChange],
      description: 'Differences from the previous active timeline, in order of their days.',
      resolve: ({ changes }) => [...changes],
    }),
  }),
});

builder.objectField(StaleDraftError, 'moved', (t) =>
  t.field({
    type: [ScheduleOutlineChange],
    description: 'Changes of the active timeline since then, in order of their days.',
    resolve: ({ moved }) => [...moved],
  }),
);
