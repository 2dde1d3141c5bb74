import { describe, expect, it } from 'vitest';
import { mutate } from '../support/catalogue.ts';
import { DB } from '../support/database.ts';
import { Organization, send } from '../support/organization.ts';
import { openShop } from '../support/shop.ts';

const FOR_EVER = { effectiveFrom: '2026-01-01', effectiveUntil: '9999-01-01' };
const TOP_UP = { accountId: 'acme', type: 'WALLET_TOPUP', walletTopupDetails: { topupAmount: '5' } };

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
    ['an operation', () => ({ operation: { eq: 'createApiToken' } }), ['createApiToken']],
    ['an actor', ({ actor }) => ({ actor: { eq: actor } }), ['updateAccount']],
    ['a subject', ({ togaiAccountId: eq }) => ({ subject: { eq } }), ['updateAccount']],
    ['a first instant', () => ({ at: { gte: '2026-11-21T08:02:00.001Z' } }), ['updateAccount']],
    ['a last instant, which is left out', () => ({ at: { lt: '2026-11-21T08:01:00.001Z' } }), ['createCustomer']],
    ['several operations', () => ({ operation: { in: ['createApiToken', 'updateAccount'] } }), ['updateAccount', 'createApiToken']],
    [
      'one condition or another',
      ({ actor }) => ({ or: [{ actor: { eq: actor } }, { operation: { eq: 'createApiToken' } }] }),
      ['updateAccount', 'createApiToken'],
    ],
    ['several conditions, all of which must hold', ({ actor }) => ({ actor: { eq: actor }, operation: { eq: 'createCustomer' } }), []],
    [
      'instants before and after all that can be recorded',
      () => ({ at: { gte: '0001-01-01T00:00:00Z', lt: '9999-01-01T00:00:00Z' } }),
      ALL,
    ],
  ])('is narrowed by %s', async (_title, where, operations) => {
    const started = await begin();
    expect(await started.log(where(started))).toMatchObject({ operations, d1Calls: 1 });
  });

  it.each<[string, (of: { actor: string; togaiAccountId: string }) => object, string]>([
    ['an operation', () => ({ operation: { eq: 'createApiToken' } }), 'audit_entries_operation (org_id=? AND operation=?)'],
    ['an actor', ({ actor }) => ({ actor: { eq: actor } }), 'audit_entries_actor (org_id=? AND actor=?)'],
    [
      'a subject since an instant',
      ({ togaiAccountId: eq }) => ({ subject: { eq }, at: { gte: '2026-11-21T08:00:00Z' } }),
      'audit_entries_subject (org_id=? AND subject_id=? AND id>?)',
    ],
    ['a time', () => ({ at: { gte: '2026-11-21T08:02:00Z', lt: '2026-11-21T08:03:00Z' } }), 'audit_entries_1 (org_id=? AND id>? AND id<?)'],
  ])('is read by %s through an index, and not sorted', async (_title, where, index) => {
    const started = await begin();
    const headers = { authorization: `Bearer ${started.org.token}`, 'x-test-now': started.org.now, 'x-test-explain': 'yes' };
    const answer = await send('/graphql', { query: LOG, variables: { where: where(started) } }, headers);
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

  it('is read with the scope `AUDIT_READ` alone, wherever it hangs', async () => {
    const { client } = await begin();
    for (const query of [LOG, '{ account(by: {accountId: "umbra"}) { activity { nodes { operation } } } }']) {
      expect((await client.ask(query)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN', scopes: ['AUDIT_READ'] } }]);
    }
  });

  it("holds no other organization's entries, whoever names them", async () => {
    const [{ actor, togaiAccountId: subject, org }, other] = [await begin(), await Organization.begin()];
    for (const where of [{}, { actor: { eq: actor } }, { subject: { in: [subject, actor] } }]) {
      expect((await other.ask<Log>(LOG, { where })).data.auditLog.nodes).toEqual([]);
    }
    expect((await org.ask<Log>(LOG)).data.auditLog.nodes).toHaveLength(4);
  });

  it('can be neither changed nor deleted, whatever writes to the database', async () => {
    const { org } = await begin();
    for (const statement of ["update audit_entries set actor = 'nobody' where org_id = ?", 'delete from audit_entries where org_id = ?']) {
      await expect(DB.prepare(statement).bind(org.orgId).run()).rejects.toThrow('LEDGER');
    }
  });

  it('names as `system` what nobody asked for', async () => {
    const { org, log } = await begin();
    const proposal = { ...TOP_UP, paymentMode: 'PREPAID', expiryDate: '2026-11-22T00:00:00Z' };
    await mutate(org, 'createProposal', proposal);
    await send('/test/scheduled', {}, { 'x-test-now': '2026-11-23T00:00:00Z' });
    expect((await log({ actor: { eq: 'system' } })).nodes).toMatchObject([
      { operation: 'sweepExpiredProposals', at: '2026-11-23T00:00:00.000Z' },
    ]);
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
