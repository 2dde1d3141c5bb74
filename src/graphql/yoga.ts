import { PothosValidationError } from '@pothos/core';
import { GraphQLError, Kind } from 'graphql';
import { createYoga } from 'graphql-yoga';
import { grouped } from '../domain/count.ts';
import { scopeName } from '../domain/token/scope-name.ts';
import { type TooLargeError, tooLargeBeneath } from '../engine/d1/answer-bytes.ts';
import { type BeyondD1Error, beyondD1Beneath } from '../engine/d1/metered.ts';
import { examinedBefore } from '../engine/d1/scan.ts';
import { type UnavailableError, unavailableBeneath } from '../engine/d1/unavailable.ts';
import { PositionError } from '../engine/drizzle/shape.ts';
import { wrongCursor } from '../engine/pothos/cursors.ts';
import { ForbiddenError } from '../operations/operation.ts';
import { UnauthorizedError } from '../store/unit-of-work.ts';
import { admission } from './admission/admission.ts';
import { conditionalRequests } from './admission/conditional-requests.ts';
import { errorCodes } from './admission/error-codes.ts';
import { inputErrors } from './admission/input-errors.ts';
import { requestBody } from './admission/request-body.ts';
import type { RequestContext, ServerContext } from './admission/request-context.ts';
import { LIMITS } from './limits.ts';
import { schema } from './schema.ts';

/** GraphQL over HTTP. `app.ts` authenticates the caller before it, and handles everything else of HTTP. */
export const yoga = createYoga<ServerContext, RequestContext>({
  schema,
  context: ({ context }) => context,
  graphqlEndpoint: '/graphql',
  graphiql: false,
  landingPage: false,
  batching: false,
  multipart: false,
  cors: false,
  // `app.ts` limits the body. Yoga's own limit copies each body through a stream.
  maxRequestBodySize: false,
  logging: false,
  maskedErrors: { maskError },
  plugins: [requestBody(), inputErrors(), admission(), errorCodes(), conditionalRequests()],
});

/** Returns the error for the caller: a refusal unchanged, any other error as a code and the request id only. */
function maskError(error: unknown): Error {
  if (!(error instanceof GraphQLError)) return ours(error);
  const { originalError } = error;
  if (originalError instanceof ForbiddenError) {
    const { message, scopes } = originalError;
    const facts = scopes.length > 0 && { scopes: scopes.map(scopeName) };
    return new GraphQLError(message, { ...error, extensions: { code: 'FORBIDDEN', ...facts } });
  }
  if (originalError instanceof UnauthorizedError) {
    return new GraphQLError('This token was revoked or has expired. Nothing was written.', {
      path: error.path ?? null,
      extensions: { code: 'UNAUTHENTICATED', http: { status: 401, headers: { 'www-authenticate': 'Bearer' } } },
    });
  }
  // Only cursors can fail here: page sizes, and `first` with `last`, are refused before plugin-drizzle sees them.
  if (originalError instanceof PositionError || originalError instanceof PothosValidationError) {
    const { message, extensions } = wrongCursor(cursorGivenTo(error));
    return new GraphQLError(message, { nodes: error.nodes ?? null, path: error.path ?? null, extensions });
  }
  if (!originalError || originalError instanceof GraphQLError) return error;
  const examined = examinedBefore(originalError);
  if (examined !== null) return scanTooLongError(error, examined);
  const tooLarge = tooLargeBeneath(originalError);
  if (tooLarge) return tooLargeError(tooLarge, error);
  const beyondD1 = beyondD1Beneath(originalError);
  if (beyondD1) return tooMuchForD1(beyondD1, error);
  // The engine's message about a malformed body or literal describes only the input, so the caller can read it.
  if (error.extensions.http && !unavailableBeneath(originalError)) return new GraphQLError(error.message, { extensions: error.extensions });
  return ours(originalError, error.path);
}

/** Returns the cursor argument of the field that an error is about. `null`: it has neither. */
function cursorGivenTo({ nodes = [] }: GraphQLError): 'after' | 'before' | null {
  const names = nodes.flatMap((node) => (node.kind === Kind.FIELD ? (node.arguments ?? []).map(({ name }) => name.value) : []));
  return CURSORS.find((name) => names.includes(name)) ?? null;
}

const CURSORS = ['after', 'before'] as const;

/** Returns the error for the caller when the cause is on our side. It keeps the original error for the log. */
function ours(originalError: unknown, path: GraphQLError['path'] = undefined): GraphQLError {
  const unavailable = unavailableBeneath(originalError);
  const [message, code, status] = unavailable
    ? [unavailableMessage(unavailable), 'UNAVAILABLE', 503]
    : [INTERNAL, 'INTERNAL_SERVER_ERROR', 500];
  const original = originalError instanceof Error ? originalError : new Error(String(originalError));
  return new GraphQLError(message, { path: path ?? null, originalError: original, extensions: { code, http: { status } } });
}

const INTERNAL = 'Something went wrong on our side. Nothing was changed unless the answer says so; quote the request id.';

function unavailableMessage({ mayHaveWritten }: UnavailableError): string {
  return mayHaveWritten
    ? 'The database did not answer, so that it is not known whether this was done. It was done as a whole or not at all: read before you send it again, or send it again with the same `idempotencyKey`.'
    : 'The database did not answer. Nothing was written; send the request again.';
}

function tooMuchForD1({ message, limit }: BeyondD1Error, { path }: GraphQLError): GraphQLError {
  const remedy = 'Split it into smaller requests. A mutation with this error wrote nothing; mutations before it did.';
  return new GraphQLError(`The request needs ${message}. ${remedy}`, {
    path: path ?? null,
    extensions: { code: 'QUERY_TOO_EXPENSIVE', limit },
  });
}

/** Returns the error of a page that examined too many items, with how to examine fewer. */
function scanTooLongError({ nodes, path }: GraphQLError, limit: number): GraphQLError {
  return new GraphQLError(
    `\`where\` and \`orderBy\` select too few of too many: the page was not full after ${grouped(limit)} items. Narrow \`where\`, or choose an order for it: the descriptions of its conditions name one.`,
    { nodes: nodes ?? null, path: path ?? null, extensions: { code: 'QUERY_TOO_EXPENSIVE', argument: 'where', limit } },
  );
}

/** Returns the error of a request that reads or writes too much, with how to make it smaller. */
function tooLargeError({ isWrite, isTotal }: TooLargeError, { path }: GraphQLError): GraphQLError {
  const limit = isTotal ? LIMITS.answer : LIMITS.value;
  const what = isTotal
    ? `What the request reads is over ${grouped(limit)} bytes, which its root fields share equally.`
    : `What the request reads beneath one object is over ${grouped(limit)} bytes.`;
  const remedy = 'Select fewer fields, or ask for smaller pages with `first`.';
  const message = isWrite ? `${what} ${remedy} Nothing was written.` : `${what} ${remedy}`;
  return new GraphQLError(message, { path: path ?? null, extensions: { code: 'ANSWER_TOO_LARGE', limit } });
}
