import type { IndirectPathSegment } from '@pothos/plugin-drizzle';

/** Paths from a field to selections of rows. A segment is a wrapper or a list, or a union member if it has a `type`. */
export type Paths = readonly (readonly IndirectPathSegment[])[];

/**
 * Returns one query of the drizzle object `type` with everything that the document selects under any of `paths`. The walker accepts several
 * paths, as related connections pass them, but its declared type allows one.
 */
export function underPaths<Query extends object>(nested: unknown, query: Query, type: string, paths: Paths): Query {
  return (nested as (query: Query, include: { getType: () => string; paths: Paths }) => Query)(query, { getType: () => type, paths });
}
