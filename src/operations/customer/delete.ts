import { archiveCustomer } from '../../domain/customer.ts';
import { notFound } from '../../domain/refusal.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import { customerIsAt, customerWithLiveAccounts, hasOnlyArchivedAccounts, updateCustomer } from '../../store/customers.ts';
import { operation } from '../operation.ts';

export interface DeleteCustomerInput {
  readonly customerId: string;
}

/** Archives a customer whose accounts are all archived. Archiving it again changes nothing. */
export const deleteCustomer = operation({
  name: 'deleteCustomer',
  scope: 'customers:write',
  async decide({ customerId }: DeleteCustomerInput, work): Promise<Result<{ customer: string }>> {
    const { store, unit, now } = work;
    const customer = await customerWithLiveAccounts(store, customerId);
    if (!customer) return refuse(notFound('customer', customerId, ['customerId']));
    if (customer.status === 'ARCHIVED') return ok({ customer: customer.id });
    const archivable = archiveCustomer(customer.accounts);
    if (!archivable.ok) return archivable;

    unit.guard(customerIsAt(store, customer));
    unit.guard(hasOnlyArchivedAccounts(store, customer.id));
    unit.write(updateCustomer(store, customer, { status: 'ARCHIVED' }, now));
    work.audit({ subjectId: customer.id, entities: [customer.id], before: { status: customer.status }, after: { status: 'ARCHIVED' } });
    return ok({ customer: customer.id });
  },
});
