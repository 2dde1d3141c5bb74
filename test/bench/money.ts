import { now } from '../../scripts/clock.ts';
import { readDocuments } from '../../scripts/document-files.ts';
import { dayOf } from '../../src/domain/day.ts';
import { fraction } from '../../src/domain/rating/fraction.ts';
import { statementOf } from '../../src/domain/rating/statement.ts';
import { calls, cycleAt, served } from '../support/rating.ts';
import type { Arena } from './arena.ts';
import { atMost, countAtMost, type Finding, printTable } from './finding.ts';
import type { Document } from './questions.ts';
import { median } from './runner.ts';
import { METERED } from './telecom.ts';
import type { Effort } from './turns.ts';

const CYCLES = 12;

/** CPU of an estimate of a year with 20 rate cards, beside the page of the same account, and of the largest statement. */
export async function money({ product }: Arena, { rounds, duration }: Effort): Promise<Finding[]> {
  const meters = {
    title: 'meters',
    query: '{ billableItems(first: 100, where: { kind: { eq: USAGE_METER } }) { nodes { billableId } } }',
    variables: {},
  };
  const { billableItems } = (await product.answer(meters)).data as { billableItems: { nodes: readonly { billableId: string }[] } };
  const usage = billableItems.nodes.map(({ billableId }) => ({ billableId, quantity: '1500' }));
  const page = document('account-page', { accountId: METERED, day: dayOf(now()) });
  const estimate = document('account-estimate', { accountId: METERED, cycles: CYCLES, usage });
  const answer = await product.watched(estimate);
  const found = (answer.data as { account: { estimate: { refusals: readonly object[] } } }).account.estimate;
  if (found.refusals.length > 0) throw new Error(`The estimate is refused: ${JSON.stringify(found.refusals)}`);

  const cpuOf = async (question: Document) => (await product.press(question, { clients: 8, duration })).cpu;
  for (const question of [page, estimate]) await cpuOf(question);
  const [ofPage, ofEstimate]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    ofPage.push(await cpuOf(page));
    ofEstimate.push(await cpuOf(estimate));
  }
  const toPage = median(ofEstimate.map((cpu, round) => cpu / (ofPage[round] ?? Number.NaN)));
  const largest = largestStatement();
  console.log(`Account.estimate of ${CYCLES} cycles of 20 rate cards, and the page of the same account`);
  printTable([
    ['', 'D1 calls', 'rows read', 'KB', 'ms of CPU'],
    ['estimate', String(answer.d1Calls), String(answer.rowsRead), (answer.bytes / 1000).toFixed(1), median(ofEstimate).toFixed(1)],
    ['account page', '', '', '', median(ofPage).toFixed(1)],
  ]);
  console.log(
    `A statement of 200 rate cards of 100 slabs, all reached: ${largest.lines} lines, ${largest.cpu.toFixed(0)} ms of CPU (in Node)\n`,
  );
  return [
    atMost(`an estimate of ${CYCLES} cycles of 20 rate cards: CPU, to the account's page`, toPage, 2),
    countAtMost('an estimate: D1 calls', answer.d1Calls, 1),
  ];
}

function document(name: string, variables: Document['variables']): Document {
  const query = readDocuments().get(name);
  if (query === undefined) throw new Error(`There is no document "${name}".`);
  return { title: name, query, variables };
}

/** CPU of pricing 200 rate cards of 100 slabs each, all of them reached: more than any plan can store. */
function largestStatement(): { readonly lines: number; readonly cpu: number } {
  const steps = Array.from({ length: 100 }, (_, i) => ({ after: String(i * 10), rate: `0.${i + 10}` }));
  const cards = Array.from({ length: 200 }, (_, i) => calls(steps, { name: `card-${i}`, billableId: `item-${i}` }));
  const usage = new Map(cards.map(({ billableId }) => [billableId ?? '', fraction(100_005n, 100n)]));
  const cycle = cycleAt(served('2026-11-01'));
  const input = { currency: 'USD', cards, rules: [], cycle, proration: 'BY_DAYS', usage, overage: new Map(), licenses: new Map() } as const;
  const cpus = Array.from({ length: 5 }, () => {
    const before = process.cpuUsage();
    const statement = statementOf(input);
    const lines = statement.ok ? statement.value.lines.length : 0;
    const { user, system } = process.cpuUsage(before);
    return { lines, cpu: (user + system) / 1000 };
  });
  return { lines: cpus[0]?.lines ?? 0, cpu: median(cpus.map(({ cpu }) => cpu)) };
}
