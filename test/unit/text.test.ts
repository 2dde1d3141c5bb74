import { describe, expect, test } from 'vitest';
import { parseChosenId, parseEmail, parseMetadata, parseTags, parseText } from '../../src/domain/text.ts';

describe('A text', () => {
  test('is measured in code points, so that an emoji is one character', () => {
    expect(parseText('💶💶💶', { max: 3 })).toEqual({ ok: true, value: '💶💶💶' });
  });

  test('says where it is too long, and how long it may be', () => {
    const result = parseText('abcd', { min: 1, max: 3 }, ['name']);
    expect(result).toMatchObject({
      refusals: [{ code: 'INVALID_VALUE', path: ['name'], message: 'Must be 1 to 3 characters long, not 4.' }],
    });
  });

  test('has no line breaks unless it may have several lines', () => {
    expect(parseText('a\nb', { max: 9 })).toMatchObject({ refusals: [{ message: expect.stringContaining('U+000A') }] });
    expect(parseText('a\r\n\tb', { max: 9, multiline: true }).ok).toBe(true);
  });

  test.each(['\u0000', '\u0007', '\u007F', '\u0085', '\uD800', '\uDC00\uD800'])(
    'never has a control character or half a character: %j',
    (value) => {
      expect(parseText(value, { max: 9 }).ok).toBe(false);
      expect(parseText(value, { max: 9, multiline: true }).ok).toBe(false);
    },
  );
});

describe('An id that a caller chooses', () => {
  test.each(['a', 'ACC00001', 'acme/eu-1', 'Zürich 1', 'x'.repeat(50)])('may be %j', (id) => {
    expect(parseChosenId(id)).toEqual({ ok: true, value: id });
  });

  test.each(['', ' ', ' acme', 'acme ', 'ac\nme', 'x'.repeat(51), '\u00A0acme'])('may not be %j', (id) => {
    expect(parseChosenId(id).ok).toBe(false);
  });
});

describe('An e-mail address', () => {
  test.each(['ada@example.com', 'o+invoices@mail.example.co', 'ü@exämple.de'])('may be %s', (email) => {
    expect(parseEmail(email).ok).toBe(true);
  });

  test.each([
    '',
    'ada',
    'ada@',
    '@example.com',
    'ada@localhost',
    'a@b@example.com',
    'a da@example.com',
    'ada@.com',
    `${'a'.repeat(320)}@b.co`,
  ])('may not be %j', (email) => {
    expect(parseEmail(email).ok).toBe(false);
  });
});

describe('Tags', () => {
  test('are kept in lower case, each once, in the order of their first mention', () => {
    expect(parseTags(['EU', 'vip', 'eu', ' VIP '])).toEqual({ ok: true, value: ['eu', 'vip'] });
  });

  test('are named by their index when they are refused', () => {
    expect(parseTags(['eu', ' '], ['tags'])).toMatchObject({ refusals: [{ path: ['tags', 1] }] });
  });

  test('are at most 50', () => {
    const tags = Array.from({ length: 51 }, (_, i) => `tag-${i}`);
    expect(parseTags(tags)).toMatchObject({ refusals: [{ code: 'LIMIT_EXCEEDED' }] });
    expect(parseTags(tags.slice(1)).ok).toBe(true);
  });
});

describe('Metadata', () => {
  test('is a map of text to text', () => {
    expect(parseMetadata({ region: 'EU', note: 'two\nlines' })).toEqual({ ok: true, value: { region: 'EU', note: 'two\nlines' } });
  });

  test.each([null, 7, 'text', ['a'], { nested: {} }, { count: 7 }, { empty: null }, { '': 'no key' }])('is never %j', (value) => {
    expect(parseMetadata(value).ok).toBe(false);
  });

  test.each(['__proto__', 'constructor', 'prototype'])('has no key %s', (key) => {
    expect(parseMetadata(JSON.parse(`{"${key}": "x"}`), ['metadata'])).toMatchObject({ refusals: [{ path: ['metadata', key] }] });
  });

  test('takes at most 16,384 bytes and 50 keys', () => {
    expect(parseMetadata({ a: 'ü'.repeat(8_200) })).toMatchObject({ refusals: [{ code: 'LIMIT_EXCEEDED' }] });
    const keys = Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`k${i}`, '']));
    expect(parseMetadata(keys)).toMatchObject({ refusals: [{ code: 'LIMIT_EXCEEDED' }] });
  });
});
