import { type DocumentNode, GraphQLError, type GraphQLSchema, TypeInfo, type ValueNode, visit, visitWithTypeInfo } from 'graphql';
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
  for (const [name, place] of given) {
    const stray = findStray(variables[name]);
    if (stray) return unsound(place, `$${name}`, stray);
  }
  return null;
}

/** A value in a document, and the argument that it is or is in; null: a default value, which is nobody's argument yet. */
interface Place {
  readonly node: ValueNode;
  readonly argument: string | null;
}

interface Texts {
  /** What is wrong with a text that is written out. */
  readonly refusal: GraphQLError | null;
  /** The variables that are arguments, or in them, by their names: the first place of each. */
  readonly given: ReadonlyMap<string, Place>;
}

const textsByDocument = new WeakMap<DocumentNode, Texts>();

/** Looked for once a document. */
function textsOf(schema: GraphQLSchema, document: DocumentNode): Texts {
  const known = textsByDocument.get(document);
  if (known) return known;
  const types = new TypeInfo(schema);
  const given = new Map<string, Place>();
  let refusal: GraphQLError | null = null;
  visit(
    document,
    visitWithTypeInfo(types, {
      Argument: () => (types.getParentType() === schema.getMutationType() ? false : undefined),
      StringValue(node) {
        const stray = findStray(node.value);
        const argument = types.getArgument()?.name ?? null;
        if (stray) refusal ??= unsound({ node, argument }, argument ?? 'a default value', stray);
      },
      Variable(node) {
        // Where it is declared, a variable is nobody's argument yet.
        const argument = types.getArgument()?.name;
        if (argument !== undefined && !given.has(node.name.value)) given.set(node.name.value, { node, argument });
      },
    }),
  );
  const texts = { refusal, given };
  textsByDocument.set(document, texts);
  return texts;
}

function unsound({ node, argument }: Place, name: string, { character, path }: Stray): GraphQLError {
  const where = [name, ...path].join('.');
  return new GraphQLError(`\`${where}\`: control characters and unpaired surrogates are not allowed. Found ${character}.`, {
    nodes: node,
    extensions: { code: 'BAD_USER_INPUT', ...(argument !== null && { argument }) },
  });
}
