import type { EnumRef, InputFieldRef } from '@pothos/core';
import { grouped } from '../domain/count.ts';
import { MOST_EXAMINED, MOST_SEARCHED } from '../engine/d1/scan.ts';
import { positionOf } from '../engine/pothos/cursors.ts';
import { type AccountOrder, between, columnsOf, type Order, type Where } from '../store/list.ts';
import { beyondCursors, type Place } from '../store/scan.ts';
import { requires } from './admission/scopes.ts';
import { builder } from './builder.ts';
import { describedEnum } from './enums.ts';
import { DEFAULT_NODES, EXAMINED, EXAMINED_WITHIN, LIMITS } from './limits.ts';

const ORDERS: Readonly<Record<Order, string>> = {
  CREATED_AT_ASC: 'Oldest first.',
  CREATED_AT_DESC: 'Newest first.',
  NAME_ASC: 'By name, whatever the case and accents of its letters. Equal names come in the order of creation.',
  NAME_DESC: 'By name in descending order, whatever the case and accents of its letters.',
  UPDATED_AT_ASC: 'The least recently changed first.',
  UPDATED_AT_DESC: 'The most recently changed first.',
};

const ListOrder = builder.enumType('ListOrder', {
  description: 'The order of a list. The order is the same on every page.',
  values: describedEnum(ORDERS),
});

const AccountOrderEnum = builder.enumType('AccountOrder', {
  description: 'The order of a list of accounts. The order is the same on every page.',
  values: {
    ...describedEnum(ORDERS),
    // The order and its cursors tell when schedules end.
    TIMELINE_END_ASC: {
      ...requires('schedules:read'),
      description: 'By the end of the last schedule in ascending order. Accounts without a schedule come before all others.',
    },
    TIMELINE_END_DESC: {
      ...requires('schedules:read'),
      description: 'By the end of the last schedule in descending order. Accounts without a schedule come after all others.',
    },
  } satisfies Record<AccountOrder, object>,
});

export const DateRange = builder.inputType('DateRange', {
  description: 'A condition on a day. Matches when every given comparison holds.',
  fields: (t) => ({
    gte: t.field({ type: 'Date', description: 'Matches this day and later ones.' }),
    lt: t.field({ type: 'Date', description: 'Matches days before this one.' }),
  }),
});

export const DateTimeRange = builder.inputType('DateTimeRange', {
  description: 'A condition on an instant. Matches when every given comparison holds.',
  fields: (t) => ({
    gte: t.field({ type: 'DateTime', description: 'Matches this instant and later ones.' }),
    lt: t.field({ type: 'DateTime', description: 'Matches instants before this one.' }),
  }),
});

const examining = (most: number) =>
  `a page may examine items that do not match: it costs ${grouped(EXAMINED)} more, and fails with \`QUERY_TOO_EXPENSIVE\` after ${grouped(most)} items.`;

/** What the description of a condition says where no index has it together with the order of the list. */
export const EXAMINES = examining(MOST_SEARCHED);

/** The same for schedules, of which each condition has an order that suits it. */
export const EXAMINES_SCHEDULES = examining(MOST_EXAMINED);

/** What the description of a list within an object says where no index has its conditions. */
export const examinesAllOf = (items: string) => `With a condition, a page may examine all ${items}: it costs ${EXAMINED_WITHIN} more.`;

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

/** Returns the input type of a condition on an enum value. */
export const enumFilter = <T extends string>(name: string, type: EnumRef<Types, T>, what: string) =>
  builder.inputType(name, {
    description: `A condition on ${what}. Matches when every given comparison holds.`,
    fields: (t) => ({
      eq: t.field({ type, description: 'Matches exactly this value.' }),
      in: t.field({ type: [type], description: 'Matches any of these values. An empty list matches nothing.' }),
    }),
  });

/** Description of the status condition of lists that omit archived objects. */
export const STATUS_CONDITION =
  'Filters by status. A condition that names `ARCHIVED`, at any level, includes archived items, as `includeArchived` does.';

/** Description of the condition on the time of creation. */
export const CREATED_CONDITION = `Filters by the time of creation. In another order than that of creation, ${EXAMINES}`;

/** Description of the condition on the last change, which `admission/conditions.ts` refuses in any other order. */
export const UPDATED_CONDITION =
  'Filters by the time of the last change. Requires `orderBy: UPDATED_AT_ASC` or `UPDATED_AT_DESC`: in any other order, a page would read items that were not changed in that time.';

/**
 * Returns what a page does with several conditions.
 * @param named the condition that names the rows of the list, which are few
 */
export const severally = (named?: string) =>
  `With several conditions, ${named === undefined ? '' : `none of which is \`${named}\`, `}${EXAMINES}`;

/** Returns the input type of a `where`: conditions, and `and` and `or` to join them. `admission/conditions.ts` limits their number. */
export function whereInput<Conditions extends object>(
  name: string,
  what: string,
  conditions: (t: Fields) => { readonly [K in keyof Conditions]-?: InputFieldRef<Types, Conditions[K]> },
  /** What a page does with several conditions. */
  several = severally(),
) {
  const where = builder.inputRef<Where<Conditions>>(name);
  return where.implement({
    description:
      `Conditions on ${what}. All given conditions must hold; an omitted condition matches everything. A condition without a value ({}, null or an omitted variable) is an error. Maximum ${LIMITS.conditions} conditions, nested ${LIMITS.conditionLevels} levels deep. ${several}`.trim(),
    // The builder computes this type from `Conditions`. TypeScript cannot resolve it in a generic function.
    fields: (t) =>
      ({
        ...conditions(t),
        and: t.field({ type: [where], description: 'Matches when all of these match too. An empty list adds no condition.' }),
        or: t.field({ type: [where], description: 'Matches when at least one of these matches too. An empty list matches nothing.' }),
      }) as never,
  });
}

/** Returns the conditions at every level of a `where`, each with its path. */
export function conditionsIn<Conditions extends object>(
  where: Where<Conditions> | null | undefined,
  path = 'where',
): readonly { readonly conditions: Conditions; readonly path: string }[] {
  if (!where) return [];
  const nested = (['and', 'or'] as const).flatMap((joint) =>
    (where[joint] ?? []).flatMap((each, i) => conditionsIn<Conditions>(each, `${path}.${joint}.${i}`)),
  );
  return [{ conditions: where, path }, ...nested];
}

export const ListContains = builder.inputType('ListContains', {
  description: 'A condition on a list of texts.',
  fields: (t) => ({ has: t.string({ description: 'Matches lists that contain this text.' }) }),
});

type Arguments = Pick<PothosSchemaTypes.RootFieldBuilder<Types, unknown>, 'arg'>;

/**
 * Returns the arguments of a list that callers search and order.
 * @param searched what `search` compares, such as `name`
 */
export const listArgs = (t: Arguments, searched: string) => ({
  ...searchArgs(t, searched),
  orderBy: t.arg({ type: ListOrder, ...ORDER }),
});

/** Returns the arguments of a list of accounts. */
export const accountArgs = (t: Arguments) => ({
  ...searchArgs(t, 'name or chosen id'),
  orderBy: t.arg({ type: AccountOrderEnum, ...ORDER }),
});

const ORDER = {
  required: true,
  defaultValue: 'CREATED_AT_ASC',
  description: 'Order of the list. Defaults to the order of creation.',
} as const;

const searchArgs = (t: Arguments, searched: string) => ({
  search: t.arg.string({
    description: `Returns items whose ${searched} contains this text. Case and accents are ignored. Omit to return everything. With it, ${EXAMINES}`,
  }),
  includeArchived: t.arg.boolean({ defaultValue: false, description: 'Whether archived items are returned too. Defaults to false.' }),
});

/** The cursors that limit a page. */
export interface Page {
  readonly after?: string | null | undefined;
  readonly before?: string | null | undefined;
}

/** Returns the seek filter of a list in the order of a column and then of ids. With it, a deep page costs as much as the first one. */
export function seek<C extends string>({ after, before }: Page, column: C, direction: 'asc' | 'desc' = 'asc') {
  const positionAt = (cursor: string | null | undefined) => (cursor == null ? null : positionOf(cursor)[0]);
  return between(column, direction, { after: positionAt(after), before: positionAt(before) });
}

/** Returns where a page is in its list. */
export function placeOf({
  first,
  last,
  after,
  before,
}: Page & { readonly first?: number | null | undefined; readonly last?: number | null | undefined }): Place {
  const positionAt = (cursor: string | null | undefined) => (cursor == null ? null : positionOf(cursor));
  return {
    after: positionAt(after),
    before: positionAt(before),
    size: (first ?? last ?? DEFAULT_NODES) + 1,
    isBackward: first == null && last != null,
  };
}

/** Returns the seek filter of a list whose order the caller chooses. Empty by creation: the cursor's own id is a seek there. */
export function pageOf(args: Page & { readonly orderBy: AccountOrder }) {
  const { names, direction } = columnsOf(args.orderBy);
  return names.length === 1 ? {} : beyondCursors(names, direction, placeOf(args));
}
