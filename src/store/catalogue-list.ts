import type { BillableKind } from '../domain/billable-item.ts';
import type { PricePlanType } from '../domain/price-plan/price-plan.ts';
import { type BillableItemRow, nameContains as itemNameContains } from './billable-items.ts';
import {
  among,
  asksFor,
  createdWithinBy,
  during,
  type Filter,
  hasId,
  matching,
  type OneOf,
  type Order,
  type Span,
  type Where,
  within,
} from './list.ts';
import { nameContains as planNameContains } from './price-plans.ts';

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
  readonly createdAt?: Span | null;
  readonly updatedAt?: Span | null;
}

/** Conditions on billable items. An omitted condition matches every item. */
export interface BillableItemConditions {
  readonly billableId?: OneOf<string> | null;
  readonly kind?: OneOf<BillableKind> | null;
  readonly status?: OneOf<BillableItemRow['status']> | null;
}

/** Returns the filter of a list of plans. Omits archived ones unless `includeArchived` is true. */
export function pricePlansWhere({ where, search, orderBy, includeArchived }: List<PricePlanConditions>): Filter<'pricePlans'> {
  return {
    AND: [
      matching<'pricePlans', PricePlanConditions>(where, ({ pricePlanId, type, createdAt, updatedAt }) => [
        ...among(pricePlanId, hasId),
        ...among(type, (values) => ({ type: { in: [...values] } })),
        ...during(createdAt, (span) => createdWithinBy(orderBy, 'pp', span)),
        ...during(updatedAt, (span) => ({ updatedAt: within(span) })),
      ]),
      ...(includeArchived ? [] : [{ archivedAt: { isNull: true as const } }]),
      ...(search == null ? [] : [planNameContains(search)]),
    ],
  };
}

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
