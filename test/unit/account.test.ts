import { describe, expect, test } from 'vitest';
import { type AccountDetails, type AccountUse, archiveAccount, changeAccount, parseNewAccount } from '../../src/domain/account/account.ts';
import { type AccountAlias, addAliases, endAlias, removeAliases } from '../../src/domain/account/alias.ts';
import {
  archiveCustomer,
  changeCustomer,
  formatAddress,
  parseAddress,
  parseNewCustomer,
  parseSettings,
} from '../../src/domain/customer.ts';
import { FOREVER, startOfDay } from '../../src/domain/day.ts';
import { withPath } from '../../src/domain/result.ts';
import { day, unwrap } from '../support/schedules.ts';

const NOW = Date.UTC(2026, 4, 20, 12);
const HOUR = 3_600_000;
const FOR_EVER = startOfDay(FOREVER);
const context = { baseCurrency: 'USD', now: NOW, otherAliases: [] };
const use: AccountUse = {
  today: day('2026-05-20'),
  scheduledUntil: null,
  openProposals: 0,
  everHadSchedule: false,
  everHadPurchase: false,
};
const account: AccountDetails = unwrap(parseNewAccount({ accountId: 'acme', name: 'Acme' }, context));

describe('Creating an account', () => {
  test('needs an id and a name; the currency is the base currency, the status ACTIVE, and it has no alias', () => {
    expect(parseNewAccount({ accountId: 'acme', name: 'Acme' }, context)).toEqual({
      ok: true,
      value: {
        accountId: 'acme',
        name: 'Acme',
        status: 'ACTIVE',
        invoiceCurrency: 'USD',
        netTermDays: null,
        address: null,
        primaryEmail: null,
        billingInformation: null,
        metadata: {},
        tags: [],
        settings: [],
        aliases: [],
      },
    });
  });

  test('names every field at fault at once', () => {
    const input = {
      accountId: '',
      name: 'Ac',
      invoiceCurrency: 'XX',
      netTermDays: -1,
      primaryEmail: 'acme',
      tags: ['eu', ''],
      metadata: [],
    };
    const result = parseNewAccount(input, context);
    const paths = result.ok ? [] : result.refusals.map(({ path }) => path.join('.'));
    expect(paths).toEqual(['accountId', 'name', 'invoiceCurrency', 'netTermDays', 'primaryEmail', 'metadata', 'tags.1']);
  });

  test('takes 3 to 255 characters for a name', () => {
    const named = (name: string) => parseNewAccount({ accountId: 'acme', name }, context).ok;
    expect([named('Ac'), named('Acm'), named('a'.repeat(255)), named('a'.repeat(256))]).toEqual([false, true, true, false]);
  });

  test.each([-1, 1.5, Number.NaN, 4_000])('takes no %d net term days', (netTermDays) => {
    expect(parseNewAccount({ accountId: 'acme', name: 'Acme', netTermDays }, context).ok).toBe(false);
  });
});

describe('Updating an account', () => {
  const full = { ...account, primaryEmail: 'ada@example.com', netTermDays: 30, metadata: { region: 'EU', tier: '1' }, tags: ['eu'] };

  test('keeps what is absent', () => {
    expect(changeAccount(full, {}, use)).toEqual({ ok: true, value: full });
  });

  test('clears what is null, where that is optional', () => {
    const cleared = unwrap(changeAccount(full, { primaryEmail: null, netTermDays: null, metadata: null, tags: null }, use));
    expect(cleared).toEqual({ ...full, primaryEmail: null, netTermDays: null, metadata: {}, tags: [] });
    expect(changeAccount(full, { name: null }, use)).toMatchObject({ refusals: [{ path: ['name'] }] });
  });

  test('replaces the whole of metadata, and empties it when given {}', () => {
    expect(unwrap(changeAccount(full, { metadata: { region: 'US' } }, use)).metadata).toEqual({ region: 'US' });
    expect(unwrap(changeAccount(full, { metadata: {} }, use)).metadata).toEqual({});
  });

  test('keeps what the caller holds beside the details', () => {
    expect(changeAccount({ ...account, revision: 7 }, { name: 'Acme Inc.' }, use)).toMatchObject({
      value: { revision: 7, name: 'Acme Inc.' },
    });
  });

  test.each([
    ['a schedule', { everHadSchedule: true }],
    ['a purchase', { everHadPurchase: true }],
  ])('cannot change the invoice currency once %s exists', (_what, had) => {
    const used = { ...use, ...had };
    const refused = { refusals: [{ code: 'CURRENCY_FIXED', path: ['invoiceCurrency'] }] };
    expect(changeAccount(account, { invoiceCurrency: 'EUR' }, used)).toMatchObject(refused);
    expect(changeAccount(account, { invoiceCurrency: 'USD' }, used).ok).toBe(true);
    expect(unwrap(changeAccount(account, { invoiceCurrency: 'EUR' }, use)).invoiceCurrency).toBe('EUR');
  });

  test('cannot return to DRAFT while a schedule is in force or ahead', () => {
    const used = { ...use, scheduledUntil: day('2027-01-01') };
    expect(changeAccount(account, { status: 'DRAFT' }, used)).toMatchObject({
      refusals: [{ code: 'ACCOUNT_HAS_SCHEDULES', path: ['status'] }],
    });
    expect(changeAccount(account, { status: 'DRAFT' }, use).ok).toBe(true);
  });

  test('is refused of an archived account, whatever it says', () => {
    expect(changeAccount({ ...account, status: 'ARCHIVED' }, {}, use)).toMatchObject({ refusals: [{ code: 'ARCHIVED' }] });
  });
});

describe('Archiving an account', () => {
  test('is refused while a schedule covers today or a later day', () => {
    const until = (end: string) => archiveAccount('ACTIVE', { ...use, scheduledUntil: day(end) });
    expect(until('2026-05-21')).toMatchObject({ refusals: [{ code: 'ACCOUNT_HAS_SCHEDULES' }] });
    expect(until('2026-05-20')).toEqual({ ok: true, value: { changed: true } });
    expect(archiveAccount('DRAFT', { ...use, scheduledUntil: day('2031-01-01') })).toMatchObject({
      refusals: [{ code: 'ACCOUNT_HAS_SCHEDULES' }],
    });
  });

  test('is refused while a proposal is open', () => {
    expect(archiveAccount('ACTIVE', { ...use, openProposals: 1 })).toMatchObject({ refusals: [{ code: 'ACCOUNT_HAS_OPEN_PROPOSALS' }] });
  });

  test('twice is archiving once', () => {
    expect(archiveAccount('ARCHIVED', use)).toEqual({ ok: true, value: { changed: false } });
  });

  test('comes before archiving its customer', () => {
    const accounts = [
      { accountId: 'acme', status: 'ARCHIVED' },
      { accountId: 'acme-eu', status: 'DRAFT' },
    ];
    expect(archiveCustomer(accounts)).toMatchObject({
      refusals: [{ code: 'CUSTOMER_HAS_ACCOUNTS', message: expect.stringContaining('"acme-eu"') }],
    });
    expect(archiveCustomer(accounts.slice(0, 1)).ok).toBe(true);
  });
});

describe('An alias', () => {
  const alias = (value: string, effectiveFrom = NOW, effectiveUntil = FOR_EVER): AccountAlias => ({ value, effectiveFrom, effectiveUntil });
  const add = (
    added: readonly { value: string; effectiveFrom?: number; effectiveUntil?: number }[],
    own: AccountAlias[] = [],
    otherAliases: AccountAlias[] = [],
  ) => withPath(addAliases({ own, otherAliases, added, now: NOW }), 'aliases');

  test('names an account from now on and for ever, unless a period is given', () => {
    expect(add([{ value: 'acme' }])).toEqual({ ok: true, value: [alias('acme')] });
  });

  test('never names two accounts at one instant, but may change hands', () => {
    const theirs = alias('acme', NOW - HOUR, NOW + HOUR);
    expect(add([{ value: 'acme' }], [], [theirs])).toMatchObject({ refusals: [{ code: 'ALREADY_EXISTS', path: ['aliases', 0, 'value'] }] });
    expect(add([{ value: 'acme', effectiveFrom: NOW + HOUR }], [], [theirs]).ok).toBe(true);
    expect(add([{ value: 'Acme' }], [], [theirs]).ok).toBe(true);
  });

  test('never names one account twice at one instant, in one request or two', () => {
    expect(add([{ value: 'acme' }], [alias('acme')])).toMatchObject({ refusals: [{ code: 'ALREADY_EXISTS' }] });
    expect(add([{ value: 'acme' }, { value: 'acme' }])).toMatchObject({ refusals: [{ path: ['aliases', 1, 'value'] }] });
  });

  test('is one of at most 10 that are live or ahead; those that ended do not count', () => {
    const nine = Array.from({ length: 9 }, (_, i) => alias(`a${i}`));
    const ended = alias('old', 0, NOW);
    expect(add([{ value: 'tenth' }], [...nine, ended]).ok).toBe(true);
    expect(add([{ value: 'tenth' }, { value: 'eleventh' }], nine)).toMatchObject({
      refusals: [{ code: 'LIMIT_EXCEEDED', path: ['aliases'] }],
    });
  });

  test.each(['', ' acme', 'a\nb', 'x'.repeat(51)])('may not be %j', (value) => {
    expect(add([{ value }])).toMatchObject({ refusals: [{ path: ['aliases', 0, 'value'] }] });
  });

  test('ends after it begins', () => {
    expect(add([{ value: 'acme', effectiveUntil: NOW }])).toMatchObject({
      refusals: [{ code: 'EMPTY_PERIOD', path: ['aliases', 0, 'effectiveUntil'] }],
    });
  });

  test('is removed from now on or later, and is gone when it had not begun', () => {
    expect(endAlias(alias('acme', NOW - HOUR), NOW)).toEqual({ ok: true, value: alias('acme', NOW - HOUR, NOW) });
    expect(endAlias(alias('acme', NOW + HOUR), NOW)).toEqual({ ok: true, value: null });
    expect(endAlias(alias('acme', NOW - HOUR), NOW, NOW + HOUR)).toMatchObject({ value: { effectiveUntil: NOW + HOUR } });
    expect(endAlias(alias('acme', NOW - HOUR), NOW, NOW - 1)).toMatchObject({ refusals: [{ path: ['from'] }] });
  });
});

describe('Removing aliases', () => {
  const own = [
    { id: 'a1', value: 'acme', effectiveFrom: NOW - 2 * HOUR, effectiveUntil: NOW - HOUR },
    { id: 'a2', value: 'acme', effectiveFrom: NOW - HOUR, effectiveUntil: FOR_EVER },
    { id: 'a3', value: 'ahead', effectiveFrom: NOW + HOUR, effectiveUntil: FOR_EVER },
  ];
  const ends = (...removals: Parameters<typeof removeAliases>[1]) =>
    unwrap(removeAliases(own, removals, NOW)).map(({ alias, effectiveUntil }) => [alias.id, effectiveUntil]);

  test('by value ends those that are live or ahead, by id the one', () => {
    expect(ends({ value: 'acme' }, { aliasId: 'a3' })).toEqual([
      ['a2', NOW],
      ['a3', null],
    ]);
    expect(ends({ value: 'acme', from: NOW + HOUR })).toEqual([['a2', NOW + HOUR]]);
  });

  test('twice ends it once, at the earlier instant', () => {
    expect(ends({ value: 'acme', from: NOW + HOUR }, { aliasId: 'a2' })).toEqual([['a2', NOW]]);
    expect(ends({ aliasId: 'a3', from: NOW + 2 * HOUR }, { aliasId: 'a3' })).toEqual([['a3', null]]);
  });

  test('leaves one that has ended as it is', () => {
    expect(ends({ aliasId: 'a1' })).toEqual([]);
  });

  test('names each that the account does not have, an end in the past, and none or two ways to name it', () => {
    const paths = (...removals: Parameters<typeof removeAliases>[1]) => {
      const result = withPath(removeAliases(own, removals, NOW), 'aliases');
      return result.ok ? [] : result.refusals.map(({ code, path }) => `${code} ${path.join('.')}`);
    };
    expect(paths({ value: 'Acme' }, { aliasId: 'a9' })).toEqual(['NOT_FOUND aliases.0.value', 'NOT_FOUND aliases.1.aliasId']);
    expect(paths({ value: 'acme', from: NOW - 1 })).toEqual(['INVALID_VALUE aliases.0.from']);
    expect(paths({}, { aliasId: 'a2', value: 'acme' })).toEqual(['INVALID_VALUE aliases.0.aliasId', 'INVALID_VALUE aliases.1.aliasId']);
  });
});

describe('A customer', () => {
  const input = { customerId: 'acme', name: 'Acme', primaryEmail: 'ada@example.com', address: { line1: '1 Main St', country: 'us' } };

  test('needs an id, a name, an e-mail address and an address, every line of which may be unknown', () => {
    expect(unwrap(parseNewCustomer(input))).toMatchObject({ settings: [], address: { line1: '1 Main St', line2: null, country: 'US' } });
    expect(parseNewCustomer({ ...input, address: {} }).ok).toBe(true);
    expect(parseNewCustomer({ ...input, primaryEmail: '' })).toMatchObject({ refusals: [{ path: ['primaryEmail'] }] });
  });

  test('keeps what an update leaves out, and cannot lose its e-mail address', () => {
    const { name, primaryEmail, address } = unwrap(parseNewCustomer(input));
    expect(changeCustomer({ name, primaryEmail, address }, { name: 'Acme Inc.' })).toEqual({
      ok: true,
      value: { name: 'Acme Inc.', primaryEmail, address },
    });
    expect(changeCustomer({ name, primaryEmail, address }, { primaryEmail: null })).toMatchObject({
      refusals: [{ path: ['primaryEmail'] }],
    });
  });

  test('has a country by its ISO code, or by its name', () => {
    const country = (text: string) => withPath(parseAddress({ country: text }), 'address');
    expect(country('de')).toMatchObject({ value: { country: 'DE' } });
    expect(country('Germany')).toMatchObject({ value: { country: 'Germany' } });
    expect(country('QQ')).toMatchObject({ refusals: [{ path: ['address', 'country'] }] });
  });

  test('has an address that can be written on one line', () => {
    const address = unwrap(parseAddress({ line1: '1 Main St', postalCode: '12345', city: 'Springfield', country: 'US' }));
    expect(formatAddress(address)).toBe('1 Main St, 12345 Springfield, US');
  });

  test('has at most 10 settings, no id twice, each value as its data type says', () => {
    const setting = { id: 'tax', value: '12.5', namespace: 'BILLING', name: 'Tax', dataType: 'NUMERIC' } as const;
    expect(withPath(parseSettings([setting]), 'settings').ok).toBe(true);
    expect(withPath(parseSettings([{ ...setting, value: '1e3' }]), 'settings')).toMatchObject({
      refusals: [{ path: ['settings', 0, 'value'] }],
    });
    expect(withPath(parseSettings([{ ...setting, dataType: 'JSON', value: '{' }]), 'settings')).toMatchObject({
      refusals: [{ path: ['settings', 0, 'value'] }],
    });
    expect(withPath(parseSettings([setting, setting]), 'settings')).toMatchObject({ refusals: [{ path: ['settings', 1, 'id'] }] });
    const eleven = Array.from({ length: 11 }, (_, i) => ({ ...setting, id: `s${i}` }));
    expect(withPath(parseSettings(eleven), 'settings')).toMatchObject({ refusals: [{ code: 'LIMIT_EXCEEDED' }] });
  });
});
