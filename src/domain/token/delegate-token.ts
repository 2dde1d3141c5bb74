import { fields, optional } from '../fields.ts';
import { invalid, notFound, precondition, type Refusal } from '../refusal.ts';
import { ok, okUnless, type Result, refuse } from '../result.ts';

/** What a delegate token may do with its accounts. */
export const DELEGATE_ACCESSES = ['READ', 'DECIDE_PROPOSALS'] as const;
export type DelegateAccess = (typeof DELEGATE_ACCESSES)[number];

/** What a caller says of a delegate token to be made. */
export interface NewDelegateInput {
  /** By the caller's own ids. */
  readonly accountIds: readonly string[];
  readonly access: DelegateAccess;
  /** Absent: a quarter of an hour. */
  readonly expiresInSeconds?: number | null | undefined;
}

export interface NewDelegate {
  /** Each once. */
  readonly accountIds: readonly string[];
  readonly access: DelegateAccess;
  readonly expiresInSeconds: number;
}

/** An account that was found by the caller's own id. */
interface FoundAccount {
  readonly id: string;
  readonly accountId: string;
  readonly customerId: string;
}

/** What a delegate may see: some accounts of one customer, all by their generated ids, and in their order. */
export interface DelegatedAccounts {
  readonly customerId: string;
  readonly accountIds: readonly string[];
}

export const MAX_DELEGATED_ACCOUNTS = 5;
/** Seconds: a token in a browser is short-lived, whoever issues it. */
export const MAX_DELEGATION_SECONDS = 3_600;
const MIN_DELEGATION_SECONDS = 60;
const USUAL = 900;

/** A delegate token that may be made (README, "Tokens"). */
export function parseNewDelegate({ accountIds, access, expiresInSeconds }: NewDelegateInput): Result<NewDelegate> {
  return fields<NewDelegate>({
    accountIds: parseAccountIds(accountIds),
    access: ok(access),
    expiresInSeconds: optional(expiresInSeconds, USUAL, parseDuration),
  });
}

function parseAccountIds(ids: readonly string[]): Result<readonly string[]> {
  if (ids.length === 0) return refuse(invalid('Name at least one account: a token for none could do nothing.'));
  if (ids.length <= MAX_DELEGATED_ACCOUNTS) return ok([...new Set(ids)]);
  return refuse(invalid(`A delegate token is for at most ${MAX_DELEGATED_ACCOUNTS} accounts, not ${ids.length}.`, [], 'LIMIT_EXCEEDED'));
}

function parseDuration(seconds: number): Result<number> {
  if (seconds >= MIN_DELEGATION_SECONDS && seconds <= MAX_DELEGATION_SECONDS) return ok(seconds);
  return refuse(invalid(`A delegate token lives for ${MIN_DELEGATION_SECONDS} to ${MAX_DELEGATION_SECONDS} seconds, not ${seconds}.`));
}

/**
 * The accounts that were named, if all are there and of one customer.
 * @param named the caller's own ids, at least one
 * @param found the accounts of those ids that there are
 */
export function delegatedAccounts(named: readonly string[], found: readonly FoundAccount[]): Result<DelegatedAccounts> {
  const accountById = new Map(found.map((account) => [account.accountId, account]));
  const first = accountById.get(named[0] ?? '');
  const refusals = named.flatMap((id, i): Refusal[] => {
    const path = ['accountIds', i];
    const account = accountById.get(id);
    if (!account) return [notFound('account', id, path)];
    if (!first || account.customerId === first.customerId) return [];
    const message = `Account "${id}" is of another customer than "${first.accountId}"; a delegate token is for the accounts of one.`;
    return [precondition('CUSTOMERS_DIFFER', message, path)];
  });
  const accountIds = named.flatMap((id) => accountById.get(id)?.id ?? []);
  return okUnless(refusals, { customerId: first?.customerId ?? '', accountIds: accountIds.toSorted() });
}
