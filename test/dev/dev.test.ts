import { readdir, readFile, stat } from 'node:fs/promises';
import { request } from 'node:http';
import { buildClientSchema, buildSchema, getIntrospectionQuery, lexicographicSortSchema, printSchema } from 'graphql';
import { afterAll, describe, expect, it } from 'vitest';
import { withDatabase } from '../../scripts/local-d1.ts';
import { migrate } from '../../scripts/local-database.ts';
import { PRINTED } from '../../scripts/schema-files.ts';
import { DESCRIPTIONS_FILE } from '../../src/substitutes/descriptions.ts';
import { DevServer, newHome } from '../support/dev-server.ts';

const TOKEN = /tg_live_\w+/g;
const started: DevServer[] = [];

afterAll(async () => {
  await Promise.all(started.map((server) => server.stop()));
});

/** All that the printed schema tells. */
const WHOLE = { oneOf: true, inputValueDeprecation: true, specifiedByUrl: true };

const begin = async (...at: Parameters<typeof DevServer.begin>): Promise<DevServer> => {
  const server = await DevServer.begin(...at);
  started.push(server);
  return server;
};

describe('npm run dev', () => {
  it('prints where it is and a token for each of two organizations, that tell them apart', async () => {
    const server = await (await begin()).ready();
    expect(server.output).toContain(`http://localhost:${server.port}/graphql`);
    const tokens = server.output.match(TOKEN) ?? [];
    expect(tokens).toHaveLength(2);
    const [first, second] = await Promise.all(tokens.map((token) => accountIds(server, token)));
    expect(first).toContain('brightwater');
    expect(second).toContain('albatros');
    expect(second).not.toContain('brightwater');
  });

  it('answers an introspection with every description of the printed schema, and serves the file of descriptions to nobody', async () => {
    const [server] = started;
    const [token = ''] = server!.output.match(TOKEN) ?? [];
    const { data } = await ask(server!, token, getIntrospectionQuery(WHOLE));
    const printed = buildSchema(await readFile(PRINTED, 'utf8'));
    expect(printSchema(lexicographicSortSchema(buildClientSchema(data as never)))).toBe(printSchema(lexicographicSortSchema(printed)));
    expect((await fetch(`${server!.url}/${DESCRIPTIONS_FILE}`)).status).toBe(404);
  });

  it('writes its pages for the owner alone, since they have tokens', async () => {
    const [{ home, output }] = started as [DevServer];
    const [token = ''] = output.match(TOKEN) ?? [];
    const files = (await readdir(`${home}/pages`, { recursive: true, withFileTypes: true })).filter((file) => file.isFile());
    const told = [];
    for (const { parentPath, name } of files) {
      const path = `${parentPath}/${name}`;
      if ((await readFile(path, 'utf8')).includes(token))
        told.push([path.slice(home.length), ((await stat(path)).mode & 0o777).toString(8)]);
    }
    const pages = ['/pages/console/development.json', '/pages/docs/index.html', '/pages/explorer/index.html'];
    expect(told.toSorted()).toEqual(pages.map((page) => [page, '600']));
  });

  it.each(['/', '/console/development.json', '/explorer/', '/docs/'])('answers %s at a name of this machine alone', async (path) => {
    const [{ port }] = started as [DevServer];
    for (const host of ['localhost', '127.0.0.1']) expect([host, (await askAs(port, `${host}:${port}`, path)).status]).toEqual([host, 200]);
    const { status, text } = await askAs(port, `rebound.example.com:${port}`, path);
    expect([status, text]).toEqual([421, expect.stringContaining('HOSTS=rebound.example.com')]);
    expect(text).not.toMatch(TOKEN);
  });

  it('reads what a draft needs by index with the SQLite of wrangler too, which is another release than that of the tests', async () => {
    const server = await (await begin()).ready();
    const [token = ''] = server.output.match(TOKEN) ?? [];
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const query = '{ account(by: { accountId: "copperleaf" }) { draft { issues { code } } } }';
    const response = await fetch(server.url, { method: 'POST', headers, body: JSON.stringify({ query }) });
    const answer = (await response.json()) as { data: object; extensions: { cost: { rowsRead: number } } };
    expect(answer.data).toEqual({ account: { draft: null } });
    expect(answer.extensions.cost.rowsRead).toBeLessThanOrEqual(20);
  });

  it('counts the statements of each request apart, however many it has answered', async () => {
    const [server] = started;
    const [token = ''] = server!.output.match(TOKEN) ?? [];
    for (let i = 0; i < 40; i++) {
      const lookups = Array.from({ length: 30 }, (_, j) => `a${j}: account(by: { accountId: "nobody-${i}-${j}" }) { id }`);
      const { errors } = (await ask(server!, token, `{ ${lookups.join(' ')} }`)) as { errors?: object[] };
      expect([i, errors]).toEqual([i, undefined]);
    }
  });

  it('takes a request of the REST mirror that has neither a body nor its type, as clients send it', async () => {
    const [server] = started;
    const [token = ''] = server!.output.match(TOKEN) ?? [];
    const headers = { authorization: `Bearer ${token}` };
    const answer = await fetch(new URL('/jobs/none/confirm', server!.url), { method: 'POST', headers });
    expect([answer.status, answer.headers.get('x-error-path')]).toEqual([404, 'path.jobId']);
  });

  it('says so plainly when its port is taken', async () => {
    const [first] = started;
    const second = await begin({ port: first!.port });
    expect(await second.ended()).toBe(1);
    expect(second.output).toBe(
      `Port ${first!.port} is taken. Stop what listens there, or choose another: PORT=${first!.port + 1} npm run dev\n`,
    );
  });

  it('ends when it is told to, with everything that it started', async () => {
    const [server] = started;
    expect(await server!.stop()).toBe(0);
    await expect(fetch(server!.url)).rejects.toThrow('fetch failed');
  });

  it('keeps the data and the tokens when it is run again', async () => {
    const [{ home, output }] = started as [DevServer];
    const again = await (await begin({ home })).ready();
    expect(again.output.match(TOKEN)).toEqual(output.match(TOKEN));
    expect(again.output).toContain('as you left it');
  });
});

describe('npm run dev at another time', () => {
  it('begins at NOW, with sample data of that day, and goes on from there', async () => {
    const NOW = '2028-02-29T23:59:30Z';
    const server = await (await begin({ env: { NOW, CLOCK_OFFSET: undefined } })).ready();
    const [token = ''] = server.output.match(TOKEN) ?? [];
    expect(await accountIds(server, token)).toContain('brightwater');
    const { data } = await ask(
      server,
      token,
      `mutation { updateAccount(input: { accountId: "dovetail", name: "Later" }) { account { updatedAt } } }`,
    );
    const { updatedAt } = (data as { updateAccount: { account: { updatedAt: string } } }).updateAccount.account;
    expect(Date.parse(updatedAt)).toBeGreaterThan(Date.parse(NOW));
    expect(Date.parse(updatedAt)).toBeLessThan(Date.parse(NOW) + 3_600_000);
  });

  it('refuses a NOW that is no time, and starts nothing', async () => {
    const server = await begin({ env: { NOW: '2027-02-29', CLOCK_OFFSET: undefined } });
    expect(await server.ended()).toBe(1);
    expect(server.output).toContain(`NOW is an instant or a day from 2000-01-01 to 2500-01-01`);
  });
});

describe('npm run dev without sample data', () => {
  it('serves an empty database, and says what failed and what repeats it', async () => {
    const home = await newHome();
    await migrate(`${home}/state`);
    await withDatabase(`${home}/state`, (d1) =>
      d1.exec(`create trigger plans_broken before insert on price_plans begin select raise(abort, 'plans are broken'); end`),
    );
    const server = await (await begin({ home })).ready();
    expect(server.output).toContain('The sample data could not be created:');
    expect(server.output).toContain('plans are broken');
    expect(server.output).toMatch(/NOW=\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z npm run seed -- --reset/);
    expect(server.output).toContain(server.url);
    const response = await fetch(server.url, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } });
    expect(response.status).toBe(401);
    expect(await withDatabase(`${home}/state`, (d1) => d1.prepare('select count(*) as n from organizations').first('n'))).toBe(0);
  });
});

async function ask(server: DevServer, token: string, query: string): Promise<{ data: unknown }> {
  const response = await fetch(server.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query }),
  });
  return response.json() as Promise<{ data: unknown }>;
}

async function accountIds(server: DevServer, token: string): Promise<string[]> {
  const { data } = await ask(server, token, '{ accounts(first: 100) { nodes { accountId } } }');
  return (data as { accounts: { nodes: { accountId: string }[] } }).accounts.nodes.map(({ accountId }) => accountId);
}

/** Sends a request with a `Host` of its own, which `fetch` does not let a caller set. */
const askAs = (port: number, host: string, path: string): Promise<{ readonly status: number | undefined; readonly text: string }> =>
  new Promise((resolve, reject) => {
    const sent = request({ port, path, host: 'localhost', headers: { host } }, async (answer) => {
      let text = '';
      for await (const chunk of answer) text += chunk;
      resolve({ status: answer.statusCode, text });
    });
    sent.on('error', reject).end();
  });
