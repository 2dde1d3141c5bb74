import { type AccountChangesInput, type AccountDetails, changeAccount } from '../../domain/account/account.ts';
import { ok, type Result } from '../../domain/result.ts';
import { accountIsAt, accountWithUse, advanceAccount, toAccountUse } from '../../store/accounts.ts';
import { changedFields } from '../../store/changed-fields.ts';
import { operation } from '../operation.ts';
import { type NamedAccount, requireAccount } from './require.ts';

export interface UpdateAccountInput extends NamedAccount, AccountChangesInput {}

/** Changes the details of an account. */
export const updateAccount = operation({
  name: 'updateAccount',
  scope: 'accounts:write',
  async decide(input: UpdateAccountInput, work): Promise<Result<{ account: string }>> {
    const { store, unit, now, today } = work;
    const required = requireAccount(await accountWithUse(store, input.accountId, work), input);
    if (!required.ok) return required;
    const account = required.value;
    const before = detailsOf(account);
    const changed = changeAccount(before, input, toAccountUse(account, today));
    if (!changed.ok) return changed;
    if (changed.value === before) return ok({ account: account.id });

    unit.guard(accountIsAt(store, account), account.revision);
    unit.write(advanceAccount(store, account, { now, timeline: false, details: changedFields(before, changed.value) }));
    work.audit({ subjectId: account.id, entities: [account.id], before, after: changed.value });
    return ok({ account: account.id });
  },
});

function detailsOf(account: AccountDetails): AccountDetails {
  const { name, status, invoiceCurrency, netTermDays, address, primaryEmail, billingInformation, metadata, tags } = account;
  return { name, status, invoiceCurrency, netTermDays, address, primaryEmail, billingInformation, metadata, tags };
}
