import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { BillableKind } from '../domain/billable-item.ts';
import type { PricePlanType } from '../domain/price-plan/price-plan.ts';
import { type BillableItemRow, nameContains as itemNameContains } from './billable-items.ts';
import type { Store } from './client.ts';
import {
  among,
  asksFor,
  columnsOf,
  conjunctsOf,
  createdWithinBy,
  during,
  type Filter,
  hasId,
  matching,
  type OneOf,
  type Order,
  type Span,
  spansOf,
  type Where,
  within,
} from './list.ts';
import { type Asked, type Listing, mayExamine, onPage } from './listing.ts';
import { nameContains as planNameContains } from './price-plans.ts';
import type { Place } from './scan.ts';
import { billableItems, pricePlans, pricePlanVersions } from './tables/index.ts';

interface List<Conditions> {
  readonly where?: Where<Conditions> | null | undefined;
  readonly search?: string | null | undefined;
  readonly orderBy: Order;
  readonly includeArchived?: boolean | null | undefined;
}

/** Conditions on plans. An omitted condition matches every plan. */
export interface PricePlanConditions {
  readonly pricePlanId?: OneOf<string> | null;
  readonly type?: OneOf<PricePlanType> | null;
  readonly hasDraft?: boolean | null;
  readonly createdAt?: Span | null;
  readonly updatedAt?: Span | null;
}

export type PricePlanList = List<PricePlanConditions>;

/** Conditions on billable items. An omitted condition matches every item. */
export interface BillableItemConditions {
  readonly billableId?: OneOf<string> | null;
  readonly kind?: OneOf<BillableKind> | null;
  readonly status?: OneOf<BillableItemRow['status']> | null;
}

/** Returns the filter of a list of plans. Omits archived ones unless `includeArchived` is true. */
export function pricePlansWhere({ orgId }: Store, { where, search, orderBy, includeArchived }: PricePlanList): Filter<'pricePlans'> {
  return {
    AND: [
      matching<'pricePlans', PricePlanConditions>(where, ({ pricePlanId, type, hasDraft, createdAt, updatedAt }) => [
        ...among(pricePlanId, hasId),
        ...among(type, (values) => ({ type: { in: [...values] } })),
        ...(hasDraft == null ? [] : [isDrafted(orgId, hasDraft)]),
        ...during(createdAt, (span) => createdWithinBy(orderBy, 'pp', span)),
        ...during(updatedAt, (span) => ({ updatedAt: within(span) })),
      ]),
      ...(includeArchived ? [] : [{ archivedAt: { isNull: true as const } }]),
      ...(search == null ? [] : [planNameContains(search)]),
    ],
  };
}

const isDrafted = (orgId: string, hasDraft: boolean) => ({
  RAW: ({ id }: typeof pricePlans): SQL =>
    sql`${sql.raw(hasDraft ? '' : 'not ')}exists (select 1 from ${pricePlanVersions} where ${and(
      ...draftsIn(orgId),
      sql`${pricePlanVersions.pricePlanId} = ${id}`,
    )})`,
});

/** The status is part of the text, because SQLite uses a partial index only by a condition without parameters. */
const draftsIn = (orgId: string) => [eq(pricePlanVersions.orgId, orgId), sql`${pricePlanVersions.status} = 'DRAFT'`];

const wantsDrafts = ({ where }: PricePlanList): boolean =>
  conjunctsOf<PricePlanConditions>(where).conditions.some(({ hasDraft }) => hasDraft);

/** Returns the filter of a list of items. Omits archived ones unless `includeArchived` is true or a condition names their status. */
export function billableItemsWhere({ where, search, includeArchived }: List<BillableItemConditions>): Filter<'billableItems'> {
  return {
    AND: [
      matching<'billableItems', BillableItemConditions>(where, ({ billableId, kind, status }) => [
        ...among(billableId, hasId),
        ...among(kind, (values) => ({ kind: { in: [...values] } })),
        ...among(status, (values) => ({ status: { in: [...values] } })),
      ]),
      ...(includeArchived || asksFor(where, 'status', 'ARCHIVED') ? [] : [{ status: 'ACTIVE' as const }]),
      ...(search == null ? [] : [itemNameContains(search)]),
    ],
  };
}

/** Archived plans have the indexes of the orders alone. */
const plansListing = (isLive: boolean): Listing<keyof PricePlanConditions> => ({
  table: pricePlans,
  base: isLive ? [isNull(pricePlans.archivedAt)] : [],
  named: new Set(['pricePlanId']),
  equal: isLive ? { type: (type) => sql`${pricePlans.type} = ${type}` } : {},
  spans: spansOf('pp', pricePlans),
});

const plansAsked = (list: PricePlanList): Asked<keyof PricePlanConditions> => ({
  where: list.where,
  otherwise: list.includeArchived ? {} : { type: ['BILLING', 'PURCHASE'] },
  isReferred: wantsDrafts(list),
  isSearched: list.search != null,
  ...columnsOf(list.orderBy),
});

/** Returns the filter of one page of the organization's plans. */
export function pricePlansOnPage(store: Store, list: PricePlanList, place: Place): Filter<'pricePlans'> {
  const { orgId } = store;
  const filter = pricePlansWhere(store, list);
  const drafts = { table: pricePlanVersions, id: pricePlanVersions.pricePlanId, seek: draftsIn(orgId) };
  const page = { orgId, filter, referrers: wantsDrafts(list) ? drafts : undefined, place };
  return { AND: [filter, onPage(plansListing(!list.includeArchived), plansAsked(list), page)] };
}

/** Returns whether a page of the organization's plans may examine plans that do not match. */
export const examinesPricePlans = (list: PricePlanList): boolean => mayExamine(plansListing(!list.includeArchived), plansAsked(list));

const ITEMS: Listing<keyof BillableItemConditions> = {
  table: billableItems,
  base: [],
  named: new Set(['billableId']),
  equal: {
    kind: (kind) => sql`${billableItems.kind} = ${kind}`,
    status: (status) => sql`${billableItems.status} = ${status}`,
  },
  spans: {},
};

const itemsAsked = ({ where, search, orderBy, includeArchived }: List<BillableItemConditions>): Asked<keyof BillableItemConditions> => ({
  where,
  otherwise: { status: includeArchived || asksFor(where, 'status', 'ARCHIVED') ? ['ACTIVE', 'ARCHIVED'] : ['ACTIVE'] },
  isSearched: search != null,
  ...columnsOf(orderBy),
});

/** Returns the filter of one page of the organization's items. */
export const billableItemsOnPage = ({ orgId }: Store, list: List<BillableItemConditions>, place: Place): Filter<'billableItems'> => {
  const filter = billableItemsWhere(list);
  return { AND: [filter, onPage(ITEMS, itemsAsked(list), { orgId, filter, place })] };
};

/** Returns whether a page of the organization's items may examine items that do not match. */
export const examinesBillableItems = (list: List<BillableItemConditions>): boolean => mayExamine(ITEMS, itemsAsked(list));
