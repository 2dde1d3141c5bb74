import { describe, expect, it } from 'vitest';
import { Organization } from '../support/organization.ts';

const globalId = (typename: string, id: string) => btoa(`${typename}:${id}`);

describe('node', () => {
  it('answers anything by its global id, in one call', async () => {
    const org = await Organization.begin();
    const { id } = await org.customer('acme');
    const { data, extensions } = await org.ask(
      'query ($id: ID!) { node(id: $id) { id ... on Customer { customerId accounts { nodes { accountId } } } } }',
      { id },
    );
    expect(data).toEqual({ node: { id, customerId: 'acme', accounts: { nodes: [{ accountId: 'acme' }] } } });
    expect(extensions.cost.d1Calls).toBe(1);
  });

  it("answers another organization's id exactly as one that does not exist", async () => {
    const [org, other] = [await Organization.begin(), await Organization.begin()];
    const { id } = await other.customer('acme');
    const foreign = await org.ask('query ($id: ID!) { node(id: $id) { id } }', { id });
    const unknown = await org.ask('query ($id: ID!) { node(id: $id) { id } }', { id: globalId('Customer', 'cus.00000000000.00000') });
    expect(foreign.data).toEqual({ node: null });
    expect({ ...foreign, headers: null }).toEqual({ ...unknown, headers: null });
  });

  it.each([
    ['not an id at all', '???'],
    ['of a type that is no node', globalId('Money', '1')],
    ['named like what every object has', globalId('__proto__', '1')],
    ['named like another thing that every object has', globalId('constructor', '1')],
    ['very long', 'x'.repeat(10_000)],
  ])('refuses an id that is %s', async (_title, id) => {
    const org = await Organization.begin();
    const { errors } = await org.ask('query ($id: ID!) { node(id: $id) { id } }', { id });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' }, path: ['node'] }]);
    expect(errors?.[0]?.message.length).toBeLessThan(200);
  });
});

describe('nodes', () => {
  it('answers null in the place of an id that is nothing’s, and the rest as asked, of several types in one call', async () => {
    const org = await Organization.begin();
    const customer = await org.customer('acme');
    const { data: found } = await org.ask<{ account: { id: string } }>('{ account(by: {accountId: "acme"}) { id } }');
    const ids = [customer.id, globalId('Account', 'acc.00000000000.00000'), found.account.id, customer.id];
    const { data, extensions } = await org.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { __typename ... on Account { accountId } } }', {
      ids,
    });
    expect(data).toEqual({
      nodes: [{ __typename: 'Customer' }, null, { __typename: 'Account', accountId: 'acme' }, { __typename: 'Customer' }],
    });
    expect(extensions.cost.d1Calls).toBe(1);
  });

  it('answers null and an error in the place of a text that is no id, and the rest as asked', async () => {
    const org = await Organization.begin();
    const { id } = await org.customer('acme');
    const ids = [id, '???', globalId('Customer', 'cus.00000000000.00000'), globalId('__proto__', '1'), id];
    const { data, errors } = await org.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
    expect(data).toEqual({ nodes: [{ id }, null, null, null, { id }] });
    expect(errors).toMatchObject([
      { path: ['nodes', 1], extensions: { code: 'BAD_USER_INPUT' } },
      { path: ['nodes', 3], extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  it('takes 100 ids, and refuses 101', async () => {
    const org = await Organization.begin();
    const ids = Array.from({ length: 101 }, (_, i) => globalId('Account', `acc.${i}`));
    const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    expect((await org.ask<{ nodes: [] }>(query, { ids: ids.slice(1) })).data.nodes).toHaveLength(100);
    expect((await org.ask(query, { ids })).errors).toMatchObject([
      { message: '`nodes` takes at most 100 ids at a time, not 101.', extensions: { code: 'BAD_USER_INPUT', argument: 'ids' } },
    ]);
  });
});

describe('one relation, selected in several ways', () => {
  it('is one call, each alias with its own page, for 60 parents', async () => {
    const org = await Organization.begin();
    for (let i = 0; i < 60; i++) await org.customer(`c${i}`);
    await org.account('second', 'c0');
    const { data, extensions } = await org.ask<{
      customers: { nodes: { one: { nodes: object[] }; two: { nodes: object[] }; last: { nodes: object[] } }[] };
    }>(
      '{ customers(first: 60) { nodes { one: accounts(first: 1) { nodes { accountId } } two: accounts(first: 2) { nodes { accountId } } last: accounts(last: 1) { nodes { accountId } } } } }',
    );
    expect(data.customers.nodes[0]).toEqual({
      one: { nodes: [{ accountId: 'c0' }] },
      two: { nodes: [{ accountId: 'c0' }, { accountId: 'second' }] },
      last: { nodes: [{ accountId: 'second' }] },
    });
    expect(extensions.cost.d1Calls).toBe(1);
  });

  it('is refused past the number that one statement can answer, before D1 is called', async () => {
    const org = await Organization.begin();
    const aliases = (relation: string, field: string) =>
      Array.from({ length: 20 }, (_, i) => `${relation}${i}: ${relation}(first: ${i + 1}) { nodes { ${field} } }`).join(' ');
    const { errors, extensions } = await org.ask(
      `{ customers(first: 1) { nodes { ${aliases('accounts', 'accountId')} accounts { nodes { ${aliases('schedules', 'startDate')} } } } } }`,
    );
    expect(errors).toMatchObject([
      { message: expect.stringContaining('at most 32 different'), extensions: { code: 'QUERY_TOO_EXPENSIVE' } },
    ]);
    expect(extensions.cost.d1Calls).toBe(0);
  });

  it('reads sibling root fields in one call', async () => {
    const org = await Organization.begin();
    await org.customer('acme');
    const { extensions, data } = await org.ask(
      '{ customers { nodes { customerId } } accounts { nodes { accountId } } account(by: {accountId: "acme"}) { name } }',
    );
    expect(data).toMatchObject({ account: { name: 'acme' } });
    expect(extensions.cost.d1Calls).toBe(1);
  });
});
