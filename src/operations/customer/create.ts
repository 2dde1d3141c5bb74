import { type NewAccountInput, parseNewAccount } from '../../domain/account/account.ts';
import { type NewCustomerInput, parseNewCustomer } from '../../domain/customer.ts';
import { precondition } from '../../domain/refusal.ts';
import { ok, type Result, refuse, withPath } from '../../domain/result.ts';
import { aliasesByValue } from '../../store/account-aliases.ts';
import { accountById } from '../../store/accounts.ts';
import { customerById, insertCustomer } from '../../store/customers.ts';
import { organization } from '../../store/organizations.ts';
import { accountIdTaken, valuesOf, writeAccount } from '../account/create.ts';
import { operation } from '../operation.ts';

export interface CreateCustomerInput extends NewCustomerInput {
  readonly account?: NewAccountInput | null | undefined;
}

/** Creates a customer with its first account: the account in the input, or one with the customer's id and details. */
export const createCustomer = operation({
  name: 'createCustomer',
  scope: 'customers:write',
  alsoRequires: [{ scope: 'accounts:write' }],
  async decide(input: CreateCustomerInput, work): Promise<Result<{ customer: string; account: string }>> {
    const { store, now } = work;
    const customer = parseNewCustomer(input);
    if (!customer.ok) return customer;
    const { account: ownAccount } = input;
    const accountInput: NewAccountInput = ownAccount ?? { ...customer.value, accountId: customer.value.customerId, aliases: [] };

    const [sameId, sameAccount, aliases, org] = await store.db.batch([
      customerById(store, input.customerId),
      accountById(store, accountInput.accountId),
      aliasesByValue(store, valuesOf(accountInput)),
      organization(store),
    ]);
    if (!org) throw new Error('The organization of the token does not exist.');
    if (sameId) {
      const message = `A customer with the id "${input.customerId}" already exists. Customer ids are unique in the organization.`;
      return refuse(precondition('ALREADY_EXISTS', message, ['customerId']));
    }
    const account = parseNewAccount(accountInput, { baseCurrency: org.baseCurrency, now, otherAliases: aliases });
    if (!account.ok) return ownAccount ? withPath(account, 'account') : account;
    if (sameAccount) return refuse(accountIdTaken(accountInput.accountId, ownAccount ? ['account', 'accountId'] : ['customerId']));

    const row = { ...customer.value, id: work.newId('cus'), status: 'ACTIVE' as const, createdAt: now, updatedAt: now };
    work.unit.write(insertCustomer(store, row));
    const accountRow = writeAccount(work, row.id, account.value);
    work.audit({ subjectId: row.id, entities: [row.id, accountRow.id], before: null, after: { customer: row, account: accountRow } });
    return ok({ customer: row.id, account: accountRow.id });
  },
});
