import { and, type Column, eq, type SQL, sql } from 'drizzle-orm';
import { idAt } from '../domain/id.ts';
import { PURCHASE_STATUSES, type PurchaseStatus, type PurchaseType } from '../domain/purchase/purchase.ts';
import type { Store } from './client.ts';
import { among, createdWithin, during, type Filter, listed, matching, type OneOf, type Span, type Where, within } from './list.ts';
import { type Asked, type Listing, mayExamine, onPage } from './listing.ts';
import { hasStatusAt } from './purchases.ts';
import type { Place } from './scan.ts';
import { accounts, purchases } from './tables/index.ts';

/** Conditions on proposals. An omitted condition matches every proposal. */
export interface ProposalConditions {
  readonly status?: OneOf<PurchaseStatus> | null;
  readonly type?: OneOf<PurchaseType> | null;
  readonly number?: OneOf<number> | null;
  /** The caller's own id of the account. */
  readonly accountId?: OneOf<string> | null;
  readonly expiryDate?: Span | null;
  readonly createdAt?: Span | null;
}

/** A list of proposals, with their statuses at `now`, in milliseconds since the epoch. */
interface At {
  readonly store: Store;
  readonly now: number;
}

/** Returns the filter of a list of proposals, with their statuses at `now`, in milliseconds since the epoch. */
export const proposalsWhere = (where: Where<ProposalConditions> | null | undefined, { store: { orgId }, now }: At): Filter<'purchases'> =>
  matching<'purchases', ProposalConditions>(where, ({ status, type, number, accountId, expiryDate, createdAt }) => [
    ...among(status, (values) => ({
      // An index finds one status. The overdue among open proposals are expired.
      status: { in: [...new Set(values.flatMap((each) => (each === 'PROPOSAL_EXPIRED' ? [each, 'PROPOSAL_ACTIVE' as const] : [each])))] },
      ...hasStatusAt(
        PURCHASE_STATUSES.filter((each) => values.includes(each)),
        now,
      ),
    })),
    ...among(type, (values) => ({ type: { in: [...values] } })),
    ...among(number, (values) => isNumbered(orgId, values)),
    ...among(accountId, (values) => isForAccounts(orgId, values)),
    ...during(expiryDate, (span) => ({ expiresAt: within(span) })),
    ...during(createdAt, (span) => createdWithin('purchase', span)),
  ]);

const listing = (orgId: string, now: number): Listing<keyof ProposalConditions> => ({
  table: purchases,
  base: [eq(purchases.isProposal, true)],
  named: new Set(['number']),
  equal: {
    accountId: (accountId) => sql`${purchases.accountId} = (${idsOfAccounts(orgId, sql`= ${accountId}`)})`,
    // An open proposal that is past its expiry is expired (`hasStatusAt`).
    status: (status) =>
      sql`${purchases.status} = ${status} and not (${purchases.status} = 'PROPOSAL_ACTIVE' and coalesce(${purchases.expiresAt} <= ${now}, 0))`,
    type: (type) => sql`${purchases.type} = ${type}`,
  },
  spans: {
    createdAt: { column: purchases.id, at: (instant) => idAt('purchase', instant) },
    expiryDate: { column: purchases.expiresAt, at: (instant) => instant },
  },
  // The sweep leaves few of them, and only for minutes.
  also: (name, values) =>
    name === 'status' && values.includes('PROPOSAL_EXPIRED')
      ? sql`select ${purchases.id} from ${purchases} where ${purchases.orgId} = ${orgId} and ${purchases.status} = 'PROPOSAL_ACTIVE' and ${purchases.expiresAt} <= ${now}`
      : null,
});

type ProposalsWhere = Where<ProposalConditions> | null | undefined;

const asked = (where: ProposalsWhere): Asked<keyof ProposalConditions> => ({ where, names: ['id'], direction: 'desc' });

/** Returns the filter of one page of the organization's proposals. */
export const proposalsOnPage = (where: ProposalsWhere, at: At, place: Place): Filter<'purchases'> => {
  const { orgId } = at.store;
  const filter = { isProposal: true, AND: [proposalsWhere(where, at)] };
  return { AND: [filter, onPage(listing(orgId, at.now), asked(where), { orgId, filter, place })] };
};

/** Returns whether a page of the organization's proposals may examine proposals that do not match. */
export const examinesProposals = (where: ProposalsWhere): boolean => mayExamine(listing('', 0), asked(where));

/** Returns whether a page of one account's proposals may examine all of them. */
export const examinesAccountsProposals = (where: ProposalsWhere): boolean => mayExamine({ ...listing('', 0), equal: {} }, asked(where));

const isNumbered = (orgId: string, values: readonly number[]) => ({
  RAW: ({ id }: typeof purchases): SQL =>
    sql`${id} in (select ${purchases.id} from ${purchases} where ${and(eq(purchases.orgId, orgId), sql`${purchases.number} in ${listed(values)}`)})`,
});

/** Filters by accounts. Of several, `onPage` reads a page of each. */
export const isForAccounts = (orgId: string, values: readonly string[]) => ({
  RAW: ({ accountId }: { readonly accountId: Column }): SQL =>
    values.length === 1
      ? sql`${accountId} = (${idsOfAccounts(orgId, sql`= ${values[0]}`)})`
      : sql`${accountId} in (${idsOfAccounts(orgId, sql`in ${listed(values)}`)})`,
});

export const idsOfAccounts = (orgId: string, compared: SQL): SQL =>
  sql`select ${accounts.id} from ${accounts} where ${and(eq(accounts.orgId, orgId), sql`${accounts.accountId} ${compared}`)}`;
