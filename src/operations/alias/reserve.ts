import { reserveAliases as reserve } from '../../domain/account/reserved-alias.ts';
import { ok, type Result } from '../../domain/result.ts';
import { aliasesByValue } from '../../store/account-aliases.ts';
import { insertReserved, nameNoAccount, reservedByValue } from '../../store/reserved-aliases.ts';
import { operation } from '../operation.ts';

export interface ReserveAliasesInput {
  readonly values: readonly string[];
}

/** Reserves aliases that name no account. */
export const reserveAliases = operation({
  name: 'reserveAliases',
  scope: 'accounts:write',
  async decide({ values: given }: ReserveAliasesInput, work): Promise<Result<{ reservedAliases: readonly string[] }>> {
    const { store, unit, now } = work;
    const [known, aliases] = await store.db.batch([reservedByValue(store, given), aliasesByValue(store, given)]);
    const values = reserve(given, { reserved: known.map(({ value }) => value), aliases, now });
    if (!values.ok) return values;

    const rows = values.value.map((value) => ({ id: work.newId('rsv'), value, createdAt: now }));
    unit.guard(nameNoAccount(store, values.value, now));
    unit.write(insertReserved(store, rows));
    // Without the values: an alias may become the name of a person, whose erasure does not find it here.
    const after = rows.map(({ id, createdAt }) => ({ id, createdAt }));
    work.audit({ subjectId: null, entities: rows.map(({ id }) => id), before: null, after });
    return ok({ reservedAliases: rows.map(({ id }) => id) });
  },
});
