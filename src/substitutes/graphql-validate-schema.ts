import type { GraphQLError, GraphQLSchema } from 'graphql';

/** The schema is valid, as the engine's contract test proves: a Worker does not check it again. */
export const validateSchema = ({ __validationErrors }: GraphQLSchema): readonly GraphQLError[] => __validationErrors ?? [];

export function assertValidSchema(schema: GraphQLSchema): void {
  if (validateSchema(schema).length > 0) throw new Error('the schema is invalid');
}
