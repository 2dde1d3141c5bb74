import { beforeEach, describe, expect, it } from 'vitest';
import { fee, mutate, type UserError } from '../support/catalogue.ts';
import { done } from '../support/jobs.ts';
import { MONTHLY, Organization } from '../support/organization.ts';

const FROM = { effectiveFrom: '2027-01-01', effectiveUntil: '9999-01-01' };
let org: Organization;
beforeEach(async () => {
  org = await Organization.begin();
  await org.customer('acme');
});

interface MutationResult {
  readonly code: string;
  readonly path: readonly string[];
}

/** Why a mutation is refused; of a finalize, the issues that it lists. */
async function resultOf(mutation: string, input: object): Promise<readonly MutationResult[]> {
  const { userErrors } = await mutate<{ userErrors: UserError[] }>(org, mutation, input);
  return userErrors.flatMap(({ code, path, issues }) => issues?.map((issue) => ({ code: issue.code, path })) ?? [{ code, path }]);
}

/** A plan of one fee that is charged in arrears; of two currencies where that is asked for. */
async function planOf(name: string, { currencies = ['USD'], deferredRevenue = false }): Promise<{ pricePlanId: string; addOnId: string }> {
  const { addOnId } = await org.done<{ addOnId: string }>('createAddOn', 'addOn { addOnId }', { name, type: 'FIXED_FEE' }, 'addOn');
  const details = { name, type: 'BILLING', pricingCycleConfig: MONTHLY, supportedCurrencies: currencies, deferredRevenue };
  const { pricePlanId } = await org.done<{ pricePlanId: string }>('createPricePlan', 'pricePlan { pricePlanId }', details, 'pricePlan');
  const rateValues = currencies.map((currency) => ({ currency, rate: '100' }));
  const operations = [
    { actionType: 'CREATE', rateCardName: 'fee', rateCard: { fixedFee: { billableId: addOnId, invoiceTiming: 'IN_ARREARS', rateValues } } },
  ];
  await org.done('bulkPricePlanRateCardOperations', 'pricePlan { version }', { pricePlanId, operations }, 'pricePlan');
  await org.done('finalizePricePlan', 'pricePlan { version }', { pricePlanId }, 'pricePlan');
  return { pricePlanId, addOnId };
}

/** A plan that does not bear an override of its fee, and one that does. */
interface Defect {
  readonly code: string;
  readonly strict: Parameters<typeof planOf>[1];
  readonly lenient: Parameters<typeof planOf>[1];
}

const IN_ADVANCE = (addOnId: string) => [
  { actionType: 'UPDATE', rateCardName: 'fee', rateCard: { fixedFee: { ...fee(addOnId).fixedFee, invoiceTiming: 'IN_ADVANCE' } } },
];

describe.each<Defect>([
  { code: 'DEFERRED_REVENUE_LIMIT', strict: { deferredRevenue: true }, lenient: {} },
  { code: 'RATE_MISSING', strict: { currencies: ['USD', 'EUR'] }, lenient: {} },
])('an override that a plan does not bear, by $code', ({ code, strict, lenient }) => {
  it('is refused with the same code and a path, whichever way it takes', async () => {
    const { pricePlanId, addOnId } = await planOf('Strict', strict);
    const rateCards = IN_ADVANCE(addOnId);
    const edit = { pricePlanId, ...FROM, pricePlanDetailsOverride: { rateCards } };
    const accountId = 'acme';

    const ways: Record<string, readonly MutationResult[]> = {
      edit: await resultOf('updatePricingSchedule', { accountId, ...edit }),
      batch: await resultOf('updatePricingScheduleBatch', { accountId, edits: [edit] }),
      dryRun: await resultOf('updatePricingScheduleBatch', { accountId, edits: [edit], dryRun: true }),
      proposal: await resultOf('createProposal', {
        accountId,
        type: 'ASSOCIATION',
        paymentMode: 'POSTPAID',
        pricePlanId,
        ...FROM,
        purchasePlanOverride: { rateCards },
      }),
    };
    const edits = [{ ...FROM, associationConfig: { pricePlanId } }];
    const { schedules } = await org.done<{ schedules: { nodes: { scheduleId: string }[] } }>(
      'bulkEditSchedules',
      'draft { schedules { nodes { scheduleId } } }',
      { accountId, edits },
      'draft',
    );
    const scheduleId = schedules.nodes[0]?.scheduleId;
    expect(await resultOf('bulkRateCardOperationsOnSchedule', { scheduleId, operations: rateCards })).toEqual([]);
    ways.draft = await resultOf('finalizeAccountSchedules', { accountId });
    for (const [way, refusals] of Object.entries(ways)) {
      expect([way, refusals.map((refusal) => refusal.code)]).toEqual([way, [code]]);
      expect([way, refusals.every(({ path }) => path.length >= 2)]).toEqual([way, true]);
    }
  });

  it('fails a migration that would keep it, with the same code', async () => {
    const source = await planOf('Lenient', lenient);
    const target = await planOf('Strict', strict);
    const override = { pricePlanDetailsOverride: { rateCards: IN_ADVANCE(source.addOnId) } };
    await org.done(
      'updatePricingSchedule',
      'account { id }',
      { accountId: 'acme', pricePlanId: source.pricePlanId, ...FROM, ...override },
      'account',
    );
    const input = { sourceId: source.pricePlanId, sourceVersion: 1, targetId: target.pricePlanId, migrationMode: 'IMMEDIATE' };
    const { jobId } = await org.done<{ jobId: string }>('migratePricePlan', 'job { jobId }', input, 'job');
    expect((await done(org, { jobId })).entries.nodes).toMatchObject([{ status: 'FAILED', reason: { code } }]);
  });
});

describe('a currency that the account is not invoiced in', () => {
  it('is refused with the same code by an edit, a proposal, a purchase and a draft', async () => {
    const { pricePlanId } = await planOf('Euro', { currencies: ['EUR'] });
    const accountId = 'acme';
    const found = [
      await resultOf('updatePricingSchedule', { accountId, pricePlanId, ...FROM }),
      await resultOf('createProposal', { accountId, type: 'ASSOCIATION', paymentMode: 'POSTPAID', pricePlanId, ...FROM }),
      await resultOf('initiatePurchase', { accountId, type: 'ASSOCIATION', pricePlanId, ...FROM }),
    ];
    for (const refusals of found) expect(refusals).toEqual([{ code: 'CURRENCY_NOT_SUPPORTED', path: ['input', 'pricePlanId'] }]);
    await org.done('bulkEditSchedules', 'draft { id }', { accountId, edits: [{ ...FROM, associationConfig: { pricePlanId } }] }, 'draft');
    expect(await resultOf('finalizeAccountSchedules', { accountId })).toEqual([
      { code: 'CURRENCY_NOT_SUPPORTED', path: ['input', 'accountId'] },
    ]);
  });
});

describe('an account that is not active', () => {
  it('is refused at the field that names it, or the object that is its own, whatever the mutation', async () => {
    const { pricePlanId } = await planOf('Plan', {});
    const accountId = 'acme';
    const proposed = { accountId, type: 'ASSOCIATION', paymentMode: 'POSTPAID', pricePlanId, ...FROM };
    const { proposalId } = await org.done<{ proposalId: string }>('createProposal', 'proposal { proposalId }', proposed, 'proposal');
    const bought = { accountId, type: 'ASSOCIATION', pricePlanId, ...FROM };
    const { purchaseId } = await org.done<{ purchaseId: string }>('initiatePurchase', 'purchase { purchaseId }', bought, 'purchase');
    await org.done('bulkEditSchedules', 'draft { id }', { accountId, edits: [{ ...FROM, associationConfig: { pricePlanId } }] }, 'draft');
    await org.done('updateAccount', 'account { id }', { accountId, status: 'DRAFT' }, 'account');

    const edit = { pricePlanId, ...FROM };
    const refused: Readonly<Record<string, readonly MutationResult[]>> = {
      accountId: [
        ...(await resultOf('updatePricingSchedule', { accountId, ...edit })),
        ...(await resultOf('updatePricingScheduleBatch', { accountId, edits: [edit, edit] })),
        ...(await resultOf('finalizeAccountSchedules', { accountId })),
        ...(await resultOf('initiatePurchase', bought)),
      ],
      proposalId: await resultOf('updateProposalStatus', { proposalId, status: 'APPROVE' }),
      purchaseId: await resultOf('completePurchase', { purchaseId }),
    };
    expect(refused.accountId).toHaveLength(4);
    for (const [field, refusals] of Object.entries(refused)) {
      for (const refusal of refusals) expect(refusal).toEqual({ code: 'ACCOUNT_NOT_ACTIVE', path: ['input', field] });
    }
  });
});

describe('licenses', () => {
  it('are never fewer than 0, by an edit, by edits of one batch together, or with a finalize', async () => {
    const { addOnId: licenseId } = await org.done<{ addOnId: string }>(
      'createAddOn',
      'addOn { addOnId }',
      { name: 'Seats', type: 'LICENSE' },
      'addOn',
    );
    const { pricePlanId } = await planOf('Plan', {});
    const accountId = 'acme';
    const grant = (quantity: string, effectiveFrom: string) => ({
      preActions: [{ type: 'GRANT_LICENSE', config: { licenseId, updateType: 'RELATIVE', quantity, effectiveFrom } }],
    });
    const year = (n: number) => ({ pricePlanId, effectiveFrom: `${n}-01-01`, effectiveUntil: `${n + 1}-01-01` });
    expect(await resultOf('updatePricingSchedule', { accountId, ...year(2027), ...grant('5', '2027-01-01T00:00:00Z') })).toEqual([]);
    const later = grant('-4', '2027-06-01T00:00:00Z');
    expect(await resultOf('updatePricingSchedule', { accountId, ...year(2028), ...later })).toEqual([]);

    const rest = ['preActions', '0', 'config', 'quantity'];
    const negative = (...path: string[]) => [{ code: 'LICENSES_NEGATIVE', path: ['input', ...path, ...rest] }];
    // Of 5 licenses 4 are taken back in June already.
    expect(await resultOf('updatePricingSchedule', { accountId, ...year(2029), ...grant('-2', '2027-03-01T00:00:00Z') })).toEqual(
      negative(),
    );
    const edits = [year(2029), { ...year(2030), ...grant('-2', '2027-07-01T00:00:00Z') }];
    expect(await resultOf('updatePricingScheduleBatch', { accountId, edits })).toEqual(negative('edits', '1'));
    const drafted = { ...year(2029), pricePlanId: undefined, associationConfig: { pricePlanId } };
    await org.done('bulkEditSchedules', 'draft { id }', { accountId, edits: [drafted] }, 'draft');
    expect(await resultOf('finalizeAccountSchedules', { accountId, ...grant('-2', '2027-07-01T00:00:00Z') })).toEqual(negative());
    expect(await resultOf('finalizeAccountSchedules', { accountId, ...grant('-1', '2027-07-01T00:00:00Z') })).toEqual([]);
  });
});

describe('a draft that begins too early by now', () => {
  it('says so in its issues, and account and draft agree that it cannot be finalized', async () => {
    const { pricePlanId } = await planOf('Plan', {});
    const accountId = 'acme';
    await org.done('updatePricingSchedule', 'account { id }', { accountId, pricePlanId, ...FROM, effectiveFrom: '2026-01-01' }, 'account');
    const edits = [{ mode: 'DISASSOCIATE', effectiveFrom: '2026-11-22', effectiveUntil: '2027-01-01' }];
    await org.done('bulkEditSchedules', 'draft { id }', { accountId, edits }, 'draft');
    const actions = 'availableActions { action allowed reason }';
    type Actions = { availableActions: { action: string; allowed: boolean; reason: string | null }[] };
    const read = async () => {
      const { data } = await org.ask<{ account: Actions & { draft: Actions & { issues: { code: string; errorMessage: string }[] } } }>(
        `{ account(by: { accountId: "acme" }) { ${actions} draft { ${actions} issues { code errorMessage } } } }`,
      );
      const { draft, ...account } = data.account;
      const finalize = ({ availableActions }: Actions) => availableActions.find(({ action }) => action.startsWith('FINALIZE'));
      return { issues: draft.issues, ofDraft: finalize(draft), ofAccount: finalize(account) };
    };
    expect(await read()).toMatchObject({ issues: [], ofDraft: { allowed: true }, ofAccount: { allowed: true } });
    org.now = '2026-11-25T08:00:00Z';
    const late = await read();
    expect(late).toMatchObject({
      issues: [{ code: 'EFFECTIVE_FROM_TOO_EARLY' }],
      ofDraft: { allowed: false },
      ofAccount: { allowed: false },
    });
    expect(late.ofDraft?.reason).toBe(late.ofAccount?.reason);
    expect(late.issues[0]?.errorMessage).toBe(late.ofDraft?.reason);
    expect(await resultOf('finalizeAccountSchedules', { accountId })).toEqual([
      { code: 'EFFECTIVE_FROM_TOO_EARLY', path: ['input', 'accountId'] },
    ]);
  });
});

describe('a change that begins in the past', () => {
  const accountId = 'acme';
  const PAST = { effectiveFrom: '2026-03-10', effectiveUntil: '2026-03-20' };
  const CONTRACT = { effectiveFrom: '2026-01-01', effectiveUntil: '2027-01-01' };

  /** What each route answers: an edit, a batch, a proposal that is approved, a purchase that is paid, and a draft that is finalized. */
  async function throughEachRoute(pricePlanId: string, days: object): Promise<Readonly<Record<string, readonly MutationResult[]>>> {
    const edit = { pricePlanId, ...days };
    const association = { accountId, type: 'ASSOCIATION', ...edit };
    const offered = await mutate<{ proposal: { proposalId: string } | null; userErrors: UserError[] }>(
      org,
      'createProposal',
      { ...association, paymentMode: 'POSTPAID' },
      'proposal { proposalId }',
    );
    const bought = await mutate<{ purchase: { purchaseId: string } | null; userErrors: UserError[] }>(
      org,
      'initiatePurchase',
      association,
      'purchase { purchaseId }',
    );
    const told = (userErrors: readonly UserError[]) => userErrors.map(({ code, path }) => ({ code, path }));
    const { proposal } = offered;
    const { purchase } = bought;
    const drafted = { accountId, edits: [{ ...days, associationConfig: { pricePlanId } }] };
    expect(await resultOf('bulkEditSchedules', { ...drafted, discard: true })).toEqual([]);
    const finalized = await resultOf('finalizeAccountSchedules', { accountId });
    return {
      edit: await resultOf('updatePricingSchedule', { accountId, ...edit }),
      batch: await resultOf('updatePricingScheduleBatch', { accountId, edits: [edit] }),
      proposal: proposal ? await resultOf('updateProposalStatus', { ...proposal, status: 'APPROVE' }) : told(offered.userErrors),
      purchase: purchase ? await resultOf('completePurchase', purchase) : told(bought.userErrors),
      draft: finalized,
    };
  }

  const schedules = async () =>
    (await org.ask('{ account(by: { accountId: "acme" }) { schedules { nodes { scheduleId startDate endDate } } } }')).data;

  it('is accepted by every route where it says what is in force there, and divides no schedule', async () => {
    const { pricePlanId } = await planOf('Basic', {});
    expect(await resultOf('updatePricingSchedule', { accountId, pricePlanId, ...CONTRACT })).toEqual([]);
    const before = await schedules();
    const accepted = { edit: [], batch: [], proposal: [], purchase: [], draft: [] };
    expect(await throughEachRoute(pricePlanId, PAST)).toEqual(accepted);
    expect(await schedules()).toEqual(before);
    // What it says of days ahead is written.
    expect(await throughEachRoute(pricePlanId, { ...PAST, effectiveUntil: '2028-01-01' })).toEqual(accepted);
    expect(await schedules()).toMatchObject({ account: { schedules: { nodes: [{ startDate: '2026-01-01', endDate: '2028-01-01' }] } } });
  });

  it('is refused by every route with the same code where it says something else', async () => {
    const { pricePlanId } = await planOf('Basic', {});
    const { pricePlanId: other } = await planOf('Other', {});
    expect(await resultOf('updatePricingSchedule', { accountId, pricePlanId, ...CONTRACT })).toEqual([]);
    const before = await schedules();
    const refused = (...path: string[]) => [{ code: 'EFFECTIVE_FROM_TOO_EARLY', path: ['input', ...path] }];
    expect(await throughEachRoute(other, PAST)).toEqual({
      edit: refused('effectiveFrom'),
      batch: refused('edits', '0', 'effectiveFrom'),
      proposal: refused('effectiveFrom'),
      purchase: refused('effectiveFrom'),
      draft: refused('accountId'),
    });
    expect(await schedules()).toEqual(before);
  });
});
