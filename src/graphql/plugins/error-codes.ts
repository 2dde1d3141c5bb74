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
        const { originalError: _engine, code = 'BAD_REQUEST', ...facts } = extensions ?? {};
        // A request that is not even one of GraphQL's is 400, whatever content type the client would like.
        const http = code === 'BAD_REQUEST' ? { http: { status: 400 } } : {};
        return new GraphQLError(message, { nodes: nodes ?? null, path: path ?? null, extensions: { ...facts, ...http, code, requestId } });
      });
      setResult({ ...result, errors });
    },
  };
}
