import { describe, expect, test } from 'vitest';
import { withinArgumentLimit } from '../../src/engine/d1/arguments.ts';
import { callsOf, tokensOf } from '../../src/engine/d1/sql-text.ts';

const calls = (sql: string) => [...callsOf(sql)].map(({ name, arguments: given }) => `${name} ${given.length}`);

describe('Calls of functions are told apart from everything else that stands in brackets', () => {
  test.each([
    ['a call of nothing', 'select random()', ['random 0']],
    ['a call within a call', 'select max(1, min(2, 3, 4), 5)', ['min 3', 'max 3']],
    ['commas and brackets in strings', `select printf('a,(b', "c,d)", 'it''s, so')`, ['printf 3']],
    ['commas and brackets in comments', 'select f(1 /* , ( */, 2) -- , g(', ['f 2']],
    ['a subquery as an argument', 'select f((select a, b from t), 2)', ['f 2']],
    ['a list of values', 'select 1 where a in (1, 2, 3) and not exists (select 1, 2)', []],
    ['the columns of an insert', 'insert into t (a, b, c) values (1, 2, 3)', []],
    ['a common table expression', 'with recursive n(i, j) as (select 1, 2) select i from n', []],
    ['the star', 'select count(*)', ['count 1']],
    ['a window', 'select sum(a) over (order by b, c)', ['sum 1']],
  ])('%s', (_, sql, expected) => {
    expect(calls(sql)).toEqual(expected);
  });
});

test('A placeholder within quotes is text', () => {
  const placeholders = [...tokensOf(`select '?', "?", \`?\`, [?], ?, ?2`)].filter(({ kind }) => kind === 'placeholder');
  expect(placeholders.map(({ text }) => text)).toEqual(['?', '?2']);
});

const members = (count: number, value = '?') => Array.from({ length: count }, (_, i) => `'k${i}', ${value}`).join(', ');

describe('An object of JSON is built within the arguments that a function may have', () => {
  test.each([1, 16, 17, 31, 32, 60])('of %i members', (count) => {
    const sql = withinArgumentLimit(`select json_object(${members(count)}) from t`);
    expect(Math.max(...[...callsOf(sql)].map((call) => call.arguments.length))).toBeLessThanOrEqual(32);
    expect(sql.split('?').length - 1).toBe(count);
    for (let i = 0; i < count; i++) expect(sql).toMatch(new RegExp(`'(\\$\\.")?k${i}"?', \\?`));
  });

  test('within another one that is as large', () => {
    const sql = withinArgumentLimit(`select jsonb_object(${members(20, `jsonb((select json_object(${members(20)})))`)})`);
    expect(Math.max(...[...callsOf(sql)].map((call) => call.arguments.length))).toBeLessThanOrEqual(32);
    expect(sql.split('?').length - 1).toBe(400);
    expect(sql).toMatch(/^select jsonb_set\(jsonb_object\(/);
  });

  test('and stays as it is where it is within them', () => {
    const sql = `select json_object(${members(16)}), coalesce(a, b)`;
    expect(withinArgumentLimit(sql)).toBe(sql);
  });
});
