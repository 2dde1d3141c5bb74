import SchemaBuilder, { BasePlugin, type PothosOutputFieldConfig, type SchemaTypes } from '@pothos/core';
import type { GraphQLFieldResolver } from 'graphql';

/**
 * Answers a plainly exposed column at once when it is already on the row. Listed before the Drizzle plugin, so that it
 * wraps that plugin's selection bookkeeping; a column that is missing falls through to it.
 */
class FastScalars<Types extends SchemaTypes> extends BasePlugin<Types> {
  override wrapResolve(
    resolver: GraphQLFieldResolver<unknown, Types['Context'], object>,
    field: PothosOutputFieldConfig<Types>,
  ): GraphQLFieldResolver<unknown, Types['Context'], object> {
    const column = exposedColumn(field);
    if (column === undefined) return resolver;
    return (parent, args, context, info) => {
      const value = (parent as Record<string, unknown>)[column];
      return value === undefined ? resolver(parent, args, context, info) : value;
    };
  }
}

/** The column of a field made by `t.expose…`; undefined for everything that selects more or takes arguments. */
function exposedColumn<Types extends SchemaTypes>(field: PothosOutputFieldConfig<Types>): string | undefined {
  const column = field.extensions?.pothosDrizzleVariant;
  const select = field.extensions?.pothosDrizzleSelect;
  if (typeof column !== 'string' || Object.keys(field.args).length > 0) return undefined;
  if (typeof select !== 'object' || select === null || Object.keys(select).join() !== 'columns') return undefined;
  const { columns } = select as { columns: unknown };
  return typeof columns === 'object' && columns !== null && Object.keys(columns).join() === column ? column : undefined;
}

declare global {
  namespace PothosSchemaTypes {
    interface Plugins<Types extends SchemaTypes> {
      fastScalars: FastScalars<Types>;
    }
  }
}

SchemaBuilder.registerPlugin('fastScalars', FastScalars);

export default 'fastScalars' as const;
