import {
  buildClientSchema,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getIntrospectionQuery,
  getNamedType,
  type IntrospectionQuery,
  isEnumType,
  isInterfaceType,
  isLeafType,
  isObjectType,
} from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { oneOfEverything } from '../support/everything.ts';
import { listName, MISFITTING, sealed, UNREADABLE, WELL_FORMED } from '../support/forged-cursors.ts';
import type { Answer, Organization } from '../support/organization.ts';
import { share } from '../support/runs.ts';
import { argumentsWith, isAnything, textPlaces, waysTo } from '../support/schema-walk.ts';
import { everyId, fillerFor, kindOf, SOME } from '../support/trespass.ts';

type Field = GraphQLField<unknown, unknown>;

/** What a look-up in a plain object would find, alone and as the type of a global id. */
const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__'];
const TEXTS = [...NAMES, ...NAMES.map((name) => btoa(`${name}:1`)), btoa('Account:__proto__'), btoa(':'), '{"__proto__":1}', '[', '💶'];

/** What a caller can be at fault for. */
const CODES: ReadonlySet<unknown> = new Set(['BAD_REQUEST', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT', 'QUERY_TOO_EXPENSIVE']);

let org: Organization;
let schema: GraphQLSchema;
let own: ReadonlyMap<string, string>;
let ways: ReturnType<typeof waysTo>;

beforeAll(async () => {
  org = await oneOfEverything('hostile');
  schema = buildClientSchema((await org.ask<IntrospectionQuery>(getIntrospectionQuery({ inputValueDeprecation: true, oneOf: true }))).data);
  own = new Map((await everyId(schema, org, isAnything, SOME)).map(({ field, value }) => [field, value] as const).reverse());
  ways = new Map([...waysTo(schema, isAnything, fillerFor(own, ''))].map(([type, way]) => [type, wayToOwn(type) ?? way]));
});

/** The way to a thing that is there: a way through any node would ask nothing of its fields. */
function wayToOwn(type: string): ((selection: string) => string) | undefined {
  const id = own.get(`${type}.id`);
  if (id === undefined || kindOf(id) !== type) return undefined;
  return (selection) => `{ node(id: "${id}") { ... on ${type} { ${selection} } } }`;
}

/** A field with arguments, which are sent as variables. */
interface Call {
  readonly field: Field;
  readonly args: Readonly<Record<string, unknown>>;
}

/** Selects calls of one field side by side, where `way` leads to. */
function ask(operation: 'query' | 'mutation', calls: readonly Call[], way: (selection: string) => string): Promise<Answer<unknown>> {
  const given = calls.flatMap(({ field, args }, i) =>
    field.args.filter(({ name }) => name in args).map(({ name, type }) => ({ name: `v${i}_${name}`, type, value: args[name] })),
  );
  const selected = calls.map(({ field, args }, i) => {
    const passed = Object.keys(args).map((name) => `${name}: $v${i}_${name}`);
    return `a${i}: ${field.name}(${passed.join(', ')}) ${isLeafType(getNamedType(field.type)) ? '' : '{ __typename }'}`;
  });
  const document = `${operation} (${given.map(({ name, type }) => `$${name}: ${type}`).join(', ')}) ${way(selected.join(' '))}`;
  return org.ask(document, Object.fromEntries(given.map(({ name, value }) => [name, value])));
}

/** How each fault of ours in the answer reads; there should be none. */
async function faultsOf(...[operation, calls, way]: Parameters<typeof ask>): Promise<string[]> {
  const { status, errors } = await ask(operation, calls, way);
  const faults = (errors ?? []).filter(({ extensions }) => !CODES.has(extensions.code));
  return status >= 500 || faults.length > 0
    ? [`${status} ${JSON.stringify(faults)} of ${JSON.stringify(calls.map(({ args }) => args))}`]
    : [];
}

/** The fields of every type that a query can come to, each with the way to it. */
function reachableFields(): { field: Field; type: string; way: (selection: string) => string }[] {
  return [...ways].flatMap(([name, way]) => {
    const type = schema.getType(name);
    if (!isObjectType(type) && !isInterfaceType(type)) return [];
    return Object.values(type.getFields()).map((field) => ({ field, type: name, way }));
  });
}

describe('a text that is the name of what every object has', () => {
  it('is a text like any other in every argument of every field', async () => {
    const faults: string[] = [];
    let turn = 0;
    for (const { field, type, way } of reachableFields()) {
      for (const place of textPlaces(field).filter((each) => !CURSORS.has(each.at(-1) ?? ''))) {
        const calls = share(TEXTS, 4, turn++).map((text) => ({
          field,
          args: argumentsWith(field, place, text, fillerFor(own, field.name)),
        }));
        const found = await faultsOf('query', calls, way);
        faults.push(...found.map((fault) => `${type}.${field.name} ${place.join('.')}: ${fault}`));
      }
    }
    expect(faults).toEqual([]);
  });

  it('is a text like any other in every input of every mutation', async () => {
    const faults: string[] = [];
    let turn = 0;
    for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
      for (const place of share(textPlaces(field), 4, turn++)) {
        const calls = NAMES.slice(0, 2).map((text) => ({ field, args: argumentsWith(field, place, text, fillerFor(own, field.name)) }));
        const found = await faultsOf('mutation', calls, (selection) => `{ ${selection} }`);
        faults.push(...found.map((fault) => `${field.name} ${place.join('.')}: ${fault}`));
      }
    }
    expect(faults).toEqual([]);
  });

  it.each(NAMES.filter((name) => !name.startsWith('__')))('is a name like any other for what a document names: %s', async (name) => {
    const document = `query ${name}($${name}: String) { ${name}: accounts(search: $${name}) { ...${name} } } fragment ${name} on AccountConnection { ${name}: nodes { ${name}: name } }`;
    for (const variables of [{}, { [name]: 'hostile' }]) {
      const { data, errors } = await org.ask<Record<string, object>>(document, variables);
      expect(errors).toBeUndefined();
      expect(data[name]).toEqual({ [name]: expect.arrayContaining([{ [name]: expect.any(String) }]) });
    }
  });
});

const CURSORS: ReadonlySet<string> = new Set(['after', 'before']);

describe('a forged cursor', () => {
  const lists = () =>
    reachableFields().flatMap(({ field, type: name, way }) => {
      const type = schema.getType(name);
      return isObjectType(type) && field.args.some(({ name: argument }) => argument === 'after') ? [{ field, type, way }] : [];
    });
  const ordersOf = ({ args }: Field): (string | undefined)[] => {
    const type = getNamedType(args.find(({ name }) => name === 'orderBy')?.type);
    return isEnumType(type) ? type.getValues().map(({ name }) => name) : [undefined];
  };

  it('is sealed here as the server seals its own', async () => {
    const accounts = lists().find(({ type, field }) => type.name === 'Query' && field.name === 'accounts');
    if (!accounts) throw new Error('no accounts');
    const { data } = await org.ask<{ accounts: { pageInfo: { endCursor: string } } }>(
      '{ accounts(orderBy: NAME_ASC) { pageInfo { endCursor } } }',
    );
    const { endCursor } = data.accounts.pageInfo;
    expect(sealed(endCursor.slice(0, endCursor.lastIndexOf('.')), listName(org.orgId, accounts.type, 'accounts', 'NAME_ASC'))).toBe(
      endCursor,
    );
  });

  it('is refused where its position does not read as one', async () => {
    for (const name of ['accounts', 'activity']) {
      const { field, type, way } = lists().find((list) => list.field.name === name) ?? {};
      if (!field || !type || !way) throw new Error(`no list ${name}`);
      for (const position of UNREADABLE) {
        const { errors } = await ask('query', [callAt(type, field, position, ordersOf(field)[0])], way);
        expect([name, position, errors]).toMatchObject([name, position, [{ extensions: { code: 'BAD_USER_INPUT', argument: 'after' } }]]);
      }
    }
  });

  it('is never a fault of ours, whatever position it says, in every list and order', async () => {
    const faults: string[] = [];
    expect(lists().length).toBeGreaterThan(20);
    for (const [turn, { field, type, way }] of lists().entries()) {
      for (const orderBy of share(ordersOf(field), 3, turn)) {
        // A call that is wrong in another way would be refused whatever the position.
        const answers = await Promise.all(WELL_FORMED.map((position) => ask('query', [callAt(type, field, position, orderBy)], way)));
        if (answers.every(({ errors }) => errors)) faults.push(`${type.name}.${field.name}: ${JSON.stringify(answers[0]?.errors)}`);
        const found = await Promise.all(
          share(MISFITTING, 3, turn).map((position) => faultsOf('query', [callAt(type, field, position, orderBy)], way)),
        );
        faults.push(...found.flat().map((fault) => `${type.name}.${field.name} ${orderBy}: ${fault}`));
      }
    }
    expect(faults).toEqual([]);
  });
});

function callAt(type: GraphQLObjectType, field: Field, position: string, orderBy: string | undefined): Call {
  const after = sealed(position, listName(org.orgId, type, field.name, orderBy));
  return { field, args: { ...argumentsWith(field, ['after'], after, fillerFor(own, field.name)), ...(orderBy && { orderBy }) } };
}
