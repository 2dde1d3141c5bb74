import { describe, expect, it } from 'vitest';
import type { D1 } from '../../src/engine/d1/d1.ts';
import { BeyondD1Error, beyondD1Beneath, MeteredD1, MOST_SQL, MOST_STATEMENTS, noUsage } from '../../src/engine/d1/metered.ts';
import { openSqlite } from '../support/sqlite.ts';

/** A database that counts the batches and statements that reach it. */
function counted() {
  const d1 = openSqlite();
  const seen = { batches: 0, statements: 0 };
  const binding: D1 = {
    prepare: (sql) => d1.prepare(sql),
    batch: (statements) => {
      seen.batches++;
      seen.statements += statements.length;
      return d1.batch(statements);
    },
  };
  return { seen, metered: new MeteredD1(binding, noUsage()) };
}

const reads = (metered: MeteredD1, from: number, count: number) =>
  Array.from({ length: count }, (_, i) => metered.prepare('select ? as n').bind(from + i));

describe('The statements of one request', () => {
  it('are sent up to 900, in however many batches', async () => {
    const { seen, metered } = counted();
    await metered.batch(reads(metered, 0, 450));
    await metered.batch(reads(metered, 450, 450));
    expect(seen).toEqual({ batches: 2, statements: MOST_STATEMENTS });
  });

  it('are refused beyond 900, and nothing of the batch that would exceed it is sent', async () => {
    const { seen, metered } = counted();
    await metered.batch(reads(metered, 0, MOST_STATEMENTS));
    const write = metered.prepare("insert into organizations (id, name, base_currency, created_at) values ('o', 'O', 'USD', 0)");
    await expect(metered.batch([write])).rejects.toThrow(BeyondD1Error);
    await expect(metered.batch(reads(metered, MOST_STATEMENTS, 1))).rejects.toThrow(BeyondD1Error);
    expect(seen).toEqual({ batches: 1, statements: MOST_STATEMENTS });
  });

  it('are counted once where several readers wait for the same', async () => {
    const { seen, metered } = counted();
    await Promise.all([metered.batch(reads(metered, 0, 2)), metered.batch(reads(metered, 0, 2))]);
    expect(seen).toEqual({ batches: 1, statements: 2 });
  });

  it('have up to 100,000 characters each, and a longer one is refused before it is sent', async () => {
    const { seen, metered } = counted();
    const statement = (length: number) => metered.prepare('select 1 as n'.padEnd(length));
    await metered.batch([statement(MOST_SQL)]);
    await expect(metered.batch([statement(MOST_SQL + 1)])).rejects.toThrow(BeyondD1Error);
    expect(seen).toEqual({ batches: 1, statements: 1 });
  });

  it('are the reason that an error of a library gives as its cause', () => {
    const cause = new BeyondD1Error('statements', MOST_STATEMENTS);
    expect(beyondD1Beneath(new Error('Failed query', { cause }))).toBe(cause);
    expect(beyondD1Beneath(new Error('Failed query'))).toBeNull();
  });
});
