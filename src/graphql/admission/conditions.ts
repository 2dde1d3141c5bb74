import SchemaBuilder, { BasePlugin, type PothosOutputFieldConfig, type SchemaTypes } from '@pothos/core';
import { GraphQLError } from 'graphql';
import { LIMITS } from '../limits.ts';

/**
 * Refuses a `where` of any list before anything is read, if it has too many conditions, levels or values, or a condition without a value.
 * Such a condition would match everything, and the list would return more than the caller selected. Refuses days `from` one after their end.
 */
class Conditions<Types extends SchemaTypes> extends BasePlugin<Types> {
  override onOutputFieldConfig(field: PothosOutputFieldConfig<Types>): PothosOutputFieldConfig<Types> {
    if (!('where' in field.args)) return field;
    const requireBounded = (args: ListArguments) => {
      const { where, orderBy, from, until } = args;
      if (from != null && until != null && from > until) throw wrongSpan(from, until);
      if (where) {
        requireFew(where);
        requireValues(where, ['where']);
        requireOrder(where, orderBy ?? '', ['where']);
        requireSense(where, ['where']);
      }
      return args;
    };
    return { ...field, argMappers: [...field.argMappers, requireBounded] };
  }
}

/** The arguments of a list that bound it. An interface would not be a record. */
type ListArguments = {
  readonly where?: Where | null;
  readonly orderBy?: string | null;
  readonly from?: string | null;
  readonly until?: string | null;
};

const wrongSpan = (from: string, until: string): GraphQLError =>
  new GraphQLError(`The days begin on ${from}, which is after their end, ${until}.`, {
    extensions: { code: 'BAD_USER_INPUT', argument: 'until' },
  });

interface Where {
  readonly and?: readonly Where[] | null;
  readonly or?: readonly Where[] | null;
  readonly [condition: string]: unknown;
}

function requireFew(where: Where): void {
  let conditions = 0;
  for (let [level, wheres] = [0, [where]]; wheres.length > 0; [level, wheres] = [level + 1, wheres.flatMap(joinedTo)]) {
    if (level > LIMITS.conditionLevels) {
      throw tooMuch(`joins conditions by \`and\` and \`or\` more than ${LIMITS.conditionLevels} levels deep; no more are allowed`);
    }
    for (const each of wheres) {
      const conditionsOf = Object.entries(each).filter(([name]) => name !== 'and' && name !== 'or');
      // An empty one counts too, unless it joins others.
      conditions += conditionsOf.length || (joinedTo(each).length > 0 ? 0 : 1);
      for (const [name, condition] of conditionsOf) requireFewValues(name, condition);
    }
    if (conditions > LIMITS.conditions) throw tooMuch(`has more than ${LIMITS.conditions} conditions; no more are allowed`);
  }
}

const joinedTo = ({ and, or }: Where): readonly Where[] => [...(and ?? []), ...(or ?? [])];

function requireFewValues(name: string, condition: unknown): void {
  const values = typeof condition === 'object' && condition !== null && 'in' in condition ? condition.in : null;
  if (!Array.isArray(values) || values.length <= LIMITS.conditionValues) return;
  throw tooMuch(`lists ${values.length} values for \`${name}\`; at most ${LIMITS.conditionValues} are allowed`);
}

/** Comes after `requireFew`, which bounds the recursion. */
function requireValues(where: Where, path: Path): void {
  for (const [name, condition] of Object.entries(where)) {
    if (condition === null) throw withoutValue([...path, name]);
    if (name === 'and' || name === 'or') {
      joinedTo({ [name]: condition as readonly Where[] }).forEach((each, i) => {
        requireValues(each, [...path, name, i]);
      });
    } else if (typeof condition === 'object') {
      const operators = Object.entries(condition);
      const empty = operators.find(([, value]) => value === null);
      if (empty || operators.length === 0) throw withoutValue([...path, name, ...(empty ? [empty[0]] : [])]);
    }
  }
}

/** Refuses a condition that only one order has, in another one. Comes after `requireFew`, which bounds the recursion. */
function requireOrder(where: Where, orderBy: string, path: Path): void {
  for (const [name, order] of Object.entries(ORDER_OF)) {
    if (!(name in where) || orderBy.startsWith(order)) continue;
    throw wrong(`\`${pathOf([...path, name])}\` requires \`orderBy: ${order}_ASC\` or \`${order}_DESC\`, not \`${orderBy}\`.`);
  }
  for (const joint of ['and', 'or'] as const) where[joint]?.forEach((each, i) => void requireOrder(each, orderBy, [...path, joint, i]));
}

/** The order that has the index of a condition, by the condition. */
const ORDER_OF = { updatedAt: 'UPDATED_AT', timelineEndDate: 'TIMELINE_END' };

/** Refuses conditions of one object that no item can meet, or that say too little. Comes after `requireFew`, which bounds the recursion. */
function requireSense(where: Where, path: Path): void {
  for (const [name, condition] of Object.entries(where)) {
    const { gte, lt, key } = Object(condition) as { readonly gte?: Instant; readonly lt?: Instant; readonly key?: string };
    if (key?.trim() === '') throw wrong(`\`${pathOf([...path, name, 'key'])}\` is blank. Give the key to look for.`);
    if (gte != null && lt != null && gte >= lt) throw contradiction([...path, name], '`gte` must be before `lt`');
  }
  for (const [earlier, later] of IN_ORDER) {
    const [from, to] = [where[earlier], where[later]] as readonly Instant[];
    if (from != null && to != null && from >= to) throw contradiction(path, `\`${earlier}\` must be before \`${later}\``);
  }
  if ('version' in where && !('pricePlanId' in where)) {
    const [version, plan] = [pathOf([...path, 'version']), pathOf([...path, 'pricePlanId'])];
    throw wrong(`\`${version}\` is the number of a version of a plan. Give \`${plan}\` beside it.`);
  }
  for (const joint of ['and', 'or'] as const) where[joint]?.forEach((each, i) => void requireSense(each, [...path, joint, i]));
}

type Instant = number | string | null | undefined;

/** Conditions on the days of one schedule. */
const IN_ORDER = [
  ['startsAfter', 'endsBefore'],
  ['startsAfter', 'inForceOn'],
  ['inForceOn', 'endsBefore'],
] as const;

const contradiction = (path: Path, why: string): GraphQLError => wrong(`\`${pathOf(path)}\` matches nothing: ${why}.`);

const pathOf = (path: Path): string => path.join('.');

const wrong = (message: string): GraphQLError => new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', argument: 'where' } });

type Path = readonly (string | number)[];

/** The refusal of a condition, or of a part of one, that has no value. */
export const withoutValue = (path: Path, why = ''): GraphQLError =>
  wrong(`\`${pathOf(path)}\` has no value${why}. Give it one, or leave it out of \`where\`.`);

const tooMuch = (what: string): GraphQLError => wrong(`\`where\` ${what}. Split the request.`);

declare global {
  namespace PothosSchemaTypes {
    interface Plugins<Types extends SchemaTypes> {
      conditions: Conditions<Types>;
    }
  }
}

SchemaBuilder.registerPlugin('conditions', Conditions);

export default 'conditions' as const;
