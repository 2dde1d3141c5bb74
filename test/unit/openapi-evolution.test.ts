import { describe, expect, it } from 'vitest';
import printed from '../../schema/openapi.json' with { type: 'json' };
import { breakingOpenApiChanges, type OpenApi } from '../../scripts/openapi-evolution.ts';

const json = (name: string) => ({ content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } } });

const RELEASED: OpenApi = {
  paths: {
    '/addons': {
      get: {
        parameters: [{ name: 'pageSize', in: 'query', required: false, schema: { type: 'integer', minimum: 1, maximum: 50 } }],
        responses: { 200: json('AddOns') },
      },
      post: { parameters: [], requestBody: json('NewAddOn'), responses: { 200: json('AddOn') } },
    },
  },
  components: {
    schemas: {
      AddOns: {
        type: 'object',
        properties: { data: { type: 'array', items: { $ref: '#/components/schemas/AddOn' } } },
        required: ['data'],
      },
      AddOn: {
        type: 'object',
        properties: {
          name: { type: 'string', maxLength: 20 },
          type: { $ref: '#/components/schemas/Kind' },
          note: { type: 'string' },
          made: { type: 'string', format: 'date' },
        },
        required: ['name'],
      },
      NewAddOn: {
        type: 'object',
        properties: {
          name: { type: 'string', minLength: 1, maxLength: 20 },
          type: { $ref: '#/components/schemas/Kind' },
          tags: { type: 'array', items: { type: 'string' }, maxItems: 5 },
        },
        required: ['name'],
      },
      Kind: { type: 'string', enum: ['LICENSE', 'FEE'] },
    },
  },
};

const text = JSON.stringify(RELEASED);

/** What a change of the released description breaks: one text in place of another. */
function broken(from: string, to: string): readonly string[] {
  expect(text).toContain(from);
  return breakingOpenApiChanges(RELEASED, JSON.parse(text.replace(from, to)));
}

const NEW_NAME = '"name":{"type":"string","minLength":1,"maxLength":20}';
const NAME = '"name":{"type":"string","maxLength":20}';

describe('the check of the REST mirror against the released one', () => {
  it.each([
    ['a removed path', '"/addons":', '"/add_ons":', ['GET /addons was removed.', 'POST /addons was removed.']],
    ['a removed method', '"post":', '"put":', ['POST /addons was removed.']],
    [
      'another status',
      '"200":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/AddOn"',
      '"201":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/AddOn"',
      ['POST /addons no longer answers 200.'],
    ],
    ['a removed parameter', '"name":"pageSize"', '"name":"size"', ['The parameter pageSize of GET /addons was removed.']],
    ['a parameter that became required', '"required":false', '"required":true', ['The parameter pageSize of GET /addons became required.']],
    [
      'a required parameter that is new',
      '"parameters":[],',
      '"parameters":[{"name":"mode","in":"query","required":true,"schema":{}}],',
      ['The required parameter mode of POST /addons was added.'],
    ],
    [
      'a parameter that takes fewer values',
      '"maximum":50',
      '"maximum":20',
      ['Maximum of the parameter pageSize of GET /addons in requests changed from 50 to 20.'],
    ],
    ['a body that is no longer read', '"requestBody":', '"ignored":', ['The body of POST /addons was removed.']],
    [
      'a field of a request that became required',
      '"maxItems":5}},"required":["name"]',
      '"maxItems":5}},"required":["name","tags"]',
      ['NewAddOn.tags in requests became required.'],
    ],
    ['a removed field of a request', '"tags":', '"labels":', ['NewAddOn.tags in requests was removed.']],
    [
      'a field of a request of another type',
      '"items":{"type":"string"}',
      '"items":{"type":"number"}',
      ['NewAddOn.tags[] in requests changed from string to number.'],
    ],
    [
      'a longer minimum of a request',
      NEW_NAME,
      NEW_NAME.replace('1', '3'),
      ['MinLength of NewAddOn.name in requests changed from 1 to 3.'],
    ],
    [
      'a limit of a request that is new',
      '"tags":{"type":"array"',
      '"tags":{"type":"array","minItems":1',
      ['MinItems of NewAddOn.tags in requests changed from none to 1.'],
    ],
    ['a removed field of an answer', '"note":', '"remark":', ['AddOn.note in answers was removed.']],
    [
      'a field of an answer that became optional',
      '"required":["name"]},"NewAddOn"',
      '"required":[]},"NewAddOn"',
      ['AddOn.name in answers became optional.'],
    ],
    [
      'a field of an answer in another format',
      '"format":"date"',
      '"format":"date-time"',
      ['AddOn.made in answers changed from string (date) to string (date-time).'],
    ],
    ['a longer text of an answer', NAME, NAME.replace('20', '99'), ['MaxLength of AddOn.name in answers changed from 20 to 99.']],
    ['an enum value that is no longer taken', '"LICENSE",', '', ['"LICENSE" was removed from Kind in requests.']],
    ['an enum value that may be answered', '"LICENSE",', '"LICENSE","SEAT",', ['"SEAT" was added to Kind in answers.']],
  ])('rejects %s, and names it once', (_title, from, to, changes) => {
    expect(broken(from, to)).toEqual(changes);
  });

  it.each([
    ['a field of an answer', '"note":', '"more":{"type":"string"},"note":'],
    ['an optional field of a request', '"tags":', '"more":{"type":"string"},"tags":'],
    ['an optional parameter', '"parameters":[],', '"parameters":[{"name":"mode","in":"query","required":false,"schema":{}}],'],
    ['an operation', '"post":', '"delete":{"parameters":[],"responses":{}},"post":'],
    ['room in a request', NEW_NAME, NEW_NAME.replace('20', '99')],
    ['a promise of an answer', '"required":["name"]},"NewAddOn"', '"required":["name","note"]},"NewAddOn"'],
    [
      'an optional place for a body',
      '"responses":{"200":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/AddOns"',
      '"requestBody":{"content":{"application/json":{"schema":{"type":"object"}}}},"responses":{"200":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/AddOns"',
    ],
  ])('accepts %s that is new', (_title, from, to) => {
    expect(broken(from, to)).toEqual([]);
  });

  it('finds nothing between the printed description and itself, and something wherever a field of it is renamed', () => {
    const description = JSON.stringify(printed);
    expect(breakingOpenApiChanges(JSON.parse(description), JSON.parse(description))).toEqual([]);
    const fields = [
      ...new Set(
        Object.values(printed.components.schemas).flatMap((schema) => Object.keys('properties' in schema ? schema.properties : {})),
      ),
    ];
    const silent = fields.filter(
      (field) =>
        breakingOpenApiChanges(JSON.parse(description), JSON.parse(description.replaceAll(`"${field}":`, `"${field}2":`))).length === 0,
    );
    expect(silent).toEqual([]);
  });
});
