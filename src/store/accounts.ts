import { and, eq, gt, type InferInsertModel, type InferSelectModel, isNull, lte, type SQL, sql } from 'drizzle-orm';
import type { AccountDetails, AccountUse } from '../domain/account/account.ts';
import { type Day, FIRST_DAY } from '../domain/day.ts';
import { fold } from '../domain/fold.ts';
import { instantAfter } from '../domain/revision.ts';
import { hasEverHadSchedule } from '../domain/schedule/start-rule.ts';
import type { Store } from './client.ts';
import { insertRows } from './insert-rows.ts';
import { foldedName } from './list.ts';
import { countOf } from './plan-use.ts';
import { isOpenAt } from './purchases.ts';
import { accountAliases, accounts, purchases, schedules } from './tables/index.ts';

export type AccountRow = InferSelectModel<typeof accounts>;
export type NewAccountRow = Omit<InferInsertModel<typeof accounts>, 'orgId' | 'nameFolded' | 'accountIdFolded' | 'timelineEnd'>;

/** Returns the account with the caller's own id. */
export const accountById = ({ db }: Store, accountId: string) => db.query.accounts.findFirst({ where: { accountId } });

/** Returns the ids and customers of the accounts with these ids of the caller. An id without an account is omitted. */
export const accountsById = ({ db }: Store, accountIds: readonly string[]) =>
  db.query.accounts.findMany({
    where: { accountId: { in: [...accountIds] } },
    columns: { id: true, accountId: true, customerId: true, status: true },
  });

/** Returns computed columns of accounts: the facts that decide an account's archiving, its status and its currency. */
export const usedAt = ({ orgId }: Store, { now }: { readonly now: number }) => ({
  scheduledUntil: (account: typeof accounts) => sql<Day | null>`(${lastScheduleOf(orgId, account.id)})`,
  openProposals: (account: typeof accounts) => sql<number>`(
    ${countOf(sql`${purchases} where ${and(eq(purchases.orgId, orgId), eq(purchases.accountId, account.id), isOpenAt(now))}`)})`,
  hadPurchase: (account: typeof accounts) => sql<number>`(
    select exists (select 1 from ${purchases} where ${and(eq(purchases.orgId, orgId), eq(purchases.accountId, account.id))}))`,
});

/** Returns the account with its aliases and with the columns of `usedAt`. */
export const accountWithUse = (store: Store, accountId: string, at: { readonly now: number }) =>
  store.db.query.accounts.findFirst({ where: { accountId }, extras: usedAt(store, at), with: { aliases: true } });

export const accountWithAliases = ({ db }: Store, accountId: string) =>
  db.query.accounts.findFirst({ where: { accountId }, with: { aliases: true } });

/** Returns the use of an account that was selected with `usedAt`. */
export const toAccountUse = (
  account: Pick<AccountUse, 'scheduledUntil' | 'openProposals'> & { readonly timelineRevision: number; readonly hadPurchase: number },
  today: Day,
): AccountUse => ({
  today,
  scheduledUntil: account.scheduledUntil,
  openProposals: account.openProposals,
  everHadSchedule: hasEverHadSchedule(account),
  everHadPurchase: account.hadPurchase > 0,
});

/** Returns a filter for the account that an alias names at an instant. A relation filter would test every account of the organization. */
export const accountWithAliasAt = ({ orgId }: Store, alias: string, instant: number) => ({
  RAW: (account: typeof accounts) =>
    sql`${account.id} = (select ${accountAliases.accountId} from ${accountAliases} where ${and(
      eq(accountAliases.orgId, orgId),
      eq(accountAliases.value, alias),
      lte(accountAliases.effectiveFrom, instant),
      gt(accountAliases.effectiveUntil, instant),
    )})`,
});

export const insertAccount = ({ orgId }: Store, row: NewAccountRow) =>
  insertRows(accounts, [{ ...row, timelineEnd: FIRST_DAY, nameFolded: fold(row.name), accountIdFolded: fold(row.accountId), orgId }]);

/** Returns a condition: the account is still at the revision that a decision was made on. */
export const accountIsAt = ({ orgId }: Store, account: Pick<AccountRow, 'id' | 'revision'>): SQL =>
  sql`exists (select 1 from ${accounts} where ${and(eq(accounts.orgId, orgId), eq(accounts.id, account.id), eq(accounts.revision, account.revision))})`;

/** The last schedule of the active timeline as it is when the statement runs. */
const lastScheduleOf = (orgId: string, accountId: string | typeof accounts.id): SQL =>
  sql`select ${schedules.endDate} from ${schedules}
    where ${and(eq(schedules.orgId, orgId), eq(schedules.accountId, accountId), isNull(schedules.draftId), isNull(schedules.supersededAt))}
    order by ${schedules.startDate} desc limit 1`;

/**
 * Writes the account's next revision, with its changed details. `updatedAt` always increases, even within one millisecond.
 * @param timeline whether the active timeline changes, so that its revision grows and its end is read again: the schedules must be written before
 */
export const advanceAccount = (
  { db, orgId }: Store,
  account: Pick<AccountRow, 'id' | 'revision' | 'timelineRevision' | 'updatedAt'>,
  { now, timeline, details }: { readonly now: number; readonly timeline: boolean; readonly details?: Partial<AccountDetails> },
) =>
  db
    .update(accounts)
    .set({
      ...details,
      ...foldedName(details ?? {}),
      revision: account.revision + 1,
      timelineRevision: account.timelineRevision + (timeline ? 1 : 0),
      ...(timeline && { timelineEnd: sql`coalesce((${lastScheduleOf(orgId, account.id)}), ${FIRST_DAY})` }),
      updatedAt: instantAfter(account.updatedAt, now),
    })
    .where(and(eq(accounts.orgId, orgId), eq(accounts.id, account.id)));
