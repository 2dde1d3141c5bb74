import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withPath } from '../../src/domain/result.ts';
import { parseChosenId, parseEmail, parseMetadata, parseName, parseTags, parseText, trimmed } from '../../src/domain/text.ts';

describe('A text', () => {
  test('is measured in code points, so that an emoji is one character', () => {
    expect(parseText('💶💶💶', { max: 3 })).toEqual({ ok: true, value: '💶💶💶' });
  });

  test('says where it is too long, and how long it may be', () => {
    const result = withPath(parseText('abcd', { min: 1, max: 3 }), 'name');
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

describe('A name', () => {
  test.each([
    [' Pro '],
    ['\tPro\r\n'],
    ['\u00a0Pro\u3000'],
    ['\u200bPro\u200b\u2060'],
    ['\ufeffPro\u200e'],
    ['\u2028Pro\u2029\u0085'],
    ['\u200dPro\u200c \u00ad'],
  ])('is trimmed of white space and invisible characters: %j', (name) => {
    expect(parseName(name, { max: 3 })).toEqual({ ok: true, value: 'Pro' });
  });

  test.each(
    [
      ['', ' ', '\t\n', '\u00a0', '\u3000\u2003', '\u200b', '\ufeff\u2060', '\u200c\u200d', '\u00ad', '\u180e'],
      ['\u{1d159}', '\u0301', ' \u0301\u200b', '\u093e', '\u20dd', '\ufff9\ufffb', '\u{13437}'],
      ['\u2800', '\u3164', '\u115f\u1160', '\ufe0f', '\u{e0020}', '\u{1d173}'],
    ].flat(),
  )('has at least one visible character, which %j has not', (name) => {
    expect(withPath(parseName(name, { max: 9 }), 'name')).toMatchObject({
      refusals: [{ code: 'INVALID_VALUE', path: ['name'], message: 'Must have at least one visible character.' }],
    });
  });

  test('is as long as what is left of it', () => {
    expect(parseName(`  ${'x'.repeat(50)}  `, { max: 50 }).ok).toBe(true);
    expect(parseName(' ab ', { min: 3, max: 50 })).toMatchObject({ refusals: [{ message: 'Must be 3 to 50 characters long, not 2.' }] });
  });

  test.each(['a  b', 'a\u200bb', '👩\u200d👩\u200d👧', '❤\ufe0f', '🏴\u{e0067}\u{e0062}\u{e007f}', 'രാമന\u0d4d\u200d'])(
    'keeps what is within it, and what belongs to its last letter: %s',
    (name) => {
      expect(parseName(name, { max: 50 })).toEqual({ ok: true, value: name });
    },
  );

  test('is trimmed in one go, however long its ends', () => {
    expect(trimmed(`${'\u200b '.repeat(50_000)}x${' '.repeat(100_000)}y `)).toHaveLength(100_002);
  });

  test('is trimmed once: what is trimmed stays as it is', () => {
    const characters = fc.constantFrom(' ', '\u200b', '\u200d', '\u0d4d', 'a', '\ufe0f', '\u00ad');
    fc.assert(
      fc.property(fc.array(characters, { maxLength: 6 }), (text) => {
        expect(trimmed(trimmed(text.join('')))).toBe(trimmed(text.join('')));
      }),
    );
  });
});

describe('An id that a caller chooses', () => {
  test.each(['a', 'ACC00001', 'acme/eu-1', 'Zürich 1', 'x'.repeat(50)])('may be %j', (id) => {
    expect(parseChosenId(id)).toEqual({ ok: true, value: id });
  });

  test.each(['', ' ', ' acme', 'acme ', 'ac\nme', 'x'.repeat(51), '\u00A0acme', 'acme\u200b', '\ufe0f'])('may not be %j', (id) => {
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
    expect(withPath(parseTags(['eu', ' ']), 'tags')).toMatchObject({ refusals: [{ path: ['tags', 1] }] });
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
    expect(withPath(parseMetadata(JSON.parse(`{"${key}": "x"}`)), 'metadata')).toMatchObject({ refusals: [{ path: ['metadata', key] }] });
  });

  test('takes at most 16,384 bytes and 50 keys', () => {
    expect(parseMetadata({ a: 'ü'.repeat(8_200) })).toMatchObject({ refusals: [{ code: 'LIMIT_EXCEEDED' }] });
    const keys = Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`k${i}`, '']));
    expect(parseMetadata(keys)).toMatchObject({ refusals: [{ code: 'LIMIT_EXCEEDED' }] });
  });
});
