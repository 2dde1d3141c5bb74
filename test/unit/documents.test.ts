import { readFileSync } from 'node:fs';
import {
  type ASTNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLNamedType,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  print,
  separateOperations,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import manifest from '../../schema/documents.json' with { type: 'json' };
import { readDocuments, readExamples } from '../../scripts/document-files.ts';
import { documentsIn } from '../../scripts/persisted-documents.ts';
import { EXAMPLES } from '../../scripts/sample/examples.ts';
import { selectedFields } from '../../src/engine/pothos/selected.ts';
import { documentIdOf } from '../../src/graphql/admission/document-id.ts';
import { documentOf, isTrusted, rememberDocument } from '../../src/graphql/admission/known-documents.ts';
import { schema } from '../../src/graphql/schema.ts';

/** Adds `__typename` to each selection, as normalized caches do. */
const withTypenames = (document: DocumentNode): DocumentNode =>
  visit(document, {
    SelectionSet: (set) => ({
      ...set,
      selections: [...set.selections, { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }],
    }),
  });

const DOCUMENTS = [...readDocuments()];
const ACCOUNTS = readDocuments().get('accounts') ?? '';

/** The documents of this project. A frontend's own, in a folder of their client, are checked when they are imported. */
const OWN = [...readExamples()].filter(([name]) => !name.includes('/'));

describe.each(OWN)('%s.graphql', (_name, text) => {
  const document = parse(text);

  it('asks for what the schema has', () => {
    expect(validate(schema, document)).toEqual([]);
  });

  it('selects the `id` of every node, so that clients normalize what it answers', () => {
    expect(
      selectionsOf(document).flatMap(({ type, names }) => (isNode(type) && !names.includes('id') ? [`${type} { ${names} }`] : [])),
    ).toEqual([]);
  });

  it('selects `edges` and `pageInfo` of every list that a client pages through', () => {
    const pages = selectionsOf(document).filter(({ field }) => field?.arguments?.some((arg) => arg.name.value === 'after'));
    const isPaged = document.definitions.some(
      (each) =>
        each.kind === Kind.OPERATION_DEFINITION && each.variableDefinitions?.some(({ variable }) => variable.name.value === 'after'),
    );
    expect(pages.length > 0).toBe(isPaged);
    for (const { names } of pages) expect(names).toEqual(expect.arrayContaining(['pageInfo', 'edges']));
  });
});

describe('the explorer', () => {
  it('has the text of each of its tabs', () => {
    expect(EXAMPLES.filter((name) => !readExamples().has(name))).toEqual([]);
  });
});

describe('a trusted document', () => {
  it.each(DOCUMENTS)('%s is trusted as it stands, as a client prints it, and with the `__typename` that a cache adds', (_name, text) => {
    expect([text, print(parse(text)), print(withTypenames(parse(text)))].map(isTrusted)).toEqual([true, true, true]);
  });

  it.each(DOCUMENTS)('%s is trusted one operation at a time', (_name, text) => {
    for (const document of Object.values(separateOperations(parse(text)))) expect(isTrusted(print(document))).toBe(true);
  });

  it.each([
    ['another field', ACCOUNTS.replace('accountId name', 'accountId name tags')],
    ['a field less', ACCOUNTS.replace('accountId name', 'accountId')],
    ['an alias', ACCOUNTS.replace('accountId name', 'accountId title: name')],
    ['an alias of `__typename`', ACCOUNTS.replace('accountId name', 'accountId name kind: __typename')],
    ['a directive', ACCOUNTS.replace('accountId name', 'accountId name @skip(if: true)')],
    ['another argument', ACCOUNTS.replace('schedules(first: 5)', 'schedules(first: 50)')],
    ['another operation', `${ACCOUNTS}\nquery More { accounts { nodes { name } } }`],
    ['a fault of syntax', ACCOUNTS.slice(0, -3)],
    ['too many brackets', `{ ${'a {'.repeat(2_000)} b ${'}'.repeat(2_001)}`],
    ['no text', ''],
  ])('is not trusted with %s', (_title, text) => {
    expect(text).not.toBe(ACCOUNTS);
    expect(isTrusted(text)).toBe(false);
  });
});

describe('an id of schema/documents.json', () => {
  it.each(Object.entries(manifest))('%s names a document that selects what its text there selects', (id, text) => {
    expect(sorted(documentOf('org.a', id) ?? '')).toBe(sorted(text));
    expect(isTrusted(text)).toBe(true);
  });

  it.each(Object.keys(manifest))('%s names nothing with another last digit, nor without it', (id) => {
    expect(documentOf('org.a', `${id.slice(0, -1)}${id.endsWith('0') ? '1' : '0'}`)).toBeNull();
    expect(documentOf('org.a', id.slice(0, -1))).toBeNull();
  });
});

describe("a frontend's manifest", () => {
  const TEXT = 'query Names { accounts { nodes { name __typename } } }';
  const HASH = documentIdOf(TEXT).slice('sha256:'.length);

  it.each([
    ['codegen or Relay', { [HASH]: TEXT }],
    ['this API', { [`sha256:${HASH}`]: TEXT }],
    [
      'Apollo',
      { format: 'apollo-persisted-query-manifest', version: 1, operations: [{ id: HASH, name: 'Names', type: 'query', body: TEXT }] },
    ],
  ])('is read as %s writes it', (_title, manifest) => {
    expect(documentsIn(manifest, schema)).toEqual([{ name: 'Names', text: TEXT }]);
  });

  const of = (text: string) => ({ [documentIdOf(text)]: text });
  it.each([
    [
      'whose id is another hash',
      { d41d8cd98f00b204e9800998ecf8427e: TEXT },
      /d41d8cd9.*: its id is not the SHA-256 of its text\. Set `hashAlgorithm/,
    ],
    ['that selects an unknown field', of('query A { accounts { nodes { nam } } }'), /Cannot query field "nam"/],
    ['with a fault of syntax', of('query A {'), /Syntax Error/],
    ['without a name', of('{ accounts { nodes { name } } }'), /one operation, with a name/],
    ['of two operations', of('query A { rateLimit { limit } } query B { rateLimit { limit } }'), /one operation, with a name/],
    ['that is too large to run', of(`query A { ${'rateLimit { limit } '.repeat(2_000)} }`), /at most 32,768 are allowed/],
  ])('is refused for a document %s', (_title, manifest, message) => {
    expect(() => documentsIn(manifest, schema)).toThrow(message);
  });

  it.each([[{}], [[]], [null], ['text'], [{ a: 1 }], [{ format: 'apollo-persisted-query-manifest' }]])('is not %j', (json) => {
    expect(() => documentsIn(json, schema)).toThrow('The file is no manifest of persisted documents.');
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

const byText = (a: ASTNode, b: ASTNode): number => (print(a) < print(b) ? -1 : 1);

/** A document with its parts in the order of their texts: clients print them in another order. */
const sorted = (text: string): string =>
  visit(parse(text), {
    SelectionSet: { leave: (set) => ({ ...set, selections: set.selections.toSorted(byText) }) },
    OperationDefinition: { leave: (each) => ({ ...each, variableDefinitions: each.variableDefinitions?.toSorted(byText) }) },
  })
    .definitions.map(print)
    .sort()
    .join('\n');

interface Selected {
  readonly type: GraphQLNamedType;
  /** The field beneath which it is selected. */
  readonly field: FieldNode | undefined;
  /** The fields that are selected of it, in fragments too. */
  readonly names: readonly string[];
}

/** Everything that a document selects fields of. */
function selectionsOf(document: DocumentNode): readonly Selected[] {
  const selections: Selected[] = [];
  const fragments = Object.fromEntries(
    document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
  );
  const info = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      Field(field) {
        const type = getNamedType(info.getType());
        if (type && field.selectionSet)
          selections.push({ type, field, names: selectedFields([field], fragments).map(({ name }) => name.value) });
      },
    }),
  );
  return selections;
}

const isNode = (type: GraphQLNamedType): boolean =>
  (isObjectType(type) || isInterfaceType(type)) && type.getInterfaces().some(({ name }) => name === 'Node');

it('The README says how many example documents there are', () => {
  const readme = readFileSync('README.md', 'utf8');
  const words = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen'];
  expect(readme.replaceAll('\n', ' ')).toContain(`${words[EXAMPLES.length]} example documents in its tabs`);
});
