import { describe, expect, test } from 'vitest';
import { checkLicenses, type LicenseUpdate, parsePreAction } from '../../src/domain/schedule/license-update.ts';
import { decimal } from '../support/rate-cards.ts';

const update = (updateType: LicenseUpdate['updateType'], quantity: string, effectiveFrom: number, licenseId = 'seat'): LicenseUpdate => ({
  licenseId,
  updateType,
  quantity: decimal(quantity),
  effectiveFrom,
});
const codes = (recorded: readonly LicenseUpdate[], updates: readonly LicenseUpdate[]) => {
  const checked = checkLicenses(recorded, updates);
  return checked.ok ? [] : checked.refusals.map(({ code, path }) => `${code} ${path.join('.')}`);
};

describe('A license update', () => {
  test('takes no more back than the account holds then', () => {
    const recorded = [update('ABSOLUTE', '5', 10)];
    expect(codes(recorded, [update('RELATIVE', '-5', 20)])).toEqual([]);
    expect(codes(recorded, [update('RELATIVE', '-5.5', 20)])).toEqual(['LICENSES_NEGATIVE 0']);
    expect(codes(recorded, [update('RELATIVE', '-1', 9)])).toEqual(['LICENSES_NEGATIVE 0']);
    expect(codes([], [update('RELATIVE', '-1', 20)])).toEqual(['LICENSES_NEGATIVE 0']);
  });

  test('leaves enough for what is recorded for a later instant', () => {
    const recorded = [update('ABSOLUTE', '5', 10), update('RELATIVE', '-4', 30)];
    expect(codes(recorded, [update('RELATIVE', '-1', 20)])).toEqual([]);
    expect(codes(recorded, [update('RELATIVE', '-2', 20)])).toEqual(['LICENSES_NEGATIVE 0']);
    expect(codes(recorded, [update('ABSOLUTE', '3', 20)])).toEqual(['LICENSES_NEGATIVE 0']);
    expect(codes([update('ABSOLUTE', '5', 10), update('ABSOLUTE', '1', 25)], [update('RELATIVE', '-5', 20)])).toEqual([]);
  });

  test('counts together with those of the same request and instant, each license by itself', () => {
    expect(codes([], [update('RELATIVE', '-2', 20), update('RELATIVE', '3', 20)])).toEqual([]);
    expect(codes([update('ABSOLUTE', '5', 10, 'guest')], [update('RELATIVE', '-1', 20, 'guest'), update('RELATIVE', '-1', 20)])).toEqual([
      'LICENSES_NEGATIVE 1',
    ]);
  });

  test('is recorded with what the account holds from its instant on, by the updates that are recorded before it', () => {
    const recorded = [update('ABSOLUTE', '20', 10), update('RELATIVE', '4', 30), update('ABSOLUTE', '7', 10, 'guest')];
    const held = (...updates: readonly LicenseUpdate[]) => {
      const checked = checkLicenses(recorded, updates);
      return checked.ok ? checked.value.map((each) => each.held) : checked.refusals;
    };
    expect(held(update('RELATIVE', '0.5', 20))).toEqual(['20.5']);
    expect(held(update('RELATIVE', '0.5', 30))).toEqual(['24.5']);
    expect(held(update('ABSOLUTE', '1', 5), update('RELATIVE', '1', 5), update('RELATIVE', '2', 40))).toEqual(['1', '2', '26']);
    expect(held(update('RELATIVE', '1', 10, 'guest'))).toEqual(['8']);
    expect(held(update('RELATIVE', '1', 10, 'third'))).toEqual(['1']);
  });

  test('may raise a balance that was recorded below 0, and not lower it further', () => {
    const recorded = [update('RELATIVE', '-3', 10)];
    expect(codes(recorded, [update('RELATIVE', '1', 20)])).toEqual([]);
    expect(codes(recorded, [update('RELATIVE', '-1', 20)])).toHaveLength(1);
  });

  test('is never an ABSOLUTE below 0 nor a RELATIVE of 0', () => {
    const parse = (updateType: LicenseUpdate['updateType'], quantity: string) =>
      parsePreAction({ type: 'GRANT_LICENSE', config: { licenseId: 'seat', updateType, quantity: decimal(quantity) } }, 5);
    expect(parse('ABSOLUTE', '-1')).toMatchObject({ refusals: [{ code: 'INVALID_VALUE', path: ['config', 'quantity'] }] });
    for (const absurd of ['1000000000001', '-1000000000001']) {
      expect(parse('RELATIVE', absurd)).toMatchObject({ refusals: [{ code: 'INVALID_VALUE', path: ['config', 'quantity'] }] });
    }
    expect(parse('RELATIVE', '-1000000000000').ok).toBe(true);
    expect(parse('RELATIVE', '0')).toMatchObject({ refusals: [{ code: 'NOTHING_TO_CHANGE' }] });
    expect(parse('RELATIVE', '-1')).toEqual({ ok: true, value: update('RELATIVE', '-1', 5) });
  });
});
