import { afterAll, describe, expect, it } from 'vitest';
import { DevServer } from '../support/dev-server.ts';

const TOKEN = /tg_live_\w+/g;
const started: DevServer[] = [];

afterAll(async () => {
  await Promise.all(started.map((server) => server.stop()));
});

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

async function accountIds(server: DevServer, token: string): Promise<string[]> {
  const response = await fetch(server.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: '{ accounts(first: 100) { nodes { accountId } } }' }),
  });
  const answer = (await response.json()) as { data: { accounts: { nodes: { accountId: string }[] } } };
  return answer.data.accounts.nodes.map(({ accountId }) => accountId);
}
