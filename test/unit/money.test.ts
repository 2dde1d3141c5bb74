import * as iso4217 from 'dinero.js/currencies';
import { describe, expect, test } from 'vitest';
import { WITHDRAWN_SINCE } from '../../src/domain/currencies.ts';
import { CURRENCIES, isCurrency, minorUnits, parseAmount, parseCurrencies, parseCurrency, round } from '../../src/domain/money.ts';
import { withPath } from '../../src/domain/result.ts';
import { decimal } from '../support/rate-cards.ts';

describe('A currency', () => {
  test('is named by its ISO 4217 code, in capitals', () => {
    expect(parseCurrency('USD')).toEqual({ ok: true, value: 'USD' });
    expect(['usd', 'US', 'DOLLAR', '', 'ZZZ', 'USD '].filter(isCurrency)).toEqual([]);
    expect(withPath(parseCurrency('ZZZ'), 'currency')).toMatchObject({ refusals: [{ path: ['currency'] }] });
  });

  test('can be chosen when the current list of ISO 4217 has it, whatever the runtime knows', () => {
    const added = ['SLE', 'VED', 'VES', 'XCG', 'ZWG'];
    expect(added.filter((code) => !isCurrency(code))).toEqual([]);
    const withdrawn = ['ANG', 'BGN', 'CUC', 'DEM', 'HRK', 'SLL', 'VEF', 'ZWL', 'ZWR'];
    expect(withdrawn.filter(isCurrency)).toEqual([]);
    expect(withPath(parseCurrency('HRK'), 'currency')).toMatchObject({ refusals: [{ code: 'INVALID_VALUE', path: ['currency'] }] });
  });

  test('has a minor unit, or is nothing to invoice in', () => {
    expect(['XAU', 'XDR', 'XTS', 'XXX'].filter(isCurrency)).toEqual([]);
  });

  test('that was withdrawn keeps two decimal places, so that what is stored in it can be read', () => {
    expect(round(decimal('1.005'), 'HRK')).toEqual({ amount: '1', currency: 'HRK' });
  });

  test('is left out by hand only while the list still has it', () => {
    const listed: readonly string[] = Object.keys(iso4217);
    expect(WITHDRAWN_SINCE.filter((code) => !listed.includes(code))).toEqual([]);
  });

  test('has the minor unit of ISO 4217', () => {
    expect(['USD', 'EUR', 'JPY', 'KRW', 'KWD', 'BHD', 'CLF'].map(minorUnits)).toEqual([2, 2, 0, 0, 3, 3, 4]);
  });

  test('has two places where its minor unit is a fifth', () => {
    expect(['MGA', 'MRU'].map(minorUnits)).toEqual([2, 2]);
  });

  test('has it even where prices usually show fewer places', () => {
    expect(['HUF', 'IDR', 'COP', 'PKR', 'IQD'].map(minorUnits)).toEqual([2, 2, 2, 2, 3]);
  });
});

describe('Currencies', () => {
  test('are one or more, none twice', () => {
    expect(parseCurrencies(['USD', 'EUR'])).toEqual({ ok: true, value: ['USD', 'EUR'] });
    expect(withPath(parseCurrencies([]), 'supportedCurrencies')).toMatchObject({ refusals: [{ path: ['supportedCurrencies'] }] });
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

describe('An amount that a caller gives', () => {
  test('has no more decimal places than its currency, whatever the currency', () => {
    for (const currency of CURRENCIES) {
      const places = minorUnits(currency);
      const smallest = decimal(places === 0 ? '1' : `0.${'1'.padStart(places, '0')}`);
      const tooSmall = decimal(`0.${'1'.padStart(places + 1, '0')}`);
      expect(parseAmount(smallest, currency), currency).toEqual({ ok: true, value: smallest });
      expect(withPath(parseAmount(tooSmall, currency), 'amount'), currency).toMatchObject({
        refusals: [{ code: 'INVALID_VALUE', path: ['amount'] }],
      });
    }
  });

  test.each([
    ['0.004', 'USD', 'An amount in USD has at most 2 decimal places, but 0.004 has 3.'],
    ['0.5', 'JPY', 'An amount in JPY has no decimal places, but 0.5 has 1.'],
    ['1.2345', 'KWD', 'An amount in KWD has at most 3 decimal places, but 1.2345 has 4.'],
  ])('is refused as %s %s, saying how many places are right', (amount, currency, message) => {
    expect(parseAmount(decimal(amount), currency)).toMatchObject({ refusals: [{ message }] });
  });

  test('may end in zeros, since they say nothing', () => {
    expect(parseAmount(decimal('5.000'), 'JPY')).toEqual({ ok: true, value: '5' });
  });
});
