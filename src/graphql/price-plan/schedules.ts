import { inForceOn } from '../../store/schedules.ts';
import { builder } from '../builder.ts';
import { seek } from '../list.ts';
import { Schedule, ScheduleConnection } from '../schedule/type.ts';
import { PricePlanVersion } from './type.ts';

builder.drizzleObjectField(PricePlanVersion, 'schedules', (t) =>
  t.relatedConnection(
    'schedules',
    {
      type: Schedule,
      totalCount: true,
      reading: 'CURRENT',
      description:
        'Schedules that have this version in force on a day, in the order of their accounts. Each account has a maximum of one, so that the list is also that of the accounts.',
      args: { on: t.arg({ type: 'Date', description: 'The day to look at. Defaults to today.' }) },
      query: ({ on, ...page }, { today }) => ({
        where: { ...inForceOn(on ?? today), ...seek(page, 'accountId') },
        orderBy: { accountId: 'asc', id: 'asc' },
      }),
    },
    ScheduleConnection,
  ),
);
