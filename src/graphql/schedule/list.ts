import { GraphQLError } from 'graphql';
import type { Where } from '../../store/list.ts';
import {
  examinesSchedules,
  SCHEDULE_ORDERS,
  type ScheduleConditions,
  type ScheduleOrder,
  scheduleOrderOf,
  schedulesOnPage,
  schedulesWhere,
} from '../../store/schedule-list.ts';
import { examines } from '../admission/price.ts';
import { requires } from '../admission/scopes.ts';
import { builder } from '../builder.ts';
import { describedEnum } from '../enums.ts';
import { conditionsIn, countAlong, counted, EXAMINES, NumberFilter, placeOf, TextFilter, whereInput } from '../list.ts';
import { Schedule, ScheduleConnection } from './type.ts';

const ScheduleOrderEnum = builder.enumType('ScheduleOrder', {
  description: 'The order of a list of schedules. The order is the same on every page.',
  values: describedEnum({
    END_DATE_ASC: 'What ends first comes first.',
    END_DATE_DESC: 'What ends last comes first.',
    START_DATE_ASC: 'What starts first comes first.',
    START_DATE_DESC: 'What starts last comes first.',
  } satisfies Record<ScheduleOrder, string>),
});

const SchedulesWhere = whereInput<ScheduleConditions>('SchedulesWhere', 'schedules', (t) => ({
  pricePlanId: t.field({
    ...requires('plans:read'),
    type: TextFilter,
    description: `Filters by the generated id of the plan. With several plans, or in the order of the first day, ${EXAMINES}`,
  }),
  version: t.field({
    ...requires('plans:read'),
    type: NumberFilter,
    description: `Filters by the number of the plan version. Give \`pricePlanId\` beside it. With several versions, or in the order of the first day, ${EXAMINES}`,
  }),
  endsBefore: t.field({
    type: 'Date',
    description: `Matches schedules whose last day is before this day. In the order of the first day, ${EXAMINES}`,
  }),
  startsAfter: t.field({
    type: 'Date',
    description: `Matches schedules whose first day is after this day. In the order of the last day, ${EXAMINES}`,
  }),
  inForceOn: t.field({
    type: 'Date',
    description: `Matches schedules that are in force on this day. With it, ${EXAMINES} In the order of the last day, those are schedules that start later.`,
  }),
  isOverridden: t.boolean({
    description: `Whether the schedule overrides any term of its plan version. With a plan, or in the order of the first day, ${EXAMINES}`,
  }),
}));

interface ListArguments {
  readonly where?: Where<ScheduleConditions> | null | undefined;
  readonly orderBy?: ScheduleOrder | null | undefined;
}

const orderOf = ({ where, orderBy }: ListArguments): ScheduleOrder => orderBy ?? scheduleOrderOf(where);

/** Refuses a version without its plan: the number alone names a version of every plan. */
function requirePlan(where: Where<ScheduleConditions> | null | undefined): void {
  const alone = conditionsIn<ScheduleConditions>(where).find(({ conditions }) => conditions.version && !conditions.pricePlanId);
  if (!alone) return;
  throw new GraphQLError(`\`${alone.path}.version\` is the number of a version of a plan. Give \`${alone.path}.pricePlanId\` beside it.`, {
    extensions: { code: 'BAD_USER_INPUT', argument: 'where' },
  });
}

builder.queryField('schedules', (t) =>
  t.drizzleConnection(
    {
      type: Schedule,
      reading: 'CURRENT',
      ...examines<ListArguments>((args) => examinesSchedules(args.where, orderOf(args))),
      description:
        'Returns the schedules of the active timelines of all accounts. Those of an archived account have ended. Drafts and superseded schedules are not included.',
      args: {
        where: t.arg({ type: SchedulesWhere, description: 'Filters the list. Omit to return everything.' }),
        orderBy: t.arg({
          type: ScheduleOrderEnum,
          description: 'Order of the list. Defaults to `START_DATE_ASC` if `where` has `startsAfter`, and to `END_DATE_ASC` otherwise.',
        }),
      },
      totalCount: (_root, args, { store }) => counted(args, () => store.count('schedules', schedulesWhere(store, args.where))),
      resolve: (query, _root, args, { store }, info) => {
        requirePlan(args.where);
        const order = orderOf(args);
        countAlong(args, info, () => store.count('schedules', schedulesWhere(store, args.where)));
        return store.db.query.schedules.findMany(
          query({ where: schedulesOnPage(store, args.where, order, placeOf(args)), orderBy: SCHEDULE_ORDERS[order] }),
        );
      },
    },
    ScheduleConnection,
  ),
);
