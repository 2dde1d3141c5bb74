import { fillPlaceholders, type SQL, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { describe, expect, test } from 'vitest';
import { shapeOf } from '../../src/engine/drizzle/shape.ts';
import { relations } from '../../src/store/relations.ts';
import type { accounts } from '../../src/store/tables/index.ts';

type Name = (typeof accounts)['name'];

// It writes statements and sends none.
const db = drizzle({ prepare: () => ({}) } as never, { relations });
const written = (query: object) => db.query.accounts.findMany(query).toSQL();

const named = (text: string) => ({ RAW: ({ name }: { name: Name }): SQL => sql`instr(lower(${name}), lower(${text}))` });

describe('Queries that differ in their values alone have one shape', () => {
  test.each([
    ['an id', { where: { accountId: 'a' } }, { where: { accountId: "b' or 1 = 1 --" } }],
    ['an operator', { where: { createdAt: { gte: 1, lt: 2 } } }, { where: { createdAt: { gte: 3, lt: 4 } } }],
    ['a list of one length', { where: { id: { in: ['a', 'b'] } } }, { where: { id: { in: ['c', 'd'] } } }],
    ['an expression', { where: named('a') }, { where: named('b') }],
    [
      'what is nested',
      { with: { schedules: { where: { startDate: { lt: '2026-01-01' } }, limit: 2 } } },
      { with: { schedules: { where: { startDate: { lt: '2027-01-01' } }, limit: 2 } } },
    ],
  ])('%s', (_, one, other) => {
    expect(keyOf(one)).toBe(keyOf(other));
  });
});

describe('Queries that are other statements have other shapes', () => {
  test.each([
    ['another column', { where: { accountId: 'a' } }, { where: { name: 'a' } }],
    ['another operator', { where: { createdAt: { gte: 1 } } }, { where: { createdAt: { gt: 1 } } }],
    ['a longer list', { where: { id: { in: ['a'] } } }, { where: { id: { in: ['a', 'b'] } } }],
    ['no value', { where: { primaryEmail: { isNull: true } } }, { where: { primaryEmail: { isNull: false } } }],
    ['another order', { orderBy: { id: 'asc' } }, { orderBy: { id: 'desc' } }],
    ['another size of a page', { limit: 21 }, { limit: 101 }],
    ['another size of a nested page', { with: { schedules: { limit: 2 } } }, { with: { schedules: { limit: 3 } } }],
    ['another selection', { columns: { id: true } }, { columns: { id: true, name: true } }],
    ['either, instead of both', { where: { AND: [{ id: 'a' }, { name: 'b' }] } }, { where: { OR: [{ id: 'a' }, { name: 'b' }] } }],
    [
      'one condition in two lists',
      { where: { AND: [{ OR: [{ id: 'a' }, { id: 'b' }] }] } },
      { where: { AND: [{ OR: [{ id: 'a' }] }, { id: 'b' }] } },
    ],
    ['another expression', { where: named('a') }, { where: { RAW: ({ name }: { name: Name }) => sql`instr(${name}, ${'a'})` } }],
    ['a relation of the same columns', { with: { schedules: true } }, { with: { scheduleAt: true } }],
    ['a relation in another slot', { with: { schedules$0: true } }, { with: { schedules$1: true } }],
  ])('%s', (_, one, other) => {
    expect(keyOf(one)).not.toBe(keyOf(other));
  });
});

describe("The statement of a template, with the query's values, is the statement of the query", () => {
  test.each<[string, object]>([
    ['everything', {}],
    ['a look-up', { where: { AND: [{ orgId: 'org' }, { accountId: 'a' }] }, columns: { id: true } }],
    ['a page', { where: { id: { gt: 'acc.1' } }, orderBy: { name: 'asc', id: 'asc' }, limit: 21 }],
    ['a list', { where: { status: { in: ['ACTIVE', 'DRAFT'] }, NOT: { name: 'x' } } }],
    ['an empty list', { where: { id: { in: [] } } }],
    ['an expression beside a column', { where: { OR: [named('acme'), { accountId: 'acme' }] } }],
    ['an expression with a list', { where: { RAW: ({ name }: { name: Name }) => sql`${name} in ${['a', 'b']} and ${1} = 1` } }],
    ['a computed value', { extras: { size: ({ name }: { name: Name }) => sql`length(${name}) + ${7}` } }],
    ['a filter by a relation', { where: { schedules: { planVersionId: 'ppv.1', supersededAt: { isNull: true } } } }],
    [
      'nested relations in slots',
      {
        columns: { id: true },
        with: {
          schedules$0: { where: { startDate: { lte: '2026-01-01' } }, with: { planVersion: { with: { plan: true } } }, limit: 21 },
          schedules$1: { where: { startDate: { lte: '2027-01-01' } }, orderBy: { startDate: 'desc' } },
        },
      },
    ],
  ])('%s', (_, query) => {
    const shape = shapeOf(relations, 'accounts', query);
    if (!shape) throw new Error('no shape');
    const template = written(shape.template);
    const whole = written(query);
    expect(template.sql).toBe(whole.sql);
    expect(fillPlaceholders(template.params, { ...shape.values })).toEqual(whole.params);
  });
});

test('No value stands in a key', () => {
  expect(
    keyOf({ where: { AND: [{ accountId: 'secret' }, named('secret')] }, with: { schedules: { where: { scheduleId: 'secret' } } } }),
  ).not.toContain('secret');
});

describe('A query has no shape where its statement could be another than its key says', () => {
  test.each<[string, object]>([
    ['an unknown part', { having: 1 }],
    ['an order that is a function', { orderBy: () => [] }],
    ['a condition that is no function', { where: { RAW: sql`1 = 1` } }],
    ['a value that is a query itself', { where: { RAW: () => sql`exists (${db.select().from(relations.schedules.table)})` } }],
    ['a relation that does not exist', { with: { friends: {} } }],
    ['a value that is an object', { where: { createdAt: new Map() } }],
  ])('%s', (_, query) => {
    expect(shapeOf(relations, 'accounts', query)).toBeNull();
  });
});

function keyOf(query: object): string {
  const shape = shapeOf(relations, 'accounts', query);
  if (!shape) throw new Error('no shape');
  return shape.key;
}
