import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { mutate } from '../support/catalogue.ts';
import { copyRow } from '../support/copies.ts';
import { DB } from '../support/database.ts';
import { delegateFor } from '../support/delegate.ts';
import { documentOf, SCENARIOS } from '../support/mutations.ts';
import { Organization, send } from '../support/organization.ts';
import { runs } from '../support/runs.ts';
import { openShop, type Shop } from '../support/shop.ts';
import { copyOf, openWorld, type World } from '../support/world.ts';

interface Feed {
  readonly nodes: readonly { readonly eventId: string; readonly kinds: readonly string[] }[];
  readonly pageInfo: { readonly endCursor: string; readonly startCursor: string | null; readonly hasNextPage: boolean };
}

const FEED = `query ($first: Int, $last: Int, $after: String, $before: String, $where: EventsWhere) {
  events(first: $first, last: $last, after: $after, before: $before, where: $where) {
    nodes { eventId kinds } pageInfo { endCursor startCursor hasNextPage hasPreviousPage } } }`;

/** A page of the feed, with what it cost. */
async function page(org: Organization, variables: object = {}) {
  const { data, errors, extensions } = await org.ask<{ events: Feed }>(FEED, { ...variables });
  if (errors) throw new Error(JSON.stringify(errors));
  return { ...data.events, ...extensions.cost, kinds: data.events.nodes.map(({ kinds }) => kinds.join(' ')) };
}

/** Every event from a cursor on, as a subscriber follows them. */
async function follow(org: Organization, variables: { first?: number; after?: string; where?: object } = {}) {
  const ids: string[] = [];
  let after = variables.after ?? null;
  for (let more = true; more; ) {
    const next = await page(org, { ...variables, after });
    ids.push(...next.nodes.map(({ eventId }) => eventId));
    ({ hasNextPage: more, endCursor: after } = next.pageInfo);
  }
  return { ids, after };
}

/** The ids of all entries of the audit log, in the order in which they were written. */
async function written({ orgId }: Organization): Promise<readonly string[]> {
  const { results } = await DB.prepare('select id from audit_entries where org_id = ? order by rowid').bind(orgId).all<{ id: string }>();
  return results.map(({ id }) => id);
}

const FOR_EVER = { effectiveFrom: '2026-01-01', effectiveUntil: '9999-01-01' };
const TOP_UP = { accountId: 'acme', type: 'WALLET_TOPUP', walletTopupDetails: { topupAmount: '5' } };

let shop: Shop;
/** The feed where the story below begins. */
let start: string;
beforeAll(async () => {
  shop = await openShop();
  const { org, pro } = shop;
  start = (await page(org, { last: 1 })).pageInfo.endCursor;
  await mutate(org, 'updatePricingSchedule', { accountId: 'acme', pricePlanId: pro, ...FOR_EVER });
  const pause = { mode: 'DISASSOCIATE', effectiveFrom: '2027-01-01', effectiveUntil: '2027-03-01' };
  await mutate(org, 'updatePricingScheduleBatch', { accountId: 'acme', edits: [pause] });
  await org.account('second', 'acme');
  const { proposalId } = await org.done<{ proposalId: string }>(
    'createProposal',
    'proposal { proposalId }',
    { ...TOP_UP, paymentMode: 'POSTPAID' },
    'proposal',
  );
  await mutate(org, 'updateProposalStatus', { proposalId, status: 'APPROVE' });
  await mutate(org, 'createApiToken', { name: 'ci', scopes: ['PLANS_READ'] });
});

const STORY = [
  'TIMELINE_CHANGED SCHEDULE_ADDED',
  'TIMELINE_CHANGED SCHEDULE_ADDED SCHEDULE_PERIOD_CHANGED GAP_OPENED',
  'ACCOUNT_CREATED',
  'PROPOSAL_CREATED',
  'PROPOSAL_APPROVED',
  'ACCESS_CHANGED',
];

/** The organization with a token of these scopes, and the feed to read with it. */
const holding = async ({ org }: Shop, scopes: readonly string[]) =>
  org.with(await org.done<string>('createApiToken', 'secret', { name: 'narrow', scopes: ['EVENTS_READ', ...scopes] }, 'secret'));

describe('the feed', () => {
  it('says what each change did, oldest first, in one call', async () => {
    const { kinds, d1Calls } = await page(shop.org, { after: start, first: 6 });
    expect(kinds).toEqual(STORY);
    expect(d1Calls).toBe(1);
  });

  it('gives the facts of an event in the selection of the caller, in the same call', async () => {
    const document = `query ($after: String) { events(first: 5, after: $after) { nodes {
      occurredAt account { accountId } proposal { status } purchase { status } job { status } pricePlan { name }
      entry { operation } timelineRevision { revision changes { __typename } } } } }`;
    const { data, errors, extensions } = await shop.org.ask<{ events: { nodes: object[] } }>(document, { after: start });
    expect(errors).toBeUndefined();
    const nothing = { purchase: null, job: null, pricePlan: null };
    expect(data.events.nodes).toMatchObject([
      {
        ...nothing,
        account: { accountId: 'acme' },
        entry: { operation: 'updatePricingSchedule' },
        timelineRevision: { revision: 1, changes: [{ __typename: 'ScheduleAdded' }] },
      },
      { timelineRevision: { revision: 2, changes: [{ __typename: 'SchedulePeriodChanged' }, { __typename: 'ScheduleAdded' }] } },
      { account: { accountId: 'second' }, timelineRevision: null, proposal: null },
      { account: { accountId: 'acme' }, proposal: { status: 'PROPOSAL_APPROVED' } },
      { proposal: { status: 'PROPOSAL_APPROVED' } },
    ]);
    expect(extensions.cost.d1Calls).toBe(1);
  });

  it('reads at most one row if nothing is new, and gives the same cursor again', async () => {
    const { after } = await follow(shop.org);
    const poll = await page(shop.org, { after });
    expect(poll).toMatchObject({ nodes: [], d1Calls: 1, pageInfo: { endCursor: after, hasNextPage: false } });
    expect(poll.rowsRead).toBeLessThanOrEqual(1);
  });

  it('is paged without a gap in both directions, by pages of any size', async () => {
    const all = await written(shop.org);
    for (const first of [1, 4, 100]) expect((await follow(shop.org, { first })).ids).toEqual(all);
    const backwards: string[] = [];
    let before: string | null = null;
    do {
      const { nodes, pageInfo } = await page(shop.org, { last: 7, before });
      backwards.unshift(...nodes.map(({ eventId }) => eventId));
      before = pageInfo.startCursor;
    } while (before !== null);
    expect(backwards).toEqual(all);
  });

  it('begins with a cursor even if the organization has no event', async () => {
    const org = await Organization.begin();
    const { pageInfo } = await page(org);
    await org.customer('acme');
    expect((await page(org, { after: pageInfo.endCursor })).kinds).toEqual(['CUSTOMER_CREATED ACCOUNT_CREATED']);
  });

  it.each<[string, object, string[]]>([
    ['kinds', { kinds: ['GAP_OPENED', 'PROPOSAL_CREATED'] }, [STORY[1] ?? '', 'PROPOSAL_CREATED']],
    ['an account', { accountId: 'second' }, ['ACCOUNT_CREATED']],
    ['kinds of an account', { kinds: ['TIMELINE_CHANGED'], accountId: 'second' }, []],
    ['an account that does not exist', { accountId: 'nobody' }, []],
    ['several kinds of one event once', { kinds: ['TIMELINE_CHANGED', 'SCHEDULE_ADDED'] }, STORY.slice(0, 2)],
  ])('is narrowed by %s', async (_title, where, kinds) => {
    expect(await page(shop.org, { where, after: start })).toMatchObject({ kinds, d1Calls: 1 });
  });

  it.each<[string, object]>([
    ['of a kind that does not exist', { where: { kinds: ['NOTHING'] } }],
    ['with conditions of no value', { where: { kinds: [] } }],
    ['of more events than a page holds', { first: 101 }],
    ['after a text that is not a cursor', { after: 'x' }],
    ['after a cursor of another list', { after: '' }],
  ])('is refused %s, before anything is read', async (_title, variables) => {
    const { data: other } = await shop.org.ask<{ auditLog: { pageInfo: { endCursor: string } } }>(
      '{ auditLog(first: 1) { pageInfo { endCursor } } }',
    );
    const sent = 'after' in variables && variables.after === '' ? { after: other.auditLog.pageInfo.endCursor } : variables;
    const { errors, extensions } = await shop.org.ask(FEED, { ...sent });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(extensions?.cost?.d1Calls ?? 0).toBe(0);
  });

  it('of one account has every event about it, also those of its customer and of migrations', async () => {
    const document = '{ account(by: { accountId: "acme" }) { events { totalCount nodes { kinds } } } }';
    const { data, extensions } = await shop.org.ask<{ account: { events: { totalCount: number; nodes: { kinds: string[] }[] } } }>(
      document,
    );
    expect(data.account.events.nodes.map(({ kinds }) => kinds.join(' '))).toEqual([
      'CUSTOMER_CREATED ACCOUNT_CREATED',
      ...STORY.slice(0, 2),
      ...STORY.slice(3, 5),
    ]);
    expect(data.account.events.totalCount).toBe(5);
    expect(extensions.cost.d1Calls).toBe(1);
  });
});

describe('a token', () => {
  it('sees the kinds that its scopes cover, and no event without such a kind', async () => {
    const schedules = await holding(shop, ['SCHEDULES_READ']);
    expect((await page(schedules, { after: start })).kinds).toEqual(STORY.slice(0, 2));
    const proposals = await holding(shop, ['PROPOSALS_READ', 'CUSTOMERS_READ']);
    expect((await page(proposals)).kinds).toEqual(['CUSTOMER_CREATED', 'PROPOSAL_CREATED', 'PROPOSAL_APPROVED']);
    expect((await page(proposals, { where: { kinds: ['TIMELINE_CHANGED'] } })).kinds).toEqual([]);
  });

  it('that lacks any one scope counts the events of an account wherever an account is, also far beneath other objects', async () => {
    const count = 'account { events(first: 2) { totalCount nodes { kinds } } }';
    const proposals = `proposals(first: 1) { nodes { ${count} supersededBy { ${count} revisions(first: 1) { nodes { ${count} } } } } }`;
    const deep =
      'customer { accounts(first: 1) { nodes { customer { accounts(first: 1) { nodes { events(first: 2) { totalCount } } } } } } }';
    const document = `{ deep: customers(first: 1) { nodes { accounts(first: 1) { nodes { ${deep} } } } } customers(first: 1) { nodes { accounts(first: 1) { nodes { events(first: 2) { totalCount } ${proposals} } } } } ${proposals} }`;
    const { __type } = (
      await shop.org.ask<{ __type: { enumValues: { name: string }[] } }>('{ __type(name: "Scope") { enumValues { name } } }')
    ).data;
    const scopes = __type.enumValues.map(({ name }) => name);
    const answers = [];
    for (const lacking of scopes) {
      const org = await holding(
        shop,
        scopes.filter((scope) => scope !== lacking),
      );
      const { errors = [] } = await org.ask(document);
      answers.push([lacking, errors.filter(({ extensions }) => extensions.code !== 'FORBIDDEN')]);
    }
    expect(answers).toEqual(scopes.map((scope) => [scope, []]));
  });

  it('finds no event by its id that it would not see in the feed', async () => {
    const { data } = await shop.org.ask<{ events: { nodes: { id: string }[] } }>(
      'query ($after: String) { events(first: 1, after: $after) { nodes { id } } }',
      { after: start },
    );
    const [{ id } = { id: '' }] = data.events.nodes;
    const found = async (org: Organization) =>
      (await org.ask<{ node: object | null }>('query ($id: ID!) { node(id: $id) { ... on Event { kinds } } }', { id })).data.node;
    expect(await found(await holding(shop, ['PLANS_READ']))).toBeNull();
    expect(await found(await holding(shop, ['SCHEDULES_READ']))).toEqual({ kinds: ['TIMELINE_CHANGED', 'SCHEDULE_ADDED'] });
  });

  it('without `EVENTS_READ` is refused, and so is a delegate', async () => {
    const auditor = shop.org.with(
      await shop.org.done<string>('createApiToken', 'secret', { name: 'audit', scopes: ['AUDIT_READ', 'ACCOUNTS_READ'] }, 'secret'),
    );
    const delegate = await delegateFor(shop.org, ['acme']);
    for (const query of [FEED, '{ account(by: { accountId: "acme" }) { events { nodes { eventId } } } }']) {
      expect((await auditor.ask(query)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN', scopes: ['EVENTS_READ'] } }]);
      expect((await delegate.ask(query)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
  });

  it('sees nothing of another organization', async () => {
    const other = await Organization.begin();
    expect(await follow(other)).toMatchObject({ ids: [] });
    expect((await page(other, { where: { accountId: 'acme' } })).nodes).toEqual([]);
  });
});

describe('a feed in which few events match', () => {
  it('is read in pages that each examine a bounded number of events, to its end, and polled from there for a few rows', async () => {
    const { org } = await openShop();
    const many = { id: "printf('aud.zz%09d.00000', i)", seq: '1000000 + i', kinds: `'["ACCOUNT_CHANGED"]'` };
    await copyRow(org, 'audit_entries', 'true', 2_500, many);
    await mutate(org, 'createUsageMeter', { name: 'Egress' });
    const where = { kinds: ['BILLABLE_ITEM_CREATED'] };
    const rows: number[] = [];
    let [after, pages, found]: [string | null, number, string[]] = [null, 0, []];
    for (let more = true; more; pages++) {
      const next = await page(org, { where, after, first: 10 });
      found.push(...next.kinds);
      rows.push(next.rowsRead);
      expect(next.d1Calls).toBe(1);
      ({ hasNextPage: more, endCursor: after } = next.pageInfo);
    }
    // Six of the shop, and the last one.
    expect([found.length, pages]).toEqual([7, 3]);
    expect(Math.max(...rows)).toBeLessThan(3_010);
    expect((await page(org, { where, after })).rowsRead).toBeLessThanOrEqual(4);
    // And backwards.
    let before: string | null = null;
    found = [];
    do {
      const next: Feed & { kinds: string[] } = await page(org, { where, before, last: 10 });
      found.push(...next.kinds);
      before = next.pageInfo.startCursor;
    } while (before !== null);
    expect(found).toHaveLength(7);
  });
});

describe('whatever happens', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });

  it('every accepted change is in the feed once, in the order of the commits, with at least one kind', async () => {
    const step = fc.record({
      scenario: fc.constantFrom(...SCENARIOS),
      accepted: fc.boolean(),
      fault: fc.constantFrom(null, null, null, 'drop:2', 'fail:2', 'crash:2', 'crash:2@3', 'race:2'),
    });
    const property = fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 10 }), async (steps) => {
      const org = await copyOf(world.org);
      for (const { scenario, accepted, fault } of steps) {
        const input = (accepted ? scenario.accepted : scenario.refused)(world.ids);
        await send(
          '/graphql',
          { query: documentOf(scenario.mutation), variables: { input } },
          { ...org.headers, ...(fault !== null && { 'x-test-fault': fault }) },
        );
      }
      expect((await follow(org, { first: 3 })).ids).toEqual(await written(org));
      const { results } = await DB.prepare("select operation from audit_entries where org_id = ? and kinds = '[]'").bind(org.orgId).all();
      expect(results).toEqual([]);
    });
    await fc.assert(property, { seed: 20261130, ...runs(10, { everyday: 3 }) });
  });

  it('a subscriber misses nothing while others write, and gets nothing twice', async () => {
    const org = await copyOf(world.org);
    const seen: string[] = [];
    let { after } = await follow(org);
    const before = (await written(org)).length;
    const writes = Array.from({ length: 12 }, (_each, i) => org.customer(`writer-${i}`));
    const all = Promise.all(writes);
    for (let polls = 0; polls < 12; polls++) {
      const next: { ids: string[]; after: string | null } = await follow(org, { first: 2, after: after ?? '' });
      seen.push(...next.ids);
      ({ after } = next);
    }
    await all;
    seen.push(...(await follow(org, { after: after ?? '' })).ids);
    expect(seen).toEqual((await written(org)).slice(before));
    expect(seen).toHaveLength(12);
  });

  it('proposals that expire at once have a place each', async () => {
    const org = await copyOf(world.org);
    const { after } = await follow(org);
    const offer = { ...TOP_UP, accountId: 'contracted', paymentMode: 'PREPAID', expiryDate: '2026-11-22T00:00:00Z' };
    for (let i = 0; i < 3; i++) await mutate(org, 'createProposal', offer);
    await send('/test/scheduled', {}, { 'x-test-now': '2026-11-23T00:00:00Z' });
    await send('/test/scheduled', {}, { 'x-test-now': '2026-11-23T00:00:00Z' });
    expect((await page(org, { after })).kinds).toEqual([...Array(3).fill('PROPOSAL_CREATED'), ...Array(3).fill('PROPOSAL_EXPIRED')]);
  });
});
