import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

/** The fields that a document selects beneath some nodes, through its fragments, whatever types they are on. */
export function selectedFields(
  nodes: readonly { readonly selectionSet?: SelectionSetNode | undefined }[],
  fragments: GraphQLResolveInfo['fragments'],
): FieldNode[] {
  return nodes.flatMap(({ selectionSet }) =>
    (selectionSet?.selections ?? []).flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return [selection];
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments[selection.name.value];
      return fragment ? selectedFields([fragment], fragments) : [];
    }),
  );
}
