import { exports } from 'cloudflare:workers';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { buildClientSchema, type GraphQLSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import manifest from '../../schema/documents.json' with { type: 'json' };
import { mutate } from '../support/catalogue.ts';
import { SCENARIOS } from '../support/mutations.ts';
import { Organization, send } from '../support/organization.ts';
import { randomFrom } from '../support/random-requests.ts';
import { everyRow } from '../support/rows.ts';
import { IS_WHOLE, RUNS, share } from '../support/runs.ts';
import { selectionOf } from '../support/schema-walk.ts';
import { openShop, type Shop } from '../support/shop.ts';
import { copyOf, openWorld, type World } from '../support/world.ts';

type Headers = Readonly<Record<string, string>>;

const [PAGE = ''] = Object.entries(manifest).find(([, text]) => text.includes('query AccountPage(')) ?? [];
const ACME = { documentId: PAGE, variables: { accountId: 'acme', day: '2026-11-21' } };

function get(org: Organization, request: object, headers: Headers = {}): Promise<Response> {
  const url = new URL('https://api.example.com/graphql');
  for (const [name, value] of Object.entries(request)) {
    url.searchParams.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
  return exports.default.fetch(url.href, { headers: { authorization: `Bearer ${org.token}`, 'x-test-now': org.now, ...headers } });
}

const tagOf = async (org: Organization, request: object = ACME, headers: Headers = {}) =>
  (await get(org, request, headers)).headers.get('etag');

/** A query as its organization may name it, since it has sent it before. */
async function taught(org: Organization, query: string): Promise<{ documentId: string }> {
  const documentId = `sha256:${bytesToHex(sha256(utf8ToBytes(query)))}`;
  await send('/graphql', { query, documentId }, { authorization: `Bearer ${org.token}`, 'x-test-now': org.now });
  return { documentId };
}

/** An organization with an account `acme`, and the tag of its page. */
async function begin(): Promise<{ org: Organization; tag: string }> {
  const org = await Organization.begin();
  await org.customer('acme');
  return { org, tag: (await tagOf(org)) ?? '' };
}

const later = (org: Organization, ms: number) => {
  org.now = new Date(Date.parse(org.now) + ms).toISOString();
};
const [HOUR, DAY] = [3_600_000, 86_400_000];

describe('an answer to a GET that names its document', () => {
  it('has a tag, and is for the asking browser alone', async () => {
    const { org } = await begin();
    const { status, headers } = await get(org, ACME);
    expect(status).toBe(200);
    expect(headers.get('etag')).toMatch(/^W\/"[0-9a-f]{32}"$/);
    expect(headers.get('cache-control')).toBe('private, no-cache');
    expect(headers.get('vary')).toMatch(/^authorization, accept\b/);
  });

  it('costs one call to D1, the tag included', async () => {
    const { org } = await begin();
    const { extensions } = await (await get(org, ACME)).json<{ extensions: { cost: { d1Calls: number } } }>();
    expect(extensions.cost.d1Calls).toBe(1);
  });

  it('has a tag as well where the document is one that was sent before', async () => {
    const { org } = await begin();
    const document = await taught(org, '{ accounts { nodes { name } } }');
    const tag = await tagOf(org, document);
    expect((await get(org, document, { 'if-none-match': tag ?? '' })).status).toBe(304);
  });

  it.each([
    ['whose text was sent alone', { query: '{ accounts { nodes { name } } }' }],
    ['that is an error', { documentId: PAGE, variables: { accountId: 'acme' } }],
    ['of an unknown document', { documentId: `sha256:${'0'.repeat(64)}` }],
  ])('has none %s, and is kept by nobody', async (_title, request) => {
    const { org } = await begin();
    const { headers } = await get(org, request, { 'if-none-match': '*' });
    expect([headers.get('etag'), headers.get('cache-control')]).toEqual([null, 'no-store']);
  });

  it('has none by POST', async () => {
    const { org, tag } = await begin();
    const headers = { authorization: `Bearer ${org.token}`, 'x-test-now': org.now, 'if-none-match': tag };
    const response = await send('/graphql', ACME, headers);
    expect([response.status, response.headers.get('etag'), response.headers.get('cache-control')]).toEqual([200, null, 'no-store']);
  });

  it.each([
    ['when a token was last used', '{ apiTokens { nodes { lastUsedAt } } }'],
    ['what the next attempt of a webhook waits for', '{ webhooks { nodes { failures } } }'],
    ['when a webhook is tried again', '{ webhooks { nodes { nextAttemptAt } } }'],
    ['what a webhook has delivered', '{ webhooks { nodes { deliveries { totalCount } } } }'],
    ['how a delivery went', 'query ($id: ID = "x") { node(id: $id) { ... on WebhookDelivery { status } } }'],
    ['an account by an alias', '{ account(by: { alias: "main" }) { name } }'],
    ['an account by what may be an alias', 'query ($by: AccountBy = { alias: "main" }) { account(by: $by) { name } }'],
  ])('has none where it says %s, which changes unseen', async (_title, query) => {
    const { org } = await begin();
    const response = await get(org, await taught(org, query));
    expect([response.status, response.headers.get('etag')]).toEqual([200, null]);
  });
});

describe('a GET that brings the tag of the answer it has', () => {
  it('is answered 304 without a body, for a row or two', async () => {
    const { org, tag } = await begin();
    const { status, headers, body } = await get(org, ACME, { 'if-none-match': tag });
    expect([status, body]).toEqual([304, null]);
    expect(headers.get('etag')).toBe(tag);
    expect(headers.get('cache-control')).toBe('private, no-cache');
    expect(headers.get('vary')).toMatch(/^authorization, accept\b/);
    const logged = await get(org, ACME, { 'if-none-match': tag, 'x-test-log': 'yes' });
    const { lines } = await logged.json<{ lines: { d1Calls: number; rowsRead: number }[] }>();
    expect(lines).toMatchObject([{ operation: 'AccountPage', outcome: 'OK', status: 304, d1Calls: 1 }]);
    expect(lines[0]?.rowsRead).toBeLessThanOrEqual(3);
  });

  it('reads what was written last by an index, without sorting', async () => {
    const { org } = await begin();
    const explained = await get(org, ACME, { 'x-test-explain': 'yes' });
    const { plans } = await explained.json<{ plans: { sql: string; plan: string[] }[] }>();
    const { plan = [] } = plans.find(({ sql }) => sql.includes('audit_entries')) ?? {};
    expect(plan.join('\n')).toMatch(/audit_entries_seq \(org_id=\?\)/);
    expect(plan.join('\n')).toMatch(/purchases_open_org \(org_id=\? AND expires_at<\?\)/);
    expect(plan.join('\n')).not.toMatch(/TEMP B-TREE|SCAN (?!CONSTANT ROW)/);
  });

  it.each([
    ['among others', (tag: string) => `W/"a,b", ${tag} , "c"`],
    ['as a strong one', (tag: string) => tag.replace('W/', '')],
    ['as any', () => '*'],
    ['as any, with spaces', () => ' * '],
  ])('may name it %s', async (_title, header) => {
    const { org, tag } = await begin();
    expect((await get(org, ACME, { 'if-none-match': header(tag) })).status).toBe(304);
  });

  it.each([
    ['is another', () => 'W/"00000000000000000000000000000000"'],
    ['is not in quotes', (tag: string) => tag.replaceAll('"', '')],
    ['is a part of another', (tag: string) => tag.replace('W/"', 'W/"0')],
    ['is empty', () => '""'],
    ['is no tag at all', () => '*, x'],
  ])('is answered in full where what it names %s', async (_title, header) => {
    const { org, tag } = await begin();
    const response = await get(org, ACME, { 'if-none-match': header(tag) });
    expect([response.status, response.headers.get('etag')]).toEqual([200, tag]);
  });

  it('learns that it may not ask before it learns that nothing has changed', async () => {
    const { org, tag } = await begin();
    for (const header of [tag, '*']) {
      expect((await get(org, ACME, { 'if-none-match': header, authorization: 'Bearer x' })).status).toBe(401);
      const { secret } = await mutate<{ secret: string }>(org, 'createApiToken', { name: 'ci', scopes: ['PLANS_READ'] }, 'secret');
      const refused = await get(org.with(secret), ACME, { 'if-none-match': header });
      expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
    }
  });
});

describe('a tag is of', () => {
  it.each<[string, (org: Organization) => Promise<Response>]>([
    ['the variables', (org) => get(org, { ...ACME, variables: { accountId: 'acme', day: '2026-11-22' } })],
    ['the document', async (org) => get(org, { ...(await taught(org, 'query AccountPage { __typename }')), variables: ACME.variables })],
    ['the name of the operation', (org) => get(org, { ...ACME, operationName: 'AccountPage' })],
    ['the deployment', (org) => get(org, ACME, { 'x-test-version': 'second' })],
    ['the day', (org) => get(org, ACME, { 'x-test-now': '2026-11-22T00:00:00Z' })],
    [
      'the token',
      async (org) => {
        const { secret } = await mutate<{ secret: string }>(org, 'createApiToken', { name: 'ci', scopes: ['ACCOUNTS_READ'] }, 'secret');
        return get(org.with(secret), await taught(org.with(secret), '{ accounts { nodes { name } } }'));
      },
    ],
  ])('%s', async (_title, other) => {
    const { org, tag } = await begin();
    const found = (await other(org)).headers.get('etag');
    expect(found).toMatch(/^W/);
    expect(found).not.toBe(tag);
  });

  it('the variables, and not of how they are written', async () => {
    const { org, tag } = await begin();
    expect(await tagOf(org, { ...ACME, variables: '{ "day": "2026-11-21",  "accountId": "acme" }' })).toBe(tag);
  });

  it('its organization: what another one does leaves it', async () => {
    const { org, tag } = await begin();
    const other = await begin();
    await mutate(other.org, 'updateAccount', { accountId: 'acme', name: 'Renamed' });
    expect(await tagOf(org)).toBe(tag);
  });

  it('what was written last, not of what was asked for last', async () => {
    const { org } = await begin();
    later(org, HOUR);
    await mutate(org, 'updateAccount', { accountId: 'acme', name: 'Renamed' });
    const before = await tagOf(org);
    // A slow request, or a clock behind: it is accepted last, and its ids are the older ones.
    const slow = org.with(org.token);
    later(slow, -HOUR);
    await mutate(slow, 'updateAccount', { accountId: 'acme', name: 'Again' });
    expect(await tagOf(org)).not.toBe(before);
  });

  it('what is accepted: a refused change leaves it, and so does one that is asked for again by its key', async () => {
    const { org } = await begin();
    const change = { accountId: 'acme', type: 'WALLET_TOPUP', paymentMode: 'PREPAID', idempotencyKey: 'one' };
    const topup = { ...change, walletTopupDetails: { topupAmount: '5', purchaseAmount: '5' } };
    await mutate(org, 'createProposal', topup);
    const tag = await tagOf(org);
    await mutate(org, 'createProposal', topup);
    await mutate(org, 'updateAccount', { accountId: 'nobody', name: 'Renamed' });
    expect(await tagOf(org)).toBe(tag);
  });

  it('each expiry of a proposal, to the millisecond, and whether the sweep has recorded it or not', async () => {
    const { org } = await begin();
    const expiryDate = new Date(Date.parse(org.now) + HOUR).toISOString();
    const topup = { accountId: 'acme', type: 'WALLET_TOPUP', paymentMode: 'PREPAID', expiryDate };
    await mutate(org, 'createProposal', { ...topup, walletTopupDetails: { topupAmount: '5', purchaseAmount: '5' } });
    const open = await tagOf(org);
    later(org, HOUR - 1);
    expect((await get(org, ACME, { 'if-none-match': open ?? '' })).status).toBe(304);
    later(org, 1);
    const expired = await get(org, ACME, { 'if-none-match': open ?? '' });
    expect(await expired.json()).toMatchObject({ data: { account: { proposals: { nodes: [{ status: 'PROPOSAL_EXPIRED' }] } } } });
    await send('/test/scheduled', {}, { 'x-test-now': org.now });
    expect((await get(org, ACME, { 'if-none-match': open ?? '' })).status).toBe(200);
  });
});

describe('every mutation', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });

  it.each(share(SCENARIOS, 6, 1))(
    '$mutation makes another tag where it is accepted, and none where it is refused',
    async ({ mutation, accepted, refused }) => {
      const org = await copyOf(world.org);
      const tag = async () => tagOf(org, { documentId: PAGE, variables: { accountId: 'contracted', day: '2026-11-21' } });
      const before = await tag();
      await mutate(org, mutation, refused(world.ids));
      expect(await tag()).toBe(before);
      expect((await mutate(org, mutation, accepted(world.ids))).userErrors).toEqual([]);
      expect(await tag()).not.toBe(before);
    },
  );
});

describe('whatever is done', () => {
  const STEPS_TAKEN = IS_WHOLE ? 80 * RUNS : 40;
  let shop: Shop;
  let org: Organization;
  let documents: readonly { documentId: string }[];
  beforeAll(async () => {
    shop = await openShop();
    ({ org } = shop);
    const { data } = await org.ask<IntrospectionQuery>(getIntrospectionQuery({ inputValueDeprecation: true }));
    const schema = buildClientSchema(data);
    const account = schema.getType('Account');
    if (!account) throw new Error('no accounts');
    documents = [
      await taught(org, `{ account(by: { accountId: "acme" }) ${selectionOf(schema, account, 1)} }`),
      await taught(org, everyList(schema)),
    ];
  });

  it('one tag is one answer, and every accepted change makes another tag', async () => {
    const random = randomFrom(20_261_127);
    const answerByTag = new Map<string, string>();
    const accepted = new Set<string>();
    const names = Object.keys(STEPS);
    let before = await look(answerByTag);
    for (let step = 0; step < STEPS_TAKEN; step++) {
      const rows = JSON.stringify(await everyRow(org));
      const name = names[Math.floor(random() * names.length)] ?? '';
      await STEPS[name]?.(shop, `${step}`);
      const isChanged = rows !== JSON.stringify(await everyRow(org));
      const after = await look(answerByTag);
      if (isChanged) expect([name, after]).not.toEqual([name, before]);
      else if (!name.startsWith('wait')) expect([name, after]).toEqual([name, before]);
      if (isChanged) accepted.add(name);
      before = after;
    }
    expect(accepted.size).toBeGreaterThan(IS_WHOLE ? 15 : 8);
  });

  /** The tags of all documents, each held against what it stood for before. */
  async function look(answerByTag: Map<string, string>): Promise<string[]> {
    const tags: string[] = [];
    for (const document of documents) {
      const response = await get(org, document);
      const { data, errors } = await response.json<{ data: object; errors?: object }>();
      const tag = response.headers.get('etag');
      if (tag === null) throw new Error(`no tag: ${JSON.stringify(errors)}`);
      const answer = JSON.stringify(data);
      expect(answerByTag.get(tag) ?? answer).toBe(answer);
      answerByTag.set(tag, answer);
      tags.push(tag);
    }
    return tags;
  }
});

function everyList(schema: GraphQLSchema): string {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
  // When a token was last used has no tag, nor has how deliveries go.
  const lists = fields.filter(({ name, args }) => !['apiTokens', 'webhooks'].includes(name) && args.some((arg) => arg.name === 'first'));
  return `{ ${lists.map(({ name, type }) => `${name}(first: 100) ${selectionOf(schema, type, 0)}`).join(' ')} }`;
}

/** Things that may be done at any time, some of them in vain; `n` is another text each time. */
const STEPS: Readonly<Record<string, (shop: Shop, n: string) => unknown>> = {
  'wait a millisecond': ({ org }) => later(org, 1),
  'wait an hour': ({ org }) => later(org, HOUR),
  'wait a day': ({ org }) => later(org, DAY),
  'wait a month': ({ org }) => later(org, 31 * DAY),
  sweep: ({ org }) => send('/test/scheduled', {}, { 'x-test-now': org.now }),
  createCustomer: ({ org }, n) =>
    mutate(org, 'createCustomer', { customerId: n, name: `Customer ${n}`, primaryEmail: 'a@b.co', address: {} }),
  updateCustomer: ({ org }, n) => mutate(org, 'updateCustomer', { customerId: 'acme', name: `Renamed ${n}` }),
  createAccount: ({ org }, n) => mutate(org, 'createAccount', { customerId: 'acme', accountId: n, name: `Account ${n}` }),
  updateAccount: ({ org }, n) => mutate(org, 'updateAccount', { accountId: 'acme', name: `Renamed ${n}` }),
  addAccountAliases: ({ org }, n) =>
    mutate(org, 'addAccountAliases', {
      accountId: 'acme',
      aliases: [{ value: n, effectiveFrom: at(org, HOUR), effectiveUntil: at(org, DAY) }],
    }),
  updatePricingSchedule: ({ org, pro }) =>
    mutate(org, 'updatePricingSchedule', {
      accountId: 'acme',
      pricePlanId: pro,
      effectiveFrom: day(org, 40),
      effectiveUntil: '9999-01-01',
    }),
  bulkEditSchedules: ({ org, pro }) => {
    const days = { effectiveFrom: day(org, 50), effectiveUntil: day(org, 90) };
    return mutate(org, 'bulkEditSchedules', { accountId: 'acme', edits: [{ ...days, associationConfig: { pricePlanId: pro } }] });
  },
  finalizeAccountSchedules: ({ org }) => mutate(org, 'finalizeAccountSchedules', { accountId: 'acme' }),
  discardAccountSchedules: ({ org }) => mutate(org, 'discardAccountSchedules', { accountId: 'acme' }),
  createProposal: ({ org, pack }) => mutate(org, 'createProposal', { ...offerOf(pack), expiryDate: at(org, HOUR) }),
  'createProposal for longer': ({ org, pack }) => mutate(org, 'createProposal', { ...offerOf(pack), expiryDate: at(org, 3 * DAY + 5) }),
  'updateProposalStatus to approve': async ({ org }) =>
    mutate(org, 'updateProposalStatus', { proposalId: await latestProposal(org), status: 'APPROVE' }),
  'updateProposalStatus to decline': async ({ org }) =>
    mutate(org, 'updateProposalStatus', { proposalId: await latestProposal(org), status: 'DECLINE' }),
  initiatePurchase: ({ org, pack }) => mutate(org, 'initiatePurchase', { accountId: 'acme', pricePlanId: pack }),
  createPricePlan: ({ org }, n) => mutate(org, 'createPricePlan', { name: n, type: 'PURCHASE', supportedCurrencies: ['USD'] }),
  updatePricePlan: ({ org, pro }, n) => mutate(org, 'updatePricePlan', { pricePlanId: pro, description: `Pro ${n}` }),
  finalizePricePlan: ({ org, pro }) => mutate(org, 'finalizePricePlan', { pricePlanId: pro }),
  updateFeature: ({ org, calls }, n) => mutate(org, 'updateFeature', { featureId: calls, name: `Calls ${n}` }),
  createApiToken: ({ org }, n) => mutate(org, 'createApiToken', { name: n, scopes: ['ACCOUNTS_READ'] }),
};

const at = (org: Organization, ms: number) => new Date(Date.parse(org.now) + ms).toISOString();
const day = (org: Organization, days: number) => at(org, days * DAY).slice(0, 10);
const offerOf = (pricePlanId: string) => ({ accountId: 'acme', type: 'ENTITLEMENT_GRANT', pricePlanId, paymentMode: 'POSTPAID' });

async function latestProposal(org: Organization): Promise<string> {
  const { data } = await org.ask<{ proposals: { nodes: { proposalId: string }[] } }>('{ proposals(last: 1) { nodes { proposalId } } }');
  return data.proposals.nodes[0]?.proposalId ?? 'none';
}
