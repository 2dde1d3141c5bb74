import { type DefinitionNode, Kind, type OperationDefinitionNode, OperationTypeNode, parse } from 'graphql';
import { customAlphabet } from 'nanoid';
import { beforeAll, describe, expect, it } from 'vitest';
import { exampleVariables, isExample } from '../../scripts/sample/examples.ts';
import { type Seeded, seed } from '../../scripts/sample/seed.ts';
import { Story } from '../../scripts/sample/story.ts';
import { ID_ALPHABET } from '../../src/domain/id.ts';
import { createAccount } from '../../src/operations/account/create.ts';
import { now } from '../support/clock.ts';
import { DB } from '../support/database.ts';
import { send } from '../support/organization.ts';

const random = customAlphabet(ID_ALPHABET);
const FILES = import.meta.glob('../../schema/{documents,examples}/*.graphql', { query: '?raw', import: 'default', eager: true });
const DOCUMENTS = Object.entries(FILES).flatMap(([path, document]) => {
  const name = path.replace(/.*\/|\.graphql/g, '');
  return isExample(name) ? [[name, document] as const] : [];
});

/**
 * The most rows that each operation of the documents reads on the sample data, which tells of today. A query is one call of D1, each of its
 * mutations two. The plan versions of schedules are read once each, which costs some rows where few schedules have the same one.
 */
const ROWS: Readonly<Record<string, number>> = {
  AccountEstimate: 60,
  AccountPage: 315,
  Accounts: 430,
  CalculateRevenue: 20,
  ComparePricePlanVersions: 25,
  CreatePlan: 25,
  PricePlanDraft: 120,
  FinalizePlan: 120,
  EditAndFinalize: 225,
  PreviewEdits: 300,
  Propose: 86,
  Approve: 88,
  CustomerPage: 60,
  Dashboard: 100,
  AnswerProposal: 86,
  ChangePlan: 70,
  FinalizeAndMigrate: 70,
  WatchJob: 10,
};

/** What an operation finalizes is a draft no more. */
const FINALIZES: ReadonlySet<string> = new Set(['FinalizePlan', 'FinalizeAndMigrate']);

let larkspur: Seeded;
let nordlicht: Seeded;

beforeAll(async () => {
  [larkspur, nordlicht] = await seed(DB, now(), random);
});

describe('the sample data', () => {
  it('has two organizations that do not know of each other', async () => {
    const query = '{ accounts(first: 100) { nodes { accountId } } }';
    const [first, second] = await Promise.all([accountIds(larkspur, query), accountIds(nordlicht, query)]);
    expect(first.length + second.length).toBeGreaterThanOrEqual(30);
    expect(first.filter((id) => second.includes(id))).toEqual([]);
  });

  it('has proposals in every status', async () => {
    const answer = JSON.stringify(await ask(larkspur, '{ proposals(first: 100) { nodes { status } } }'));
    for (const status of [
      'PROPOSAL_ACTIVE',
      'PROPOSAL_EXPIRED',
      'PROPOSAL_DECLINED',
      'PROPOSAL_APPROVED',
      'PROPOSAL_SUPERSEDED',
      'SUCCESS',
      'FAILURE',
    ]) {
      expect(answer).toContain(`"${status}"`);
    }
  });

  it('has moved who was on an older version of a plan, and kept the job', async () => {
    const answer = await ask(larkspur, '{ jobs { nodes { status completedJobEntries targetVersion { name version } } } }');
    expect(answer).toMatchObject({
      data: { jobs: { nodes: [{ status: 'COMPLETED', completedJobEntries: 2, targetVersion: { name: 'Vault', version: 2 } }] } },
    });
  });
});

describe('a story', () => {
  it('is told in the order of its days, however it was written down', async () => {
    const story = await Story.begin(DB, { name: 'Told', baseCurrency: 'USD', now: now(), random });
    const told: string[] = [];
    story.on(story.month(-2), async () => void told.push('second'));
    story.on(story.month(-3), async () => void told.push('first'));
    story.on(story.month(-2), async () => void told.push('third'));
    await story.run();
    expect(told).toEqual(['first', 'second', 'third']);
  });

  it('ends at a refusal, saying which call was refused and why', async () => {
    const story = await Story.begin(DB, { name: 'Broken', baseCurrency: 'USD', now: now(), random });
    story.on(story.day(-1), async (call) => {
      await call(createAccount, { customerId: 'nobody', accountId: 'a', name: 'An account' });
    });
    await expect(story.run()).rejects.toThrow(`createAccount on ${story.day(-1)} was refused:\n  NOT_FOUND at customerId:`);
  });
});

describe.each(DOCUMENTS)('%s.graphql', (name, document) => {
  it.each(operationsIn(document))('%s runs as it stands, and again, in as few calls and rows as ever', async (operationName) => {
    for (const attempt of ['first', 'second']) {
      const variables = (await exampleVariables(DB, larkspur.orgId, now()))[name];
      const unique = JSON.parse(JSON.stringify(variables).replaceAll('{{$timestamp}}', attempt));
      const { data, errors, extensions } = await ask(larkspur, document, unique, operationName);
      expect(errors).toBeUndefined();
      expect(refusalsIn(data)).toMatchObject(attempt === 'second' && FINALIZES.has(operationName) ? [{ code: 'NO_DRAFT' }] : []);
      expect(extensions.cost.d1Calls).toBeLessThanOrEqual(mostCalls(document, operationName));
      expect(extensions.cost.rowsRead).toBeLessThanOrEqual(ROWS[operationName] ?? 0);
    }
  });
});

interface Answer {
  readonly data: unknown;
  readonly errors?: unknown;
  readonly extensions: { readonly cost: { readonly d1Calls: number; readonly rowsRead: number } };
}

async function ask({ token }: Seeded, query: string, variables: object = {}, operationName?: string): Promise<Answer> {
  const response = await send('/graphql', { query, variables, operationName }, { authorization: `Bearer ${token}` });
  return response.json<Answer>();
}

async function accountIds(organization: Seeded, query: string): Promise<string[]> {
  const { data } = (await ask(organization, query)) as { data: { accounts: { nodes: { accountId: string }[] } } };
  return data.accounts.nodes.map(({ accountId }) => accountId);
}

const operationsIn = (document: string): string[] => operations(document).map(({ name }) => name?.value ?? '');

/** One for all that a query selects; a read and a write for each mutation, the second of which finds its work done at times. */
function mostCalls(document: string, operationName: string): number {
  const chosen = operations(document).find(({ name }) => name?.value === operationName);
  return chosen?.operation === OperationTypeNode.MUTATION ? 2 * chosen.selectionSet.selections.length : 1;
}

function operations(document: string): readonly OperationDefinitionNode[] {
  const isOperation = (definition: DefinitionNode): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION;
  return parse(document).definitions.filter(isOperation);
}

/** Every user error anywhere in an answer. */
function refusalsIn(data: unknown): unknown[] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) => (key === 'userErrors' ? value : refusalsIn(value)));
}
