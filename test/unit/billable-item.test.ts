import { describe, expect, test } from 'vitest';
import { archiveBillableItem, changeBillableItem, displayNameOf, parseNewBillableItem } from '../../src/domain/billable-item.ts';
import { unwrap } from '../support/schedules.ts';

const calls = { schemaName: 'api', attributeName: 'calls' };
const feature = {
  ...unwrap(parseNewBillableItem({ kind: 'FEATURE', name: 'Search', schemaAssociations: [calls] })),
  status: 'ACTIVE',
} as const;
const license = { ...unwrap(parseNewBillableItem({ kind: 'LICENSE', name: 'Seat' })), status: 'ACTIVE' } as const;

function codeAndPath(result: ReturnType<typeof parseNewBillableItem>) {
  return result.ok ? 'accepted' : result.refusals.map(({ code, path }) => `${code} ${path.join('.')}`.trim());
}

describe('Creating a billable item', () => {
  test('needs a kind and a name; only a feature has schema associations', () => {
    expect(license).toMatchObject({ kind: 'LICENSE', name: 'Seat', billableName: null, schemaAssociations: [] });
    expect(feature).toMatchObject({ kind: 'FEATURE', schemaAssociations: [calls] });
  });

  test.each([
    ['a name of 0 characters', { name: '' }, 'INVALID_VALUE name'],
    ['a name of 256 characters', { name: 'x'.repeat(256) }, 'INVALID_VALUE name'],
    ['a billable name of 256 characters', { billableName: 'x'.repeat(256) }, 'INVALID_VALUE billableName'],
    ['an empty billable name', { billableName: '' }, 'INVALID_VALUE billableName'],
    ['schema associations of a license', { schemaAssociations: [calls] }, 'INVALID_VALUE schemaAssociations'],
    ['a feature that does not say its schema associations', { kind: 'FEATURE' }, 'INVALID_VALUE schemaAssociations'],
    ['an association given twice', { kind: 'FEATURE', schemaAssociations: [calls, calls] }, 'ALREADY_EXISTS schemaAssociations.1'],
    [
      'an association without an attribute',
      { kind: 'FEATURE', schemaAssociations: [{ ...calls, attributeName: '' }] },
      'INVALID_VALUE schemaAssociations.0.attributeName',
    ],
    [
      '51 associations',
      { kind: 'FEATURE', schemaAssociations: Array.from({ length: 51 }, (_, i) => ({ schemaName: 'api', attributeName: `a${i}` })) },
      'LIMIT_EXCEEDED schemaAssociations',
    ],
  ] as const)('refuses %s', (_, change, refusal) => {
    expect(codeAndPath(parseNewBillableItem({ kind: 'LICENSE', name: 'Seat', ...change }))).toEqual([refusal]);
  });

  test('accepts names of 255 characters, a feature of 50 associations, and one of none', () => {
    const name = 'x'.repeat(255);
    const schemaAssociations = Array.from({ length: 50 }, (_, i) => ({ schemaName: 'api', attributeName: `a${i}` }));
    expect(codeAndPath(parseNewBillableItem({ kind: 'FEATURE', name, billableName: name, schemaAssociations }))).toBe('accepted');
    expect(codeAndPath(parseNewBillableItem({ kind: 'FEATURE', name, schemaAssociations: [] }))).toBe('accepted');
  });
});

describe('Changing a billable item', () => {
  test('absent keeps, null clears the billable name', () => {
    const named = unwrap(changeBillableItem(license, { billableName: 'A seat' }));
    expect(named).toEqual({ ...license, billableName: 'A seat' });
    expect(unwrap(changeBillableItem(named, {}))).toEqual(named);
    expect(unwrap(changeBillableItem(named, { billableName: null }))).toEqual(license);
  });

  test('given schema associations replace the list', () => {
    expect(unwrap(changeBillableItem(feature, { schemaAssociations: [] })).schemaAssociations).toEqual([]);
  });

  test('a name cannot be cleared, and nothing but a feature takes schema associations', () => {
    expect(codeAndPath(changeBillableItem(feature, { name: null, schemaAssociations: null }))).toEqual([
      'INVALID_VALUE name',
      'INVALID_VALUE schemaAssociations',
    ]);
    expect(codeAndPath(changeBillableItem(license, { schemaAssociations: [] }))).toEqual(['INVALID_VALUE schemaAssociations']);
  });

  test('an archived item is read-only', () => {
    expect(codeAndPath(changeBillableItem(archiveBillableItem({ ...license, status: 'ARCHIVED' }), { name: 'Chair' }))).toEqual([
      'ARCHIVED',
    ]);
  });
});

test('Archiving twice is archiving once', () => {
  const archived = archiveBillableItem<{ status: 'ACTIVE' | 'ARCHIVED' }>({ status: 'ACTIVE' });
  expect(archived.status).toBe('ARCHIVED');
  expect(archiveBillableItem(archived)).toBe(archived);
});

test('An item is shown by its billable name, else by its name', () => {
  expect(displayNameOf({ name: 'seat_v2', billableName: 'A seat' })).toBe('A seat');
  expect(displayNameOf({ name: 'seat_v2', billableName: null })).toBe('seat_v2');
});
