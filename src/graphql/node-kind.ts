import type { Context } from '../operations/context.ts';
import type { TableName } from '../store/client.ts';
import type { Reading } from './reading.ts';

/** How the objects of one kind of global id are found. The kind is the text before the first colon of an id, the key is the text after it. */
export interface NodeKind {
  readonly typename: string;
  readonly table: TableName;
  /** The columns that `keyOf` reads. */
  readonly columns: Readonly<Record<string, true>>;
  readonly where: (keys: readonly string[], context: Context) => object;
  readonly keyOf: (row: Readonly<Record<string, unknown>>) => string;
  readonly reading: Reading;
}
