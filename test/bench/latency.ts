import type { Arena } from './arena.ts';
import { atMost, countAtMost, type Finding, printTable } from './finding.ts';
import { type Document, headline } from './questions.ts';
import { median } from './runner.ts';
import { type Effort, inTurns, standingOf } from './turns.ts';

/** Milliseconds that each D1 call takes longer: a database that is not next door. */
const DELAY = 20;

/** How long the headline query and mutations take where D1 is far away. */
export async function latency(arena: Arena, effort: Effort): Promise<Finding[]> {
  const [alone, together] = [await queries(arena, effort, 1), await queries(arena, effort, 8)];
  return [
    atMost(`headline query, D1 ${DELAY} ms away, one at a time: latency, to the floor`, alone, 1.2),
    atMost(`headline query, D1 ${DELAY} ms away, 8 at once: latency, to the floor`, together, 1.2),
    ...(await mutations(arena, effort)),
  ];
}

/** Answers the product's latency as a ratio to the floor's. */
async function queries(arena: Arena, { rounds, duration }: Effort, clients: number): Promise<number> {
  const standings = await inTurns(arena, rounds, async (runner) => {
    const spell = await runner.press(headline, { clients, duration, delay: DELAY });
    return spell.latency;
  });
  console.log(`${headline.title}, D1 ${DELAY} ms away, ${clients} at once`);
  printTable([
    ['', 'ms', 'to the floor'],
    ...standings.map(({ runner, typical, toFloor }) => [runner.contestant.name, typical.toFixed(0), `${toFloor.toFixed(2)}x`]),
  ]);
  return standingOf(arena, standings).toFloor;
}

/** What a delay adds to each mutation, in what it adds to one statement of the floor's. */
async function mutations({ floor, product }: Arena, { rounds }: Effort): Promise<Finding[]> {
  const one = await added(rounds, (delay) => floor.answer(headline, delay));
  const findings: Finding[] = [];
  const rows: string[][] = [];
  for (const [name, document] of Object.entries(MUTATIONS)) {
    let d1Calls = Number.POSITIVE_INFINITY;
    let i = 0;
    const delays = await added(rounds, async (delay) => {
      const answer = await product.answer(document(++i), delay);
      const { userErrors } = (answer.data as Record<string, { userErrors: unknown[] }>)[name] ?? { userErrors: ['no payload'] };
      if (userErrors.length > 0) throw new Error(`${name} was refused: ${JSON.stringify(userErrors)}`);
      // Now and then a request looks its token up as well; what counts is every other one.
      d1Calls = Math.min(d1Calls, answer.d1Calls);
      return answer;
    });
    // A call after another is one delay more: a whole number, but for what the machine does beside.
    const inDelays = Math.round(delays / one);
    rows.push([name, String(d1Calls), delays.toFixed(0)]);
    findings.push(
      countAtMost(`${name}: D1 calls`, d1Calls, 2),
      atMost(`${name}, D1 ${DELAY} ms away: delays that it waits for`, inDelays, 2, ''),
    );
  }
  console.log(`What ${DELAY} ms a D1 call add to a mutation; to the floor's one statement, ${one.toFixed(0)} ms`);
  printTable([['', 'D1 calls', 'ms'], ...rows]);
  return findings;
}

/** The median difference that a delay makes, over turns with and without it. */
async function added(rounds: number, ask: (delay: number) => Promise<{ readonly latency: number }>): Promise<number> {
  const times = { near: [] as number[], far: [] as number[] };
  for (let turn = 0; turn < rounds * 6; turn++) {
    times.near.push((await ask(0)).latency);
    times.far.push((await ask(DELAY)).latency);
  }
  return median(times.far) - median(times.near);
}

const mutation = (name: string, input: object): Document => ({
  title: name,
  query: `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) {
    ${name}(input: $input) { account { accountId revision schedules { nodes { startDate } } } userErrors { code message } } }`,
  variables: { input },
});

/** Each to be accepted again and again. */
const MUTATIONS: Readonly<Record<string, (turn: number) => Document>> = {
  createAccount: (turn) => mutation('createAccount', { customerId: 'subscriber-0', accountId: `new-${turn}`, name: `New ${turn}` }),
  updateAccount: (turn) => mutation('updateAccount', { accountId: 'subscriber-1', name: `Renamed ${turn}` }),
  updatePricingSchedule: (turn) =>
    mutation('updatePricingSchedule', {
      accountId: 'subscriber-2',
      mode: 'DISASSOCIATE',
      effectiveFrom: `${2100 + turn}-01-01`,
      effectiveUntil: `${2100 + turn}-07-01`,
    }),
  bulkEditSchedules: (turn) =>
    mutation('bulkEditSchedules', {
      accountId: 'subscriber-3',
      discard: true,
      edits: [{ mode: 'DISASSOCIATE', effectiveFrom: `${2100 + turn}-01-01`, effectiveUntil: '9999-01-01' }],
    }),
};
