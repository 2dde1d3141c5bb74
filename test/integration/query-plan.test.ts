import {
  buildClientSchema,
  type GraphQLField,
  getIntrospectionQuery,
  getNamedType,
  type IntrospectionQuery,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { mutate } from '../support/catalogue.ts';
import { DB } from '../support/database.ts';
import { Organization, send } from '../support/organization.ts';
import { type Plan, wasteOf } from '../support/recorded.ts';

const YEAR = '{ gte: "2026-01-01T00:00:00Z", lt: "2027-01-01T00:00:00Z" }';
const ORDERS = ['CREATED_AT_ASC', 'CREATED_AT_DESC', 'NAME_ASC', 'NAME_DESC'];
const ACCOUNT_FILTERS = [
  '',
  'includeArchived: true',
  'search: "a"',
  'where: { status: { in: [ACTIVE, DRAFT] } }',
  'where: { customerId: { eq: "acme" } }',
  'where: { tags: { has: "eu" } }',
  `where: { createdAt: ${YEAR} }`,
  'search: "a", where: { status: { eq: ACTIVE }, customerId: { eq: "acme" }, tags: { has: "eu" }, createdAt: { lt: "2027-01-01T00:00:00Z" } }',
];
/** Conditions that are joined, or that several values meet. */
const JOINED = [
  'where: { accountId: { in: ["acme", "acme-eu", "nobody"] } }',
  'where: { customerId: { in: ["acme", "nobody"] } }',
  'where: { or: [{ customerId: { eq: "acme" } }, { accountId: { eq: "acme-eu" } }, { status: { eq: DRAFT } }] }',
  `where: { and: [{ tags: { has: "eu" } }, { or: [{ createdAt: ${YEAR} }, { accountId: { in: ["acme"] } }] }] }`,
  'where: { or: [] }',
];
const CUSTOMER_FILTERS = ACCOUNT_FILTERS.filter((filter) => !/tags|customerId|DRAFT/.test(filter));
const PAGE = 'totalCount pageInfo { endCursor } nodes { id name }';

/** Every list that there is, and the ways to name one thing. */
const QUERIES = [
  ...ORDERS.flatMap((order) => ACCOUNT_FILTERS.map((filter) => `{ accounts(first: 5, orderBy: ${order}, ${filter}) { ${PAGE} } }`)),
  ...ORDERS.flatMap((order) => JOINED.map((filter) => `{ accounts(first: 5, orderBy: ${order}, ${filter}) { ${PAGE} } }`)),
  ...JOINED.map((filter) => `{ customers(first: 5) { nodes { accounts(first: 5, ${filter}) { ${PAGE} } } } }`),
  ...ORDERS.flatMap((order) =>
    ['where: { customerId: { in: ["acme", "b"] } }', 'where: { or: [{ customerId: { eq: "acme" } }, { status: { eq: ARCHIVED } }] }'].map(
      (filter) => `{ customers(first: 5, orderBy: ${order}, ${filter}) { ${PAGE} } }`,
    ),
  ),
  ...ORDERS.flatMap((order) =>
    [
      'where: { pricePlanId: { in: ["pp.1", "pp.2"] } }',
      'where: { or: [{ pricePlanId: { eq: "pp.1" } }, { type: { eq: PURCHASE } }] }',
    ].map((filter) => `{ pricePlans(first: 5, orderBy: ${order}, ${filter}) { totalCount nodes { name } } }`),
  ),
  ...ORDERS.flatMap((order) =>
    [
      'where: { billableId: { in: ["addon.1", "um.1"] } }',
      'where: { or: [{ billableId: { eq: "um.1" } }, { kind: { eq: FEATURE } }] }',
    ].map((filter) => `{ billableItems(first: 5, orderBy: ${order}, ${filter}) { totalCount nodes { name } } }`),
  ),
  ...[
    'accountId: { eq: "acme" }',
    'accountId: { in: ["acme", "acme-eu"] }',
    'number: { eq: 1 }',
    'number: { in: [1, 2] }, type: { eq: ASSOCIATION }',
    `expiryDate: ${YEAR}, createdAt: ${YEAR}`,
    'or: [{ number: { eq: 1 } }, { accountId: { eq: "acme" } }, { status: { eq: PROPOSAL_ACTIVE } }]',
  ].flatMap((where) => [
    `{ proposals(where: { ${where} }) { totalCount nodes { proposalId } } }`,
    `{ account(by: { accountId: "acme" }) { proposals(where: { ${where} }) { totalCount nodes { proposalId } } } }`,
  ]),
  ...[
    'accountId: { eq: "acme" }',
    'accountId: { in: ["acme", "acme-eu"] }',
    'licenseId: { eq: "addon.1" }',
    `accountId: { eq: "acme" }, licenseId: { in: ["addon.1", "addon.2"] }, effectiveFrom: ${YEAR}`,
    'or: [{ licenseId: { eq: "addon.1" } }, { accountId: { eq: "acme" } }]',
  ].map((where) => `{ licenseUpdates(where: { ${where} }) { totalCount nodes { licenseUpdateId account { accountId } } } }`),
  ...[
    'operation: { in: ["a", "b"] }',
    'subject: { in: ["a", "b"] }',
    'delegate: { eq: "ada" }',
    'delegate: { in: ["ada", "bob"] }',
    `or: [{ actor: { eq: "a" } }, { at: ${YEAR} }]`,
  ].map((where) => `{ auditLog(where: { ${where} }) { nodes { auditEntryId } } }`),
  ...ORDERS.flatMap((order) => CUSTOMER_FILTERS.map((filter) => `{ customers(first: 5, orderBy: ${order}, ${filter}) { ${PAGE} } }`)),
  ...ORDERS.flatMap((order) =>
    ACCOUNT_FILTERS.map((filter) => `{ customers(first: 5) { nodes { accounts(first: 5, orderBy: ${order}, ${filter}) { ${PAGE} } } } }`),
  ),
  ...ORDERS.flatMap((order) =>
    ['', 'includeArchived: true', 'search: "a"', `where: { createdAt: ${YEAR} }`].map(
      (filter) => `{ pricePlans(first: 5, orderBy: ${order}, ${filter}) { totalCount nodes { name } } }`,
    ),
  ),
  ...ORDERS.flatMap((order) =>
    ['', 'search: "a"', 'where: { kind: { in: [FEATURE, LICENSE] } }'].map(
      (filter) => `{ billableItems(first: 5, orderBy: ${order}, ${filter}) { totalCount nodes { name } } }`,
    ),
  ),
  '{ account(by: { accountId: "acme" }) { name } }',
  '{ account(by: { alias: "main" }, effectiveOn: "2027-01-01T00:00:00Z") { name } }',
  '{ account(by: { accountId: "acme" }) { aliases { totalCount nodes { value } } now: aliases(at: "2027-01-01T00:00:00Z") { nodes { value } } } }',
  '{ account(by: { accountId: "acme" }) { availableActions { action } } }',
  '{ account(by: { accountId: "acme" }) { schedules { totalCount nodes { scheduleId } } scheduleAt { scheduleId } draft { schedules { nodes { scheduleId } } } } }',
  '{ account(by: { accountId: "acme" }) { proposals { totalCount nodes { proposalId } } purchases { totalCount nodes { purchaseId } } } }',
  '{ customer(customerId: "acme") { name } }',
  '{ pricePlans { nodes { pricePlanId name versions { nodes { version } } latestVersion { version } activeVersion { version } draft { version } } } }',
  '{ proposals { totalCount nodes { proposalId } } }',
  '{ proposals { nodes { supersedes { number } supersededBy { number } revisions { totalCount nodes { revision } } } } }',
  ...['', '(where: { status: { eq: FAILED } })', '(where: { status: { in: [PENDING, IN_PROGRESS] } })'].map(
    (filter) =>
      `{ jobs${filter} { totalCount nodes { jobId status sourcePlan { name } sourceVersion { version } targetVersion { version } } } }`,
  ),
  ...['', '(where: { status: { eq: FAILED } })', '(where: { status: { in: [FAILED, CANCELLED] } })'].map(
    (filter) => `{ job(jobId: "job.1") { status entries${filter} { totalCount nodes { status account { accountId } } } } }`,
  ),
];

interface Explained {
  readonly errors?: unknown;
  readonly extensions: { readonly cost: { readonly d1Calls: number } };
  readonly data: Readonly<Record<string, { pageInfo?: { endCursor: string } }>>;
  readonly plans: readonly Plan[];
}

let org: Organization;
beforeAll(async () => {
  org = await Organization.begin();
  await org.customer('acme');
  await org.account('acme-eu', 'acme');
});

async function explain(query: string, variables: object = {}): Promise<Explained> {
  const headers = { authorization: `Bearer ${org.token}`, 'x-test-now': org.now, 'x-test-explain': 'yes' };
  const answer = await (await send('/graphql', { query, variables }, headers)).json<Explained>();
  expect(answer.errors).toBeUndefined();
  expect(answer.plans.length).toBeGreaterThan(0);
  // SQLite prepares a statement anew each time that a LIMIT is bound to it.
  expect(answer.plans.filter(({ sql }) => /\blimit \?/i.test(sql))).toEqual([]);
  return answer;
}

describe('every list, and every look-up', () => {
  it.each(QUERIES)('%s seeks by an index, and sorts nothing', async (query) => {
    expect(wasteOf((await explain(query)).plans)).toEqual([]);
  });

  it.each(ORDERS)('seeks a page after a cursor, and one before it, by %s', async (order) => {
    for (const table of ['accounts', 'customers'] as const) {
      const { data } = await explain(`{ ${table}(first: 1, orderBy: ${order}) { pageInfo { endCursor } } }`);
      const variables = { cursor: data[table]?.pageInfo?.endCursor };
      for (const [size, side] of [
        ['first', 'after'],
        ['last', 'before'],
      ]) {
        const page = `query ($cursor: String) { ${table}(${size}: 1, ${side}: $cursor, orderBy: ${order}) { nodes { id } } }`;
        const explained = await explain(page, variables);
        expect(wasteOf(explained.plans)).toEqual([]);
        const column = order.startsWith('NAME') ? 'name_folded' : 'id';
        expect(explained.plans.flatMap(({ plan }) => plan).join('\n')).toMatch(
          new RegExp(`org_id=\\? AND status=\\? AND \\(?${column}(,id\\))?[<>]`),
        );
      }
    }
  });
});

/** Of these the id, which ends each order, sorts ties alone: the one entry of a place in the feed or of a revision, the schedules of one account on one version. */
const TIES: ReadonlySet<string> = new Set(['Account.events', 'Account.timelineRevisions', 'PricePlanVersion.schedules']);

describe('every list of the schema', () => {
  it('seeks by an index, sorts nothing, and is read in one call, wherever it hangs', async () => {
    const { data } = await org.ask<IntrospectionQuery>(getIntrospectionQuery());
    const schema = buildClientSchema(data);
    const isList = (field: GraphQLField<unknown, unknown>) =>
      getNamedType(field.type).name.endsWith('Connection') && !field.args.some(isRequiredArgument);
    const listed = `(first: 2) { totalCount nodes { __typename } }`;
    const wasteful: object[] = [];
    let lists = 0;
    for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
      const isRoot = type === schema.getQueryType();
      if (!isRoot && !type.getInterfaces().some(({ name }) => name === 'Node')) continue;
      for (const { name } of Object.values(type.getFields()).filter(isList)) {
        lists++;
        const query = isRoot ? `{ ${name}${listed} }` : `query ($id: ID!) { node(id: $id) { ... on ${type.name} { ${name}${listed} } } }`;
        const explained = await explain(query, { id: btoa(`${type.name}:x.00000000000.00000`) });
        const waste = wasteOf(explained.plans).filter((step) => !(TIES.has(`${type.name}.${name}`) && step.includes('LAST TERM')));
        const { d1Calls } = explained.extensions.cost;
        if (waste.length > 0 || d1Calls !== 1) wasteful.push({ list: `${type.name}.${name}`, waste, d1Calls });
      }
    }
    expect(wasteful).toEqual([]);
    expect(lists).toBeGreaterThan(25);
  });
});

describe('SQLite', () => {
  it('has statistics of every index, which a migration that adds one must insert', async () => {
    const { results } = await DB.prepare(
      `select i.name from sqlite_schema t, pragma_index_list(t.name) i
       where t.type = 'table' and t.name not glob 'sqlite_*' and t.name not glob '_cf_*' and t.name <> 'd1_migrations'
         and not exists (select 1 from sqlite_stat1 s where s.tbl = t.name and s.idx = i.name)`,
    ).all();
    expect(results).toEqual([]);
  });
});

/** Look-ups that are lists: accounts by what names them, in an order that they are not found in. */
const BY_ID = ORDERS.flatMap((order) =>
  [
    'accountId: { eq: "acme" }',
    'accountId: { in: ["acme", "nobody"] }',
    'or: [{ accountId: { eq: "acme" } }, { accountId: { eq: "nobody" } }]',
  ].map(
    (where) =>
      [`accounts in ${order} by ${where}`, `{ accounts(orderBy: ${order}, where: { ${where} }) { nodes { accountId } } }`] as const,
  ),
);

describe('rows read', () => {
  const HEADLINES = {
    'the first page of accounts': '{ accounts(first: 10) { nodes { accountId customer { name } } } }',
    'the last page of accounts by name': '{ accounts(last: 10, orderBy: NAME_ASC) { nodes { accountId customer { name } } } }',
    "a customer's accounts": '{ customer(customerId: "acme") { accounts(first: 10, orderBy: NAME_DESC) { nodes { accountId } } } }',
    'an account by its id': '{ account(by: { accountId: "acme" }) { name customer { name } aliases { nodes { value } } } }',
    ...Object.fromEntries(BY_ID),
    'an account by an alias': '{ account(by: { alias: "main" }) { name customer { name } } }',
    'what can be done with an account': '{ account(by: { accountId: "acme" }) { availableActions { action allowed } } }',
  };

  it('stay the same when the organization next door, and then this one, has a hundred times as many accounts', async () => {
    const here = await Organization.begin();
    await here.customer('acme');
    await mutate(here, 'addAccountAliases', { accountId: 'acme', aliases: [{ value: 'main' }] });
    const next = await Organization.begin();
    await next.customer('acme');

    await fill(here, 20);
    await fill(next, 20);
    const few = await rowsRead(here);
    await fill(next, 2_000);
    expect(await rowsRead(here)).toEqual(few);
    await fill(here, 2_000);
    expect(await rowsRead(here)).toEqual(few);
  });

  async function rowsRead(organization: Organization) {
    const entries = Object.entries(HEADLINES).map(async ([name, query]) => {
      const { errors, extensions } = await organization.ask(query);
      expect(errors).toBeUndefined();
      expect([name, extensions.cost.d1Calls]).toEqual([name, 1]);
      return [name, extensions.cost.rowsRead] as const;
    });
    return Object.fromEntries(await Promise.all(entries));
  }
});

let filled = 0;

/** Gives the organization so many more accounts of its customer `acme`, later than those it has, each with an alias. */
async function fill({ orgId }: Organization, count: number): Promise<void> {
  const numbers = `with recursive n(i) as (select ${filled + 1} union all select i + 1 from n where i < ${filled + count})`;
  filled += count;
  const id = "printf('acc.zz%09d.00000', i)";
  await DB.batch([
    DB.prepare(
      `insert into accounts (id, org_id, customer_id, account_id, name, name_folded, invoice_currency, status, settings, metadata, tags, revision,
        timeline_revision, created_at, updated_at)
      ${numbers} select ${id}, ?1, c.id, 'filled-' || i, printf('b%05d', i), printf('b%05d', i), 'USD', 'ACTIVE', '[]', '{}', '[]', 1, 0, 0, 0
      from n, (select id from customers where org_id = ?1) c`,
    ).bind(orgId),
    DB.prepare(
      `insert into account_aliases (id, org_id, account_id, value, effective_from, effective_until, created_at)
      ${numbers} select 'alias.' || i, ?1, ${id}, 'filled-' || i, 0, 253370764800000, 0 from n`,
    ).bind(orgId),
  ]);
}
