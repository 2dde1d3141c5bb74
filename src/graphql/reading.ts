import SchemaBuilder, {
  BasePlugin,
  type FieldNullability,
  type InputFieldMap,
  type InputShapeFromFields,
  type PothosOutputFieldConfig,
  type SchemaTypes,
  type TypeParam,
} from '@pothos/core';
import type { GraphQLFieldResolver, GraphQLResolveInfo } from 'graphql';

/** What a field reads of a timeline: `CURRENT` what is true now, `RECORDED` what was recorded at some instant and never changes. */
export type Reading = 'CURRENT' | 'RECORDED';

/**
 * Remembers the reading of each field that declares one, so that an object beneath it can have a global id of that reading. By paths, because
 * one row object may answer fields of both readings, and a row that plugin-drizzle loads again is another object.
 */
class Readings<Types extends SchemaTypes> extends BasePlugin<Types> {
  override wrapResolve(
    resolver: GraphQLFieldResolver<unknown, Types['Context'], object>,
    field: PothosOutputFieldConfig<Types>,
  ): GraphQLFieldResolver<unknown, Types['Context'], object> {
    const { reading } = field.pothosOptions;
    if (reading === undefined) return resolver;
    const readingOf = (typeof reading === 'function' ? reading : () => reading) as (args: object) => Reading;
    return (parent, args, context, info) => {
      readsAt(info.path, readingOf(args));
      return resolver(parent, args, context, info);
    };
  }
}

type Path = GraphQLResolveInfo['path'];

/** graphql-js makes one path for each resolved field, and hands it on to everything beneath. */
const readingByPath = new WeakMap<Path, Reading | readonly Reading[]>();

/** Returns the reading of the nearest field above `path` that declares one. */
export function readingAt(path: Path): Reading {
  let { key } = path;
  for (let at = path.prev; at; at = at.prev) {
    const reading = readingByPath.get(at);
    if (typeof reading === 'string') return reading;
    if (reading) return reading[Number(key)] ?? 'CURRENT';
    key = at.key;
  }
  return 'CURRENT';
}

/** Declares the reading beneath the path of a field that learns it from its arguments, or one for each item of its list. */
export const readsAt = (path: Path, reading: Reading | readonly Reading[]): void => void readingByPath.set(path, reading);

declare global {
  namespace PothosSchemaTypes {
    interface Plugins<Types extends SchemaTypes> {
      readings: Readings<Types>;
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
      /** Which reading of a timeline the field returns. Omit for the reading of the field above. */
      reading?: Reading | ((args: InputShapeFromFields<Args>) => Reading);
    }
  }
}

SchemaBuilder.registerPlugin('readings', Readings);

export default 'readings' as const;
