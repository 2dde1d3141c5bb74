import { describe, expect, test } from 'vitest';
import { isCurrency, minorUnits, parseCurrencies, parseCurrency, round } from '../../src/domain/money.ts';
import { decimal } from '../support/rate-cards.ts';

describe('A currency', () => {
  test('is named by its ISO 4217 code, in capitals', () => {
    expect(parseCurrency('USD')).toEqual({ ok: true, value: 'USD' });
    expect(['usd', 'US', 'DOLLAR', '', 'ZZZ', 'USD '].filter(isCurrency)).toEqual([]);
    expect(parseCurrency('ZZZ', ['currency'])).toMatchObject({ refusals: [{ path: ['currency'] }] });
  });

  test('has the minor unit of ISO 4217', () => {
    expect(['USD', 'EUR', 'JPY', 'KRW', 'KWD', 'BHD', 'CLF'].map(minorUnits)).toEqual([2, 2, 0, 0, 3, 3, 4]);
  });

  test('has it even where prices usually show fewer places', () => {
    expect(['HUF', 'IDR', 'COP', 'PKR', 'IQD'].map(minorUnits)).toEqual([2, 2, 2, 2, 3]);
  });
});

describe('Currencies', () => {
  test('are one or more, none twice', () => {
    expect(parseCurrencies(['USD', 'EUR'])).toEqual({ ok: true, value: ['USD', 'EUR'] });
    expect(parseCurrencies([], ['supportedCurrencies'])).toMatchObject({ refusals: [{ path: ['supportedCurrencies'] }] });
    expect(parseCurrencies(['USD', 'EUR', 'USD'])).toMatchObject({ refusals: [{ path: [2] }] });
  });

  test('are all looked at, so that every unknown one is named', () => {
    expect(parseCurrencies(['USD', 'XXQ', 'eur'])).toMatchObject({ refusals: [{ path: [1] }, { path: [2] }] });
  });
});

test('An amount is rounded once, half to even, to the minor unit of its currency', () => {
  const shown = (amount: string, currency: string) => round(decimal(amount), currency).amount;
  expect(shown('2.345', 'USD')).toBe('2.34');
  expect(shown('2.355', 'USD')).toBe('2.36');
  expect(shown('2.5', 'JPY')).toBe('2');
  expect(shown('1.0005', 'KWD')).toBe('1');
  expect(shown('1.0015', 'KWD')).toBe('1.002');
});
