import { and, eq, sql } from 'drizzle-orm';
import type { RecordedLicenseUpdate } from '../domain/schedule/license-update.ts';
import type { Metadata } from '../domain/text.ts';
import type { Store } from './client.ts';
import { insertRows } from './insert-rows.ts';
import { accounts, licenseUpdates } from './tables/index.ts';

interface NewLicenseUpdate extends RecordedLicenseUpdate {
  readonly id: string;
  /** The id of the account's row. */
  readonly accountId: string;
  readonly metadata: Metadata | null;
  readonly createdAt: number;
}

export const insertLicenseUpdates = ({ orgId }: Store, rows: readonly NewLicenseUpdate[]) =>
  insertRows(
    licenseUpdates,
    rows.map((row) => ({ ...row, orgId })),
  );

/** Returns an account's updates of these licenses in the order of their recording. `accountId` is the caller's own id. */
export const licenseUpdatesOf = ({ db, orgId }: Store, accountId: string, licenseIds: readonly string[]) =>
  db.query.licenseUpdates.findMany({
    where: {
      licenseId: { in: [...licenseIds] },
      RAW: (update) =>
        sql`${update.accountId} = (select ${accounts.id} from ${accounts} where ${and(eq(accounts.orgId, orgId), eq(accounts.accountId, accountId))})`,
    },
    orderBy: { id: 'asc' },
  });

/** Returns the ids of those billable items that are licenses. */
export const licensesById = ({ db }: Store, ids: readonly string[]) =>
  db.query.billableItems.findMany({ where: { id: { in: [...ids] }, kind: { in: ['LICENSE', 'NAMED_LICENSE'] } }, columns: { id: true } });

/** Returns the license updates of an account in the order of their recording, at most `most` of them. `accountId` is the id of its row. */
export const allLicenseUpdatesOf = ({ db }: Store, accountId: string, most: number) =>
  db.query.licenseUpdates.findMany({ where: { accountId }, orderBy: { id: 'asc' }, limit: most });
