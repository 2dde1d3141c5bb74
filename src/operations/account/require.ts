import { notFound } from '../../domain/refusal.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import { requireRevision } from '../../domain/revision.ts';

export interface NamedAccount {
  readonly accountId: string;
  /** The revision the caller decided on; absent: whatever it is now. */
  readonly expectedRevision?: number | null | undefined;
}

/** The account that an input names, at the revision it names: NOT_FOUND, or CONFLICT with the current revision. */
export function requireAccount<A extends { readonly revision: number }>(
  account: A | undefined,
  { accountId, expectedRevision }: NamedAccount,
): Result<A> {
  if (!account) return refuse(notFound('account', accountId, ['accountId']));
  const same = requireRevision('account', expectedRevision ?? null, account.revision);
  return same.ok ? ok(account) : same;
}
