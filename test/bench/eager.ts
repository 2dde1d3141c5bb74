import SchemaBuilder, { BasePlugin, type SchemaTypes } from '@pothos/core';

/** Stands in for `engine/pothos/lazy.ts`: Pothos builds every type at once. */
class Eager<Types extends SchemaTypes> extends BasePlugin<Types> {}

declare global {
  namespace PothosSchemaTypes {
    interface Plugins<Types extends SchemaTypes> {
      eager: Eager<Types>;
    }
  }
}

SchemaBuilder.registerPlugin('eager', Eager);

export const deferFields = (): void => undefined;

export default 'eager' as const;
