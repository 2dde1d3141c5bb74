import { describe, expect, it } from 'vitest';
import { Lru } from '../../src/engine/lru.ts';

/** A full cache of three keys, each its own value. */
function fullCache(): Lru<string, string> {
  const cache = new Lru<string, string>(3);
  for (const key of ['a', 'b', 'c']) cache.set(key, key);
  return cache;
}

/** Which of some keys a cache has. Reading them makes them recently used, so it comes last. */
const present = (cache: Lru<string, NonNullable<unknown>>, keys = ['a', 'b', 'c', 'd', 'e']) =>
  keys.filter((key) => cache.get(key) !== undefined);

describe('a bounded cache', () => {
  it('returns the value that was set last, and undefined for a key that it does not have', () => {
    const cache = fullCache();
    cache.set('a', 'other');
    expect([cache.get('a'), cache.get('b'), cache.get('d')]).toEqual(['other', 'b', undefined]);
  });

  it('replaces the key that was set first when it is full', () => {
    const cache = fullCache();
    cache.set('d', 'd');
    cache.set('e', 'e');
    expect(present(cache)).toEqual(['c', 'd', 'e']);
  });

  it('keeps a key that was read since, and replaces the next one', () => {
    const cache = fullCache();
    cache.get('a');
    cache.set('d', 'd');
    expect(present(cache)).toEqual(['a', 'c', 'd']);
  });

  it('replaces nothing when a key that it has is set again, and counts that as use', () => {
    const cache = fullCache();
    cache.set('a', 'again');
    expect(present(cache)).toEqual(['a', 'b', 'c']);
    const other = fullCache();
    other.set('a', 'again');
    other.set('d', 'd');
    expect(present(other)).toEqual(['a', 'c', 'd']);
  });

  it('does not count a read of an unknown key as use of any', () => {
    const cache = fullCache();
    cache.get('unknown');
    cache.set('d', 'd');
    expect(present(cache)).toEqual(['b', 'c', 'd']);
  });

  it('has room again for what was deleted', () => {
    const cache = fullCache();
    cache.delete('b');
    cache.delete('unknown');
    cache.set('d', 'd');
    expect(present(cache)).toEqual(['a', 'c', 'd']);
  });

  it('deletes every value that matches, and no other', () => {
    const cache = fullCache();
    cache.deleteWhere((value) => value !== 'b');
    expect(present(cache)).toEqual(['b']);
  });

  it('holds values that are false, zero or empty', () => {
    const cache = new Lru<string, boolean | number | string>(3);
    for (const [key, value] of [
      ['a', false],
      ['b', 0],
      ['c', ''],
    ] as const)
      cache.set(key, value);
    expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual([false, 0, '']);
  });

  it('holds nothing with a capacity of zero', () => {
    const cache = new Lru<string, string>(0);
    cache.set('a', 'a');
    expect(cache.get('a')).toBeUndefined();
  });
});
