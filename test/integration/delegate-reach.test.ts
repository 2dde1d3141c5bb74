import {
  buildClientSchema,
  type GraphQLNamedType,
  getIntrospectionQuery,
  getNamedType,
  type IntrospectionQuery,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isObjectType,
} from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { DELEGABLE, isDelegable, PARTS } from '../../src/graphql/admission/delegate-fields.ts';
import { restrictionTo } from '../../src/store/reach.ts';
import { fee, upsert } from '../support/catalogue.ts';
import { DB } from '../support/database.ts';
import { delegateFor } from '../support/delegate.ts';
import { customerWithEverything } from '../support/everything.ts';
import { type Answer, type Organization, send } from '../support/organization.ts';
import { type Plan, plansOf } from '../support/recorded.ts';
import { everyRow } from '../support/rows.ts';
import { share } from '../support/runs.ts';
import { callOf, selectionOf, waysTo } from '../support/schema-walk.ts';
import { openShop } from '../support/shop.ts';
import { everyId, fillerFor, type Id, idsIn, kindOf, leaksIn, SOME, type Stranger } from '../support/trespass.ts';

let org: Organization;
let delegate: Stranger;
/** Everything that the delegate comes across by itself. */
let seen: readonly Id[];
/** Documents that ask for each type that it can reach, from the root and from things of its own; and what it was answered. */
let documents: readonly string[];
let walked: readonly Answer<unknown>[];

beforeAll(async () => {
  const shop = await openShop();
  org = shop.org;
  for (const name of ['alpha', 'bravo']) await customerWithEverything(shop, name);
  await org.account('bravo-sibling', 'bravo-customer');
  await org.done(
    'updatePricingSchedule',
    'account { id }',
    { ...FROM_NOW_ON, accountId: 'bravo-sibling', pricePlanId: shop.pro },
    'account',
  );
  for (const name of THEIR_PLANS) {
    const copied = { name, type: 'BILLING', sourcePricePlanId: shop.pro };
    const { pricePlanId } = await org.done<{ pricePlanId: string }>('createPricePlan', 'pricePlan { pricePlanId }', copied, 'pricePlan');
    if (name === 'More than Pro') await upsert(org, pricePlanId, { setup: fee(shop.setup) });
    await org.done('finalizePricePlan', 'pricePlan { status }', { pricePlanId }, 'pricePlan');
    await org.done('updatePricingSchedule', 'account { id }', { ...FROM_NOW_ON, accountId: 'alpha-account', pricePlanId }, 'account');
  }
  const { data } = await org.ask<IntrospectionQuery>(getIntrospectionQuery({ inputValueDeprecation: true, oneOf: true }));
  const schema = buildClientSchema(data);
  const client = await delegateFor(org, ['bravo-account'], 'DECIDE_PROPOSALS');
  const atHand = await everyId(schema, client, isDelegable);
  const ownId = new Map(atHand.map(({ field, value }) => [field, value] as const).reverse());
  const ownNodes = ['Schedule', 'Purchase'].map((type) => {
    const way = (selection: string) => `{ node(id: "${ownId.get(`${type}.id`)}") { ... on ${type} { ${selection} } } }`;
    return [type, way] as const;
  });
  documents = [undefined, ...ownNodes].flatMap((start) =>
    [...waysTo(schema, isDelegable, fillerFor(ownId, 'any'), start)].flatMap(([name, way]) => {
      const type = schema.getType(name);
      return isObjectType(type) ? [way(selectionOf(schema, type, 1, isDelegable).slice(1, -1))] : [];
    }),
  );
  walked = await Promise.all(documents.map((document) => client.ask(document)));
  seen = [...atHand, ...walked.flatMap(({ data }) => idsIn(data))];
  const own = new Map(seen.map(({ field, value }) => [field, value] as const).reverse());
  const known = new Set(seen.map(({ value }) => value));
  const others = (await everyId(schema, org, undefined, SOME)).filter(({ value }) => !known.has(value));
  const ids = [...new Map(others.map((id) => [id.field + kindOf(id.value), id] as const)).values()];
  delegate = { schema, client, ids, own, isOpen: isDelegable };
});

/** Plans that are priced like the delegate's own: one has the very same rate cards, one prices the same items and more. */
const THEIR_PLANS = ['Same as Pro', 'More than Pro'];

const FROM_NOW_ON = { effectiveFrom: '2026-12-01', effectiveUntil: '9999-01-01' };

describe('a delegate of one account', () => {
  it('comes across everything of its own, through every field that is open to it', () => {
    const values = new Set(seen.map(({ value }) => value));
    expect(['bravo-account', 'bravo-customer', 'bravo-alias'].filter((id) => !values.has(id))).toEqual([]);
    const kinds = new Set(seen.map(({ value }) => kindOf(value)));
    expect(walked.filter(({ errors }) => errors)).toEqual([]);
    for (const kind of ['Customer', 'Account', 'Schedule', 'Proposal', 'Purchase']) expect([kind, kinds.has(kind)]).toEqual([kind, true]);
  });

  it('comes across nothing of another customer, of a sibling account, or of a plan that is not its own', async () => {
    const foreign = await foreignIds();
    expect(foreign.size).toBeGreaterThan(40);
    expect(seen.filter(({ value }) => foreign.has(value) || foreign.has(rowIdIn(value)))).toEqual([]);
  });

  it('is answered by every query as for an id that does not exist', async () => {
    expect(await leaksIn(delegate, 'query', delegate.schema.getQueryType())).toEqual([]);
  });

  it('is answered by every field of its own things as for an id that does not exist', async () => {
    const { schema, own } = delegate;
    for (const type of Object.values(schema.getTypeMap()).filter(isNode)) {
      const id = own.get(`${type.name}.id`);
      if (id !== undefined) expect(await leaksIn(delegate, 'query', type, id)).toEqual([]);
    }
  });

  it('is answered by every mutation as for an id that does not exist, and changes nothing', async () => {
    const before = await everyRow(org);
    expect(
      await leaksIn(
        { ...delegate, isOpen: (type, field) => type.name === 'Mutation' || isDelegable(type, field) },
        'mutation',
        delegate.schema.getMutationType(),
      ),
    ).toEqual([]);
    expect(await everyRow(org)).toEqual(before);
  });

  it('counts nothing but its own, and is not told how many rows that took', async () => {
    const counts = `{
      accounts { totalCount }
      account(by: { accountId: "bravo-account" }) { customer { accounts { totalCount } } proposals { totalCount } }
      proposals { totalCount }
    }`;
    const { data, extensions } = await delegate.client.ask<{ account: { proposals: object } }>(counts);
    expect(data).toMatchObject({
      accounts: { totalCount: 1 },
      account: { customer: { accounts: { totalCount: 1 } } },
      proposals: data.account.proposals,
    });
    expect(extensions.cost).toEqual({ requested: expect.any(Number), limit: 100_000, d1Calls: 1 });
  });
});

describe('every statement of a delegate', () => {
  it('that reads is restricted to its reach, and finds rows by the same indexes as without the restriction', async () => {
    const tried = share(documents, 4);
    const plans = (await Promise.all(tried.map((document) => explained(document)))).flat();
    expect(plans.length).toBeGreaterThanOrEqual(tried.length);
    expect(plans.filter(({ sql }) => !isRestricted(sql))).toEqual([]);
    const alone = await plansOf(
      DB,
      plans.map(({ sql, values }) => ({ sql: sql.slice(RESTRICTION.length), values: values.slice(1) })),
    );
    expect(plans.map(({ plan }) => stepsOf(plan))).toEqual(alone.map(({ plan }) => stepsOf(plan)));
  });

  it('that is sent by a mutation is restricted as well, or writes and answers no row, only whether a webhook is to be told', async () => {
    const { proposalId } = await org.done<{ proposalId: string }>(
      'createProposal',
      'proposal { proposalId }',
      { accountId: 'bravo-account', type: 'WALLET_TOPUP', paymentMode: 'POSTPAID', walletTopupDetails: { topupAmount: '5' } },
      'proposal',
    );
    const answer = `mutation ($input: UpdateProposalStatusInput!) {
      updateProposalStatus(input: $input) { proposal { status account { name } } userErrors { code } }
    }`;
    const plans = await explained(answer, { input: { proposalId, status: 'APPROVE' } });
    const writes = plans.filter(({ sql }) => !isRestricted(sql)).map(({ sql }) => sql);
    expect(plans.length).toBeGreaterThan(writes.length);
    expect(writes.length).toBeGreaterThan(0);
    // Read by the server alone: with every audit entry, whether somebody waits for the event.
    const IS_FOLLOWED = / returning exists \(select 1 from main\."webhooks" where [^()]*\)$/;
    expect(writes.filter((sql) => IS_FOLLOWED.test(sql))).toEqual([expect.stringMatching(/^insert into "audit_entries" /)]);
    const silent = writes.map((sql) => sql.replace(IS_FOLLOWED, ''));
    expect(silent.filter((sql) => !/^\s*(insert|update|delete) /.test(sql) || /\breturning\b/.test(sql))).toEqual([]);
  });
});

const { sql: RESTRICTION } = restrictionTo({ customerId: '', accountIds: [] });

const isRestricted = (sql: string): boolean => sql.startsWith(RESTRICTION);

/** The steps of a plan but for those that read the ids of the reach, which may take an index and the row. What a step calls its rows does not count. */
const stepsOf = (plan: readonly string[]): string[] =>
  plan
    .filter((step) => !/^((REUSE )?LIST SUBQUERY|CREATE BLOOM FILTER|SCAN json_each )/.test(step))
    .map((step) => step.replace(/^(SEARCH|SCAN) \S+/, '$1').replace(/SUBQUERY \d+|\(subquery-\d+\)|COVERING /, ''));

/** Every statement that the delegate's request sent to D1, once its token is known. */
async function explained(query: string, variables: object = {}): Promise<readonly Plan[]> {
  const { client } = delegate;
  await client.ask('{ __typename }');
  const answer = await send('/graphql', { query, variables }, { ...client.headers, 'x-test-explain': 'yes' });
  const { errors, plans } = await answer.json<{ errors?: object[]; plans: Plan[] }>();
  expect(errors).toBeUndefined();
  return plans;
}

describe('an action of an object', () => {
  it('is available to a delegate only where a delegate may call its mutation', async () => {
    const { schema, client } = delegate;
    const isAvailability = (type: GraphQLNamedType) => isObjectType(type) && 'action' in type.getFields() && 'allowed' in type.getFields();
    const places = Object.values(schema.getTypeMap()).flatMap((type) =>
      (isObjectType(type) ? Object.values(type.getFields()) : [])
        .filter((field) => isDelegable(type, field.name) && isAvailability(getNamedType(field.type)))
        .map((field) => `${type.name}.${field.name}`),
    );
    expect(places).toEqual(['Purchase.availableActions', 'Proposal.availableActions']);
    const offered = { accountId: 'bravo-account', type: 'WALLET_TOPUP', paymentMode: 'POSTPAID', walletTopupDetails: { topupAmount: '5' } };
    await org.done('createProposal', 'proposal { id }', offered, 'proposal');

    const actions = schema.getType('PurchaseAction');
    const allowed = async (caller: Organization) => {
      const { data } = await caller.ask(`{ account(by: { accountId: "bravo-account" }) {
        purchases { nodes { availableActions { action allowed } } } proposals { nodes { availableActions { action allowed } } } } }`);
      const names = [...JSON.stringify(data).matchAll(/"action":"(\w+)","allowed":true/g)].map(([, name = '']) => name);
      return new Set(names.map((name) => isEnumType(actions) && actions.getValue(name)?.description?.match(/`(\w+)`/)?.[1]));
    };
    expect([...(await allowed(org))]).toEqual(expect.arrayContaining(['updateProposalStatus', 'reviseProposal', 'completePurchase']));
    expect([...(await allowed(client))]).toEqual(['updateProposalStatus']);
  });
});

describe('what is not listed for delegates', () => {
  it('is refused by its name before D1 is called, wherever it can be asked for', async () => {
    const { schema, own, client } = delegate;
    const fill = fillerFor(own, 'any');
    const answers = [];
    for (const [typeName, way] of waysTo(schema, isDelegable, fill)) {
      const type = schema.getType(typeName);
      if (!isObjectType(type) && !isInterfaceType(type)) continue;
      for (const field of Object.values(type.getFields()).filter(({ name }) => !isDelegable(type, name))) {
        const selection = isLeafType(getNamedType(field.type)) ? '' : ' { __typename }';
        answers.push([`${typeName}.${field.name}`, await client.ask(way(`${callOf(field, fill)}${selection}`))] as const);
      }
    }
    expect(answers.length).toBeGreaterThan(20);
    for (const [field, { errors, data, extensions }] of answers) {
      expect({ field, errors, data, calls: extensions?.cost.d1Calls }).toEqual({
        field,
        errors: [{ message: expect.stringContaining(`\`${field}\``), extensions: expect.objectContaining({ code: 'FORBIDDEN', field }) }],
        data: undefined,
        calls: 0,
      });
    }
  });

  it('is no condition either: each one is refused by its name before D1 is called, or finds what the organization finds of the account', async () => {
    const { schema, own, client } = delegate;
    const offer = { accountId: 'bravo-account', type: 'WALLET_TOPUP', paymentMode: 'POSTPAID', walletTopupDetails: { topupAmount: '5' } };
    await org.done('createProposal', 'proposal { id }', { ...offer, expiryDate: '2027-01-01T00:00:00Z' }, 'proposal');
    const wheres = [...conditionsOf(own.get('PricePlanVersion.pricePlanId') ?? '')];
    for (const [typeName, way] of waysTo(schema, isDelegable, fillerFor(own, 'any'))) {
      const type = schema.getType(typeName);
      for (const { name, args } of isObjectType(type) ? Object.values(type.getFields()) : []) {
        const input = getNamedType(args.find((each) => each.name === 'where')?.type);
        if (!isInputObjectType(input) || !isObjectType(type) || !isDelegable(type, name)) continue;
        const conditions = Object.keys(input.getFields()).filter((each) => each !== 'and' && each !== 'or');
        const given = wheres.filter((each) => each.input === input.name);
        expect(given.map(({ condition }) => condition).toSorted()).toEqual(conditions.toSorted());
        for (const { condition, where, orderBy = 'CREATED_AT_ASC', isOpen = true } of given) {
          const at = `${typeName}.${name} ${condition}`;
          const ordered = args.some((each) => each.name === 'orderBy') ? `, orderBy: ${orderBy}` : '';
          const query = `query ($where: ${input.name}!) ${way(`${name}(where: $where${ordered}) { totalCount }`)}`;
          const sent = { or: [{ and: [where] }] };
          const { errors, data, extensions } = await client.ask(query, { where: sent });
          if (isOpen) {
            const ofAccount = conditions.includes('accountId') ? { and: [{ accountId: { eq: 'bravo-account' } }, sent] } : sent;
            expect({ at, errors, data }).toEqual({ at, data: (await org.ask(query, { where: ofAccount })).data });
            expect(JSON.stringify({ at, data })).toMatch(/"totalCount":[1-9]/);
          } else {
            const field = `${input.name}.${condition}`;
            const refused = {
              message: expect.stringContaining(`\`${field}\``),
              extensions: expect.objectContaining({ code: 'FORBIDDEN', field }),
            };
            expect({ at, errors, calls: extensions.cost.d1Calls }).toEqual({ at, errors: [refused], calls: 0 });
          }
        }
      }
    }
  });

  it('is introspection as well', async () => {
    const { errors } = await delegate.client.ask('{ __schema { queryType { name } } }');
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN', field: 'Query.__schema' } }]);
  });

  it('is named by what the schema has', () => {
    const fieldsOf = (type: unknown) => (isObjectType(type) || isInterfaceType(type) ? Object.keys(type.getFields()) : []);
    const stale = [...DELEGABLE].flatMap(([type, fields]) =>
      [...fields].filter((field) => !fieldsOf(delegate.schema.getType(type)).includes(field)).map((field) => `${type}.${field}`),
    );
    expect([...stale, ...[...PARTS].filter((type) => !delegate.schema.getType(type))]).toEqual([]);
  });
});

interface Condition {
  readonly input: string;
  readonly condition: string;
  readonly where: object;
  readonly orderBy?: string;
  /** Whether a delegate may use it. Defaults to true. */
  readonly isOpen?: boolean;
}

/** Each condition of the lists that a delegate comes across, with a value that matches something of its account. */
function* conditionsOf(pricePlanId: string): Generator<Condition> {
  const times = { gte: '2026-01-01T00:00:00Z', lt: '2099-01-01T00:00:00Z' };
  const accounts = { input: 'AccountsWhere' };
  yield { ...accounts, condition: 'accountId', where: { accountId: { eq: 'bravo-account' } } };
  yield { ...accounts, condition: 'customerId', where: { customerId: { eq: 'bravo-customer' } } };
  yield { ...accounts, condition: 'status', where: { status: { eq: 'ACTIVE' } } };
  yield { ...accounts, condition: 'createdAt', where: { createdAt: times } };
  yield { ...accounts, condition: 'updatedAt', where: { updatedAt: times }, orderBy: 'UPDATED_AT_ASC' };
  yield { ...accounts, condition: 'timelineEndDate', where: { timelineEndDate: { gte: '2026-01-01' } }, orderBy: 'TIMELINE_END_ASC' };
  yield { ...accounts, condition: 'pricePlan', where: { pricePlan: { pricePlanId } } };
  yield { ...accounts, condition: 'tags', where: { tags: { has: 'vip' } }, isOpen: false };
  yield { ...accounts, condition: 'hasDraft', where: { hasDraft: true }, isOpen: false };
  yield { ...accounts, condition: 'metadata', where: { metadata: { key: 'region', value: 'EU' } }, isOpen: false };
  const proposals = { input: 'ProposalsWhere' };
  yield { ...proposals, condition: 'accountId', where: { accountId: { eq: 'bravo-account' } } };
  yield { ...proposals, condition: 'createdAt', where: { createdAt: times } };
  yield { ...proposals, condition: 'expiryDate', where: { expiryDate: times } };
  yield { ...proposals, condition: 'number', where: { number: { in: Array.from({ length: 50 }, (_, i) => i + 1) } } };
  yield { ...proposals, condition: 'status', where: { status: { eq: 'PROPOSAL_ACTIVE' } } };
  yield { ...proposals, condition: 'type', where: { type: { eq: 'WALLET_TOPUP' } } };
  const schedules = { input: 'SchedulesWhere' };
  yield { ...schedules, condition: 'startsAfter', where: { startsAfter: '2025-01-01' } };
  yield { ...schedules, condition: 'endsBefore', where: { endsBefore: '9999-01-01' } };
  yield { ...schedules, condition: 'inForceOn', where: { inForceOn: '2026-12-01' } };
  yield { ...schedules, condition: 'isOverridden', where: { isOverridden: false } };
  yield { ...schedules, condition: 'pricePlanId', where: { pricePlanId: { eq: pricePlanId } } };
  yield { ...schedules, condition: 'version', where: { pricePlanId: { eq: pricePlanId }, version: { eq: 1 } } };
}

const isNode = (type: GraphQLNamedType): boolean => isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node');

/** The id of the row that a global id names. */
function rowIdIn(value: string): string {
  return kindOf(value) === '' ? value : atob(value).replace(/^\w+:/, '');
}

/** Every id that is in the organization's rows and not the delegate's to see: told from the rows alone. */
async function foreignIds(): Promise<ReadonlySet<string>> {
  const rowsOf = async (table: string, condition: string) =>
    (await DB.prepare(`select * from ${table} where org_id = ?1 and ${condition}`).bind(org.orgId).all<Record<string, unknown>>()).results;
  const mine = "(select id from accounts where org_id = ?1 and account_id = 'bravo-account')";
  const ofPlans = `in (select id from price_plans where org_id = ?1 and name in ('${THEIR_PLANS.join("', '")}'))`;
  const setsOf = (condition: string) =>
    `(select rate_card_set_id from price_plan_versions where org_id = ?1 and price_plan_id ${condition})`;
  const rows = await Promise.all([
    rowsOf('accounts', `id <> ${mine}`),
    rowsOf('customers', "customer_id <> 'bravo-customer'"),
    ...['account_aliases', 'schedules', 'purchases', 'entitlements', 'wallet_entries', 'license_updates', 'drafts'].map((table) =>
      rowsOf(table, `account_id <> ${mine}`),
    ),
    rowsOf('drafts', 'true'),
    rowsOf('schedules', 'draft_id is not null'),
    rowsOf('api_tokens', 'true'),
    rowsOf('audit_entries', 'true'),
    rowsOf('price_plans', `id ${ofPlans}`),
    rowsOf('price_plan_versions', `price_plan_id ${ofPlans}`),
    rowsOf('rate_cards', `set_id in ${setsOf(ofPlans)} and set_id not in ${setsOf(`not ${ofPlans}`)}`),
  ]);
  const own = await Promise.all([
    rowsOf('accounts', `id = ${mine}`),
    rowsOf('schedules', `account_id = ${mine} and draft_id is null`),
    rowsOf('audit_entries', `subject_id = ${mine} and timeline_revision is not null`),
  ]);
  const columns = ['id', 'schedule_id', 'account_id', 'customer_id', 'value', 'prefix', 'idempotency_key'];
  const idsIn = (all: readonly Record<string, unknown>[]) =>
    all.flatMap((row) => columns.map((column) => row[column]).filter((value) => typeof value === 'string'));
  const ours = new Set(idsIn(own.flat()));
  return new Set(idsIn(rows.flat()).filter((id) => !ours.has(id)));
}
