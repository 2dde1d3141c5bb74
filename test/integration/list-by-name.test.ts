import { beforeAll, describe, expect, it } from 'vitest';
import { fold } from '../../src/domain/fold.ts';
import { mutate } from '../support/catalogue.ts';
import { DB } from '../support/database.ts';
import { MONTHLY, Organization } from '../support/organization.ts';

/** In the order of their creation. */
const NAMES = ['Zebra', 'Émile', 'apple', 'Echo', 'Apricot', 'écueil', 'APPLE'];
const ORDERED = ['apple', 'APPLE', 'Apricot', 'Echo', 'écueil', 'Émile', 'Zebra'];
const ITEM = { type: 'FIXED_FEE' };
const PLAN = { type: 'BILLING', pricingCycleConfig: MONTHLY, supportedCurrencies: ['USD'] };

/** Every list that is ordered by name, and what makes an entry of it. */
const LISTS: Readonly<Record<string, (org: Organization, name: string, i: number) => Promise<unknown>>> = {
  customers: (org, name, i) =>
    mutate(org, 'createCustomer', {
      customerId: `c${i}`,
      name,
      primaryEmail: 'ap@example.com',
      address: {},
      account: { accountId: `own-${i}`, name: '~~~' },
    }),
  accounts: (org, name, i) => mutate(org, 'createAccount', { customerId: 'acme', accountId: `a${i}`, name }),
  pricePlans: (org, name) => mutate(org, 'createPricePlan', { name, ...PLAN }),
  billableItems: (org, name) => mutate(org, 'createAddOn', { name, ...ITEM }),
};

let org: Organization;
beforeAll(async () => {
  org = await Organization.begin();
  await org.done(
    'createCustomer',
    'customer { id }',
    { customerId: 'acme', name: '~~~', primaryEmail: 'ap@example.com', address: {} },
    'customer',
  );
  for (const make of Object.values(LISTS)) {
    for (const [i, name] of NAMES.entries()) {
      org.now = new Date(Date.parse(org.now) + 1).toISOString();
      await make(org, name, i);
    }
  }
});

interface Page {
  readonly nodes: readonly { readonly name: string }[];
  readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
}

async function namesOf(list: string, args: object): Promise<string[]> {
  const names: string[] = [];
  let after: string | null = null;
  const query = `query ($after: String, $orderBy: ${list === 'accounts' ? 'AccountOrder' : 'ListOrder'}! = NAME_ASC, $search: String) {
    ${list}(first: 3, after: $after, orderBy: $orderBy, search: $search) { nodes { name } pageInfo { endCursor hasNextPage } } }`;
  do {
    const answer: { data: Record<string, Page> } = await org.ask(query, { ...args, after });
    const page: Page | undefined = answer.data[list];
    names.push(...(page?.nodes ?? []).map(({ name }) => name));
    after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return names.filter((name) => name !== '~~~');
}

describe.each(Object.keys(LISTS))('%s', (list) => {
  it('are ordered by name whatever the case and accents, the oldest first where names are equal, from page to page', async () => {
    expect(await namesOf(list, {})).toEqual(ORDERED);
    expect(await namesOf(list, { orderBy: 'NAME_DESC' })).toEqual(ORDERED.toReversed());
  });

  it.each([
    ['ÉCUEIL', ['écueil']],
    ['ecueil', ['écueil']],
    ['Émil', ['Émile']],
    ['APPL', ['apple', 'APPLE']],
    [' ÉCUEIL\u200b ', ['écueil']],
    [' \u3000', ORDERED],
    ['%', []],
  ])('are found by %s', async (search, found) => {
    expect(await namesOf(list, { search })).toEqual(found);
  });
});

it('every list that takes an order by name is among these', async () => {
  const query = '{ __schema { queryType { fields { name args { name type { name ofType { name } } } } } } }';
  interface Field {
    readonly name: string;
    readonly args: readonly { readonly name: string; readonly type: { readonly ofType: { readonly name: string } | null } }[];
  }
  const { data } = await org.ask<{ __schema: { queryType: { fields: readonly Field[] } } }>(query);
  const ordered = data.__schema.queryType.fields.filter(({ args }) =>
    args.some(({ name, type }) => name === 'search' || /^(List|Account)Order$/.test(type.ofType?.name ?? '')),
  );
  expect(ordered.map(({ name }) => name).toSorted()).toEqual(Object.keys(LISTS).toSorted());
});

it('a name that changes is folded anew, as is every column that is kept beside its folded form', async () => {
  const { data } = await org.ask<{ billableItems: { nodes: { addOnId: string }[] } }>(
    '{ billableItems(first: 1, search: "zebra") { nodes { ... on AddOn { addOnId } } } }',
  );
  const addOnId = data.billableItems.nodes[0]?.addOnId;
  await mutate(org, 'updateAddOn', { addOnId, name: 'Über', billableName: 'Ærø' });
  await mutate(org, 'updateCustomer', { customerId: 'c0', name: 'Ångström' });
  await mutate(org, 'updateAccount', { accountId: 'a0', name: 'Çelik' });
  expect(await namesOf('billableItems', { search: 'AERO' })).toEqual(['Über']);
  expect(await namesOf('customers', { search: 'angstrom' })).toEqual(['Ångström']);
  expect(await namesOf('accounts', { search: 'CELIK' })).toEqual(['Çelik']);

  const { results } = await DB.prepare(
    `select m.name as "table", c.name as "column" from sqlite_master m, pragma_table_info(m.name) c where m.type = 'table' and m.sql like '%org_id%' and c.name like '%_folded'`,
  ).all<{ table: string; column: string }>();
  expect(results.length).toBeGreaterThan(6);
  for (const { table, column } of results) {
    const rows = await DB.prepare(`select ${column.replace('_folded', '')} as text, ${column} as folded from ${table} where org_id = ?`)
      .bind(org.orgId)
      .all<{ text: string | null; folded: string | null }>();
    expect(rows.results.map(({ folded }) => folded)).toEqual(rows.results.map(({ text }) => (text === null ? null : fold(text))));
  }
});
