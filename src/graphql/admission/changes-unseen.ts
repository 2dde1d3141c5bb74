import { type DocumentNode, type FieldNode, type GraphQLSchema, TypeInfo, visit, visitWithTypeInfo } from 'graphql';

type IsUnseen = boolean | ((field: FieldNode) => boolean);

/**
 * Marks a field whose answer may change although no change was accepted, no day began and no proposal expired: always, or as the field
 * is asked for in a document. An answer with it has no `ETag`.
 */
export const changesUnseen = (isUnseen: IsUnseen = true): { extensions: { changesUnseen: IsUnseen } } => ({
  extensions: { changesUnseen: isUnseen },
});

const known = new WeakMap<DocumentNode, boolean>();

/** Whether a document asks for such a field. Found out once a document. */
export function asksForUnseen(schema: GraphQLSchema, document: DocumentNode): boolean {
  const before = known.get(document);
  if (before !== undefined) return before;
  const types = new TypeInfo(schema);
  let found = false;
  visit(
    document,
    visitWithTypeInfo(types, {
      Field(node) {
        const isUnseen = types.getFieldDef()?.extensions.changesUnseen as IsUnseen | undefined;
        found ||= typeof isUnseen === 'function' ? isUnseen(node) : isUnseen === true;
      },
    }),
  );
  known.set(document, found);
  return found;
}
