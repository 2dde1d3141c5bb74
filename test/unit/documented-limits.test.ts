import { describe, expect, test } from 'vitest';
import { D1_LIMITS, requireRows, requireStatement, withDocumentedLimits } from '../../src/engine/d1/documented-limits.ts';

const list = (count: number, value = '1') => Array.from({ length: count }, () => value).join(', ');

describe('A statement is refused for what D1 would refuse', () => {
  test.each<[string, string, unknown[], string]>([
    ['parameters', 'select 1', Array.from({ length: 101 }, () => 1), '101 bound parameters'],
    ['length', `select '${'x'.repeat(100_000)}'`, [], 'bytes of SQL'],
    ['length in bytes', `select '${'é'.repeat(60_000)}'`, [], 'bytes of SQL'],
    ['arguments', `select max(${list(33)})`, [], '33 arguments of max'],
    ['arguments of an inner call', `select abs(json_array(${list(40)}))`, [], '40 arguments of json_array'],
    ['a value', 'select ?', ['é'.repeat(1_000_001)], 'SQLITE_TOOBIG'],
    ['a blob', 'select ?', [new Uint8Array(2_000_001)], 'SQLITE_TOOBIG'],
    ['a pattern', 'select 1 where a like ?', ['x'.repeat(51)], 'LIKE'],
    ['a numbered pattern', 'select 1 where b = ?1 and a like ?2', ['', 'x'.repeat(51)], 'LIKE'],
    ['a pattern that is written out', `select 1 where a glob '${'x'.repeat(51)}'`, [], 'GLOB'],
    ['a pattern in parts', "select 1 where a like '%' || ? || '%'", ['x'.repeat(49)], 'LIKE'],
  ])('%s', (_, sql, values, message) => {
    expect(() => requireStatement(sql, values)).toThrow(message);
  });

  test.each<[string, string, unknown[]]>([
    ['parameters', 'select 1', Array.from({ length: 100 }, () => 1)],
    ['arguments', `select max(${list(32)})`, []],
    ['a value', 'select ?', ['x'.repeat(2_000_000)]],
    ['a pattern', "select 1 where a like '%' || ? and b = ?", ['x'.repeat(49), 'x'.repeat(100)]],
    ['a long list that calls nothing', `select 1 where a in (${list(200)})`, []],
  ])('and never for as much as D1 takes: %s', (_, sql, values) => {
    expect(() => requireStatement(sql, values)).not.toThrow();
  });
});

describe('Rows are refused that D1 would not give', () => {
  test.each<[string, unknown[], string]>([
    ['columns', [Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`c${i}`, 1]))], '101 columns'],
    ['a string', [{ a: 'x'.repeat(2_000_001) }], 'SQLITE_TOOBIG'],
    ['a row', [{ a: 'x'.repeat(1_500_000), b: 'x'.repeat(1_500_000) }], 'SQLITE_TOOBIG'],
    ['a result', Array.from({ length: 51 }, () => ({ a: 'x'.repeat(1_000_000) })), 'bytes of a result'],
  ])('%s', (_, rows, message) => {
    expect(() => requireRows(rows)).toThrow(message);
  });
});

test('An invocation runs as many statements as D1 lets it, in batches or alone, in a session or not', async () => {
  const statement = { bind: () => statement, all: async () => ({ results: [] }) };
  const batch = async (statements: object[]) => statements.map(() => ({ results: [] }));
  const target = { prepare: () => statement, batch, withSession: () => ({ prepare: () => statement, batch, getBookmark: () => null }) };
  const d1 = withDocumentedLimits(target as unknown as D1Database);
  const session = d1.withSession();
  const half = D1_LIMITS.queries / 2;
  await d1.batch(Array.from({ length: half }, () => d1.prepare('select 1')));
  await session.batch(Array.from({ length: half - 1 }, () => session.prepare('select 1')));
  await d1.prepare('select 1').bind().all();
  await expect(session.batch([session.prepare('select 1')])).rejects.toThrow('1001 queries of one invocation');
});
