import assert from 'node:assert/strict';
import type { Arena } from './arena.ts';
import { atMost, countAtMost, type Finding, printTable } from './finding.ts';
import { accountById, headline, type Question } from './questions.ts';
import { type Answer, median, type Runner } from './runner.ts';

export interface Effort {
  /** How often each has its turn. */
  readonly rounds: number;
  /** Milliseconds of a turn. */
  readonly duration: number;
}

const CLIENTS = 8;

/** CPU a request, beside the floor's and the peers': the headline query, and the same of one account. */
export async function speed(arena: Arena, effort: Effort): Promise<Finding[]> {
  const list = await race(arena, headline, effort);
  const one = await race(arena, accountById('subscriber-0'), effort);
  return [
    atMost('headline query: CPU, to the floor', list.cpu, 2.5),
    countAtMost('headline query: D1 calls', list.d1Calls, 1),
    { ...atMost('headline query: rows read, to the entities returned', list.rowsRead / list.entities, 1.2), isExact: true },
    atMost('one account by id, nested: CPU, to the floor', one.cpu, 2),
    countAtMost('one account by id, nested: D1 calls', one.d1Calls, 1),
  ];
}

/** Lets each answer in turns, so that whatever else the machine does meets all. Answers the product's figures, CPU as a ratio to the floor's. */
async function race(arena: Arena, question: Question, { rounds, duration }: Effort) {
  const { all, floor, product } = arena;
  const answers = await compare(arena, question);
  const cpu = new Map<Runner, number[]>();
  for (const runner of all) await runner.press(question, { clients: CLIENTS, duration });
  for (let round = 0; round < rounds; round++) {
    for (const runner of all) {
      const spell = await runner.press(question, { clients: CLIENTS, duration });
      cpu.set(runner, [...(cpu.get(runner) ?? []), spell.cpu]);
    }
  }
  const least = cpu.get(floor) ?? [];
  const rows = all.map((runner) => {
    const { data, bytes, d1Calls, rowsRead } = answers.get(runner) as Answer;
    const spells = cpu.get(runner) ?? [];
    const ratio = median(spells.map((spell, round) => spell / (least[round] ?? Number.NaN)));
    return { runner, bytes, d1Calls, rowsRead, entities: entitiesIn(data), milliseconds: median(spells), cpu: ratio };
  });
  const own = rows[all.indexOf(product)];
  if (!own) throw new Error('the product did not run');
  console.log(`${question.title}: ${own.entities} entities, ${CLIENTS} requests at once`);
  printTable([
    ['', 'D1 calls', 'rows read', 'KB', 'ms of CPU', 'to the floor'],
    ...rows.map(({ runner: { contestant }, d1Calls, rowsRead, bytes, milliseconds, cpu }) => [
      contestant.name,
      String(d1Calls),
      String(rowsRead),
      (bytes / 1000).toFixed(1),
      milliseconds.toFixed(1),
      `${cpu.toFixed(2)}x`,
    ]),
  ]);
  return own;
}

/** What each answers, once all are found to answer the same. */
async function compare({ all, floor }: Arena, question: Question): Promise<ReadonlyMap<Runner, Answer>> {
  const { data } = await floor.answer(question);
  const answers = new Map<Runner, Answer>();
  for (const runner of all) {
    const answer = await runner.watched(question);
    assert.deepEqual(answer.data, data, `${runner.contestant.name} does not answer ${question.title} as the floor does`);
    answers.set(runner, answer);
  }
  return answers;
}

/** Rows that an answer tells of: an account, a schedule, a rate card one each; a `pricePlan` two, the version and the plan that has its name. */
function entitiesIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const own = ['name', 'startDate', 'version'].filter((field) => field in value).length;
  return Object.values(value).reduce((sum: number, field) => sum + entitiesIn(field), own);
}
