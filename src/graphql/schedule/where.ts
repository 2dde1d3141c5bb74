import type { ScheduleConditions } from '../../store/schedule-list.ts';
import { requires } from '../admission/scopes.ts';
import { EXAMINED_WITHIN } from '../limits.ts';
import { EXAMINES_SCHEDULES, NumberFilter, TextFilter, whereInput } from '../list.ts';

export const SchedulesWhere = whereInput<ScheduleConditions>(
  'SchedulesWhere',
  'schedules',
  (t) => ({
    pricePlanId: t.field({
      ...requires('plans:read'),
      type: TextFilter,
      description: `Filters by the generated id of the plan. In the order of the last day, a page may examine one schedule of each version of the plan, unless \`version\` names one version: it costs ${EXAMINED_WITHIN} more. With several plans, or in the order of the first day, ${EXAMINES_SCHEDULES}`,
    }),
    version: t.field({
      ...requires('plans:read'),
      type: NumberFilter,
      description: `Filters by the number of the plan version. Give \`pricePlanId\` beside it. With several plans, or in the order of the first day, ${EXAMINES_SCHEDULES}`,
    }),
    endsBefore: t.field({
      type: 'Date',
      description: `Matches schedules whose last day is before this day. In the order of the first day, ${EXAMINES_SCHEDULES}`,
    }),
    startsAfter: t.field({
      type: 'Date',
      description: `Matches schedules whose first day is after this day. In the order of the last day, ${EXAMINES_SCHEDULES}`,
    }),
    inForceOn: t.field({
      type: 'Date',
      description: `Matches schedules that are in force on this day. With it, ${EXAMINES_SCHEDULES} In the order of the last day, those are schedules that start later.`,
    }),
    isOverridden: t.boolean({
      description: `Whether the schedule overrides any term of its plan version. With \`false\`, with a plan, or in the order of the first day, ${EXAMINES_SCHEDULES}`,
    }),
  }),
  `With several conditions, ${EXAMINES_SCHEDULES}`,
);
