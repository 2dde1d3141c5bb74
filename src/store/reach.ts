import { getTableName, inArray, sql } from 'drizzle-orm';
import type { DelegatedAccounts } from '../domain/token/delegate-token.ts';
import type { Statement } from '../engine/d1/metered.ts';
import * as tables from './tables/index.ts';
import * as views from './views.ts';

/** All that a delegate can see of its organization. */
export type Reach = DelegatedAccounts;

type TableName = keyof typeof tables | keyof typeof views;

/**
 * A filter for where a delegate's reading begins: at its customer and accounts, their schedules and purchases. The catalogue it sees
 * beneath those alone, its idempotency keys by name, and the rest never. `unlikely` has the planner seek by the accounts, and not walk the organization's list.
 */
export function startsWithin(table: TableName, { customerId, accountIds }: Reach): object {
  if (table === 'customers') return { id: customerId };
  if (table === 'accounts') return { customerId, id: { in: [...accountIds] } };
  if (table === 'idempotencyRecords') return {};
  if (table !== 'schedules' && table !== 'purchases') return { RAW: () => sql`0` };
  return { RAW: (row: (typeof tables)['schedules' | 'purchases']) => sql`unlikely(${inArray(row.accountId, [...accountIds])})` };
}

/**
 * Which rows of each table a delegate's statements find, wherever in a statement they look. A draft is unfinished work of the
 * organization. The catalogue belongs to no account: what leads to it, and from it to others, is for the schema to say.
 */
const FOUND: Readonly<Record<TableName, 'ALL' | 'NONE' | { readonly column: string; readonly of: keyof Reach; readonly and?: string }>> = {
  customers: { column: 'id', of: 'customerId' },
  accounts: { column: 'id', of: 'accountIds' },
  accountAliases: { column: 'account_id', of: 'accountIds' },
  schedules: { column: 'account_id', of: 'accountIds', and: '+draft_id is null' },
  purchases: { column: 'account_id', of: 'accountIds' },
  entitlements: { column: 'account_id', of: 'accountIds' },
  walletEntries: { column: 'account_id', of: 'accountIds' },
  licenseUpdates: { column: 'account_id', of: 'accountIds' },
  auditEntries: { column: 'subject_id', of: 'accountIds' },
  pricePlans: 'ALL',
  pricePlanVersions: 'ALL',
  rateCards: 'ALL',
  rateCardSets: 'ALL',
  rateCardMembers: 'ALL',
  rateCardContents: 'ALL',
  billableItems: 'ALL',
  // By its own keys alone.
  idempotencyRecords: 'ALL',
  drafts: 'NONE',
  jobs: 'NONE',
  jobEntries: 'NONE',
  apiTokens: 'NONE',
  organizations: 'NONE',
  tokenIssuers: 'NONE',
  storageUsage: 'NONE',
};

/**
 * Makes a SELECT see nothing beyond a reach: each table that it names is shadowed by a common table expression of the same name, which
 * holds the rows of the reach. So it binds counts and raw SQL as well. The `+` keeps these conditions out of the planner's choice
 * of an index, and `not materialized` has it look through them: the plan is that of the statement alone.
 */
export function seenFrom(reach: Reach): (statement: Statement) => Statement {
  const shadows = TABLES.flatMap(([key, name]) => {
    const found = FOUND[key];
    if (found === 'ALL') return [];
    const values = found === 'NONE' ? [] : [reach[found.of]].flat();
    const condition = found === 'NONE' ? '0' : `+${found.column} in (${values.map(() => '?').join(', ')})`;
    const and = typeof found === 'object' && found.and ? ` and ${found.and}` : '';
    const text = `${name} as not materialized (select * from main.${name} where ${condition}${and})`;
    return [{ name: new RegExp(`\\b${name}\\b`, 'i'), text, values }];
  });
  return ({ sql: text, values }) => {
    if (!/^\s*select\b/i.test(text)) throw new Error('only a SELECT can be narrowed');
    const named = shadows.filter(({ name }) => name.test(text));
    if (named.length === 0) return { sql: text, values };
    const within = named.map((shadow) => shadow.text).join(', ');
    return { sql: `with ${within} ${text}`, values: [...named.flatMap((shadow) => shadow.values), ...values] };
  };
}

const TABLES = Object.entries({ ...tables, ...views }).map(([key, table]) => [key as TableName, getTableName(table)] as const);
