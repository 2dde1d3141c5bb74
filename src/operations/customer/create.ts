import { type NewAccountInput, parseNewAccount } from '../../domain/account/account.ts';
import { type NewCustomerInput, parseNewCustomer } from '../../domain/customer.ts';
import { precondition } from '../../domain/refusal.ts';
import { ok, type Result, refuse, under } from '../../domain/result.ts';
import { aliasesByValue } from '../../store/account-aliases.ts';
import { accountById } from '../../store/accounts.ts';
import { customerById, insertCustomer } from '../../store/customers.ts';
import { organization } from '../../store/organizations.ts';
import { accountIdTaken, valuesOf, writeAccount } from '../account/create.ts';
import { operation } from '../operation.ts';

export interface CreateCustomerInput extends NewCustomerInput {
  readonly account?: NewAccountInput | null | undefined;
}

/** Creates a customer with its first account: the one given, or one with the customer's own id and details. */
export const createCustomer = operation({
  name: 'createCustomer',
  scope: 'customers:write',
  alsoRequires: [{ scope: 'accounts:write' }],
  async decide(input: CreateCustomerInput, work): Promise<Result<{ customer: string; account: string }>> {
    const { store, now } = work;
    const customer = parseNewCustomer(input);
    if (!customer.ok) return customer;
    const { account: given } = input;
    const wanted: NewAccountInput = given ?? { ...customer.value, accountId: customer.value.customerId, aliases: [] };

    const [taken, takenAccount, aliases, org] = await store.db.batch([
      customerById(store, input.customerId),
      accountById(store, wanted.accountId),
      aliasesByValue(store, valuesOf(wanted)),
      organization(store),
    ]);
    if (!org) throw new Error('a token of no organization');
    if (taken) {
      const message = `There is a customer "${input.customerId}" already; customer ids are unique in the organization.`;
      return refuse(precondition('ALREADY_EXISTS', message, ['customerId']));
    }
    const account = parseNewAccount(wanted, { baseCurrency: org.baseCurrency, now, taken: aliases });
    if (!account.ok) return given ? under(account, 'account') : account;
    if (takenAccount) return refuse(accountIdTaken(wanted.accountId, given ? ['account', 'accountId'] : ['customerId']));

    const row = { ...customer.value, id: work.newId('cus'), status: 'ACTIVE' as const, createdAt: now, updatedAt: now };
    work.unit.write(insertCustomer(store, row));
    const accountRow = writeAccount(work, row.id, account.value);
    work.audit({ subjectId: row.id, entities: [row.id, accountRow.id], before: null, after: { customer: row, account: accountRow } });
    return ok({ customer: row.id, account: accountRow.id });
  },
});
