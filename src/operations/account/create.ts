import { type NewAccount, type NewAccountInput, parseNewAccount } from '../../domain/account.ts';
import { notFound, precondition } from '../../domain/refusal.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import { accountById, aliasesByValue, insertAccount, insertAliases, type NewAccountRow } from '../../store/accounts.ts';
import { customerById, customerIsActive } from '../../store/customers.ts';
import { organization } from '../../store/organizations.ts';
import { operation, type Work } from '../operation.ts';

export interface CreateAccountInput extends NewAccountInput {
  readonly customerId: string;
}

/** Adds an account to a customer. */
export const createAccount = operation({
  name: 'createAccount',
  scope: 'accounts:write',
  async decide(input: CreateAccountInput, work): Promise<Result<{ account: string; customer: string }>> {
    const { store, now } = work;
    const [customer, taken, aliases, org] = await store.db.batch([
      customerById(store, input.customerId),
      accountById(store, input.accountId),
      aliasesByValue(store, valuesOf(input)),
      organization(store),
    ]);
    if (!org) throw new Error('a token of no organization');
    const parsed = parseNewAccount(input, { baseCurrency: org.baseCurrency, now, taken: aliases });
    if (!parsed.ok) return parsed;
    if (!customer) return refuse(notFound('customer', input.customerId, ['customerId']));
    if (customer.status === 'ARCHIVED') return refuse(precondition('ARCHIVED', 'The customer is archived.', ['customerId']));
    if (taken) return refuse(accountIdTaken(input.accountId, ['accountId']));

    work.unit.guard(customerIsActive(store, customer.id));
    const row = writeAccount(work, customer.id, parsed.value);
    work.audit({ subjectId: row.id, entities: [row.id], before: null, after: row });
    return ok({ account: row.id, customer: customer.id });
  },
});

/** Writes a new account with its aliases; shared with the creation of a customer, which makes its first account. */
export function writeAccount(work: Work, customerRowId: string, { aliases, ...account }: NewAccount): NewAccountRow {
  const { store, unit, now, newId } = work;
  const id = newId('acc');
  const row = { ...account, id, customerId: customerRowId, revision: 1, timelineRevision: 0, createdAt: now, updatedAt: now };
  unit.write(insertAccount(store, row));
  if (aliases.length > 0) {
    const rows = aliases.map((alias) => ({ ...alias, id: newId('alias'), accountId: id, createdAt: now }));
    unit.write(insertAliases(store, rows));
  }
  return row;
}

/** The alias values that a new account asks for, to be looked up before it may have them. */
export const valuesOf = (input: Pick<NewAccountInput, 'aliases'>): string[] => (input.aliases ?? []).map((alias) => alias.value);

export const accountIdTaken = (accountId: string, path: readonly string[]) =>
  precondition('ALREADY_EXISTS', `There is an account "${accountId}" already; account ids are unique in the organization.`, path);
