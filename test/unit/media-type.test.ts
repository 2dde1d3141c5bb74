import { describe, expect, it } from 'vitest';
import { mediaTypeFor } from '../../src/graphql/media-type.ts';

const JSON_TYPE = 'application/json';
const GRAPHQL_TYPE = 'application/graphql-response+json';

describe('an answer', () => {
  it.each([
    [null, JSON_TYPE],
    ['', JSON_TYPE],
    ['*/*', JSON_TYPE],
    ['application/*', JSON_TYPE],
    ['application/json', JSON_TYPE],
    ['APPLICATION/JSON; charset=UTF-8', JSON_TYPE],
    ['application/graphql-response+json', GRAPHQL_TYPE],
    ['application/graphql-response+json; charset="utf-8"', GRAPHQL_TYPE],
    ['application/graphql-response+json, application/json', GRAPHQL_TYPE],
    ['application/json, application/graphql-response+json', JSON_TYPE],
    ['application/json;q=0.5, application/graphql-response+json;q=0.9', GRAPHQL_TYPE],
    ['application/graphql-response+json;q=0.5, application/json;q=0.9', JSON_TYPE],
    ['application/graphql-response+json, */*', GRAPHQL_TYPE],
    ['*/*, application/graphql-response+json', GRAPHQL_TYPE],
    ['*/*, application/graphql-response+json;q=0.5', JSON_TYPE],
    ['*/*, application/json;q=0', GRAPHQL_TYPE],
    ['text/html, application/json;q=0.9', JSON_TYPE],
    ['text/event-stream, multipart/mixed, application/graphql-response+json', GRAPHQL_TYPE],
    ['application/json; charset=latin1, */*;q=0.1', JSON_TYPE],
    ['text/plain', null],
    ['application/json; charset=latin1', null],
    ['application/json;q=0, image/*', null],
    ['*/*;q=0', null],
    ['nonsense', null],
  ])('to "%s" is %s', (accept, type) => expect(mediaTypeFor(accept)).toBe(type));
});
