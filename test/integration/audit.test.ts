import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, it } from 'vitest';
import { fee, mutate } from '../support/catalogue.ts';
import { MONTHLY, Organization, send } from '../support/organization.ts';
import { openShop, type Shop } from '../support/shop.ts';

const NOBODY = 'nobody';
const RULE = { name: 'Discount', order: 1, computation: '10', action: { type: 'ADD' } };
const FOR_EVER = { effectiveFrom: '2026-01-01', effectiveUntil: '9999-01-01' };
const PAUSE = { mode: 'DISASSOCIATE', effectiveFrom: '2030-01-01', effectiveUntil: '2030-02-01' };
const TOP_UP = { accountId: 'acme', type: 'WALLET_TOPUP', walletTopupDetails: { topupAmount: '5' } };

type Ids = Readonly<Record<string, string>>;

/** A mutation that is refused when it is asked `refused`, and accepted when it is asked `accepted`. */
interface Step {
  readonly mutation: string;
  readonly accepted: (ids: Ids) => object;
  readonly refused: (ids: Ids) => object;
  /** What to keep of the answer for later steps: its name, and where in the payload it is. */
  readonly keep?: { readonly as: string; readonly from: readonly [object: string, field: string] };
}

/** Every mutation at least once, each where the ones before have left it possible. */
const STORY: readonly Step[] = [
  {
    mutation: 'createCustomer',
    accepted: () => ({ customerId: 'umbra', name: 'Umbra', primaryEmail: 'ap@example.com', address: {} }),
    refused: () => ({ customerId: 'acme', name: 'Acme', primaryEmail: 'ap@example.com', address: {} }),
  },
  {
    mutation: 'updateCustomer',
    accepted: () => ({ customerId: 'umbra', name: 'Umbra Inc.' }),
    refused: () => ({ customerId: 'umbra', name: '' }),
  },
  {
    mutation: 'createAccount',
    accepted: () => ({ customerId: 'umbra', accountId: 'umbra-2', name: 'Umbra two' }),
    refused: () => ({ customerId: 'umbra', accountId: 'acme', name: 'Umbra two' }),
  },
  {
    mutation: 'updateAccount',
    accepted: () => ({ accountId: 'umbra-2', name: 'Umbra II' }),
    refused: () => ({ accountId: NOBODY, name: 'Umbra II' }),
  },
  {
    mutation: 'addAccountAliases',
    accepted: () => ({ accountId: 'umbra-2', aliases: [{ value: 'shade' }] }),
    refused: () => ({ accountId: 'umbra-2', aliases: [{ value: '' }] }),
  },
  {
    mutation: 'removeAccountAliases',
    accepted: () => ({ accountId: 'umbra-2', aliases: [{ value: 'shade' }] }),
    refused: () => ({ accountId: 'umbra-2', aliases: [{ value: NOBODY }] }),
  },
  { mutation: 'deleteAccount', accepted: () => ({ accountId: 'umbra-2' }), refused: () => ({ accountId: NOBODY }) },
  { mutation: 'deleteAccount', accepted: () => ({ accountId: 'umbra' }), refused: () => ({ accountId: 'umbra', expectedRevision: 99 }) },
  { mutation: 'deleteCustomer', accepted: () => ({ customerId: 'umbra' }), refused: () => ({ customerId: 'acme' }) },
  {
    mutation: 'createAddOn',
    accepted: () => ({ name: 'Extra', type: 'FIXED_FEE' }),
    refused: () => ({ name: '', type: 'FIXED_FEE' }),
    keep: { as: 'addOn', from: ['addOn', 'addOnId'] },
  },
  {
    mutation: 'updateAddOn',
    accepted: ({ addOn: addOnId }) => ({ addOnId, name: 'Extras' }),
    refused: ({ addOn: addOnId }) => ({ addOnId, name: 'Setup' }),
  },
  {
    mutation: 'createFeature',
    accepted: () => ({ name: 'Storage', schemaAssociations: [] }),
    refused: () => ({ name: 'Calls', schemaAssociations: [] }),
    keep: { as: 'feature', from: ['feature', 'featureId'] },
  },
  {
    mutation: 'updateFeature',
    accepted: ({ feature: featureId }) => ({ featureId, name: 'Disk' }),
    refused: ({ addOn: featureId }) => ({ featureId, name: 'Disk' }),
  },
  {
    mutation: 'createUsageMeter',
    accepted: () => ({ name: 'Traffic' }),
    refused: () => ({ name: 'Data' }),
    keep: { as: 'meter', from: ['usageMeter', 'usageMeterId'] },
  },
  {
    mutation: 'updateUsageMeter',
    accepted: ({ meter: usageMeterId }) => ({ usageMeterId, name: 'Egress' }),
    refused: ({ meter: usageMeterId }) => ({ usageMeterId, name: '' }),
  },
  {
    mutation: 'createPricePlan',
    accepted: () => ({ name: 'Basic', type: 'BILLING', pricingCycleConfig: MONTHLY, supportedCurrencies: ['USD'] }),
    refused: () => ({ name: 'Pro', type: 'BILLING', pricingCycleConfig: MONTHLY, supportedCurrencies: ['USD'] }),
    keep: { as: 'basic', from: ['pricePlan', 'pricePlanId'] },
  },
  {
    mutation: 'updatePricePlan',
    accepted: ({ basic: pricePlanId }) => ({ pricePlanId, description: 'To begin with' }),
    refused: ({ basic: pricePlanId }) => ({ pricePlanId, supportedCurrencies: [] }),
  },
  {
    mutation: 'bulkPricePlanRateCardOperations',
    accepted: ({ basic: pricePlanId, addOn = '' }) => ({ pricePlanId, operations: [create('fee', addOn)] }),
    refused: ({ basic: pricePlanId }) => ({ pricePlanId, operations: [{ actionType: 'DELETE', rateCardName: 'fee' }] }),
  },
  {
    mutation: 'updatePricePlanPricingRules',
    accepted: ({ basic: pricePlanId }) => ({ pricePlanId, pricingRules: [RULE] }),
    refused: ({ basic: pricePlanId }) => ({ pricePlanId, pricingRules: [RULE], expectedRevision: 99 }),
  },
  {
    mutation: 'finalizePricePlan',
    accepted: ({ basic: pricePlanId }) => ({ pricePlanId }),
    refused: ({ pro: pricePlanId }) => ({ pricePlanId }),
  },
  {
    mutation: 'updatePricingSchedule',
    accepted: ({ basic: pricePlanId }) => ({ accountId: 'acme', pricePlanId, ...FOR_EVER }),
    refused: ({ pack: pricePlanId }) => ({ accountId: 'acme', pricePlanId, ...FOR_EVER }),
    keep: { as: 'schedule', from: ['schedules', 'scheduleId'] },
  },
  {
    mutation: 'bulkEditSchedules',
    accepted: ({ pro }) => ({ accountId: 'acme', edits: [change(pro, '2027-01-01')] }),
    refused: ({ pack }) => ({ accountId: 'acme', edits: [change(pack, '2027-01-01')] }),
  },
  {
    mutation: 'finalizeAccountSchedules',
    accepted: () => ({ accountId: 'acme' }),
    refused: () => ({ accountId: 'acme', expectedRevision: 99 }),
  },
  {
    mutation: 'bulkRateCardOperationsOnSchedule',
    accepted: ({ schedule: scheduleId, addOn = '' }) => ({
      scheduleId,
      operations: [{ ...create('fee', addOn, '80'), actionType: 'UPDATE' }],
    }),
    refused: ({ schedule: scheduleId }) => ({ scheduleId, operations: [{ actionType: 'DELETE', rateCardName: NOBODY }] }),
  },
  {
    mutation: 'updateSchedulePricingRules',
    accepted: ({ schedule: scheduleId }) => ({ scheduleId, pricingRules: [] }),
    refused: ({ schedule: scheduleId }) => ({ scheduleId, pricingRules: [], expectedRevision: 99 }),
  },
  {
    mutation: 'updatePricingScheduleBatch',
    accepted: () => ({ accountId: 'acme', edits: [PAUSE] }),
    refused: ({ pack: pricePlanId }) => ({ accountId: 'acme', edits: [PAUSE, { ...PAUSE, mode: 'ASSOCIATE', pricePlanId }] }),
  },
  { mutation: 'rebaseDraft', accepted: () => ({ accountId: 'acme' }), refused: () => ({ accountId: 'acme', expectedRevision: 99 }) },
  { mutation: 'discardAccountSchedules', accepted: () => ({ accountId: 'acme' }), refused: () => ({ accountId: NOBODY }) },
  {
    mutation: 'initiatePurchase',
    accepted: () => ({ ...TOP_UP, idempotencyKey: 'one' }),
    refused: () => ({ ...TOP_UP, accountId: NOBODY, idempotencyKey: 'one' }),
    keep: { as: 'purchase', from: ['purchase', 'purchaseId'] },
  },
  {
    mutation: 'completePurchase',
    accepted: ({ purchase: purchaseId }) => ({ purchaseId }),
    refused: ({ purchase: purchaseId }) => ({ purchaseId, expectedRevision: 99 }),
  },
  {
    mutation: 'createProposal',
    accepted: () => ({ ...TOP_UP, paymentMode: 'PREPAID' }),
    refused: () => ({ ...TOP_UP, paymentMode: 'PREPAID', expiryDate: '2020-01-01T00:00:00Z' }),
    keep: { as: 'proposal', from: ['proposal', 'proposalId'] },
  },
  {
    mutation: 'updateProposalStatus',
    accepted: ({ proposal: proposalId }) => ({ proposalId, status: 'APPROVE' }),
    refused: ({ purchase: proposalId }) => ({ proposalId, status: 'APPROVE' }),
  },
  {
    mutation: 'failPurchase',
    accepted: ({ proposal: purchaseId }) => ({ purchaseId }),
    refused: ({ purchase: purchaseId }) => ({ purchaseId }),
  },
  {
    mutation: 'updatePricePlan',
    accepted: ({ pack: pricePlanId }) => ({ pricePlanId, description: 'Opens a draft' }),
    refused: ({ pack: pricePlanId }) => ({ pricePlanId, description: 'x'.repeat(256) }),
  },
  {
    mutation: 'discardPricePlan',
    accepted: ({ pack: pricePlanId }) => ({ pricePlanId }),
    refused: ({ basic: pricePlanId }) => ({ pricePlanId }),
  },
  {
    mutation: 'archivePricePlan',
    accepted: ({ pack: pricePlanId }) => ({ pricePlanId }),
    refused: ({ basic: pricePlanId }) => ({ pricePlanId }),
  },
  { mutation: 'archiveAddOn', accepted: ({ addOn: addOnId }) => ({ addOnId }), refused: ({ feature: addOnId }) => ({ addOnId }) },
  {
    mutation: 'createApiToken',
    accepted: () => ({ name: 'ci', scopes: ['PLANS_READ'] }),
    refused: () => ({ name: 'ci', scopes: [] }),
    keep: { as: 'token', from: ['apiToken', 'apiTokenId'] },
  },
  {
    mutation: 'revokeApiToken',
    accepted: ({ token: apiTokenId }) => ({ apiTokenId }),
    refused: () => ({ apiTokenId: 'tok.00000000000.00000' }),
  },
];

const create = (rateCardName: string, billableId: string, rate?: string) => ({
  actionType: 'CREATE',
  rateCardName,
  rateCard: fee(billableId, rate),
});
const change = (pricePlanId: string | undefined, effectiveFrom: string) => ({
  ...FOR_EVER,
  effectiveFrom,
  associationConfig: { pricePlanId },
});

interface Entry {
  readonly operation: string;
  readonly actor: string;
  readonly request_id: string;
  readonly at: number;
  readonly entities: string;
}

const entriesOf = async ({ orgId }: Organization) =>
  (await env.DB.prepare('select * from audit_entries where org_id = ? order by id').bind(orgId).all<Entry & Record<string, unknown>>())
    .results;

/** Sends a mutation, a millisecond after the last. */
async function tell(org: Organization, mutation: string, input: object, selection = '') {
  org.now = new Date(Date.parse(org.now) + 1).toISOString();
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${selection} userErrors { code message } } }`;
  const { data, errors, headers } = await org.ask<Record<string, Record<string, unknown> & { userErrors: object[] }>>(document, { input });
  const payload = data?.[mutation];
  if (errors || !payload) throw new Error(JSON.stringify(errors));
  return { payload, requestId: headers.get('x-request-id') };
}

describe('every mutation leaves one entry when it is accepted, and none when it is refused:', () => {
  let shop: Shop;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    shop = await openShop();
    Object.assign(ids, { pro: shop.pro, pack: shop.pack });
  });

  it.each(STORY)('$mutation', async ({ mutation, accepted, refused, keep }) => {
    const { org } = shop;
    const before = await entriesOf(org);
    const refusal = await tell(org, mutation, refused(ids));
    expect(refusal.payload.userErrors).not.toEqual([]);
    expect(await entriesOf(org)).toEqual(before);

    const { payload, requestId } = await tell(org, mutation, accepted(ids), keep && `${keep.from[0]} { ${keep.from[1]} }`);
    expect(payload.userErrors).toEqual([]);
    const [entry, ...more] = (await entriesOf(org)).slice(before.length);
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      operation: mutation,
      request_id: requestId,
      at: Date.parse(org.now),
      actor: expect.stringMatching(/^tok\./),
    });
    expect(JSON.parse(entry?.entities ?? '[]')).not.toEqual([]);
    if (keep) ids[keep.as] = [payload[keep.from[0]]].flat().map((kept) => (kept as Ids)[keep.from[1]])[0] ?? '';
  });

  it('and there is no other mutation', async () => {
    const { data } = await shop.org.ask<{ __schema: { mutationType: { fields: { name: string }[] } } }>(
      '{ __schema { mutationType { fields { name } } } }',
    );
    const told = new Set(STORY.map(({ mutation }) => mutation));
    expect(data.__schema.mutationType.fields.map(({ name }) => name).filter((name) => !told.has(name))).toEqual([]);
  });

  it('what is only tried leaves none', async () => {
    const { org } = shop;
    const before = await entriesOf(org);
    const tried = { accountId: 'acme', edits: [{ ...PAUSE, effectiveUntil: '2031-01-01' }], dryRun: true };
    expect((await tell(org, 'updatePricingScheduleBatch', tried)).payload.userErrors).toEqual([]);
    expect(await entriesOf(org)).toEqual(before);
  });

  it('what is done already is not done again, and leaves none', async () => {
    const { org } = shop;
    const before = await entriesOf(org);
    const again = [
      await tell(org, 'initiatePurchase', { ...TOP_UP, idempotencyKey: 'one' }),
      await tell(org, 'completePurchase', { purchaseId: ids.purchase }),
      await tell(org, 'archiveAddOn', { addOnId: ids.addOn }),
      await tell(org, 'revokeApiToken', { apiTokenId: ids.token }),
    ];
    expect(again.map(({ payload }) => payload.userErrors)).toEqual([[], [], [], []]);
    expect(await entriesOf(org)).toEqual(before);
  });
});

const LOG = `query ($where: AuditLogWhere, $first: Int, $after: String) { auditLog(where: $where, first: $first, after: $after) {
  nodes { auditEntryId operation actor at requestId subject entities before after } pageInfo { hasNextPage endCursor } } }`;

interface Log {
  readonly auditLog: {
    readonly nodes: readonly { readonly operation: string; readonly actor: string; readonly at: string; readonly requestId: string }[];
    readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
  };
}

const ALL = ['updateAccount', 'createApiToken', 'createCustomer', 'createCustomer'];

describe('auditLog', () => {
  /** Two customers, a minute apart, the second of whose accounts another token has renamed. */
  async function begin() {
    const org = await Organization.begin();
    await org.customer('acme');
    org.now = '2026-11-21T08:01:00.000Z';
    await org.customer('umbra');
    org.now = '2026-11-21T08:01:30.000Z';
    const { secret, apiToken } = await mutate<{ secret: string; apiToken: { apiTokenId: string } }>(
      org,
      'createApiToken',
      { name: 'ci', scopes: ['ACCOUNTS_WRITE', 'ACCOUNTS_READ'] },
      'secret apiToken { apiTokenId }',
    );
    const client = org.with(secret);
    client.now = '2026-11-21T08:02:00.000Z';
    const renamed = await tell(client, 'updateAccount', { accountId: 'umbra', name: 'Umbra' }, 'account { togaiAccountId }');
    const { togaiAccountId } = renamed.payload.account as { togaiAccountId: string };
    const log = async (where: object = {}) => {
      const { data, errors, extensions } = await org.ask<Log>(LOG, { where });
      if (errors) throw new Error(JSON.stringify(errors));
      return { operations: data.auditLog.nodes.map(({ operation }) => operation), nodes: data.auditLog.nodes, ...extensions.cost };
    };
    return { org, client, log, actor: apiToken.apiTokenId, togaiAccountId, requestId: renamed.requestId };
  }

  it('answers who changed what, when, in which request, how it was and how it is, the newest first, in one call', async () => {
    const { log, actor, togaiAccountId, requestId } = await begin();
    const { operations, nodes, d1Calls } = await log();
    expect(operations).toEqual(['updateAccount', 'createApiToken', 'createCustomer', 'createCustomer']);
    expect(nodes[0]).toMatchObject({
      actor,
      at: '2026-11-21T08:02:00.001Z',
      requestId,
      subject: togaiAccountId,
      entities: [togaiAccountId],
      before: { name: 'umbra' },
      after: { name: 'Umbra' },
    });
    expect(d1Calls).toBe(1);
  });

  it.each<[string, (of: { actor: string; togaiAccountId: string }) => object, string[]]>([
    ['an operation', () => ({ operation: 'createApiToken' }), ['createApiToken']],
    ['an actor', ({ actor }) => ({ actor }), ['updateAccount']],
    ['a subject', ({ togaiAccountId: subject }) => ({ subject }), ['updateAccount']],
    ['a first instant', () => ({ since: '2026-11-21T08:02:00.001Z' }), ['updateAccount']],
    ['a last instant, which is left out', () => ({ until: '2026-11-21T08:01:00.001Z' }), ['createCustomer']],
    ['several conditions, all of which must hold', ({ actor }) => ({ actor, operation: 'createCustomer' }), []],
    ['instants before and after all that can be recorded', () => ({ since: '0001-01-01T00:00:00Z', until: '9999-01-01T00:00:00Z' }), ALL],
  ])('is narrowed by %s', async (_title, where, operations) => {
    const begun = await begin();
    expect(await begun.log(where(begun))).toMatchObject({ operations, d1Calls: 1 });
  });

  it.each<[string, (of: { actor: string; togaiAccountId: string }) => object, string]>([
    ['an operation', () => ({ operation: 'createApiToken' }), 'audit_entries_operation (org_id=? AND operation=?)'],
    ['an actor', ({ actor }) => ({ actor }), 'audit_entries_actor (org_id=? AND actor=?)'],
    [
      'a subject since an instant',
      ({ togaiAccountId: subject }) => ({ subject, since: '2026-11-21T08:00:00Z' }),
      'audit_entries_subject (org_id=? AND subject_id=? AND id>?)',
    ],
    ['a time', () => ({ since: '2026-11-21T08:02:00Z', until: '2026-11-21T08:03:00Z' }), 'audit_entries_1 (org_id=? AND id>? AND id<?)'],
  ])('is read by %s through an index, and not sorted', async (_title, where, index) => {
    const begun = await begin();
    const headers = { authorization: `Bearer ${begun.org.token}`, 'x-test-now': begun.org.now, 'x-test-explain': 'yes' };
    const answer = await send('/graphql', { query: LOG, variables: { where: where(begun) } }, headers);
    const { plans } = await answer.json<{ plans: { plan: string[] }[] }>();
    const plan = plans.flatMap((each) => each.plan).join('\n');
    expect(plan).toContain(index);
    expect(plan).not.toContain('TEMP B-TREE');
  });

  it('is paged without a gap', async () => {
    const { org } = await begin();
    const operations: string[] = [];
    let after: string | null = null;
    for (let more = true; more; ) {
      const { data }: { data: Log } = await org.ask<Log>(LOG, { first: 1, after });
      operations.push(...data.auditLog.nodes.map(({ operation }) => operation));
      ({ hasNextPage: more, endCursor: after } = data.auditLog.pageInfo);
    }
    expect(operations).toEqual(ALL);
  });

  it('is read with the scope `audit:read` alone, wherever it hangs', async () => {
    const { client } = await begin();
    for (const query of [LOG, '{ account(by: {accountId: "umbra"}) { activity { nodes { operation } } } }']) {
      expect((await client.ask(query)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN', scope: 'audit:read' } }]);
    }
  });

  it("holds no other organization's entries, whoever names them", async () => {
    const [{ actor, togaiAccountId: subject, org }, other] = [await begin(), await Organization.begin()];
    for (const where of [{}, { actor }, { subject }]) {
      expect((await other.ask<Log>(LOG, { where })).data.auditLog.nodes).toEqual([]);
    }
    expect((await org.ask<Log>(LOG)).data.auditLog.nodes).toHaveLength(4);
  });

  it('can be neither changed nor deleted, whatever writes to the database', async () => {
    const { org } = await begin();
    for (const statement of ["update audit_entries set actor = 'nobody' where org_id = ?", 'delete from audit_entries where org_id = ?']) {
      await expect(env.DB.prepare(statement).bind(org.orgId).run()).rejects.toThrow('LEDGER');
    }
  });

  it('names as `system` what nobody asked for', async () => {
    const { org, log } = await begin();
    const proposal = { ...TOP_UP, paymentMode: 'PREPAID', expiryDate: '2026-11-22T00:00:00Z' };
    await mutate(org, 'createProposal', proposal);
    await send('/test/scheduled', {}, { 'x-test-now': '2026-11-23T00:00:00Z' });
    expect((await log({ actor: 'system' })).nodes).toMatchObject([{ operation: 'sweepExpiredProposals', at: '2026-11-23T00:00:00.000Z' }]);
  });
});

describe('Account.activity', () => {
  it('is every change about the account, the newest first, with the account itself in one call', async () => {
    const { org, pro } = await openShop();
    await tell(org, 'updatePricingSchedule', { accountId: 'acme', pricePlanId: pro, ...FOR_EVER });
    await tell(org, 'initiatePurchase', TOP_UP);
    await org.account('other', 'acme');
    const { data, extensions } = await org.ask(
      '{ account(by: {accountId: "acme"}) { name latest: activity(first: 1) { nodes { operation } } activity { nodes { operation } } } }',
    );
    expect(data).toEqual({
      account: {
        name: 'acme',
        latest: { nodes: [{ operation: 'initiatePurchase' }] },
        activity: { nodes: [{ operation: 'initiatePurchase' }, { operation: 'updatePricingSchedule' }] },
      },
    });
    expect(extensions.cost.d1Calls).toBe(1);
  });
});
