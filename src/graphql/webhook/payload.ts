import { grouped } from '../../domain/count.ts';
import { jsonBytes } from '../../domain/json-limits.ts';
import { tooLargeBeneath } from '../../engine/d1/answer-bytes.ts';
import { execute } from '../../engine/execute/execute.ts';
import type { Context } from '../../operations/context.ts';
import { MAX_PAYLOAD_BYTES, type Payload } from '../../operations/webhook/payload.ts';
import { answerMeter } from '../admission/answer-size.ts';
import { schema } from '../schema.ts';
import { parseWebhookDocument } from './document.ts';
import type { DeliveredEvent } from './subscription.ts';

/**
 * Reads an event by the document of an endpoint. The body is an answer of GraphQL: `{"data": {"event": …}}`. If that is too large, it has an
 * error in place of the data.
 * @param context that of the endpoint's sponsor
 * @throws the error of a field, so that the event is delivered later and not wrongly
 */
export async function readPayload(text: string, eventId: string, context: Context): Promise<Payload> {
  const document = parseWebhookDocument(text, context);
  if (!document.ok) return { kind: 'invalid' };
  const rootValue: DeliveredEvent = { eventId };
  const request = { schema, document: document.value, contextValue: context, rootValue };
  const { data, errors = [] } = await execute(request, answerMeter(context));
  const [error] = errors;
  if (error && tooLargeBeneath(error.originalError)) return { kind: 'ready', body: tooLarge(eventId) };
  if (error) throw error.originalError ?? error;
  if (!data || Object.values(data).every((value) => value === null)) return { kind: 'invisible' };
  const answer = { data };
  return { kind: 'ready', body: jsonBytes(answer) > MAX_PAYLOAD_BYTES ? tooLarge(eventId) : JSON.stringify(answer) };
}

const tooLarge = (eventId: string): string =>
  JSON.stringify({
    data: null,
    errors: [
      {
        message: `The event "${eventId}" is over ${grouped(MAX_PAYLOAD_BYTES)} bytes in this selection. Read it by \`events\`, or select less.`,
        extensions: { code: 'ANSWER_TOO_LARGE', eventId },
      },
    ],
  });
