import { buildClientSchema, type GraphQLSchema, getIntrospectionQuery, getNamedType, type IntrospectionQuery } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { addBusy, grow } from '../support/growth.ts';
import { isList, type List, listsOf, nodesOf, ordersOf, ownedBy, pageWithin } from '../support/lists.ts';
import { documentOf, mutationsOf, SCENARIOS } from '../support/mutations.ts';
import type { Organization } from '../support/organization.ts';
import { callLogged } from '../support/rest.ts';
import { addressOf, REST_SCENARIOS } from '../support/rest-scenarios.ts';
import { IS_WHOLE, share } from '../support/runs.ts';
import { selectionOf } from '../support/schema-walk.ts';
import { copyOf, openWorld, type World } from '../support/world.ts';

/** How many of everything there is, before and after it has grown: nothing below may cost more for it. */
const [FEW, MANY] = [40, IS_WHOLE ? 400 : 120];

/** The most rows that a page of three reads in each order, at the front, at the back and far behind a cursor, with all that its nodes say of themselves. */
const LISTS: Readonly<Record<string, number>> = {
  'Account.activity': 5,
  'Account.aliases': 6,
  'Account.entitlements': 5,
  'Account.events': 11,
  'Account.licenseUpdates': 5,
  'Account.proposals': 9,
  'Account.purchases': 9,
  'Account.schedules': 15,
  'Account.timelineRevisions': 14,
  'BillableItem.rateCards': 30,
  'Customer.accounts': 18,
  'Draft.schedules': 15,
  'Job.entries': 30,
  'PricePlan.versions': 11,
  'PricePlanVersion.rateCards': 12,
  'PricePlanVersion.schedules': 17,
  'Proposal.revisions': 20,
  'PurchaseTerms.entitlements': 5,
  'PurchaseTerms.rateCards': 12,
  'Query.accounts': 34,
  'Query.apiTokens': 4,
  'Query.auditLog': 4,
  'Query.billableItems': 7,
  'Query.customers': 6,
  'Query.drafts': 9,
  'Query.events': 4,
  'Query.jobs': 20,
  'Query.licenseUpdates': 5,
  'Query.pricePlans': 40,
  'Query.proposals': 8,
  'Query.purchases': 9,
  'Query.reservedAliases': 5,
  'Query.schedules': 15,
  'Query.staffIssuers': 5,
  'Query.tokenIssuers': 5,
  'Query.webhooks': 4,
  'RateCard.pricePlanVersions': 32,
  'Schedule.rateCards': 13,
  'StaffIssuer.revocations': 8,
  'Wallet.entries': 5,
  'Webhook.deliveries': 8,
};

/** The most rows that a look-up reads. */
const LOOK_UPS: Readonly<Record<string, number>> = {
  account: 5,
  addOn: 1,
  billableItem: 1,
  calculateRevenue: 40,
  comparePricePlanVersions: 20,
  customer: 1,
  feature: 1,
  job: 10,
  node: 4,
  nodes: 5,
  pricePlan: 2,
  proposal: 2,
  purchase: 2,
  rateLimit: 0,
  reservedAlias: 1,
  schedule: 7,
  usageMeter: 1,
  viewer: 0,
  webhook: 1,
};

/** The most rows that a mutation writes when it is accepted, as D1 bills them: with its audit entry, the record of its key, and every index of each. */
const WRITTEN: Readonly<Record<string, number>> = {
  addAccountAliases: 19,
  addLicenseUpdate: 18,
  archiveAddOn: 16,
  archiveFeature: 16,
  archivePricePlan: 13,
  archiveUsageMeter: 16,
  bulkEditSchedules: 50,
  bulkPricePlanRateCardOperations: 36,
  bulkRateCardOperationsOnSchedule: 42,
  completePurchase: 22,
  confirmJob: 14,
  createAccount: 24,
  createAddOn: 21,
  createApiToken: 15,
  createCustomer: 31,
  createDelegateToken: 11,
  createFeature: 21,
  createPricePlan: 31,
  createProposal: 28,
  createUsageMeter: 21,
  createWebhook: 15,
  deleteAccount: 18,
  deleteCustomer: 15,
  deleteWebhook: 15,
  discardAccountSchedules: 26,
  discardPricePlan: 22,
  eraseCustomer: 16,
  failPurchase: 18,
  finalizeAccountSchedules: 35,
  finalizePricePlan: 17,
  initiatePurchase: 25,
  migratePricePlan: 30,
  rebaseDraft: 34,
  redeliver: 15,
  registerStaffIssuer: 14,
  registerTokenIssuer: 14,
  rejectJob: 19,
  releaseAlias: 13,
  removeAccountAliases: 16,
  removeStaffIssuer: 12,
  removeTokenIssuer: 12,
  restoreStaff: 12,
  reserveAliases: 14,
  reviseProposal: 33,
  revokeApiToken: 12,
  revokeStaff: 16,
  rotateWebhookSecret: 12,
  sendTestEvent: 15,
  unarchiveAddOn: 16,
  unarchiveFeature: 16,
  unarchiveUsageMeter: 16,
  updateAccount: 17,
  updateAddOn: 17,
  updateCustomer: 14,
  updateFeature: 17,
  updatePricePlan: 21,
  updatePricePlanPricingRules: 19,
  updatePricingSchedule: 29,
  updatePricingScheduleBatch: 50,
  updateProposalStatus: 42,
  updateSchedulePricingRules: 28,
  updateStaffIssuer: 13,
  updateUsageMeter: 17,
  updateWebhook: 13,
};

/** The most rows that a mutation reads when it is accepted, with all that its payload offers. */
const MUTATIONS: Readonly<Record<string, number>> = {
  addAccountAliases: 26,
  addLicenseUpdate: 25,
  archiveAddOn: 18,
  archiveFeature: 18,
  archivePricePlan: 34,
  archiveUsageMeter: 18,
  bulkEditSchedules: 131,
  bulkPricePlanRateCardOperations: 61,
  bulkRateCardOperationsOnSchedule: 112,
  completePurchase: 75,
  confirmJob: 60,
  createAccount: 22,
  createAddOn: 17,
  createApiToken: 17,
  createCustomer: 23,
  createDelegateToken: 15,
  createFeature: 17,
  createPricePlan: 27,
  createProposal: 45,
  createUsageMeter: 17,
  createWebhook: 57,
  deleteAccount: 20,
  deleteCustomer: 23,
  deleteWebhook: 22,
  discardAccountSchedules: 72,
  discardPricePlan: 37,
  eraseCustomer: 26,
  failPurchase: 60,
  finalizeAccountSchedules: 135,
  finalizePricePlan: 32,
  initiatePurchase: 70,
  migratePricePlan: 54,
  rejectJob: 70,
  releaseAlias: 23,
  rebaseDraft: 92,
  redeliver: 26,
  removeAccountAliases: 26,
  registerStaffIssuer: 17,
  registerTokenIssuer: 17,
  removeStaffIssuer: 18,
  removeTokenIssuer: 18,
  reserveAliases: 22,
  restoreStaff: 20,
  reviseProposal: 95,
  revokeApiToken: 18,
  revokeStaff: 18,
  rotateWebhookSecret: 18,
  sendTestEvent: 26,
  unarchiveAddOn: 18,
  unarchiveFeature: 18,
  unarchiveUsageMeter: 18,
  updateAccount: 26,
  updateAddOn: 25,
  updateCustomer: 18,
  updateFeature: 20,
  updatePricePlan: 25,
  updatePricePlanPricingRules: 25,
  updatePricingSchedule: 55,
  updatePricingScheduleBatch: 80,
  updateProposalStatus: 82,
  updateSchedulePricingRules: 71,
  updateStaffIssuer: 20,
  updateUsageMeter: 20,
  updateWebhook: 20,
};

/**
 * What a mutation reads and writes besides, for each copy of what it deletes. Of a delivery it reads the index, the row and the count of
 * what is stored, and writes the last two.
 */
const DELETED: Readonly<Record<string, { readonly read: number; readonly written: number }>> = { deleteWebhook: { read: 3, written: 2 } };

/** Each root field that is no list, with what it is asked for. */
const ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  account: ['by: { accountId: "busy" }', 'by: { alias: "main" }', 'by: { id: $account }'],
  addOn: ['addOnId: $extra'],
  billableItem: ['billableId: $extra'],
  calculateRevenue: [
    'input: { currencyConfig: { custom: "USD" }, pricePlanDetailsConfig: { pricePlan: { pricePlanId: $idle } } }',
    'input: { currencyConfig: { accountInvoice: { accountId: "contracted" } }, pricePlanDetailsConfig: { account: { accountId: "contracted" } } }',
  ],
  comparePricePlanVersions: ['input: { pricePlanId: $idle, fromVersion: 1, toVersion: 1, currency: "USD" }'],
  customer: ['customerId: "acme"'],
  feature: ['featureId: $calls'],
  job: ['jobId: $job'],
  node: ['id: $account'],
  nodes: ['ids: [$account, $account]'],
  pricePlan: ['pricePlanId: $plan', 'pricePlanId: $plan, version: { label: ACTIVE }', 'pricePlanId: $plan, version: { number: 1 }'],
  proposal: ['proposalId: $proposal'],
  purchase: ['purchaseId: $bought'],
  rateLimit: [''],
  reservedAlias: ['value: "kept"'],
  schedule: ['scheduleId: $draftSchedule'],
  usageMeter: ['usageMeterId: $meter'],
  viewer: [''],
  webhook: ['webhookId: $webhook'],
};

let world: World;
let schema: GraphQLSchema;
let variables: Readonly<Record<string, string>>;
let few: Organization;
let many: Organization;

beforeAll(async () => {
  world = await openWorld();
  const { org, ids } = world;
  const { pricePlanId: plan, purchaseId: bought, proposalId: offered } = await addBusy(world);
  const { data } = await org.ask<{ account: { id: string } }>('{ account(by: { accountId: "busy" }) { id } }');
  variables = { ...ids, plan, bought, offered, account: data.account.id };
  schema = buildClientSchema((await org.ask<IntrospectionQuery>(getIntrospectionQuery({ oneOf: true }))).data);
  few = await copyOf(org);
  await grow(few, 1, FEW);
  many = await copyOf(few);
  await grow(many, FEW + 1, MANY);
  // A neighbour: the last row of an organization is never the last of its table, which would be read as one less.
  await copyOf(org, Date.parse('2099-01-01'));
});

describe('a page of each list reads as much however long the list is:', () => {
  it('every list, in each of its orders', async () => {
    for (const [turn, list] of listsOf(schema).entries()) {
      const ceiling = LISTS[list.name];
      expect([list.name, ceiling]).toEqual([list.name, expect.any(Number)]);
      for (const order of share(ordersOf(list.field), 3, turn)) {
        const [atFew, atMany] = [await pages(few, list, order), await pages(many, list, order)];
        expect([list.name, order, atMany]).toEqual([list.name, order, atFew]);
        expect([list.name, order, atFew.map(({ nodes, d1Calls }) => [nodes, d1Calls])]).toEqual([list.name, order, Array(3).fill([3, 1])]);
        expect(Math.max(...atFew.map(({ rowsRead }) => rowsRead)), list.name).toBeLessThanOrEqual(ceiling ?? 0);
      }
    }
  });
});

describe('a look-up reads as much however much there is:', () => {
  it('every root field that is no list, by each name that it takes', async () => {
    for (const field of Object.values(schema.getQueryType()?.getFields() ?? {}).filter((each) => !isList(each))) {
      const ceiling = LOOK_UPS[field.name];
      expect([field.name, ceiling, ARGUMENTS[field.name]]).toEqual([field.name, expect.any(Number), expect.any(Array)]);
      for (const given of ARGUMENTS[field.name] ?? []) {
        const query = `${field.name}${given && `(${given})`} ${selectionOf(schema, field.type, 0)}`;
        const [atFew, atMany] = [await cost(few, query), await cost(many, query)];
        expect([query, Object.values(atFew.data)]).not.toEqual([query, [null]]);
        expect([query, atMany.rowsRead, atFew.d1Calls]).toEqual([query, atFew.rowsRead, ceiling === 0 ? 0 : 1]);
        expect(atFew.rowsRead, query).toBeLessThanOrEqual(ceiling ?? 0);
      }
    }
  });
});

describe('a mutation is a read and a write, and a refusal a read, however much there is:', () => {
  it('every mutation has a ceiling', async () => {
    expect((await mutationsOf(world.org)).filter((name) => !MUTATIONS[name] || !WRITTEN[name])).toEqual([]);
  });

  it.each(share(SCENARIOS, 6))('$mutation', async ({ mutation, accepted, refused }) => {
    const payload = schema.getMutationType()?.getFields()[mutation]?.type;
    if (!payload) throw new Error(`no mutation ${mutation}`);
    const document = documentOf(mutation, selectionOf(schema, payload, 1).slice(1, -1));
    const tell = async (org: Organization, input: object) => {
      const { data, errors, extensions } = await org.ask<Record<string, { userErrors: object[] }>>(document, { input });
      expect(errors).toBeUndefined();
      return { isRefused: data[mutation]?.userErrors.length !== 0, ...extensions.cost, requested: undefined, limit: undefined };
    };
    const no = { ...refused(world.ids), idempotencyKey: mutation };
    const atFew = await tell(few, no);
    expect(atFew).toMatchObject({ isRefused: true, d1Calls: 1, rowsWritten: 0 });
    expect(await tell(many, no)).toEqual(atFew);

    const yes = { ...accepted(world.ids), idempotencyKey: mutation };
    const atFewer = await tell(await copyOf(few), yes);
    expect(atFewer).toMatchObject({ isRefused: false, d1Calls: 2 });
    const deleted = DELETED[mutation] ?? { read: 0, written: 0 };
    const [rowsRead, rowsWritten] = [atFewer.rowsRead - deleted.read * FEW, atFewer.rowsWritten - deleted.written * FEW];
    expect(await tell(await copyOf(many), yes)).toEqual({
      ...atFewer,
      rowsRead: rowsRead + deleted.read * MANY,
      rowsWritten: rowsWritten + deleted.written * MANY,
    });
    expect(rowsRead).toBeLessThanOrEqual(MUTATIONS[mutation] ?? 0);
    expect(rowsWritten).toBeLessThanOrEqual(WRITTEN[mutation] ?? 0);
  });
});

/** The most rows that an operation of REST reads, and writes. */
const REST = { rowsRead: 150, rowsWritten: 80 };

describe('an operation of REST is one call that reads, or two of which one writes, and costs as much however much there is:', () => {
  it.each(share(REST_SCENARIOS, 6))('$operation', async ({ route, isWrite, accepted }) => {
    const request = accepted(world.ids);
    const query = { ...request.query, ...(route.query.pageSize && { pageSize: '3' }) };
    const tell = async (org: Organization) => {
      const { line } = await callLogged(org, route.method, addressOf(route, { ...request, query }), { body: request.body });
      const { status, d1Calls, rowsRead = Number.POSITIVE_INFINITY, rowsWritten = Number.POSITIVE_INFINITY } = line ?? {};
      return { status, d1Calls, rowsRead, rowsWritten };
    };
    const atFew = await tell(isWrite ? await copyOf(few) : few);
    expect(atFew).toMatchObject({ status: route.status, d1Calls: isWrite ? 2 : 1 });
    expect(await tell(isWrite ? await copyOf(many) : many)).toEqual(atFew);
    expect(atFew.rowsRead).toBeLessThanOrEqual(REST.rowsRead);
    expect(atFew.rowsWritten).toBeLessThanOrEqual(isWrite ? REST.rowsWritten : 0);
  });
});

/** What three nodes cost at the front, at the back, and behind a cursor near the back. */
async function pages(org: Organization, { owner, field }: List, order: string) {
  const nodes = selectionOf(schema, nodesOf(getNamedType(field.type)), 0);
  const page = async (place: string) => {
    const { data, ...costs } = await cost(
      org,
      ownedBy(owner, `page: ${field.name}(${place}${order}) { pageInfo { startCursor } nodes ${nodes} }`),
    );
    const found = pageWithin(data);
    return { startCursor: found?.pageInfo.startCursor, nodes: found?.nodes.length, ...costs };
  };
  const { startCursor } = await page('last: 6');
  const all = [await page('first: 3'), await page('last: 3'), await page(`first: 3, after: "${startCursor}"`)];
  return all.map((each) => ({ ...each, startCursor: undefined }));
}

/** Asks for a root field, with those of the variables that it names. */
async function cost(org: Organization, field: string) {
  const named = Object.keys(variables).filter((name) => new RegExp(`\\$${name}\\b`).test(field));
  const declared = named.map((name) => `$${name}: ${name === 'account' ? 'ID' : 'String'}!`).join(', ');
  const given = Object.fromEntries(named.map((name) => [name, variables[name]]));
  const { data, errors, extensions } = await org.ask<Readonly<Record<string, unknown>>>(
    `query${declared && `(${declared})`} { ${field} }`,
    given,
  );
  expect(errors).toBeUndefined();
  const { d1Calls, rowsRead } = extensions.cost;
  return { data, d1Calls, rowsRead };
}
