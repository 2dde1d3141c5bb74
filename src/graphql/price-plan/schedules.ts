import type { Day } from '../../domain/day.ts';
import { SCHEDULE_ORDERS } from '../../store/schedule-list.ts';
import { inForceByEnd } from '../../store/schedules.ts';
import { examinesWithin } from '../admission/price.ts';
import { builder } from '../builder.ts';
import { EXAMINED_WITHIN } from '../limits.ts';
import { placeOf } from '../list.ts';
import { Schedule, ScheduleConnection } from '../schedule/type.ts';
import { PricePlanVersion } from './type.ts';

builder.drizzleObjectField(PricePlanVersion, 'schedules', (t) =>
  t.relatedConnection(
    'schedules',
    {
      type: Schedule,
      totalCount: true,
      reading: 'CURRENT',
      ...examinesWithin<{ readonly on?: Day | null }>(({ on }) => on != null),
      description: `Schedules that have this version in force on a day, in the order in which they end. Each account has a maximum of one, so that the list is also that of the accounts. With \`on\`, a page may examine all schedules that have not ended by then: it costs ${EXAMINED_WITHIN} more.`,
      args: { on: t.arg({ type: 'Date', description: 'The day to look at. Defaults to today.' }) },
      query: ({ on, ...page }, { today }) => ({
        where: inForceByEnd(on ?? today, placeOf(page)),
        orderBy: SCHEDULE_ORDERS.END_DATE_ASC,
      }),
    },
    ScheduleConnection,
  ),
);
