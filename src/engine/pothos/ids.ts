import SchemaBuilder, { type PothosOutputFieldConfig, type SchemaTypes } from '@pothos/core';
import type { GraphQLFieldResolver } from 'graphql';
import { EnginePlugin } from './engine.ts';

/**
 * Answers `id` synchronously. The resolver of `globalID` is async (@pothos/plugin-relay 4.8.1; see engine/README.md), which turns every object that selects `id` into a
 * promise chain in graphql-js; on a page of 1,300 entities that is a sixth of the time. A type that selects columns for its `id` answers it itself.
 */
class FastIds<Types extends SchemaTypes> extends EnginePlugin<Types> {
  override wrapResolve(
    resolver: GraphQLFieldResolver<unknown, Types['Context'], object>,
    field: PothosOutputFieldConfig<Types>,
  ): GraphQLFieldResolver<unknown, Types['Context'], object> {
    if (!this.isOn || field.name !== 'id' || 'select' in field.pothosOptions) return resolver;
    const prefix = `${field.parentType}:`;
    return (parent, args, context, info) => {
      const id = rowId(parent);
      return id === undefined ? resolver(parent, args, context, info) : btoa(prefix + id);
    };
  }
}

function rowId(row: unknown): string | undefined {
  return typeof row === 'object' && row !== null && 'id' in row && typeof row.id === 'string' ? row.id : undefined;
}

declare global {
  namespace PothosSchemaTypes {
    interface Plugins<Types extends SchemaTypes> {
      fastIds: FastIds<Types>;
    }
  }
}

SchemaBuilder.registerPlugin('fastIds', FastIds);

export default 'fastIds' as const;
