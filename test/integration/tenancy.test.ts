import {
  buildClientSchema,
  type GraphQLNamedType,
  type GraphQLSchema,
  getIntrospectionQuery,
  type IntrospectionQuery,
  isObjectType,
} from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { rateCardSetId } from '../../src/domain/rate-card-set.ts';
import { oneOfEverything } from '../support/everything.ts';
import type { Organization } from '../support/organization.ts';
import { everyRow } from '../support/rows.ts';
import { argumentsWith, type LeafPath, selectionOf, textPlaces } from '../support/schema-walk.ts';

/** An id that an organization has seen: the field that answered it, and it. */
interface Id {
  readonly field: string;
  readonly value: string;
}

let schema: GraphQLSchema;
let owner: Organization;
let stranger: Organization;
/** One id of each field of each type, as its owner sees them. */
let ids: readonly Id[] = [];
/** What both have come across, each asking for nothing but its own. */
let seenByBoth: readonly Id[] = [];
/** The stranger's own, to fill what a call needs beside the id in question. */
let own: ReadonlyMap<string, string>;

beforeAll(async () => {
  [owner, stranger] = [await oneOfEverything('alpha'), await oneOfEverything('bravo')];
  const { data } = await owner.ask<IntrospectionQuery>(getIntrospectionQuery({ inputValueDeprecation: true }));
  schema = buildClientSchema(data);
  const strangers = await everyId(stranger);
  own = new Map(strangers.map(({ field, value }) => [field, value] as const).reverse());
  const known = new Set(strangers.map(({ value }) => value));
  const owners = await everyId(owner);
  seenByBoth = owners.filter(({ value }) => known.has(value) && !SAME_EVERYWHERE.has(value));
  const only = owners.filter(({ value }) => !known.has(value));
  ids = [...new Map(only.map((id) => [id.field + kindOf(id.value), id] as const)).values()];
}, 120_000);

describe('another organization', () => {
  it('is given ids of everything there is', () => {
    const seen = new Set(ids.map(({ value }) => kindOf(value)));
    const types = Object.values(schema.getTypeMap()).filter(isNode);
    expect(types.map(({ name }) => name).filter((name) => !seen.has(name) && !LEFT_OUT.has(name))).toEqual([]);
  });

  it('comes across none of them by itself', () => expect(seenByBoth).toEqual([]));

  it('is answered by every query as for an id that does not exist, at the same cost', async () => {
    await expectNothing('query', schema.getQueryType());
  }, 120_000);

  it('is answered by every field of its own things as for an id that does not exist', async () => {
    for (const type of Object.values(schema.getTypeMap())) {
      const id = isNode(type) ? own.get(`${type.name}.id`) : undefined;
      if (id !== undefined) await expectNothing('query', type, id);
    }
  }, 120_000);

  it('is answered by every mutation as for an id that does not exist, and changes nothing of the owner', async () => {
    const before = await everyRow(owner);
    await expectNothing('mutation', schema.getMutationType());
    expect(await everyRow(owner)).toEqual(before);
  }, 120_000);
});

/** What says nothing of whose it is: the id that every shop gives its account, and that of no rate cards. */
const SAME_EVERYWHERE: ReadonlySet<string> = new Set(['acme', rateCardSetId([])]);

/** Nodes that need more than an empty shop to exist. */
const LEFT_OUT: ReadonlySet<string> = new Set(['CreditGrantRateCard', 'EntitlementOverageRateCard', 'MinimumCommitmentRateCard']);

const isNode = (type: GraphQLNamedType): boolean => isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node');

/**
 * Gives every id of the owner to every place of a type's fields that takes a text, and compares the answer with that for a made-up one.
 * A key makes the same of all mutations: it is given to one that can be made twice.
 */
async function expectNothing(operation: 'query' | 'mutation', type: GraphQLNamedType | null | undefined, node?: string): Promise<void> {
  if (!isObjectType(type)) throw new Error('not an object type');
  const leaks: object[] = [];
  for (const field of Object.values(type.getFields()).toSorted((a, b) => Number(isTaking(a.name)) - Number(isTaking(b.name)))) {
    for (const place of textPlaces(field).filter((each) => each.at(-1) !== 'idempotencyKey' || field.name === 'createCustomer')) {
      for (const id of fitting(place, operation)) {
        const ask = async (value: string) => {
          const args = argumentsWith(field, place, value, fillerFor(field.name));
          const declared = field.args.filter(({ name }) => name in args);
          const variables = declared.map((arg) => `$${arg.name}: ${arg.type}`).join(', ');
          const selection = selectionOf(schema, field.type, node === undefined ? 1 : 0);
          const call = `${field.name}(${declared.map(({ name }) => `${name}: $${name}`).join(', ')}) ${selection}`;
          const document =
            node === undefined
              ? `${operation} (${variables}) { ${call} }`
              : `query ($node: ID!, ${variables}) { node(id: $node) { ... on ${type.name} { ${call} } } }`;
          return normalized(await stranger.ask(document, { ...args, ...(node !== undefined && { node }) }), value);
        };
        const [foreign, unknown] = [await ask(id.value), await ask(madeUp(id.value))];
        if (JSON.stringify(foreign) !== JSON.stringify(unknown))
          leaks.push({ at: [field.name, ...place].join('.'), id, foreign: JSON.stringify(foreign), unknown: JSON.stringify(unknown) });
      }
    }
  }
  expect(leaks).toEqual([]);
}

/** Takes an id as its own: asked last, since the id is the stranger's as well from then on. */
const isTaking = (field: string): boolean => /^(create|add)/.test(field);

/**
 * A place that is named like a field that answers ids is given those. Any other is given all, each value once; in a mutation only where it
 * takes an id, for nothing is looked up by the rest.
 */
function fitting(place: LeafPath, operation: 'query' | 'mutation'): readonly Id[] {
  const name = (place.at(-1) ?? '').replace(/Ids$/, 'Id');
  const named = ids.filter(({ field }) => field.endsWith(`.${name}`) && name !== 'id');
  if (named.length === 0 && operation === 'mutation' && !/id$/i.test(name)) return [];
  return [...new Map((named.length > 0 ? named : ids).map((id) => [id.value, id])).values()];
}

let calls = 0;

/** The stranger's own id where one is asked for, unless it could be asked for once alone; else the least that is well-formed, new each time. */
const fillerFor = (field: string) => (name: string, type: GraphQLNamedType) => {
  const mine = [...own].find(([known]) => known.endsWith(`.${name}`))?.[1];
  if (mine !== undefined && !/^(create|revise)/.test(field)) return mine;
  const new6 = `n${String(++calls).padStart(6, '0')}`;
  const texts: Record<string, unknown> = { primaryEmail: `${new6}@example.com`, dayOffset: '1', monthOffset: 'NIL', computation: '1' };
  if (name in texts) return texts[name];
  const values: Record<string, unknown> = {
    Int: 1,
    Boolean: false,
    Decimal: '1',
    CurrencyCode: 'USD',
    CountryCode: 'US',
    JSON: {},
    DateTime: '2027-01-01T00:00:00Z',
  };
  if (type.name === 'Date') return name.endsWith('Until') ? '2031-01-01' : '2030-01-01';
  return type.name in values ? values[type.name] : new6;
};

/**
 * An answer without what differs from one call to the next: the id that was asked for, new names, the request. What a mutation has changed
 * is there for the next one as well, so that only the shape of its answer can be compared, and whether it holds anything of the owner.
 */
function normalized({ status, data, errors, extensions }: Awaited<ReturnType<Organization['ask']>>, value: string): unknown {
  const text = JSON.stringify({ status, data, errors })
    .replaceAll(JSON.stringify(value).slice(1, -1), '<id>')
    .replaceAll(decoded(value) ?? value, '<id>')
    .replace(/"requestId":"[^"]*"/g, '"requestId":"<request>"')
    .replace(/n\d{6}/g, '<new>');
  const isAccepted = /"userErrors":\[\]/.test(text);
  const owners = ids.filter((id) => text.includes(`"${id.value}"`)).map(({ field }) => field);
  return isAccepted ? { owners, shape: shapeOf(JSON.parse(text)) } : { owners, text, cost: extensions?.cost };
}

/** Which fields are there, and which are null. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return [...new Set(value.map((item) => JSON.stringify(shapeOf(item))))].toSorted();
  if (typeof value !== 'object' || value === null) return value === null ? null : typeof value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shapeOf(inner)]));
}

/** An id of the same look that is nobody's. */
function madeUp(value: string): string {
  const inner = decoded(value);
  if (inner !== null) return btoa(inner.replace(/:.*/s, (id) => `:${madeUp(id.slice(1))}`));
  const turned = [...value].map((c) =>
    /[a-y]/.test(c) ? String.fromCharCode(c.charCodeAt(0) + 1) : /[0-8]/.test(c) ? String(Number(c) + 1) : c,
  );
  const prefix = /^[a-z]+\.(?=[0-9A-Za-z]{11}\.)/.exec(value)?.[0] ?? '';
  return prefix + turned.slice(prefix.length).join('');
}

/** What a global id says; null for any other. */
function decoded(value: string): string | null {
  try {
    const text = atob(value);
    return /^[A-Z]\w+:/.test(text) ? text : null;
  } catch {
    return null;
  }
}

const kindOf = (value: string): string => decoded(value)?.split(':')[0] ?? '';

/** The value of every field called `id`, `…Id`, `cursor` or `alias` of each type that can be reached from the root. */
async function everyId(org: Organization): Promise<readonly Id[]> {
  const found: Id[] = [];
  const globals = new Set<string>();
  const asked = new Set<string>();
  const look = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) look(item);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
    const typename = '__typename' in value ? String(value.__typename) : '';
    for (const [alias, inner] of Object.entries(value)) {
      const name = alias.replace(/^.*__/, '');
      const isId =
        /(^id|Id|Ids|[cC]ursor|^reference|^prefix|^idempotencyKey)$/.test(name) || (name === 'value' && typename === 'AccountAlias');
      for (const one of Array.isArray(inner) ? inner : [inner]) {
        if (!isId || typeof one !== 'string') continue;
        if (name === 'id' && decoded(one)) globals.add(one);
        found.push({ field: `${typename}.${name}`, value: one });
      }
      look(inner);
    }
  };
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
    if (field.args.some(({ name }) => name === 'first'))
      look((await org.ask(`{ ${field.name}(first: 20) ${selectionOf(schema, field.type, 1)} }`)).data);
  }
  for (let next = first(globals, asked); next !== undefined; next = first(globals, asked)) {
    asked.add(next);
    const type = schema.getType(kindOf(next));
    if (!isObjectType(type)) throw new Error(`no type of ${next}`);
    const document = (depth: number) => `query ($id: ID!) { node(id: $id) { ... on ${type.name} ${selectionOf(schema, type, depth)} } }`;
    const deep = await org.ask(document(2), { id: next });
    look(deep.errors ? (await org.ask(document(1), { id: next })).data : deep.data);
  }
  return found;
}

const first = (all: ReadonlySet<string>, but: ReadonlySet<string>) => [...all].find((one) => !but.has(one));
