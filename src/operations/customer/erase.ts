import { requireErasable } from '../../domain/customer.ts';
import { notFound } from '../../domain/refusal.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import { customerById, customerIsAt } from '../../store/customers.ts';
import { beginErasure } from '../../store/erasures.ts';
import { operation } from '../operation.ts';

export interface EraseCustomerInput {
  readonly customerId: string;
}

/** Erases the personal texts of an archived customer: those of its row at once, and all others afterwards. Doing it again changes nothing. */
export const eraseCustomer = operation({
  name: 'eraseCustomer',
  scope: 'data:erase',
  async decide({ customerId }: EraseCustomerInput, work): Promise<Result<{ customer: string }>> {
    const { store, unit, now } = work;
    const customer = await customerById(store, customerId);
    if (!customer) return refuse(notFound('customer', customerId, ['customerId']));
    const { id, erasureRequestedAt } = customer;
    if (erasureRequestedAt !== null) return ok({ customer: id });
    const erasable = requireErasable(customer);
    if (!erasable.ok) return erasable;

    unit.guard(customerIsAt(store, customer));
    unit.write(beginErasure(store, customer, now));
    work.audit({ subjectId: id, entities: [id], before: { erasureRequestedAt }, after: { erasureRequestedAt: now } });
    return ok({ customer: id });
  },
  begins: ({ customer }) => customer,
});
