import { drizzleConnectionHelpers } from '@pothos/plugin-drizzle';
import type { Day } from '../../domain/day.ts';
import { Account } from '../account/type.ts';
import { requires } from '../admission/scopes.ts';
import { builder } from '../builder.ts';
import { type Page, seek } from '../list.ts';
import { underPaths } from '../paths.ts';
import { Schedule } from '../schedule/type.ts';
import { PricePlanVersion } from './type.ts';

/** Returns the query of a version's schedules that are in force on a day. Each account has at most one. */
const inForce = (day: Day, page: Page) =>
  ({
    where: { startDate: { lte: day }, endDate: { gt: day }, ...seek(page, 'accountId') },
    orderBy: { accountId: 'asc', id: 'asc' },
  }) as const;

const NODE_PATHS = [[{ name: 'nodes' }], [{ name: 'edges' }, { name: 'node' }]];
const ON = 'The day to look at. Defaults to today.';

/** Reads accounts through their schedules, with the schedules' pages. */
const throughSchedules = drizzleConnectionHelpers(builder, 'schedules', {
  // The helper's types do not include the field's own arguments.
  query: (args: Page & { readonly first?: number | null; readonly on?: Day | null }, { today }) => inForce(args.on ?? today, args),
  select: (account) => ({ columns: { id: true }, with: { account: account({}) } }),
  resolveNode: ({ account }) => account,
});

builder.drizzleObjectFields(PricePlanVersion, (t) => ({
  schedules: t.relatedConnection('schedules', {
    type: Schedule,
    totalCount: true,
    reading: 'CURRENT',
    description: 'Schedules that have this version in force on a day, in the order of their accounts. Maximum one for each account.',
    args: { on: t.arg({ type: 'Date', description: ON }) },
    query: ({ on, ...page }, { today }) => inForce(on ?? today, page),
  }),
  accounts: t.connection(
    {
      ...requires('schedules:read'),
      type: Account,
      description: 'Accounts that have this version in force on a day. `schedules` has their schedules, in the same order.',
      args: { on: t.arg({ type: 'Date', description: ON }) },
      select: (args, context, nested) => ({
        with: {
          // The helper alone would plan only the selection under `edges`, and `nodes` would take a second statement.
          schedules: throughSchedules.getQuery(args, context, (account) => underPaths(nested, Object(account), 'Account', NODE_PATHS)),
        },
      }),
      resolve: ({ schedules }, args, context) => throughSchedules.resolve(schedules, args, context),
    },
    { name: 'PricePlanVersionAccountsConnection' },
    { name: 'PricePlanVersionAccountsEdge' },
  ),
}));
