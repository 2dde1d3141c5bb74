import { describe, expect, test } from 'vitest';
import { fields, optional, parseEach } from '../../src/domain/fields.ts';
import { invalid, type PathSegment } from '../../src/domain/refusal.ts';
import { mapPaths, ok, type Result, refuse, renamePaths, withListPath, withoutIndex, withPath } from '../../src/domain/result.ts';

const faults = (...paths: PathSegment[][]): Result<string> => {
  const [first = invalid(''), ...more] = paths.map((path) => invalid('', path));
  return refuse(first, ...more);
};
const pathsOf = (result: Result<unknown>) => (result.ok ? null : result.refusals.map(({ path }) => path));

describe('The path of a refusal', () => {
  test('takes the names that a caller puts before it, the outermost first', () => {
    expect(pathsOf(withPath(withPath(faults(['rate'], []), 'slabs', 2), 'card'))).toEqual([
      ['card', 'slabs', 2, 'rate'],
      ['card', 'slabs', 2],
    ]);
  });

  test('loses its index where the caller gave no list', () => {
    expect(pathsOf(withoutIndex(faults([0, 'effectiveFrom'], ['accountId'], [])))).toEqual([['effectiveFrom'], ['accountId'], []]);
  });

  test('takes the name of the list only where it leads into the list', () => {
    expect(pathsOf(withListPath(faults([1, 'pricePlanId'], ['accountId'], []), 'edits'))).toEqual([
      ['edits', 1, 'pricePlanId'],
      ['accountId'],
      [],
    ]);
  });

  test('moves where the input has what its path begins with', () => {
    const moved = renamePaths(faults(['currencies', 0], ['pricePlanId'], []), { currencies: ['override', 'supportedCurrencies'] });
    expect(pathsOf(moved)).toEqual([['override', 'supportedCurrencies', 0], ['pricePlanId'], []]);
  });

  test('is the only thing about a refusal that a caller changes', () => {
    const refusal = { ...invalid('Too long.', ['name']), code: 'LIMIT_EXCEEDED' } as const;
    expect(mapPaths(refuse(refusal), () => [])).toEqual(refuse({ ...refusal, path: [] }));
    expect(withPath(ok(1), 'name')).toEqual(ok(1));
  });
});

describe('Parsing', () => {
  test('puts the name of a field before the paths of its refusals, and tells the faults of all fields in their order', () => {
    expect(pathsOf(fields({ name: faults([]), kind: ok('A'), tags: faults([0], [2]) }))).toEqual([['name'], ['tags', 0], ['tags', 2]]);
    expect(fields({ name: ok('a'), kind: ok(null) })).toEqual(ok({ name: 'a', kind: null }));
  });

  test('puts the place in the input before them, where a field has another one there', () => {
    const parts = fields({ maximum: faults([]), slab: faults(['order']) }, { maximum: ['config', 'maximum'], slab: [] });
    expect(pathsOf(parts)).toEqual([['config', 'maximum'], ['order']]);
  });

  test('puts the index of an item before them', () => {
    const even = (value: number) => (value % 2 === 0 ? ok(String(value)) : faults(['value']));
    expect(pathsOf(parseEach([2, 3, 4, 5], even))).toEqual([
      [1, 'value'],
      [3, 'value'],
    ]);
    expect(parseEach([2, 4], even)).toEqual(ok(['2', '4']));
  });

  test('of an optional field asks nothing of what is left out', () => {
    const never = () => faults([]);
    expect(optional(null, 'default', never)).toEqual(ok('default'));
    expect(optional(undefined, 'default', never)).toEqual(ok('default'));
    expect(pathsOf(fields({ name: optional('a', 'default', never) }))).toEqual([['name']]);
  });
});
