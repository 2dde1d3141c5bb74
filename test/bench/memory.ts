import type { Arena } from './arena.ts';
import { atMost, type Finding, printTable } from './finding.ts';
import { ACCOUNT, accountById, type Document, headline } from './questions.ts';
import { median } from './runner.ts';

const CLIENTS = 8;
const SAMPLES = 200;

/** What the product's process holds while it answers so many requests, of all kinds. */
export async function memory({ product }: Arena, requests: number): Promise<Finding[]> {
  const held: number[] = [];
  let sent = 0;
  const client = async (): Promise<void> => {
    while (sent < requests) {
      const turn = sent++;
      await product.answer(mixture(turn));
      if (turn % (requests / SAMPLES) === 0) held.push(await product.workerd.memory());
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  const quarters = [0, 1, 2, 3].map((quarter) => median(held.slice((quarter * SAMPLES) / 4, ((quarter + 1) * SAMPLES) / 4)));
  console.log(`Resident memory over ${requests.toLocaleString('en')} requests of all kinds, MB: the median of each quarter`);
  printTable([
    ['', 'first', 'second', 'third', 'last'],
    ['this API', ...quarters.map((bytes) => (bytes / 1_000_000).toFixed(0))],
  ]);
  const [, second = Number.NaN, , last = Number.NaN] = quarters;
  return [atMost(`memory over ${requests.toLocaleString('en')} requests: the last quarter, to the second`, last / second, 1.05)];
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
