import { GraphQLError } from 'graphql';
import { createYoga } from 'graphql-yoga';
import type { Context } from '../operations/context.ts';
import { ForbiddenError } from '../operations/operation.ts';
import { UnauthorizedError } from '../store/unit-of-work.ts';
import { admission } from './plugins/admission.ts';
import { errorCodes } from './plugins/error-codes.ts';
import { schema } from './schema.ts';

/** GraphQL over HTTP. The caller is known before it is reached, and everything around HTTP is the app's. */
export const yoga = createYoga<Context>({
  schema,
  graphqlEndpoint: '/graphql',
  graphiql: false,
  landingPage: false,
  batching: false,
  multipart: false,
  cors: false,
  logging: false,
  maskedErrors: { maskError },
  plugins: [admission(), errorCodes()],
});

/** What a caller sees of an error: refusals as they are, everything else as nothing but a code and the request's id. */
function maskError(error: unknown): Error {
  if (!(error instanceof GraphQLError)) return internal();
  const { originalError } = error;
  if (originalError instanceof ForbiddenError) {
    const { message, scope } = originalError;
    return new GraphQLError(message, { ...error, extensions: { code: 'FORBIDDEN', scope } });
  }
  if (originalError instanceof UnauthorizedError) {
    return new GraphQLError('This token was revoked or has expired. Nothing was written.', {
      path: error.path ?? null,
      extensions: { code: 'UNAUTHENTICATED', http: { status: 401, headers: { 'www-authenticate': 'Bearer' } } },
    });
  }
  if (!originalError || originalError instanceof GraphQLError) return error;
  // The engine's own words for a malformed body or literal are about the input, and end where the input does.
  if (error.extensions.http) return new GraphQLError(error.message, { extensions: error.extensions });
  log(originalError);
  return internal(error);
}

function internal(error?: GraphQLError): GraphQLError {
  return new GraphQLError('Something went wrong on our side. Nothing was changed unless the answer says so; quote the request id.', {
    path: error?.path ?? null,
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  });
}

function log(error: Error): void {
  // biome-ignore lint/suspicious/noConsole: a Worker's log is its console.
  console.error(JSON.stringify({ level: 'error', name: error.name, message: error.message.split('\n')[0], stack: error.stack }));
}
