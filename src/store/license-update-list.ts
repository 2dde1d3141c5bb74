import { sql } from 'drizzle-orm';
import type { Store } from './client.ts';
import { among, during, type Filter, matching, type OneOf, type Span, type Where, within } from './list.ts';
import { type Asked, type Listing, mayExamine, onPage } from './listing.ts';
import { idsOfAccounts, isForAccounts } from './proposal-list.ts';
import type { Place } from './scan.ts';
import { licenseUpdates } from './tables/index.ts';

/** Conditions on license updates. An omitted condition matches every license update. */
export interface LicenseUpdateConditions {
  /** The caller's own id of the account. */
  readonly accountId?: OneOf<string> | null;
  readonly licenseId?: OneOf<string> | null;
  readonly effectiveFrom?: Span | null;
}

type LicenseUpdatesWhere = Where<LicenseUpdateConditions> | null | undefined;

export const licenseUpdatesWhere = (where: LicenseUpdatesWhere, { orgId }: Pick<Store, 'orgId'>): Filter<'licenseUpdates'> =>
  matching<'licenseUpdates', LicenseUpdateConditions>(where, ({ accountId, licenseId, effectiveFrom }) => [
    ...among(accountId, (values) => isForAccounts(orgId, values)),
    ...among(licenseId, (values) => ({ licenseId: { in: [...values] } })),
    ...during(effectiveFrom, (span) => ({ effectiveFrom: within(span) })),
  ]);

const listing = (orgId: string): Listing<keyof LicenseUpdateConditions> => ({
  table: licenseUpdates,
  base: [],
  named: new Set(),
  equal: { accountId: (accountId) => sql`${licenseUpdates.accountId} = (${idsOfAccounts(orgId, sql`= ${accountId}`)})` },
  spans: {},
});

const asked = (where: LicenseUpdatesWhere): Asked<keyof LicenseUpdateConditions> => ({ where, names: ['id'], direction: 'desc' });

/** Returns the filter of one page of the organization's license updates. */
export const licenseUpdatesOnPage = (where: LicenseUpdatesWhere, store: Store, place: Place): Filter<'licenseUpdates'> => {
  const { orgId } = store;
  const filter = licenseUpdatesWhere(where, store);
  return { AND: [filter, onPage(listing(orgId), asked(where), { orgId, filter, place })] };
};

/** Returns whether a page of the organization's license updates may examine updates that do not match. */
export const examinesLicenseUpdates = (where: LicenseUpdatesWhere): boolean => mayExamine(listing(''), asked(where));
