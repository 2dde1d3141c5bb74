import type { BillableKind } from '../domain/billable-item.ts';
import type { PricePlanType } from '../domain/price-plan.ts';
import { type BillableItemRow, nameContains as itemNameContains } from './billable-items.ts';
import { type CreatedWithin, createdWithinBy, type OneOf, type Order, oneOf } from './list.ts';
import { nameContains as planNameContains } from './price-plans.ts';

interface List<Filter> {
  readonly where?: Filter | null | undefined;
  readonly search?: string | null | undefined;
  readonly orderBy: Order;
  readonly includeArchived?: boolean | null | undefined;
}

/** Which plans a list is of; a condition left out holds for all. */
export interface PricePlanFilter {
  readonly type?: OneOf<PricePlanType> | null;
  readonly createdAt?: CreatedWithin | null;
}

/** Which billable items a list is of; a condition left out holds for all. */
export interface BillableItemFilter {
  readonly kind?: OneOf<BillableKind> | null;
  readonly status?: OneOf<BillableItemRow['status']> | null;
}

/** A filter: archived plans are left out unless they are asked for. */
export function pricePlansWhere({ where, search, orderBy, includeArchived }: List<PricePlanFilter>) {
  const { type, createdAt } = where ?? {};
  return {
    AND: [
      ...(includeArchived ? [] : [{ archivedAt: { isNull: true as const } }]),
      ...(type ? [{ type: oneOf(type) }] : []),
      ...(createdAt ? [createdWithinBy(orderBy, 'pp', createdAt)] : []),
      ...(search == null ? [] : [planNameContains(search)]),
    ],
  };
}

/** A filter: archived items are left out unless they are asked for, by `includeArchived` or by their status. */
export function billableItemsWhere({ where, search, includeArchived }: List<BillableItemFilter>) {
  const { kind, status } = where ?? {};
  return {
    AND: [
      ...(status ? [{ status: oneOf(status) }] : includeArchived ? [] : [{ status: 'ACTIVE' as const }]),
      ...(kind ? [{ kind: oneOf(kind) }] : []),
      ...(search == null ? [] : [itemNameContains(search)]),
    ],
  };
}
