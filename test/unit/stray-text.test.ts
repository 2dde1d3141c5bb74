import { describe, expect, it } from 'vitest';
import { jsonFault } from '../../src/domain/json-limits.ts';
import { findStray, requireSoundTexts } from '../../src/domain/stray-text.ts';

const deep = (levels: number): unknown => JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`);

describe('a text that no text may be', () => {
  it.each([
    ['in a text by itself', 'a\u0000', [], 'U+0000'],
    ['in a list', { tags: ['a', 'b\u007f'] }, ['tags', 1], 'U+007F'],
    ['in a key', { 'a\u001f': 1 }, ['a\u001f'], 'U+001F'],
    ['half a surrogate pair', { name: '\udc00' }, ['name'], 'U+DC00'],
    ['the first of several', { a: [{ b: 'x\u0001' }], c: '\u0002' }, ['a', 0, 'b'], 'U+0001'],
  ])('is found %s', (_title, value, path, character) => {
    expect(findStray(value)).toEqual({ path, character });
    expect(requireSoundTexts(value)).toMatchObject({ ok: false, refusals: [{ code: 'INVALID_VALUE', path }] });
  });

  it.each([[null], [7], ['tab\tand\nline'], [{ a: ['💶', 'é', '\u200d'] }], [{}]])('is not %j', (value) => {
    expect(findStray(value)).toBeNull();
  });

  it('is looked for however deep a value is', () => {
    expect(findStray(deep(100_000))).toBeNull();
  });
});

describe('JSON that a caller gives', () => {
  it.each([
    ['over 10 levels', deep(11), 'The JSON is nested more than 10 levels deep.'],
    ['as deep as it likes', deep(100_000), 'The JSON is nested more than 10 levels deep.'],
    ['over 16 KB, counted in bytes', 'é'.repeat(8_192), 'The JSON must have at most 16,384 bytes, not 16,386.'],
    ['with a reserved key', [{ prototype: 1 }], '"prototype" is not allowed as a key.'],
  ])('is refused %s', (_title, value, fault) => expect(jsonFault(value)).toBe(fault));

  it.each([[deep(10)], [null], ['é'.repeat(8_191)], [{ proto: { a: [1, 'x', true] } }]])('is kept within these limits', (value) => {
    expect(jsonFault(value)).toBeNull();
  });
});
