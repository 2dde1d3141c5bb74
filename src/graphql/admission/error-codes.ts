import { type ExecutionArgs, GraphQLError, getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { withShortEchoes } from '../echo.ts';
import { statusOf } from '../error-codes.ts';
import { errorLine } from '../error-log.ts';
import { DEFAULT_MEDIA_TYPE, mediaTypeFor } from '../media-type.ts';
import type { RequestContext, ServerContext } from './request-context.ts';

/**
 * Gives every top-level error a code of the fixed list and the id of the request, removes suggestions of names where they are off, records
 * the outcome of the request, and gives an answer without data the status of its codes.
 */
export function errorCodes(): Plugin<RequestContext, ServerContext> {
  return {
    onExecute: ({ args }) => {
      const { document, operationName, contextValue }: ExecutionArgs & { contextValue: RequestContext } = args;
      contextValue.outcome.operation = getOperationAST(document, operationName)?.name?.value ?? null;
    },
    onResultProcess: ({ request, result, setResult, resultProcessor, setResultProcessor, serverContext }) => {
      const mediaType = mediaTypeFor(request.headers.get('accept')) ?? DEFAULT_MEDIA_TYPE;
      // Yoga takes the first type of the header, whatever its quality.
      if (resultProcessor) setResultProcessor(resultProcessor, mediaType);
      if (Array.isArray(result) || !('errors' in result) || !result.errors) return;
      const errors = errorsForCaller(result.errors, serverContext.context).map(
        ({ message, nodes, source, positions, path, extensions: { http, ...facts } }) => {
          const status = result.data == null ? statusOf(String(facts.code), mediaType) : http?.status;

          const extensions = status === undefined ? facts : { ...facts, http: { status, headers: http?.headers ?? {} } };
          return new GraphQLError(message, {
            nodes: nodes ?? null,
            source: source ?? null,
            positions: positions ?? null,
            path: path ?? null,
            extensions,
          });
        },
      );
      setResult({ ...result, errors });
    },
  };
}

/**
 * Returns the errors of an answer as its caller may read them: each with a code of the fixed list and the id of the request, and without
 * suggestions of names where they are off. Logs those that no caller caused, and records the first as the outcome of the request.
 */
export function errorsForCaller(
  errors: readonly GraphQLError[],
  { requestId, suggestions, outcome, logError }: RequestContext,
): readonly GraphQLError[] {
  // Fields of one call to D1 fail with one cause.
  for (const cause of new Set(errors.filter(isServerError).map(({ originalError }) => originalError)))
    logError(errorLine(cause, requestId));
  const coded = errors.map(({ message, nodes, source, positions, path, extensions }) => {
    // graphql-js adds `originalError`. What it says of the input is in the message.
    const { originalError: _original, http, code: ownCode = 'BAD_REQUEST', ...facts } = extensions ?? {};
    const code = http?.status === METHOD_NOT_ALLOWED ? 'METHOD_NOT_ALLOWED' : String(ownCode);
    const told = code === NO_OPERATION.code ? NO_OPERATION.message : message;
    return new GraphQLError(withShortEchoes(suggestions ? told : told.replace(SUGGESTION, '')), {
      nodes: nodes ?? null,
      // A syntax error has a place in the text, and no node.
      source: source ?? null,
      positions: positions ?? null,
      path: path ?? null,
      extensions: { ...facts, ...(http && { http }), code, requestId },
    });
  });
  outcome.code = String(coded[0]?.extensions.code);
  return coded;
}

const METHOD_NOT_ALLOWED = 405;

/** Yoga and graphql-js say that there is no operation, and not what would name one. */
const NO_OPERATION = {
  code: 'OPERATION_RESOLUTION_FAILURE',
  message: 'It is not known which operation to run: `operationName` must name one of the operations in the document.',
};

const isServerError = ({ extensions }: GraphQLError): boolean => SERVER_CODES.has(extensions?.code);

/** The codes of errors that no caller caused. */
const SERVER_CODES: ReadonlySet<unknown> = new Set(['INTERNAL_SERVER_ERROR', 'UNAVAILABLE']);

/** The end of a message of graphql-js. */
const SUGGESTION = / Did you mean [^?]*\?/g;
