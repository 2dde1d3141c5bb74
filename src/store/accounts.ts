import { and, eq, gt, type InferInsertModel, type InferSelectModel, lte, type SQL, sql } from 'drizzle-orm';
import type { AccountAlias } from '../domain/account-alias.ts';
import type { Store } from './client.ts';
import { insertRows } from './insert-rows.ts';
import { accountAliases, accounts } from './tables/index.ts';

export type AccountRow = InferSelectModel<typeof accounts>;
export type NewAccountRow = Omit<InferInsertModel<typeof accounts>, 'orgId'>;

/** By the caller's own id. */
export const accountById = ({ db }: Store, accountId: string) => db.query.accounts.findFirst({ where: { accountId } });

/** A filter: the account that the alias names at `now`. A relation filter would test every account of the organization instead. */
export const accountWithLiveAlias = ({ orgId }: Store, alias: string, now: number) => ({
  RAW: (account: typeof accounts) =>
    sql`${account.id} = (select ${accountAliases.accountId} from ${accountAliases} where ${and(
      eq(accountAliases.orgId, orgId),
      eq(accountAliases.value, alias),
      lte(accountAliases.effectiveFrom, now),
      gt(accountAliases.effectiveUntil, now),
    )})`,
});

/** Every alias of the organization that has one of the values, whichever account it names. */
export const aliasesByValue = ({ db }: Store, values: readonly string[]) =>
  db.query.accountAliases.findMany({ where: { value: { in: [...values] } } });

export const insertAccount = ({ orgId }: Store, row: NewAccountRow) => insertRows(accounts, [{ ...row, orgId }]);

export const insertAliases = (
  { orgId }: Store,
  rows: readonly (AccountAlias & { readonly id: string; readonly accountId: string; readonly createdAt: number })[],
) =>
  insertRows(
    accountAliases,
    rows.map((row) => ({ ...row, orgId })),
  );

/** True while the account is at the revision that a decision was made on. */
export const accountIsAt = ({ orgId }: Store, account: Pick<AccountRow, 'id' | 'revision'>): SQL =>
  sql`exists (select 1 from ${accounts} where ${and(eq(accounts.orgId, orgId), eq(accounts.id, account.id), eq(accounts.revision, account.revision))})`;

/** The next revision, and the next timeline revision when the active timeline changed. */
export const advanceAccount = (
  { db, orgId }: Store,
  account: Pick<AccountRow, 'id' | 'revision' | 'timelineRevision'>,
  { now, timeline }: { readonly now: number; readonly timeline: boolean },
) =>
  db
    .update(accounts)
    .set({ revision: account.revision + 1, timelineRevision: account.timelineRevision + (timeline ? 1 : 0), updatedAt: now })
    .where(and(eq(accounts.orgId, orgId), eq(accounts.id, account.id)));
