import { type GraphQLNamedType, type GraphQLSchema, getNamedType, isLeafType, isObjectType } from 'graphql';
import type { Answer, Organization } from './organization.ts';
import { IS_WHOLE, share } from './runs.ts';
import { argumentsWith, type IsOpen, isAnything, type LeafPath, selectionOf, textPlaces } from './schema-walk.ts';

/** An id that somebody has seen: the field that answered it, and it. */
export interface Id {
  readonly field: string;
  readonly value: string;
}

/** Somebody who asks for what is not its own. */
export interface Stranger {
  readonly schema: GraphQLSchema;
  readonly client: Organization;
  /** What it asks for: one id of each field of each type, as their owner sees them. */
  readonly ids: readonly Id[];
  /** Its own, by the field that answers them, to fill what a call needs beside the id in question. */
  readonly own: ReadonlyMap<string, string>;
  /** Which fields it may select at all. */
  readonly isOpen: IsOpen;
}

/** Of a place that is given a share of the ids; it goes on over all calls. */
let turn = 0;

/**
 * Gives every id to every place of a type's fields that takes a text, and compares the answer with that for a made-up one. Answers where
 * they differ. A key makes the same of all mutations: it is given to one that can be made twice.
 * @param node the id of a thing of that type; without it, the type is a root
 */
export async function leaksIn(
  stranger: Stranger,
  operation: 'query' | 'mutation',
  type: GraphQLNamedType | null | undefined,
  node?: string,
): Promise<object[]> {
  const { schema, client, ids, isOpen } = stranger;
  if (!isObjectType(type)) throw new Error('not an object type');
  const leaks: object[] = [];
  const fields = Object.values(type.getFields()).filter(({ name }) => isOpen(type, name));
  for (const field of fields.toSorted((a, b) => Number(isTaking(a.name)) - Number(isTaking(b.name)))) {
    for (const place of textPlaces(field).filter((each) => each.at(-1) !== 'idempotencyKey' || field.name === 'createCustomer')) {
      for (const id of fitting(ids, place, operation)) {
        const ask = async (value: string) => {
          const args = argumentsWith(field, place, value, fillerFor(stranger.own, field.name));
          const declared = field.args.filter(({ name }) => name in args);
          const variables = declared.map((arg) => `$${arg.name}: ${arg.type}`).join(', ');
          const selection = selectionOf(schema, field.type, node === undefined ? 1 : 0, isOpen);
          const call = `${field.name}(${declared.map(({ name }) => `${name}: $${name}`).join(', ')}) ${selection}`;
          const document =
            node === undefined
              ? `${operation} (${variables}) { ${call} }`
              : `query ($node: ID!, ${variables}) { node(id: $node) { ... on ${type.name} { ${call} } } }`;
          return normalized(ids, await client.ask(document, { ...args, ...(node !== undefined && { node }) }), value);
        };
        const [foreign, unknown] = [await ask(id.value), await ask(madeUp(id.value))];
        if (JSON.stringify(foreign) !== JSON.stringify(unknown))
          leaks.push({ at: [field.name, ...place].join('.'), id, foreign: JSON.stringify(foreign), unknown: JSON.stringify(unknown) });
      }
    }
  }
  return leaks;
}

/** As many nodes of each type as an everyday run goes on from: they lead to the same kinds of others. */
export const SOME = IS_WHOLE ? Number.POSITIVE_INFINITY : 4;

/**
 * Every id of each type that can be reached from the root.
 * @param most how many nodes of each type are gone on from; all of them where an id that is missed would be taken for somebody else's
 */
export async function everyId(
  schema: GraphQLSchema,
  org: Organization,
  isOpen: IsOpen = isAnything,
  most = Number.POSITIVE_INFINITY,
): Promise<readonly Id[]> {
  const countByType = new Map<string, number>();
  const found: Id[] = [];
  const globals = new Set<string>();
  const sentIds = new Set<string>();
  const look = (data: unknown): void => {
    for (const id of idsIn(data)) {
      found.push(id);
      if (id.field.endsWith('.id') && decoded(id.value)) globals.add(id.value);
    }
  };
  const query = schema.getQueryType();
  if (!query) throw new Error('no query type');
  for (const field of Object.values(query.getFields()).filter(({ name }) => isOpen(query, name))) {
    if (field.args.some(({ name }) => name === 'first'))
      look((await org.ask(`{ ${field.name}(first: 20) ${selectionOf(schema, field.type, 1, isOpen)} }`)).data);
  }
  for (let next = first(globals, sentIds); next !== undefined; next = first(globals, sentIds)) {
    sentIds.add(next);
    const named = decoded(next)?.split(':')[0] ?? '';
    const count = (countByType.get(named) ?? 0) + 1;
    countByType.set(named, count);
    if (count > most) continue;
    const type = schema.getType(kindOf(next));
    if (!isObjectType(type)) throw new Error(`no type of ${next}`);
    const ask = (depth: number, isSelected: IsOpen) =>
      org.ask(`query ($id: ID!) { node(id: $id) { ... on ${type.name} ${selectionOf(schema, type, depth, isSelected)} } }`, { id: next });
    const deep = await ask(2, isOpen);
    look(deep.data);
    if (!deep.errors) continue;
    // Too much for one request: each of the fields that lead on as deep as one request can go, alone, and the others.
    const fields = Object.values(type.getFields()).filter(({ name }) => isOpen(type, name));
    const leading = new Set(fields.filter((field) => !isLeafType(getNamedType(field.type))).map(({ name }) => name));
    for (const field of [null, ...leading]) {
      const isSelected: IsOpen = (on, name) => isOpen(on, name) && (on !== type || name === field || !(field || leading.has(name)));
      const alone = await ask(2, isSelected);
      look(alone.errors ? (await ask(1, isSelected)).data : alone.data);
    }
  }
  return found;
}

/** The value of every field called `id`, `…Id`, `cursor` or `alias` in an answer. */
export function idsIn(value: unknown): readonly Id[] {
  if (Array.isArray(value)) return value.flatMap(idsIn);
  if (typeof value !== 'object' || value === null) return [];
  const typename = '__typename' in value ? String(value.__typename) : '';
  return Object.entries(value).flatMap(([alias, inner]) => {
    const name = alias.replace(/^.*__/, '');
    const isId =
      /(^id|Id|Ids|[cC]ursor|^reference|^prefix|^idempotencyKey)$/.test(name) ||
      (name === 'value' && /^(Account|Reserved)Alias$/.test(typename));
    const texts = [inner].flat().filter((one) => isId && typeof one === 'string');
    return [...texts.map((one) => ({ field: `${typename}.${name}`, value: one })), ...idsIn(inner)];
  });
}

const first = (all: ReadonlySet<string>, but: ReadonlySet<string>) => [...all].find((one) => !but.has(one));

/** Takes an id as its own: asked last, since the id is the stranger's as well from then on. */
const isTaking = (field: string): boolean => /^(create|add)/.test(field);

/**
 * A place that is named like a field that answers ids is given some of those. Any other is given its share of all, each value once; in a mutation or the
 * input of a query only where it takes an id, for nothing is looked up by the rest.
 */
function fitting(ids: readonly Id[], place: LeafPath, operation: 'query' | 'mutation'): readonly Id[] {
  // A condition is named by the field that it is on: `accountId: { eq }`.
  const name = (place.findLast((each) => each !== 'eq' && each !== 'in') ?? '').replace(/Ids$/, 'Id');
  const named = ids.filter(({ field }) => field.endsWith(`.${name}`) && name !== 'id');
  const isInput = operation === 'mutation' || place[0] === 'input';
  if (named.length === 0 && isInput && !/id$/i.test(name)) return [];
  const once = (given: readonly Id[]) => [...new Map(given.map((id) => [id.value, id])).values()];
  const [any, ...others] = once(named);
  return any ? [any, ...share(others, 12, turn++)] : share(once(ids), 24, turn++);
}

/** The least that is well-formed of a scalar, under the name that asks for it; undefined for a text, which is the caller's to choose. */
export function leastOf(name: string, type: GraphQLNamedType): unknown {
  const values: Readonly<Record<string, unknown>> = {
    Int: 1,
    Boolean: false,
    Decimal: '1',
    CurrencyCode: 'USD',
    CountryCode: 'US',
    JSON: {},
    DateTime: '2027-01-01T00:00:00Z',
    Date: name.endsWith('Until') ? '2031-01-01' : '2030-01-01',
  };
  return values[type.name];
}

let calls = 0;

/**
 * The asker's own id where one is asked for, unless it could be asked for once alone; else the least that is well-formed, new each time. The
 * ids within a JSON value, which have no type, are those of rows: no argument takes them.
 */
export const fillerFor = (own: ReadonlyMap<string, string>, field: string) => (name: string, type: GraphQLNamedType) => {
  const mine = [...own].find(([known]) => !known.startsWith('.') && known.endsWith(`.${name}`))?.[1];
  if (mine !== undefined && !/^(create|revise)/.test(field)) return mine;
  const new6 = `n${String(++calls).padStart(6, '0')}`;
  const texts: Record<string, unknown> = { primaryEmail: `${new6}@example.com`, dayOffset: '1', monthOffset: 'NIL', computation: '1' };
  if (name in texts) return texts[name];
  return leastOf(name, type) ?? new6;
};

/**
 * An answer without what differs from one call to the next: the id that was asked for, new names, the request. What a mutation has changed
 * is there for the next one as well, so that only the shape of its answer can be compared, and whether it holds anything of the owner.
 */
function normalized(ids: readonly Id[], { status, data, errors, extensions }: Answer<unknown>, value: string): unknown {
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
export function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return [...new Set(value.map((item) => JSON.stringify(shapeOf(item))))].toSorted();
  if (typeof value !== 'object' || value === null) return value === null ? null : typeof value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shapeOf(inner)]));
}

/** An id of the same look that is nobody's. */
export function madeUp(value: string): string {
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

/** The type that a global id names; empty for any other text. A schedule has an id of another kind in a draft, and as a recorded state. */
export const kindOf = (value: string): string => (decoded(value)?.split(':')[0] ?? '').replace(/^(DraftSchedule|ScheduleRow)$/, 'Schedule');
