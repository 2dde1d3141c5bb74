import { type ConflictRefusal, notFound } from '../../domain/refusal.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';

interface Named {
  readonly accountId: string;
  /** The revision the caller decided on; absent: whatever it is now. */
  readonly expectedRevision?: number | null | undefined;
}

/** The account that an input names, at the revision it names: NOT_FOUND, or CONFLICT with the current revision. */
export function requireAccount<A extends { readonly revision: number }>(
  account: A | undefined,
  { accountId, expectedRevision }: Named,
): Result<A> {
  if (!account) return refuse(notFound('account', accountId, ['accountId']));
  const { revision } = account;
  if (expectedRevision == null || expectedRevision === revision) return ok(account);
  const conflict: ConflictRefusal = {
    kind: 'Conflict',
    code: 'CONFLICT',
    message: `The account is at revision ${revision}, not ${expectedRevision}: read it again and decide anew.`,
    path: ['expectedRevision'],
    currentRevision: revision,
  };
  return refuse(conflict);
}
