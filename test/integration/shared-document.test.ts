import { beforeAll, describe, expect, it } from 'vitest';
import manifest from '../../schema/documents.json' with { type: 'json' };
import { delegateFor } from '../support/delegate.ts';
import { type Organization, send } from '../support/organization.ts';
import { openWorld } from '../support/world.ts';

const DASHBOARD = Object.values(manifest).find((text) => text.includes('query Dashboard(')) ?? '';
const STAFF_PART = `query ($isStaff: Boolean!) { accounts { nodes { name metadata @include(if: $isStaff) } }
  ... @include(if: $isStaff) { pricePlans { totalCount } } }`;

let org: Organization;
/** Two roles: one sees contracts, and one also prices and proposals. */
let support: Organization;
let sales: Organization;

beforeAll(async () => {
  ({ org } = await openWorld());
  const holding = async (scopes: readonly string[]) =>
    org.with(await org.done<string>('createApiToken', 'secret', { name: 'role', scopes }, 'secret'));
  support = await holding(['ACCOUNTS_READ', 'SCHEDULES_READ']);
  sales = await holding(['ACCOUNTS_READ', 'SCHEDULES_READ', 'PLANS_READ', 'PROPOSALS_READ']);
});

interface Page {
  readonly accounts: { readonly edges: readonly { readonly node: Readonly<Record<string, unknown>> }[] };
}

const [BARE, PRICED] = [false, true].map((withPrices) => ({ first: 20, withPrices }));

async function pageOf(caller: Organization, query: string, variables: object | undefined) {
  const { data, errors, extensions } = await caller.ask<Page>(query, { ...variables });
  expect(errors).toBeUndefined();
  expect(extensions.cost.d1Calls).toBe(1);
  return data.accounts.edges.map(({ node }) => node);
}

describe('a document that two roles share', () => {
  it.each([
    ['less', [BARE, PRICED, BARE]],
    ['more', [PRICED, BARE, PRICED]],
  ])('answers each with what it asks for, whoever came first: with %s', async (title, order) => {
    // An operation of its own has no plan yet.
    const query = DASHBOARD.replace('Dashboard', `Dashboard_${title}`);
    for (const variables of order) {
      const isPriced = variables === PRICED;
      const nodes = await pageOf(isPriced ? sales : support, query, variables);
      const { scheduleAt, ...account } = nodes.find(({ accountId }) => accountId === 'contracted') ?? {};
      expect(scheduleAt).toMatchObject({ startDate: '2026-01-01', ...(isPriced && { pricePlan: { name: 'Pro' } }) });
      const priced = ['pricePlan' in Object(scheduleAt), 'rateCards' in Object(scheduleAt), 'proposals' in account];
      expect(priced).toEqual([isPriced, isPriced, isPriced]);
    }
  });

  it('is refused to the role that lacks scopes for what it leaves in, before anything is read, also after another was answered', async () => {
    for (const variables of [PRICED, BARE, PRICED]) {
      await pageOf(sales, DASHBOARD, variables);
      const { data, errors, extensions } = await support.ask(DASHBOARD, { ...PRICED });
      expect([data, extensions.cost.d1Calls]).toEqual([undefined, 0]);
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN', scopes: ['PLANS_READ', 'PROPOSALS_READ'] } }]);
    }
  });

  it('reads nothing of what it leaves out', async () => {
    const tables = async (variables: object | undefined) => {
      const answer = await send('/graphql', { query: DASHBOARD, variables }, { ...sales.headers, 'x-test-explain': 'yes' });
      const { plans } = await answer.json<{ plans: { sql: string }[] }>();
      return new Set(plans.flatMap(({ sql }) => [...sql.matchAll(/(?:from|join) "(\w+)"/g)].map(([, table]) => table)));
    };
    const [bare, priced] = [await tables(BARE), await tables(PRICED)];
    expect(['rate_cards', 'price_plan_versions', 'purchases'].filter((table) => !priced.has(table))).toEqual([]);
    expect([...bare].toSorted()).toEqual(['accounts', 'schedules']);
  });

  it('can have a part that is closed to delegates', async () => {
    const delegate = await delegateFor(org, ['contracted']);
    for (const isStaff of [false, true, false]) {
      const { data, errors } = await delegate.ask(STAFF_PART, { isStaff });
      expect(errors?.[0]?.extensions.code).toBe(isStaff ? 'FORBIDDEN' : undefined);
      expect(data).toEqual(isStaff ? undefined : { accounts: { nodes: [{ name: 'contracted' }] } });
      expect((await org.ask(STAFF_PART, { isStaff: true })).errors).toBeUndefined();
    }
  });
});
