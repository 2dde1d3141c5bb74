import {
  buildClientSchema,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLSchema,
  getIntrospectionQuery,
  getNamedType,
  type IntrospectionQuery,
  isEnumType,
  isInputObjectType,
} from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { DB } from '../support/database.ts';
import { addBusy, grow } from '../support/growth.ts';
import { type List, listsOf, ordersOf, ownedBy } from '../support/lists.ts';
import type { Organization } from '../support/organization.ts';
import { share } from '../support/runs.ts';
import { copyOf, openWorld } from '../support/world.ts';

/** How many of everything there is, before and after it has grown. */
const [FEW, MANY] = [30, 120];

/** An everyday run asks one of so many questions. */
const STEP = 47;

let schema: GraphQLSchema;
let variables: Readonly<Record<string, string>>;
let few: Organization;
let many: Organization;

beforeAll(async () => {
  const world = await openWorld();
  const { pricePlanId: plan, purchaseId: bought, proposalId: offered } = await addBusy(world);
  variables = { ...world.ids, plan, bought, offered };
  schema = buildClientSchema((await world.org.ask<IntrospectionQuery>(getIntrospectionQuery({ oneOf: true }))).data);
  few = await copyOf(world.org);
  await grow(few, 1, FEW);
  many = await copyOf(few);
  await grow(many, FEW + 1, MANY);
  // A neighbour: the last row of an organization is never the last of its table, which would be read as one less.
  await copyOf(world.org, Date.parse('2099-01-01'));
});

/** A condition of a list as it is written: a field of its `where`, or an argument. */
interface Condition {
  readonly name: string;
  readonly isArgument: boolean;
  readonly value: string;
}

/** Arguments that page and order. */
const NO_CONDITIONS: ReadonlySet<string> = new Set(['first', 'last', 'after', 'before', 'orderBy', 'where']);

/** Values that are there and that are not, of conditions whose type does not say them. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  accountId: ['"busy"', '"nobody"'],
  customerId: ['"acme"', '"leaving"', '"nobody"'],
  tags: ['{ has: "eu" }', '{ has: "nowhere" }'],
  metadata: ['{ key: "region", value: "emea" }', '{ key: "nowhere" }'],
  search: ['"busy"', '"nobody"'],
  number: ['1', '999999'],
  version: ['1', '999999'],
  pricePlanId: ['$plan', '"pp.nobody"'],
  pricePlan: ['{ pricePlanId: $plan }', '{ pricePlanId: $plan, version: 1, on: "1990-01-01" }'],
  licenseId: ['$seat', '"addon.nobody"'],
  billableId: ['$extra', '"addon.nobody"'],
  operation: ['"createAccount"', '"nothing"'],
  subject: ['"acc.zz000000001.00000"', '"nobody"'],
  actor: ['"nobody"', '"no one else"'],
  delegate: ['"nobody"', '"no one else"'],
};

/** An instant and a day that are there, and before all. */
const INSTANTS = ['2026-11-21T00:00:00Z', '1990-01-01T00:00:00Z'];

function valuesOf({ name, type }: GraphQLArgument | GraphQLInputField): readonly string[] {
  const named = getNamedType(type);
  if (named.name === 'Date') return INSTANTS.map((instant) => `"${instant.slice(0, 10)}"`);
  if (named.name === 'DateTime') return INSTANTS.map((instant) => `"${instant}"`);
  if (named.name === 'Boolean') return ['true', 'false'];
  if (named.name === 'DateRange') return ['{ gte: "1990-01-01", lt: "1990-01-02" }', '{ gte: "2000-01-01" }'];
  if (named.name === 'DateTimeRange')
    return ['{ gte: "1990-01-01T00:00:00Z", lt: "1990-01-02T00:00:00Z" }', '{ gte: "2000-01-01T00:00:00Z" }'];
  if (isEnumType(named)) return named.getValues().map((value) => value.name);
  const { eq } = isInputObjectType(named) ? named.getFields() : {};
  const values = eq && isEnumType(getNamedType(eq.type)) ? valuesOf(eq) : VALUES[name];
  if (!values) throw new Error(`nothing says values of ${name}: ${type}`);
  return eq ? [...values.map((value) => `{ eq: ${value} }`), `{ in: [${values.slice(0, 2).join(', ')}] }`] : values;
}

function conditionsOf({ field }: List): readonly Condition[] {
  const where = field.args.find(({ name }) => name === 'where');
  const type = where && getNamedType(where.type);
  const fields = isInputObjectType(type) ? Object.values(type.getFields()).filter(({ name }) => name !== 'and' && name !== 'or') : [];
  const args = field.args.filter(({ name }) => !NO_CONDITIONS.has(name));
  return [
    ...fields.flatMap((each) => valuesOf(each).map((value) => ({ name: each.name, isArgument: false, value }))),
    ...args.flatMap((each) => valuesOf(each).map((value) => ({ name: each.name, isArgument: true, value }))),
  ];
}

/** A page of a list under conditions. */
interface Question {
  readonly list: List;
  readonly conditions: readonly Condition[];
  /** Where the page is, and in which order. */
  readonly place: string;
}

/** A list without conditions, under each alone, and under the first value of each with that of every other. */
function questionsOf(list: List): readonly Question[] {
  const all = conditionsOf(list);
  const firsts = [...new Map(all.toReversed().map((condition) => [condition.name, condition])).values()];
  const pairs = firsts.flatMap((a, i) => firsts.slice(i + 1).map((b) => [a, b]));
  return [[], ...all.map((condition) => [condition]), ...pairs].flatMap((conditions) =>
    ordersOf(list.field).flatMap((order) => ['first: 3', 'last: 3'].map((size) => ({ list, conditions, place: size + order }))),
  );
}

/** A condition that another one cannot be without. */
const needs = (names: ReadonlySet<string>): string =>
  names.has('version') && !names.has('pricePlanId') ? 'pricePlanId: { eq: $plan }' : '';

function written({ list, conditions, place }: Question): string {
  const fields = conditions.filter(({ isArgument }) => !isArgument);
  const text = (some: readonly Condition[]) => some.map(({ name, value }) => `${name}: ${value}`);
  const where = [...text(fields), needs(new Set(fields.map(({ name }) => name)))].join(' ').trim();
  const args = [place, ...text(conditions.filter(({ isArgument }) => isArgument)), ...(where ? [`where: { ${where} }`] : [])];
  return ownedBy(list.owner, `${list.field.name}(${args.join(', ')}) { nodes { __typename } }`);
}

/** What a selection reads, and its price. `null`: it is an error, because the conditions exclude each other or require another order. */
async function costOf(org: Organization, selection: string): Promise<{ readonly rows: number; readonly price: number } | null> {
  const named = Object.keys(variables).filter((name) => new RegExp(`\\$${name}\\b`).test(selection));
  const declared = named.map((name) => `$${name}: String!`).join(', ');
  const given = Object.fromEntries(named.map((name) => [name, variables[name]]));
  const { errors, extensions } = await org.ask(`query${declared && `(${declared})`} { ${selection} }`, given);
  if (errors?.every(({ message }) => /matches nothing|requires `orderBy/.test(message))) return null;
  expect([selection, errors]).toEqual([selection, undefined]);
  return { rows: extensions.cost.rowsRead, price: extensions.cost.requested };
}

/** Whether the schema says that a page under these conditions reads what it may not return: at the conditions, at the `where`, or at the list. */
function isTold({ list: { field }, conditions }: Question): boolean {
  const where = field.args.find(({ name }) => name === 'where');
  const type = where && getNamedType(where.type);
  const fields = isInputObjectType(type) ? type.getFields() : {};
  const texts = conditions.map(({ name, isArgument }) =>
    isArgument ? field.args.find((arg) => arg.name === name)?.description : fields[name]?.description,
  );
  const several = conditions.length > 1 && isInputObjectType(type) ? [type.description] : [];
  return [...texts, ...several, field.description, where?.description].some((text) =>
    /may examine|until it is full|examines a maximum of/.test(text ?? ''),
  );
}

describe('A page reads the same few rows however much there is, or its price and the schema say that it examines more', () => {
  it('of every list, under every condition alone and in pairs, in every order and direction', async () => {
    const questions = listsOf(schema).flatMap(questionsOf);
    const wrong: string[] = [];
    const prices = new Map<string, number>();
    for (const question of share(questions, STEP)) {
      const [selection, plain] = [written(question), written({ ...question, conditions: [] })];
      prices.set(plain, prices.get(plain) ?? (await costOf(few, plain))?.price ?? 0);
      const atFew = await costOf(few, selection);
      if (!atFew) continue;
      const isPriced = atFew.price > (prices.get(plain) ?? 0);
      if (isPriced && !isTold(question)) wrong.push(`priced, but not told: ${selection}`);
      if (isPriced) continue;
      const atMany = await costOf(many, selection);
      // What bounds a list within an object may be the object. The feed of events answers with what it found so far.
      const isBounded = isTold(question) && (question.list.owner !== 'Query' || question.list.field.name === 'events');
      if (atMany && atMany.rows > atFew.rows && !isBounded) wrong.push(`${atFew.rows} -> ${atMany.rows}: ${selection}`);
    }
    expect(wrong).toEqual([]);
    expect(questions.length).toBeGreaterThan(2_000);
  });
});

describe('What can be done is known from a few rows, however many are behind it:', () => {
  /** The account that has nothing, and the first version of the plan `?2`. */
  const SPARE = "(select id from accounts where org_id = ?1 and account_id = 'spare')";
  const version = (column: string) =>
    `(select ${column} from price_plan_versions where org_id = ?1 and price_plan_id = ?2 and version = 1)`;

  /** What a selection reads in the few and in the many, with copies of the rows of a table that grew. */
  async function reads(table: string, ids: string, otherwise: Readonly<Record<string, string>>, selection: string) {
    const { results } = await DB.prepare(`select name from pragma_table_info('${table}')`).all<{ name: string }>();
    const columns = results.map(({ name }) => name);
    const values = columns.map((column) => otherwise[column] ?? column);
    const copies = [await copyOf(few), await copyOf(many)];
    for (const { orgId } of copies) {
      await DB.prepare(
        `insert into ${table} (${columns}) select ${values} from ${table} where org_id = ?1 and ?2 <> '' and id glob '${ids}'`,
      )
        .bind(orgId, variables.pro)
        .run();
    }
    return Promise.all(copies.map((org) => costOf(org, selection)));
  }

  it('with an account that has many answered proposals', async () => {
    const answered = { id: "replace(id, 'zz', 'yy')", account_id: SPARE, number: 'number + 1000', status: "'PROPOSAL_DECLINED'" };
    const selection = 'account(by: { accountId: "spare" }) { availableActions { action } }';
    const [atFew, atMany] = await reads('purchases', 'purchase.zz*', answered, selection);
    expect(atMany).toEqual(atFew);
  });

  it('with a plan version that most accounts have left', async () => {
    const left = {
      id: "replace(id, 'zz', 'yy')",
      schedule_id: "replace(schedule_id, 'zz', 'yy')",
      account_id: SPARE,
      price_plan_id: '?2',
      plan_version_id: version('id'),
      rate_card_set_id: version('rate_card_set_id'),
    };
    const selection = 'pricePlan(pricePlanId: $pro) { availableActions { action } schedules { nodes { scheduleId } } }';
    const [atFew, atMany] = await reads('schedules', 'schv.zz*', left, selection);
    expect(atMany).toEqual(atFew);
  });
});
