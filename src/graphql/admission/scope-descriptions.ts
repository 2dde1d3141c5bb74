import SchemaBuilder, { BasePlugin, type SchemaTypes } from '@pothos/core';
import {
  DirectiveLocation,
  GraphQLDirective,
  GraphQLList,
  type GraphQLNamedInputType,
  type GraphQLNamedType,
  GraphQLNonNull,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
} from 'graphql';
import { withDirective } from '../../engine/pothos/lazy-schema.ts';
import { SCOPES, type Scope, scopeList } from '../../operations/scope.ts';
import { furtherScopesOf, markedScopes, scopesOfField, scopesOfType } from './scopes.ts';

/** Declares `@requiresScopes`, which tells the required scopes for machines. */
class ScopeDescriptions<Types extends SchemaTypes> extends BasePlugin<Types> {
  override afterBuild(schema: GraphQLSchema): GraphQLSchema {
    return 'Scope' in schema.getTypeMap() ? withDirective(schema, () => requiresScopes(schema.getType('Scope'))) : schema;
  }
}

const described = new WeakSet<GraphQLSchema>();

/**
 * Tells the required scopes for people, in the descriptions, and for machines, as `@requiresScopes`: both from the marks that are enforced.
 * A field names all that it requires, those of its type included. Builds every type, so it is called only where all can be read.
 */
export function describeScopes(schema: GraphQLSchema): GraphQLSchema {
  if (described.has(schema)) return schema;
  described.add(schema);
  for (const type of Object.values(schema.getTypeMap()).filter((each) => !isIntrospectionType(each))) {
    if (isEnumType(type)) for (const value of type.getValues()) describe(value, markedScopes(value));
    if (isInputObjectType(type)) for (const field of Object.values(type.getFields())) describe(field, markedScopes(field));
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    const ofType = scopesOfType(type);
    describe(type, ofType);
    for (const field of Object.values(type.getFields())) {
      describe(field, [...ofType, ...scopesOfField(field)], furtherScopesOf(field));
      for (const arg of field.args) describe(arg, markedScopes(arg));
    }
  }
  return schema;
}

/** The directive of the same name and meaning as in Apollo Federation, with this schema's own enum of scopes. */
function requiresScopes(scope: GraphQLNamedType | undefined): GraphQLDirective {
  if (!isEnumType(scope)) throw new Error('Scope is no enum');
  return new GraphQLDirective({
    name: 'requiresScopes',
    description:
      'The scopes that a token needs for a field, or for an argument, input field or enum value that is given. A request that lacks one is refused before anything is read.',
    locations: [
      DirectiveLocation.FIELD_DEFINITION,
      DirectiveLocation.OBJECT,
      DirectiveLocation.INTERFACE,
      DirectiveLocation.ARGUMENT_DEFINITION,
      DirectiveLocation.INPUT_FIELD_DEFINITION,
      DirectiveLocation.ENUM_VALUE,
    ],
    args: {
      scopes: {
        type: new GraphQLNonNull(listOf(listOf(scope))),
        description: 'Alternatives. All scopes of one inner list are needed.',
      },
    },
  });
}

const listOf = <T extends GraphQLNamedInputType | GraphQLList<GraphQLNonNull<GraphQLNamedInputType>>>(type: T) =>
  new GraphQLList(new GraphQLNonNull(type));

interface Element {
  description?: string | null | undefined;
  extensions: { directives?: unknown };
}

function describe(element: Element, required: Iterable<Scope>, further: string | null = null): void {
  const all = new Set(required);
  const scopes = SCOPES.filter((scope) => all.has(scope));
  const sentences = [...(scopes.length > 0 ? [`Requires ${scopeList(scopes)}.`] : []), ...(further === null ? [] : [further])];
  if (sentences.length === 0) return;
  element.description = [element.description ?? '', ...sentences].join(' ').trim();
  // The convention of tools that print directives.
  if (scopes.length > 0) element.extensions = { ...element.extensions, directives: { requiresScopes: { scopes: [scopes] } } };
}

declare global {
  namespace PothosSchemaTypes {
    interface Plugins<Types extends SchemaTypes> {
      scopeDescriptions: ScopeDescriptions<Types>;
    }
  }
}

SchemaBuilder.registerPlugin('scopeDescriptions', ScopeDescriptions);

export default 'scopeDescriptions' as const;
