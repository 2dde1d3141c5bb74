import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonSize } from '../../src/graphql/admission/json-size.ts';

const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)).length;

test('A text takes as many bytes as JSON writes for it, whatever is in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(jsonSize(text)).toBe(bytesOf(text));
    }),
  );
  for (const text of ['\ud800', 'a\udc00b', '\ud83d\ude00', '\u0007\b\t\n\f\r', '"\\/', '\u007f\u0080\u07ff\u0800\uffff'])
    expect(jsonSize(text)).toBe(bytesOf(text));
});

test('A value takes at most a little more than JSON writes for it, and never less', () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      const numbers = JSON.stringify(value).match(/-?\d[\d.e+-]*/g)?.length ?? 0;
      const parts = JSON.stringify(value).match(/[{[]/g)?.length ?? 0;
      expect(jsonSize(value)).toBeGreaterThanOrEqual(bytesOf(value));
      expect(jsonSize(value)).toBeLessThanOrEqual(bytesOf(value) + 26 * numbers + parts);
    }),
  );
});
