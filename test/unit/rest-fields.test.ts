import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { day, decimal, instant, integer, text } from '../../src/rest/fields.ts';
import { Incomplete, numberOf, readJson, writeJson } from '../../src/rest/json.ts';
import { pageArguments, toPageBothWays } from '../../src/rest/pages.ts';

const read = (schema: v.GenericSchema, json: string): unknown => {
  const result = v.safeParse(schema, readJson(json)?.value);
  return result.success ? result.output : result.issues[0].message;
};

describe('a decimal', () => {
  it.each([
    ['12.50', '12.5'],
    ['1e-06', '0.000001'],
    ['1.5E+3', '1500'],
    ['-0.1', '-0.1'],
    ['123456789012345678.123456789012', '123456789012345678.123456789012'],
  ])('is read with every digit: %s is %s', (json, expected) => {
    expect(read(decimal, json)).toBe(expected);
  });

  it.each([
    ['"12.5"', 'Must be a number, not "12.5".'],
    ['[1]', 'Must be a number, not a list.'],
    ['0.0000000000001', '0.0000000000001 has 13 decimal places. At most 12 are allowed.'],
    ['1e999999999', '"1e999999999" is not a decimal. Write it as "12.50".'],
  ])('is not %s', (json, message) => {
    expect(read(decimal, json)).toBe(message);
  });

  it('is written with every digit, and reads back', () => {
    const written = writeJson({ rate: numberOf('123456789012345678.123456789012') });
    expect(written).toBe('{"rate":123456789012345678.123456789012}');
    expect(read(v.object({ rate: decimal }), written)).toEqual({ rate: '123456789012345678.123456789012' });
  });
});

describe('a field of a body', () => {
  it.each([
    ['a whole number with a point', integer, '5.0', 5],
    ['a whole number with an exponent', integer, '1e3', 1000],
    ['a fraction', integer, '1.5', 'Must be a whole number, not 1.5.'],
    ['a whole number over 32 bits', integer, '2147483648', 'Must be a whole number, not 2147483648.'],
    ['a day', day, '"2028-02-29"', '2028-02-29'],
    ['an instant whose offset has no colon', instant, '"2026-11-21T08:30:00+0000"', '2026-11-21T08:30:00+00:00'],
    ['a text of as many characters as it may have, however many units they take', text({ max: 2 }), '"😀😀"', '😀😀'],
    ['a text of another length than the only one', text({ min: 3, max: 3 }), '"EURO"', 'Must be 3 characters long, not 4.'],
    [
      'a text that is too long',
      text({ max: 4_096 }),
      JSON.stringify('x'.repeat(4_097)),
      'Must be at most 4,096 characters long, not 4097.',
    ],
    ['a text that is too short', text({ min: 3, max: 5 }), '"ab"', 'Must be 3 to 5 characters long, not 2.'],
  ])('may be %s, or is told what it must be', (_what, schema, json, expected) => {
    expect(read(schema, json)).toBe(expected);
  });

  it('is left out of an answer where it is null', () => {
    expect(writeJson({ name: null, lines: [{ city: null, country: 'DE' }] })).toBe('{"lines":[{"country":"DE"}]}');
  });

  it('leaves out what is incomplete, but for the part that there is, and collects the names', () => {
    const names = new Set<string>();
    const lines = [{ terms: new Incomplete(null) }, { terms: new Incomplete(null), cities: new Incomplete(['Berlin', null]) }];
    expect(writeJson({ lines }, names)).toBe('{"lines":[{},{"cities":["Berlin",null]}]}');
    expect(names).toEqual(new Set(['terms', 'cities']));
  });
});

describe('a page token', () => {
  const connection = { nodes: [1], pageInfo: { hasNextPage: true, hasPreviousPage: true, startCursor: 'first', endCursor: 'last' } };
  const page = toPageBothWays(connection, (node) => node);

  it('leads on from the last item of its page, and back from the first', () => {
    expect(pageArguments({ nextToken: page.nextToken ?? '', pageSize: 5 })).toEqual({ first: 5, after: 'last' });
    expect(pageArguments({ nextToken: page.previousToken ?? '' })).toEqual({ last: 50, before: 'first' });
  });

  it('is absent at an end of the list', () => {
    const pageInfo = { ...connection.pageInfo, hasNextPage: false, hasPreviousPage: false };
    expect(toPageBothWays({ ...connection, pageInfo }, (node) => node)).toEqual({ data: [1], nextToken: null, previousToken: null });
  });
});
