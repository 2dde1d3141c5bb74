import { beforeAll, describe, expect, it } from 'vitest';
import { Organization } from '../support/organization.ts';

interface Page {
  readonly nodes: readonly { readonly accountId: string }[];
  readonly edges: readonly { readonly cursor: string }[];
  readonly pageInfo: {
    readonly startCursor: string;
    readonly endCursor: string;
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
  };
  readonly totalCount?: number;
}

const LIST = `query ($first: Int, $last: Int, $after: String, $before: String, $orderBy: AccountOrder! = CREATED_AT_ASC, $where: AccountsWhere, $search: String,
  $includeArchived: Boolean) {
  accounts(first: $first, last: $last, after: $after, before: $before, orderBy: $orderBy, where: $where, search: $search, includeArchived: $includeArchived) {
    nodes { accountId } edges { cursor } pageInfo { startCursor endCursor hasNextPage hasPreviousPage }
  }
}`;

let org: Organization;
/** The accounts of each test, in the order of their creation. */
const IDS = ['zeta', 'acme', 'beta', 'acme-eu', 'mid'];

beforeAll(async () => {
  org = await Organization.begin();
  for (const id of ['zeta', 'acme', 'beta']) await org.customer(id);
  await org.done('createAccount', 'account { id }', { accountId: 'acme-eu', customerId: 'acme', name: 'beta', tags: ['EU'] }, 'account');
  org.now = '2026-12-01T00:00:00Z';
  await org.customer('mid');
});

const page = async (variables: object): Promise<Page> => {
  const { data, errors, extensions } = await org.ask<{ accounts: Page }>(LIST, { ...variables });
  if (errors) throw new Error(JSON.stringify(errors));
  expect(extensions.cost.d1Calls).toBe(1);
  return data.accounts;
};
const idsOf = ({ nodes }: Page) => nodes.map(({ accountId }) => accountId);
const ids = async (variables: object) => idsOf(await page(variables));
const refusal = async (variables: object) => {
  const { errors, extensions } = await org.ask(LIST, { ...variables });
  expect(extensions?.cost?.d1Calls ?? 0).toBe(0);
  return errors;
};

describe('a list', () => {
  it.each([
    ['CREATED_AT_ASC', IDS],
    ['CREATED_AT_DESC', IDS.toReversed()],
    ['NAME_ASC', ['acme', 'beta', 'acme-eu', 'mid', 'zeta']],
    ['NAME_DESC', ['zeta', 'mid', 'acme-eu', 'beta', 'acme']],
  ])('ordered by %s has the same rows in the same order, page by page, forward and backward', async (orderBy, expected) => {
    const forward: string[] = [];
    let after: string | null = null;
    for (let more = true; more; ) {
      const next: Page = await page({ orderBy, first: 2, after });
      forward.push(...idsOf(next));
      more = next.pageInfo.hasNextPage;
      after = next.pageInfo.endCursor;
    }
    expect(forward).toEqual(expected);

    const backward: string[] = [];
    let before: string | null = null;
    for (let more = true; more; ) {
      const previous: Page = await page({ orderBy, last: 2, before });
      backward.unshift(...idsOf(previous));
      more = previous.pageInfo.hasPreviousPage;
      before = previous.pageInfo.startCursor;
    }
    expect(backward).toEqual(expected);
  });

  it('answers the same page when it is left forward and come back to', async () => {
    const second = await page({ first: 2, after: (await page({ first: 2 })).pageInfo.endCursor });
    const third = await page({ first: 2, after: second.pageInfo.endCursor });
    expect(idsOf(await page({ last: 2, before: third.pageInfo.startCursor }))).toEqual(idsOf(second));
  });

  it('keeps its place while others create accounts', async () => {
    const other = await Organization.begin();
    for (const id of ['a1', 'a2']) await other.customer(id);
    const first = await other.ask<{ accounts: Page }>(LIST, { first: 1 });
    await other.customer('a0');
    const { data } = await other.ask<{ accounts: Page }>(LIST, { first: 5, after: first.data.accounts.pageInfo.endCursor });
    expect(idsOf(data.accounts)).toEqual(['a2', 'a0']);
  });

  it('has cursors that do not name the organization', async () => {
    const [edge] = (await page({ first: 1 })).edges;
    expect(atob((edge?.cursor ?? '').split('.')[0] ?? '')).not.toContain('org.');
  });

  it.each(['', 'x', 'REM6', 'REM6UzphY2Mu.000000000000'])('refuses %j for a cursor, and reads nothing', async (after) => {
    expect(await refusal({ first: 1, after })).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'after' } }]);
  });

  it('refuses a cursor that was changed, or is of another order, list or organization', async () => {
    const { endCursor } = (await page({ first: 1 })).pageInfo;
    const bad = [{ extensions: { code: 'BAD_USER_INPUT' } }];
    expect(await refusal({ first: 1, after: `${endCursor.slice(0, -1)}${endCursor.endsWith('0') ? '1' : '0'}` })).toMatchObject(bad);
    expect(await refusal({ first: 1, after: endCursor, orderBy: 'NAME_ASC' })).toMatchObject(bad);
    expect(
      (await org.ask('query ($after: String) { customers(after: $after) { nodes { id } } }', { after: endCursor })).errors,
    ).toMatchObject(bad);
    const stranger = await Organization.begin();
    expect((await stranger.ask(LIST, { first: 1, after: endCursor })).errors).toMatchObject(bad);
  });

  it('refuses a bad cursor of a list within a list, and of one within a payload, before anything is read or written', async () => {
    const nested = await org.ask('{ customers { nodes { accounts(after: "x") { nodes { id } } } } }');
    expect(nested.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    const written = await org.ask(`mutation {
      updateCustomer(input: { customerId: "acme", name: "Changed" }) { customer { accounts(after: "x") { nodes { id } } } userErrors { code } }
    }`);
    expect(written.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect((await org.ask('{ customer(customerId: "acme") { name } }')).data).toEqual({ customer: { name: 'acme' } });
  });

  it('takes any cursor and id where `@skip` and `@include` leave it out, and refuses them where they leave it in', async () => {
    const query = `query ($after: String!, $ids: [ID!]!, $if: Boolean!, $unless: Boolean!) { __typename
      accounts(after: $after) @include(if: $if) { nodes { id } }
      ... @skip(if: $unless) { customers(after: "x") { nodes { id } } }
      nodes(ids: $ids) @include(if: $if) { id }
    }`;
    for (let repeated = 0; repeated < 2; repeated++) {
      const left = await org.ask(query, { after: 'x', ids: ['x'], if: false, unless: true });
      expect([left.errors, left.data]).toEqual([undefined, { __typename: 'Query' }]);
      const taken = [
        await org.ask(query, { after: 'x', ids: [], if: true, unless: true }),
        await org.ask(query, { after: 'x', ids: [], if: false, unless: false }),
      ];
      for (const { errors, data } of taken) {
        expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'after' } }]);
        expect(data).toBeUndefined();
      }
    }
    const large = await org.ask('query ($if: Boolean = false) { accounts(first: 101) @include(if: $if) { nodes { id } } }');
    expect(large.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'first' } }]);
  });

  it('is paged from one end at a time, by at most 100', async () => {
    expect(await refusal({ first: 1, last: 1 })).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'last' } }]);
    expect(await refusal({ first: 101 })).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'first' } }]);
    expect(await refusal({ last: -1 })).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'last' } }]);
    expect(await ids({ first: 0 })).toEqual([]);
  });
});

describe('where and search', () => {
  it('takes the customer, a tag in either case, and the time of creation', async () => {
    expect(await ids({ where: { customerId: { eq: 'acme' } } })).toEqual(['acme', 'acme-eu']);
    expect(await ids({ where: { customerId: { eq: 'nobody' } } })).toEqual([]);
    expect(await ids({ where: { tags: { has: 'Eu' } } })).toEqual(['acme-eu']);
    expect(await ids({ where: { createdAt: { gte: '2026-12-01T00:00:00Z' } } })).toEqual(['mid']);
    expect(await ids({ where: { createdAt: { lt: '2026-12-01T00:00:00Z' } } })).toEqual(IDS.slice(0, 4));
    expect(await ids({ where: { createdAt: { gte: '1900-01-01T00:00:00Z', lt: '9999-01-01T00:00:00Z' } } })).toEqual(IDS);
  });

  it('joins conditions by and, and goes on through pages', async () => {
    const where = { customerId: { eq: 'acme' }, createdAt: { lt: '2026-12-01T00:00:00Z' } };
    const first = await page({ first: 1, where });
    expect(idsOf(first)).toEqual(['acme']);
    expect(await ids({ first: 1, where, after: first.pageInfo.endCursor })).toEqual(['acme-eu']);
  });

  it("finds a text in the name or in the caller's own id, in either case", async () => {
    expect(await ids({ search: 'BETA' })).toEqual(['beta', 'acme-eu']);
    expect(await ids({ search: 'e-e' })).toEqual(['acme-eu']);
  });

  it.each(['%', '_', '\\', "'", '"', '?', 'x'.repeat(1_000)])('takes %j as it stands', async (search) => {
    expect(await ids({ search })).toEqual([]);
  });

  it('leaves out what is archived, unless asked for it by a flag or by its status', async () => {
    const other = await Organization.begin();
    await other.customer('acme');
    await other.account('old', 'acme');
    await other.done('deleteAccount', 'account { id }', { accountId: 'old' }, 'account');
    const listed = async (variables: object) => idsOf((await other.ask<{ accounts: Page }>(LIST, { ...variables })).data.accounts);
    expect(await listed({})).toEqual(['acme']);
    expect(await listed({ includeArchived: true })).toEqual(['acme', 'old']);
    expect(await listed({ where: { status: { eq: 'ARCHIVED' } } })).toEqual(['old']);
    expect(await listed({ where: { status: { in: ['ACTIVE', 'ARCHIVED'] } } })).toEqual(['acme', 'old']);
    expect(await listed({ where: { status: { eq: 'ACTIVE', in: ['ARCHIVED'] } } })).toEqual([]);
    expect(await listed({ where: { status: { in: [] } } })).toEqual([]);
  });

  it('holds for the customers and for the accounts of a customer alike', async () => {
    const { data, extensions } = await org.ask(`{
      customers(search: "E", orderBy: NAME_DESC, first: 2) { totalCount nodes { customerId accounts(orderBy: NAME_ASC, search: "eu") { totalCount nodes { accountId } } } }
    }`);
    expect(data).toEqual({
      customers: {
        totalCount: 3,
        nodes: [
          { customerId: 'zeta', accounts: { totalCount: 0, nodes: [] } },
          { customerId: 'beta', accounts: { totalCount: 0, nodes: [] } },
        ],
      },
    });
    expect(extensions.cost.d1Calls).toBe(1);
    const acme = await org.ask(
      '{ customer(customerId: "acme") { accounts(search: "EU", where: { tags: { has: "eu" } }) { totalCount nodes { accountId } } } }',
    );
    expect(acme.data).toEqual({ customer: { accounts: { totalCount: 1, nodes: [{ accountId: 'acme-eu' }] } } });
  });
});

describe('totalCount', () => {
  it('counts what the filter finds on all pages, in the one call of the page, or without a page', async () => {
    const both = await org.ask(`query { accounts(first: 1, where: { customerId: { eq: "acme" } }) { ...Page } }
      fragment Page on AccountConnection { totalCount nodes { accountId } }`);
    expect(both.data).toEqual({ accounts: { totalCount: 2, nodes: [{ accountId: 'acme' }] } });
    expect(both.extensions.cost.d1Calls).toBe(1);
    const alone = await org.ask('{ accounts(where: { customerId: { eq: "acme" } }) { totalCount } }');
    expect(alone.data).toEqual({ accounts: { totalCount: 2 } });
    expect(alone.extensions.cost).toMatchObject({ d1Calls: 1 });
  });

  it('costs nothing where it is not asked for, and is the same on every page', async () => {
    const pageOnly = await org.ask('{ accounts(first: 1) { nodes { accountId } } }');
    const counted = await org.ask<{ accounts: Page }>('{ accounts(first: 1) { totalCount nodes { accountId } pageInfo { endCursor } } }');
    expect(counted.extensions.cost.requested).toBeGreaterThan(pageOnly.extensions.cost.requested);
    expect(counted.extensions.cost.rowsRead).toBeGreaterThan(pageOnly.extensions.cost.rowsRead);
    const { endCursor } = counted.data.accounts.pageInfo;
    const next = await org.ask('query ($after: String) { accounts(first: 1, after: $after) { totalCount } }', { after: endCursor });
    expect(next.data).toEqual({ accounts: { totalCount: IDS.length } });
  });

  it("never counts another organization's rows", async () => {
    const stranger = await Organization.begin();
    expect((await stranger.ask('{ accounts { totalCount } customers { totalCount } proposals { totalCount } }')).data).toEqual({
      accounts: { totalCount: 0 },
      customers: { totalCount: 0 },
      proposals: { totalCount: 0 },
    });
  });
});
