import { buildClientSchema, type GraphQLSchema, getIntrospectionQuery, getNamedType, type IntrospectionQuery, parse } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { enlarge } from '../support/enlarge.ts';
import { addBusy, grow } from '../support/growth.ts';
import { listsOf, nodesOf, ownedBy } from '../support/lists.ts';
import { documentOf, SCENARIOS } from '../support/mutations.ts';
import { type Answer, type Organization, send } from '../support/organization.ts';
import { selectionOf } from '../support/schema-walk.ts';
import { type Ids, openWorld } from '../support/world.ts';

/** How many of everything there is: together they are over the 2 MB of a value. */
const COUNT = 10;
/** As many as the price of the widest list allows with the objects of its nodes. */
const PAGE = 50;

let org: Organization;
let ids: Ids;
let schema: GraphQLSchema;
let variables: Readonly<Record<string, string>>;

/** A world whose account `busy` has many of everything, with every value as large as it can be. */
beforeAll(async () => {
  const world = await openWorld();
  ({ org, ids } = world);
  const { pricePlanId: plan, purchaseId: bought, proposalId: offered } = await addBusy(world);
  variables = { ...ids, plan, bought, offered };
  schema = buildClientSchema((await org.ask<IntrospectionQuery>(getIntrospectionQuery({ oneOf: true }))).data);
  await grow(org, 1, COUNT);
  await enlarge(org);
});

/** What a caller can do something about: it asked for too much. */
const TOO_MUCH: Readonly<Record<string, RegExp>> = {
  ANSWER_TOO_LARGE: /over (2|16),000,000 bytes/,
  QUERY_TOO_EXPENSIVE: /at most 100,000 are allowed/,
};

type Data = Readonly<Record<string, { readonly userErrors: readonly object[] }>>;

/** What an answer says that is neither data nor a refusal by size which names the limit. */
function faultsOf({ status, errors = [] }: Pick<Answer<unknown>, 'status' | 'errors'>): readonly unknown[] {
  const faults = errors.filter(({ message, extensions }) => !TOO_MUCH[String(extensions.code)]?.test(message));
  return [...(status >= 500 ? [status] : []), ...faults];
}

/** Asks with those variables that a selection names. */
function ask(selection: string): Promise<Answer<unknown>> {
  const named = Object.keys(variables).filter((name) => new RegExp(`\\$${name}\\b`).test(selection));
  const declared = named.map((name) => `$${name}: String!`).join(', ');
  return org.ask(`query${declared && `(${declared})`} { ${selection} }`, Object.fromEntries(named.map((name) => [name, variables[name]])));
}

/** Runs one operation of a document. */
async function run(query: string, operationName: string | undefined, sent: object): Promise<Pick<Answer<unknown>, 'status' | 'errors'>> {
  const response = await send('/graphql', { query, operationName, variables: sent }, org.headers);
  return { status: response.status, ...(await response.json<object>()) };
}

const FILES = import.meta.glob('../../schema/{documents,examples}/*.graphql', { query: '?raw', import: 'default', eager: true });

/** The variables of the operations that the examples and documents have, by their names. */
const SENT: Readonly<Record<string, (ids: Ids) => object>> = {
  AccountPage: () => ({ accountId: 'busy', day: '2026-11-21' }),
  AccountChanges: () => ({ accountId: 'busy', last: 50 }),
  AccountSearch: () => ({ search: 'a', first: 50 }),
  AccountTimeline: () => ({ accountId: 'busy', from: '2026-01-01', until: '2030-01-01', cycles: 12, withDraft: true }),
  DraftSchedules: () => ({ accountId: 'busy', from: '2026-01-01', cycles: 12 }),
  TimelineRevisions: () => ({ accountId: 'busy' }),
  TimelineSchedules: () => ({ accountId: 'busy', from: '2026-01-01', until: '2030-01-01', cycles: 12 }),
  ConfirmMigration: ({ job }) => ({ jobId: job }),
  CustomerProposal: ({ proposal }) => ({ proposalId: proposal }),
  CustomerProposals: () => ({ first: 50 }),
  DecideProposal: ({ proposal }) => ({ proposalId: proposal, status: 'DECLINE', comment: 'No' }),
  DelegateToAccount: () => ({ accountId: 'busy' }),
  DiscardDraft: () => ({ input: { accountId: 'busy' } }),
  DraftMoney: () => ({ accountId: 'busy', cycles: 24 }),
  EditDraft: () => ({
    input: { accountId: 'busy', edits: [{ mode: 'DISASSOCIATE', effectiveFrom: '2027-03-01', effectiveUntil: '2027-06-01' }] },
  }),
  FailedEntries: ({ job }) => ({ jobId: job, first: 50 }),
  WaitingEntries: ({ job }) => ({ jobId: job, first: 50 }),
  FinalizeDraft: () => ({ input: { accountId: 'busy', anyDraft: true } }),
  MigratePlan: ({ pro }) => ({ input: { sourceId: pro, sourceVersion: 1, migrationMode: 'NEXT_CYCLE' } }),
  Migration: ({ job }) => ({ jobId: job }),
  Migrations: () => ({ first: 50 }),
  OverridePrices: ({ draftSchedule }) => ({
    input: { scheduleId: draftSchedule, operations: [{ actionType: 'DELETE', rateCardName: 'nothing' }] },
  }),
  PlanCost: ({ pro, calls: billableId }) => ({
    ...{ pricePlanId: pro, from: 1, to: 1, currency: 'USD' },
    curve: { billableId, quantities: ['100'] },
  }),
  PlanRateCards: ({ pro }) => ({ pricePlanId: pro, first: 25 }),
  PlanSearch: () => ({ first: 50 }),
  PlanVersion: ({ pro }) => ({ pricePlanId: pro, since: 1 }),
  PlanVersions: ({ pro }) => ({ pricePlanId: pro, first: 50 }),
  PlansToAssociate: () => ({ first: 50 }),
  ProposalRateCards: ({ proposal }) => ({ proposalId: proposal, first: 25 }),
  ProposalsThatExpire: () => ({ now: '2026-11-21T00:00:00Z', before: '2100-01-01T00:00:00Z', first: 50 }),
  RebaseDraft: () => ({ input: { accountId: 'busy' } }),
  RejectMigration: ({ job }) => ({ jobId: job }),
  SchedulePrices: ({ draftSchedule }) => ({ scheduleId: draftSchedule }),
  Viewer: () => ({}),
  AccountLicenses: () => ({ accountId: 'busy', first: 100 }),
  TokenNames: () => ({ first: 100 }),
  Accounts: () => ({ first: 100 }),
  CreatePlan: () => ({ name: 'Large' }),
  PricePlanDraft: ({ basic, extra, calls }) => ({ pricePlanId: basic, seat: extra, calls }),
  FinalizePlan: ({ basic, basicDraft }) => ({ pricePlanId: basic, referenceId: basicDraft }),
  CustomerPage: () => ({ accountId: 'busy' }),
  Dashboard: () => ({ first: 20, after: null, withPrices: true }),
  AnswerProposal: ({ proposal }) => ({ proposalId: proposal, status: 'DECLINE' }),
  EditAndFinalize: ({ pro }) => ({ accountId: 'busy', pricePlanId: pro, from: '2027-03-01', until: '2027-06-01' }),
  ChangePlan: ({ basic }) => ({ pricePlanId: basic, description: 'Large' }),
  FinalizeAndMigrate: ({ basic, basicDraft }) => ({ pricePlanId: basic, referenceId: basicDraft }),
  WatchJob: ({ job }) => ({ jobId: job }),
  Propose: ({ pro }) => ({ accountId: 'busy', pricePlanId: pro, quantity: 1 }),
  Approve: ({ proposal }) => ({ proposalId: proposal }),
  AccountEstimate: () => ({ accountId: 'busy', cycles: 24 }),
  AccountsOnVersion: ({ pro }) => ({ pricePlanId: pro, version: 1, day: '2027-01-01', first: 100 }),
  ContractsThatEnd: () => ({ from: '2026-11-21', before: '9999-01-01', first: 100 }),
  FollowChanges: () => ({ first: 100 }),
  OldDrafts: () => ({ before: '2100-01-01T00:00:00Z', first: 100 }),
  CalculateRevenue: ({ pro }) => ({ pricePlanId: pro, from: '2026-12-01', usage: [] }),
  ComparePricePlanVersions: ({ pro, calls: billableId }) => ({
    ...{ pricePlanId: pro, from: 1, to: 1, start: '2026-12-01', licenses: [] },
    curve: { billableId, quantities: ['100'] },
  }),
  PreviewEdits: ({ pro: pricePlanId }) => ({
    ...{ accountId: 'busy', edits: [{ pricePlanId, effectiveFrom: '2027-03-01', effectiveUntil: '2027-06-01' }], money: { cycles: 24 } },
  }),
};

describe('Data as large as it can be is answered, or refused by its size with the limit', () => {
  it('in every list of the schema', async () => {
    const answers = { whole: 0, refused: 0 };
    const faults: object[] = [];
    for (const { owner, name, field } of listsOf(schema)) {
      for (const depth of [0, 1]) {
        const answer = await ask(
          ownedBy(owner, `${field.name}(first: ${PAGE}) { nodes ${selectionOf(schema, nodesOf(getNamedType(field.type)), depth)} }`),
        );
        answers[answer.errors ? 'refused' : 'whole']++;
        const found = faultsOf(answer);
        if (found.length > 0) faults.push({ name, depth, found });
      }
    }
    expect(faults).toEqual([]);
    expect(answers.whole).toBeGreaterThan(20);
    expect(answers.refused).toBeGreaterThan(10);
  });

  it('by every operation that ships', async () => {
    const faults: object[] = [];
    const tried = new Set<string>();
    for (const query of Object.values(FILES)) {
      for (const { name } of parse(query).definitions.filter((each) => each.kind === 'OperationDefinition')) {
        const sent = SENT[name?.value ?? ''];
        tried.add(name?.value ?? '');
        if (!sent) continue;
        const found = faultsOf(await run(query, name?.value, { ...sent(ids) }));
        if (found.length > 0) faults.push({ name: name?.value, found });
      }
    }
    expect(faults).toEqual([]);
    expect([...tried].sort()).toEqual(Object.keys(SENT).sort());
  });

  it('by every mutation, with all that its payload offers', async () => {
    const answers = { accepted: 0, refused: 0 };
    const faults: object[] = [];
    for (const { mutation, accepted } of SCENARIOS) {
      const payload = schema.getMutationType()?.getFields()[mutation]?.type;
      if (!payload) throw new Error(`no mutation ${mutation}`);
      const given = accepted(ids);
      const input = { ...given, ...('accountId' in given && given.accountId === 'contracted' && { accountId: 'busy' }) };
      const answer = await org.ask<Data>(documentOf(mutation, selectionOf(schema, payload, 1).slice(1, -1)), { input });
      if (answer.errors) answers.refused++;
      else if (answer.data[mutation]?.userErrors.length === 0) answers.accepted++;
      const found = faultsOf(answer);
      if (found.length > 0) faults.push({ mutation, found });
    }
    expect(faults).toEqual([]);
    expect(answers.accepted).toBeGreaterThan(25);
    expect(answers.refused).toBeGreaterThan(3);
  });
});
