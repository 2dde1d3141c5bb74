import { cp } from 'node:fs/promises';
import type { Arena } from './arena.ts';
import { bundle } from './bundle.ts';
import { product } from './contestants.ts';
import { atMost, type Finding, printTable } from './finding.ts';
import { ACCOUNT, accountById, type Document, headline } from './questions.ts';
import { Runner } from './runner.ts';
import { Workerd } from './workerd.ts';

const CLIENTS = 8;

/** Parts of the requests after which the heap is measured. After the first, the caches are full. */
const MARKS = [0.25, 0.5, 0.75, 1];

/** What the product's isolate holds after so many requests of all kinds, without what a collection of garbage frees. */
export async function memory({ home, state, caller }: Arena, requests: number): Promise<Finding[]> {
  const own = `${home}/memory-state`;
  await cp(state, own, { recursive: true });
  const workerd = await Workerd.start(await bundle(product, home), { state: own, inspected: true });
  try {
    const runner = new Runner(product, workerd, caller);
    const heaps: number[] = [];
    let sent = 0;
    for (const mark of MARKS) {
      const client = async (): Promise<void> => {
        while (sent < requests * mark) await runner.answer(mixture(sent++));
      };
      await Promise.all(Array.from({ length: CLIENTS }, client));
      heaps.push(await workerd.heap());
    }
    console.log(`Heap after a collection, during ${requests.toLocaleString('en')} requests of all kinds, MB`);
    printTable([
      ['requests', ...MARKS.map((mark) => (requests * mark).toLocaleString('en'))],
      ['this API', ...heaps.map((bytes) => (bytes / 1_000_000).toFixed(1))],
    ]);
    const [first = Number.NaN] = heaps;
    const last = heaps.at(-1) ?? Number.NaN;
    return [atMost(`heap after ${requests.toLocaleString('en')} requests, to that after a quarter of them`, last / first, 1.05)];
  } finally {
    await workerd.stop();
  }
}

/** Of twenty: two lists, eight look-ups, eight documents that were never seen before, two writes. */
function mixture(turn: number): Document {
  const accountId = `subscriber-${turn % 30}`;
  const kind = turn % 10;
  if (kind === 0) return headline;
  if (kind === 1) {
    const query = 'mutation ($input: UpdateAccountInput!) { updateAccount(input: $input) { account { revision } userErrors { code } } }';
    return { title: 'a write', query, variables: { input: { accountId, name: `Renamed ${turn}` } } };
  }
  if (kind < 6) return accountById(accountId);
  return { title: 'a new document', query: `{ asked${turn}: account(by: { accountId: "${accountId}" }) { ${ACCOUNT} } }`, variables: {} };
}
