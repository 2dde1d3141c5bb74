import { type ExecutionArgs, GraphQLError, getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { withShortEchoes } from '../echo.ts';
import { statusOf } from '../error-codes.ts';
import { errorLine } from '../error-log.ts';
import { DEFAULT_MEDIA_TYPE, mediaTypeFor } from '../media-type.ts';
import type { RequestContext } from './request-context.ts';

/**
 * Gives every top-level error a code of the fixed list and the id of the request, removes suggestions of names where they are off, records
 * the outcome of the request, and gives an answer without data the status of its codes.
 */
export function errorCodes(): Plugin<RequestContext> {
  return {
    onExecute: ({ args }) => {
      const { document, operationName, contextValue }: ExecutionArgs & { contextValue: RequestContext } = args;
      contextValue.outcome.operation = getOperationAST(document, operationName)?.name?.value ?? null;
    },
    onResultProcess: ({ request, result, setResult, resultProcessor, setResultProcessor, serverContext }) => {
      const mediaType = mediaTypeFor(request.headers.get('accept')) ?? DEFAULT_MEDIA_TYPE;
      // Yoga takes the first type of the header, whatever its quality.
      if (resultProcessor) setResultProcessor(resultProcessor, mediaType);
      if (Array.isArray(result) || !('errors' in result) || !result.errors || !isRequestContext(serverContext)) return;
      const { requestId, suggestions, outcome, logError } = serverContext;
      // Fields of one call to D1 fail with one cause.
      for (const cause of new Set(result.errors.filter(isServerError).map(({ originalError }) => originalError)))
        logError(errorLine(cause, requestId));
      const errors = result.errors.map(({ message, nodes, path, extensions }) => {
        // graphql-js adds `originalError`. What it says of the input is in the message.
        const { originalError: _original, http: yogaHttp, code: ownCode = 'BAD_REQUEST', ...facts } = extensions ?? {};
        const code = yogaHttp?.status === 405 ? 'METHOD_NOT_ALLOWED' : String(ownCode);
        const status = result.data == null ? statusOf(code, mediaType) : yogaHttp?.status;
        const http = status === undefined ? {} : { http: { status, headers: yogaHttp?.headers ?? {} } };
        return new GraphQLError(withShortEchoes(suggestions ? message : message.replace(SUGGESTION, '')), {
          nodes: nodes ?? null,
          path: path ?? null,
          extensions: { ...facts, ...http, code, requestId },
        });
      });
      outcome.code = String(errors[0]?.extensions.code);
      setResult({ ...result, errors });
    },
  };
}

const isServerError = ({ extensions }: GraphQLError): boolean => SERVER_CODES.has(extensions?.code);

/** The codes of errors that no caller caused. */
const SERVER_CODES: ReadonlySet<unknown> = new Set(['INTERNAL_SERVER_ERROR', 'UNAVAILABLE']);

const isRequestContext = (context: object): context is RequestContext => 'outcome' in context;

/** The end of a message of graphql-js. */
const SUGGESTION = / Did you mean [^?]*\?/g;
