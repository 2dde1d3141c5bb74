import SchemaBuilder, { type PothosOutputFieldConfig, type SchemaTypes } from '@pothos/core';
import { is, One } from 'drizzle-orm';
import {
  type GraphQLFieldResolver,
  type GraphQLNamedType,
  type GraphQLResolveInfo,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { slotName, slottedRelation } from '../drizzle/slot.ts';
import { EnginePlugin } from './engine.ts';
import { JUST_NODES, Page, partsOf } from './pages.ts';
import { slotAt, viewOf } from './slots.ts';

/**
 * Answers what is on the row already: columns, relations, and the pages of relations. plugin-drizzle keeps books of which plan has loaded
 * which row, and reading them takes longer than answering. Here the row itself is asked: what was not read is undefined on it, and then
 * the books are.
 *
 * They begin at the root, so a relation is answered without them only where everything that is selected beneath it can be. Listed before
 * the Drizzle plugin, so that it wraps that plugin's bookkeeping.
 *
 * Reads `pothosDrizzleSelect` and `pothosDrizzleLoaded`, extensions that @pothos/plugin-drizzle 0.20.0 does not document; see engine/README.md.
 */
class OnRow<Types extends SchemaTypes> extends EnginePlugin<Types> {
  /** The names that some relation to many rows has: on a row there may be but a part of those. */
  readonly #lists: ReadonlySet<string> = new Set(
    Object.values(this.engine.relations).flatMap((table) =>
      Object.entries(table.relations).flatMap(([name, to]) => (is(to, One) ? [] : [name])),
    ),
  );

  override onOutputFieldConfig(field: PothosOutputFieldConfig<Types>): PothosOutputFieldConfig<Types> {
    if (!this.isOn) return field;
    const { extensions } = field;
    if (this.#columnsOf(field)) return { ...field, extensions: { ...extensions, onRow: true } };
    if (!isRelation(field)) return field;
    const plan = extensions?.pothosDrizzleSelect as Plan;
    const relation = relationOf(field);
    const planned: Plan = (...position) => {
      const selection = plan(...position);
      const name = selectedRelation(selection);
      if (name !== undefined) relation.name = name;
      return selection;
    };
    return { ...field, extensions: { ...extensions, onRow: relation, pothosDrizzleSelect: planned } };
  }

  override wrapResolve(resolver: Resolver<Types>, field: PothosOutputFieldConfig<Types>): Resolver<Types> {
    if (!this.isOn) return resolver;
    if (field.name === 'nodes') {
      return (page, args, context, info) => (page instanceof Page ? page.nodes : resolver(page, args, context, info));
    }
    const { resolve, extensions } = field;
    if (!resolve || !extensions?.onRow) return resolver;
    const columns = this.#columnsOf(field);
    if (columns) {
      const areOn = loadedWith(columns);
      return (row, args, context, info) => (areOn(row) ? resolve : resolver)(row, args, context, info);
    }
    const relation = extensions.onRow as Relation;
    const hasSlot = Object.keys(field.args).length > 0;
    const isList = 'first' in field.args;
    const defaultSize = this.engine.defaultPageSize;
    return (row, args, context, info) => {
      if (relation.name === null || !isAllOnRow(info)) return resolver(row, args, context, info);
      const slot = hasSlot ? slotAt(info, context, args) : null;
      const on = (name: string) => (row as Row)[slot === null ? name : slotName(name, slot)];
      const parts = isList ? partsOf(info) : JUST_NODES;
      const count = parts.count ? on(`_${relation.name}_count`) : null;
      const related = parts.nodes ? on(relation.name) : [];
      if (related === undefined || count === undefined) return resolver(row, args, context, info);
      if (!isList || slot === null) return related;
      return parts.cursors
        ? resolve(viewOf(row as Row, slot), args, context, info)
        : new Page(related as unknown[], { ...args, defaultSize }, count);
    };
  }

  /** The columns that a field is answered from; undefined where it needs more, or other columns for other arguments. */
  #columnsOf({ kind, extensions, pothosOptions }: PothosOutputFieldConfig<Types>): Columns | undefined {
    if (kind !== 'DrizzleObject') return undefined;
    const select: unknown = 'select' in pothosOptions ? pothosOptions.select : extensions?.pothosDrizzleSelect;
    return this.#isOfColumns(select) ? select : undefined;
  }

  #isOfColumns(select: unknown): select is Columns {
    if (typeof select !== 'object' || select === null) return false;
    return Object.entries(select).every(
      ([part, value]) =>
        part === 'columns' ||
        (part === 'with' && Object.entries(value).every(([name, nested]) => !this.#lists.has(name) && this.#isOfColumns(nested))),
    );
  }
}

type Resolver<Types extends SchemaTypes> = GraphQLFieldResolver<unknown, Types['Context'], object>;
type Row = Record<string, unknown>;
type Plan = (...position: unknown[]) => Planned | null | undefined;

interface Planned {
  readonly with?: object;
  readonly extras?: object;
}

/** The relation that a field selects. A list of which only the count is selected has nothing but the expression of the count. */
function selectedRelation(selection: Planned | null | undefined): string | undefined {
  const [name] = Object.keys(selection?.with ?? {});
  if (name !== undefined) return slottedRelation(name);
  const [expression = ''] = Object.keys(selection?.extras ?? {});
  return /^_(\w+)_count$/.exec(slottedRelation(expression))?.[1];
}

/** The relation of a field, known since the field was planned for the first time. */
interface Relation {
  name: string | null;
}

/** By the options of the field: one that stands in an interface is planned there, and answered in the types that implement it. */
const relationByOptions = new WeakMap<object, Relation>();

function relationOf<Types extends SchemaTypes>({ pothosOptions }: PothosOutputFieldConfig<Types>): Relation {
  const relation = relationByOptions.get(pothosOptions) ?? { name: null };
  relationByOptions.set(pothosOptions, relation);
  return relation;
}

/** Columns of a row, and of the rows that it belongs to. */
interface Columns {
  readonly columns?: Readonly<Record<string, boolean>>;
  readonly with?: Readonly<Record<string, Columns>>;
}

function loadedWith({ columns = {}, with: related = {} }: Columns): (row: unknown) => boolean {
  const names = Object.keys(columns);
  const nested = Object.entries(related).map(([name, of]) => [name, loadedWith(of)] as const);
  return (row) => {
    const on = row as Row;
    for (const name of names) if (on[name] === undefined) return false;
    for (const [name, areOn] of nested) if (on[name] === undefined || (on[name] !== null && !areOn(on[name]))) return false;
    return true;
  };
}

/** A relation that is selected in one way alone, or has a slot for each. */
function isRelation<Types extends SchemaTypes>({ extensions, args, pothosOptions }: PothosOutputFieldConfig<Types>): boolean {
  const isPlanned = typeof extensions?.pothosDrizzleSelect === 'function' && typeof extensions.pothosDrizzleLoaded === 'function';
  return isPlanned && !('select' in pothosOptions) && (Object.keys(args).length > 0 || !('query' in pothosOptions));
}

const onRowByNode = new WeakMap<object, boolean>();

/** Whether all that is selected beneath a field can be answered from rows. Told once a document. */
function isAllOnRow({ fieldNodes, returnType, schema, fragments }: GraphQLResolveInfo): boolean {
  return fieldNodes.every((node) => {
    let isAll = onRowByNode.get(node);
    if (isAll === undefined) {
      isAll = areOnRow(node.selectionSet, getNamedType(returnType), { schema, fragments });
      onRowByNode.set(node, isAll);
    }
    return isAll;
  });
}

function areOnRow(
  set: SelectionSetNode | undefined,
  type: GraphQLNamedType | undefined,
  document: Pick<GraphQLResolveInfo, 'schema' | 'fragments'>,
): boolean {
  return (set?.selections ?? []).every((selection) => {
    if (selection.kind === Kind.FIELD) {
      if (selection.name.value === '__typename') return true;
      const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[selection.name.value] : undefined;
      if (!field || (field.extensions.pothosDrizzleSelect && !field.extensions.onRow)) return false;
      return areOnRow(selection.selectionSet, getNamedType(field.type), document);
    }
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : document.fragments[selection.name.value];
    const condition = fragment?.typeCondition;
    return areOnRow(fragment?.selectionSet, condition ? document.schema.getType(condition.name.value) : type, document);
  });
}

declare global {
  namespace PothosSchemaTypes {
    interface Plugins<Types extends SchemaTypes> {
      onRow: OnRow<Types>;
    }
  }
}

SchemaBuilder.registerPlugin('onRow', OnRow);

export default 'onRow' as const;
