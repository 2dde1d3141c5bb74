import SchemaBuilder, { getMappedArgumentValues, isThenable, type PothosOutputFieldConfig, type SchemaTypes } from '@pothos/core';
import { GraphQLError, type GraphQLFieldResolver, type GraphQLResolveInfo } from 'graphql';
import { MOST_SLOTS, slotName } from '../drizzle/slot.ts';
import { EnginePlugin } from './engine.ts';

/**
 * Reads one relation in several ways by one statement. plugin-drizzle keys a selected relation by its name, and loads it again, by a statement
 * of its own, where it is selected with other arguments. Here every (field, arguments) gets a slot of its own, `schedules$1`, and so one more
 * subquery of the same statement.
 *
 * Wraps `pothosDrizzleSelect` and `pothosDrizzleLoaded`, extensions that @pothos/plugin-drizzle 0.20.0 does not document; see engine/README.md.
 * Last in the list of plugins: it must see the row after plugin-drizzle has made sure that it is loaded.
 */
class Slots<Types extends SchemaTypes> extends EnginePlugin<Types> {
  override onOutputFieldConfig(field: PothosOutputFieldConfig<Types>): PothosOutputFieldConfig<Types> {
    if (!this.isOn) return field;
    const extensions = field.extensions ?? {};
    const select = selectOf(field);
    if (!select) return field;
    const known = extrasOf(field.pothosOptions);
    const selected: Select = (args, context, ...rest) => {
      const selection = select(args, context, ...rest);
      if (isThenable(selection)) throw new Error(`${field.name}: a selection cannot be async`);
      return selection;
    };
    if (!needsSlot(field)) {
      const pothosDrizzleSelect: Select = (args, context, ...rest) => {
        const selection = selected(args, context, ...rest);
        const extras = selection ? selection.extras : null;
        return extras ? { ...selection, extras: known(context, `${field.name}${JSON.stringify(args)}`, extras) } : selection;
      };
      return { ...field, extensions: { ...extensions, pothosDrizzleSelect } };
    }
    const isLoaded = extensions.pothosDrizzleLoaded as IsLoaded | undefined;
    return {
      ...field,
      extensions: {
        ...extensions,
        slot: true,
        pothosDrizzleSelect: (args: object, context: object, ...rest: unknown[]) => {
          const slot = slotFor(slotsOf(context), field.name, args);
          const selection = selected(args, context, ...rest);
          if (!selection) return selection;
          const extras = rename(selection.extras, slot);
          return { ...selection, with: rename(selection.with, slot), extras: extras && known(context, `${slot}`, extras) };
        },
        pothosDrizzleLoaded:
          isLoaded &&
          ((row: Row, info: GraphQLResolveInfo, context: object) => isLoaded(viewOf(row, slotAt(info, context)), info, context)),
      },
    };
  }

  override wrapResolve(
    resolver: GraphQLFieldResolver<unknown, Types['Context'], object>,
    field: PothosOutputFieldConfig<Types>,
  ): GraphQLFieldResolver<unknown, Types['Context'], object> {
    if (!field.extensions?.slot) return resolver;
    return (parent, args, context, info) => resolver(viewOf(parent as Row, slotAt(info, context, args)), args, context, info);
  }
}

type Row = Record<string, unknown>;
type Selection = { with?: Row; extras?: Row; columns?: Row } | false | null | undefined;
type Select = (args: object, context: object, ...rest: unknown[]) => Selection;
type IsLoaded = (row: Row, info: GraphQLResolveInfo, context: object) => boolean;

/** How a field selects, where that depends on more than the field. plugin-drizzle makes the same of a `select` that is a function, but after this. */
function selectOf<Types extends SchemaTypes>({ kind, extensions, pothosOptions }: PothosOutputFieldConfig<Types>): Select | null {
  if (typeof extensions?.pothosDrizzleSelect === 'function') return extensions.pothosDrizzleSelect as Select;
  const select: unknown = kind === 'DrizzleObject' && 'select' in pothosOptions ? pothosOptions.select : null;
  if (typeof select !== 'function') return null;
  return (args, context, nested, _selected, path) => {
    const selection = (select as Select)(args, context, Object.assign(nested as object, path));
    return selection && { columns: {}, ...selection };
  };
}

type Extras = (context: object, key: string, extras: Row) => Row;

const extrasByOptions = new WeakMap<object, Extras>();

/**
 * The expressions of a field, the same functions for the same arguments in a request. The adapter of plugin-drizzle 0.20.0 compares them by
 * identity (`computedConflicts`): a second alias with functions of its own would be read by a statement of its own. By the options of the field,
 * since a field of an interface is planned there and in each type that implements it.
 */
function extrasOf(options: object): Extras {
  const known = extrasByOptions.get(options);
  if (known) return known;
  const byContext = new WeakMap<object, Map<string, Row>>();
  const extras: Extras = (context, key, made) => {
    const byKey = byContext.get(context) ?? new Map<string, Row>();
    byContext.set(context, byKey);
    // A connection has an expression only where its count is selected.
    const all = { ...made, ...byKey.get(key) };
    byKey.set(key, all);
    return Object.fromEntries(Object.keys(made).map((name) => [name, all[name]]));
  };
  extrasByOptions.set(options, extras);
  return extras;
}

interface RequestSlots {
  readonly bySelection: Map<string, number>;
  readonly byNode: Map<object, number>;
}
const slotsByContext = new WeakMap<object, RequestSlots>();

function slotsOf(context: object): RequestSlots {
  let slots = slotsByContext.get(context);
  if (!slots) {
    slots = { bySelection: new Map(), byNode: new Map() };
    slotsByContext.set(context, slots);
  }
  return slots;
}

function slotFor(slots: RequestSlots, field: string, args: object): number {
  const key = field + JSON.stringify(args);
  const known = slots.bySelection.get(key);
  if (known !== undefined) return known;
  const slot = slots.bySelection.size;
  if (slot >= MOST_SLOTS) {
    throw new GraphQLError(
      `One request may select at most ${MOST_SLOTS} different relations with arguments; \`${field}\` is one too many. Split the request.`,
      { extensions: { code: 'QUERY_TOO_EXPENSIVE' } },
    );
  }
  slots.bySelection.set(key, slot);
  return slot;
}

/** The slot of the field being resolved, remembered by its node in the document. */
export function slotAt(info: GraphQLResolveInfo, context: object, args?: object): number {
  const slots = slotsOf(context);
  const node = info.fieldNodes[0];
  if (!node) throw new Error('a field without a node');
  let slot = slots.byNode.get(node);
  if (slot === undefined) {
    const field = info.parentType.getFields()[info.fieldName];
    if (!field) throw new Error(`no field ${info.fieldName}`);
    slot = slotFor(slots, info.fieldName, args ?? (getMappedArgumentValues(field, node, context, info) as object));
    slots.byNode.set(node, slot);
  }
  return slot;
}

const viewsByRow = new WeakMap<Row, Map<number, Row>>();

/** The row as the field's own resolver expects it: the relations of its slot under their plain names. The same object each time. */
export function viewOf(row: Row, slot: number): Row {
  const views = viewsByRow.get(row) ?? new Map<number, Row>();
  viewsByRow.set(row, views);
  const known = views.get(slot);
  if (known) return known;
  const end = slotName('', slot);
  const view: Row = Object.create(row);
  for (const key of Object.keys(row)) if (key.endsWith(end)) view[key.slice(0, -end.length)] = row[key];
  views.set(slot, view);
  return view;
}

function rename(relations: Row | undefined, slot: number): Row | undefined {
  return relations && Object.fromEntries(Object.entries(relations).map(([name, query]) => [slotName(name, slot), query]));
}

/** Only fields that can be selected in different ways, and those are the ones with arguments: two queries of one relation need two relations. */
function needsSlot<Types extends SchemaTypes>({ args, pothosOptions }: PothosOutputFieldConfig<Types>): boolean {
  const isStatic = 'select' in pothosOptions && typeof pothosOptions.select !== 'function';
  return !isStatic && Object.keys(args).length > 0;
}

declare global {
  namespace PothosSchemaTypes {
    interface Plugins<Types extends SchemaTypes> {
      slots: Slots<Types>;
    }
  }
}

SchemaBuilder.registerPlugin('slots', Slots);

export default 'slots' as const;
