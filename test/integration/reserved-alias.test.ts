import { beforeEach, describe, expect, it } from 'vitest';
import { mutate, refusal } from '../support/catalogue.ts';
import { DB } from '../support/database.ts';
import { Organization } from '../support/organization.ts';

let org: Organization;
beforeEach(async () => {
  org = await Organization.begin();
  await org.customer('acme');
});

const reserve = (...values: string[]) => mutate(org, 'reserveAliases', { values }, 'reservedAliases { value createdAt }');
const give = (value: string, period: object = {}) =>
  mutate(org, 'addAccountAliases', { accountId: 'acme', aliases: [{ value, ...period }] });
const reserved = async () => {
  const { data } = await org.ask<{ reservedAliases: { totalCount: number; nodes: { value: string }[] } }>(
    '{ reservedAliases { totalCount nodes { value } } }',
  );
  expect(data.reservedAliases.totalCount).toBe(data.reservedAliases.nodes.length);
  return data.reservedAliases.nodes.map(({ value }) => value);
};

describe('reserveAliases', () => {
  it('reserves aliases in one read and one write, and lists them in their order', async () => {
    const createdAt = org.now;
    expect(await reserve('main', 'Main')).toMatchObject({
      reservedAliases: [
        { value: 'main', createdAt },
        { value: 'Main', createdAt },
      ],
      d1Calls: 2,
    });
    org.now = '2026-11-21T09:00:00.000Z';
    await reserve('a');
    expect(await reserved()).toEqual(['main', 'Main', 'a']);
    const one = await org.ask('{ main: reservedAlias(value: "main") { value } MAIN: reservedAlias(value: "MAIN") { value } }');
    expect(one.data).toEqual({ main: { value: 'main' }, MAIN: null });
  });

  it('reserves 100 aliases at once, and no more', async () => {
    const values = Array.from({ length: 101 }, (_, i) => `alias${i}`);
    expect(await refusal(org, 'reserveAliases', { values })).toMatchObject([{ code: 'INVALID_VALUE', path: ['input', 'values'] }]);
    expect(await refusal(org, 'reserveAliases', { values: [] })).toMatchObject([{ code: 'INVALID_VALUE', path: ['input', 'values'] }]);
    expect(await reserve(...values.slice(1))).toMatchObject({ reservedAliases: { length: 100 }, d1Calls: 2 });
  });

  it('refuses all if one is reserved, names an account or will name one', async () => {
    await reserve('kept');
    await give('main');
    await give('ahead', { effectiveFrom: '2099-01-01T00:00:00Z' });
    const values = ['free', 'kept', 'main', 'ahead', ''];
    expect(await refusal(org, 'reserveAliases', { values })).toMatchObject([
      { code: 'ALREADY_EXISTS', path: ['input', 'values', '1'] },
      { code: 'ALREADY_EXISTS', path: ['input', 'values', '2'] },
      { code: 'ALREADY_EXISTS', path: ['input', 'values', '3'] },
      { code: 'INVALID_VALUE', path: ['input', 'values', '4'] },
    ]);
    expect(await reserved()).toEqual(['kept']);
  });

  it('reserves an alias for one of two requests that come at once', async () => {
    const input = { values: ['main'] };
    const document = 'mutation ($input: ReserveAliasesInput!) { reserveAliases(input: $input) { userErrors { code } } }';
    const answers = await Promise.all(
      [1, 2].map(() => org.ask<{ reserveAliases: { userErrors: { code: string }[] } }>(document, { input })),
    );
    const codes = answers.map(({ data }) => data.reserveAliases.userErrors.map(({ code }) => code).join());
    expect(codes.sort()).toEqual(['', 'ALREADY_EXISTS']);
    expect(await reserved()).toEqual(['main']);
  });

  it('leaves an alias to one of a reservation and an account that take it at once', async () => {
    const reserving = 'mutation { reserveAliases(input: { values: ["main"] }) { userErrors { code } } }';
    const giving = 'mutation { addAccountAliases(input: { accountId: "acme", aliases: [{ value: "main" }] }) { userErrors { code } } }';
    await Promise.all([reserving, giving].map((document) => org.ask(document)));
    const { data } = await org.ask<{ account: object | null }>('{ account(by: { alias: "main" }) { accountId } }');
    expect(data.account).toEqual({ accountId: 'acme' });
    expect(await reserved()).toEqual([]);
  });

  it('keeps the aliases of organizations apart', async () => {
    await reserve('main');
    const stranger = await Organization.begin();
    await mutate(stranger, 'reserveAliases', { values: ['main'] });
    await mutate(stranger, 'releaseAlias', { value: 'main' });
    expect(await reserved()).toEqual(['main']);
  });

  it('tells the audit log which reservations were made, without their texts', async () => {
    await reserve('ada@example.com');
    await mutate(org, 'releaseAlias', { value: 'ada@example.com' });
    const { results } = await DB.prepare('select * from audit_entries where org_id = ? and kinds like ?')
      .bind(org.orgId, '%RESERVED_ALIASES_CHANGED%')
      .all();
    expect(results.map(({ operation }) => operation)).toEqual(['reserveAliases', 'releaseAlias']);
    expect(JSON.stringify(results)).not.toContain('ada@');
  });
});

describe('a reserved alias', () => {
  it('is reserved no more when an account takes it', async () => {
    await reserve('main', 'first', 'later', 'kept');
    await give('main');
    await give('later', { effectiveFrom: '2099-01-01T00:00:00Z' });
    const customer = { customerId: 'umbra', name: 'Umbra', primaryEmail: 'ap@example.com', address: {} };
    await mutate(org, 'createCustomer', { ...customer, account: { accountId: 'umbra', name: 'Umbra', aliases: [{ value: 'first' }] } });
    expect(await reserved()).toEqual(['kept']);
  });

  it('stays reserved if the account is refused the alias', async () => {
    await reserve('main');
    const aliases = [{ value: 'main' }, { value: '' }];
    expect(await refusal(org, 'addAccountAliases', { accountId: 'acme', aliases })).toMatchObject([{ code: 'INVALID_VALUE' }]);
    expect(await reserved()).toEqual(['main']);
  });

  it('can be an alias that no longer names an account', async () => {
    await give('main');
    await mutate(org, 'removeAccountAliases', { accountId: 'acme', aliases: [{ value: 'main' }] });
    await reserve('main');
    expect(await reserved()).toEqual(['main']);
  });
});

describe('releaseAlias', () => {
  it('ends the reservation, and the alias can be reserved again', async () => {
    await reserve('main', 'kept');
    expect(await mutate(org, 'releaseAlias', { value: 'main' })).toMatchObject({ d1Calls: 2 });
    expect(await reserved()).toEqual(['kept']);
    await reserve('main');
  });

  it('refuses an alias that is not reserved, and one that names an account', async () => {
    await give('main');
    for (const value of ['main', 'nobody', '']) {
      expect(await refusal(org, 'releaseAlias', { value })).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'value'] }]);
    }
  });
});
