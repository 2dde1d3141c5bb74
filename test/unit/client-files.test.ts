import { globSync, readFileSync } from 'node:fs';
import {
  type DocumentNode,
  getOperationAST,
  isAbstractType,
  isObjectType,
  isScalarType,
  type OperationDefinitionNode,
  parse,
  print,
  validate,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { IssueCode, keys, possibleTypes, RequestErrorCode, scalars, typePolicies, UserErrorCode } from '../../schema/client/client.js';
import * as documents from '../../schema/client/documents.js';
import { introspection } from '../../schema/client/introspection.js';
import operations from '../../schema/client/operations.json' with { type: 'json' };
import manifest from '../../schema/documents.json' with { type: 'json' };
import { readOwnDocuments } from '../../scripts/document-files.ts';
import { isTrusted } from '../../src/graphql/admission/known-documents.ts';
import { schema } from '../../src/graphql/schema.ts';

const ROOT = `${import.meta.dirname}/../..`;
const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
const textById: ReadonlyMap<string, string> = new Map(Object.entries(manifest));
/** The module also has a document of each fragment, which cannot be requested. */
const TYPED = Object.entries(documents).flatMap(([name, document]) =>
  typeof document === 'function' || getOperationAST(document) === null ? [] : [[name, document] as const],
);

/** The text that the API runs by the id of a document. */
const textOf = (document: DocumentNode): string => textById.get(documents.documentIdOf(document) ?? '') ?? '';

const lexicographic = <T extends { readonly name: string }>(named: readonly T[]): readonly T[] =>
  named.toSorted((a, b) => (a.name < b.name ? -1 : 1));

/** The codes that Yoga gives to errors of its own. */
const YOGAS = ['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED'];

const rootFields = (operation: OperationDefinitionNode | null | undefined): readonly string[] =>
  (operation?.selectionSet.selections ?? []).flatMap((each) =>
    each.kind === 'Field' && each.name.value !== '__typename' ? [each.name.value] : [],
  );

describe('A typed document', () => {
  it.each(TYPED)('%s is known by its id, and asks for what the schema has', (_name, document) => {
    const text = textOf(document);
    expect(validate(schema, parse(text))).toEqual([]);
    expect([text, print(document)].map(isTrusted)).toEqual([true, true]);
  });

  it.each(TYPED)('%s makes its changes in the order in which they are written', (_name, document) => {
    const [printed, written] = [parse(textOf(document)), document].map((each) => getOperationAST(each));
    expect(printed?.name?.value).toBe(written?.name?.value);
    if (written?.operation === 'mutation') expect(rootFields(printed)).toEqual(rootFields(written));
  });

  it('has no id in a module that did not come from the preset', () => {
    expect(documents.documentIdOf(parse('{ viewer { access } }'))).toBeNull();
  });

  it('is there for each operation of the trusted documents of this project', () => {
    const named = [...readOwnDocuments().values()].flatMap((text) =>
      parse(text).definitions.flatMap((each) => (each.kind === 'OperationDefinition' ? [`${each.name?.value}Document`] : [])),
    );
    expect(TYPED.map(([name]) => name).sort()).toEqual(named.sort());
  });
});

describe('A client learns', () => {
  it('the members of each interface and union', () => {
    expect(Object.fromEntries(Object.entries(possibleTypes).map(([name, members]) => [name, members.toSorted()]))).toEqual(
      Object.fromEntries(
        types.filter(isAbstractType).map((type) => [
          type.name,
          schema
            .getPossibleTypes(type)
            .map(({ name }) => name)
            .sort(),
        ]),
      ),
    );
  });

  it('the fields of each type, and the members of each interface and union, for graphcache', () => {
    const { types: learned } = introspection.__schema;
    const names = (parts: readonly { readonly name: string }[] = []) => parts.map(({ name }) => name).sort();
    expect(learned.map((type) => [type.name, names(type.fields), names(type.interfaces), names(type.possibleTypes)])).toEqual([
      ...lexicographic(types.filter((type) => isObjectType(type) || isAbstractType(type))).map((type) =>
        'getFields' in type
          ? [type.name, names(Object.values(type.getFields())), names(type.getInterfaces()), []]
          : [type.name, [], [], names(type.getTypes())],
      ),
      ['Any', [], [], []],
    ]);
  });

  it('which types have no id', () => {
    const withoutId = types.filter(isObjectType).filter((type) => !type.getFields().id && !['Query', 'Mutation'].includes(type.name));
    expect(Object.keys(keys).sort()).toEqual(withoutId.map(({ name }) => name).sort());
    expect(keys.Money?.()).toBeNull();
    expect(typePolicies).toEqual(Object.fromEntries(Object.keys(keys).map((name) => [name, { merge: true }])));
  });

  it('a type of each scalar, which keeps every digit of a decimal', () => {
    expect(
      Object.keys(scalars)
        .filter((name) => name !== 'Float')
        .sort(),
    ).toEqual(
      types
        .filter(isScalarType)
        .map(({ name }) => name)
        .filter((name) => name !== 'Float')
        .sort(),
    );
    expect([scalars.Decimal, scalars.Date]).toEqual(['string', 'string']);
  });

  it('the codes of refusals and issues', () => {
    const valuesOf = (name: string) =>
      types.flatMap((type) => (type.name === name && 'getValues' in type ? type.getValues().map((value) => value.name) : [])).sort();
    expect(Object.values(UserErrorCode).sort()).toEqual(valuesOf('UserErrorCode'));
    expect(Object.values(IssueCode).sort()).toEqual(valuesOf('IssueCode'));
  });

  it('every code that an error can have, and no other', () => {
    const sources = globSync('src/{graphql,auth,http}/**/*.ts', { cwd: ROOT })
      .concat('src/app.ts')
      .map((file) => readFileSync(`${ROOT}/${file}`, 'utf8'));
    const codes = sources.flatMap((source) =>
      [
        ...source.matchAll(
          /extensions: \{\s*code: '([A-Z_]+)'|fail\(c, \d+, '([A-Z_]+)'|'(GRAPHQL_[A-Z]+_FAILED|UNAUTHENTICATED|METHOD_NOT_ALLOWED)'/g,
        ),
      ].map(([, a, b, c]) => a ?? b ?? c),
    );
    expect(Object.values(RequestErrorCode).sort()).toEqual([...new Set([...codes, ...YOGAS])].sort());
  });

  it('each operation as a tool of an MCP server, by the id of its text', () => {
    expect(operations.operations.map(({ id, name, body }) => [name, textById.get(`sha256:${id}`) === body, body.startsWith('# ')])).toEqual(
      operations.operations.map(({ name }) => [name, true, true]),
    );
    expect(operations.operations.length).toBe(readOwnDocuments().size);
  });
});
