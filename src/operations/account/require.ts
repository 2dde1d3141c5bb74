import { notFound } from '../../domain/refusal.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import { requireRevision } from '../../domain/revision.ts';

export interface NamedAccount {
  readonly accountId: string;
  /** The revision on which the caller's decision is based. Omit to skip the check. */
  readonly expectedRevision?: number | null | undefined;
}

/** Returns the account of an input. Refuses with NOT_FOUND, and with CONFLICT if its revision differs from the expected one. */
export function requireAccount<A extends { readonly revision: number }>(
  account: A | undefined,
  { accountId, expectedRevision }: NamedAccount,
): Result<A> {
  if (!account) return refuse(notFound('account', accountId, ['accountId']));
  const same = requireRevision('account', expectedRevision ?? null, account.revision);
  return same.ok ? ok(account) : same;
}
