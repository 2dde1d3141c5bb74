import type { SQL } from 'drizzle-orm';
import type { CustomerRow } from './customers.ts';
import { type CreatedWithin, containsText, createdWithinBy, type OneOf, type Order, oneOf } from './list.ts';
import type { customers } from './tables/index.ts';

/** Which customers a list is of; a condition left out holds for all. */
export interface CustomerFilter {
  readonly status?: OneOf<CustomerRow['status']> | null;
  readonly createdAt?: CreatedWithin | null;
}

interface CustomerList {
  readonly where?: CustomerFilter | null | undefined;
  readonly search?: string | null | undefined;
  readonly orderBy: Order;
  readonly includeArchived?: boolean | null | undefined;
}

/** A filter: archived customers are left out unless they are asked for, by `includeArchived` or by their status. */
export function customersWhere({ where, search, orderBy, includeArchived }: CustomerList) {
  const { status, createdAt } = where ?? {};
  return {
    AND: [
      ...(status ? [{ status: oneOf(status) }] : includeArchived ? [] : [{ status: 'ACTIVE' as const }]),
      ...(createdAt ? [createdWithinBy(orderBy, 'cus', createdAt)] : []),
      ...(search == null ? [] : [isNamed(search)]),
    ],
  };
}

/** The name or the caller's id contains a text. */
const isNamed = (text: string) => ({
  RAW: ({ name, customerId }: typeof customers): SQL => containsText(text, name, customerId),
});
