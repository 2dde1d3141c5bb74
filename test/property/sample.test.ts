import { type DefinitionNode, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { customAlphabet } from 'nanoid';
import { describe, expect, it } from 'vitest';
import { readExamples } from '../../scripts/document-files.ts';
import { exampleVariables, isExample } from '../../scripts/sample/examples.ts';
import { type Seeded, seed } from '../../scripts/sample/seed.ts';
import { addDays, type Day, dayInMonth, dayOf, monthOf } from '../../src/domain/day.ts';
import { ID_ALPHABET } from '../../src/domain/id.ts';
import { nodeApi } from '../support/node-api.ts';
import { IS_WHOLE } from '../support/runs.ts';
import { openSqlite } from '../support/sqlite.ts';

const random = customAlphabet(ID_ALPHABET);
const january = (year: number): number => monthOf(`${year}-01-01` as Day);
const eachDay = (from: Day, count: number): Day[] => Array.from({ length: count }, (_, i) => addDays(from, i));

/** Two days before the end of a month, until the second of the next. */
const monthEnd = (month: number): Day[] => eachDay(addDays(dayInMonth(month, 31), -2), 5);
const LEAP_YEAR = eachDay('2028-01-01' as Day, 366);
const MONTH_ENDS = Array.from({ length: 48 }, (_, i) => monthEnd(january(2026) + i)).flat();
/** Both ends of each February and year, and a whole weekend, in four years. */
const HARD_DAYS = [2026, 2027, 2028, 2029].flatMap((year) => [
  ...monthEnd(january(year) + 1),
  ...monthEnd(january(year) + 11),
  ...eachDay(dayInMonth(january(year) + 6, 3), 4),
]);

/** The end of a short February, of a long one, and of a year. */
const EVERYDAY = [monthEnd(january(2027) + 1), monthEnd(january(2028) + 1), monthEnd(january(2026) + 11)].flat();

const DAYS = [...new Set(IS_WHOLE ? [...LEAP_YEAR, ...MONTH_ENDS, ...HARD_DAYS] : EVERYDAY)].sort();
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
          refused: isFinalized ? [{ code: 'NO_DRAFT' }] : [],
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
