import { type CustomerChangesInput, changeCustomer } from '../../domain/customer.ts';
import { ok, type Result } from '../../domain/result.ts';
import { changedFields } from '../../store/changed-fields.ts';
import { customerById, customerIsAt, updateCustomer as updateRow } from '../../store/customers.ts';
import { operation } from '../operation.ts';
import { requireCustomer } from './require.ts';

export interface UpdateCustomerInput extends CustomerChangesInput {
  readonly customerId: string;
}

/** Changes the name, e-mail or address of a customer. */
export const updateCustomer = operation({
  name: 'updateCustomer',
  scope: 'customers:write',
  async decide({ customerId, ...input }: UpdateCustomerInput, work): Promise<Result<{ customer: string }>> {
    const { store, unit, now } = work;
    const customer = requireCustomer(await customerById(store, customerId), customerId);
    if (!customer.ok) return customer;
    const before = customer.value;
    const changed = changeCustomer(before, input);
    if (!changed.ok) return changed;
    if (changed.value === before) return ok({ customer: before.id });

    const { name, primaryEmail, address } = changed.value;
    unit.guard(customerIsAt(store, before));
    unit.write(updateRow(store, before, changedFields(before, { name, primaryEmail, address }), now));
    work.audit({ subjectId: before.id, entities: [before.id], before, after: changed.value });
    return ok({ customer: before.id });
  },
});
