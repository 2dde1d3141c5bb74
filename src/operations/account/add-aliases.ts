import { requireWritable } from '../../domain/account/account.ts';
import { type AliasInput, addAliases } from '../../domain/account/alias.ts';
import { invalid } from '../../domain/refusal.ts';
import { ok, type Result, refuse, withPath } from '../../domain/result.ts';
import { aliasesByValue, insertAliases } from '../../store/account-aliases.ts';
import { accountIsAt, accountWithAliases, advanceAccount } from '../../store/accounts.ts';
import { operation } from '../operation.ts';
import { aliasRows, valuesOf } from './create.ts';
import { type NamedAccount, requireAccount } from './require.ts';

export interface AddAccountAliasesInput extends NamedAccount {
  readonly aliases: readonly AliasInput[];
}

/** Adds aliases to an account. */
export const addAccountAliases = operation({
  name: 'addAccountAliases',
  scope: 'accounts:write',
  async decide(input: AddAccountAliasesInput, work): Promise<Result<{ account: string }>> {
    const { store, unit, now } = work;
    if (input.aliases.length === 0) return refuse(invalid('The list must have at least one alias.', ['aliases']));
    const [row, otherAliases] = await store.db.batch([accountWithAliases(store, input.accountId), aliasesByValue(store, valuesOf(input))]);
    const required = requireAccount(row, input);
    if (!required.ok) return required;
    const account = required.value;
    const writable = requireWritable(account.status);
    if (!writable.ok) return writable;
    const aliases = withPath(addAliases({ own: account.aliases, otherAliases, added: input.aliases, now }), 'aliases');
    if (!aliases.ok) return aliases;

    const rows = aliasRows(work, account.id, aliases.value);
    unit.guard(accountIsAt(store, account), account.revision);
    unit.write(...insertAliases(store, rows));
    unit.record(advanceAccount(store, account, { now, timeline: false }));
    work.audit({ subjectId: account.id, entities: [account.id, ...rows.map(({ id }) => id)], before: null, after: rows });
    return ok({ account: account.id });
  },
});
