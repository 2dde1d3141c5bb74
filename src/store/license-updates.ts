import type { LicenseUpdate } from '../domain/license-update.ts';
import type { Store } from './client.ts';
import { insertRows } from './insert-rows.ts';
import { licenseUpdates } from './tables/index.ts';

export const insertLicenseUpdates = (
  { orgId }: Store,
  rows: readonly (LicenseUpdate & { readonly id: string; readonly accountId: string; readonly createdAt: number })[],
) =>
  insertRows(
    licenseUpdates,
    rows.map((row) => ({ ...row, orgId })),
  );

/** The licenses among the billable items of the ids. */
export const licensesById = ({ db }: Store, ids: readonly string[]) =>
  db.query.billableItems.findMany({ where: { id: { in: [...ids] }, kind: { in: ['LICENSE', 'NAMED_LICENSE'] } }, columns: { id: true } });
