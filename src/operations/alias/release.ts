import { notFound } from '../../domain/refusal.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import { deleteReserved, isReserved, reservedByValue } from '../../store/reserved-aliases.ts';
import { operation } from '../operation.ts';

export interface ReleaseAliasInput {
  readonly value: string;
}

/** Ends the reservation of an alias. */
export const releaseAlias = operation({
  name: 'releaseAlias',
  scope: 'accounts:write',
  async decide({ value }: ReleaseAliasInput, work): Promise<Result<object>> {
    const { store, unit } = work;
    const [reserved] = await reservedByValue(store, [value]);
    if (!reserved) return refuse(notFound('reserved alias', value, ['value']));
    const { id, createdAt } = reserved;
    unit.guard(isReserved(store, id));
    unit.write(deleteReserved(store, [value]));
    work.audit({ subjectId: null, entities: [id], before: { id, createdAt }, after: null });
    return ok({});
  },
});
