import SchemaBuilder, { BasePlugin, type PothosOutputFieldConfig, type PothosTypeConfig, type SchemaTypes } from '@pothos/core';

const ARGUMENTS: Readonly<Record<string, string>> = {
  first: 'Number of items from the start. Maximum 100. Defaults to 20 when `last` is omitted too.',
  last: 'Number of items from the end. Maximum 100. Omit to page from the start.',
  after: 'Returns items after this cursor. Omit to start at the beginning.',
  before: 'Returns items before this cursor. Omit to end at the last item.',
};

const FIELDS: Readonly<Record<string, string>> = {
  id: 'Opaque global id, for `node` and for client caches.',
  totalCount: 'Number of items on all pages. Counting reads every matching row, so select it only where you show it.',
  hasNextPage: 'Whether there are items after this page.',
  hasPreviousPage: 'Whether there are items before this page.',
  startCursor: 'Cursor of the first item. `null` on an empty page.',
  endCursor: 'Cursor of the last item. `null` on an empty page.',
};

/** Adds descriptions to what the Relay plugin generates: connections, edges, their fields and arguments. */
class ListDescriptions<Types extends SchemaTypes> extends BasePlugin<Types> {
  override onTypeConfig(type: PothosTypeConfig): PothosTypeConfig {
    if (type.description) return type;
    if (type.name.endsWith('Connection')) return { ...type, description: 'A page of a list.' };
    return type.name.endsWith('Edge') ? { ...type, description: 'An item of a list, with its cursor.' } : type;
  }

  override onOutputFieldConfig(field: PothosOutputFieldConfig<Types>): PothosOutputFieldConfig<Types> {
    const args = Object.fromEntries(
      Object.entries(field.args).map(([name, arg]) => [name, { ...arg, description: arg.description ?? ARGUMENTS[name] }]),
    );
    return { ...field, args, description: field.description ?? FIELDS[field.name] };
  }
}

declare global {
  namespace PothosSchemaTypes {
    interface Plugins<Types extends SchemaTypes> {
      listDescriptions: ListDescriptions<Types>;
    }
  }
}

SchemaBuilder.registerPlugin('listDescriptions', ListDescriptions);

export default 'listDescriptions' as const;
