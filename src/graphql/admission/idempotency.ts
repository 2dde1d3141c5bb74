import { InputFieldBuilder, type InputRef } from '@pothos/core';
import type { GraphQLError } from 'graphql';
import { invalid } from '../../domain/refusal.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import type { Context } from '../../operations/context.ts';
import { MAX_KEY } from '../../operations/idempotency.ts';
import { builder } from '../builder.ts';
import { mutationCount } from './aliases.ts';
import type { Facts } from './facts.ts';
import { badRequest } from './request-errors.ts';

/** The field that every input of a mutation has. */
export interface Keyed {
  readonly idempotencyKey?: string | null | undefined;
}

/** Adds the key to the input of a mutation. */
export function takeKey(input: InputRef): void {
  builder.configStore.addInputFields(input, () => ({
    idempotencyKey: new InputFieldBuilder(builder, 'InputObject').string({
      description:
        'Key chosen by the caller, 1 to 255 characters. Sending the same key with the same input again within 48 hours makes the change only once and returns `isReplay: true`. Fails with `IDEMPOTENCY_KEY_REUSED` if the input differs. A request that changed nothing, such as a refusal or a dry run, does not use up its key. Defaults to the header `Idempotency-Key`.',
    }),
  }));
}

/** The context of one mutation under the key of its input. The header gives the key when the input has none, and must not give another. */
export function withInputKey(context: Context, inputKey: string | null | undefined): Result<Context> {
  if (inputKey == null || inputKey === context.idempotencyKey) return ok(context);
  if (context.idempotencyKey === null) return ok({ ...context, idempotencyKey: inputKey });
  const message = `The header \`Idempotency-Key\` says "${context.idempotencyKey}" and the input "${inputKey}"; give one of them, or the same in both.`;
  return refuse(invalid(message, ['idempotencyKey']));
}

/** Refuses a header that several mutations would share: the second would fail because its key is used. */
export function sharedKey(facts: Facts, { idempotencyKey }: Context): GraphQLError | null {
  const mutations = mutationCount(facts);
  if (idempotencyKey === null || mutations < 2) return null;
  return badRequest(
    `The header \`Idempotency-Key\` is for one mutation, and this request has ${mutations}; give each an \`idempotencyKey\` in its input instead.`,
  );
}

/**
 * The key in the header `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header, section 2.1): a string of structured fields
 * (RFC 9651, section 3.3.3), `"8e03978e"`, or the same without its quotes, as many clients send it. `null` when there is no header.
 */
export function parseIdempotencyKey(header: string | undefined): Result<string | null> {
  if (header === undefined) return ok(null);
  const quoted = /^"((?:[ !#-[\]-~]|\\["\\])+)"$/.exec(header)?.[1]?.replace(/\\(.)/g, '$1');
  const key = quoted ?? /^[!#-~]+$/.exec(header)?.[0];
  if (key?.trim() && key.length <= MAX_KEY) return ok(key);
  return refuse(invalid(`\`Idempotency-Key\` is one key of 1 to ${MAX_KEY} printable ASCII characters, such as "8e03978e-40d5".`));
}
