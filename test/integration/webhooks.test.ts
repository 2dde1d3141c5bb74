import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mutate, refusal } from '../support/catalogue.ts';
import { copyRow } from '../support/copies.ts';
import { DB } from '../support/database.ts';
import { Organization, send } from '../support/organization.ts';
import { runs } from '../support/runs.ts';
import { openShop } from '../support/shop.ts';

let url = '';
/** One for each test, since the clock runs for the webhooks of all of them. */
let addresses = 0;
const DOCUMENT = 'subscription { event { eventId kinds account { accountId } } }';

interface Post {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What was sent since the last time to the addresses of this test. */
async function posts(): Promise<readonly Post[]> {
  const sent = await (await send('/test/posts', {})).json<Post[]>();
  return sent.filter((post) => post.url.startsWith(url));
}

/** Has the minute's clock run, while other servers answer like this. Only addresses that are named answer at all. */
async function tick(now: string, web: Readonly<Record<string, object>> = { [url]: { body: '' } }) {
  const response = await send('/test/clock', {}, { 'x-test-now': now, 'x-test-web': JSON.stringify(web) });
  expect(response.status).toBe(200);
  return posts();
}

const later = (org: Organization, milliseconds: number): string => new Date(Date.parse(org.now) + milliseconds).toISOString();
const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];

interface Created {
  readonly webhook: { readonly webhookId: string };
  readonly secret: string;
}

const create = (org: Organization, input: object = {}) =>
  mutate<Created>(org, 'createWebhook', { url, document: DOCUMENT, ...input }, 'webhook { webhookId } secret');

interface State {
  readonly status: string;
  readonly disabledReason: string | null;
  readonly failures: number;
  readonly nextAttemptAt: string | null;
  readonly deliveries: {
    readonly nodes: readonly {
      readonly cause: string;
      readonly status: string;
      readonly attempts: number;
      readonly lastError: string | null;
      readonly event: { readonly kinds: readonly string[] };
    }[];
  };
}

async function stateOf(org: Organization, webhookId: string): Promise<State> {
  const { data } = await org.ask<{ webhook: State }>(
    `query ($id: String!) { webhook(webhookId: $id) { status disabledReason failures nextAttemptAt
      deliveries { nodes { cause status attempts lastError event { kinds } } } } }`,
    { id: webhookId },
  );
  return data.webhook;
}

/** The payload of a post, if its signature is right at the instant of its sending. */
function verified(secret: string, { headers, body }: Post): { data: { event: { eventId: string; kinds: string[] } } } {
  vi.setSystemTime(Number(headers['webhook-timestamp']) * 1_000);
  return new Webhook(secret).verify(body, { ...headers }) as ReturnType<typeof verified>;
}

const kindsOf = (secret: string, sent: readonly Post[]) => sent.map((post) => verified(secret, post).data.event.kinds.join(' '));

let org: Organization;
beforeEach(async () => {
  // The library compares the time of a signature with the clock of the machine.
  vi.useFakeTimers({ toFake: ['Date'] });
  url = `https://subscriber.example.com/${++addresses}`;
  org = await Organization.begin();
  // What an answer begins is done by the clock, which says how other servers answer.
  org.isEvicted = true;
  await org.customer('acme');
  await posts();
});
afterEach(() => void vi.useRealTimers());

describe('a webhook', () => {
  it('receives each event from its creation on, in order, as the answer to its document, signed by its secret', async () => {
    const { secret } = await create(org);
    await org.account('first', 'acme');
    await mutate(org, 'updateAccount', { accountId: 'first', name: 'Renamed' });
    const sent = await tick(org.now);
    expect(kindsOf(secret, sent)).toEqual(['ACCOUNT_CREATED', 'ACCOUNT_CHANGED']);
    expect(sent.map(({ headers, body }) => [headers['webhook-id'], JSON.parse(body).data.event.eventId])).toEqual(
      sent.map(({ body }) => Array(2).fill(JSON.parse(body).data.event.eventId)),
    );
    expect(JSON.parse(sent[0]?.body ?? '')).toMatchObject({ data: { event: { account: { accountId: 'first' } } } });
    expect(() => verified('whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=', sent[0] as Post)).toThrow('No matching signature');
    expect(await tick(later(org, MINUTE))).toEqual([]);
  });

  it('receives in the next runs what a run has no statements left for, in order', async () => {
    const { secret } = await create(org);
    const names = ['one', 'two', 'three'];
    for (const name of names) {
      // Ids sort by time.
      org.now = later(org, 1);
      await mutate(org, 'updateAccount', { accountId: 'acme', name });
    }
    const web = JSON.stringify({ [url]: { body: '' } });
    const runs: (readonly Post[])[] = [];
    while (runs.flat().length < names.length && runs.length < 30) {
      const headers = { 'x-test-now': later(org, runs.length * MINUTE), 'x-test-web': web, 'x-test-spent': '790' };
      expect((await send('/test/clock', {}, headers)).status).toBe(200);
      runs.push(await posts());
    }
    expect(Math.max(...runs.map(({ length }) => length))).toBeLessThan(names.length);
    const ids = runs.flat().map((post) => verified(secret, post).data.event.eventId);
    expect(ids).toHaveLength(names.length);
    expect(ids).toEqual(ids.toSorted());
  });

  it('is told by the change itself, without the clock', async () => {
    await create(org);
    org.isEvicted = false;
    const document = 'mutation { updateAccount(input: { accountId: "acme", name: "Renamed" }) { userErrors { code } } }';
    await send('/graphql', { query: document }, { ...org.headers, 'x-test-web': JSON.stringify({ [url]: { body: '' } }) });
    await vi.waitFor(async () => expect(await posts()).toHaveLength(1), { timeout: 10_000, interval: 50 });
  });

  it('is told of the kinds and the account that it names alone, and reads past the others', async () => {
    await org.account('second', 'acme');
    const { webhook, secret } = await create(org, { where: { kinds: ['ACCOUNT_CHANGED'], accountId: 'second' } });
    for (const accountId of ['acme', 'second']) await mutate(org, 'updateAccount', { accountId, name: 'Renamed' });
    await mutate(org, 'deleteAccount', { accountId: 'acme' });
    expect(kindsOf(secret, await tick(org.now))).toEqual(['ACCOUNT_CHANGED']);
    expect(await tick(later(org, MINUTE))).toEqual([]);
    const through = DB.prepare(
      'select delivered_through = (select max(seq) from audit_entries a where a.org_id = w.org_id) as done from webhooks w where id = ?',
    );
    expect(await through.bind(webhook.webhookId).first('done')).toBe(1);
  });

  it('is told of nothing that its token does not cover, nor of another organization', async () => {
    const scopes = ['WEBHOOKS_MANAGE', 'EVENTS_READ', 'PLANS_READ'];
    const narrow = org.with(await org.done<string>('createApiToken', 'secret', { name: 'narrow', scopes }, 'secret'));
    const { secret } = await create(narrow, { document: 'subscription { event { eventId kinds } }' });
    const other = await Organization.begin();
    await other.customer('other');
    await org.account('second', 'acme');
    await mutate(org, 'createUsageMeter', { name: 'Egress' });
    expect(kindsOf(secret, await tick(org.now))).toEqual(['BILLABLE_ITEM_CREATED']);
  });

  it('gets a payload of at most 256 KB: a larger one says which event to read', async () => {
    const fields = Array.from({ length: 30 }, (_each, i) => `a${i}: account { metadata }`).join(' ');
    const { secret } = await create(org, { document: `subscription { event { eventId kinds ${fields} } }` });
    await mutate(org, 'updateAccount', { accountId: 'acme', metadata: { note: 'x'.repeat(15_000) } });
    const [sent] = await tick(org.now);
    expect(sent?.body.length).toBeLessThan(1_000);
    expect(verified(secret, sent as Post)).toMatchObject({ data: null, errors: [{ extensions: { code: 'ANSWER_TOO_LARGE' } }] });
  });
});

describe('the secret of a webhook', () => {
  it('is returned once, and is in no row', async () => {
    const { webhook, secret } = await create(org, { idempotencyKey: 'once' });
    expect(secret).toMatch(/^whsec_[\w+/]{43}=$/);
    expect((await create(org, { idempotencyKey: 'once' })).secret).toBeNull();
    const rotated = await mutate<{ secret: string }>(org, 'rotateWebhookSecret', { webhookId: webhook.webhookId }, 'secret');
    for (const table of ['webhooks', 'audit_entries', 'idempotency_records']) {
      const { results } = await DB.prepare(`select * from ${table} where org_id = ?`).bind(org.orgId).all();
      for (const text of [secret, rotated.secret]) expect(JSON.stringify(results)).not.toContain(text.slice(6));
    }
  });

  it('signs for 24 hours beside the one that replaces it, and then no more', async () => {
    const { webhook, secret: old } = await create(org);
    const { secret } = await mutate<{ secret: string }>(org, 'rotateWebhookSecret', { webhookId: webhook.webhookId }, 'secret');
    const [during] = await tick(later(org, DAY - 1_000));
    for (const each of [old, secret])
      expect(verified(each, during as Post)).toMatchObject({ data: { event: { kinds: ['WEBHOOK_CHANGED'] } } });
    await mutate(org, 'updateAccount', { accountId: 'acme', name: 'Renamed' });
    const [after] = await tick(later(org, DAY));
    expect(verified(secret, after as Post)).toBeTruthy();
    expect(() => verified(old, after as Post)).toThrow('No matching signature');
  });
});

describe('an attempt that fails', () => {
  /** A webhook with one event that is due. */
  async function begin() {
    const { webhook, secret } = await create(org);
    await org.account('first', 'acme');
    await org.account('second', 'acme');
    return { id: webhook.webhookId, secret };
  }

  it.each<[string, object | null, string]>([
    ['is answered 500', { status: 500, body: 'no' }, 'HTTP 500'],
    ['is redirected, which is not followed', { status: 302, body: '', headers: { location: 'https://elsewhere.example.com' } }, 'HTTP 302'],
    ['reaches nobody', null, 'UNREACHABLE'],
  ])('because it %s is repeated before any later event', async (_title, page, lastError) => {
    const { id, secret } = await begin();
    expect(await tick(org.now, page ? { [url]: page } : {})).toHaveLength(1);
    expect(await stateOf(org, id)).toMatchObject({
      status: 'ACTIVE',
      failures: 1,
      nextAttemptAt: later(org, 5_000),
      deliveries: { nodes: [{ cause: 'EVENT', status: 'PENDING', attempts: 1, lastError }] },
    });
    expect(await tick(later(org, 4_999))).toEqual([]);
    expect(kindsOf(secret, await tick(later(org, 5_000)))).toEqual(['ACCOUNT_CREATED', 'ACCOUNT_CREATED']);
    expect(await stateOf(org, id)).toMatchObject({
      failures: 0,
      nextAttemptAt: null,
      deliveries: {
        nodes: [
          { status: 'SUCCEEDED', attempts: 1 },
          { status: 'SUCCEEDED', attempts: 2, lastError: null },
        ],
      },
    });
  });

  it('because nothing is answered in time is one of that webhook alone, and delays no other webhook', async () => {
    const slow = `${url}/slow`;
    const { webhook } = await create(org, { url: slow });
    await create(org);
    await org.account('first', 'acme');
    const sent = await tick(org.now, { [slow]: { body: '', after: 'never' }, [url]: { body: '' } });
    expect(sent.map(({ url }) => url).toSorted()).toEqual([slow, url].toSorted());
    expect(await stateOf(org, webhook.webhookId)).toMatchObject({ failures: 1, deliveries: { nodes: [{ lastError: 'TIMEOUT' }] } });
  });

  it('ten times disables the webhook, which is an event, and enabling it continues with the same event', async () => {
    const { id, secret } = await begin();
    let now = org.now;
    for (let attempts = 0; attempts < 10; attempts++) {
      expect(await tick(now, { [url]: { status: 500, body: '' } })).toHaveLength(1);
      now = new Date(Date.parse(now) + DAY).toISOString();
    }
    expect(await stateOf(org, id)).toMatchObject({
      status: 'DISABLED',
      disabledReason: 'FAILING',
      deliveries: { nodes: [{ status: 'FAILED', attempts: 10, lastError: 'HTTP 500' }] },
    });
    expect(await tick(now)).toEqual([]);
    const { data } = await org.ask<{ events: { nodes: { kinds: string[] }[] } }>('{ events(last: 1) { nodes { kinds } } }');
    expect(data.events.nodes).toEqual([{ kinds: ['WEBHOOK_DISABLED'] }]);
    await mutate(org, 'updateWebhook', { webhookId: id, isEnabled: true });
    expect(kindsOf(secret, await tick(now))).toEqual(['ACCOUNT_CREATED', 'ACCOUNT_CREATED', 'WEBHOOK_DISABLED', 'WEBHOOK_CHANGED']);
  });

  it('with 410 disables the webhook at once', async () => {
    const { id } = await begin();
    await tick(org.now, { [url]: { status: 410, body: '' } });
    expect(await stateOf(org, id)).toMatchObject({ status: 'DISABLED', disabledReason: 'GONE' });
  });

  it('follows the schedule of 5 seconds to 24 hours', async () => {
    const { id } = await begin();
    let now = org.now;
    const pauses: number[] = [];
    for (let attempts = 0; attempts < 9; attempts++) {
      await tick(now, {});
      const next: string = (await stateOf(org, id)).nextAttemptAt ?? '';
      pauses.push(Date.parse(next) - Date.parse(now));
      now = next;
    }
    expect(pauses).toEqual([5_000, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR]);
  });
});

describe('updateWebhook', () => {
  /** A webhook whose next event has failed three times, so that it waits for half an hour. */
  async function begin() {
    const { webhook, secret } = await create(org);
    await org.account('first', 'acme');
    for (let attempts = 0; attempts < 3; attempts++) {
      await tick(org.now, { [url]: { status: 500, body: '' } });
      org.now = later(org, 6 * MINUTE);
    }
    const { nextAttemptAt } = await stateOf(org, webhook.webhookId);
    expect(Date.parse(nextAttemptAt ?? '')).toBeGreaterThan(Date.parse(org.now));
    return { webhookId: webhook.webhookId, secret };
  }

  it.each<[string, () => object]>([
    ['another address', () => ({ url: `${url}/repaired` })],
    ['another document', () => ({ document: 'subscription { event { kinds eventId } }' })],
    ['another selection', () => ({ where: { kinds: ['ACCOUNT_CREATED'] } })],
    ['the word that it is enabled, though it is', () => ({ isEnabled: true })],
  ])('with %s makes the next attempt due at once, with the pauses from the first, and the delivery counts on', async (_title, change) => {
    const { webhookId } = await begin();
    await mutate(org, 'updateWebhook', { webhookId, ...change() });
    expect(await stateOf(org, webhookId)).toMatchObject({ failures: 0, nextAttemptAt: null });
    const waiting = await DB.prepare('select status, attempts, next_attempt_at from webhook_deliveries where org_id = ?')
      .bind(org.orgId)
      .all();
    expect(waiting.results).toEqual([{ status: 'PENDING', attempts: 3, next_attempt_at: null }]);
    expect(await tick(org.now, { [url]: { status: 500, body: '' } })).toHaveLength(1);
    expect(await stateOf(org, webhookId)).toMatchObject({
      failures: 1,
      nextAttemptAt: later(org, 5_000),
      deliveries: { nodes: [{ status: 'PENDING', attempts: 4 }] },
    });
  });

  it('with nothing changes nothing, and leaves the pause', async () => {
    const { webhookId } = await begin();
    const before = await stateOf(org, webhookId);
    await mutate(org, 'updateWebhook', { webhookId });
    expect(await stateOf(org, webhookId)).toEqual(before);
  });

  it('with other events ends the delivery that waits, whose failures no other event inherits', async () => {
    const { webhookId } = await begin();
    await mutate(org, 'updateWebhook', { webhookId, where: { kinds: ['CUSTOMER_CREATED'] } });
    await org.customer('next');
    expect(await tick(org.now, { [url]: { status: 500, body: '' } })).toHaveLength(1);
    expect(await stateOf(org, webhookId)).toMatchObject({
      failures: 1,
      deliveries: {
        nodes: [
          { status: 'PENDING', attempts: 1, event: { kinds: ['CUSTOMER_CREATED', 'ACCOUNT_CREATED'] } },
          { status: 'FAILED', attempts: 3, lastError: 'HTTP 500', event: { kinds: ['ACCOUNT_CREATED'] } },
        ],
      },
    });
  });

  it('with other events ends the delivery that waits, though none of them occurs', async () => {
    const { webhookId } = await begin();
    await mutate(org, 'updateWebhook', { webhookId, where: { kinds: ['CUSTOMER_CREATED'] } });
    expect(await tick(org.now)).toEqual([]);
    expect(await stateOf(org, webhookId)).toMatchObject({ failures: 0, deliveries: { nodes: [{ status: 'FAILED', attempts: 3 }] } });
  });

  it('with more events delivers those before the one that waits, and then that one by its own delivery', async () => {
    const { webhook, secret } = await create(org, { where: { kinds: ['ACCOUNT_CHANGED'] } });
    await org.account('first', 'acme');
    await mutate(org, 'updateAccount', { accountId: 'first', name: 'Renamed' });
    await tick(org.now, { [url]: { status: 500, body: '' } });
    await mutate(org, 'updateWebhook', { webhookId: webhook.webhookId, where: null });
    expect(kindsOf(secret, await tick(org.now))).toEqual(['ACCOUNT_CREATED', 'ACCOUNT_CHANGED', 'WEBHOOK_CHANGED']);
    const { deliveries } = await stateOf(org, webhook.webhookId);
    expect(deliveries.nodes.map(({ status, attempts }) => [status, attempts]).toSorted()).toEqual([
      ['SUCCEEDED', 1],
      ['SUCCEEDED', 1],
      ['SUCCEEDED', 2],
    ]);
  });

  it('takes the lease from a run that delivers by the earlier terms, so that it records nothing', async () => {
    const { webhookId, secret } = await begin();
    const lease = DB.prepare("update webhooks set lease_id = 'dlv.earlier', lease_until = ? where id = ?");
    await lease.bind(Date.parse(org.now) + DAY, webhookId).run();
    await mutate(org, 'updateWebhook', { webhookId, url: `${url}/repaired` });
    expect(kindsOf(secret, await tick(org.now, { [`${url}/repaired`]: { body: '' } }))).toEqual(['ACCOUNT_CREATED', 'WEBHOOK_CHANGED']);
  });
});

describe('a webhook is disabled', () => {
  it('when the token that answers for it is revoked, and not when another one has taken over', async () => {
    const scopes = ['WEBHOOKS_MANAGE', 'EVENTS_READ', 'ACCOUNTS_READ'];
    const made = await mutate<{ secret: string; apiToken: { apiTokenId: string } }>(
      org,
      'createApiToken',
      { name: 'other', scopes },
      'secret apiToken { apiTokenId }',
    );
    const other = org.with(made.secret);
    const [kept, left] = [(await create(other)).webhook.webhookId, (await create(other)).webhook.webhookId];
    await mutate(org, 'updateWebhook', { webhookId: kept, url: `${url}/2` });
    await mutate(org, 'revokeApiToken', made.apiToken);
    await tick(org.now, { [`${url}/2`]: { body: '' } });
    expect(await stateOf(org, left)).toMatchObject({ status: 'DISABLED', disabledReason: 'TOKEN_ENDED' });
    expect(await stateOf(org, kept)).toMatchObject({ status: 'ACTIVE', disabledReason: null });
  });

  it('when its document selects a field that was removed, which the feed reports', async () => {
    const { webhook } = await create(org);
    const update = DB.prepare("update webhooks set document = 'subscription { event { removed } }' where id = ?");
    await update.bind(webhook.webhookId).run();
    await org.account('first', 'acme');
    expect(await tick(org.now)).toEqual([]);
    expect(await stateOf(org, webhook.webhookId)).toMatchObject({ status: 'DISABLED', disabledReason: 'DOCUMENT_INVALID' });
    const { data } = await org.ask<{ events: { nodes: object[] } }>('{ events(last: 1) { nodes { kinds entry { after } } } }');
    expect(data.events.nodes).toMatchObject([
      { kinds: ['WEBHOOK_DISABLED'], entry: { after: { status: 'DISABLED', disabledReason: 'DOCUMENT_INVALID' } } },
    ]);
  });
});

describe('createWebhook', () => {
  it.each<[string, string, RegExp]>([
    ['a query', '{ events { totalCount } }', /one subscription/],
    ['a mutation', 'mutation { deleteAccount(input: { accountId: "a" }) { isReplay } }', /one subscription/],
    ['two subscriptions', 'subscription A { event { kinds } } subscription B { event { kinds } }', /one subscription/],
    [
      'a subscription with variables',
      'subscription ($first: Int) { event { account { events(first: $first) { totalCount } } } }',
      /variables/,
    ],
    ['a field that does not exist', 'subscription { event { nothing } }', /Cannot query field "nothing"/],
    ['no document at all', '', /Syntax Error/],
    ['a definition of a type', 'type A { a: Int }', /Syntax Error: Unexpected Name "type"/],
    ['nothing, by a directive', 'subscription { event @skip(if: true) { kinds } }', /leaves all of it out/],
    ['nothing of the event', 'subscription { event { ...E @include(if: false) } } fragment E on Event { kinds }', /leaves all of it out/],
    ['too many aliases', `subscription { event { ${Array.from({ length: 31 }, (_each, i) => `a${i}: kinds`).join(' ')} } }`, /aliases/],
    [
      'too much',
      'subscription { event { account { events(first: 100) { nodes { account { events(first: 100) { nodes { account { events(first: 100) { totalCount } } } } } } } } } }',
      /may return/,
    ],
    ['introspection of two roots', 'subscription { event { kinds } __typename }', /.+/],
  ])('refuses %s by its field', async (_title, document, message) => {
    expect(await refusal(org, 'createWebhook', { url, document })).toMatchObject([
      { code: 'INVALID_VALUE', path: ['input', 'document'], message: expect.stringMatching(message) },
    ]);
  });

  it('refuses a document that selects what the token may not read, and names the scopes', async () => {
    const scopes = ['WEBHOOKS_MANAGE', 'EVENTS_READ', 'ACCOUNTS_READ'];
    const narrow = org.with(await org.done<string>('createApiToken', 'secret', { name: 'narrow', scopes }, 'secret'));
    const document = 'subscription { event { account { name customer { name } } entry { before } } }';
    expect(await refusal(narrow, 'createWebhook', { url, document })).toMatchObject([
      { path: ['input', 'document'], message: expect.stringMatching(/`CUSTOMERS_READ` and `AUDIT_READ`/) },
    ]);
  });

  it('refuses kinds of which none could be delivered: no kind at all, or kinds that the token does not cover', async () => {
    const scopes = ['WEBHOOKS_MANAGE', 'EVENTS_READ', 'ACCOUNTS_READ'];
    const narrow = org.with(await org.done<string>('createApiToken', 'secret', { name: 'narrow', scopes }, 'secret'));
    const { webhook } = await create(narrow);
    for (const [kinds, message] of [
      [[], /at least one kind/],
      [['PRICE_PLAN_CREATED', 'CUSTOMER_CREATED'], /covers no event/],
    ] as const) {
      const refused = [{ code: 'INVALID_VALUE', path: ['input', 'where', 'kinds'], message: expect.stringMatching(message) }];
      expect(await refusal(narrow, 'createWebhook', { url, document: DOCUMENT, where: { kinds } })).toMatchObject(refused);
      expect(await refusal(narrow, 'updateWebhook', { ...webhook, where: { kinds } })).toMatchObject(refused);
    }
    await mutate(narrow, 'updateWebhook', { ...webhook, where: { kinds: ['PRICE_PLAN_CREATED', 'ACCOUNT_CREATED'] } });
  });

  it.each([
    'http://subscriber.example.com/hook',
    'http://localhost:3000',
    'https://localhost/hook',
    'https://127.0.0.1/hook',
    'https://2130706433/hook',
    'https://0x7f.1/hook',
    'https://0177.0.0.1/hook',
    'https://10.0.0.1/hook',
    'https://[::1]/hook',
    'https://[::ffff:127.0.0.1]/hook',
    'https://router.local/hook',
    'https://metadata.internal/hook',
    'https://subscriber.example.com:8443/hook',
    'https://user:secret@subscriber.example.com/hook',
    'https://api.example.com/graphql',
    'ftp://subscriber.example.com/hook',
    'nowhere',
    '',
  ])('refuses the address %s', async (address) => {
    expect(await refusal(org, 'createWebhook', { url: address, document: DOCUMENT })).toMatchObject([
      { code: 'INVALID_VALUE', path: ['input', 'url'] },
    ]);
  });

  it('refuses an account that does not exist, and more than 20 webhooks', async () => {
    const where = { accountId: 'nobody' };
    expect(await refusal(org, 'createWebhook', { url, document: DOCUMENT, where })).toMatchObject([
      { code: 'NOT_FOUND', path: ['input', 'where', 'accountId'] },
    ]);
    for (let i = 0; i < 20; i++) await create(org);
    expect(await refusal(org, 'createWebhook', { url, document: DOCUMENT })).toMatchObject([{ code: 'LIMIT_EXCEEDED' }]);
  });

  it('is not available without a secret of the deployment', async () => {
    const query = `mutation ($input: CreateWebhookInput!) { createWebhook(input: $input) { secret userErrors { code } } }`;
    const variables = { input: { url, document: DOCUMENT } };
    const answer = await send('/graphql', { query, variables }, { ...org.headers, 'x-test-no-secret': 'yes' });
    expect(await answer.json()).toMatchObject({
      data: { createWebhook: { secret: null, userErrors: [{ code: 'WEBHOOKS_UNAVAILABLE' }] } },
    });
  });
});

describe('what a caller requests', () => {
  it('is delivered once: a test under an id of its own, a redelivery under that of the event', async () => {
    const { webhook, secret } = await create(org, { where: { kinds: ['PRICE_PLAN_CREATED'] } });
    const [{ eventId } = { eventId: '' }] = (
      await org.ask<{ events: { nodes: { eventId: string }[] } }>('{ events(first: 1) { nodes { eventId } } }')
    ).data.events.nodes;
    const test = await mutate<{ delivery: { deliveryId: string } }>(org, 'sendTestEvent', webhook, 'delivery { deliveryId }');
    // Later than the test, whose delivery comes first.
    org.now = later(org, 1);
    await mutate(org, 'redeliver', { ...webhook, eventId });
    const sent = await tick(org.now);
    expect(sent.map(({ headers }) => headers['webhook-id'])).toEqual([test.delivery.deliveryId, eventId]);
    expect(kindsOf(secret, sent)).toEqual(['WEBHOOK_CHANGED', 'CUSTOMER_CREATED ACCOUNT_CREATED']);
    expect(await tick(later(org, MINUTE))).toEqual([]);
  });

  it('is refused for a webhook or an event that does not exist, for another organization, and while it is disabled', async () => {
    const { webhook } = await create(org);
    expect(await refusal(org, 'redeliver', { ...webhook, eventId: 'aud.none' })).toMatchObject([
      { code: 'NOT_FOUND', path: ['input', 'eventId'] },
    ]);
    const other = await Organization.begin();
    for (const mutation of ['sendTestEvent', 'deleteWebhook', 'rotateWebhookSecret', 'updateWebhook'])
      expect(await refusal(other, mutation, webhook)).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'webhookId'] }]);
    await mutate(org, 'updateWebhook', { ...webhook, isEnabled: false });
    expect(await refusal(org, 'sendTestEvent', webhook)).toMatchObject([{ code: 'WEBHOOK_DISABLED', path: ['input', 'webhookId'] }]);
  });
});

describe('the deliveries of a webhook', () => {
  const kept = (status = '') =>
    DB.prepare(`select count(*) as kept from webhook_deliveries where org_id = ? and status like '%${status}'`)
      .bind(org.orgId)
      .first<number>('kept');

  /** A webhook with two deliveries, a test and its event, and with so many others that are older. */
  async function withDeliveries(count: number, otherwise: Readonly<Record<string, string>>): Promise<string> {
    const { webhookId } = (await create(org)).webhook;
    await mutate(org, 'sendTestEvent', { webhookId });
    await tick(org.now);
    await copyRow(org, 'webhook_deliveries', 'true', count, { id: "printf('dlv.00%09d.00000', i)", ...otherwise });
    return webhookId;
  }

  it('are its newest 1,000 and those that wait: an attempt deletes the oldest ones', async () => {
    const webhookId = await withDeliveries(1_200, { cause: "'EVENT'" });
    await mutate(org, 'updateAccount', { accountId: 'acme', name: 'Renamed' });
    expect(await tick(org.now, {})).toHaveLength(1);
    await DB.prepare("update webhook_deliveries set id = 'dlv.00000000000.00000' where org_id = ? and status = 'PENDING'")
      .bind(org.orgId)
      .run();
    await mutate(org, 'sendTestEvent', { webhookId });
    expect(await tick(org.now)).toHaveLength(1);
    expect([await kept(), await kept('PENDING')]).toEqual([1_001, 1]);
    const { data } = await org.ask<{ webhooks: { nodes: { deliveries: { totalCount: number } }[] } }>(
      '{ webhooks { nodes { deliveries { totalCount } } } }',
    );
    expect(data.webhooks.nodes).toEqual([{ deliveries: { totalCount: 1_001 } }]);
  });

  it('are deleted 30 days after the last attempt, a maximum of 500 each minute, and none that waits', async () => {
    await withDeliveries(700, { updated_at: '1', cause: "'EVENT'", status: "iif(i = 1, 'PENDING', 'FAILED')" });
    await tick(org.now);
    expect([await kept(), await kept('FAILED')]).toEqual([202, 199]);
    await tick(later(org, MINUTE));
    expect([await kept(), await kept('PENDING')]).toEqual([3, 1]);
    await tick(later(org, 29 * DAY));
    expect(await kept('SUCCEEDED')).toBe(2);
    // Those of other tests are as old, and each run deletes 500 of all.
    for (let minute = 1; minute <= 4; minute++) await tick(later(org, 30 * DAY + minute * MINUTE));
    expect(await kept()).toBe(1);
  });

  it('that wait are at most 100: another one is refused, and nothing is written', async () => {
    const webhookId = await withDeliveries(100, { status: "'PENDING'" });
    for (const [mutation, other] of [
      ['sendTestEvent', {}],
      ['redeliver', { eventId: await DB.prepare('select id from audit_entries where org_id = ?').bind(org.orgId).first('id') }],
    ] as const) {
      const refused = await refusal(org, mutation, { webhookId, ...other });
      expect(refused).toMatchObject([{ code: 'LIMIT_EXCEEDED', path: ['input', 'webhookId'] }]);
    }
    expect(await kept()).toBe(102);
  });
});

describe('a limit', () => {
  it.each<[string, number, string]>([
    ['20 webhooks', 20, 'createWebhook'],
    ['100 deliveries that wait', 100, 'sendTestEvent'],
  ])('of %s is kept when requests come at the same time: as many are accepted as there is room for', async (_title, most, mutation) => {
    const { webhookId } = (await create(org)).webhook;
    if (mutation === 'createWebhook') for (let i = 1; i < most - 2; i++) await create(org);
    else {
      await mutate(org, mutation, { webhookId });
      await copyRow(org, 'webhook_deliveries', 'true', most - 3, { id: "printf('dlv.00%09d.00000', i)" });
    }
    const input = mutation === 'createWebhook' ? { url, document: DOCUMENT } : { webhookId };
    const answers = await Promise.all(Array.from({ length: 6 }, () => mutate(org, mutation, input)));
    const codes = answers.flatMap(({ userErrors }) => userErrors.map(({ code }) => code));
    expect(codes).toEqual(Array(4).fill('LIMIT_EXCEEDED'));
    const table = mutation === 'createWebhook' ? 'webhooks' : 'webhook_deliveries';
    expect(await DB.prepare(`select count(*) as there from ${table} where org_id = ?`).bind(org.orgId).first('there')).toBe(most);
  });
});

describe('a request', () => {
  it('cannot run a subscription, and is told where to give it', async () => {
    const { errors, data } = await org.ask('subscription { event { kinds } }');
    expect(data ?? null).toBeNull();
    expect(errors).toMatchObject([{ message: expect.stringContaining('createWebhook'), extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});

describe('two runs at once', () => {
  it('deliver each event once and in order', async () => {
    const { secret } = await create(org);
    for (let i = 0; i < 5; i++) await org.account(`account-${i}`, 'acme');
    const headers = { 'x-test-now': org.now, 'x-test-web': JSON.stringify({ [url]: { body: '', after: 20 } }) };
    await Promise.all([send('/test/clock', {}, headers), send('/test/clock', {}, headers)]);
    const sent = await posts();
    const ids = sent.map((post) => verified(secret, post).data.event.eventId);
    expect(ids).toEqual([...new Set(ids)].toSorted());
    expect(ids).toHaveLength(5);
  });
});

describe('a crash between a delivery and its record', () => {
  it('sends the same event again, under the same id, before any later one', async () => {
    let repeated = 0;
    for (let call = 1; ; call++) {
      const alone = await Organization.begin();
      alone.isEvicted = true;
      await alone.customer('acme');
      url = `https://subscriber.example.com/${++addresses}`;
      const { secret } = await create(alone);
      for (const accountId of ['first', 'second']) await alone.account(accountId, 'acme');
      const run = async (now: string, fault?: string) => {
        const headers = {
          'x-test-now': now,
          'x-test-web': JSON.stringify({ [url]: { body: '' } }),
          ...(fault && { 'x-test-fault': fault }),
        };
        const { status } = await send('/test/clock', {}, headers);
        return { isWhole: status === 200, ids: (await posts()).map((post) => verified(secret, post).data.event.eventId) };
      };
      const broken = await run(alone.now, `overload:${call}`);
      // Later than any lease.
      const { ids } = await run(later(alone, 2 * MINUTE));
      const all = [...new Set([...broken.ids, ...ids])];
      expect(all).toHaveLength(2);
      expect(all).toEqual(all.toSorted());
      // What was sent last is sent again, and what came before it is not.
      const last = broken.ids.at(-1);
      if (last !== undefined && ids.includes(last)) repeated++;
      expect(ids).toEqual(
        last === undefined || ids.includes(last) ? all.slice(Math.max(all.indexOf(last ?? ''), 0)) : all.slice(all.indexOf(last) + 1),
      );
      if (broken.isWhole) break;
    }
    expect(repeated).toBeGreaterThanOrEqual(2);
  });
});

describe('whatever fails', () => {
  const step = fc.record({
    fault: fc.oneof(
      fc.constant(null),
      fc
        .tuple(fc.constantFrom('drop', 'fail', 'crash', 'race', 'overload'), fc.integer({ min: 1, max: 14 }))
        .map(([kind, call]) => `${kind}:${call}`),
    ),
    page: fc.constantFrom<object>({ body: '' }, { body: '' }, { status: 500, body: '' }, { body: '', after: 'never' }),
  });

  it('each event is delivered at least once, in the order of the feed, and nothing else is', async () => {
    const property = fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 6 }), async (steps) => {
      const alone = await Organization.begin();
      alone.isEvicted = true;
      await alone.customer('acme');
      url = `https://subscriber.example.com/${++addresses}`;
      const { secret } = await create(alone);
      const sent: string[] = [];
      const run = async (page: object, fault: string | null) => {
        // Later than any lease.
        alone.now = later(alone, 2 * MINUTE);
        const headers = {
          'x-test-now': alone.now,
          'x-test-web': JSON.stringify({ [url]: page }),
          ...(fault !== null && { 'x-test-fault': fault }),
        };
        await send('/test/clock', {}, headers);
        sent.push(...(await posts()).map((post) => verified(secret, post).data.event.eventId));
      };
      for (const [i, { page, fault }] of steps.entries()) {
        await alone.account(`account-${i}`, 'acme');
        await run(page, fault);
      }
      for (let quiet = 0; quiet < 2; quiet++) {
        alone.now = later(alone, DAY);
        await run({ body: '' }, null);
      }
      const { data } = await alone.ask<{ events: { nodes: { eventId: string }[] } }>('{ events(last: 6) { nodes { eventId } } }');
      expect([...new Set(sent)]).toEqual(data.events.nodes.map(({ eventId }) => eventId));
    });
    await fc.assert(property, { seed: 20261130, ...runs(10, { everyday: 4 }) });
  });
});

describe('a change in an organization without a webhook', () => {
  it('sends nothing, and takes two calls of D1', async () => {
    const shop = await openShop();
    await posts();
    const { d1Calls } = await mutate(shop.org, 'updateAccount', { accountId: 'acme', name: 'Renamed' });
    expect(d1Calls).toBe(2);
    expect(await posts()).toEqual([]);
  });
});
