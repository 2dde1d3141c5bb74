import assert from 'node:assert/strict';
import type { Arena } from './arena.ts';
import { dataLoaders } from './contestants.ts';
import { atMost, countAtMost, type Finding, printTable } from './finding.ts';
import { accountById, headline, nothing, type Question } from './questions.ts';
import type { Answer, Runner } from './runner.ts';
import { type Effort, inTurns, standingOf } from './turns.ts';

const CLIENTS = 8;

/** CPU a request, beside the floor's and the peers': the headline query, the same of one account, and a query that reads nothing. */
export async function speed(arena: Arena, effort: Effort): Promise<Finding[]> {
  const list = await race(arena, headline, effort);
  const one = await race(arena, accountById('subscriber-0'), effort);
  const none = await race(arena, nothing, effort);
  return [
    atMost('headline query: CPU, to the floor', list.toFloor, 1.5),
    atMost(`headline query: CPU, to ${dataLoaders.name}`, list.toLoaders, 1),
    countAtMost('headline query: D1 calls', list.d1Calls, 1),
    { ...atMost('headline query: rows read, to the entities returned', list.rowsRead / list.entities, 1.2), isExact: true },
    atMost('one account by id, nested: CPU, to the floor', one.toFloor, 1.8),
    countAtMost('one account by id, nested: D1 calls', one.d1Calls, 1),
    atMost(`${nothing.title}: CPU, to ${dataLoaders.name}`, none.toLoaders, 1.2),
  ];
}

/** Answers the product's figures, CPU as a ratio to the floor's and to that of DataLoaders. */
async function race(arena: Arena, question: Question, { rounds, duration }: Effort) {
  const answers = await compare(arena, question);
  const cpuOf = async (runner: Runner) => (await runner.press(question, { clients: CLIENTS, duration })).cpu;
  // Once for nothing: the first requests are those that a runtime learns its code by.
  await inTurns(arena, 1, cpuOf);
  const standings = (await inTurns(arena, rounds, cpuOf)).map((standing) => {
    const { data, bytes, d1Calls, rowsRead } = answers.get(standing.runner) as Answer;
    return { ...standing, bytes, d1Calls, rowsRead, entities: entitiesIn(data) };
  });
  const own = standingOf(arena, standings);
  const loaders = standings.find(({ runner: { contestant } }) => contestant === dataLoaders);
  console.log(`${question.title}: ${own.entities} entities, ${CLIENTS} requests at once`);
  printTable([
    ['', 'D1 calls', 'rows read', 'KB', 'ms of CPU', 'to the floor'],
    ...standings.map(({ runner: { contestant }, d1Calls, rowsRead, bytes, typical, toFloor }) => [
      contestant.name,
      String(d1Calls),
      String(rowsRead),
      (bytes / 1000).toFixed(1),
      typical.toFixed(typical < 10 ? 2 : 1),
      `${toFloor.toFixed(2)}x`,
    ]),
  ]);
  return { ...own, toLoaders: own.toFloor / (loaders?.toFloor ?? Number.NaN) };
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
