import {
  buildClientSchema,
  type GraphQLSchema,
  getIntrospectionQuery,
  type IntrospectionQuery,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { oneOfEverything } from '../support/everything.ts';
import type { Organization } from '../support/organization.ts';
import { callOf, isAnything, selectionOf, waysTo } from '../support/schema-walk.ts';
import { everyId, fillerFor, SOME } from '../support/trespass.ts';

let org: Organization;
let schema: GraphQLSchema;
let fill: ReturnType<typeof fillerFor>;

beforeAll(async () => {
  org = await oneOfEverything('alpha');
  schema = buildClientSchema((await org.ask<IntrospectionQuery>(getIntrospectionQuery({ oneOf: true }))).data);
  const own = new Map((await everyId(schema, org, isAnything, SOME)).map(({ field, value }) => [field, value] as const).reverse());
  const known = fillerFor(own, '');
  fill = (name, type) => known(name === 'ids' ? 'id' : name, type);
});

/** The calls and the rows that a document took, and the errors of its answer. */
async function cost(query: string) {
  const { errors, extensions } = await org.ask(query);
  return [extensions.cost.d1Calls, extensions.cost.rowsRead, ...(errors ?? []).map(({ message }) => message)];
}

/** Root fields share the bytes that may be read, and D1 counts rows again where they are checked: of those it is less than twice as much. */
function isAsMuch(once: readonly unknown[], thrice: readonly unknown[], isRoot: boolean): boolean {
  if (!isRoot) return thrice.join() === once.join();
  return thrice.length === once.length && thrice[0] === once[0] && Number(thrice[1]) < 2 * Number(once[1]);
}

/** Characters of the fields that one document asks for: three times as many are within the limit of a document. A field alone may have more. */
const TOGETHER = 8_000;
/** Characters of all fields under all aliases, with room for the way to them. */
const WITHIN_LIMIT = 30_000;
/** Root fields that one document asks for: three times as many are within the limit of a request. */
const MOST = 16;

/** As many calls in each group as are asked for together. */
const groups = (calls: readonly string[]): readonly (readonly string[])[] =>
  calls.reduce<string[][]>((sofar, call) => {
    const last = sofar.at(-1);
    if (last && last.length < MOST && last.join().length + call.length < TOGETHER) last.push(call);
    else sofar.push([call]);
    return sofar;
  }, []);

describe('A field that is selected under several aliases is read once:', () => {
  it('every field of every type', async () => {
    const more: object[] = [];
    let count = 0;
    for (const [name, way] of waysTo(schema, isAnything, fill)) {
      const type = schema.getType(name);
      if (!isObjectType(type) && !isInterfaceType(type)) continue;
      const calls = Object.values(type.getFields()).map((field) => `${callOf(field, fill)} ${selectionOf(schema, field.type, 0)}`);
      for (const some of groups(calls)) {
        const under = (alias: string) => some.map((call, j) => `${alias}${j}: ${call}`).join(' ');
        const once = await cost(way(under('a')));
        const times = Math.floor(WITHIN_LIMIT / some.join().length);
        expect(times).toBeGreaterThan(1);
        const thrice = await cost(way(['a', 'b', 'c'].slice(0, times).map(under).join(' ')));
        count += some.length;
        if (once.length > 2 || Number(once[0]) > 1 || !isAsMuch(once, thrice, name === 'Query')) more.push({ name, some, once, thrice });
      }
    }
    expect(count).toBeGreaterThan(400);
    expect(more).toEqual([]);
  });
});

describe('A list with rate cards that is selected in more ways than one SELECT can join', () => {
  it('is read by one statement', async () => {
    const cards = 'nodes { rateCards { nodes { name ... on FixedFeeRateCard { rateValues { rate } } } } }';
    const lists = Array.from({ length: 24 }, (_, i) => `s${i}: schedules(from: "20${String(i + 10)}-01-01") { ${cards} }`);
    const { data, errors, extensions } = await org.ask(`{ account(by: { accountId: "alpha-account" }) { ${lists.join(' ')} } }`);
    expect(errors).toBeUndefined();
    expect(JSON.stringify(data)).toContain('"rate"');
    expect(extensions.cost.d1Calls).toBe(1);
  });
});
