import { Kind, type OperationDefinitionNode, OperationTypeNode, parse, print } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { mutate, refusal } from '../support/catalogue.ts';
import type { Organization } from '../support/organization.ts';
import { everyRow } from '../support/rows.ts';
import { copyOf, openWorld, type World } from '../support/world.ts';

let world: World;
let org: Organization;
beforeAll(async () => {
  world = await openWorld();
  org = world.org;
  edits = [edit('2031-01-01', '2032-01-01')];
});

/** A copy of the world for one test: `drafting` has a draft, `contracted` and `spare` have none. */
const begin = async () => copyOf(org);

const edit = (effectiveFrom: string, effectiveUntil: string) => ({
  effectiveFrom,
  effectiveUntil,
  associationConfig: { pricePlanId: world.ids.idle },
});
let edits: readonly object[];

interface Edited {
  readonly draft: { readonly draftId: string; readonly revision: number } | null;
  readonly account: { readonly revision: number; readonly timelineRevision: number; readonly draft: object | null } | null;
  readonly schedules: readonly object[];
}
const SELECTED =
  'draft { draftId revision } account { revision timelineRevision draft { id } } schedules { startDate endDate pricePlan { name } }';
const bulkEdit = (at: Organization, accountId: string, input: object = {}) =>
  mutate<Edited>(at, 'bulkEditSchedules', { accountId, edits, ...input }, SELECTED);

/** Asks for what must be refused, and answers the refusals; nothing may be written. */
async function refused(at: Organization, mutation: string, input: object) {
  const before = await everyRow(at);
  const refusals = await refusal(at, mutation, input);
  expect(await everyRow(at)).toEqual(before);
  return refusals;
}

describe('the revision of a draft', () => {
  it('grows with every change of the draft, and with nothing else', async () => {
    const at = await begin();
    expect((await bulkEdit(at, 'contracted')).draft?.revision).toBe(1);
    expect((await bulkEdit(at, 'contracted')).draft?.revision).toBe(1);
    expect((await bulkEdit(at, 'contracted', { edits: [edit('2033-01-01', '2034-01-01')] })).draft?.revision).toBe(2);
    await mutate(at, 'updateAccount', { accountId: 'contracted', name: 'Renamed' });
    const { draft } = await mutate<Edited>(at, 'rebaseDraft', { accountId: 'stale' }, SELECTED);
    expect(draft).toEqual({ draftId: world.ids.staleDraft, revision: 2 });
  });
});

describe('finalizeAccountSchedules', () => {
  it('is refused without a draft that is selected, and for one that is selected twice', async () => {
    const at = await begin();
    const selections = [
      [{ anyDraft: null }, 'draftId'],
      [{ anyDraft: false }, 'draftId'],
      [{ anyDraft: true, draftId: world.ids.draft }, 'anyDraft'],
    ] as const;
    for (const [selection, field] of selections) {
      expect(await refused(at, 'finalizeAccountSchedules', { accountId: 'drafting', ...selection })).toMatchObject([
        { code: 'INVALID_VALUE', path: ['input', field] },
      ]);
    }
  });

  it('accepts whatever draft there is where the request says so, and only a revision that it expects', async () => {
    const at = await begin();
    const any = { accountId: 'drafting', anyDraft: true };
    expect(await refused(at, 'finalizeAccountSchedules', { ...any, expectedDraftRevision: 9 })).toMatchObject([{ code: 'CONFLICT' }]);
    expect(await refused(at, 'finalizeAccountSchedules', { ...any, accountId: 'contracted' })).toMatchObject([{ code: 'NO_DRAFT' }]);
    expect(await mutate(at, 'finalizeAccountSchedules', any)).toMatchObject({ userErrors: [], d1Calls: 2 });
  });

  it('is refused for a draft that is not the account’s, and changes nothing', async () => {
    const at = await begin();
    const other = { accountId: 'drafting', draftId: world.ids.staleDraft };
    expect(await refused(at, 'finalizeAccountSchedules', other)).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'draftId'] }]);
    expect(await refused(at, 'finalizeAccountSchedules', { ...other, accountId: 'contracted' })).toMatchObject([{ code: 'NO_DRAFT' }]);
  });

  it('is refused for a draft that changed since the expected revision, and accepts the current one', async () => {
    const at = await begin();
    await bulkEdit(at, 'drafting');
    const named = { accountId: 'drafting', draftId: world.ids.draft };
    expect(await refused(at, 'finalizeAccountSchedules', { ...named, expectedDraftRevision: 1 })).toMatchObject([
      { code: 'CONFLICT', path: ['input', 'expectedDraftRevision'], currentRevision: 2 },
    ]);
    expect(await mutate(at, 'finalizeAccountSchedules', { ...named, expectedDraftRevision: 2 })).toMatchObject({
      userErrors: [],
      d1Calls: 2,
    });
  });

  it('is refused for a draft that was discarded and begun anew', async () => {
    const at = await begin();
    const { draft } = await bulkEdit(at, 'drafting', { discard: true });
    expect(draft?.draftId).not.toBe(world.ids.draft);
    const named = { accountId: 'drafting', draftId: world.ids.draft };
    expect(await refused(at, 'finalizeAccountSchedules', named)).toMatchObject([{ code: 'NOT_FOUND' }]);
  });
});

describe('bulkEditSchedules with `finalize`', () => {
  it('writes the active timeline that a draft and its finalize write, in one write, and leaves no draft', async () => {
    const [once, twice] = [await begin(), await begin()];
    const finalized = await bulkEdit(once, 'contracted', { finalize: true });
    await bulkEdit(twice, 'contracted');
    const inTwo = await mutate<Edited>(
      twice,
      'finalizeAccountSchedules',
      { accountId: 'contracted' },
      SELECTED.replace(/draft \{.*?\} /, ''),
    );
    expect(finalized).toMatchObject({ userErrors: [], draft: null, d1Calls: 2 });
    expect(finalized.schedules).toEqual(inTwo.schedules);
    expect(finalized.account).toMatchObject({ timelineRevision: inTwo.account?.timelineRevision, draft: null });
  });

  it('is refused for an account with a draft that it does not discard, and changes nothing', async () => {
    const at = await begin();
    expect(await refused(at, 'bulkEditSchedules', { accountId: 'drafting', edits, finalize: true })).toMatchObject([
      { code: 'DRAFT_EXISTS', path: ['input', 'finalize'] },
    ]);
    const discarding = await bulkEdit(at, 'drafting', { finalize: true, discard: true });
    expect(discarding).toMatchObject({ userErrors: [], draft: null, account: { draft: null } });
    expect(discarding.schedules).toContainEqual(expect.objectContaining({ startDate: '2031-01-01', endDate: '2032-01-01' }));
  });

  it('is refused for what a finalize is refused for, and changes nothing', async () => {
    const at = await begin();
    const soon = { accountId: 'contracted', edits: [edit('2026-11-01', '2032-01-01')], finalize: true };
    expect(await refused(at, 'bulkEditSchedules', soon)).toMatchObject([{ code: 'EFFECTIVE_FROM_TOO_EARLY' }]);
    await mutate(at, 'updateAccount', { accountId: 'spare', invoiceCurrency: 'EUR' });
    expect(await refused(at, 'bulkEditSchedules', { accountId: 'spare', edits, finalize: true })).toMatchObject([
      { code: 'FINALIZE_BLOCKED', issues: [{ code: 'CURRENCY_NOT_SUPPORTED' }] },
    ]);
    await mutate(at, 'updateAccount', { accountId: 'spare', status: 'DRAFT' });
    expect(await refused(at, 'bulkEditSchedules', { accountId: 'spare', edits, finalize: true })).toMatchObject([
      { code: 'ACCOUNT_NOT_ACTIVE' },
    ]);
  });

  it('requires the scope to finalize', async () => {
    const at = await begin();
    const token = { name: 'editor', scopes: ['SCHEDULES_WRITE', 'SCHEDULES_READ'] };
    const editor = at.with(await at.done<string>('createApiToken', 'secret', token, 'secret'));
    const document = 'mutation ($input: BulkEditSchedulesInput!) { bulkEditSchedules(input: $input) { userErrors { code } } }';
    const { errors } = await editor.ask(document, { input: { accountId: 'contracted', edits, finalize: true } });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN', scopes: ['SCHEDULES_FINALIZE'] } }]);
    expect((await editor.ask(document, { input: { accountId: 'contracted', edits, finalize: false } })).errors).toBeUndefined();
  });
});

describe('finalizePricePlan', () => {
  it('is refused without a draft that is selected, and for one that is selected twice', async () => {
    const at = await begin();
    const { basic: pricePlanId, basicDraft: referenceId, pro } = world.ids;
    expect(await refused(at, 'finalizePricePlan', { pricePlanId, anyDraft: null })).toMatchObject([
      { code: 'INVALID_VALUE', path: ['input', 'referenceId'] },
    ]);
    expect(await refused(at, 'finalizePricePlan', { pricePlanId, referenceId, anyDraft: true })).toMatchObject([
      { code: 'INVALID_VALUE', path: ['input', 'anyDraft'] },
    ]);
    expect(await refused(at, 'finalizePricePlan', { pricePlanId: pro, anyDraft: true })).toMatchObject([{ code: 'NO_DRAFT' }]);
    expect(await mutate(at, 'finalizePricePlan', { pricePlanId, anyDraft: true })).toMatchObject({ userErrors: [], d1Calls: 2 });
  });

  it('is refused for a version that is not the draft of the plan, and changes nothing', async () => {
    const at = await begin();
    for (const referenceId of ['ppv.00000000000.00000', world.ids.draft]) {
      expect(await refused(at, 'finalizePricePlan', { pricePlanId: world.ids.basic, referenceId })).toMatchObject([
        { code: 'NOT_FOUND', path: ['input', 'referenceId'] },
      ]);
    }
    const named = { pricePlanId: world.ids.basic, referenceId: world.ids.basicDraft };
    expect(await mutate(at, 'finalizePricePlan', named)).toMatchObject({ userErrors: [] });
    expect(await refused(at, 'finalizePricePlan', named)).toMatchObject([{ code: 'ILLEGAL_TRANSITION' }]);
  });
});

/** The operations of the shipped documents that change something. */
const FILES = import.meta.glob('../../schema/{documents,examples}/*.graphql', { query: '?raw', import: 'default', eager: true });
const SHIPPED = Object.values(FILES).flatMap((file) => {
  const { definitions } = parse(String(file));
  const fragments = definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  return definitions
    .filter((definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION)
    .filter(({ operation }) => operation === OperationTypeNode.MUTATION)
    .map((operation) => ({
      name: operation.name?.value ?? '',
      operation,
      document: print({ kind: Kind.DOCUMENT, definitions: [operation, ...fragments] }),
    }));
});

/** Variables with which an operation is refused, beside those that name nothing there is. */
const refusedVariables = ({
  basic,
  basicDraft,
  draft,
  idle,
  pack,
  pro,
  purchase,
}: World['ids']): Readonly<Record<string, readonly object[]>> => {
  const period = { from: '2031-01-01', until: '2032-01-01' };
  const edited = { accountId: 'contracted', pricePlanId: idle, ...period };
  const offered = { accountId: 'contracted', pricePlanId: pack, quantity: 1 };
  const finalized = [
    { pricePlanId: basic, referenceId: draft },
    { pricePlanId: pro, referenceId: basicDraft },
  ];
  return {
    CreatePlan: [{ name: 'Pro' }],
    FinalizePlan: finalized,
    // The first version of a plan has no accounts to move.
    FinalizeAndMigrate: [...finalized, { pricePlanId: basic, referenceId: basicDraft }],
    ChangePlan: [{ pricePlanId: basic, description: 'x'.repeat(256) }],
    EditAndFinalize: [
      { ...edited, accountId: 'drafting' },
      { ...edited, accountId: 'stale' },
      { ...edited, pricePlanId: pack },
      { ...edited, from: '2026-11-01' },
      { ...edited, until: edited.from },
    ],
    Propose: [
      { ...offered, pricePlanId: basic },
      { ...offered, quantity: -1 },
    ],
    Approve: [{ proposalId: purchase }],
    AnswerProposal: [{ proposalId: purchase, status: 'APPROVE' }],
  };
};

describe.each(SHIPPED)('the shipped operation $name', ({ operation, name, document }) => {
  it('is one mutation, so that no step follows one that was refused', () => {
    expect(operation.selectionSet.selections).toHaveLength(1);
  });

  it('changes nothing when it is refused, whatever drafts there are', async () => {
    const at = await begin();
    const before = await everyRow(at);
    const known = refusedVariables(world.ids)[name] ?? [];
    const required = (operation.variableDefinitions ?? []).flatMap(({ variable, type }) =>
      type.kind === Kind.NON_NULL_TYPE ? [[variable.name.value, LEAST[print(type.type)] ?? 'nothing'] as const] : [],
    );
    const nothing = Object.fromEntries(required);
    for (const variables of name in UNREFUSED ? known : [nothing, ...known]) {
      const { data, errors } = await at.ask<Record<string, { userErrors: object[] }>>(document, { ...variables });
      const [payload] = Object.values(data ?? {});
      expect({ variables, errors, payload }).toMatchObject({ errors: undefined, payload: { userErrors: [expect.anything()] } });
    }
    expect(await everyRow(at)).toEqual(before);
  });
});

describe('discardPricePlan', () => {
  it('is refused for a version that is not the draft of the plan, and changes nothing', async () => {
    const at = await begin();
    const { basic: pricePlanId, basicDraft: referenceId } = world.ids;
    expect(await refused(at, 'discardPricePlan', { pricePlanId, referenceId: 'ppv.00000000000.00000' })).toMatchObject([
      { code: 'NOT_FOUND', message: 'No draft "ppv.00000000000.00000" of the plan.', path: ['input', 'referenceId'] },
    ]);
    expect(await mutate(at, 'discardPricePlan', { pricePlanId, referenceId })).toMatchObject({ userErrors: [] });
  });
});

/** What a variable that is no text has at least. */
const PAUSE = { mode: 'DISASSOCIATE', effectiveFrom: '2031-01-01', effectiveUntil: '2032-01-01' };
const LEAST: Readonly<Record<string, unknown>> = {
  Date: '2031-01-01',
  ProposalResponse: 'DECLINE',
  '[PricingScheduleEditInput!]': [PAUSE],
  BulkEditSchedulesInput: { accountId: 'nothing', edits: [PAUSE] },
  BulkRateCardOperationsOnScheduleInput: { scheduleId: 'nothing', operations: [{ actionType: 'DELETE', rateCardName: 'nothing' }] },
  DiscardAccountSchedulesInput: { accountId: 'nothing' },
  FinalizeAccountSchedulesInput: { accountId: 'nothing', anyDraft: true },
  MigratePricePlanInput: { sourceId: 'nothing', sourceVersion: 1, migrationMode: 'IMMEDIATE' },
  RebaseDraftInput: { accountId: 'nothing' },
};

/** Operations that make what they name. */
const UNREFUSED: Readonly<Record<string, true>> = { CreatePlan: true };
