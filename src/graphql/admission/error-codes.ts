import { type ExecutionArgs, GraphQLError, getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { statusOf } from '../error-codes.ts';
import { errorLine } from '../error-log.ts';
import { DEFAULT_MEDIA_TYPE, mediaTypeFor } from '../media-type.ts';
import type { Served } from './served.ts';

/**
 * Sees to it that every top-level error carries a code of the fixed list and the request's id, names nothing of the schema where that is
 * not wanted, and is noted as the request's outcome; and that an answer without data has the status of its codes.
 */
export function errorCodes(): Plugin<Served> {
  return {
    onExecute: ({ args }) => {
      const { document, operationName, contextValue }: ExecutionArgs & { contextValue: Served } = args;
      contextValue.outcome.operation = getOperationAST(document, operationName)?.name?.value ?? null;
    },
    onResultProcess: ({ request, result, setResult, resultProcessor, setResultProcessor, serverContext }) => {
      const mediaType = mediaTypeFor(request.headers.get('accept')) ?? DEFAULT_MEDIA_TYPE;
      // Yoga takes the type that is named first, whatever its quality.
      if (resultProcessor) setResultProcessor(resultProcessor, mediaType);
      if (Array.isArray(result) || !('errors' in result) || !result.errors || !isServed(serverContext)) return;
      const { requestId, suggestions, outcome, logError } = serverContext;
      // Fields that failed with one call to D1 have one cause.
      for (const cause of new Set(result.errors.filter(isOurs).map(({ originalError }) => originalError)))
        logError(errorLine(cause, requestId));
      const errors = result.errors.map(({ message, nodes, path, extensions }) => {
        // `originalError` is the engine's own; what it says of the input is in the message.
        const { originalError: _engine, http: engines, code: given = 'BAD_REQUEST', ...facts } = extensions ?? {};
        const code = engines?.status === 405 ? 'METHOD_NOT_ALLOWED' : String(given);
        const status = 'data' in result ? engines?.status : statusOf(code, mediaType);
        const http = status === undefined ? {} : { http: { status, headers: engines?.headers ?? {} } };
        return new GraphQLError(suggestions ? message : message.replace(SUGGESTION, ''), {
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

const isOurs = ({ extensions }: GraphQLError): boolean => OURS.has(extensions?.code);

/** The codes of what no caller is at fault for. */
const OURS: ReadonlySet<unknown> = new Set(['INTERNAL_SERVER_ERROR', 'UNAVAILABLE']);

const isServed = (context: object): context is Served => 'outcome' in context;

/** As the engine ends a message. */
const SUGGESTION = / Did you mean [^?]*\?/g;
