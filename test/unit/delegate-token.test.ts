import { describe, expect, it } from 'vitest';
import type { AccountStatus } from '../../src/domain/account/account.ts';
import { delegatedAccounts, parseNewDelegate } from '../../src/domain/token/delegate-token.ts';

describe('a new delegate token', () => {
  const parse = (other: object) => parseNewDelegate({ accountIds: ['acme'], access: 'READ', ...other });

  it('is for accounts that are each named once, and good for a quarter of an hour unless said otherwise', () => {
    expect(parse({ accountIds: ['acme', 'acme-eu', 'acme'] })).toEqual({
      ok: true,
      value: { accountIds: ['acme', 'acme-eu'], access: 'READ', expiresInSeconds: 900 },
    });
    expect(parse({ expiresInSeconds: null })).toMatchObject({ value: { expiresInSeconds: 900 } });
  });

  it.each([60, 3_600])('may be good for %d seconds', (expiresInSeconds) => expect(parse({ expiresInSeconds }).ok).toBe(true));

  it.each([
    ['no account', { accountIds: [] }, 'accountIds', 'INVALID_VALUE'],
    ['more than 5 accounts', { accountIds: ['a', 'b', 'c', 'd', 'e', 'f'] }, 'accountIds', 'LIMIT_EXCEEDED'],
    ['59 seconds', { expiresInSeconds: 59 }, 'expiresInSeconds', 'INVALID_VALUE'],
    ['3,601 seconds', { expiresInSeconds: 3_601 }, 'expiresInSeconds', 'INVALID_VALUE'],
    ['a time in the past', { expiresInSeconds: -60 }, 'expiresInSeconds', 'INVALID_VALUE'],
  ])('is refused for %s, naming the field', (_title, other, field, code) => {
    expect(parse(other)).toMatchObject({ ok: false, refusals: [{ path: [field], code }] });
  });
});

describe('the accounts of a delegate token', () => {
  const account = (accountId: string, customerId: string, status: AccountStatus = 'ACTIVE') => ({
    id: `acc.${accountId}`,
    accountId,
    customerId,
    status,
  });

  it('are those that were named, by their generated ids', () => {
    expect(delegatedAccounts(['b', 'a'], [account('a', 'cus.1'), account('b', 'cus.1')])).toEqual({
      ok: true,
      value: { customerId: 'cus.1', accountIds: ['acc.a', 'acc.b'] },
    });
  });

  it('are refused where one does not exist or is of another customer, each by its place', () => {
    const found = [account('a', 'cus.1'), account('c', 'cus.2')];
    expect(delegatedAccounts(['a', 'b', 'c'], found)).toMatchObject({
      refusals: [
        { code: 'NOT_FOUND', path: ['accountIds', 1], message: 'No account "b".' },
        { code: 'CUSTOMERS_DIFFER', path: ['accountIds', 2], message: expect.stringContaining('another customer than "a"') },
      ],
    });
  });

  it('are not all archived: one that is archived is seen beside one that is not', () => {
    const archived = account('b', 'cus.1', 'ARCHIVED');
    expect(delegatedAccounts(['a', 'b'], [account('a', 'cus.1'), archived])).toMatchObject({ ok: true });
    expect(delegatedAccounts(['b'], [archived])).toMatchObject({ refusals: [{ code: 'ARCHIVED', path: ['accountIds'] }] });
  });

  it('are not compared with a first one that does not exist', () => {
    expect(delegatedAccounts(['b', 'a'], [account('a', 'cus.1')])).toMatchObject({
      refusals: [{ code: 'NOT_FOUND', path: ['accountIds', 0] }],
    });
  });
});
