import { and, eq, sql } from 'drizzle-orm';
import type { LicenseUpdate } from '../domain/schedule/license-update.ts';
import type { Store } from './client.ts';
import { insertRows } from './insert-rows.ts';
import { accounts, licenseUpdates } from './tables/index.ts';

export const insertLicenseUpdates = (
  { orgId }: Store,
  rows: readonly (LicenseUpdate & { readonly id: string; readonly accountId: string; readonly createdAt: number })[],
) =>
  insertRows(
    licenseUpdates,
    rows.map((row) => ({ ...row, orgId })),
  );

/** An account's updates of licenses, in the order of their recording; the account by the caller's own id. */
export const licenseUpdatesOf = ({ db, orgId }: Store, accountId: string, licenseIds: readonly string[]) =>
  db.query.licenseUpdates.findMany({
    where: {
      licenseId: { in: [...licenseIds] },
      RAW: (update) =>
        sql`${update.accountId} = (select ${accounts.id} from ${accounts} where ${and(eq(accounts.orgId, orgId), eq(accounts.accountId, accountId))})`,
    },
    orderBy: { id: 'asc' },
  });

/** The licenses among the billable items of the ids. */
export const licensesById = ({ db }: Store, ids: readonly string[]) =>
  db.query.billableItems.findMany({ where: { id: { in: [...ids] }, kind: { in: ['LICENSE', 'NAMED_LICENSE'] } }, columns: { id: true } });
