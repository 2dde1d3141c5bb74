import type { Where } from '../../store/list.ts';
import {
  examinedBy,
  SCHEDULE_ORDERS,
  type ScheduleConditions,
  type ScheduleOrder,
  scheduleOrderOf,
  schedulesOnPage,
  schedulesWhere,
} from '../../store/schedule-list.ts';
import { examinesFor } from '../admission/price.ts';
import { builder } from '../builder.ts';
import { describedEnum } from '../enums.ts';
import { EXAMINED, EXAMINED_WITHIN } from '../limits.ts';
import { placeOf } from '../list.ts';
import { Schedule, ScheduleConnection } from './type.ts';
import { SchedulesWhere } from './where.ts';

const ScheduleOrderEnum = builder.enumType('ScheduleOrder', {
  description: 'The order of a list of schedules. The order is the same on every page.',
  values: describedEnum({
    END_DATE_ASC: 'The earliest end first.',
    END_DATE_DESC: 'The latest end first.',
    START_DATE_ASC: 'The earliest start first.',
    START_DATE_DESC: 'The latest start first.',
  } satisfies Record<ScheduleOrder, string>),
});

interface ListArguments {
  readonly where?: Where<ScheduleConditions> | null | undefined;
  readonly orderBy?: ScheduleOrder | null | undefined;
}

const orderOf = ({ where, orderBy }: ListArguments): ScheduleOrder => orderBy ?? scheduleOrderOf(where);

const PRICES = { NOTHING: 0, VERSIONS: EXAMINED_WITHIN, SCHEDULES: EXAMINED };

builder.queryField('schedules', (t) =>
  t.countedConnection(
    {
      type: Schedule,
      reading: 'CURRENT',
      ...examinesFor<ListArguments>((args) => PRICES[examinedBy(args.where, orderOf(args))]),
      description:
        'Returns the schedules of the active timelines of all accounts. Those of an archived account have ended. Drafts and superseded schedules are not included.',
      args: {
        where: t.arg({ type: SchedulesWhere, description: 'Filters the list. Omit to return everything.' }),
        orderBy: t.arg({
          type: ScheduleOrderEnum,
          description: 'Order of the list. Defaults to `START_DATE_ASC` if `where` has `startsAfter`, and to `END_DATE_ASC` otherwise.',
        }),
      },
      totalCount: (_root, args, { store }) => store.count('schedules', schedulesWhere(store, args.where)),
      resolve: (query, _root, args, { store }) => {
        const order = orderOf(args);
        return store.db.query.schedules.findMany(
          query({ where: schedulesOnPage(store, args.where, order, placeOf(args)), orderBy: SCHEDULE_ORDERS[order] }),
        );
      },
    },
    ScheduleConnection,
  ),
);
