import { type NewAccount, type NewAccountInput, parseNewAccount } from '../../domain/account/account.ts';
import type { AccountAlias } from '../../domain/account/alias.ts';
import { precondition } from '../../domain/refusal.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import { aliasesByValue, insertAliases, type NewAliasRow } from '../../store/account-aliases.ts';
import { accountById, insertAccount, type NewAccountRow } from '../../store/accounts.ts';
import { customerById, customerIsActive } from '../../store/customers.ts';
import { organization } from '../../store/organizations.ts';
import { requireCustomer } from '../customer/require.ts';
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
    const [customer, sameId, aliases, org] = await store.db.batch([
      customerById(store, input.customerId),
      accountById(store, input.accountId),
      aliasesByValue(store, valuesOf(input)),
      organization(store),
    ]);
    if (!org) throw new Error('The organization of the token does not exist.');
    const parsed = parseNewAccount(input, { baseCurrency: org.baseCurrency, now, otherAliases: aliases });
    if (!parsed.ok) return parsed;
    const owner = requireCustomer(customer, input.customerId);
    if (!owner.ok) return owner;
    if (sameId) return refuse(accountIdTaken(input.accountId, ['accountId']));

    work.unit.guard(customerIsActive(store, owner.value.id));
    const row = writeAccount(work, owner.value.id, parsed.value);
    work.audit({ subjectId: row.id, entities: [row.id], before: null, after: row });
    return ok({ account: row.id, customer: owner.value.id });
  },
});

/** Writes a new account with its aliases. Also used for the first account of a new customer. */
export function writeAccount(work: Work, customerRowId: string, { aliases, ...account }: NewAccount): NewAccountRow {
  const { store, unit, now, newId } = work;
  const id = newId('acc');
  const row = { ...account, id, customerId: customerRowId, revision: 1, timelineRevision: 0, createdAt: now, updatedAt: now };
  unit.write(insertAccount(store, row));
  if (aliases.length > 0) unit.write(...insertAliases(store, aliasRows(work, id, aliases)));
  return row;
}

export const aliasRows = ({ now, newId }: Work, accountRowId: string, aliases: readonly AccountAlias[]): NewAliasRow[] =>
  aliases.map((alias) => ({ ...alias, id: newId('alias'), accountId: accountRowId, createdAt: now }));

/** Returns the alias values of a new account, which must be looked up for conflicts. */
export const valuesOf = (input: Pick<NewAccountInput, 'aliases'>): string[] => (input.aliases ?? []).map((alias) => alias.value);

export const accountIdTaken = (accountId: string, path: readonly string[]) =>
  precondition('ALREADY_EXISTS', `An account with the id "${accountId}" already exists. Account ids are unique in the organization.`, path);
