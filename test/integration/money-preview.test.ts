import { beforeAll, describe, expect, it } from 'vitest';
import { fixedFee, tiered, usage } from '../../scripts/sample/rate-cards.ts';
import { associate, type Billed, finalized, openBilled } from '../support/billed.ts';
import { fee, mutate } from '../support/catalogue.ts';
import { delegateFor } from '../support/delegate.ts';
import { rowsOf } from '../support/shop.ts';

let billed: Billed;
/** The plan `team` at 620 instead of 310. */
let dear: string;
beforeAll(async () => {
  billed = await openBilled();
  const { org, ids } = billed;
  dear = await finalized(org, 'Dear', {
    base: fixedFee(ids.setup, { USD: '620' }, { invoiceTiming: 'IN_ADVANCE', enableProration: true }),
  });
});

const MONEY = `preview { start end before { total { amount } } after { total { amount } } difference { amount currency }
  lines { label rateCardName billableId difference { amount } reasons { reason amount { amount } } } } refusals { code message path }`;

interface Outcome {
  readonly preview: { readonly lines: readonly object[] } | null;
  readonly refusals: readonly object[];
}

/** From December 16th on. */
const CHANGE = { effectiveFrom: '2026-12-16', effectiveUntil: '9999-01-01' };

/** 15 of 31 days at 310 and 16 at 620, where it was 310; in the next month 620. Calls are 20 a month, and after the change only the first half. */
const expected = () => ({
  preview: {
    ...{ start: '2026-12-01', end: '2027-02-01' },
    before: { total: { amount: '660' } },
    after: { total: { amount: '1099.68' } },
    difference: { amount: '439.68', currency: 'USD' },
    lines: [
      {
        label: 'base',
        rateCardName: 'base',
        billableId: billed.ids.setup,
        difference: { amount: '470' },
        reasons: [{ reason: 'RATE', amount: { amount: '470' } }],
      },
      { label: 'seats', rateCardName: 'seats', billableId: billed.ids.seats, difference: { amount: '0' }, reasons: [] },
      {
        ...{ label: 'calls', rateCardName: 'calls', billableId: billed.ids.calls, difference: { amount: '-30.32' } },
        reasons: [
          { reason: 'CARD_REMOVED', amount: { amount: '-20' } },
          { reason: 'QUANTITY', amount: { amount: '-10.32' } },
        ],
      },
    ],
  },
  refusals: [],
});

const asked = (other: object = {}) => ({ cycles: 2, usage: [{ billableId: billed.ids.calls, quantity: '1000' }], ...other });

/** A further account on the plan `team`, since each test changes its own. */
async function account(accountId: string): Promise<string> {
  await billed.org.account(accountId, 'acme');
  await associate(billed.org, billed.team, { accountId });
  return accountId;
}

describe('A dry run previews money by the code of the commit, and writes nothing', () => {
  it('of edits of the active timeline', async () => {
    const { org } = billed;
    const before = await rowsOf(org);
    const input = { accountId: 'acme', edits: [{ ...CHANGE, pricePlanId: dear }], dryRun: true, moneyPreview: asked() };
    const found = await mutate<{ money: Outcome }>(org, 'updatePricingScheduleBatch', input, `money { ${MONEY} }`);
    expect(found.money).toEqual(expected());
    expect(found.d1Calls).toBe(2);
    expect(await rowsOf(org)).toEqual(before);
  });

  it('of a cut at unchanged prices: 3,000 calls in the cycle cost 40, and 50 where each part begins with the first slab', async () => {
    const { org, ids } = billed;
    const calls = await finalized(org, 'Calls', {
      calls: usage(ids.calls, tiered({ above: 0, price: { USD: '0.02' } }, { above: 1_000, price: { USD: '0.01' } })),
    });
    await org.account('cut', 'acme');
    const december = { effectiveFrom: '2026-12-01', effectiveUntil: '2027-01-01' };
    await associate(org, calls, { accountId: 'cut', ...december });
    const edits = [{ ...december, effectiveFrom: '2026-12-16', pricePlanId: calls }];
    const moneyPreview = { cycles: 1, usage: [{ billableId: ids.calls, quantity: '3000' }] };
    const selection =
      'money { preview { before { total { amount } } lines { reasons { reason amount { amount } } } after { total { amount } } } }';
    const asked = (input: object) =>
      mutate<{ money: object }>(
        org,
        'updatePricingScheduleBatch',
        { accountId: 'cut', edits, dryRun: true, moneyPreview, ...input },
        selection,
      );
    // 20 + 20 before. After the cut, 3,000 x 15/31 and 3,000 x 16/31 calls: 20 for the first thousand of each, and 10 for the rest.
    const restarted = { reasons: [{ reason: 'TIERS_RESTART', amount: { amount: '10' } }] };
    expect((await asked({})).money).toEqual({
      preview: { before: { total: { amount: '40' } }, lines: [restarted], after: { total: { amount: '50' } } },
    });
  });

  it('of licenses that the edits grant, and of rate cards that they override', async () => {
    const { org, ids, team } = billed;
    const grant = {
      type: 'GRANT_LICENSE',
      config: { licenseId: ids.seats, updateType: 'RELATIVE', quantity: '2', effectiveFrom: '2027-01-01T00:00:00Z' },
    };
    const rateCards = [{ actionType: 'UPDATE', rateCardName: 'base', rateCard: fee(ids.setup, '400') }];
    const edits = [
      { ...CHANGE, effectiveFrom: '2027-01-01', pricePlanId: team, preActions: [grant], pricePlanDetailsOverride: { rateCards } },
    ];
    const input = { accountId: 'acme', edits, dryRun: true, moneyPreview: { cycles: 1 } };
    const { money } = await mutate<{ money: Outcome }>(org, 'updatePricingScheduleBatch', input, `money { ${MONEY} }`);
    const lines = money.preview?.lines.map((line) => line as { label: string; reasons: object[] });
    expect(lines?.map(({ label, reasons }) => [label, reasons])).toEqual([
      ['base', [{ reason: 'RATE', amount: { amount: '90' } }]],
      ['seats', [{ reason: 'QUANTITY', amount: { amount: '60' } }]],
      ['calls', []],
    ]);
  });

  it('of edits of a draft, which the dry run neither makes nor changes', async () => {
    const { org } = billed;
    const accountId = await account('dry');
    const before = await rowsOf(org);
    const edits = [{ ...CHANGE, associationConfig: { pricePlanId: dear } }];
    const selection = `draft { id } outline { schedules { startDate pricePlanName } } money { ${MONEY} }`;
    const found = await mutate<{ money: Outcome }>(
      org,
      'bulkEditSchedules',
      { accountId, edits, dryRun: true, moneyPreview: asked() },
      selection,
    );
    expect(found).toMatchObject({
      draft: null,
      outline: {
        schedules: [
          { startDate: '2026-11-01', pricePlanName: 'Team' },
          { startDate: '2026-12-16', pricePlanName: 'Dear' },
        ],
      },
      money: expected(),
    });
    expect(await rowsOf(org)).toEqual(before);
  });

  it('of an override of a part of a schedule, whose new cards no row has', async () => {
    const { org, ids } = billed;
    const accountId = await account('part');
    const found = await org.ask<{ account: { scheduleAt: { scheduleId: string } } }>(
      `{ account(by: {accountId: "${accountId}"}) { scheduleAt(day: "2026-12-16") { scheduleId } } }`,
    );
    const { scheduleId } = found.data.account.scheduleAt;
    const before = await rowsOf(org);
    const rateCard = { fixedFee: { ...fee(ids.setup, '620').fixedFee, invoiceTiming: 'IN_ADVANCE', enableProration: true } };
    const operations = [{ actionType: 'UPDATE', rateCardName: 'base', rateCard }];
    const input = { scheduleId, effectiveFrom: '2026-12-16', operations, dryRun: true, moneyPreview: asked() };
    const selection = `draft { id } schedule { id } rateCards { name } outline { schedules { startDate isOverridden } } money { ${MONEY} }`;
    const answer = await mutate<{ money: Outcome; d1Calls: number }>(org, 'bulkRateCardOperationsOnSchedule', input, selection);
    const [base] = expected().preview.lines;
    expect(answer).toMatchObject({
      ...{ draft: null, schedule: null, rateCards: [] },
      outline: {
        schedules: [
          { startDate: '2026-11-01', isOverridden: false },
          { startDate: '2026-12-16', isOverridden: true },
        ],
      },
      money: { preview: { lines: expect.arrayContaining([base]) }, refusals: [] },
    });
    expect(answer.d1Calls).toBe(2);
    expect(await rowsOf(org)).toEqual(before);
  });

  it('or is refused, by the path of its own input', async () => {
    const input = (other: object) => ({ accountId: 'acme', edits: [{ ...CHANGE, pricePlanId: dear }], dryRun: true, ...other });
    const unknown = await mutate(
      billed.org,
      'updatePricingScheduleBatch',
      input({ moneyPreview: asked({ usage: [{ billableId: 'um.none', quantity: '1' }] }) }),
      `money { ${MONEY} }`,
    );
    expect(unknown).toMatchObject({
      money: { preview: null, refusals: [{ code: 'NOT_FOUND', path: ['input', 'moneyPreview', 'usage', '0', 'billableId'] }] },
    });
    const written = await mutate(billed.org, 'updatePricingScheduleBatch', input({ dryRun: false, moneyPreview: asked() }));
    expect(written.userErrors).toMatchObject([{ code: 'INVALID_VALUE', path: ['input', 'moneyPreview'] }]);
    const many = await mutate(
      billed.org,
      'bulkEditSchedules',
      { accountId: 'acme', edits: [{ ...CHANGE, associationConfig: { pricePlanId: dear } }], dryRun: true, moneyPreview: { cycles: 25 } },
      `money { ${MONEY} }`,
    );
    expect(many).toMatchObject({
      money: { preview: null, refusals: [{ code: 'INVALID_VALUE', path: ['input', 'moneyPreview', 'cycles'] }] },
    });
  });

  it('with an idempotency key as well', async () => {
    const input = {
      accountId: 'acme',
      edits: [{ ...CHANGE, pricePlanId: dear }],
      dryRun: true,
      moneyPreview: asked(),
      idempotencyKey: 'preview',
    };
    const found = await mutate<{ money: Outcome }>(billed.org, 'updatePricingScheduleBatch', input, `money { ${MONEY} }`);
    expect(found.money).toEqual(expected());
  });
});

const ARGS = 'cycles: 2, usage: $usage';

describe('Draft.moneyPreview', () => {
  it('compares the draft with the active timeline, and is what an estimate says after it is finalized', async () => {
    const { org } = billed;
    const accountId = await account('drafting');
    await mutate(org, 'bulkEditSchedules', { accountId, edits: [{ ...CHANGE, associationConfig: { pricePlanId: dear } }] });
    const { usage } = asked();
    const document = `query ($account: String!, $usage: [UsageAssumption!]) { account(by: { accountId: $account }) { draft { moneyPreview(${ARGS}) { ${MONEY} } } } }`;
    const { data, errors, extensions } = await org.ask<{ account: { draft: { moneyPreview: Outcome } } }>(document, {
      account: accountId,
      usage,
    });
    expect(errors).toBeUndefined();
    expect(data.account.draft.moneyPreview).toEqual(expected());
    expect(extensions.cost.d1Calls).toBe(1);
    await mutate(org, 'finalizeAccountSchedules', { accountId });
    const estimate = `query ($account: String!, $usage: [UsageAssumption!]) { account(by: { accountId: $account }) {
      estimate(from: "2026-12-01", cycles: 3, usage: $usage) { estimate { total { amount } } } } }`;
    const after = await org.ask<{ account: object }>(estimate, { account: accountId, usage });
    expect(after.data.account).toEqual({ estimate: { estimate: { total: { amount: '1099.68' } } } });
  });

  it.each([
    ['SCHEDULES_READ', ['ACCOUNTS_READ', 'PLANS_READ']],
    ['PLANS_READ', ['ACCOUNTS_READ', 'SCHEDULES_READ']],
  ])('needs %s', async (scope, scopes) => {
    const token = await billed.org.done<string>('createApiToken', 'secret', { name: scope, scopes }, 'secret');
    const { errors } = await billed.org
      .with(token)
      .ask('{ account(by: { accountId: "acme" }) { draft { moneyPreview { preview { start } } } } }');
    expect(errors).toMatchObject([{ message: expect.stringContaining(scope), extensions: { code: 'FORBIDDEN' } }]);
  });
});

describe('Proposal.moneyPreview', () => {
  const document = `query ($id: String!, $usage: [UsageAssumption!]) { proposal(proposalId: $id) { moneyPreview(${ARGS}) { ${MONEY} } } }`;
  const propose = async (accountId: string, other: object = {}) => {
    const input = { accountId, type: 'ASSOCIATION', pricePlanId: dear, paymentMode: 'POSTPAID', ...CHANGE, ...other };
    return (await billed.org.done<{ proposalId: string }>('createProposal', 'proposal { proposalId }', input, 'proposal')).proposalId;
  };

  it('compares what an approval would make of the timeline, for delegates as well', async () => {
    const accountId = await account('proposed');
    const id = await propose(accountId);
    const { usage } = asked();
    const { data, errors, extensions } = await billed.org.ask<{ proposal: { moneyPreview: Outcome } }>(document, { id, usage });
    expect(errors).toBeUndefined();
    expect(data.proposal.moneyPreview).toEqual(expected());
    expect(extensions.cost.d1Calls).toBe(1);
    const delegate = await delegateFor(billed.org, [accountId]);
    expect((await delegate.ask<{ proposal: object }>(document, { id, usage })).data.proposal).toEqual({ moneyPreview: expected() });
  });

  it('counts the licenses that are bought, tells what is not carried over, and is what an estimate says after the approval', async () => {
    const { org, team, ids } = billed;
    const accountId = 'buying';
    await org.account(accountId, 'acme');
    const bought = { quantity: 2, rateCardQuantities: [{ rateCardName: 'seats', quantity: '7' }] };
    const id = await propose(accountId, { pricePlanId: team, ...bought, effectiveFrom: '2026-12-22' });
    const query = `query ($id: String!) { proposal(proposalId: $id) {
      price { amount } priceLines { label quantity rate share { days ofDays } amount } preview { licenses { licenseId quantity effectiveFrom } }
      moneyPreview(cycles: 1) { preview { after { total { amount } assumptions { kind billableId message } invoices { lines { label amount } } } } }
    } }`;
    interface After {
      total: { amount: string };
      assumptions: { kind: string }[];
    }
    const { data, errors } = await org.ask<{ proposal: { moneyPreview: { preview: { after: After } } } }>(query, { id });
    expect(errors).toBeUndefined();
    const share = { days: 10, ofDays: 31 };
    // 2 x 310 x 10/31, and 7 x 30 x 10/31 = 67.7419...
    expect(data.proposal).toMatchObject({
      price: { amount: '267.74' },
      priceLines: [
        { label: 'base', quantity: '2', rate: '310', share, amount: '200' },
        { label: 'seats', quantity: '7', rate: null, share, amount: '67.74' },
      ],
      preview: { licenses: [{ licenseId: ids.seats, quantity: '7', effectiveFrom: '2026-12-22T00:00:00.000Z' }] },
    });
    const { total, assumptions } = data.proposal.moneyPreview.preview.after;
    expect(total.amount).toBe('167.74');
    expect(assumptions.filter(({ kind }) => kind === 'QUANTITY_NOT_CARRIED_OVER')).toMatchObject([
      { billableId: null },
      { billableId: ids.setup, message: 'The purchase has 2 of "base", and a cycle counts 1.' },
    ]);
    await mutate(org, 'updateProposalStatus', { proposalId: id, status: 'APPROVE' });
    const estimate = `{ account(by: { accountId: "${accountId}" }) {
      licenseUpdates { nodes { licenseId updateType quantity effectiveFrom } }
      estimate(from: "2026-12-22") { estimate { total { amount } assumptions { kind billableId } } } } }`;
    expect((await org.ask<{ account: object }>(estimate)).data.account).toMatchObject({
      licenseUpdates: {
        nodes: [{ licenseId: ids.seats, updateType: 'ABSOLUTE', quantity: '7', effectiveFrom: '2026-12-22T00:00:00.000Z' }],
      },
      estimate: {
        estimate: {
          total,
          assumptions: expect.arrayContaining([
            { kind: 'LICENSES_RECORDED', billableId: ids.seats },
            { kind: 'QUANTITY_NOT_CARRIED_OVER', billableId: null },
          ]),
        },
      },
    });
  });

  it('is refused where an approval changes no schedules, or would be refused', async () => {
    const accountId = await account('declined');
    const id = await propose(accountId);
    await mutate(billed.org, 'updateProposalStatus', { proposalId: id, status: 'DECLINE' });
    const declined = await billed.org.ask<{ proposal: object }>(document, { id });
    expect(declined.data.proposal).toMatchObject({ moneyPreview: { preview: null, refusals: [{ code: 'ILLEGAL_TRANSITION' }] } });
    const prepaid = await propose(accountId, { paymentMode: 'PREPAID' });
    const unpaid = await billed.org.ask<{ proposal: object }>(document, { id: prepaid });
    expect(unpaid.data.proposal).toMatchObject({ moneyPreview: { preview: null, refusals: [{ code: 'NOTHING_TO_CHANGE' }] } });
  });
});

describe('JobEntry.moneyPreview', () => {
  it('compares what the migration would make of each account while its job waits for confirmation', async () => {
    const { org } = billed;
    const accountId = 'moving';
    await org.account(accountId, 'acme');
    const source = await org.plan('Source');
    await associate(org, source, { accountId });
    const input = { sourceId: source, sourceVersion: 1, migrationMode: 'NEXT_CYCLE', targetId: dear, requireConfirmation: true };
    const { jobId } = await org.done<{ jobId: string }>('migratePricePlan', 'job { jobId }', input, 'job');
    const query = `query ($id: String!) { job(jobId: $id) { entries { nodes { account { accountId } moneyPreview(cycles: 1) { ${MONEY} } } } } }`;
    const { data, errors, extensions } = await org.ask<{ job: { entries: { nodes: readonly object[] } } }>(query, { id: jobId });
    expect(errors).toBeUndefined();
    expect(data.job.entries.nodes).toMatchObject([
      {
        account: { accountId },
        moneyPreview: {
          refusals: [],
          preview: { start: '2026-12-01', before: { total: { amount: '100' } }, after: { total: { amount: '620' } } },
        },
      },
    ]);
    expect(extensions.cost.d1Calls).toBe(1);
    await mutate(org, 'rejectJob', { jobId });
    const rejected = await org.ask<{ job: { entries: { nodes: readonly object[] } } }>(query, { id: jobId });
    expect(rejected.data.job.entries.nodes).toMatchObject([{ moneyPreview: { preview: null, refusals: [{ code: 'NOTHING_TO_CHANGE' }] } }]);
  });
});
