import { type FieldKind, RootFieldBuilder, type SchemaTypes } from '@pothos/core';
import type { GraphQLResolveInfo } from 'graphql';
import { partsOf } from './pages.ts';

declare global {
  namespace PothosSchemaTypes {
    interface RootFieldBuilder<Types extends SchemaTypes, ParentShape, Kind extends FieldKind> {
      /** A `drizzleConnection` whose `totalCount` is read in the same D1 call as its page. It must have one. */
      countedConnection: RootFieldBuilder<Types, ParentShape, Kind>['drizzleConnection'];
    }
  }
}

type Resolve = (query: unknown, parent: unknown, args: object, context: unknown, info: GraphQLResolveInfo) => unknown;
type Count = (parent: unknown, args: object, context: unknown, info: GraphQLResolveInfo) => Promise<number>;

/** The method with types that do not depend on a schema: those of a list are checked where it is called, by `drizzleConnection`'s own. */
interface Builder {
  drizzleConnection(options: { readonly resolve: Resolve; readonly totalCount: Count }, ...types: unknown[]): unknown;
  countedConnection?: Builder['drizzleConnection'];
}

const prototype: Builder = RootFieldBuilder.prototype as never;

prototype.countedConnection = function countedConnection(this: Builder, { resolve, totalCount, ...options }, ...types) {
  return this.drizzleConnection(
    {
      ...options,
      totalCount: (parent, args, context, info) => counted(args, () => totalCount(parent, args, context, info)),
      resolve: (query, parent, args, context, info) => {
        countAlong(args, info, () => totalCount(parent, args, context, info));
        return resolve(query, parent, args, context, info);
      },
    },
    ...types,
  );
};

/** The counts of lists, by the arguments of their pages. A count starts in the same turn as its page, so both are one D1 call. */
const countByPage = new WeakMap<object, Promise<number>>();

/** Starts to count a list if the document selects `totalCount`. Must be called where the page is read. */
export function countAlong(args: object, info: GraphQLResolveInfo, count: () => Promise<number>): void {
  if (!partsOf(info).count) return;
  const counting = count();
  // The page and the count are one call and fail together. The caller gets the error of the page.
  counting.catch(() => undefined);
  countByPage.set(args, counting);
}

/** Returns the number of items in a list: the count that started with the page, or a new one if no page is read. */
export const counted = (args: object, count: () => Promise<number>): Promise<number> => countByPage.get(args) ?? count();
