import { archiveAccount } from '../../domain/account/account.ts';
import { removeAliases } from '../../domain/account/alias.ts';
import { ok, type Result, withPath } from '../../domain/result.ts';
import { endAlias } from '../../store/account-aliases.ts';
import { accountIsAt, accountWithUse, advanceAccount, toAccountUse } from '../../store/accounts.ts';
import { operation } from '../operation.ts';
import { type NamedAccount, requireAccount } from './require.ts';

export type DeleteAccountInput = NamedAccount;

/**
 * Archives an account without current or future schedules and without open proposals, and ends its aliases. Archiving it again changes
 * nothing.
 */
export const deleteAccount = operation({
  name: 'deleteAccount',
  scope: 'accounts:write',
  async decide(input: DeleteAccountInput, work): Promise<Result<{ account: string }>> {
    const { store, unit, now, today } = work;
    const required = requireAccount(await accountWithUse(store, input.accountId, work), input);
    if (!required.ok) return required;
    const account = required.value;
    const archived = withPath(archiveAccount(account.status, toAccountUse(account, today)), 'accountId');
    if (!archived.ok) return archived;
    if (!archived.value.changed) return ok({ account: account.id });
    const live = account.aliases.filter(({ effectiveUntil }) => effectiveUntil > now);
    const ended = removeAliases(
      account.aliases,
      live.map(({ id }) => ({ aliasId: id })),
      now,
    );
    if (!ended.ok) return ended;

    unit.guard(accountIsAt(store, account), account.revision);
    unit.write(
      ...ended.value.map((alias) => endAlias(store, alias)),
      advanceAccount(store, account, { now, timeline: false, details: { status: 'ARCHIVED' } }),
    );
    work.audit({
      subjectId: account.id,
      entities: [account.id, ...live.map(({ id }) => id)],
      before: { status: account.status, aliases: live },
      after: { status: 'ARCHIVED', aliases: [] },
    });
    return ok({ account: account.id });
  },
});
