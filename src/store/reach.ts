import { type Column, getColumns, getTableName, inArray, sql } from 'drizzle-orm';
import type { DelegatedAccounts } from '../domain/token/delegate-token.ts';
import type { Statement } from '../engine/d1/metered.ts';
import * as tables from './tables/index.ts';
import * as views from './views.ts';

/** All that a delegate can see of its organization. */
export type Reach = DelegatedAccounts;

type TableName = keyof typeof tables | keyof typeof views;

/**
 * A filter for where a delegate's reading begins: at its customer and accounts, and at what is theirs. The catalogue it sees beneath
 * those alone, its idempotency keys by name, and the rest never. `unlikely` has the planner seek by the accounts, and not walk the organization's list.
 */
export function startsWithin(table: TableName, { customerId, accountIds }: Reach): object {
  if (table === 'customers') return { id: customerId };
  if (table === 'accounts') return { customerId, id: { in: [...accountIds] } };
  if (table === 'idempotencyRecords') return {};
  const found = FOUND[table];
  if (typeof found === 'string' || found.of !== 'accountIds') return { RAW: () => sql`0` };
  const [key = ''] = Object.entries(getColumns({ ...tables, ...views }[table])).find(([, column]) => column === found.column) ?? [];
  return {
    RAW: (row: Readonly<Record<string, Column>>) => {
      const column = row[key];
      return column ? sql`unlikely(${inArray(column, [...accountIds])})` : sql`0`;
    },
  };
}

/** The rows of a table that a delegate's statements find: all, none, or those that name something of its reach. */
type Found = 'ALL' | 'NONE' | { readonly column: Column; readonly of: keyof Reach; readonly isNull?: Column };

/**
 * Which rows of each table a delegate's statements find, wherever in a statement they look. A draft is unfinished work of the
 * organization. The catalogue belongs to no account: what leads to it, and from it to others, is for the schema to say.
 */
const FOUND: Readonly<Record<TableName, Found>> = {
  customers: { column: tables.customers.id, of: 'customerId' },
  accounts: { column: tables.accounts.id, of: 'accountIds' },
  accountAliases: { column: tables.accountAliases.accountId, of: 'accountIds' },
  schedules: { column: tables.schedules.accountId, of: 'accountIds', isNull: tables.schedules.draftId },
  accountPlans: { column: tables.accountPlans.accountId, of: 'accountIds' },
  purchases: { column: tables.purchases.accountId, of: 'accountIds' },
  entitlements: { column: tables.entitlements.accountId, of: 'accountIds' },
  walletEntries: { column: tables.walletEntries.accountId, of: 'accountIds' },
  licenseUpdates: { column: tables.licenseUpdates.accountId, of: 'accountIds' },
  auditEntries: { column: tables.auditEntries.subjectId, of: 'accountIds' },
  recordedRows: { column: views.recordedRows.accountId, of: 'accountIds' },
  pricePlans: 'ALL',
  pricePlanVersions: 'ALL',
  rateCards: 'ALL',
  rateCardSets: 'ALL',
  rateCardMembers: 'ALL',
  rateCardContents: 'ALL',
  billableItems: 'ALL',
  // By its own keys alone.
  idempotencyRecords: 'ALL',
  // Notes of the organization.
  accountMetadata: 'NONE',
  drafts: 'NONE',
  jobs: 'NONE',
  jobEntries: 'NONE',
  apiTokens: 'NONE',
  organizations: 'NONE',
  tokenIssuers: 'NONE',
  staffIssuers: 'NONE',
  staffRevocations: 'NONE',
  storageUsage: 'NONE',
  reservedAliases: 'NONE',
  webhooks: 'NONE',
  webhookDeliveries: 'NONE',
};

/**
 * What every statement of a delegate that reads begins with, so that it sees nothing beyond the reach: each table is shadowed by a common table
 * expression of the same name, which holds the rows of the reach. So counts and raw SQL are restricted as well. A statement ignores the
 * shadows of the tables that it does not name. The text is the same for every reach, which is bound as one value.
 */
export const restrictionTo = ({ customerId, accountIds }: Reach): Statement => ({
  sql: RESTRICTION,
  values: [JSON.stringify({ customerId, accountIds } satisfies Reach)],
});

/**
 * The `+` keeps a condition out of the planner's choice of an index, and `not materialized` has it look through the shadow: the plan is that
 * of the statement alone.
 */
const RESTRICTION = `with ${Object.entries({ ...tables, ...views })
  .flatMap(([key, table]) => {
    const found = FOUND[key as TableName];
    if (found === 'ALL') return [];
    const name = getTableName(table);
    return [`${name} as not materialized (select * from main.${name} where ${conditionOf(found)})`];
  })
  .join(', ')} `;

function conditionOf(found: Exclude<Found, 'ALL'>): string {
  if (found === 'NONE') return '0';
  const isOf = `+${found.column.name} in (select value from json_each(?1, '$.${found.of}'))`;
  return found.isNull ? `${isOf} and +${found.isNull.name} is null` : isOf;
}
