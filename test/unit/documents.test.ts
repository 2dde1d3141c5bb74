import { readdirSync, readFileSync } from 'node:fs';
import {
  type DocumentNode,
  type FieldNode,
  type GraphQLNamedType,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { selectedFields } from '../../src/engine/pothos/selected.ts';
import { documentOf, isTrusted, rememberDocument } from '../../src/graphql/admission/known-documents.ts';
import { schema } from '../../src/graphql/schema.ts';

const DOCUMENTS = `${import.meta.dirname}/../../schema/documents`;

describe.each(readdirSync(DOCUMENTS))('schema/documents/%s', (name) => {
  const document = parse(readFileSync(`${DOCUMENTS}/${name}`, 'utf8'));

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
  const info = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      Field(field) {
        const type = getNamedType(info.getType());
        if (type && field.selectionSet) selections.push({ type, field, names: selectedFields([field], {}).map(({ name }) => name.value) });
      },
    }),
  );
  return selections;
}

const isNode = (type: GraphQLNamedType): boolean =>
  (isObjectType(type) || isInterfaceType(type)) && type.getInterfaces().some(({ name }) => name === 'Node');
