import SchemaBuilder, { BasePlugin, type SchemaTypes } from '@pothos/core';
import { type GraphQLSchema, isInputObjectType, isInterfaceType, isIntrospectionType, isObjectType } from 'graphql';
import { SCOPES, type Scope, scopeList } from '../../operations/scope.ts';
import { markedScopes, scopesOfField, scopesOfType } from './scopes.ts';

/** Adds the required scopes to the descriptions of types, fields, arguments and input fields, from the marks that are enforced. */
class ScopeDescriptions<Types extends SchemaTypes> extends BasePlugin<Types> {
  override afterBuild(schema: GraphQLSchema): GraphQLSchema {
    for (const type of Object.values(schema.getTypeMap()).filter((each) => !isIntrospectionType(each))) {
      if (isInputObjectType(type)) for (const field of Object.values(type.getFields())) describe(field, markedScopes(field));
      if (!isObjectType(type) && !isInterfaceType(type)) continue;
      const ofType = new Set(scopesOfType(type));
      describe(type, ofType);
      for (const field of Object.values(type.getFields())) {
        // The description of the type has the others.
        describe(
          field,
          scopesOfField(field).filter((scope) => !ofType.has(scope)),
        );
        for (const arg of field.args) describe(arg, markedScopes(arg));
      }
    }
    return schema;
  }
}

function describe(element: { description?: string | null | undefined }, required: Iterable<Scope>): void {
  const scopes = new Set(required);
  if (scopes.size === 0) return;
  element.description = `${element.description ?? ''} Requires ${scopeList(SCOPES.filter((scope) => scopes.has(scope)))}.`.trim();
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
