import { and, eq, type InferInsertModel, type InferSelectModel } from 'drizzle-orm';
import type { EndedAlias } from '../domain/account/alias.ts';
import type { Store } from './client.ts';
import { insertRows } from './insert-rows.ts';
import { deleteReserved } from './reserved-aliases.ts';
import { accountAliases } from './tables/index.ts';

export type AliasRow = InferSelectModel<typeof accountAliases>;
export type NewAliasRow = Omit<InferInsertModel<typeof accountAliases>, 'orgId'>;

/** Returns every alias in the organization that has one of the values, of any account and period. */
export const aliasesByValue = ({ db }: Store, values: readonly string[]) =>
  db.query.accountAliases.findMany({ where: { value: { in: [...values] } } });

/** Returns the statements that give aliases to an account. Those that are reserved are reserved no more. */
export const insertAliases = (store: Store, rows: readonly NewAliasRow[]) => [
  deleteReserved(
    store,
    rows.map(({ value }) => value),
  ),
  insertRows(
    accountAliases,
    rows.map((row) => ({ ...row, orgId: store.orgId })),
  ),
];

/** Sets the end of an alias, or deletes the alias if nothing of its period is left. */
export function endAlias({ db, orgId }: Store, { alias, effectiveUntil }: EndedAlias<AliasRow>) {
  const itself = and(eq(accountAliases.orgId, orgId), eq(accountAliases.id, alias.id));
  return effectiveUntil === null
    ? db.delete(accountAliases).where(itself)
    : db.update(accountAliases).set({ effectiveUntil }).where(itself);
}
