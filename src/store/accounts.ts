import { and, eq, gt, type InferInsertModel, type InferSelectModel, lte, type SQL, sql } from 'drizzle-orm';
import type { AccountDetails, AccountUse } from '../domain/account.ts';
import type { Day } from '../domain/day.ts';
import type { Store } from './client.ts';
import { insertRows } from './insert-rows.ts';
import { hasStatusAt } from './purchases.ts';
import { accountAliases, accounts } from './tables/index.ts';

export type AccountRow = InferSelectModel<typeof accounts>;
export type NewAccountRow = Omit<InferInsertModel<typeof accounts>, 'orgId'>;

/** By the caller's own id. */
export const accountById = ({ db }: Store, accountId: string) => db.query.accounts.findFirst({ where: { accountId } });

/** A selection of what is still ahead of an account and what it ever had: what its archiving and its currency hang on. */
export const usedAt = ({ now, today }: { readonly now: number; readonly today: Day }) =>
  ({
    schedules: { columns: { startDate: true, endDate: true }, where: { supersededAt: { isNull: true }, endDate: { gt: today } } },
    proposals: { columns: { id: true }, where: hasStatusAt(['PROPOSAL_ACTIVE'], now) },
    purchases: { columns: { id: true }, limit: 1 },
  }) as const;

/** The account with what decides about its archiving, its status and its currency, and with its aliases. */
export const accountWithUse = ({ db }: Store, accountId: string, at: { readonly now: number; readonly today: Day }) =>
  db.query.accounts.findFirst({ where: { accountId }, with: { ...usedAt(at), aliases: true } });

export const accountWithAliases = ({ db }: Store, accountId: string) =>
  db.query.accounts.findFirst({ where: { accountId }, with: { aliases: true } });

/** What an account selected with `usedAt` is used for. */
export function toAccountUse(
  account: {
    readonly timelineRevision: number;
    readonly schedules: readonly { readonly startDate: Day; readonly endDate: Day }[];
    readonly proposals: readonly unknown[];
    readonly purchases: readonly unknown[];
  },
  today: Day,
): AccountUse {
  return {
    today,
    timeline: account.schedules.map(({ startDate, endDate }) => ({ period: { start: startDate, end: endDate }, content: null })),
    openProposals: account.proposals.length,
    everHadSchedule: account.timelineRevision > 0,
    everHadPurchase: account.purchases.length > 0,
  };
}

/** A filter: the account that the alias names at an instant. A relation filter would test every account of the organization instead. */
export const accountWithAliasAt = ({ orgId }: Store, alias: string, instant: number) => ({
  RAW: (account: typeof accounts) =>
    sql`${account.id} = (select ${accountAliases.accountId} from ${accountAliases} where ${and(
      eq(accountAliases.orgId, orgId),
      eq(accountAliases.value, alias),
      lte(accountAliases.effectiveFrom, instant),
      gt(accountAliases.effectiveUntil, instant),
    )})`,
});

export const insertAccount = ({ orgId }: Store, row: NewAccountRow) => insertRows(accounts, [{ ...row, orgId }]);

/** True while the account is at the revision that a decision was made on. */
export const accountIsAt = ({ orgId }: Store, account: Pick<AccountRow, 'id' | 'revision'>): SQL =>
  sql`exists (select 1 from ${accounts} where ${and(eq(accounts.orgId, orgId), eq(accounts.id, account.id), eq(accounts.revision, account.revision))})`;

/** The next revision, with the details that change, and the next timeline revision when the active timeline changed. */
export const advanceAccount = (
  { db, orgId }: Store,
  account: Pick<AccountRow, 'id' | 'revision' | 'timelineRevision'>,
  { now, timeline, details }: { readonly now: number; readonly timeline: boolean; readonly details?: Partial<AccountDetails> },
) =>
  db
    .update(accounts)
    .set({
      ...details,
      revision: account.revision + 1,
      timelineRevision: account.timelineRevision + (timeline ? 1 : 0),
      updatedAt: now,
    })
    .where(and(eq(accounts.orgId, orgId), eq(accounts.id, account.id)));
