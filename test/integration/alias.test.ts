import { beforeEach, describe, expect, it } from 'vitest';
import { mutate, refusal } from '../support/catalogue.ts';
import { NOW, Organization } from '../support/organization.ts';

const LATER = '2026-12-01T00:00:00.000Z';
const FOREVER = '9999-01-01T00:00:00.000Z';
const ALIASES = 'account { revision aliases { nodes { value effectiveFrom effectiveUntil } } }';

let org: Organization;
beforeEach(async () => {
  org = await Organization.begin();
  await org.customer('acme');
  await org.account('other', 'acme');
  org.now = '2026-11-21T09:00:00.000Z';
});

const add = (accountId: string, ...aliases: object[]) => mutate(org, 'addAccountAliases', { accountId, aliases }, ALIASES);
const remove = (accountId: string, ...aliases: object[]) => mutate(org, 'removeAccountAliases', { accountId, aliases }, ALIASES);
const named = async (alias: string, effectiveOn: string | null = null) => {
  const query =
    'query ($alias: String!, $effectiveOn: DateTime) { account(by: { alias: $alias }, effectiveOn: $effectiveOn) { accountId } }';
  const { data, extensions } = await org.ask<{ account: { accountId: string } | null }>(query, { alias, effectiveOn });
  expect(extensions.cost.d1Calls).toBe(1);
  return data.account?.accountId ?? null;
};
const aliases = async (accountId: string) =>
  (
    await org.ask<{ account: object }>(
      'query ($id: String!) { account(by: { accountId: $id }) { revision aliases { nodes { value effectiveUntil } } } }',
      { id: accountId },
    )
  ).data.account;

describe('addAccountAliases', () => {
  it('names the account from now on and for ever, unless a period is given, in one read and one write', async () => {
    const ahead = { value: 'ahead', effectiveFrom: LATER, effectiveUntil: '2027-01-01T00:00:00Z' };
    expect(await add('acme', { value: 'main' }, ahead)).toMatchObject({
      account: {
        revision: 2,
        aliases: {
          nodes: [
            { value: 'main', effectiveFrom: org.now, effectiveUntil: FOREVER },
            { value: 'ahead', effectiveFrom: LATER, effectiveUntil: '2027-01-01T00:00:00.000Z' },
          ],
        },
      },
      d1Calls: 2,
    });
  });

  it('refuses a name that names an account at one of its instants already, and adds none of the others', async () => {
    await add('other', { value: 'taken', effectiveFrom: LATER });
    const before = await aliases('acme');
    const input = { accountId: 'acme', aliases: [{ value: 'free' }, { value: 'taken' }] };
    expect(await refusal(org, 'addAccountAliases', input)).toMatchObject([
      { code: 'ALREADY_EXISTS', path: ['input', 'aliases', '1', 'value'] },
    ]);
    const twice = { accountId: 'acme', aliases: [{ value: 'free' }, { value: 'free' }] };
    expect(await refusal(org, 'addAccountAliases', twice)).toMatchObject([
      { code: 'ALREADY_EXISTS', path: ['input', 'aliases', '1', 'value'] },
    ]);
    expect(await aliases('acme')).toEqual(before);
  });

  it('lets a name change hands from one instant to the next', async () => {
    await add('other', { value: 'hot', effectiveUntil: LATER });
    await add('acme', { value: 'hot', effectiveFrom: LATER });
    expect(await named('hot')).toBe('other');
    expect(await named('hot', '2026-11-30T23:59:59.999Z')).toBe('other');
    expect(await named('hot', LATER)).toBe('acme');
  });

  it('lets other organizations use the same name', async () => {
    const stranger = await Organization.begin();
    await stranger.customer('theirs');
    await mutate(stranger, 'addAccountAliases', { accountId: 'theirs', aliases: [{ value: 'main' }] });
    await add('acme', { value: 'main' });
    expect(await named('main')).toBe('acme');
  });

  it.each([
    ['an empty name', { value: '' }, 'INVALID_VALUE', 'value'],
    ['a name with white space around it', { value: ' a' }, 'INVALID_VALUE', 'value'],
    ['a name that begins as that of an erased alias', { value: '[erased alias.1]' }, 'INVALID_VALUE', 'value'],
    ['a name of 51 characters', { value: 'x'.repeat(51) }, 'INVALID_VALUE', 'value'],
    ['a period without an instant', { value: 'a', effectiveFrom: LATER, effectiveUntil: LATER }, 'EMPTY_PERIOD', 'effectiveUntil'],
  ])('refuses %s', async (_what, alias, code, field) => {
    expect(await refusal(org, 'addAccountAliases', { accountId: 'acme', aliases: [alias] })).toMatchObject([
      { code, path: ['input', 'aliases', '0', field] },
    ]);
  });

  it('keeps to 10 that are live or ahead; those that ended do not count', async () => {
    const ten = Array.from({ length: 10 }, (_, i) => ({ value: `a${i}` }));
    await add('acme', ...ten);
    const eleventh = { accountId: 'acme', aliases: [{ value: 'eleventh' }] };
    expect(await refusal(org, 'addAccountAliases', eleventh)).toMatchObject([{ code: 'LIMIT_EXCEEDED', path: ['input', 'aliases'] }]);
    await remove('acme', { value: 'a0' });
    expect(await mutate(org, 'addAccountAliases', eleventh)).toMatchObject({ userErrors: [] });
  });

  it('refuses nothing to add, another revision, an unknown account and an archived one', async () => {
    const one = [{ value: 'a' }];
    expect(await refusal(org, 'addAccountAliases', { accountId: 'acme', aliases: [] })).toMatchObject([{ path: ['input', 'aliases'] }]);
    expect(await refusal(org, 'addAccountAliases', { accountId: 'acme', aliases: one, expectedRevision: 9 })).toMatchObject([
      { code: 'CONFLICT', currentRevision: 1 },
    ]);
    expect(await refusal(org, 'addAccountAliases', { accountId: 'nobody', aliases: one })).toMatchObject([{ code: 'NOT_FOUND' }]);
    await mutate(org, 'deleteAccount', { accountId: 'other' });
    expect(await refusal(org, 'addAccountAliases', { accountId: 'other', aliases: one })).toMatchObject([{ code: 'ARCHIVED' }]);
  });

  it('gives a name to one of eight accounts that want it at once', async () => {
    const ids = Array.from({ length: 8 }, (_, i) => `acc${i}`);
    for (const id of ids) await org.account(id, 'acme');
    const answers = await Promise.all(ids.map((id) => add(id, { value: 'hot' })));
    expect(answers.flatMap(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual(
      Array.from({ length: 7 }, () => 'ALREADY_EXISTS'),
    );
  });
});

describe('removeAccountAliases', () => {
  it('ends names from now on, of which the past stays known; one that had not begun is gone', async () => {
    await add('acme', { value: 'main' }, { value: 'ahead', effectiveFrom: LATER });
    const added = org.now;
    org.now = '2026-11-22T00:00:00.000Z';
    expect(await remove('acme', { value: 'main' }, { value: 'ahead' })).toMatchObject({
      account: { revision: 3, aliases: { nodes: [{ value: 'main', effectiveFrom: added, effectiveUntil: org.now }] } },
      d1Calls: 2,
    });
    expect(await named('main')).toBeNull();
    expect(await named('main', added)).toBe('acme');
  });

  it('ends a name later, given its id and an instant', async () => {
    await add('acme', { value: 'main' });
    const { data } = await org.ask<{ account: { aliases: { nodes: { aliasId: string }[] } } }>(
      '{ account(by: { alias: "main" }) { aliases { nodes { aliasId } } } }',
    );
    await remove('acme', { aliasId: data.account.aliases.nodes[0]?.aliasId, from: LATER });
    expect(await named('main')).toBe('acme');
    expect(await named('main', LATER)).toBeNull();
  });

  it("refuses the past, a name that is not the account's, and two ways to name one; nothing ends", async () => {
    await add('acme', { value: 'main' });
    await add('other', { value: 'theirs' });
    const before = await aliases('acme');
    const refused = (...removals: object[]) => refusal(org, 'removeAccountAliases', { accountId: 'acme', aliases: removals });
    expect(await refused({ value: 'main', from: NOW })).toMatchObject([{ code: 'INVALID_VALUE', path: ['input', 'aliases', '0', 'from'] }]);
    expect(await refused({ value: 'main' }, { value: 'theirs' })).toMatchObject([
      { code: 'NOT_FOUND', path: ['input', 'aliases', '1', 'value'] },
    ]);
    expect(await refused({})).toMatchObject([{ code: 'INVALID_VALUE', path: ['input', 'aliases', '0', 'aliasId'] }]);
    expect(await refused()).toMatchObject([{ code: 'INVALID_VALUE', path: ['input', 'aliases'] }]);
    expect(await aliases('acme')).toEqual(before);
  });
});

describe('Account.aliases', () => {
  it('lists all in the order in which they begin, or those of one instant', async () => {
    await add('acme', { value: 'late', effectiveFrom: LATER }, { value: 'now' }, { value: 'early', effectiveFrom: '2020-01-01T00:00:00Z' });
    const { data } = await org.ask(
      `{ account(by: { accountId: "acme" }) { aliases { totalCount nodes { value } } later: aliases(at: "${LATER}", first: 1) { totalCount nodes { value } }
        before: aliases(at: "2019-01-01T00:00:00Z") { nodes { value } } } }`,
    );
    expect(data).toEqual({
      account: {
        aliases: { totalCount: 3, nodes: [{ value: 'early' }, { value: 'now' }, { value: 'late' }] },
        later: { totalCount: 3, nodes: [{ value: 'early' }] },
        before: { nodes: [] },
      },
    });
  });
});

describe('account(by: alias)', () => {
  it('is null for a name that names nothing, whatever its letters, and for a name of another organization', async () => {
    await add('acme', { value: 'main' });
    expect(await named('Main')).toBeNull();
    expect(await named("main' or 1=1 --")).toBeNull();
    expect((await (await Organization.begin()).ask('{ account(by: { alias: "main" }) { id } }')).data).toEqual({ account: null });
  });

  it('is named in exactly one way', async () => {
    const { errors, data } = await org.ask('{ account(by: { alias: "main", accountId: "acme" }) { id } }');
    expect(errors).toHaveLength(1);
    expect(data).toBeUndefined();
  });
});
