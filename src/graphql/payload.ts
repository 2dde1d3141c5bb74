import type { InputRef, OutputRef } from '@pothos/core';
import { getSchemaConfig, queryFromInfo } from '@pothos/plugin-drizzle';
import type { GraphQLResolveInfo } from 'graphql';
import type { Refusal } from '../domain/refusal.ts';
import type { Context } from '../operations/context.ts';
import type { Operation } from '../operations/operation.ts';
import type { TableName } from '../store/client.ts';
import { byIds } from '../store/rate-cards.ts';
import type { UnitOfWork } from '../store/unit-of-work.ts';
import { type Keyed, takeKey, withInputKey } from './admission/idempotency.ts';
import { requiresOf } from './admission/scopes.ts';
import { builder } from './builder.ts';
import { UserError, underInput } from './errors.ts';

/** A payload field with an object that the mutation changed, or a list of them. It is read after the write. */
interface ChangedObject<Changed> {
  readonly type: OutputRef;
  /** The name of `type` in the schema, for which the field's selection is planned. */
  readonly typeName: string;
  readonly table: TableName;
  readonly list: boolean;
  readonly description: string;
  readonly ids: (changed: Changed) => readonly string[];
}

/** A payload field with a value of the decision itself, such as a secret that is not stored. It needs no read. */
interface Decided<Changed> {
  readonly type: OutputRef | 'String' | 'DateTime';
  readonly description: string;
  readonly decided: (changed: Changed) => unknown;
}

interface MutationOptions<Input, Changed> {
  readonly description: string;
  readonly input: InputRef<Input>;
  readonly payload: Readonly<Record<string, ChangedObject<Changed> | Decided<Changed>>>;
}

type Target<Changed> = Omit<ChangedObject<Changed>, 'list' | 'ids'>;

/** Returns a payload field with one object, by its row id. `null` in the payload if the change is refused. */
export const one = <Changed>(target: Target<Changed>, id: (changed: Changed) => string | null): ChangedObject<Changed> => ({
  ...target,
  list: false,
  ids: (changed) => [id(changed)].filter((each) => each !== null),
});

/** Returns a payload field with a list of objects, in the order of their row ids. Empty in the payload if the change is refused. */
export const many = <Changed>(target: Target<Changed>, ids: (changed: Changed) => readonly string[]): ChangedObject<Changed> => ({
  ...target,
  list: true,
  ids,
});

/** Returns a payload field with a value of the decision. `null` in the payload if the change is refused. */
export const decided = <Changed>(target: Omit<Decided<Changed>, 'decided'>, value: (changed: Changed) => unknown): Decided<Changed> => ({
  ...target,
  decided: value,
});

interface Payload {
  readonly objects: Readonly<Record<string, unknown>>;
  readonly userErrors: readonly Refusal[];
  readonly isReplay: boolean;
}

/**
 * Adds the mutation of an operation to the schema, with one `input` that also takes the `idempotencyKey`. The last statements of the write
 * batch read the payload's selection, so a mutation is one read and one write for any selection.
 */
export function mutation<Input, Changed>(operation: Operation<Input, Changed>, options: MutationOptions<Input, Changed>): void {
  const { operationName } = operation;
  const objects = Object.entries(options.payload);
  const payload = builder.objectRef<Payload>(`${capitalized(operationName)}Payload`).implement({
    description: `The result of \`${operationName}\`.`,
    fields: (t) => ({
      ...Object.fromEntries(
        objects.map(([name, { type, description, ...object }]) => [
          name,
          'list' in object && object.list
            ? t.field({ type: [type], description, resolve: (result) => (result.objects[name] ?? []) as never })
            : t.field({ type, nullable: true, description, resolve: (result) => (result.objects[name] ?? null) as never }),
        ]),
      ),
      isReplay: t.exposeBoolean('isReplay', {
        description:
          'Whether an earlier request with the same `idempotencyKey` made the change. If true, nothing was written again, and the objects are returned as they are now.',
      }),
      userErrors: t.field({
        type: [UserError],
        description: 'Reasons why the change was refused. Empty on success.',
        resolve: (result) => [...result.userErrors],
      }),
    }),
  });

  takeKey(options.input);
  builder.mutationField(operationName, (t) =>
    t.field({
      type: payload,
      description: options.description,
      // The required scopes do not depend on the idempotency key.
      ...requiresOf(operation.requirement, ({ input }) => input as Input),
      args: { input: t.arg({ type: options.input, required: true, description: 'The input of the mutation.' }) },
      resolve: async (_root, args, context, info): Promise<Payload> => {
        // The builder computes this type from `Input` and adds the key. TypeScript cannot resolve it in a generic function.
        const { idempotencyKey, ...input } = (args as { input: Input & Keyed }).input;
        const keyed = withInputKey(context, idempotencyKey);
        if (!keyed.ok) return refused(keyed.refusals);
        const outcome = await operation(keyed.value, input as Input, (changed, unit) => readBack(options, changed, unit, context, info));
        if (!outcome.ok) return refused(outcome.refusals);
        return { objects: outcome.read, userErrors: [], isReplay: outcome.isReplay };
      },
    }),
  );
}

const refused = (userErrors: readonly Refusal[]): Payload => ({ objects: {}, userErrors: underInput(userErrors), isReplay: false });

/** Adds reads of the payload's selection to the unit. Returns a function that returns the payload's objects after the commit. */
function readBack<Input, Changed>(
  { payload }: MutationOptions<Input, Changed>,
  changed: Changed,
  unit: UnitOfWork,
  context: Context,
  info: GraphQLResolveInfo,
): () => Readonly<Record<string, unknown>> {
  const reads = Object.entries(payload).flatMap(([name, object]) => {
    if ('decided' in object) return [[name, () => object.decided(changed)] as const];
    const ids = object.ids(changed);
    const query = ids.length > 0 ? selectionUnder(context, info, object, name, ids) : null;
    if (!query) return [];
    const rows = unit.read(context.store.rows(object.table, query));
    return [[name, () => (object.list ? inOrder(rows(), ids) : rows()[0])] as const];
  });
  return () => Object.fromEntries(reads.map(([name, read]) => [name, read()]));
}

/** Returns the query of the selection under `payload.<field>`, for the rows of `ids`. `null` if nothing is selected there. */
function selectionUnder(
  context: Context,
  info: GraphQLResolveInfo,
  { typeName, table }: { readonly typeName: string; readonly table: TableName },
  field: string,
  ids: readonly string[],
): object | null {
  const config = getSchemaConfig(builder);
  const where = byIds(table, ids);
  const planned: object = queryFromInfo({ config, context, info, typeName, path: [field], columns: { id: true }, where });
  return 'with' in planned ? planned : null;
}

function inOrder<Row extends { id: string }>(rows: readonly Row[], ids: readonly string[]): Row[] {
  const rowById = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => rowById.get(id)).filter((row) => row !== undefined);
}

const capitalized = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
