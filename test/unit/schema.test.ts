import {
  buildSchema,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isNonNullType,
  isObjectType,
  isSpecifiedScalarType,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { printedSchema } from '../../scripts/printed-schema.ts';
import { describeScopes } from '../../src/graphql/admission/scope-descriptions.ts';
import { markedScopes } from '../../src/graphql/admission/scopes.ts';
import { NODE_TYPES } from '../../src/graphql/node.ts';
import { schema } from '../../src/graphql/schema.ts';
import { relations } from '../../src/store/relations.ts';
import { type Directed, scopesOfDirective } from '../support/scope-directives.ts';

const types = Object.values(describeScopes(schema).getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
);

describe('the schema', () => {
  it('describes every type, field, argument, enum value and input field', () => {
    expect(types.flatMap(undescribed)).toEqual([]);
  });

  it('finds every type that has a global id', () => {
    const nodes = types.filter(isObjectType).filter((type) => type.getInterfaces().some(({ name }) => name === 'Node'));
    expect(nodes.map(({ name }) => name).toSorted()).toEqual([...NODE_TYPES].toSorted());
  });

  it('has one connection type for each type that is listed, called after it, with the same fields in each', () => {
    const connections = types.filter(isObjectType).filter(({ name }) => name.endsWith('Connection'));
    expect(connections.length).toBeGreaterThan(15);
    for (const type of connections) {
      const { name } = type;
      const fields = Object.fromEntries(Object.values(type.getFields()).map((field) => [field.name, `${field.type}`]));
      const node = name.replace(/Connection$/, '');
      expect({ name, fields }).toEqual({
        name,
        fields: { pageInfo: 'PageInfo!', edges: `[${node}Edge!]!`, nodes: `[${node}!]!`, totalCount: 'Int!' },
      });
    }
  });

  it('gives a global id to everything that is listed', () => {
    const isNode = (type: unknown) =>
      (isObjectType(type) || isInterfaceType(type)) && type.getInterfaces().some(({ name }) => name === 'Node');
    const listed = types.filter(({ name }) => name.endsWith('Connection')).map(({ name }) => name.replace(/Connection$/, ''));
    expect(listed.filter((name) => !isNode(schema.getType(name)))).toEqual([]);
  });

  it('requires a scope for every type that has rows behind it', () => {
    const unscoped = types
      .filter(isObjectType)
      .filter((type) => typeof type.extensions.pothosDrizzleModel === 'string' && markedScopes(type).length === 0);
    expect(unscoped.map(({ name }) => name)).toEqual([]);
  });

  it('names the scopes of every element in its description and in its directive, the same in both', () => {
    const elements = Object.values(buildSchema(printedSchema(schema)).getTypeMap()).flatMap(elementsOf);
    const different = elements.filter(
      ([, element]) => namedScopes(element.description).join(' ') !== scopesOfDirective(element).toSorted().join(' '),
    );
    expect(different.map(([name, { description }]) => [name, description])).toEqual([]);
    expect(elements.filter(([, element]) => scopesOfDirective(element).length > 0).length).toBeGreaterThan(500);
  });

  it('is printed as graphql-js prints it, but for the scopes', () => {
    const text = printedSchema(schema).replaceAll(/ @requiresScopes\(scopes: [^)]*\)/g, '');
    expect(text).toBe(printSchema(lexicographicSortSchema(schema)));
  });

  it('never promises a relation that may be absent', () => {
    const promised = types.filter(isObjectType).flatMap((type) => {
      const table = type.extensions.pothosDrizzleModel;
      if (typeof table !== 'string') return [];
      const known: Readonly<Record<string, object>> = Object.entries(relations).find(([name]) => name === table)?.[1].relations ?? {};
      return Object.values(type.getFields())
        .filter((field) => {
          const relation = known[field.name];
          return relation && 'optional' in relation && relation.optional === true && isNonNullType(field.type);
        })
        .map((field) => `${type.name}.${field.name}`);
    });
    expect(promised).toEqual([]);
  });

  it('takes one `input` with an `idempotencyKey` in every mutation, and answers `userErrors` and `isReplay` in every payload', () => {
    const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
    expect(mutations.length).toBeGreaterThan(0);
    for (const { name, args, type } of mutations) {
      expect([name, args.map((arg) => `${arg.name}: ${arg.type}`)]).toEqual([name, [`input: ${capitalized(name)}Input!`]]);
      expect(String(type)).toBe(`${capitalized(name)}Payload!`);
      const payload = schema.getType(`${capitalized(name)}Payload`);
      expect(isObjectType(payload) && String(payload.getFields().userErrors?.type)).toBe('[UserError!]!');
      expect(isObjectType(payload) && String(payload.getFields().isReplay?.type)).toBe('Boolean!');
      const input = schema.getType(`${capitalized(name)}Input`);
      expect(isInputObjectType(input) && String(input.getFields().idempotencyKey?.type)).toBe('String');
    }
  });
});

type Described = Directed & { readonly description?: string | null | undefined };

/** A type with its fields, and their arguments. */
function elementsOf(type: GraphQLNamedType): readonly (readonly [name: string, element: Described])[] {
  if (isInputObjectType(type)) return Object.values(type.getFields()).map((field) => [`${type.name}.${field.name}`, field]);
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const name = `${type.name}.${field.name}`;
    return [[name, field] as const, ...field.args.map((arg) => [`${name}(${arg.name})`, arg] as const)];
  });
  return [[type.name, type], ...fields];
}

/** The scopes that a description names as required whatever the input. */
const namedScopes = (description: string | null | undefined): readonly string[] =>
  [...(description ?? '').matchAll(/ Requires ((?:(?:, | and )?`[A-Z]+_[A-Z]+`)+)\./g)]
    .flatMap(([, names = '']) => [...names.matchAll(/`(\w+)`/g)].map(([, name = '']) => name))
    .toSorted();

const capitalized = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

function undescribed(type: GraphQLNamedType): string[] {
  const own = type.description ? [] : [type.name];
  if (isEnumType(type)) return [...own, ...type.getValues().flatMap((value) => (value.description ? [] : [`${type.name}.${value.name}`]))];
  if (isInputObjectType(type))
    return [...own, ...Object.values(type.getFields()).flatMap((field) => (field.description ? [] : [`${type.name}.${field.name}`]))];
  if (!isObjectType(type) && !isInterfaceType(type)) return own;
  const fields = Object.values(type.getFields()).flatMap((field) => [
    ...(field.description ? [] : [`${type.name}.${field.name}`]),
    ...field.args.flatMap((arg) => (arg.description ? [] : [`${type.name}.${field.name}(${arg.name})`])),
  ]);
  return [...own, ...fields];
}
