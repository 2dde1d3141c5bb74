import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { DevServer, freePort, ROOT } from '../support/dev-server.ts';

let api: DevServer;
let token: string;
let subscriber: Server;
/** The requests that subscribers have received, by their paths. */
const received = new Map<string, { headers: Record<string, string>; body: string }[]>();

beforeAll(async () => {
  subscriber = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    const { url = '' } = request;
    received.set(url, [...(received.get(url) ?? []), { headers: request.headers as Record<string, string>, body }]);
    if (url === '/hangs') return;
    const isFirst = received.get(url)?.length === 1;
    response.writeHead(url === '/fails' || (url === '/recovers' && isFirst) ? 500 : 200);
    const large = Buffer.alloc(1_000_000);
    for (let i = 0; url === '/large' && i < 64 && !response.destroyed; i++) response.write(large);
    response.end();
  }).listen(0, 'localhost');
  await once(subscriber, 'listening');
  api = await (await DevServer.begin({ tick: 1 })).ready();
  [token = ''] = api.output.match(/tg_live_\w+/) ?? [];
});

afterAll(async () => {
  subscriber.close();
  subscriber.closeAllConnections();
  await api.stop();
});

async function send<Data>(query: string, variables: object = {}): Promise<Data> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const response = await fetch(api.url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  const { data, errors } = (await response.json()) as { data: Data; errors?: object[] };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

/** Creates a webhook at a path of the subscriber. */
async function create(path: string, port = (subscriber.address() as AddressInfo).port): Promise<{ secret: string; webhookId: string }> {
  const url = `http://localhost:${port}${path}`;
  const { createWebhook } = await send<{ createWebhook: { secret: string; webhook: { webhookId: string } } }>(
    'mutation ($input: CreateWebhookInput!) { createWebhook(input: $input) { secret webhook { webhookId } } }',
    { input: { url, document: 'subscription { event { eventId kinds } }', where: { kinds: ['ACCOUNT_CHANGED'] } } },
  );
  return { secret: createWebhook.secret, ...createWebhook.webhook };
}

const change = (netTermDays: number) =>
  send(`mutation { updateAccount(input: { accountId: "brightwater", netTermDays: ${netTermDays} }) { userErrors { code } } }`);

it('a subscriber verifies what it receives, whatever others beside it do: hang, fail, or answer 64 MB', async () => {
  await create('/hangs');
  await create('/fails');
  const large = await create('/large');
  const { secret } = await create('/well');
  await change(11);
  await vi.waitFor(() => expect(received.get('/well')).toHaveLength(1), { timeout: 30_000, interval: 50 });
  const [{ headers, body }] = received.get('/well') as [{ headers: Record<string, string>; body: string }];
  expect(new Webhook(secret).verify(body, headers)).toMatchObject({ data: { event: { kinds: ['ACCOUNT_CHANGED'] } } });
  expect(() => new Webhook(secret).verify(`${body} `, headers)).toThrow('No matching signature');

  const deliveries = 'query ($id: String!) { webhook(webhookId: $id) { deliveries { nodes { status } } } }';
  const statusOf = async () =>
    (await send<{ webhook: { deliveries: { nodes: object[] } } }>(deliveries, { id: large.webhookId })).webhook.deliveries.nodes;
  await vi.waitFor(async () => expect(await statusOf()).toEqual([{ status: 'SUCCEEDED' }]), { timeout: 30_000, interval: 100 });
});

it('a delivery that failed is repeated by the clock of npm run dev, without another change', async () => {
  await create('/recovers');
  await change(13);
  await vi.waitFor(() => expect(received.get('/recovers')).toHaveLength(2), { timeout: 60_000, interval: 100 });
  const [first, second] = received.get('/recovers') ?? [];
  expect(second?.body).toBe(first?.body);
});

it('the subscriber of the README prints an event once, and refuses what is not signed, as it stands there', async () => {
  const [source = ''] = readFileSync(`${ROOT}/README.md`, 'utf8').match(/(?<=```js\n)import \{ createServer \}.*?(?=```)/s) ?? [];
  expect(source).toContain('webhook.verify(');
  expect(source.trim().split('\n').length).toBeLessThanOrEqual(20);
  const port = await freePort();
  const { secret, webhookId } = await create('/', port);
  // Its port may be taken here.
  const elsewhere = `import { Server } from 'node:net';
    const { listen } = Server.prototype;
    Server.prototype.listen = function (port) { return listen.call(this, port === 3000 ? ${port} : port, 'localhost'); };`;
  const args = ['--import', `data:text/javascript,${encodeURIComponent(elsewhere)}`, '--input-type=module', '--eval', source];
  const reader = spawn(process.execPath, args, { cwd: ROOT, env: { ...process.env, WEBHOOK_SECRET: secret }, stdio: 'pipe' });
  let output = '';
  for (const stream of [reader.stdout, reader.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk));
  try {
    const unsigned = () =>
      fetch(`http://localhost:${port}/`, { method: 'POST', body: '{}' }).then(
        ({ status }) => status,
        () => output,
      );
    await vi.waitFor(async () => expect(await unsigned()).toBe(401), { timeout: 30_000, interval: 50 });
    await change(14);
    await vi.waitFor(() => expect(output).toContain("kinds: [ 'ACCOUNT_CHANGED' ]"), { timeout: 30_000, interval: 50 });
    const eventId = /aud\.\w+\.\w+/.exec(output)?.[0];
    await send('mutation ($input: RedeliverInput!) { redeliver(input: $input) { userErrors { message } } }', {
      input: { webhookId, eventId },
    });
    const query = 'query ($id: String!) { webhook(webhookId: $id) { deliveries { nodes { status } } } }';
    const statuses = async () =>
      (await send<{ webhook: { deliveries: { nodes: object[] } } }>(query, { id: webhookId })).webhook.deliveries.nodes;
    const twice = [{ status: 'SUCCEEDED' }, { status: 'SUCCEEDED' }];
    await vi.waitFor(async () => expect(await statuses()).toEqual(twice), { timeout: 30_000, interval: 100 });
    expect(output.match(/ACCOUNT_CHANGED/g)).toHaveLength(1);
  } finally {
    reader.kill();
  }
});

it('npm run webhooks -- listen prints and verifies what arrives, and deletes its webhook at its end', async () => {
  const args = ['scripts/webhooks.ts', 'listen', '--port', '0', '--api', new URL(api.url).origin];
  const listener: ChildProcess = spawn(process.execPath, args, { cwd: ROOT, env: { ...process.env, TOKEN: token }, stdio: 'pipe' });
  let output = '';
  for (const stream of [listener.stdout, listener.stderr]) stream?.on('data', (chunk: Buffer) => (output += chunk));
  await vi.waitFor(() => expect(output).toContain('Listening'), { timeout: 30_000, interval: 50 });
  const count = async () => (await send<{ webhooks: { totalCount: number } }>('{ webhooks { totalCount } }')).webhooks.totalCount;
  const before = await count();
  await change(12);
  await vi.waitFor(() => expect(output).toMatch(/^verified .*"ACCOUNT_CHANGED"/m), { timeout: 30_000, interval: 50 });
  listener.kill('SIGINT');
  await once(listener, 'exit');
  expect(await count()).toBe(before - 1);
});
