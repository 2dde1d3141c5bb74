import { buildClientSchema, type GraphQLSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { oneOfEverything } from '../support/everything.ts';
import { type Organization, send } from '../support/organization.ts';
import { type RandomRequest, RandomRequests, randomFrom } from '../support/random-requests.ts';
import { IS_WHOLE, RUNS } from '../support/runs.ts';

const SEED = 20261121;
const REQUESTS = (IS_WHOLE ? 400 : 200) * RUNS;
/** At once: enough to race, few enough to tell which one hangs. */
const TOGETHER = 8;

/** What an answer shows only when something of the inside has leaked out. */
const INSIDES = /D1_|SQLITE|Failed query|insert into|select "|_assert|\bat .*\.(ts|js):\d|TypeError|RangeError/;
/** What a caller can be at fault for. */
const CODES = ['BAD_REQUEST', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT', 'QUERY_TOO_EXPENSIVE'];

let schema: GraphQLSchema;
let org: Organization;

beforeAll(async () => {
  org = await oneOfEverything('fuzz');
  schema = buildClientSchema((await org.ask<IntrospectionQuery>(getIntrospectionQuery())).data);
});

describe('any request', () => {
  it('is answered in the shape of GraphQL, without a fault of ours and without a word of the inside', async () => {
    const requests = new RandomRequests(schema, randomFrom(SEED), await textsOf(org));
    const faults: object[] = [];
    const outcomes = new Map<string, number>();
    for (let sent = 0; sent < REQUESTS; sent += TOGETHER) {
      const batch = Array.from({ length: TOGETHER }, () => requests.next());
      for (const { request, fault, outcome } of await Promise.all(batch.map(answerTo))) {
        if (fault !== null) faults.push({ fault, ...request });
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      }
    }
    expect(faults.slice(0, 5)).toEqual([]);
    // The generator is worth something only while a good part of what it makes is run.
    expect(outcomes.get('data') ?? 0).toBeGreaterThan(REQUESTS / 3);
  });
});

/** What is wrong with the answer to a request; null when nothing is. */
async function answerTo(request: RandomRequest): Promise<{ request: RandomRequest; fault: string | null; outcome: string }> {
  const response = await send('/graphql', request, { authorization: `Bearer ${org.token}`, 'x-test-now': org.now });
  const text = await response.text();
  const body = parsed(text);
  const codes = body?.errors?.map(({ extensions }) => extensions?.code ?? 'none') ?? [];
  const strange = codes.find((code) => !CODES.includes(code));
  const fault =
    body === null || (body.data === undefined && !body.errors?.length)
      ? `not an answer: ${text.slice(0, 300)}`
      : response.status >= 500 || strange !== undefined
        ? `${response.status} ${strange}: ${text.slice(0, 500)}`
        : INSIDES.test(text)
          ? `the inside: ${INSIDES.exec(text)?.[0]} in ${text.slice(0, 500)}`
          : null;
  return { request, fault, outcome: body?.data ? 'data' : (codes[0] ?? 'nothing') };
}

interface Body {
  readonly data?: object | null;
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
}

function parsed(text: string): Body | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Ids and names that exist, so that requests reach something. */
async function textsOf(organization: Organization): Promise<string[]> {
  const { data } = await organization.ask<Record<string, { nodes: Record<string, string>[] }>>(`{
    accounts { nodes { id accountId name } pageInfo { endCursor } } customers { nodes { id customerId } }
    pricePlans { nodes { id pricePlanId name } } proposals { nodes { id proposalId } }
    billableItems { nodes { id billableId } }
  }`);
  const found = Object.values(data).flatMap(({ nodes }) => nodes.flatMap((node) => Object.values(node)));
  return [...found, 'fuzz-account', 'fuzz-alias', 'New name', 'a@example.com', '1', 'NIL', 'fee'];
}
