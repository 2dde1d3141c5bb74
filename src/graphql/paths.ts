import type { IndirectPathSegment } from '@pothos/plugin-drizzle';

/** Each path leads from a field through wrappers, lists or union members (`type`) to where rows are selected. */
export type Paths = readonly (readonly IndirectPathSegment[])[];

/**
 * Plans what the document selects under any of `paths` as one query of the drizzle object `type`. The walker takes several
 * paths, as related connections give it; its declared type knows of one.
 */
export function underPaths<Query extends object>(nested: unknown, query: Query, type: string, paths: Paths): Query {
  return (nested as (query: Query, include: { getType: () => string; paths: Paths }) => Query)(query, { getType: () => type, paths });
}
