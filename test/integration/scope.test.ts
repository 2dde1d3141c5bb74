import {
  buildClientSchema,
  buildSchema,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getIntrospectionQuery,
  getNamedType,
  type IntrospectionQuery,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  type ObjectFieldNode,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { factsOf } from '../../src/graphql/admission/facts.ts';
import { requiredScopes } from '../../src/graphql/admission/required-scopes.ts';
import { markedScopes } from '../../src/graphql/admission/scopes.ts';
import { coerceVariables } from '../../src/graphql/admission/variables.ts';
import { schema as served } from '../../src/graphql/schema.ts';
import { SCOPES, type Scope } from '../../src/operations/scope.ts';
import { DB } from '../support/database.ts';
import { oneOfEverything } from '../support/everything.ts';
import { documentOf, SCENARIOS } from '../support/mutations.ts';
import { type Answer, type Organization, send } from '../support/organization.ts';
import { changedRows, everyRow, type Rows } from '../support/rows.ts';
import { share } from '../support/runs.ts';
import { callOf, isAnything, type LeafPath, placesIn } from '../support/schema-walk.ts';
import { type Directed, scopesOfDirective } from '../support/scope-directives.ts';
import { everyId, fillerFor, SOME } from '../support/trespass.ts';
import { copyOf, openWorld, type World } from '../support/world.ts';

type Field = GraphQLField<unknown, unknown>;
type Composite = GraphQLInterfaceType | GraphQLObjectType;

let org: Organization;
let schema: GraphQLSchema;
/** An id of each kind, by the field that answers it. */
let idByField: ReadonlyMap<string, string>;
/** The organization, asked with a token that may do nothing. */
let nobody: Organization;

beforeAll(async () => {
  org = await oneOfEverything('alpha');
  const { data } = await org.ask<IntrospectionQuery>(getIntrospectionQuery({ inputValueDeprecation: true, oneOf: true }));
  schema = buildClientSchema(data);
  idByField = new Map((await everyId(schema, org, isAnything, SOME)).map(({ field, value }) => [field, value] as const).reverse());
  nobody = await holding(org, []);
});

/** The scopes that a document with variables requires, as the walk over it finds them. */
function scopesRequiredBy(document: string, sent: object = {}): ReadonlySet<Scope> {
  const facts = factsOf(served, parse(document));
  const variables = facts && coerceVariables(facts, { ...sent });
  if (!variables || variables instanceof Error) throw variables ?? new Error(`no operation in ${document}`);
  return requiredScopes(facts, variables);
}

const nameOf = (scope: Scope): string => scope.toUpperCase().replace(':', '_');
const NAMES: readonly string[] = SCOPES.map(nameOf);

/** An organization asked with a token of these scopes alone. No token is made without any: one of those has lost them. */
async function holding(of: Organization, names: readonly string[]): Promise<Organization> {
  const apiToken = { name: 'narrow', scopes: names.length > 0 ? names : NAMES };
  const narrow = of.with(await of.done<string>('createApiToken', 'secret', apiToken, 'secret'));
  if (names.length === 0) await DB.prepare("update api_tokens set scopes = '[]' where org_id = ? and name = 'narrow'").bind(of.orgId).run();
  // The token is looked up, so that what is read from here on is what a request asks for.
  await narrow.ask('{ __typename }');
  return narrow;
}

/** A field of the schema, or an argument of one, and the selection of the root that asks for it. */
interface Place {
  readonly at: string;
  readonly selection: string;
  /** What it requires, as the walk over the document has it. */
  readonly required: string;
}

/** Puts a selection of a type into one of the root. */
type Way = (selection: string) => string;

/**
 * Every field of the schema, and every argument of each, alone: from the root, and from each node as `node` answers it, through nothing that is
 * a node itself. So each is asked for with as few scopes as lead to it.
 */
function everyPlace(): readonly Place[] {
  const query = schema.getQueryType();
  if (!query) throw new Error('no query type');
  const fromNode = (type: Composite): Way => {
    const members = isInterfaceType(type) ? schema.getPossibleTypes(type) : [type];
    const id = members.flatMap(({ name }) => idByField.get(`${name}.id`) ?? [])[0] ?? btoa(`${members[0]?.name}:none`);
    return (selection) => `node(id: "${id}") { ... on ${type.name} { ${selection} } }`;
  };
  const nodes = Object.values(schema.getTypeMap()).filter(isNode);
  const starts = [[query, (selection: string) => selection] as const, ...nodes.map((type) => [type, fromNode(type)] as const)];
  return starts.flatMap(([type, way]) => [...placesUnder(type, way, new Set())]);
}

function* placesUnder(type: GraphQLNamedType, way: Way, seen: Set<string>): Iterable<Place> {
  if (seen.has(type.name)) return;
  seen.add(type.name);
  for (const member of isAbstractType(type) ? schema.getPossibleTypes(type) : [])
    if (!isNode(member)) yield* placesUnder(member, (selection) => way(`... on ${String(member)} { ${selection} }`), seen);
  for (const field of isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : []) {
    if (BY_ID.has(`${type.name}.${field.name}`)) continue;
    const to = getNamedType(field.type);
    for (const { at, call } of callsOf(field)) {
      const selection = way(isLeafType(to) ? call : `${call} { __typename }`);
      const required = scopesRequiredBy(`{ ${selection} }`);
      yield { at: `${type.name}.${at}`, selection, required: [...required].map(nameOf).toSorted().join(' ') };
    }
    if (!isLeafType(to) && !isNode(to)) yield* placesUnder(to, (selection) => way(`${callOf(field, fill)} { ${selection} }`), seen);
  }
}

/** A field with the arguments that it needs, and with each of the others besides. */
function callsOf(field: Field): readonly { at: string; call: string }[] {
  const places = placesIn(field).filter(({ path }) => path.length > 1 || !PAGING.has(path[0] ?? ''));
  const fitting = (path: LeafPath, type: GraphQLNamedType) =>
    type.name === 'ID' ? idByField.get('Account.id') : fill(path.at(-1) ?? '', type);
  const withArguments = places.flatMap(({ path, type }) =>
    // Each value of an enum may tell another thing.
    (isEnumType(type) ? type.getValues().map(({ name }) => name) : [fitting(path, type)]).map((value) => ({
      at: `${field.name}(${path.join('.')}${isEnumType(type) ? `: ${value}` : ''})`,
      call: callOf(field, fill, path, value),
    })),
  );
  return [{ at: field.name, call: callOf(field, fill) }, ...withArguments];
}

/** JSON is written out as a text, which a document can hold as well as a variable. */
const fill = (name: string, type: GraphQLNamedType) => (type.name === 'JSON' ? 'any' : fillerFor(idByField, 'any')(name, type));

/** What a page takes says nothing of what is in the list: its cursors are its own, or refused. */
const PAGING: ReadonlySet<string> = new Set(['first', 'last', 'after', 'before']);

/** What these require is what the ids name. */
const BY_ID: ReadonlySet<string> = new Set(['Query.node', 'Query.nodes']);

const isNode = (type: GraphQLNamedType): type is Composite =>
  (isObjectType(type) || isInterfaceType(type)) && type.getInterfaces().some(({ name }) => name === 'Node');

/** The tables that a document reads. */
async function tablesRead(document: string): Promise<ReadonlySet<string>> {
  const answer = await send('/graphql', { query: document }, { ...org.headers, 'x-test-explain': 'yes' });
  const { errors, plans } = await answer.json<{ errors?: object[]; plans: { sql: string }[] }>();
  if (errors) throw new Error(`${JSON.stringify(errors)} of ${document}`);
  return new Set(plans.flatMap(({ sql }) => [...sql.matchAll(/(?:from|join) "(\w+)"/g)].map(([, table = '']) => table)));
}

/** Tables of which no type shows the rows, and the scope of what they are part of. */
const PARTS = [
  { table: 'account_metadata', scope: 'ACCOUNTS_READ' },
  { table: 'account_plans', scope: 'SCHEDULES_READ' },
  { table: 'recorded_rows', scope: 'SCHEDULES_READ' },
];

/** The scopes that show what is in a table, by the types of its rows. Any of them is enough. */
const scopesByTable: ReadonlyMap<string, ReadonlySet<string>> = (() => {
  const shown = Object.values(served.getTypeMap()).flatMap((type) => {
    const model = type.extensions.pothosDrizzleModel;
    const table = typeof model === 'string' ? model.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) : null;
    return table === null ? [] : markedScopes(type).map((scope) => ({ table, scope: nameOf(scope) }));
  });
  return new Map(
    [...Map.groupBy([...PARTS, ...shown], ({ table }) => table)].map(([table, all]) => [table, new Set(all.map(({ scope }) => scope))]),
  );
})();

/** The printed schema, as a machine reads it that knows nothing else. */
const printed = buildSchema(
  Object.values(import.meta.glob('../../schema/schema.graphql', { query: '?raw', import: 'default', eager: true }))[0] ?? '',
);

/** The scopes that a selection requires, as the directives of its fields and of what is given to them say. */
function scopesToldFor(selection: string): string {
  const info = new TypeInfo(printed);
  const told: string[] = [];
  const add = (element: Directed | null | undefined) => {
    told.push(...scopesOfDirective(element));
  };
  const document = parse(`{ ${selection} }`);
  const visitor = {
    Field: () => add(info.getFieldDef()),
    Argument: () => add(info.getArgument()),
    EnumValue: () => add(info.getEnumValue()),
    ObjectField: (node: ObjectFieldNode) => {
      const input = getNamedType(info.getParentInputType());
      if (isInputObjectType(input)) add(input.getFields()[node.name.value]);
    },
  };
  visit(document, visitWithTypeInfo(info, visitor));
  return [...new Set(told)].toSorted().join(' ');
}

/** As many as one request may have. */
function* chunks<T>(all: readonly T[], size: number): Iterable<readonly T[]> {
  for (let i = 0; i < all.length; i += size) yield all.slice(i, i + size);
}

describe('a token that lacks a scope', () => {
  it('is refused every field, list, cursor, count and argument that would read what the scope protects, before anything is read', async () => {
    const places = everyPlace();
    expect(places.length).toBeGreaterThan(1_000);
    const faults: object[] = [];
    let turn = 0;
    for (const [required, alike] of Map.groupBy(places, (place) => place.required)) {
      for (const chunk of share([...chunks(alike, 25)], 4, turn++)) {
        const document = `{ ${chunk.map(({ selection }, i) => `p${i}: ${selection}`).join(' ')} }`;
        const { errors = [], data, extensions } = await nobody.ask(document);
        const named = errors.flatMap((error) => error.extensions.scopes ?? error.message);
        if (named.toSorted().join(' ') !== required || (required !== '' && (data || (extensions?.cost.d1Calls ?? 0) > 0)))
          faults.push({ required, named, data, cost: extensions?.cost });
        for (const table of await tablesRead(document)) {
          // Every token is told the name and currency of its own organization.
          const isOwn = required === '' && table === 'organizations';
          const isShown = isOwn || [...(scopesByTable.get(table) ?? [])].some((scope) => required.split(' ').includes(scope));
          if (!isShown) faults.push({ table, required, by: chunk.map(({ at }) => at) });
        }
      }
    }
    expect(faults).toEqual([]);
  });

  it('is told by the printed schema alone, in `@requiresScopes`, what each of them requires', () => {
    const places = everyPlace();
    const different = places.filter(({ selection, required }) => scopesToldFor(selection) !== required);
    expect(different.map(({ at, selection, required }) => ({ at, required, told: scopesToldFor(selection) }))).toEqual([]);
  });

  it('is refused an order whose cursors tell what the scope protects, whether it is written out or sent as a variable', async () => {
    const narrow = await holding(org, ['ACCOUNTS_READ']);
    const inOrder = 'query ($order: AccountOrder!) { accounts(orderBy: $order, first: 1) { edges { cursor } } }';
    for (const order of ['TIMELINE_END_ASC', 'TIMELINE_END_DESC']) {
      for (const [document, variables] of [
        [inOrder.replace('($order: AccountOrder!)', '').replace('$order', order), {}],
        [inOrder, { order }],
      ] as const) {
        const { data, errors, extensions } = await narrow.ask(document, variables);
        expect([data, errors?.map((error) => error.extensions.scopes), extensions.cost.d1Calls]).toEqual([
          undefined,
          [['SCHEDULES_READ']],
          0,
        ]);
      }
    }
    expect(await narrow.ask(inOrder, { order: 'NAME_ASC' })).not.toHaveProperty('errors');
  });

  it('is answered the same for an id that exists and for one that does not, whatever the type', async () => {
    const nodes = Object.values(schema.getTypeMap()).filter(isNode).filter(isObjectType);
    expect(nodes.length).toBeGreaterThan(15);
    for (const { name } of nodes) {
      const none = btoa(`${name}:none`);
      for (const document of [
        'query ($id: ID!) { node(id: $id) { __typename } }',
        'query ($id: ID!) { nodes(ids: [$id]) { __typename id } }',
      ]) {
        const [known, unknown] = [
          await nobody.ask(document, { id: idByField.get(`${name}.id`) ?? none }),
          await nobody.ask(document, { id: none }),
        ];
        const scopes = markedScopes(served.getType(name) ?? { extensions: {} }).map(nameOf);
        expect({ name, ...refusalOf(known) }).toEqual({ name, code: 'FORBIDDEN', scopes, data: undefined, d1Calls: 0 });
        expect(refusalOf(unknown)).toEqual(refusalOf(known));
      }
    }
  });

  it('is told of an id that is none as anybody is', async () => {
    const document = 'query ($id: ID!) { node(id: $id) { __typename } }';
    for (const id of ['', 'none', btoa('Nothing:1'), btoa('Wallet:1'), btoa('__proto__:1')]) {
      const [narrow, wide] = [await nobody.ask(document, { id }), await org.ask(document, { id })];
      expect([id, narrow.errors?.map(({ message }) => message)]).toEqual([id, wide.errors?.map(({ message }) => message)]);
    }
  });

  it('is told all that are missing at once, as the enum `Scope` spells them, in its order', async () => {
    const scopes = await org.ask<{ __type: { enumValues: { name: string }[] } }>('{ __type(name: "Scope") { enumValues { name } } }');
    expect(scopes.data.__type.enumValues.map(({ name }) => name)).toEqual(NAMES);
    const reader = await holding(org, ['ACCOUNTS_READ']);
    const { errors } = await reader.ask(
      `query ($id: ID!) { node(id: $id) { id } accounts { nodes { name proposals { totalCount } customer { name } } } }`,
      {
        id: btoa('PricePlan:none'),
      },
    );
    expect(errors).toMatchObject([
      {
        message: 'This token lacks the scopes `CUSTOMERS_READ`, `PLANS_READ` and `PROPOSALS_READ`.',
        extensions: { code: 'FORBIDDEN', scopes: ['CUSTOMERS_READ', 'PLANS_READ', 'PROPOSALS_READ'] },
      },
    ]);
  });

  it('is asked for no scope by what `@skip` and `@include` leave out, and for every one by what they leave in', async () => {
    const reader = await holding(org, ['ACCOUNTS_READ']);
    const document = `query ($if: Boolean = false, $unless: Boolean = true) {
      accounts { nodes { name customer @include(if: $if) { name } ... @skip(if: $unless) { proposals { totalCount } } ...Timeline @include(if: $if) } }
      pricePlans @skip(if: true) { totalCount }
    }
    fragment Timeline on Account { schedules { totalCount } }`;
    const missing = async (variables: object) =>
      (await reader.ask(document, { ...variables })).errors?.flatMap(({ extensions }) => extensions.scopes);
    expect(await missing({})).toBeUndefined();
    expect(await missing({ if: true })).toEqual(['CUSTOMERS_READ', 'SCHEDULES_READ']);
    expect(await missing({ unless: false })).toEqual(['PROPOSALS_READ']);
    // Whatever was answered before.
    expect(await missing({ if: false, unless: true })).toBeUndefined();
    expect(await missing({ if: true, unless: false })).toEqual(['CUSTOMERS_READ', 'SCHEDULES_READ', 'PROPOSALS_READ']);
  });

  it('may ask for a condition that it would need the scope for only when it is given', async () => {
    const reader = await holding(org, ['ACCOUNTS_READ']);
    const document = 'query ($where: AccountsWhere) { accounts(where: $where) { totalCount } }';
    const missing = async (where: object | null) =>
      (await reader.ask(document, { where })).errors?.flatMap(({ extensions }) => extensions.scopes);
    const condition = { customerId: { eq: 'alpha-customer' } };
    expect(await missing(null)).toBeUndefined();
    expect(await missing({ status: { eq: 'ACTIVE' } })).toBeUndefined();
    expect(await missing({ or: [{ status: { eq: 'ACTIVE' } }, { and: [condition] }] })).toEqual(['CUSTOMERS_READ']);
  });
});

const refusalOf = ({ data, errors, extensions }: Answer<unknown>) => ({
  code: errors?.[0]?.extensions.code,
  scopes: errors?.[0]?.extensions.scopes,
  data,
  d1Calls: extensions.cost.d1Calls,
});

/** What a mutation requires for an input, as somebody is told who may do nothing. */
async function requiredBy(asker: Organization, mutation: string, input: object, selection?: string): Promise<readonly string[]> {
  const { errors, data, extensions } = await asker.ask(documentOf(mutation, selection), { input });
  expect({ mutation, data, d1Calls: extensions.cost.d1Calls }).toEqual({ mutation, data: undefined, d1Calls: 0 });
  const [
    {
      extensions: { scopes },
    } = { extensions: { scopes: [] } },
  ] = errors ?? [];
  return Array.isArray(scopes) ? scopes.map(String) : [];
}

/** The scopes that cover a change of a table: one of them is enough. Whether its rows are a timeline's or a draft's is told apart. */
const COVERED_BY: Readonly<Record<string, readonly string[]>> = {
  customers: ['CUSTOMERS_WRITE', 'DATA_ERASE'],
  accounts: ['ACCOUNTS_WRITE'],
  account_aliases: ['ACCOUNTS_WRITE'],
  reserved_aliases: ['ACCOUNTS_WRITE'],
  license_updates: ['ACCOUNTS_WRITE'],
  price_plans: ['PLANS_WRITE'],
  price_plan_versions: ['PLANS_WRITE'],
  billable_items: ['PLANS_WRITE'],
  // A set of cards is of whatever refers to it.
  rate_cards: ['PLANS_WRITE', 'SCHEDULES_WRITE', 'SCHEDULES_FINALIZE', 'PROPOSALS_WRITE'],
  draft_schedules: ['SCHEDULES_WRITE', 'SCHEDULES_FINALIZE'],
  drafts: ['SCHEDULES_WRITE', 'SCHEDULES_FINALIZE'],
  schedules: ['SCHEDULES_FINALIZE', 'PROPOSALS_DECIDE', 'PROPOSALS_WRITE'],
  purchases: ['PROPOSALS_WRITE', 'PROPOSALS_DECIDE'],
  entitlements: ['PROPOSALS_WRITE', 'PROPOSALS_DECIDE'],
  wallet_entries: ['PROPOSALS_WRITE', 'PROPOSALS_DECIDE'],
  jobs: ['SCHEDULES_WRITE'],
  job_entries: ['SCHEDULES_WRITE'],
  api_tokens: ['TOKENS_MANAGE'],
  token_issuers: ['TOKENS_MANAGE'],
  staff_issuers: ['TOKENS_MANAGE'],
  staff_revocations: ['TOKENS_MANAGE'],
  webhooks: ['WEBHOOKS_MANAGE'],
  webhook_deliveries: ['WEBHOOKS_MANAGE'],
};

/** The scopes that a mutation hands on. */
function grantedBy(input: object): readonly string[] {
  if ('roles' in input && Array.isArray(input.roles)) return input.roles.flatMap(grantedBy);
  return 'scopes' in input && Array.isArray(input.scopes) ? input.scopes.map(String) : [];
}

/** What every change writes, whatever it is of. */
const BESIDE_A_CHANGE: ReadonlySet<string> = new Set(['audit_entries', 'idempotency_records', 'organizations']);

/** What an account keeps about its schedules, which changes with them. */
const counters = { revision: 0, timeline_revision: 0, timeline_end: '', updated_at: 0 };

/** The tables in which a change altered more than counters. */
function tablesChanged(before: Rows, after: Rows): readonly string[] {
  const without = (rows: Rows) => ({ ...rows, accounts: (rows.accounts ?? []).map((row) => ({ ...row, ...counters })) });
  const changed = changedRows(without(before), without(after)).filter(({ table }) => !BESIDE_A_CHANGE.has(table));
  return [...new Set(changed.map(({ table, row }) => (table === 'schedules' && row.draft_id !== null ? 'draft_schedules' : table)))];
}

describe('a mutation', () => {
  let world: World;
  let outsider: Organization;
  beforeAll(async () => {
    world = await openWorld();
    outsider = await holding(world.org, []);
  });

  it.each(share(SCENARIOS, 6, 3))(
    '$mutation changes nothing but what the scopes cover that it requires',
    async ({ mutation, accepted }) => {
      const input = accepted(world.ids);
      const required = await requiredBy(outsider, mutation, input);
      expect(required.length).toBeGreaterThan(0);
      const copy = await copyOf(world.org);
      // A token grants no more than it holds.
      const narrow = await holding(copy, [...required, ...grantedBy(input)]);
      const before = await everyRow(copy);
      expect(await narrow.ask(documentOf(mutation), { input })).toMatchObject({ data: { [mutation]: { userErrors: [] } } });
      const changed = tablesChanged(before, await everyRow(copy));
      expect(changed.filter((table) => !COVERED_BY[table]?.some((scope) => required.includes(scope)))).toEqual([]);
    },
  );

  it('says what it requires in its description, for every input', () => {
    for (const { mutation, accepted } of SCENARIOS) {
      const description = schema.getMutationType()?.getFields()[mutation]?.description ?? '';
      const named = [...description.matchAll(/`([A-Z]+_[A-Z]+)`/g)].map(([, name]) => name);
      const required = [...scopesRequiredBy(documentOf(mutation), { input: accepted(world.ids) })].map(nameOf);
      expect([mutation, required.filter((name) => !named.includes(name))]).toEqual([mutation, []]);
    }
  });

  it('shows nothing of what it changed without the scope that reads it', async () => {
    const shown: string[] = [];
    for (const { mutation, accepted } of SCENARIOS) {
      const payload = getNamedType(schema.getMutationType()?.getFields()[mutation]?.type);
      if (!isObjectType(payload)) throw new Error(`${mutation} has no payload`);
      const input = accepted(world.ids);
      const required = await requiredBy(outsider, mutation, input);
      for (const field of Object.values(payload.getFields()).filter(({ name }) => !['isReplay', 'userErrors'].includes(name))) {
        const selection = isLeafType(getNamedType(field.type)) ? field.name : `${field.name} { __typename }`;
        const reading = (await requiredBy(outsider, mutation, input, selection)).filter((scope) => !required.includes(scope));
        if (reading.length === 0) shown.push(`${mutation}.${field.name}`);
      }
    }
    expect([...new Set(shown)].toSorted()).toEqual([
      // The scope that writes them is the one that reads them.
      'createApiToken.apiToken',
      'createApiToken.secret',
      'createDelegateToken.delegateTokenId',
      'createDelegateToken.expiresAt',
      'createDelegateToken.token',
      'createWebhook.secret',
      'createWebhook.webhook',
      'deleteWebhook.deletedWebhookId',
      'redeliver.delivery',
      'registerStaffIssuer.staffIssuer',
      'registerTokenIssuer.tokenIssuer',
      'removeStaffIssuer.staffIssuer',
      'removeTokenIssuer.tokenIssuer',
      'restoreStaff.staffRevocation',
      'revokeApiToken.apiToken',
      'revokeStaff.staffRevocation',
      'rotateWebhookSecret.secret',
      'rotateWebhookSecret.webhook',
      'sendTestEvent.delivery',
      'updateStaffIssuer.staffIssuer',
      'updateWebhook.webhook',
    ]);
  });

  it.each(share(SCENARIOS, 6))(
    '$mutation tells in its refusals nothing that the scopes hide that it does not require',
    async ({ mutation, refused }) => {
      const input = refused(world.ids);
      const narrow = await holding(world.org, await requiredBy(outsider, mutation, input));
      const selection = 'userErrors { __typename code message path }';
      const { data } = await narrow.ask<Record<string, { userErrors: { __typename: string; message: string }[] }>>(
        documentOf(mutation, selection),
        { input },
      );
      const sentText = JSON.stringify(input);
      // A refusal of the input itself quotes the input, and examples.
      const refusals = (data[mutation]?.userErrors ?? []).filter(({ __typename }) => __typename !== 'ValidationError');
      const quotedTexts = refusals.flatMap(({ message }) => [...message.matchAll(/"([^"]+)"/g)].map(([, text = '']) => text));
      expect(data[mutation]?.userErrors.length).toBeGreaterThan(0);
      expect(quotedTexts.filter((text) => !sentText.includes(text))).toEqual([]);
    },
  );

  it('tells the revision of what conflicts to a token that may read it, and the code to every other', async () => {
    let count = 0;
    for (const { mutation, accepted } of SCENARIOS) {
      const inputType = schema.getType(`${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`);
      const revision =
        isInputObjectType(inputType) && Object.keys(inputType.getFields()).find((name) => /^expected\w*Revision$/.test(name));
      if (!revision) continue;
      const input = { ...accepted(world.ids), [revision]: 999 };
      const document = documentOf(mutation, 'userErrors { __typename code path ... on ConflictError { currentRevision } }');
      const required = await requiredBy(outsider, mutation, input);
      const narrow = await holding(world.org, required);
      const of = async (caller: Organization) => (await caller.ask<Record<string, { userErrors: object[] }>>(document, { input })).data;
      const conflict = { code: 'CONFLICT', path: ['input', revision] };
      const [wide, hidden] = [await of(world.org), await of(narrow)];
      expect([mutation, wide[mutation]?.userErrors]).toEqual([
        mutation,
        [{ __typename: 'ConflictError', ...conflict, currentRevision: expect.any(Number) }],
      ]);
      // A scope that manages something also reads it.
      const shown = required.some((scope) => scope.endsWith('_MANAGE'))
        ? wide[mutation]?.userErrors
        : [{ __typename: 'PreconditionError', ...conflict }];
      expect([mutation, hidden[mutation]?.userErrors]).toEqual([mutation, shown]);
      count++;
    }
    expect(count).toBeGreaterThan(12);
  });
});
