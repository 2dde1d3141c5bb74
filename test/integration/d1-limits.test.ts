import { describe, expect, it } from 'vitest';
import { D1_LIMITS, withDocumentedLimits } from '../../src/engine/d1/documented-limits.ts';
import { DB } from '../support/database.ts';

const list = (count: number, of = '1'): string => Array.from({ length: count }, () => of).join(', ');
const ask = (sql: string, ...values: unknown[]) =>
  DB.prepare(sql)
    .bind(...values)
    .all();

/** For each limit what uses so much of it, and what is said of more. */
const USES: Readonly<Record<keyof typeof D1_LIMITS, readonly [use: (count: number) => Promise<unknown>, refusal: RegExp]>> = {
  parameters: [(count) => ask(`select 1 where 1 in (${list(count, '?')})`, ...Array(count).fill(1)), /bound parameters/],
  statement: [(count) => ask(`select '${'x'.repeat(count - "select ''".length)}'`), /bytes of SQL/],
  columns: [(count) => ask(`select ${list(count)}`), /too many columns/],
  arguments: [(count) => ask(`select max(${list(count)})`), /arguments of max/],
  row: [(count) => ask(`select replace(hex(zeroblob(${count / 2})), '0', 'x')`), /SQLITE_TOOBIG/],
  result: [
    (count) =>
      ask(`with recursive n(i) as (select 1 union all select i + 1 from n where i < ${count / 1_000_000})
      select replace(hex(zeroblob(500000)), '0', 'x') from n`),
    /bytes of a result/,
  ],
  queries: [
    (count) => {
      const d1 = withDocumentedLimits(DB);
      return d1.batch(Array.from({ length: count }, () => d1.prepare('select 1')));
    },
    /queries of one invocation/,
  ],
  pattern: [(count) => ask('select 1 where 1 like ?', 'x'.repeat(count)), /LIKE/],
  parts: [(count) => ask(Array(count).fill('select 1').join(' union all ')), /too many terms in compound SELECT/],
  depth: [(count) => ask(`select ${Array(count).fill('1').join('+')}`), /Expression tree is too large/],
};

/** By how much more a limit is exceeded; 1 where nothing is said. */
const STEPS: Readonly<Record<string, number>> = { row: 2, result: 1_000_000 };

describe('The database of the tests takes as much as D1 does, and refuses more:', () => {
  it.each(Object.entries(D1_LIMITS))('%s: %i', async (name, most) => {
    const [use, refusal] = USES[name as keyof typeof D1_LIMITS];
    await expect(use(most)).resolves.toBeDefined();
    await expect(use(most + (STEPS[name] ?? 1))).rejects.toThrow(refusal);
  });
});
