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
  const { refusal, given } = textsOf(schema, document);
  if (refusal) return refusal;
  for (const name of given) {
    const stray = findStray(variables[name]);
    if (stray) return unsound(`$${name}`, stray);
  }
  return null;
}

interface Texts {
  /** What is wrong with a text that is written out. */
  readonly refusal: GraphQLError | null;
  /** The variables that are arguments. */
  readonly given: ReadonlySet<string>;
}

const textsByDocument = new WeakMap<DocumentNode, Texts>();

/** Looked for once a document. */
function textsOf(schema: GraphQLSchema, document: DocumentNode): Texts {
  const known = textsByDocument.get(document);
  if (known) return known;
  const types = new TypeInfo(schema);
  const given = new Set<string>();
  let refusal: GraphQLError | null = null;
  visit(
    document,
    visitWithTypeInfo(types, {
      Argument: () => (types.getParentType() === schema.getMutationType() ? false : undefined),
      StringValue({ value }) {
        const stray = findStray(value);
        if (stray) refusal ??= unsound(types.getArgument()?.name ?? 'a default value', stray);
      },
      Variable({ name }) {
        // Where it is declared, a variable is nobody's argument yet.
        if (types.getArgument()) given.add(name.value);
      },
    }),
  );
  const texts = { refusal, given };
  textsByDocument.set(document, texts);
  return texts;
}

function unsound(name: string, { found, path }: Stray): GraphQLError {
  const where = [name, ...path].join('.');
  return new GraphQLError(`\`${where}\`: control characters and halves of characters are not allowed; found ${found}.`, {
    extensions: { code: 'BAD_USER_INPUT', argument: name },
  });
}
