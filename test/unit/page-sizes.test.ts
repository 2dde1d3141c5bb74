import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { withWrittenLimits } from '../../src/engine/drizzle/limits.ts';

describe('A statement has the sizes of its pages in its text, and every other value as a parameter', () => {
  test.each([
    ['select 1 from a limit ?', [21], 'select 1 from a limit 21', []],
    ['select 1 from a where b = ? limit ? offset ?', [7, 21, 40], 'select 1 from a where b = ? limit 21 offset ?', [7, 40]],
    [
      'select (select 1 from a limit ?) from b where c = ? limit ?',
      [1, 'x', 5],
      'select (select 1 from a limit 1) from b where c = ? limit 5',
      ['x'],
    ],
    [`select 'limit ?', "limit ?" from a where b = ?`, [3], `select 'limit ?', "limit ?" from a where b = ?`, [3]],
    ['select "limit" = ? from a', [3], 'select "limit" = ? from a', [3]],
    ['select 1 from a', [], 'select 1 from a', []],
  ])('%s of %j', (text, params, written, bound) => {
    expect(withWrittenLimits({ sql: text, params })).toEqual({ sql: written, params: bound });
  });
});

test('A size that is known with the request alone stays a parameter', () => {
  const size = sql.placeholder('size');
  expect(withWrittenLimits({ sql: 'select 1 limit ?', params: [size] })).toEqual({ sql: 'select 1 limit ?', params: [size] });
});
