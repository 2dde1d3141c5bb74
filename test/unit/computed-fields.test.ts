import { type GraphQLField, isInterfaceType, isObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { schema } from '../../src/graphql/schema.ts';
import { relations } from '../../src/store/relations.ts';

type Field = GraphQLField<unknown, unknown>;

/** What a field was declared with, as Pothos keeps it. */
interface Options {
  readonly select?: unknown;
  readonly resolve?: (...args: unknown[]) => unknown;
  readonly computedFrom?: number;
}
const optionsOf = ({ extensions }: Field) => (extensions.pothosOptions ?? {}) as Options;

/** The names that some relation to many rows has. */
const LISTS = new Set(
  Object.values(relations).flatMap((table) =>
    Object.entries(table.relations).flatMap(([name, to]) => (to.relationType === 'many' ? [name] : [])),
  ),
);

/** Whether a selection reads more than the columns of a row and of the rows that it belongs to. */
function readsMore(select: unknown): boolean {
  if (typeof select === 'function') return true;
  if (typeof select !== 'object' || select === null) return false;
  return Object.entries(select).some(
    ([part, value]: [string, object]) =>
      part === 'extras' || (part === 'with' && Object.entries(value).some(([name, nested]) => LISTS.has(name) || readsMore(nested))),
  );
}

/** A resolver of a field's own that is given its arguments or the request, or that reads more than its row. Lists are priced by their pages. */
function isComputed(field: Field): boolean {
  const { select, resolve } = optionsOf(field);
  const isPage = field.args.some(({ name }) => name === 'after');
  const isGlobalId = field.name === 'id';
  const isRelation = field.extensions.pothosDrizzleLoaded !== undefined;
  return !isPage && !isGlobalId && !isRelation && resolve !== undefined && (resolve.length > 1 || readsMore(select));
}

describe('Each field that computes its value says what it is computed from, which is its price and has it computed once', () => {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].map((type) => type?.name);
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => (isObjectType(type) || isInterfaceType(type)) && !roots.includes(type.name) && !/(Connection|Edge)$/.test(type.name),
  );
  const fields = types.flatMap((type) =>
    (isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : []).map((field) => ({
      name: `${type.name}.${field.name}`,
      field,
    })),
  );

  it('walks the schema', () => {
    const computed = fields.filter(({ field }) => isComputed(field)).map(({ name }) => name);
    expect(computed).toEqual(expect.arrayContaining(['Account.availableActions', 'Draft.issues', 'Draft.changes', 'Schedule.cycles']));
    const undeclared = fields.filter(({ field }) => isComputed(field) && optionsOf(field).computedFrom === undefined);
    expect(undeclared.map(({ name }) => name)).toEqual([]);
  });
});
