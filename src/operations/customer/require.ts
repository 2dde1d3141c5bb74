import { notFound, precondition } from '../../domain/refusal.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';

/** Returns the customer of an input for writing. Refuses with NOT_FOUND or ARCHIVED. */
export function requireCustomer<C extends { readonly status: 'ACTIVE' | 'ARCHIVED' }>(
  customer: C | undefined,
  customerId: string,
): Result<C> {
  if (!customer) return refuse(notFound('customer', customerId, ['customerId']));
  if (customer.status === 'ACTIVE') return ok(customer);
  return refuse(precondition('ARCHIVED', 'The customer is archived and therefore read-only.', ['customerId']));
}
