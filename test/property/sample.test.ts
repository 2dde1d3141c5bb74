import fc from 'fast-check';
import { type DefinitionNode, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { customAlphabet } from 'nanoid';
import { describe, expect, it } from 'vitest';
import { readExamples } from '../../scripts/document-files.ts';
import { exampleVariables, isExample } from '../../scripts/sample/examples.ts';
import { type Seeded, seed } from '../../scripts/sample/seed.ts';
import { addDays, type Day, dayInMonth, dayOf, monthOf } from '../../src/domain/day.ts';
import { ID_ALPHABET } from '../../src/domain/id.ts';
import { nodeApi } from '../support/node-api.ts';
import { IS_WHOLE, SEED, share } from '../support/runs.ts';
import { openSqlite } from '../support/sqlite.ts';

const random = customAlphabet(ID_ALPHABET);
const january = (year: number): number => monthOf(`${year}-01-01` as Day);
const eachDay = (from: Day, count: number): Day[] => Array.from({ length: count }, (_, i) => addDays(from, i));

/** Two days before the end of a month, until the second of the next. */
const monthEnd = (month: number): Day[] => eachDay(addDays(dayInMonth(month, 31), -2), 5);
const YEARS = [2026, 2027, 2028, 2029];
/** Each month's ends and middle, in a common year and in a leap year, and the days between two years. */
const HARD_DAYS = [
  ...[2027, 2028]
    .flatMap((year) => Array.from({ length: 12 }, (_, i) => january(year) + i))
    .flatMap((month) => [...monthEnd(month), dayInMonth(month, 15)]),
  ...YEARS.flatMap((year) => monthEnd(january(year) + 11)),
];
/** A week, and other days in every run. */
const PLAIN_DAYS = [
  ...eachDay('2028-07-03' as Day, 7),
  ...fc.sample(fc.nat(4 * 365), { numRuns: 20, seed: SEED }).map((count) => addDays('2026-01-01' as Day, count)),
];
/** The end of a short February, of a long one, or of a year. */
const EVERYDAY = share([january(2027) + 1, january(2028) + 1, january(2026) + 11], 3).flatMap(monthEnd);

const DAYS = [...new Set(IS_WHOLE ? [...HARD_DAYS, ...PLAIN_DAYS] : EVERYDAY)].sort();
const INSTANTS = [
  ...DAYS.map((day) => `${day}T12:00:00Z`),
  ...DAYS.filter((_, i) => i % 8 === 0).flatMap((day) => [`${day}T00:00:30Z`, `${day}T23:59:59Z`]),
  '2027-01-30T00:00:30Z',
  '2027-01-30T23:59:59Z',
];

describe('the sample data', () => {
  it.each(INSTANTS)('can be created at %s, and tells the same story', async (now) => {
    const d1 = openSqlite();
    await seed(d1, Date.parse(now), random);
    expect(await contentsOf(d1, dayOf(Date.parse(now)))).toEqual(CONTENTS);
  });

  it.each(INSTANTS.filter((_, i) => i % 12 === 0))('lets every shipped document run at %s, and all but a finalize again', async (now) => {
    const d1 = openSqlite();
    const [larkspur] = await seed(d1, Date.parse(now), random);
    const examples = await exampleVariables(d1, larkspur.orgId, Date.parse(now));
    for (const { name, document, operationName } of OPERATIONS) {
      for (const attempt of ['first', 'second']) {
        const variables = JSON.parse(JSON.stringify(examples[name]).replaceAll('{{$timestamp}}', attempt));
        const { errors, data } = await send(d1, now, larkspur, { query: document, variables, operationName });
        const isFinalized = attempt === 'second' && 'finalizePricePlan' in Object(data);
        expect({ operationName, attempt, errors, refused: refusalsIn(data) }).toMatchObject({
          operationName,
          attempt,
          errors: undefined,
          refused: isFinalized ? [{ code: 'ILLEGAL_TRANSITION' }] : [],
        });
      }
    }
  });
});

/** Number of rows of each kind, on any day. */
const CONTENTS = {
  organizations: 2,
  accounts: 30,
  schedulesInForce: 25,
  drafts: 3,
  purchases: {
    FAILURE: 2,
    PENDING: 1,
    PROPOSAL_ACTIVE: 4,
    PROPOSAL_APPROVED: 4,
    PROPOSAL_DECLINED: 1,
    PROPOSAL_SUPERSEDED: 1,
    SUCCESS: 5,
  },
};

async function contentsOf(d1: D1Database, today: Day) {
  const count = async (from: string, ...values: string[]) =>
    d1
      .prepare(`select count(*) as n from ${from}`)
      .bind(...values)
      .first<number>('n');
  const { results } = await d1
    .prepare(`select status, count(*) as n from purchases group by status order by status`)
    .all<{ status: string; n: number }>();
  return {
    organizations: await count('organizations'),
    accounts: await count('accounts'),
    schedulesInForce: await count(
      'schedules where draft_id is null and superseded_at is null and start_date <= ?1 and end_date > ?1',
      today,
    ),
    drafts: await count('drafts'),
    purchases: Object.fromEntries(results.map(({ status, n }) => [status, n])),
  };
}

/** Every operation of the examples, with the name of its file. */
const OPERATIONS = [...readExamples()].flatMap(([name, document]) =>
  isExample(name)
    ? parse(document)
        .definitions.filter(isOperation)
        .map((operation) => ({ name, document, operationName: operation.name?.value ?? '' }))
    : [],
);

function isOperation(definition: DefinitionNode): definition is OperationDefinitionNode {
  return definition.kind === Kind.OPERATION_DEFINITION;
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: unknown;
}

/** Sends a request through the whole API, at the instant `now`. */
async function send(d1: D1Database, now: string, { token }: Seeded, body: object): Promise<Answer> {
  const api = nodeApi(d1, { now: () => Date.parse(now), suggestions: true, delegatesRunAny: true });
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const request = new Request('http://localhost/graphql', { method: 'POST', headers, body: JSON.stringify(body) });
  const response = await api.answer(request);
  const answer = (await response.json()) as Answer;
  await api.settled();
  return answer;
}

/** Every user error anywhere in an answer. */
function refusalsIn(data: unknown): unknown[] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) => (key === 'userErrors' ? value : refusalsIn(value)));
}
