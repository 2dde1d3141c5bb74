import { BasePlugin, type SchemaTypes } from '@pothos/core';
import type { AnyRelations } from 'drizzle-orm';

/** What the plugins of the engine are told by whoever builds a schema with them. */
export interface EngineOptions<Context> {
  readonly relations: AnyRelations;
  /** Items of a page when neither `first` nor `last` is given; the same as `drizzle.defaultConnectionSize`. */
  readonly defaultPageSize: number;
  /** The owner of what a request sees, as values of JSON. A cursor is valid for this owner alone. */
  readonly cursorOwner: (context: Context) => readonly unknown[];
  /** Whether the database stores a text unchanged. A cursor with any other text is refused. */
  readonly isStorable: (text: string) => boolean;
}

/**
 * A plugin that makes answers faster and changes none of them. `toSchema({ engine: false })` leaves all of these out, so that a test can
 * compare the answers with those of the stock libraries.
 */
export abstract class EnginePlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  protected readonly isOn: boolean = this.options.engine ?? true;

  protected get engine(): EngineOptions<Types['Context']> {
    return this.builder.options.engine;
  }
}

declare global {
  namespace PothosSchemaTypes {
    interface SchemaBuilderOptions<Types extends SchemaTypes> {
      engine: EngineOptions<Types['Context']>;
    }
    interface BuildSchemaOptions<Types extends SchemaTypes> {
      /** False: answered by the stock libraries alone. True by default. */
      engine?: boolean;
    }
  }
}
