import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { Organization } from '../support/organization.ts';
import { runs } from '../support/runs.ts';
import { openShop } from '../support/shop.ts';

interface Known {
  readonly accountId: string;
  readonly customerId: string;
  readonly status: 'ACTIVE' | 'DRAFT' | 'ARCHIVED';
  readonly tags: readonly string[];
  readonly createdAt: number;
}
interface Where {
  readonly accountId?: OneOf;
  readonly customerId?: OneOf;
  readonly status?: OneOf;
  readonly tags?: { readonly has: string };
  readonly createdAt?: { readonly gte?: string; readonly lt?: string };
  readonly and?: readonly Where[];
  readonly or?: readonly Where[];
}
interface OneOf {
  readonly eq?: string;
  readonly in?: readonly string[];
}

const LIST = `query ($where: AccountsWhere, $orderBy: AccountOrder! = CREATED_AT_ASC, $first: Int, $after: String) {
  accounts(where: $where, orderBy: $orderBy, first: $first, after: $after) { totalCount nodes { accountId } pageInfo { endCursor hasNextPage } }
}`;
interface List {
  readonly accounts: {
    readonly totalCount: number;
    readonly nodes: readonly { readonly accountId: string }[];
    readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
  };
}

let org: Organization;
let known: readonly Known[];

beforeAll(async () => {
  org = await Organization.begin();
  for (const id of ['acme', 'beta', 'zeta']) await org.customer(id);
  const more = { customerId: 'acme', name: 'More' };
  await org.done('createAccount', 'account { id }', { ...more, accountId: 'acme-eu', tags: ['eu'] }, 'account');
  org.now = '2026-12-01T00:00:00Z';
  await org.done('createAccount', 'account { id }', { ...more, accountId: 'acme-draft', tags: ['eu', 'us'], status: 'DRAFT' }, 'account');
  await org.account('old', 'beta');
  await org.done('deleteAccount', 'account { id }', { accountId: 'old' }, 'account');
  const { data } = await org.ask<{
    accounts: { nodes: (Omit<Known, 'customerId' | 'createdAt'> & { customer: Known; createdAt: string })[] };
  }>('{ accounts(includeArchived: true) { nodes { accountId customer { customerId } status tags createdAt } } }');
  known = data.accounts.nodes.map(({ customer, createdAt, ...rest }) => ({
    ...rest,
    customerId: customer.customerId,
    createdAt: Date.parse(createdAt),
  }));
});

const list = async (where: Where | null, other: object = {}) => {
  const { data, errors, extensions } = await org.ask<List>(LIST, { where, ...other });
  if (errors) throw new Error(JSON.stringify(errors));
  expect(extensions.cost.d1Calls).toBe(1);
  return data.accounts;
};
const ids = async (where: Where | null, other: object = {}) => (await list(where, other)).nodes.map(({ accountId }) => accountId);
const refusal = async (where: unknown) => {
  const { errors, extensions } = await org.ask(LIST, { where });
  expect(extensions?.cost?.d1Calls ?? 0).toBe(0);
  return errors;
};

const EVERY = ['acme', 'beta', 'zeta', 'acme-eu', 'acme-draft'];

describe('and, or', () => {
  it('join conditions: all that are given must hold, and one of `or` with them', async () => {
    expect(await ids({ or: [{ accountId: { eq: 'beta' } }, { tags: { has: 'eu' } }] })).toEqual(['beta', 'acme-eu', 'acme-draft']);
    expect(await ids({ and: [{ tags: { has: 'eu' } }, { tags: { has: 'us' } }] })).toEqual(['acme-draft']);
    expect(await ids({ customerId: { eq: 'acme' }, or: [{ accountId: { eq: 'beta' } }, { tags: { has: 'eu' } }] })).toEqual([
      'acme-eu',
      'acme-draft',
    ]);
    const inner = { or: [{ status: { eq: 'DRAFT' } }, { accountId: { eq: 'acme' } }] };
    expect(await ids({ and: [{ customerId: { eq: 'acme' } }, inner] })).toEqual(['acme', 'acme-draft']);
  });

  it.each<[string, Where, readonly string[]]>([
    ['`and` of nothing asks for nothing more', { and: [] }, EVERY],
    ['`or` of nothing is met by none', { or: [] }, []],
    ['`or` of nothing within `and` as well', { and: [{ or: [] }] }, []],
    ['`or` of nothing beside another alternative leaves that', { or: [{ or: [] }, { accountId: { eq: 'beta' } }] }, ['beta']],
    ['no conditions are met by all', {}, EVERY],
    ['as one of several alternatives as well', { or: [{}, { accountId: { eq: 'beta' } }] }, EVERY],
    ['`in` of nothing is met by none', { accountId: { in: [] } }, []],
  ])('%s', async (_title, where, expected) => {
    expect(await ids(where)).toEqual(expected);
    expect((await list(where)).totalCount).toBe(expected.length);
  });

  it('leave archived ones out, unless a condition names their status at whatever level', async () => {
    expect(await ids({ or: [{ accountId: { eq: 'old' } }, { accountId: { eq: 'acme' } }] })).toEqual(['acme']);
    expect(await ids({ or: [{ status: { eq: 'ARCHIVED' } }, { accountId: { eq: 'acme' } }] })).toEqual(['acme', 'old']);
    expect(await ids({ and: [{ or: [{ status: { in: ['ARCHIVED'] } }] }] })).toEqual(['old']);
    expect(await ids({ or: [{ status: { eq: 'DRAFT' } }, { accountId: { eq: 'old' } }] })).toEqual(['acme-draft']);
    expect(await ids({ status: { in: [] } })).toEqual([]);
  });

  it.each(['CREATED_AT_ASC', 'CREATED_AT_DESC', 'NAME_ASC', 'NAME_DESC'])('go on through pages by %s', async (orderBy) => {
    const where = { or: [{ accountId: { in: ['acme', 'zeta'] } }, { tags: { has: 'us' } }] };
    const paged: string[] = [];
    let after: string | null = null;
    for (let more = true; more; ) {
      const { nodes, pageInfo }: List['accounts'] = await list(where, { orderBy, first: 1, after });
      paged.push(...nodes.map(({ accountId }) => accountId));
      ({ hasNextPage: more, endCursor: after } = pageInfo);
    }
    expect(paged).toEqual(await ids(where, { orderBy }));
    expect(paged.toSorted()).toEqual(['acme', 'acme-draft', 'zeta']);
  });

  it('answer, however they are joined, what going through all accounts one by one would', async () => {
    const run = fc.check(
      fc.asyncProperty(wheres, fc.constantFrom('CREATED_AT_ASC', 'NAME_DESC'), async (where, orderBy) => {
        const statuses = asksForArchived(where) ? known : known.filter(({ status }) => status !== 'ARCHIVED');
        const expected = statuses.filter((account) => holds(where, account)).map(({ accountId }) => accountId);
        const { totalCount, nodes } = await list(where, { orderBy });
        expect(nodes.map(({ accountId }) => accountId).toSorted()).toEqual(expected.toSorted());
        expect(totalCount).toBe(expected.length);
      }),
      runs(60, { everyday: 20 }),
    );
    expect(fc.defaultReportMessage(await run)).toBeUndefined();
  });
});

describe('limits', () => {
  const deep = (levels: number): Where => (levels === 0 ? { accountId: { eq: 'acme' } } : { and: [deep(levels - 1)] });
  const wide = (conditions: number): Where => ({ or: Array.from({ length: conditions }, (_each, i) => ({ accountId: { eq: `a${i}` } })) });
  const bad = (message: string) => [
    { message: expect.stringContaining(message), extensions: { code: 'BAD_USER_INPUT', argument: 'where' } },
  ];

  it('are 4 levels of joining', async () => {
    expect(await ids(deep(4))).toEqual(['acme']);
    expect(await refusal(deep(5))).toMatchObject(bad('more than 4 levels deep'));
  });

  it('are 50 conditions in all, the empty ones included', async () => {
    expect(await ids({ or: [...(wide(49).or ?? []), { accountId: { eq: 'acme' } }] })).toEqual(['acme']);
    expect(await refusal(wide(51))).toMatchObject(bad('more than 50 conditions'));
    expect(await refusal({ and: Array.from({ length: 10_000 }, () => ({})) })).toMatchObject(bad('more than 50 conditions'));
    expect(await refusal({ and: [wide(25), wide(25)], tags: { has: 'eu' } })).toMatchObject(bad('more than 50 conditions'));
  });

  it('are 100 values of a condition', async () => {
    const values = Array.from({ length: 100 }, (_each, i) => `a${i}`);
    expect(await ids({ accountId: { in: ['acme', ...values.slice(1)] } })).toEqual(['acme']);
    expect(await refusal({ or: [{ accountId: { in: ['acme', ...values] } }] })).toMatchObject(bad('101 values for `accountId`'));
  });

  it('leave room for SQLite: as many conditions as there may be, in a list within a list within a list', async () => {
    const page = 'accounts(first: 2, where: $where) { totalCount nodes';
    const query = `query ($where: AccountsWhere) {
      customers(first: 2) { nodes { ${page} { customer { ${page} { customer { ${page} { customer { name } } } } } } } } } } }
    }`;
    const nested = [4, 3, 2, 1].reduce((inner: Where, level) => ({ or: [...(wide(10).or ?? []), inner], tags: { has: `${level}` } }), {});
    for (const where of [wide(50), nested]) {
      const { errors, extensions } = await org.ask(query, { where });
      expect(errors).toBeUndefined();
      expect(extensions.cost.d1Calls).toBe(1);
    }
  });

  it('hold for a list within a payload, before anything is written', async () => {
    const { errors } = await org.ask(
      `mutation ($where: AccountsWhere) { updateCustomer(input: { customerId: "acme", name: "Changed" }) {
        customer { accounts(where: $where) { nodes { id } } } userErrors { code } } }`,
      { where: wide(51) },
    );
    expect(errors).toMatchObject(bad('more than 50 conditions'));
    expect((await org.ask('{ customer(customerId: "acme") { name } }')).data).toEqual({ customer: { name: 'acme' } });
  });
});

describe('every other list', () => {
  it('takes them as well', async () => {
    const { org: shop, pack, pro, setup, calls } = await openShop();
    await shop.account('acme-eu', 'acme');
    const topup = { type: 'WALLET_TOPUP', paymentMode: 'PREPAID', walletTopupDetails: { topupAmount: '5' } };
    for (const accountId of ['acme', 'acme-eu']) await shop.done('createProposal', 'proposal { id }', { ...topup, accountId }, 'proposal');
    const grant = { accountId: 'acme', type: 'ENTITLEMENT_GRANT', paymentMode: 'PREPAID', pricePlanId: pack };
    await shop.done('createProposal', 'proposal { id }', grant, 'proposal');
    const { data, errors, extensions } = await shop.ask(
      `query ($pack: String!, $pro: String!, $setup: String!, $calls: String!) {
        customers(where: { or: [{ customerId: { in: ["acme"] } }, { status: { eq: ARCHIVED } }] }) { nodes { customerId } }
        pricePlans(where: { or: [{ pricePlanId: { eq: $pack } }, { type: { eq: BILLING } }] }) { totalCount nodes { name } }
        both: pricePlans(where: { pricePlanId: { in: [$pro, $pack] } }, orderBy: NAME_DESC) { nodes { name } }
        billableItems(where: { and: [{ billableId: { in: [$setup, $calls] } }, { kind: { eq: FEATURE } }] }) { nodes { name } }
        proposals(where: { or: [{ accountId: { eq: "acme-eu" } }, { type: { eq: ENTITLEMENT_GRANT } }] }) { totalCount nodes { number } }
        numbered: proposals(where: { number: { in: [1, 3, 99] } }) { totalCount nodes { number } }
        ofBoth: proposals(where: { accountId: { in: ["acme", "acme-eu"] }, type: { eq: WALLET_TOPUP } }) { nodes { number } }
        account(by: { accountId: "acme" }) { proposals(where: { or: [{ number: { eq: 2 } }, { number: { eq: 3 } }] }) { nodes { number } } }
        auditLog(where: { or: [{ operation: { eq: "createAccount" } }, { subject: { eq: $pro }, operation: { eq: "createPricePlan" } }] }) {
          nodes { operation }
        }
      }`,
      { pack, pro, setup, calls },
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      customers: { nodes: [{ customerId: 'acme' }] },
      pricePlans: { totalCount: 2, nodes: [{ name: 'Pack' }, { name: 'Pro' }] },
      both: { nodes: [{ name: 'Pro' }, { name: 'Pack' }] },
      billableItems: { nodes: [{ name: 'Calls' }] },
      proposals: { totalCount: 2, nodes: [{ number: 3 }, { number: 2 }] },
      numbered: { totalCount: 2, nodes: [{ number: 3 }, { number: 1 }] },
      ofBoth: { nodes: [{ number: 2 }, { number: 1 }] },
      account: { proposals: { nodes: [{ number: 3 }] } },
      auditLog: { nodes: [{ operation: 'createAccount' }, { operation: 'createPricePlan' }] },
    });
    expect(extensions.cost.d1Calls).toBe(1);
  });
});

const texts = (...values: string[]) =>
  fc.oneof(
    fc.constantFrom(...values).map((eq): OneOf => ({ eq })),
    fc.subarray(values).map((among): OneOf => ({ in: among })),
    fc.record({ eq: fc.constantFrom(...values), in: fc.subarray(values) }),
  );
const instants = fc.constantFrom('2026-11-21T08:00:00.002Z', '2026-12-01T00:00:00.001Z', '2027-01-01T00:00:00.000Z');

const conditions = {
  accountId: texts('acme', 'acme-eu', 'old', 'nobody'),
  customerId: texts('acme', 'beta', 'nobody'),
  status: texts('ACTIVE', 'DRAFT', 'ARCHIVED'),
  tags: fc.constantFrom('eu', 'US', 'none').map((has) => ({ has })),
  // A span that ends before it begins is refused.
  createdAt: fc.oneof(
    fc.record({ gte: instants }),
    fc.record({ lt: instants }),
    fc.record({ gte: instants, lt: instants }).filter(({ gte, lt }) => gte < lt),
  ),
};

/** Conditions that are joined so many levels deep. */
const joined = (levels: number): fc.Arbitrary<Where> => {
  const within: Partial<Record<'and' | 'or', fc.Arbitrary<Where[]>>> =
    levels === 0 ? {} : { and: fc.array(joined(levels - 1), { maxLength: 2 }), or: fc.array(joined(levels - 1), { maxLength: 3 }) };
  return fc.record({ ...conditions, ...within }, { requiredKeys: [] });
};
const size = (where: Where): number =>
  Math.max(1, Object.keys(where).length) + [...(where.and ?? []), ...(where.or ?? [])].reduce((sum, each) => sum + size(each), 0);
const wheres = joined(3).filter((where) => size(where) <= 50);

const asksForArchived = ({ status, and = [], or = [] }: Where): boolean =>
  status?.eq === 'ARCHIVED' || status?.in?.includes('ARCHIVED') || [...and, ...or].some(asksForArchived);

function holds(where: Where, account: Known): boolean {
  const { accountId, customerId, status, tags, createdAt, and = [], or } = where;
  const isOneOf = (value: string, condition: OneOf | undefined) =>
    (condition?.eq ?? value) === value && (condition?.in?.includes(value) ?? true);
  return (
    isOneOf(account.accountId, accountId) &&
    isOneOf(account.customerId, customerId) &&
    isOneOf(account.status, status) &&
    (tags === undefined || account.tags.includes(tags.has.toLowerCase())) &&
    account.createdAt >= Date.parse(createdAt?.gte ?? '1970-01-01') &&
    account.createdAt < Date.parse(createdAt?.lt ?? '9999-01-01') &&
    and.every((each) => holds(each, account)) &&
    (or === undefined || or.some((each) => holds(each, account)))
  );
}
