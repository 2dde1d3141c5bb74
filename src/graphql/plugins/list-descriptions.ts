import SchemaBuilder, { BasePlugin, type PothosOutputFieldConfig, type PothosTypeConfig, type SchemaTypes } from '@pothos/core';

const ARGUMENTS: Readonly<Record<string, string>> = {
  first: 'How many from the front, at most 100; absent, with `last` absent as well: 20.',
  last: 'How many from the back, at most 100.',
  after: 'Only what comes after this cursor.',
  before: 'Only what comes before this cursor.',
};

const FIELDS: Readonly<Record<string, string>> = {
  id: 'Opaque global id.',
  totalCount: 'How many there are on all pages together. Costs a count: ask for it only where it is shown.',
  hasNextPage: 'Whether there is more after this page.',
  hasPreviousPage: 'Whether there is more before this page.',
  startCursor: 'The cursor of the first node; null on an empty page.',
  endCursor: 'The cursor of the last node; null on an empty page.',
};

/** Describes what the Relay plugin makes by itself: connections, edges, their fields and arguments. */
class ListDescriptions<Types extends SchemaTypes> extends BasePlugin<Types> {
  override onTypeConfig(type: PothosTypeConfig): PothosTypeConfig {
    if (type.description) return type;
    if (type.name.endsWith('Connection')) return { ...type, description: 'A page of a list.' };
    return type.name.endsWith('Edge') ? { ...type, description: 'A node of a list, with its cursor.' } : type;
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
