import type { EnumRef, InputFieldRef } from '@pothos/core';
import type { GraphQLResolveInfo } from 'graphql';
import { positionOf } from '../engine/pothos/cursors.ts';
import { selectedFields } from '../engine/pothos/selected.ts';
import { between, byName, type Order, type Where } from '../store/list.ts';
import { builder } from './builder.ts';
import { describedEnum } from './enums.ts';
import { LIMITS } from './limits.ts';

export const ListOrder = builder.enumType('ListOrder', {
  description: 'The order of a list. The order is the same on every page.',
  values: describedEnum({
    CREATED_AT_ASC: 'Oldest first.',
    CREATED_AT_DESC: 'Newest first.',
    NAME_ASC: 'By name, whatever the case and accents of its letters. Equal names come in the order of creation.',
    NAME_DESC: 'By name, backwards.',
  } satisfies Record<Order, string>),
});

export const DateTimeRange = builder.inputType('DateTimeRange', {
  description: 'A condition on an instant. Matches when every given comparison holds.',
  fields: (t) => ({
    gte: t.field({ type: 'DateTime', description: 'Matches this instant and later ones.' }),
    lt: t.field({ type: 'DateTime', description: 'Matches instants before this one.' }),
  }),
});

type Types = typeof builder.$inferSchemaTypes;
type Fields = PothosSchemaTypes.InputFieldBuilder<Types, 'InputObject'>;

export const TextFilter = builder.inputType('TextFilter', {
  description: 'A condition on a text. Matches when every given comparison holds.',
  fields: (t) => ({
    eq: t.string({ description: 'Matches exactly this text. Case matters.' }),
    in: t.stringList({ description: 'Matches any of these values. Maximum 100. An empty list matches nothing.' }),
  }),
});

export const NumberFilter = builder.inputType('NumberFilter', {
  description: 'A condition on a whole number. Matches when every given comparison holds.',
  fields: (t) => ({
    eq: t.int({ description: 'Matches exactly this value.' }),
    in: t.intList({ description: 'Matches any of these values. Maximum 100. An empty list matches nothing.' }),
  }),
});

/** A condition on a value of an enum. */
export const enumFilter = <T extends string>(name: string, type: EnumRef<Types, T>, what: string) =>
  builder.inputType(name, {
    description: `A condition on ${what}. Matches when every given comparison holds.`,
    fields: (t) => ({
      eq: t.field({ type, description: 'Matches exactly this value.' }),
      in: t.field({ type: [type], description: 'Matches any of these values. An empty list matches nothing.' }),
    }),
  });

/** What is said of a condition on the status, where archived ones are left out of a list. */
export const STATUS_CONDITION =
  'Filters by status. A condition that names `ARCHIVED`, at any level, includes archived items, as `includeArchived` does.';

/** The `where` of a list: its conditions, and how they are joined. `admission/conditions.ts` sees to it that they are few. */
export function whereInput<Conditions extends object>(
  name: string,
  what: string,
  conditions: (t: Fields) => { readonly [K in keyof Conditions]-?: InputFieldRef<Types, Conditions[K]> },
) {
  const where = builder.inputRef<Where<Conditions>>(name);
  return where.implement({
    description: `Conditions on ${what}. All given conditions must hold; an omitted condition matches everything. A condition without a value ({}, null or an omitted variable) is an error. Maximum ${LIMITS.conditions} conditions, nested ${LIMITS.conditionLevels} levels deep.`,
    // The builder computes this type from `Conditions`, which a generic function cannot see through.
    fields: (t) =>
      ({
        ...conditions(t),
        and: t.field({ type: [where], description: 'Matches when all of these match too. An empty list adds no condition.' }),
        or: t.field({ type: [where], description: 'Matches when at least one of these matches too. An empty list matches nothing.' }),
      }) as never,
  });
}

export const ListContains = builder.inputType('ListContains', {
  description: 'A condition on a list of texts.',
  fields: (t) => ({ has: t.string({ description: 'Matches lists that contain this text.' }) }),
});

/** Where a page is in its list. */
export interface Page {
  readonly after?: string | null | undefined;
  readonly before?: string | null | undefined;
}

/** A filter that makes a deep page as cheap as the first: of a list in the order of a column, and then of ids. */
export function seek<C extends string>({ after, before }: Page, column: C, direction: 'asc' | 'desc' = 'asc') {
  const positionAt = (cursor: string | null | undefined) => (cursor == null ? null : positionOf(cursor)[0]);
  return between(column, direction, { after: positionAt(after), before: positionAt(before) });
}

/** The same of a list whose order the caller chooses. The primary key itself is sought by ids. */
export const pageOf = (args: Page & { readonly orderBy: Order }) =>
  byName(args.orderBy) ? seek(args, 'nameFolded', args.orderBy === 'NAME_ASC' ? 'asc' : 'desc') : {};

/** The count of a list, begun in the same turn as its page is read, and so sent in the same call. */
const countByPage = new WeakMap<object, Promise<number>>();

/** To be called where a page is read: begins to count when the document asks for `totalCount`. */
export function countAlong(args: object, info: GraphQLResolveInfo, count: () => Promise<number>): void {
  if (!selectedFields(info.fieldNodes, info.fragments).some(({ name }) => name.value === 'totalCount')) return;
  const counting = count();
  // The page fails with the count, as they are one call, and is what the caller hears of.
  counting.catch(() => undefined);
  countByPage.set(args, counting);
}

/** The count that was begun with the page, or one of its own where no page is read. */
export const counted = (args: object, count: () => Promise<number>): Promise<number> => countByPage.get(args) ?? count();
