import { buildClientSchema, type GraphQLSchema, getIntrospectionQuery, type IntrospectionQuery, isInputObjectType } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { addBusy, grow } from '../support/growth.ts';
import type { Organization } from '../support/organization.ts';
import { IS_WHOLE } from '../support/runs.ts';
import { copyOf, openWorld, type World } from '../support/world.ts';

/** How many of everything there is, before and after it has grown. */
const [FEW, MANY] = [40, IS_WHOLE ? 400 : 160];

/**
 * Arguments of each list, by the condition that they show. `plan` stands for the id of a plan that every account has. Each reads as much
 * however much there is.
 */
const CONDITIONS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'schedules: SchedulesWhere': {
    '': ['', 'orderBy: END_DATE_DESC', 'orderBy: START_DATE_ASC', 'orderBy: START_DATE_DESC'],
    pricePlanId: ['where: { pricePlanId: { eq: "plan" } }', 'where: { pricePlanId: { eq: "plan" } }, orderBy: END_DATE_DESC'],
    version: ['where: { pricePlanId: { eq: "plan" }, version: { eq: 1 } }', 'where: { pricePlanId: { eq: "plan" }, version: { eq: 3 } }'],
    endsBefore: ['where: { endsBefore: "2020-01-01" }', 'where: { endsBefore: "2020-01-01" }, orderBy: END_DATE_DESC'],
    startsAfter: ['where: { startsAfter: "0999-01-01" }', 'where: { startsAfter: "0999-01-01" }, orderBy: START_DATE_DESC'],
    inForceOn: [
      'where: { inForceOn: "2026-06-01" }',
      'where: { pricePlanId: { eq: "plan" }, version: { eq: 1 }, inForceOn: "2026-06-01" }',
    ],
    isOverridden: ['where: { isOverridden: false }', 'where: { isOverridden: true }'],
  },
  'drafts: DraftsWhere': {
    '': ['', 'orderBy: UPDATED_AT_DESC'],
    updatedAt: ['where: { updatedAt: { lt: "2999-01-01T00:00:00Z" } }', 'where: { updatedAt: { gte: "2000-01-01T00:00:00Z" } }'],
  },
};

let world: World;
let schema: GraphQLSchema;
let few: Organization;
let many: Organization;
let plan: string;

beforeAll(async () => {
  world = await openWorld();
  plan = (await addBusy(world)).pricePlanId;
  schema = buildClientSchema((await world.org.ask<IntrospectionQuery>(getIntrospectionQuery({ oneOf: true }))).data);
  few = await copyOf(world.org);
  await grow(few, 1, FEW);
  many = await copyOf(few);
  await grow(many, FEW + 1, MANY);
  // A neighbour: the last row of an organization is never the last of its table, which would be read as one less.
  await copyOf(world.org, Date.parse('2099-01-01'));
});

interface Page {
  readonly list: { readonly nodes: readonly object[]; readonly pageInfo: { readonly endCursor: string; readonly startCursor: string } };
}

/** What pages at the front, at the back and behind a cursor cost. */
async function costs(org: Organization, list: string, given: string) {
  const page = async (place: string) => {
    const { data, errors, extensions } = await org.ask<Page>(
      `{ list: ${list}(${place}, ${given.replaceAll('"plan"', JSON.stringify(plan))}) { pageInfo { startCursor endCursor } nodes { id } } }`,
    );
    expect(errors, given).toBeUndefined();
    const { d1Calls, rowsRead } = extensions.cost;
    return { ...data.list.pageInfo, nodes: data.list.nodes.length, d1Calls, rowsRead };
  };
  const [first, last] = [await page('first: 3'), await page('last: 3')];
  const behind = last.startCursor === null ? first : await page(`last: 3, before: "${last.startCursor}"`);
  return [first, last, behind].map(({ nodes, d1Calls, rowsRead }) => ({ nodes, d1Calls, rowsRead }));
}

describe('a page of a list reads as much however much there is:', () => {
  it.each(Object.keys(CONDITIONS))('%s, by each condition alone', async (title) => {
    const [list = '', type = ''] = title.split(': ');
    const where = schema.getType(type);
    if (!isInputObjectType(where)) throw new Error(`no type ${type}`);
    const names = Object.keys(where.getFields()).filter((name) => name !== 'and' && name !== 'or');
    expect(Object.keys(CONDITIONS[title] ?? {}).toSorted()).toEqual(['', ...names].toSorted());
    for (const given of Object.values(CONDITIONS[title] ?? {}).flat()) {
      const [atFew, atMany] = [await costs(few, list, given), await costs(many, list, given)];
      expect([given, atMany]).toEqual([given, atFew]);
      expect(Math.max(...atFew.map(({ rowsRead }) => rowsRead)), given).toBeLessThanOrEqual(30);
      expect(new Set(atFew.map(({ d1Calls }) => d1Calls)), given).toEqual(new Set([1]));
    }
  });
});
