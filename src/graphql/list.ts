import type { GraphQLResolveInfo } from 'graphql';
import { namedWithin, type Order } from '../store/list.ts';
import { builder } from './builder.ts';
import { describedEnum } from './enums.ts';
import { positionOf } from './plugins/cursors.ts';
import { selectedFields } from './plugins/selected.ts';

export const ListOrder = builder.enumType('ListOrder', {
  description: 'The order of a list. Whatever the order, it is the same on every page.',
  values: describedEnum({
    CREATED_AT_ASC: 'The oldest first.',
    CREATED_AT_DESC: 'The newest first.',
    NAME_ASC: 'By name, by code points: capitals come before small letters.',
    NAME_DESC: 'The same, backwards.',
  } satisfies Record<Order, string>),
});

export const CreatedWithin = builder.inputType('CreatedWithin', {
  description: 'A span of instants at which something was created. Both given: both must hold.',
  fields: (t) => ({
    gte: t.field({ type: 'DateTime', description: 'At this instant or later.' }),
    lt: t.field({ type: 'DateTime', description: 'Before this instant.' }),
  }),
});

export const TextEquals = builder.inputType('TextEquals', {
  description: 'A condition on a text.',
  fields: (t) => ({ eq: t.string({ description: 'It is this one, letter by letter.' }) }),
});

export const ListContains = builder.inputType('ListContains', {
  description: 'A condition on a list of texts.',
  fields: (t) => ({ has: t.string({ description: 'This text is in it.' }) }),
});

interface Page {
  readonly orderBy: Order;
  readonly after?: string | null | undefined;
  readonly before?: string | null | undefined;
}

/** A filter that makes a deep page of a list by name as cheap as its first. */
export function pageOf({ orderBy, after, before }: Page) {
  const nameAt = (cursor: string | null | undefined) => {
    const name = cursor == null ? null : positionOf(cursor)[0];
    return typeof name === 'string' ? name : null;
  };
  return namedWithin(orderBy, { after: nameAt(after), before: nameAt(before) });
}

/** The count of a list, begun in the same turn as its page is read, and so sent in the same call. */
const begun = new WeakMap<object, Promise<number>>();

/** To be called where a page is read: begins to count when the document asks for `totalCount`. */
export function countAlong(args: object, info: GraphQLResolveInfo, count: () => Promise<number>): void {
  if (!selectedFields(info.fieldNodes, info.fragments).some(({ name }) => name.value === 'totalCount')) return;
  const counting = count();
  // The page fails with the count, as they are one call, and is what the caller hears of.
  counting.catch(() => undefined);
  begun.set(args, counting);
}

/** The count that was begun with the page, or one of its own where no page is read. */
export const counted = (args: object, count: () => Promise<number>): Promise<number> => begun.get(args) ?? count();
