import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Context } from '../../operations/context.ts';

/** Sees to it that every top-level error carries a code of the fixed list and the request's id. */
export function errorCodes(): Plugin<Context> {
  return {
    onResultProcess: ({ result, setResult, serverContext }) => {
      if (Array.isArray(result) || !('errors' in result) || !result.errors) return;
      const requestId = 'requestId' in serverContext ? serverContext.requestId : undefined;
      const errors = result.errors.map(({ message, nodes, path, extensions }) => {
        // `originalError` is the engine's own; what it says of the input is in the message.
        const { originalError: _engine, http: engines, code: given = 'BAD_REQUEST', ...facts } = extensions ?? {};
        const code = engines?.status === 405 ? 'METHOD_NOT_ALLOWED' : given;
        // A body that is not even JSON is 400, whatever content type the client would like.
        const status = code === 'BAD_REQUEST' ? { status: 400 } : engines;
        return new GraphQLError(message, {
          nodes: nodes ?? null,
          path: path ?? null,
          extensions: { ...facts, ...(status ? { http: status } : {}), code, requestId },
        });
      });
      setResult({ ...result, errors });
    },
  };
}
