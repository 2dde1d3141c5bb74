import { buildClientSchema, type GraphQLSchema, getIntrospectionQuery, type IntrospectionQuery, isInputObjectType } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { addBusy, grow } from '../support/growth.ts';
import type { Organization } from '../support/organization.ts';
import { IS_WHOLE } from '../support/runs.ts';
import { copyOf, openWorld, type World } from '../support/world.ts';

const DOCUMENTS = import.meta.glob('../../schema/documents/*.graphql', { query: '?raw', import: 'default', eager: true });

/** How many of everything there is, before and after it has grown. */
const [FEW, MANY] = [40, IS_WHOLE ? 400 : 160];

/**
 * Arguments of each list, by the condition that they show. `plan` stands for the id of a plan that every account has, and
 * `pro` and `pack` for plans that few have. Each reads as much
 * however much there is.
 */
const CONDITIONS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'schedules: SchedulesWhere': {
    '': ['', 'orderBy: END_DATE_DESC', 'orderBy: START_DATE_ASC', 'orderBy: START_DATE_DESC'],
    // Of a plan whose versions do not grow in number, because a page reads one schedule of each.
    pricePlanId: ['where: { pricePlanId: { eq: "pro" } }', 'where: { pricePlanId: { eq: "pro" } }, orderBy: END_DATE_DESC'],
    version: ['where: { pricePlanId: { eq: "plan" }, version: { eq: 1 } }', 'where: { pricePlanId: { eq: "plan" }, version: { eq: 3 } }'],
    endsBefore: ['where: { endsBefore: "2020-01-01" }', 'where: { endsBefore: "2020-01-01" }, orderBy: END_DATE_DESC'],
    startsAfter: ['where: { startsAfter: "0999-01-01" }', 'where: { startsAfter: "0999-01-01" }, orderBy: START_DATE_DESC'],
    inForceOn: [
      'where: { inForceOn: "2026-06-01" }',
      'where: { pricePlanId: { eq: "plan" }, version: { eq: 1 }, inForceOn: "2026-06-01" }',
    ],
    isOverridden: ['where: { isOverridden: false }', 'where: { isOverridden: true }'],
  },
  ...Object.fromEntries(
    ['accounts', 'customers', 'pricePlans'].map((list) => [
      list,
      {
        updatedAt: ['ASC', 'DESC'].flatMap((order) =>
          ['{ lt: "2999-01-01T00:00:00Z" }', '{ gte: "2000-01-01T00:00:00Z" }', '{ gte: "2999-01-01T00:00:00Z" }'].map(
            (span) => `where: { updatedAt: ${span} }, orderBy: UPDATED_AT_${order}`,
          ),
        ),
        ...(list === 'customers' && {
          hasAccounts: ['ASC', 'DESC'].map((direction) => `where: { hasAccounts: false }, orderBy: CREATED_AT_${direction}`),
        }),
        ...(list === 'accounts' && {
          timelineEndDate: ['{ gte: "2026-01-01" }', '{ lt: "2027-01-01" }', '{ gte: "2027-01-01", lt: "2028-01-01" }'].flatMap((span) =>
            ['ASC', 'DESC'].map((direction) => `where: { timelineEndDate: ${span} }, orderBy: TIMELINE_END_${direction}`),
          ),
          metadata: ['{ key: "region" }', '{ key: "region", value: "emea" }', '{ key: "region", value: "none" }'].flatMap((entry) =>
            ['ASC', 'DESC'].map((direction) => `where: { metadata: ${entry} }, orderBy: CREATED_AT_${direction}`),
          ),
          pricePlan: ['{ pricePlanId: "plan", version: 1 }', '{ pricePlanId: "plan", version: 3 }', '{ pricePlanId: "pro" }'].flatMap(
            (plan) => ['ASC', 'DESC'].map((direction) => `where: { pricePlan: ${plan} }, orderBy: CREATED_AT_${direction}`),
          ),
        }),
        ...(list !== 'customers' && { hasDraft: ['where: { hasDraft: true }', 'where: { hasDraft: true }, orderBy: CREATED_AT_DESC'] }),
      },
    ]),
  ),
  'purchases: PurchasesWhere': {
    '': [''],
    accountId: ['where: { accountId: { eq: "busy" } }'],
    createdAt: ['where: { createdAt: { gte: "2000-01-01T00:00:00Z" } }', 'where: { createdAt: { lt: "2999-01-01T00:00:00Z" } }'],
    status: ['where: { status: { eq: SUCCESS } }', 'where: { status: { eq: PENDING } }', 'where: { status: { in: [SUCCESS, FAILURE] } }'],
    type: ['where: { type: { eq: WALLET_TOPUP } }', 'where: { type: { eq: ENTITLEMENT_GRANT } }'],
    pricePlanId: ['where: { pricePlanId: { eq: "pack" } }', 'where: { pricePlanId: { in: ["pack", "pro"] } }'],
  },
  'drafts: DraftsWhere': {
    '': ['', 'orderBy: UPDATED_AT_DESC'],
    updatedAt: ['where: { updatedAt: { lt: "2999-01-01T00:00:00Z" } }', 'where: { updatedAt: { gte: "2000-01-01T00:00:00Z" } }'],
  },
};

let world: World;
let schema: GraphQLSchema;
let few: Organization;
let many: Organization;
let plan: string;

beforeAll(async () => {
  world = await openWorld();
  plan = (await addBusy(world)).pricePlanId;
  schema = buildClientSchema((await world.org.ask<IntrospectionQuery>(getIntrospectionQuery({ oneOf: true }))).data);
  few = await copyOf(world.org);
  await grow(few, 1, FEW);
  many = await copyOf(few);
  await grow(many, FEW + 1, MANY);
  // A neighbour: the last row of an organization is never the last of its table, which would be read as one less.
  await copyOf(world.org, Date.parse('2099-01-01'));
});

interface Page {
  readonly list: { readonly nodes: readonly object[]; readonly pageInfo: { readonly endCursor: string; readonly startCursor: string } };
}

/** What pages at the front, at the back and behind a cursor cost. */
async function costs(org: Organization, list: string, given: string) {
  const page = async (place: string) => {
    const { data, errors, extensions } = await org.ask<Page>(
      `{ list: ${list}(${place}, ${given.replaceAll('"plan"', JSON.stringify(plan)).replaceAll('"pro"', JSON.stringify(world.ids.pro)).replaceAll('"pack"', JSON.stringify(world.ids.pack))}) { pageInfo { startCursor endCursor } nodes { id } } }`,
    );
    expect(errors, given).toBeUndefined();
    const { d1Calls, rowsRead } = extensions.cost;
    return { ...data.list.pageInfo, nodes: data.list.nodes.length, d1Calls, rowsRead };
  };
  const [first, last] = [await page('first: 3'), await page('last: 3')];
  const behind = last.startCursor === null ? first : await page(`last: 3, before: "${last.startCursor}"`);
  return [first, last, behind].map(({ nodes, d1Calls, rowsRead }) => ({ nodes, d1Calls, rowsRead }));
}

describe('a page of a list reads as much however much there is:', () => {
  it.each(Object.keys(CONDITIONS))('%s, by each condition alone', async (title) => {
    const [list = '', type = ''] = title.split(': ');
    const where = schema.getType(type);
    if (isInputObjectType(where)) {
      const names = Object.keys(where.getFields()).filter((name) => name !== 'and' && name !== 'or');
      expect(Object.keys(CONDITIONS[title] ?? {}).toSorted()).toEqual(['', ...names].toSorted());
    }
    for (const given of Object.values(CONDITIONS[title] ?? {}).flat()) {
      const [atFew, atMany] = [await costs(few, list, given), await costs(many, list, given)];
      expect([given, atMany]).toEqual([given, atFew]);
      expect(Math.max(...atFew.map(({ rowsRead }) => rowsRead)), given).toBeLessThanOrEqual(40);
      expect(new Set(atFew.map(({ d1Calls }) => d1Calls)), given).toEqual(new Set([1]));
    }
  });
});

describe('A condition on the last change', () => {
  const REFUSED = [
    ['accounts(where: { updatedAt: { lt: "2026-01-01T00:00:00Z" } })', 'where.updatedAt'],
    ['accounts(orderBy: NAME_ASC, where: { or: [{ updatedAt: { lt: "2026-01-01T00:00:00Z" } }] })', 'where.or.0.updatedAt'],
    ['customers(where: { and: [{ updatedAt: { gte: "2026-01-01T00:00:00Z" } }] })', 'where.and.0.updatedAt'],
    ['pricePlans(orderBy: CREATED_AT_DESC, where: { updatedAt: { gte: "2026-01-01T00:00:00Z" } })', 'where.updatedAt'],
  ] as const;

  it.each(REFUSED)('is refused in another order: %s', async (list, path) => {
    const { errors, extensions } = await few.ask(`{ ${list} { nodes { id } } }`);
    expect(errors).toMatchObject([
      { message: expect.stringContaining(`\`${path}\` requires`), extensions: { code: 'BAD_USER_INPUT', argument: 'where' } },
    ]);
    expect(extensions?.cost?.d1Calls ?? 0).toBe(0);
  });

  it('finds what changed in a span of time, in the order of the changes', async () => {
    const changed = await copyOf(world.org);
    const span = { from: changed.now, until: new Date(Date.parse(changed.now) + 1_000).toISOString() };
    for (const accountId of ['spare', 'contracted']) {
      await changed.done('updateAccount', 'account { id }', { accountId, name: `New ${accountId}` }, 'account');
    }
    const found = async (orderBy: string) =>
      (
        await changed.ask<{ accounts: { nodes: { accountId: string }[] } }>(
          `query ($from: DateTime!, $until: DateTime!) { accounts(where: { updatedAt: { gte: $from, lt: $until } }, orderBy: ${orderBy}) { nodes { accountId } } }`,
          span,
        )
      ).data.accounts.nodes.map(({ accountId }) => accountId);
    expect(await found('UPDATED_AT_ASC')).toEqual(['spare', 'contracted']);
    expect(await found('UPDATED_AT_DESC')).toEqual(['contracted', 'spare']);
  });
});

describe('A shipped document of a dashboard', () => {
  const documentOf = (name: string): string => String(DOCUMENTS[`../../schema/documents/${name}.graphql`]);

  it.each([
    ['contracts-that-end', 'accounts', { from: '2026-11-21', before: '9999-01-01' }],
    ['accounts-on-version', 'schedules', { pricePlanId: '', version: 1, day: '2026-11-21' }],
    ['old-drafts', 'drafts', { before: '2999-01-01T00:00:00Z' }],
  ])('reads as much however much there is, in one call: %s', async (name, list, given) => {
    const variables = { ...given, ...('pricePlanId' in given && { pricePlanId: plan }), first: 3, after: null };
    const ask = (org: Organization) => org.ask<Record<string, { edges: object[] }>>(documentOf(name), variables);
    const [atFew, atMany] = [await ask(few), await ask(many)];
    expect(atFew.errors).toBeUndefined();
    expect(atFew.data[list]?.edges).toHaveLength(3);
    expect(atFew.extensions.cost.d1Calls).toBe(1);
    expect(atMany.extensions.cost.rowsRead).toBe(atFew.extensions.cost.rowsRead);
  });
});
