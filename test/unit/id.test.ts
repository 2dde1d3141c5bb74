import { describe, expect, test } from 'vitest';
import { ID_ALPHABET, idAt, idFactory, idTime, isId, makeId } from '../../src/domain/id.ts';

const NOW = Date.UTC(2026, 10, 21, 8, 30);
const NOW_IN_NANOS = BigInt(NOW) * 1_000_000n;
const zeros = (n: number): string => '0'.repeat(n);

describe('A generated id', () => {
  test('is its kind, 11 digits of its time and 5 random ones', () => {
    expect(makeId('pp', NOW_IN_NANOS, '05sKa')).toMatch(/^pp\.[0-9A-Za-z]{11}\.05sKa$/);
  });

  test('tells the nanosecond at which it was made', () => {
    expect(idTime(makeId('acc', NOW_IN_NANOS + 7n, '00000'))).toBe(NOW_IN_NANOS + 7n);
  });

  test('of the documented example was made in June 2023', () => {
    const nanos = idTime('pp.20dINmd0lBg.05sKa');
    expect(new Date(Number(nanos ?? 0n) / 1_000_000).toISOString().slice(0, 7)).toBe('2023-06');
  });

  test('has 11 digits of time from the first nanosecond to the last of 64 bits', () => {
    expect(makeId('pp', 0n, '00000')).toBe('pp.00000000000.00000');
    expect(makeId('pp', 61n, '00000')).toBe('pp.0000000000z.00000');
    expect(idTime(makeId('pp', 2n ** 64n - 1n, 'zzzzz'))).toBe(2n ** 64n - 1n);
  });

  test.each([
    '',
    'pp',
    'acme',
    'pp.20dINmd0lBg',
    'pp.20dINmd0lB!.05sKa',
    'pp.20dINmd0lBg.05sKa.',
    'PP.20dINmd0lBg.05sKa',
    '\npp.20dINmd0lBg.05sKa',
  ])('is not what %j is: such a text has no time', (text) => {
    expect(idTime(text)).toBeNull();
    expect(isId('pp', text)).toBe(false);
  });

  test('is of one kind alone', () => {
    expect(isId('sch', makeId('sch', 1n, '00000'))).toBe(true);
    expect(isId('sch', makeId('schv', 1n, '00000'))).toBe(false);
  });
});

describe('The least id of an instant', () => {
  test('sorts before every id made then or later, and after every earlier one', () => {
    const highest = (n: number) => 'z'.repeat(n);
    expect(idAt('aud', NOW) <= idFactory(NOW, zeros)('aud')).toBe(true);
    expect(idAt('aud', NOW) > idFactory(NOW - 1, highest)('aud')).toBe(true);
  });

  test.each([
    ['before all ids', -62_135_596_800_000, 'aud.00000000000.00000'],
    ['after all ids', 253_370_764_800_000, makeId('aud', 18_446_744_073_709_000_000n, '00000')],
  ])('is the nearest that an id can have for an instant %s', (_title, instant, id) => {
    expect(idAt('aud', instant)).toBe(id);
  });
});

describe('The ids of one request', () => {
  test('take one nanosecond each, whatever their kinds', () => {
    const next = idFactory(NOW, zeros);
    expect([next('cus'), next('acc'), next('cus')].map(idTime)).toEqual([NOW_IN_NANOS, NOW_IN_NANOS + 1n, NOW_IN_NANOS + 2n]);
  });

  test('are the same for the same time and the same randomness', () => {
    expect(idFactory(NOW, zeros)('job')).toBe(idFactory(NOW, zeros)('job'));
  });
});

test('The digits of ids are in ASCII order, which is what makes them sort', () => {
  expect([...ID_ALPHABET].toSorted().join('')).toBe(ID_ALPHABET);
});
