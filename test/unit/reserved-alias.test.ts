import { describe, expect, it } from 'vitest';
import { reserveAliases } from '../../src/domain/account/reserved-alias.ts';

const NOTHING = { reserved: [], aliases: [], now: 10 };
const naming = (value: string, effectiveFrom: number, effectiveUntil: number) => ({ value, effectiveFrom, effectiveUntil });
const refusals = (result: ReturnType<typeof reserveAliases>) =>
  result.ok ? [] : result.refusals.map(({ code, path }) => [code, path.join('.')]);

describe('aliases to reserve', () => {
  it('are accepted as they are written, and differ by case', () => {
    const values = ['main', 'Main', 'acme.example'];
    expect(reserveAliases(values, NOTHING)).toEqual({ ok: true, value: values });
  });

  it('may have named an account before', () => {
    expect(reserveAliases(['old'], { ...NOTHING, aliases: [naming('old', 1, 10)] }).ok).toBe(true);
  });

  it.each([
    ['name an account now', { aliases: [naming('main', 1, 11)] }],
    ['will name an account', { aliases: [naming('main', 20, 30)] }],
    ['are reserved', { reserved: ['main'] }],
  ])('are refused if they %s', (_case, facts) => {
    expect(refusals(reserveAliases(['free', 'main'], { ...NOTHING, ...facts }))).toEqual([['ALREADY_EXISTS', 'values.1']]);
  });

  it('are refused for each that is given twice or malformed', () => {
    const values = ['free', 'free', '', ' padded', 'x'.repeat(51), 'x'.repeat(50)];
    expect(refusals(reserveAliases(values, NOTHING))).toEqual([
      ['ALREADY_EXISTS', 'values.1'],
      ['INVALID_VALUE', 'values.2'],
      ['INVALID_VALUE', 'values.3'],
      ['INVALID_VALUE', 'values.4'],
    ]);
  });

  it.each([0, 101])('are refused if there are %i of them', (length) => {
    const values = Array.from({ length }, (_, i) => `alias${i}`);
    expect(refusals(reserveAliases(values, NOTHING))).toEqual([['INVALID_VALUE', 'values']]);
  });
});
