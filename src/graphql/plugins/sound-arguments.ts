import { type DocumentNode, GraphQLError, type GraphQLSchema, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import { findStray, type Stray } from '../../domain/stray-text.ts';

/**
 * Refuses an argument with a text that no text may be, whichever argument it is, written out or in a variable. The inputs of mutations
 * are left to the operations, which refuse them naming the field.
 */
export function unsoundArgument(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
): GraphQLError | null {
  const types = new TypeInfo(schema);
  let refusal: GraphQLError | null = null;
  const require = (value: unknown, name: string) => {
    const stray = findStray(value);
    if (stray) refusal ??= unsound(name, stray);
  };
  visit(
    document,
    visitWithTypeInfo(types, {
      Argument: () => (types.getParentType() === schema.getMutationType() ? false : undefined),
      StringValue: ({ value }) => require(value, types.getArgument()?.name ?? 'a default value'),
      // Where it is declared, a variable is nobody's argument yet.
      Variable: ({ name }) => (types.getArgument() ? require(variables[name.value], `$${name.value}`) : undefined),
    }),
  );
  return refusal;
}

function unsound(name: string, { found, path }: Stray): GraphQLError {
  const where = [name, ...path].join('.');
  return new GraphQLError(`\`${where}\`: control characters and halves of characters are not allowed; found ${found}.`, {
    extensions: { code: 'BAD_USER_INPUT', argument: name },
  });
}
