import type { AccountStatus } from '../account/account.ts';
import { grouped } from '../count.ts';
import { fields, optional } from '../fields.ts';
import { invalid, notFound, precondition, type Refusal } from '../refusal.ts';
import { ok, okUnless, type Result, refuse } from '../result.ts';

/** The access that a delegate token has to its accounts. */
export const DELEGATE_ACCESSES = ['READ', 'DECIDE_PROPOSALS'] as const;
export type DelegateAccess = (typeof DELEGATE_ACCESSES)[number];

/** A new delegate token as a caller writes it. */
export interface NewDelegateInput {
  /** The caller's own ids. */
  readonly accountIds: readonly string[];
  readonly access: DelegateAccess;
  /** Defaults to 900 seconds. */
  readonly expiresInSeconds?: number | null | undefined;
}

export interface NewDelegate {
  /** Without duplicates. */
  readonly accountIds: readonly string[];
  readonly access: DelegateAccess;
  readonly expiresInSeconds: number;
}

/** An account that exists, by the caller's own id. */
interface NamedAccount {
  readonly id: string;
  readonly accountId: string;
  readonly customerId: string;
  readonly status: AccountStatus;
}

/** The accounts of one customer that a delegate can see, as generated ids in order. */
export interface DelegatedAccounts {
  readonly customerId: string;
  readonly accountIds: readonly string[];
}

export const MAX_DELEGATED_ACCOUNTS = 5;
/** Maximum lifetime in seconds. A token in a browser is short-lived, whoever issues it. */
export const MAX_DELEGATION_SECONDS = 3_600;
const MIN_DELEGATION_SECONDS = 60;
const USUAL = 900;

/** Parses a new delegate token (README, "Tokens"). */
export function parseNewDelegate({ accountIds, access, expiresInSeconds }: NewDelegateInput): Result<NewDelegate> {
  return fields<NewDelegate>({
    accountIds: parseAccountIds(accountIds),
    access: ok(access),
    expiresInSeconds: optional(expiresInSeconds, USUAL, parseDuration),
  });
}

function parseAccountIds(ids: readonly string[]): Result<readonly string[]> {
  if (ids.length === 0) return refuse(invalid('Select at least one account. A token without accounts could do nothing.'));
  if (ids.length <= MAX_DELEGATED_ACCOUNTS) return ok([...new Set(ids)]);
  return refuse(invalid(`A delegate token is for at most ${MAX_DELEGATED_ACCOUNTS} accounts, not ${ids.length}.`, [], 'LIMIT_EXCEEDED'));
}

function parseDuration(seconds: number): Result<number> {
  if (seconds >= MIN_DELEGATION_SECONDS && seconds <= MAX_DELEGATION_SECONDS) return ok(seconds);
  return refuse(
    invalid(`A delegate token must expire in ${MIN_DELEGATION_SECONDS} to ${grouped(MAX_DELEGATION_SECONDS)} seconds, not ${seconds}.`),
  );
}

/**
 * Returns the accounts of a delegate token, if all exist and belong to one customer, and one is not archived. Refuses with
 * NOT_FOUND, CUSTOMERS_DIFFER or ARCHIVED.
 * @param ids the caller's own ids, at least one
 * @param accounts the accounts with these ids that exist
 */
export function delegatedAccounts(ids: readonly string[], accounts: readonly NamedAccount[]): Result<DelegatedAccounts> {
  const accountById = new Map(accounts.map((account) => [account.accountId, account]));
  const first = accountById.get(ids[0] ?? '');
  const refusals = ids.flatMap((id, i): Refusal[] => {
    const path = ['accountIds', i];
    const account = accountById.get(id);
    if (!account) return [notFound('account', id, path)];
    if (!first || account.customerId === first.customerId) return [];
    const message = `Account "${id}" belongs to another customer than "${first.accountId}". A delegate token is for the accounts of one customer.`;
    return [precondition('CUSTOMERS_DIFFER', message, path)];
  });
  if (refusals.length === 0 && accounts.every(({ status }) => status === 'ARCHIVED')) {
    const message = 'Every account of the token would be archived. Name at least one that is not.';
    return refuse(precondition('ARCHIVED', message, ['accountIds']));
  }
  const accountIds = ids.flatMap((id) => accountById.get(id)?.id ?? []);
  return okUnless(refusals, { customerId: first?.customerId ?? '', accountIds: accountIds.toSorted() });
}
