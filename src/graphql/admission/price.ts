import { getMappedArgumentValues, PothosValidationError } from '@pothos/core';
import { type ArgumentNode, GraphQLError, type GraphQLField, getArgumentValues, getNamedType, isLeafType, Kind } from 'graphql';
import { grouped } from '../../domain/count.ts';
import type { Context } from '../../operations/context.ts';
import { DEFAULT_NODES, EXAMINED, EXAMINED_WITHIN, LIMITS, MAX_NODES } from '../limits.ts';
import { type Facts, type FieldUse, includedFields, isField, type Selection, type Variables } from './facts.ts';
import { inputError } from './input-errors.ts';
import { tooExpensive } from './request-errors.ts';

/** What an operation costs, and how many levels of fields it has. */
export interface Price {
  /** Objects that it can return. */
  readonly objects: number;
  readonly depth: number;
}

/** The price of a field: its own, and how many times it returns what is beneath it. */
interface Cost {
  readonly own: number;
  readonly multiplier: number;
}

/** Marks a field as free: an edge or a cursor comes with its node. */
export const FREE: { extensions: { cost: Cost } } = { extensions: { cost: { own: 0, multiplier: 1 } } };

/** Marks a list with the price of what its pages may read besides the items that they return. */
export const examinesFor = <Args>(examined: (args: Args) => number) => ({ extensions: { examined } });

/** Marks a list whose pages may examine items that do not match, depending on its arguments. */
export const examines = <Args>(mayExamine: (args: Args) => boolean, price = EXAMINED) =>
  examinesFor((args: Args) => (mayExamine(args) ? price : 0));

/** Marks a list within an object, of which a page may examine all items. */
export const examinesWithin = <Args>(mayExamine: (args: Args) => boolean) => examines(mayExamine, EXAMINED_WITHIN);

/**
 * Prices an operation: an object costs 1, a scalar nothing, a connection what it can return at most times what is beneath each node, and a
 * computed field what it is computed from (`COMPUTED_FROM`) as well.
 * What `@skip` and `@include` leave out is priced too. Pricing maps the arguments of each field that runs, and so answers the error of one that
 * is wrong.
 * @param variables coerced
 */
export function priceOf(facts: Facts, context: Context, variables: Variables): Price | GraphQLError {
  try {
    return new Pricing(facts, context, variables).price(facts.selection);
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

/** Refuses an operation whose price is over a limit. */
export function overPriced({ objects, depth }: Price): GraphQLError | null {
  if (depth > LIMITS.depth) return tooExpensive(`The query is ${depth} levels deep; at most ${LIMITS.depth} are allowed.`);
  if (objects <= LIMITS.complexity) return null;
  return tooExpensive(
    `The query may return ${grouped(objects)} objects; at most ${grouped(LIMITS.complexity)} are allowed. Ask for smaller pages with \`first\`: an object costs 1, times the page sizes above it.`,
  );
}

class Pricing {
  readonly #context: Context;
  /** What mapping arguments reads of the executor's state. */
  readonly #info: Parameters<typeof getMappedArgumentValues>[3];
  /** The fields that run. `null`: all of them. */
  readonly #included: ReadonlySet<FieldUse> | null;
  /** A fragment has one price, wherever it is spread. */
  readonly #prices = new Map<Selection, Price>();

  constructor(facts: Facts, context: Context, variables: Variables) {
    this.#context = context;
    this.#info = { schema: facts.schema, fragments: {}, variableValues: variables };
    this.#included = facts.isConditional ? new Set(includedFields(facts, variables)) : null;
  }

  price(selection: Selection): Price {
    const known = this.#prices.get(selection);
    if (known) return known;
    let [objects, depth] = [0, 0];
    for (const part of selection) {
      const price = isField(part) ? this.#priceOfField(part) : this.price(part.selection);
      objects += price.objects;
      depth = Math.max(depth, price.depth);
    }
    const price = { objects, depth };
    this.#prices.set(selection, price);
    return price;
  }

  #priceOfField(use: FieldUse): Price {
    if (isMeta(use.definition)) return { objects: 1, depth: 1 };
    const { own, multiplier } = this.#cost(use);
    const beneath = this.price(use.selection);
    return { objects: own + multiplier * beneath.objects, depth: 1 + beneath.depth };
  }

  #cost(use: FieldUse): Cost {
    const known = constantCosts.get(use);
    if (known) return known;
    const { definition, node } = use;
    try {
      // A cursor or an id may be a variable that means nothing while its field is left out.
      if (this.#included?.has(use) === false) return costOf(definition, getArgumentValues(definition, node, this.#info.variableValues));
      const cost = costOf(definition, this.#argumentsOf(use));
      if (isConstant(use)) constantCosts.set(use, cost);
      return cost;
    } catch (error) {
      throw error instanceof GraphQLError ? this.#argumentError(error, use) : error;
    }
  }

  #argumentsOf({ node, definition }: FieldUse, given = node.arguments ?? []): SizeArguments {
    return getMappedArgumentValues(definition, { ...node, arguments: given }, this.#context, this.#info) as SizeArguments;
  }

  /** An error of a field's argument, with the place and the name of the argument. */
  #argumentError(error: GraphQLError, use: FieldUse): GraphQLError {
    const [place] = error.nodes ?? [];
    const argument =
      use.arguments.find(({ node: { name, value } }) => value === place || name.value === error.extensions.argument) ??
      use.arguments.find(({ node }) => this.#messageOf(use, node) === error.message);
    const name = argument?.node.name.value;
    const known = error instanceof PothosValidationError ? wrongGlobalId(name ?? 'id') : error;
    return inputError(known, argument?.node.value ?? use.node, name === undefined ? {} : { argument: name });
  }

  /** The message of the error that an argument causes by itself. A mapper of @pothos/plugin-relay does not say which argument is wrong. */
  #messageOf(use: FieldUse, argument: ArgumentNode): string | null {
    try {
      this.#argumentsOf(use, [argument]);
      return null;
    } catch (error) {
      return error instanceof GraphQLError ? error.message : null;
    }
  }
}

const wrongGlobalId = (argument: string): GraphQLError =>
  new GraphQLError(`\`${argument}\` has no global id of the right type; take one from a field called \`id\`.`);

/** Introspection, which costs 1 whatever it selects. */
const isMeta = ({ name }: Field): boolean => name.startsWith('__');

/** Costs of fields that every request prices and refuses alike. */
const constantCosts = new WeakMap<FieldUse, Cost>();

/** Whether a field's arguments are written out. A cursor is not the same for every caller: it belongs to one organization. */
const isConstant = (use: FieldUse): boolean =>
  use.arguments.every(({ node, leaves }) => !CURSORS.has(node.name.value) && leaves.every((leaf) => leaf.node.kind !== Kind.VARIABLE));

const CURSORS: ReadonlySet<string> = new Set(['after', 'before']);

type Field = GraphQLField<unknown, unknown>;

/** The arguments that decide how many objects a field returns. */
interface SizeArguments {
  readonly first?: number | null;
  readonly last?: number | null;
  readonly ids?: readonly unknown[] | null;
}

/** A count is a read of every row that it counts. */
const TOTAL_COUNT: Cost = { own: 10, multiplier: 1 };

/** The one place that knows every page size before D1 is called, and so the place that refuses one that is too large. */
function costOf({ name, type, args, extensions }: Field, values: SizeArguments): Cost {
  const { first, last, ids } = values;
  if (extensions.cost) return extensions.cost as Cost;
  if (name === 'totalCount') return TOTAL_COUNT;
  const computedFrom = typeof extensions.computedFrom === 'number' ? extensions.computedFrom : 0;
  if (!args.some((arg) => arg.name === 'first')) {
    const count = ids?.length ?? 1;
    if (count > MAX_NODES) throw sizeError('ids', `\`${name}\` takes at most ${MAX_NODES} ids at a time, not ${count}.`);
    return { own: (isLeafType(getNamedType(type)) ? 0 : count) + computedFrom, multiplier: count };
  }
  for (const [argument, size] of [['first', first] as const, ['last', last] as const]) {
    if (size == null || (size >= 0 && size <= MAX_NODES)) continue;
    const range = `\`${argument}\` is from 0 to ${MAX_NODES}. Page with \`after\` or \`before\` for more.`;
    throw sizeError(argument, `\`${name}(${argument}: ${size})\`: ${range}`);
  }
  if (first != null && last != null) throw sizeError('last', `\`${name}\` is paged from one end: give \`first\` or \`last\`, not both.`);
  const multiplier = first ?? last ?? DEFAULT_NODES;
  // A computed list is computed to its end, whatever is selected of it.
  const { examined } = extensions as { readonly examined?: (args: object) => number };
  return { own: (computedFrom > 0 ? computedFrom * multiplier : 1) + (examined?.(values) ?? 0), multiplier };
}

const sizeError = (argument: string, message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', argument } });
