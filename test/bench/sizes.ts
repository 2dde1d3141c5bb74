import { cp } from 'node:fs/promises';
import { withDatabase } from '../../scripts/local-d1.ts';
import { growDatabase } from '../../scripts/local-database.ts';
import type { Arena } from './arena.ts';
import { product } from './contestants.ts';
import { countAtMost, type Finding, printTable } from './finding.ts';
import { ACCOUNT, type Document } from './questions.ts';
import { Runner } from './runner.ts';
import { Workerd } from './workerd.ts';

const ORDERS = ['CREATED_AT_ASC', 'CREATED_AT_DESC', 'NAME_ASC', 'NAME_DESC'];

/** What each question reads of a database with so many accounts, and of the same when it has grown. */
export async function sizes(arena: Arena, accounts: number): Promise<Finding[]> {
  const few = await costs(arena, `${arena.home}/few`, null);
  const many = await costs(arena, `${arena.home}/many`, accounts);
  const rows = few.map((cost, i) => [cost.title, shownCost(cost), shownCost(many[i])] as const);
  const moved = rows.filter(([, before, after]) => before !== after).length;
  console.log('D1 calls and rows read, by the number of accounts');
  printTable([['', '2,000', accounts.toLocaleString('en')], ...rows]);
  return [
    countAtMost(`of ${rows.length} questions, those that cost more at ${accounts.toLocaleString('en')} accounts than at 2,000`, moved, 0),
    countAtMost('the most D1 calls of any of them', Math.max(...many.map(({ d1Calls }) => d1Calls)), 1),
  ];
}

interface Cost {
  readonly title: string;
  readonly d1Calls: number;
  readonly rowsRead: number;
}

const shownCost = (cost: Cost | undefined): string => (cost ? `${cost.d1Calls}, ${cost.rowsRead}` : '');

async function costs({ state, home, caller }: Arena, own: string, accounts: number | null): Promise<Cost[]> {
  await cp(state, own, { recursive: true });
  if (accounts !== null) await growDatabase(own, accounts);
  const middles = await withDatabase(own, async (d1) => ({
    id: await middleCustomer(d1, caller.orgId, 'id'),
    name: await middleCustomer(d1, caller.orgId, 'name'),
  }));
  const workerd = await Workerd.start(`${home}/worker/worker.js`, { state: own });
  try {
    const runner = new Runner(product, workerd, caller);
    const found: Cost[] = [];
    for (const document of await documents(runner, middles)) {
      const { d1Calls, rowsRead } = await runner.watched(document);
      found.push({ title: document.title, d1Calls, rowsRead });
    }
    return found;
  } finally {
    await workerd.stop();
  }
}

/** The caller's id of a customer that half of the others come before. */
async function middleCustomer(d1: D1Database, orgId: string, by: 'id' | 'name'): Promise<string> {
  const id = await d1
    .prepare(
      `select customer_id from customers where org_id = ?1 order by ${by} limit 1 offset (select count(*) / 2 from customers where org_id = ?1)`,
    )
    .bind(orgId)
    .first<string>('customer_id');
  if (id === null) throw new Error('there are no customers');
  return id;
}

async function documents(runner: Runner<Document>, middles: { readonly id: string; readonly name: string }): Promise<Document[]> {
  const pages = ORDERS.map(async (orderBy) => {
    const after = await cursorAt(runner, orderBy.startsWith('NAME') ? middles.name : middles.id, orderBy);
    return [
      page(`accounts, ${orderBy}: first page`, `first: 50, orderBy: ${orderBy}`),
      page(`accounts, ${orderBy}: from the middle`, `first: 50, after: "${after}", orderBy: ${orderBy}`),
      page(`accounts, ${orderBy}: last page`, `last: 50, orderBy: ${orderBy}`),
      simple(`customers, ${orderBy}: first page`, `customers(first: 50, orderBy: ${orderBy}) { nodes { name } }`),
    ];
  });
  return [
    ...(await Promise.all(pages)).flat(),
    simple('an account by its id', `account(by: { accountId: "subscriber-7" }) { ${ACCOUNT} }`),
    simple('an account by an alias', `account(by: { alias: "subscriber-7.example" }) { ${ACCOUNT} }`),
    simple("a customer's accounts", `customer(customerId: "subscriber-7") { accounts(first: 50) { nodes { ${ACCOUNT} } } }`),
  ];
}

const simple = (title: string, selection: string): Document => ({ title, query: `{ ${selection} }`, variables: {} });

const page = (title: string, args: string): Document =>
  simple(title, `accounts(${args}) { pageInfo { endCursor hasNextPage } nodes { ${ACCOUNT} } }`);

/** The cursor of a customer's first account: a cursor belongs to a list in its order, whatever the list is filtered by. */
async function cursorAt(runner: Runner<Document>, customerId: string, orderBy: string): Promise<string> {
  const list = `accounts(first: 1, where: { customerId: { eq: "${customerId}" } }, orderBy: ${orderBy}) { pageInfo { endCursor } }`;
  const { data } = await runner.answer(simple('a cursor', list));
  return (data as { accounts: { pageInfo: { endCursor: string } } }).accounts.pageInfo.endCursor;
}
