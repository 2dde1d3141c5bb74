import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { LIMITS } from '../../src/graphql/limits.ts';

it('the rate that callers are told is the one that the limiter counts', () => {
  const settings = readFileSync(`${import.meta.dirname}/../../wrangler.toml`, 'utf8');
  const [, limit, period] = /^simple = \{ limit = (\d+), period = (\d+) \}$/m.exec(settings) ?? [];
  expect(LIMITS.rate).toEqual({ limit: Number(limit), period: Number(period) });
});
