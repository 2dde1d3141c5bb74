import { describe, expect, it, vi } from 'vitest';
import type { Identity } from '../../src/auth/identity.ts';
import { recordUse } from '../../src/auth/token-use.ts';

const NOW = Date.UTC(2026, 10, 21);
const HOUR = 3_600_000;
const identity = (id: string): Identity => ({
  orgId: 'org',
  actor: { id, scopes: new Set(), expiresAt: null, delegate: null, staff: null },
});

/** A database that does nothing but take, or fail, one statement. */
function database(run: () => Promise<unknown>): D1Database {
  const statement = { bind: () => statement };
  return { prepare: () => statement, batch: run } as unknown as D1Database;
}

describe('the use of a token', () => {
  it('is written at most once in an hour', async () => {
    const run = vi.fn(() => Promise.resolve([{ results: [], meta: {} }]));
    for (const at of [NOW, NOW + 1, NOW + HOUR - 1, NOW + HOUR, NOW + HOUR + 1]) await recordUse(identity('a'), database(run), at);
    expect(run).toHaveBeenCalledTimes(2);
  });

  it('fails nobody when it cannot be written, and is tried again', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const run = vi.fn(() => Promise.reject(new Error('D1 is away')));
    await recordUse(identity('b'), database(run), NOW);
    await recordUse(identity('b'), database(run), NOW + 1);
    expect(run).toHaveBeenCalledTimes(2);
    expect(warn).toHaveBeenCalledTimes(2);
    warn.mockRestore();
  });
});
