import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Context } from '../../operations/context.ts';

/** Sees to it that every top-level error carries a code of the fixed list and the request's id. */
export function errorCodes(): Plugin<Context> {
  return {
    onResultProcess: ({ result, setResult, serverContext }) => {
      if (Array.isArray(result) || !('errors' in result) || !result.errors) return;
      const requestId = 'requestId' in serverContext ? serverContext.requestId : undefined;
      const errors = result.errors.map(
        (error) =>
          new GraphQLError(error.message, {
            nodes: error.nodes ?? null,
            path: error.path ?? null,
            extensions: { ...error.extensions, code: error.extensions?.code ?? 'BAD_REQUEST', requestId },
          }),
      );
      setResult({ ...result, errors });
    },
  };
}
