import { builder } from './builder.ts';
import { PricePlanVersion } from './price-plan.ts';
import { Schedule } from './schedule.ts';

builder.drizzleObjectField(PricePlanVersion, 'schedules', (t) =>
  t.relatedConnection('schedules', {
    type: Schedule,
    totalCount: true,
    description: 'Who is on it: its schedules in force on a day, in the order of their accounts, of which each has one at most.',
    args: { on: t.arg({ type: 'Date', description: 'The day; absent: today.' }) },
    query: ({ on }, { today }) => ({
      where: { startDate: { lte: on ?? today }, endDate: { gt: on ?? today } },
      orderBy: { accountId: 'asc', id: 'asc' },
    }),
  }),
);
