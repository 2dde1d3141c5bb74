import { GraphQLError } from 'graphql';

/** A request that cannot be read; the message says what would be right. */
export const badRequest = (message: string): GraphQLError => new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } });
