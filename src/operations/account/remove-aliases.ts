import { requireWritable } from '../../domain/account/account.ts';
import { type AliasRemoval, removeAliases } from '../../domain/account/alias.ts';
import { invalid } from '../../domain/refusal.ts';
import { ok, type Result, refuse, withPath } from '../../domain/result.ts';
import { endAlias } from '../../store/account-aliases.ts';
import { accountIsAt, accountWithAliases, advanceAccount } from '../../store/accounts.ts';
import { operation } from '../operation.ts';
import { type NamedAccount, requireAccount } from './require.ts';

export interface RemoveAccountAliasesInput extends NamedAccount {
  readonly aliases: readonly AliasRemoval[];
}

/** Ends aliases of an account, now or later. Their past stays. */
export const removeAccountAliases = operation({
  name: 'removeAccountAliases',
  scope: 'accounts:write',
  async decide(input: RemoveAccountAliasesInput, work): Promise<Result<{ account: string }>> {
    const { store, unit, now } = work;
    if (input.aliases.length === 0) return refuse(invalid('The list must have at least one alias.', ['aliases']));
    const required = requireAccount(await accountWithAliases(store, input.accountId), input);
    if (!required.ok) return required;
    const account = required.value;
    const writable = requireWritable(account.status);
    if (!writable.ok) return writable;
    const ended = withPath(removeAliases(account.aliases, input.aliases, now), 'aliases');
    if (!ended.ok) return ended;

    unit.guard(accountIsAt(store, account), account.revision);
    unit.write(...ended.value.map((alias) => endAlias(store, alias)));
    unit.record(advanceAccount(store, account, { now, timeline: false }));
    work.audit({
      subjectId: account.id,
      entities: [account.id, ...ended.value.map(({ alias }) => alias.id)],
      before: ended.value.map(({ alias }) => alias),
      after: ended.value.flatMap(({ alias, effectiveUntil }) => (effectiveUntil === null ? [] : [{ ...alias, effectiveUntil }])),
    });
    return ok({ account: account.id });
  },
});
