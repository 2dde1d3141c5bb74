import { beforeAll, describe, expect, it } from 'vitest';
import { fee, mutate, type UserError } from '../support/catalogue.ts';
import { done } from '../support/jobs.ts';
import { MONTHLY, Organization } from '../support/organization.ts';
import { rowsOf } from '../support/shop.ts';
import { copyOf } from '../support/world.ts';

const FOR_EVER = { effectiveFrom: '2026-01-01', effectiveUntil: '9999-01-01' };
const AHEAD = { effectiveFrom: '2027-01-01', effectiveUntil: '2028-01-01' };

/** Everything that can sell an item, prepared while it was active; the accounts `acme` and `later` have it by contract, `other` has nothing. */
type Wares = Awaited<ReturnType<typeof stock>>['ids'];
let stocked: Organization;
let ids: Wares;
beforeAll(async () => {
  ({ org: stocked, ids } = await stock());
});

async function stock() {
  const org = await Organization.begin();
  for (const customerId of ['acme', 'other']) await org.customer(customerId);
  const make = async (mutation: string, payload: string, field: string, input: object): Promise<string> =>
    (await org.done<Readonly<Record<string, string>>>(mutation, `${payload} { ${field} }`, input, payload))[field] ?? '';
  const addOn = (name: string) => make('createAddOn', 'addOn', 'addOnId', { name, type: 'FIXED_FEE' });
  const [setup, base] = [await addOn('Setup'), await addOn('Base')];
  const draftOf = async (name: string, cards: Readonly<Record<string, string>>, type = 'BILLING') => {
    const details = { name, type, supportedCurrencies: ['USD'], ...(type === 'BILLING' && { pricingCycleConfig: MONTHLY }) };
    const pricePlanId = await make('createPricePlan', 'pricePlan', 'pricePlanId', details);
    const operations = Object.entries(cards).map(([rateCardName, id]) => ({ actionType: 'CREATE', rateCardName, rateCard: fee(id) }));
    await org.done('bulkPricePlanRateCardOperations', 'pricePlan { version }', { pricePlanId, operations }, 'pricePlan');
    return pricePlanId;
  };
  const planOf = async (...given: Parameters<typeof draftOf>) => {
    const pricePlanId = await draftOf(...given);
    await org.done('finalizePricePlan', 'pricePlan { version }', { pricePlanId }, 'pricePlan');
    return pricePlanId;
  };
  const team = await planOf('Team', { setup, base });
  const heir = await planOf('Heir', { setup, base });
  const plain = await planOf('Plain', { base });
  const pack = await planOf('Pack', { setup }, 'PURCHASE');
  const draft = await draftOf('Draft', { setup });
  await org.done('updatePricingSchedule', 'account { id }', { accountId: 'acme', pricePlanId: team, ...FOR_EVER }, 'account');
  await org.account('plain', 'acme');
  await org.done('updatePricingSchedule', 'account { id }', { accountId: 'plain', pricePlanId: plain, ...FOR_EVER }, 'account');
  await org.account('later', 'acme');
  await org.done('updatePricingSchedule', 'account { id }', { accountId: 'later', pricePlanId: team, ...AHEAD }, 'account');
  const { data } = await org.ask<{ account: { scheduleAt: { scheduleId: string } } }>(
    '{ account(by: { accountId: "later" }) { scheduleAt(day: "2027-06-01") { scheduleId } } }',
  );
  const association = { accountId: 'other', type: 'ASSOCIATION', pricePlanId: team, ...AHEAD };
  const propose = (paymentMode: string) => make('createProposal', 'proposal', 'proposalId', { ...association, paymentMode });
  const [postpaid, prepaid, open] = [await propose('POSTPAID'), await propose('PREPAID'), await propose('PREPAID')];
  const purchase = await make('initiatePurchase', 'purchase', 'purchaseId', { accountId: 'other', pricePlanId: pack });
  const { scheduleId } = data.account.scheduleAt;
  return { org, ids: { setup, base, team, heir, plain, pack, draft, postpaid, prepaid, open, purchase, scheduleId } };
}

interface MutationResult {
  /** The refusals, those of a finalize by the issues that it lists. */
  readonly codes: readonly string[];
  readonly paths: readonly (readonly string[])[];
}
type Route = (org: Organization, wares: Wares) => Promise<MutationResult>;

async function resultOf(org: Organization, mutation: string, input: object): Promise<MutationResult> {
  const { userErrors } = await mutate<{ userErrors: UserError[] }>(org, mutation, input);
  return {
    codes: userErrors.flatMap(({ code, issues }) => issues?.map((issue) => issue.code) ?? [code]),
    paths: userErrors.map(({ path }) => path),
  };
}

/** A draft of the edits, as the draft itself lists what stands against it and as its finalize refuses it. */
async function drafted(
  org: Organization,
  accountId: string,
  edits: readonly object[],
  more?: { mutation: string; input: object },
): Promise<MutationResult> {
  if (edits.length > 0) await org.done('bulkEditSchedules', 'draft { id }', { accountId, discard: true, edits }, 'draft');
  if (more) expect(await resultOf(org, more.mutation, more.input)).toMatchObject({ codes: [] });
  const { data } = await org.ask<{ account: { draft: { issues: { code: string }[] } } }>(
    `{ account(by: { accountId: "${accountId}" }) { draft { issues { code } } } }`,
  );
  const listed = data.account.draft.issues.map(({ code }) => code);
  const finalized = await resultOf(org, 'finalizeAccountSchedules', { accountId });
  expect(finalized.codes).toEqual(listed);
  return finalized;
}

const migration = (source: string, target: string, other: object = {}) => ({
  ...{ sourceId: source, sourceVersion: 1, targetId: target, migrationMode: 'IMMEDIATE' },
  ...other,
});

/** A migration and its job: refused when it is made, or else for each account. */
async function migrated(org: Organization, source: string, target: string): Promise<MutationResult> {
  const made = await mutate<{ job: { jobId: string } | null; userErrors: UserError[] }>(
    org,
    'migratePricePlan',
    migration(source, target),
    'job { jobId }',
  );
  if (!made.job) return { codes: made.userErrors.map(({ code }) => code), paths: made.userErrors.map(({ path }) => path) };
  const job = await done(org, made.job);
  return { codes: job.entries.nodes.flatMap(({ reason }) => reason?.code ?? []), paths: [['input', 'job']] };
}

const update = (rateCardName: string, id: string, rate: string) => ({ actionType: 'UPDATE', rateCardName, rateCard: fee(id, rate) });

/** Every way to sell an item: each begins something that has it, or changes what it costs. */
const ROUTES: Readonly<Record<string, Route>> = {
  'an association': (org, { team }) => resultOf(org, 'updatePricingSchedule', { accountId: 'other', pricePlanId: team, ...AHEAD }),
  'an association that overrides something else': (org, { team, base }) =>
    resultOf(org, 'updatePricingSchedule', {
      accountId: 'other',
      pricePlanId: team,
      pricePlanDetailsOverride: { rateCards: [update('base', base, '7')] },
      ...AHEAD,
    }),
  'an association that adds its card to another plan': (org, { plain, setup }) =>
    resultOf(org, 'updatePricingSchedule', {
      accountId: 'other',
      pricePlanId: plain,
      pricePlanDetailsOverride: { rateCards: [{ actionType: 'CREATE', rateCardName: 'setup', rateCard: fee(setup) }] },
      ...AHEAD,
    }),
  'an association in a batch': (org, { team }) =>
    resultOf(org, 'updatePricingScheduleBatch', { accountId: 'other', edits: [{ pricePlanId: team, ...AHEAD }] }),
  'an association in a draft': (org, { team }) => drafted(org, 'other', [{ ...AHEAD, associationConfig: { pricePlanId: team } }]),
  'a copy of a schedule in a draft': (org, { scheduleId }) => drafted(org, 'other', [{ ...AHEAD, associationConfig: { scheduleId } }]),
  'a change of its card in a draft': (org, { scheduleId, setup }) =>
    drafted(org, 'later', [], {
      mutation: 'bulkRateCardOperationsOnSchedule',
      input: { scheduleId, operations: [update('setup', setup, '7')] },
    }),
  'a proposal of an association': (org, { team }) =>
    resultOf(org, 'createProposal', { accountId: 'other', type: 'ASSOCIATION', pricePlanId: team, paymentMode: 'POSTPAID', ...AHEAD }),
  'a proposal of a grant': (org, { pack }) =>
    resultOf(org, 'createProposal', { accountId: 'other', type: 'ENTITLEMENT_GRANT', pricePlanId: pack, paymentMode: 'POSTPAID' }),
  'a revision of a proposal': (org, { open: proposalId }) => resultOf(org, 'reviseProposal', { proposalId, quantity: 2 }),
  'the approval of a postpaid proposal': (org, { postpaid: proposalId }) =>
    resultOf(org, 'updateProposalStatus', { proposalId, status: 'APPROVE' }),
  'the approval of a prepaid proposal': (org, { prepaid: proposalId }) =>
    resultOf(org, 'updateProposalStatus', { proposalId, status: 'APPROVE' }),
  'a purchase': (org, { pack }) => resultOf(org, 'initiatePurchase', { accountId: 'other', pricePlanId: pack }),
  'the completion of a purchase': (org, { purchase: purchaseId }) => resultOf(org, 'completePurchase', { purchaseId }),
  'a migration to a plan that has it': (org, { plain, heir }) => migrated(org, plain, heir),
  'the finalize of a plan that has it': (org, { draft: pricePlanId }) => resultOf(org, 'finalizePricePlan', { pricePlanId }),
};

const shop = () => copyOf(stocked);
const jobActions = async (org: Organization, jobId: string) =>
  (
    await org.ask<{ job: { availableActions: { action: string; allowed: boolean; code: string | null }[] } }>(
      'query ($id: String!) { job(jobId: $id) { availableActions { action allowed code } } }',
      { id: jobId },
    )
  ).data.job.availableActions;
const archive = (org: Organization) => mutate(org, 'archiveAddOn', { addOnId: ids.setup });
const unarchive = (org: Organization) => mutate(org, 'unarchiveAddOn', { addOnId: ids.setup });

describe('an archived item', () => {
  it.each(Object.entries(ROUTES))('is not sold by %s, and is once it is out of the archive', async (_name, route) => {
    const org = await shop();
    await archive(org);
    const refused = await route(org, ids);
    expect(refused.codes).toEqual(['BILLABLE_ARCHIVED']);
    expect(refused.paths.map((path) => path.length >= 2)).toEqual([true]);
    await unarchive(org);
    expect(await route(org, ids)).toMatchObject({ codes: [] });
  });

  it('keeps a migration that would sell it from being made or confirmed, and no account is asked first', async () => {
    const org = await shop();
    const { plain, heir } = ids;
    const waiting = migration(plain, heir, { requireConfirmation: true });
    const { jobId } = await org.done<{ jobId: string }>('migratePricePlan', 'job { jobId }', waiting, 'job');
    expect(await jobActions(org, jobId)).toContainEqual({ action: 'CONFIRM', allowed: true, code: null });
    await archive(org);
    const before = await rowsOf(org);
    const refused = { codes: ['BILLABLE_ARCHIVED'] };
    expect(await resultOf(org, 'confirmJob', { jobId })).toEqual({ ...refused, paths: [['input', 'jobId']] });
    expect(await jobActions(org, jobId)).toContainEqual({ action: 'CONFIRM', allowed: false, code: 'BILLABLE_ARCHIVED' });
    expect(await migrated(org, plain, heir)).toEqual({ ...refused, paths: [['input', 'targetId']] });
    expect(await resultOf(org, 'migratePricePlan', migration(plain, heir, { targetVersion: 1 }))).toEqual({
      ...refused,
      paths: [['input', 'targetVersion']],
    });
    expect(await rowsOf(org)).toEqual(before);
    await unarchive(org);
    expect(await resultOf(org, 'confirmJob', { jobId })).toMatchObject({ codes: [] });
  });

  it('goes on under a contract that has it: what leaves its card as it was is not refused', async () => {
    const org = await shop();
    await archive(org);
    const pause = { mode: 'DISASSOCIATE', effectiveFrom: '2028-01-01', effectiveUntil: '2028-02-01' };
    expect(await resultOf(org, 'updatePricingSchedule', { accountId: 'acme', ...pause })).toMatchObject({ codes: [] });
    // The pause ends in a part of the contract under a new id, which says what it said.
    const { plain, base, scheduleId, team, heir } = ids;
    const elsewhere = { effectiveFrom: '2029-01-01', effectiveUntil: '2030-01-01', associationConfig: { pricePlanId: plain } };
    expect(await drafted(org, 'acme', [elsewhere, { ...pause, effectiveUntil: '2028-03-01' }])).toMatchObject({ codes: [] });
    const input = { scheduleId, operations: [update('base', base, '7')] };
    expect(await drafted(org, 'later', [], { mutation: 'bulkRateCardOperationsOnSchedule', input })).toMatchObject({ codes: [] });
    expect(await migrated(org, team, heir)).toMatchObject({ codes: [] });
  });
});

describe.each([
  ['AddOn', 'addOn', { name: 'Seats', type: 'LICENSE' }],
  ['Feature', 'feature', { name: 'Storage', schemaAssociations: [] }],
  ['UsageMeter', 'usageMeter', { name: 'Calls' }],
])('archive and unarchive of %s', (type, field, input) => {
  it('move the item to and fro, each in one read and one write, and do nothing the second time', async () => {
    const org = await Organization.begin();
    const { [`${field}Id`]: id } = await org.done<Readonly<Record<string, string>>>(
      `create${type}`,
      `${field} { ${field}Id }`,
      input,
      field,
    );
    const move = (verb: string) => mutate(org, `${verb}${type}`, { [`${field}Id`]: id }, `${field} { status }`);
    for (const [verb, status] of [
      ['archive', 'ARCHIVED'],
      ['unarchive', 'ACTIVE'],
    ] as const) {
      expect(await move(verb)).toMatchObject({ [field]: { status }, userErrors: [], d1Calls: 2 });
      expect(await move(verb)).toMatchObject({ [field]: { status }, userErrors: [] });
      const { data } = await org.ask<{ auditLog: { nodes: object[] } }>(
        `{ auditLog(where: { operation: { eq: "${verb}${type}" } }) { nodes { operation } } }`,
      );
      expect(data.auditLog.nodes).toHaveLength(1);
    }
  });

  it('do not know an item of another sort', async () => {
    const org = await Organization.begin();
    for (const verb of ['archive', 'unarchive']) {
      const { userErrors } = await mutate(org, `${verb}${type}`, { [`${field}Id`]: 'addon.unknown' });
      expect(userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['input', `${field}Id`] }]);
    }
  });
});
