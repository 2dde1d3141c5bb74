import type { Arena } from './arena.ts';
import { atMost, countAtMost, type Finding, printTable } from './finding.ts';
import type { Question } from './questions.ts';
import { type Answer, median, type Runner } from './runner.ts';
import type { Effort } from './turns.ts';

/** Writes of one turn, and the accounts that they are spread over. */
const [WRITES, ACCOUNTS] = [240, 30];

/** Writes a second on one database, CPU and rows written, beside transactions by hand that write the same. */
export async function writes({ floor, product }: Arena, { rounds }: Effort): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [name, question] of Object.entries(QUESTIONS)) {
    const contestants = [floor, product].map((runner) => ({ runner, ask: numbered(question), cpus: [] as number[] }));
    const taken: Answer[] = [];
    for (const { runner, ask } of contestants) taken.push(await cheapest(runner, ask));
    const rates = { alone: [[], []] as number[][], together: [[], []] as number[][] };
    for (let round = 0; round < rounds; round++) {
      for (const [i, { runner, ask, cpus }] of contestants.entries()) {
        rates.alone[i]?.push((await turn(runner, ask, 1)).rate);
        const { rate, cpu } = await turn(runner, ask, 8);
        rates.together[i]?.push(rate);
        cpus.push(cpu);
      }
    }
    const [least, own] = contestants.map(({ cpus }) => cpus);
    const toFloor = median((own ?? []).map((cpu, round) => cpu / (least?.[round] ?? Number.NaN)));
    console.log(`${name}: ${WRITES} writes a turn, over ${ACCOUNTS} accounts of one database`);
    printTable([
      ['', 'D1 calls', 'rows read', 'rows written', 'ms of CPU, 8 at once', 'writes a second, 1 client', '8 clients'],
      ...contestants.map(({ runner, cpus }, i) => [
        runner.contestant.name,
        String(taken[i]?.d1Calls),
        String(taken[i]?.rowsRead),
        String(taken[i]?.rowsWritten),
        median(cpus).toFixed(1),
        median(rates.alone[i] ?? []).toFixed(0),
        median(rates.together[i] ?? []).toFixed(0),
      ]),
    ]);
    const more = (taken[1]?.rowsWritten ?? Number.NaN) - (taken[0]?.rowsWritten ?? Number.NaN);
    findings.push(
      countAtMost(`${name}: rows written, more than by hand`, more, 0),
      atMost(`${name}: CPU, to a transaction by hand`, toFloor, 3),
    );
  }
  return findings;
}

/** Returns the questions of a contestant, one after the other: each changes something that the one before did not. */
function numbered(question: (i: number) => Question): () => Question {
  let i = 0;
  return () => question(i++);
}

/** What a write takes of D1, without what a request takes now and then, such as the look-up of its token. */
async function cheapest(runner: Runner, ask: () => Question): Promise<Answer> {
  const answers = [await runner.answer(ask()), await runner.answer(ask()), await runner.answer(ask())];
  const [first] = answers.toSorted((a, b) => a.rowsWritten - b.rowsWritten || a.d1Calls - b.d1Calls);
  if (!first) throw new Error('no answer');
  return first;
}

/** Makes so many writes, with so many under way at any time. */
async function turn(runner: Runner, ask: () => Question, clients: number): Promise<{ readonly rate: number; readonly cpu: number }> {
  let left = WRITES;
  const [began, cpu] = [performance.now(), await runner.workerd.cpu()];
  const client = async (): Promise<void> => {
    while (left-- > 0) await runner.send(ask());
  };
  await Promise.all(Array.from({ length: clients }, client));
  return { rate: (WRITES * 1_000) / (performance.now() - began), cpu: ((await runner.workerd.cpu()) - cpu) / WRITES };
}

const write = (name: string, input: object, path: string): Question => ({
  title: name,
  query: `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) {
    ${name}(input: $input) { account { revision } userErrors { code message } } }`,
  variables: { input },
  method: 'POST',
  path,
  rows: { query: '', data: () => null },
});

const QUESTIONS: Readonly<Record<string, (i: number) => Question>> = {
  updateAccount: (i) => {
    const [accountId, name] = [`subscriber-${i % ACCOUNTS}`, `Renamed ${i}`];
    return write('updateAccount', { accountId, name }, `/accounts/${accountId}/name?name=${encodeURIComponent(name)}`);
  },
  updatePricingSchedule: (i) => {
    const [accountId, year] = [`subscriber-${i % ACCOUNTS}`, 2100 + Math.floor(i / ACCOUNTS)];
    const [effectiveFrom, effectiveUntil] = [`${year}-01-01`, `${year}-07-01`];
    return write(
      'updatePricingSchedule',
      { accountId, mode: 'DISASSOCIATE', effectiveFrom, effectiveUntil },
      `/accounts/${accountId}/gap?from=${effectiveFrom}&until=${effectiveUntil}`,
    );
  },
};
