import SchemaBuilder, {
  BasePlugin,
  type FieldNullability,
  type InputFieldMap,
  type PothosOutputFieldConfig,
  type SchemaTypes,
  type TypeParam,
} from '@pothos/core';
import type { GraphQLFieldResolver } from 'graphql';

/**
 * Computes a field that says what it is computed from once for each object, arguments and request, however many aliases select it. It replaces
 * the innermost resolver, since the row has been loaded there, and other plugins call that directly.
 */
class Computed<Types extends SchemaTypes> extends BasePlugin<Types> {
  override onOutputFieldConfig(field: PothosOutputFieldConfig<Types>): PothosOutputFieldConfig<Types> {
    const { computedFrom } = field.pothosOptions;
    if (computedFrom === undefined || !field.resolve) return field;
    return { ...field, resolve: once(field.resolve), extensions: { ...field.extensions, computedFrom } };
  }
}

type Resolver<Types extends SchemaTypes> = GraphQLFieldResolver<unknown, Types['Context'], object>;

function once<Types extends SchemaTypes>(resolve: Resolver<Types>): Resolver<Types> {
  const byContext = new WeakMap<object, WeakMap<object, Map<string, unknown>>>();
  return (row, args, context, info) => {
    const byRow = byContext.get(context) ?? new WeakMap<object, Map<string, unknown>>();
    byContext.set(context, byRow);
    // A query has no object: it is computed once for the request.
    const object = (row ?? context) as object;
    const byArguments = byRow.get(object) ?? new Map<string, unknown>();
    byRow.set(object, byArguments);
    const key = JSON.stringify(args);
    if (!byArguments.has(key)) byArguments.set(key, resolve(row, args, context, info));
    return byArguments.get(key);
  };
}

declare global {
  namespace PothosSchemaTypes {
    interface Plugins<Types extends SchemaTypes> {
      computed: Computed<Types>;
    }

    interface FieldOptions<
      Types extends SchemaTypes = SchemaTypes,
      ParentShape = unknown,
      Type extends TypeParam<Types> = TypeParam<Types>,
      Nullable extends FieldNullability<Type> = FieldNullability<Type>,
      Args extends InputFieldMap = InputFieldMap,
      ResolveShape = unknown,
      ResolveReturnShape = unknown,
    > {
      /** How many objects the field is computed from, at most: what it adds to the price of an operation. Absent: it only reads its object. */
      computedFrom?: number;
    }
  }
}

SchemaBuilder.registerPlugin('computed', Computed);

export default 'computed' as const;
