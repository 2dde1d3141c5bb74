import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { growDatabase, prepareDatabase } from '../../scripts/local-database.ts';
import { Failure, main, startWrangler } from '../../scripts/wrangler.ts';

const ACCOUNTS = 400;
const PORT = 8799;
const ROUNDS = 6;
const REQUESTS = 40;

const QUERY = `{ accounts(first: 50) { nodes { accountId name schedules(first: 20) { nodes {
  startDate endDate pricePlan { name version rateCards(first: 20) { nodes { name displayName } } } } } } } }`;

type Ask = () => Promise<Response>;

/** `npm run bench`: what a nested list costs, against the least that reading it could cost. Both pay for wrangler's own proxy. */
async function bench(): Promise<void> {
  const home = await mkdtemp(`${tmpdir()}/billing-catalogue-bench-`);
  const { state, samples } = await prepareDatabase(home);
  await growDatabase(state, ACCOUNTS);
  const [sample] = samples;
  if (!sample) throw new Error('a benchmark of no organization');
  const worker = startWrangler(
    [
      'dev',
      '--config=test/bench/wrangler.toml',
      `--port=${PORT}`,
      `--persist-to=${state}`,
      '--log-level=error',
      '--show-interactive-dev-session=false',
    ],
    'inherit',
  );
  try {
    await answering();
    const url = `http://127.0.0.1:${PORT}`;
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${sample.token}` };
    const body = JSON.stringify({ query: QUERY });
    await report({
      floor: () => fetch(`${url}/floor`, { headers: { 'x-org-id': sample.orgId } }),
      api: () => fetch(`${url}/graphql`, { method: 'POST', headers, body }),
    });
  } finally {
    worker.kill('SIGTERM');
    await rm(home, { recursive: true, force: true });
  }
}

async function answering(): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    const response = await fetch(`http://127.0.0.1:${PORT}/health`).catch(() => null);
    if (response?.ok) return;
    await wait(100);
  }
  throw new Failure('The Worker does not answer; what wrangler said is above.');
}

async function report({ floor, api }: { floor: Ask; api: Ask }): Promise<void> {
  const least = await floor();
  const answer = await api();
  const rowsOfFloor = least.headers.get('x-rows-read') ?? '?';
  const text = await least.text();
  const { data, extensions } = (await answer.json()) as { data: unknown; extensions: { cost: { d1Calls: number; rowsRead: number } } };
  assert.deepEqual(data, JSON.parse(text).data, 'the two do not answer the same');

  const times = { floor: new Map<number, number[]>(), api: new Map<number, number[]>() };
  // In turns, so that whatever else the machine does meets both; the first round warms up and is thrown away.
  for (let round = 0; round < ROUNDS; round++) {
    for (const clients of [1, 8]) {
      for (const [name, ask] of [
        ['floor', floor],
        ['api', api],
      ] as const) {
        const measured = await measure(ask, clients);
        if (round > 0) times[name].set(clients, [...(times[name].get(clients) ?? []), ...measured]);
      }
    }
  }
  const row = (name: string, calls: number | string, rows: number | string, by: Map<number, number[]>) =>
    `${name.padEnd(24)}${String(calls).padStart(8)}${String(rows).padStart(11)}${median(by.get(1)).padStart(12)}${median(by.get(8)).padStart(13)}`;
  console.log(
    `accounts(first: 50) -> schedules -> plan -> rate cards, of ${ACCOUNTS} accounts: ${Math.round(text.length / 1000)} KB of JSON\n`,
  );
  console.log(`${''.padEnd(24)}D1 calls  rows read   ms, alone  ms, 8 at once`);
  console.log(row('floor: one SQL by hand', 1, rowsOfFloor, times.floor));
  console.log(row('this API', extensions.cost.d1Calls, extensions.cost.rowsRead, times.api));
  console.log(`\nMedians of ${(ROUNDS - 1) * REQUESTS} requests on this machine; the ratio tells more than the times.`);
}

/** How long each request took, in milliseconds, with so many under way at any time. */
async function measure(ask: Ask, clients: number): Promise<number[]> {
  const times: number[] = [];
  const client = async (): Promise<void> => {
    for (let i = 0; i < REQUESTS / clients; i++) {
      const began = performance.now();
      await (await ask()).arrayBuffer();
      times.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return times;
}

function median(times: readonly number[] = []): string {
  const sorted = times.toSorted((a, b) => a - b);
  return (sorted[Math.floor(sorted.length / 2)] ?? Number.NaN).toFixed(1);
}

await main(bench);
