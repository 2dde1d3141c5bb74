import { readdirSync, readFileSync } from 'node:fs';
import { parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { documentOf, isTrusted, rememberDocument } from '../../src/graphql/admission/known-documents.ts';
import { schema } from '../../src/graphql/schema.ts';

const DOCUMENTS = `${import.meta.dirname}/../../schema/documents`;

describe('schema/documents', () => {
  it.each(readdirSync(DOCUMENTS))('%s asks for what the schema has', (name) => {
    expect(validate(schema, parse(readFileSync(`${DOCUMENTS}/${name}`, 'utf8')))).toEqual([]);
  });
});

describe('a document that was sent with its id', () => {
  it('is known to the organization that sent it, and trusted by nobody', () => {
    rememberDocument('org.a', 'sha256:1', '{ a }');
    expect([documentOf('org.a', 'sha256:1'), documentOf('org.b', 'sha256:1')]).toEqual(['{ a }', null]);
    expect(isTrusted('{ a }')).toBe(false);
  });

  it('is forgotten when 512 others have come since it was last used', () => {
    for (const id of ['first', 'used']) rememberDocument('org.a', id, id);
    for (let i = 0; i < 511; i++) {
      documentOf('org.a', 'used');
      rememberDocument('org.b', `other ${i}`, '{ b }');
    }
    expect([documentOf('org.a', 'first'), documentOf('org.a', 'used')]).toEqual([null, 'used']);
  });

  it('is not kept where it is larger than any that may run', () => {
    rememberDocument('org.a', 'large', 'x'.repeat(32_769));
    expect(documentOf('org.a', 'large')).toBeNull();
  });
});
