import { beforeAll, describe, expect, it } from 'vitest';
import type { Organization } from '../support/organization.ts';
import { openWorld, type World } from '../support/world.ts';

type Item = Readonly<Record<string, unknown>>;

interface Page {
  readonly totalCount: number;
  readonly nodes: readonly Item[];
  readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
}

let org: Organization;
let ids: World['ids'];

beforeAll(async () => {
  ({ org, ids } = await openWorld());
  const topup = { accountId: 'spare', type: 'WALLET_TOPUP', walletTopupDetails: { topupAmount: '5' } };
  const buy = (input: object) => org.done<{ purchaseId: string }>('initiatePurchase', 'purchase { purchaseId }', input, 'purchase');
  const { purchaseId } = await buy(topup);
  await org.done('completePurchase', 'purchase { id }', { purchaseId }, 'purchase');
  await org.done('failPurchase', 'purchase { id }', { purchaseId: (await buy(topup)).purchaseId }, 'purchase');
});

async function page(list: string, fields: string, given: string): Promise<Page> {
  const { data, errors } = await org.ask<{ page: Page }>(
    `{ page: ${list}(${given}) { totalCount pageInfo { endCursor hasNextPage } nodes { ${fields} } } }`,
  );
  expect(errors, given).toBeUndefined();
  return data.page;
}

/** Expects of each order and direction what filtering the whole list gives, page by page, with its number. */
async function expectMatching(list: string, fields: string, where: string, matches: (item: Item) => boolean, orders: readonly string[]) {
  for (const order of orders) {
    const expected = (await page(list, fields, `first: 100${order}`)).nodes.filter(matches);
    const found: Item[] = [];
    for (let [after, more] = ['null', true]; more; ) {
      const { nodes, totalCount, pageInfo } = await page(list, fields, `where: ${where}, first: 2, after: ${after}${order}`);
      expect([where, totalCount]).toEqual([where, expected.length]);
      found.push(...nodes);
      [after, more] = [JSON.stringify(pageInfo.endCursor), pageInfo.hasNextPage];
    }
    expect([where, order, found]).toEqual([where, order, expected]);
  }
}

const ORDERS = ['CREATED_AT_ASC', 'CREATED_AT_DESC', 'NAME_ASC', 'NAME_DESC', 'UPDATED_AT_ASC', 'UPDATED_AT_DESC'].map(
  (order) => `, orderBy: ${order}`,
);

describe('A condition returns what going through the whole list would, in every order:', () => {
  it.each([true, false])('price plans with a draft: %s', async (hasDraft) => {
    const matches = ({ draft }: Item) => (draft !== null) === hasDraft;
    await expectMatching('pricePlans', 'name draft { version }', `{ hasDraft: ${hasDraft} }`, matches, ORDERS);
  });

  it.each([true, false])('customers with accounts that are not archived: %s', async (hasAccounts) => {
    const matches = ({ customerId }: Item) => (customerId !== 'leaving') === hasAccounts;
    await expectMatching('customers', 'customerId', `{ hasAccounts: ${hasAccounts} }`, matches, ORDERS);
  });

  it('purchases by status, by what is bought and by plan, alone, in several values and together', async () => {
    const isPack = ({ pricePlan }: Item) => Object(pricePlan).pricePlanId === ids.pack;
    const cases: readonly (readonly [string, (item: Item) => boolean])[] = [
      ['{ status: { eq: SUCCESS } }', ({ status }) => status === 'SUCCESS'],
      ['{ status: { in: [PENDING, FAILURE] } }', ({ status }) => status === 'PENDING' || status === 'FAILURE'],
      ['{ type: { eq: WALLET_TOPUP } }', ({ type }) => type === 'WALLET_TOPUP'],
      [`{ pricePlanId: { eq: "${ids.pack}" } }`, isPack],
      [`{ pricePlanId: { in: ["${ids.pack}", "pp.none"] } }`, isPack],
      ['{ pricePlanId: { eq: "pp.none" } }', () => false],
      [
        '{ type: { eq: WALLET_TOPUP }, status: { in: [SUCCESS, FAILURE] } }',
        ({ type, status }) => type === 'WALLET_TOPUP' && status !== 'PENDING',
      ],
      [
        `{ or: [{ status: { eq: SUCCESS } }, { pricePlanId: { eq: "${ids.pack}" } }] }`,
        (item) => item.status === 'SUCCESS' || isPack(item),
      ],
    ];
    for (const [where, matches] of cases) {
      await expectMatching('purchases', 'purchaseId status type pricePlan { pricePlanId }', where, matches, ['']);
    }
  });
});
