import { describe, expect, it } from 'vitest';
import { withShortEchoes } from '../../src/graphql/echo.ts';

describe('what a message repeats', () => {
  const long = 'x'.repeat(101);

  it.each([
    ['a value in quotes', `Value "${'a b '.repeat(50)}" does not exist in "ListOrder".`, 'does not exist in "ListOrder".'],
    ['a value in brackets', `Found {a: 1${', b: 2'.repeat(50)}} here.`, '} here.'],
    ['a value without spaces', `Not a number: ${'9'.repeat(200)} at all.`, ' at all.'],
  ])('is cut where it is %s, and the words around it stay', (_title, message, rest) => {
    const short = withShortEchoes(message);
    expect(short.length).toBeLessThan(150);
    expect(short).toContain('…');
    expect(short.endsWith(rest)).toBe(true);
    expect(withShortEchoes(short)).toBe(short);
  });

  it('is cut by itself, so that the reason between two values in brackets stays', () => {
    const value = `{a: 1${', b: 2'.repeat(50)}}`;
    const short = withShortEchoes(`Variable "$a" got invalid value ${value}; Expected a day, such as "2026-11-21", not ${value}.`);
    expect(short).toContain('; Expected a day, such as "2026-11-21", not {a: 1');
    expect(short.length).toBeLessThan(350);
  });

  it('stays as it is up to 100 characters, however long the message', () => {
    const message = `${'Words of ours. '.repeat(20)}"${long.slice(1, -1)}" ${long.slice(1)}`;
    expect(withShortEchoes(message)).toBe(message);
  });

  it('is cut in one pass, however many brackets a value opens and never closes', () => {
    // What is beyond the escaped quote is in no quotes. A pattern that looks for the end of each bracket would take hours.
    const value = JSON.stringify(`a"${'['.repeat(5_000_000)}`);
    const short = withShortEchoes(`Variable "$first" got invalid value ${value}; Int cannot represent non-integer value: ${value}`);
    expect(short.length).toBeLessThan(500);
    expect(short).toContain('; Int cannot represent non-integer value: "a\\"[');
  });

  it('is never half a character', () => {
    expect(withShortEchoes(`"${'😀'.repeat(80)}"`).isWellFormed()).toBe(true);
  });

  it('is 1,000 characters in all at most, however many values there are', () => {
    expect(withShortEchoes('"a b" '.repeat(1_000)).length).toBeLessThan(1_010);
  });
});
