import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { BillableKind } from '../domain/billable-item.ts';
import type { PricePlanType } from '../domain/price-plan/price-plan.ts';
import { type BillableItemRow, nameContains as itemNameContains } from './billable-items.ts';
import type { Store } from './client.ts';
import {
  among,
  asksFor,
  conjunctsOf,
  createdWithinBy,
  during,
  type Filter,
  hasId,
  isByCreation,
  matching,
  namesAny,
  type OneOf,
  type Order,
  type Span,
  type Where,
  within,
} from './list.ts';
import { examinedPage, isAlone, plainPage } from './list-page.ts';
import { nameContains as planNameContains } from './price-plans.ts';
import type { Place } from './scan.ts';
import { pricePlans, pricePlanVersions } from './tables/index.ts';

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

/** Returns the filter of one page of a list of plans. */
export function pricePlansOnPage(store: Store, list: PricePlanList, place: Place): Filter<'pricePlans'> {
  const where = pricePlansWhere(store, list);
  if (namesAny(list.where, ['hasDraft'])) {
    const page = { list: pricePlans, columns: EXAMINED, orgId: store.orgId, where, orderBy: list.orderBy, place };
    const drafts = { table: pricePlanVersions, id: pricePlanVersions.pricePlanId, seek: draftsIn(store.orgId) };
    return examinedPage(page, wantsDrafts(list) ? drafts : null);
  }
  return plainPage({ where, orderBy: list.orderBy, place });
}

/** The columns that the filter names. */
const EXAMINED = [
  pricePlans.orgId,
  pricePlans.id,
  pricePlans.nameFolded,
  pricePlans.type,
  pricePlans.createdAt,
  pricePlans.updatedAt,
  pricePlans.archivedAt,
];

/** Returns whether a page may examine plans that do not match, because no index has all conditions and the order. */
export function examinesPricePlans(list: PricePlanList): boolean {
  if (!namesAny(list.where, ['hasDraft'])) return false;
  return !isAlone(list) || !isByCreation(list.orderBy) || !wantsDrafts(list);
}

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
