import { readdirSync, readFileSync } from 'node:fs';
import { parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { schema } from '../../src/graphql/schema.ts';

const DOCUMENTS = `${import.meta.dirname}/../../schema/documents`;

describe('schema/documents', () => {
  it.each(readdirSync(DOCUMENTS))('%s asks for what the schema has', (name) => {
    expect(validate(schema, parse(readFileSync(`${DOCUMENTS}/${name}`, 'utf8')))).toEqual([]);
  });
});
