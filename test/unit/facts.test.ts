import { type FieldNode, Kind, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { closedField } from '../../src/graphql/admission/delegate-fields.ts';
import { type Facts, factsOf, includedFields } from '../../src/graphql/admission/facts.ts';
import { schema } from '../../src/graphql/schema.ts';

function factsIn(text: string, operationName?: string): Facts {
  const document = parse(text);
  expect(validate(schema, document)).toEqual([]);
  const facts = factsOf(schema, document, operationName);
  if (!facts) throw new Error('no operation');
  return facts;
}

const pathsOf = (fields: Facts['fields']) => fields.map(({ parent, definition }) => `${parent.name}.${definition.name}`);

describe('the facts of an operation', () => {
  it('list its fields in the order of the document, with the types that they are on', () => {
    const facts = factsIn('{ accounts { nodes { ... on Node { id } name: accountId customer { name } } totalCount } }');
    expect(pathsOf(facts.fields)).toEqual([
      'Query.accounts',
      'AccountConnection.nodes',
      'Node.id',
      'Account.accountId',
      'Account.customer',
      'Customer.name',
      'AccountConnection.totalCount',
    ]);
  });

  it('list the fields of a fragment once, and have one selection of it, wherever it is spread', () => {
    const { fields, selection } = factsIn(
      '{ a: accounts { nodes { ...F } } b: accounts { nodes { ...F } } } fragment F on Account { name }',
    );
    expect(pathsOf(fields).filter((path) => path === 'Account.name')).toHaveLength(1);
    const fragments = selection.map((root) => root.selection[0]?.selection[0]?.selection);
    expect(fragments[0]).toBe(fragments[1]);
  });

  it('list the fields of introspection', () => {
    expect(pathsOf(factsIn('{ __typename __schema { types { name } } }').fields)).toEqual([
      'Query.__typename',
      'Query.__schema',
      '__Schema.types',
      '__Type.name',
    ]);
  });

  it('have no part in other operations of the document, nor in fragments that only those spread', () => {
    const text = `query Own { accounts { nodes { name } } }
      query Other { pricePlans { nodes { ...Plan } } }
      fragment Plan on PricePlan { id }`;
    expect(pathsOf(factsIn(text, 'Own').fields)).toEqual(['Query.accounts', 'AccountConnection.nodes', 'Account.name']);
    expect([closedField(factsIn(text, 'Own'), {}), closedField(factsIn(text, 'Other'), {})]).toEqual([null, 'Query.pricePlans']);
  });

  it('are closed to a delegate only where `@skip` and `@include` leave them in', () => {
    const facts = factsIn(
      'query ($x: Boolean!) { accounts @skip(if: $x) { nodes { name } } ... @include(if: $x) { pricePlans { nodes { id } } } }',
    );
    expect([closedField(facts, { x: true }), closedField(facts, { x: false })]).toEqual(['Query.pricePlans', null]);
  });

  it('are found once for each operation of a document', () => {
    const document = parse('query A { __typename } query B { __typename }');
    expect(factsOf(schema, document, 'A')).toBe(factsOf(schema, document, 'A'));
    expect(factsOf(schema, document, 'A')).not.toBe(factsOf(schema, document, 'B'));
  });

  it('are null for an operation that the document does not have', () => {
    const document = parse('query A { __typename } query B { __typename }');
    expect([factsOf(schema, document), factsOf(schema, document, 'C')]).toEqual([null, null]);
  });

  it('grow with the document, although its fragments double what is selected at each level', () => {
    const levels = 40;
    const fragments = Array.from({ length: levels }, (_, i) => {
      const next = i + 1 < levels ? `...F${i + 1}` : 'name';
      return `fragment F${i} on Account { a: customer { accounts { nodes { ${next} } } } b: customer { accounts { nodes { ${next} } } } }`;
    });
    const document = parse(`{ accounts { nodes { ...F0 } } } ${fragments.join(' ')}`);
    expect(factsOf(schema, document)?.fields).toHaveLength(2 + 6 * levels + 2);
  });

  it('hold the texts and variables of each argument, with their place in it', () => {
    const { fields } = factsIn(
      'query ($day: DateTime) { accounts(search: "x", where: { and: [{ createdAt: { gte: $day } }] }) { totalCount } }',
    );
    const leaves = fields[0]?.arguments.flatMap((argument) => argument.leaves) ?? [];
    expect(leaves.map(({ node, path }) => [node.kind, path.join('.')])).toEqual([
      [Kind.STRING, 'search'],
      [Kind.VARIABLE, 'where.and.0.createdAt.gte'],
    ]);
  });
});

describe('the fields that run', () => {
  const text = `query ($if: Boolean!) {
      accounts { nodes { ...F @skip(if: true) customer @include(if: $if) { name } ... @skip(if: $if) { ...F } } }
    }
    fragment F on Account { accountId }`;
  const namesOf = (variables: object) =>
    includedFields(factsIn(text), { ...variables }).map(({ node }: { readonly node: FieldNode }) => node.name.value);

  it('are all but those that `@skip` and `@include` leave out', () => {
    expect(namesOf({ if: true })).toEqual(['accounts', 'nodes', 'customer', 'name']);
  });

  it('include a fragment that one spread leaves out and another does not', () => {
    expect(namesOf({ if: false })).toEqual(['accounts', 'nodes', 'accountId']);
  });
});
