import { InputFieldBuilder, type InputRef } from '@pothos/core';
import { type DocumentNode, GraphQLError } from 'graphql';
import { invalid } from '../../domain/refusal.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import type { Context } from '../../operations/context.ts';
import { builder } from '../builder.ts';
import { mutationsIn } from './aliases.ts';

/** What every input of a mutation takes besides its own. */
export interface Keyed {
  readonly idempotencyKey?: string | null | undefined;
}

/** Adds the key to the input of a mutation, so that none can forget it. */
export function takeKey(input: InputRef): void {
  builder.configStore.addInputFields(input, () => ({
    idempotencyKey: new InputFieldBuilder(builder, 'InputObject').string({
      description:
        'Key chosen by the caller, 1 to 255 characters. Sending the same key with the same input again within 48 hours makes the change only once and returns `isReplay: true`. Fails with `IDEMPOTENCY_KEY_REUSED` if the input differs. A request that changed nothing, such as a refusal or a dry run, does not use up its key. Defaults to the header `Idempotency-Key`.',
    }),
  }));
}

/** The context of the one operation that goes by a key: the input's own, or the header's, which must not say otherwise. */
export function underKey(context: Context, given: string | null | undefined): Result<Context> {
  if (given == null || given === context.idempotencyKey) return ok(context);
  if (context.idempotencyKey === null) return ok({ ...context, idempotencyKey: given });
  const message = `The header \`Idempotency-Key\` says "${context.idempotencyKey}" and the input "${given}"; give one of them, or the same in both.`;
  return refuse(invalid(message, ['idempotencyKey']));
}

/** Refuses a header that several mutations would share: the second would be told that its key is used. */
export function sharedKey(document: DocumentNode, { idempotencyKey }: Context): GraphQLError | null {
  const mutations = mutationsIn(document);
  if (idempotencyKey === null || mutations < 2) return null;
  const message = `The header \`Idempotency-Key\` is for one mutation, and this request has ${mutations}; give each an \`idempotencyKey\` in its input instead.`;
  return new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } });
}
