import { type DocumentNode, type FieldNode, GraphQLError, Kind, OperationTypeNode, type SelectionSetNode } from 'graphql';
import { LIMITS } from '../limits.ts';

type Fragments = ReadonlyMap<string, SelectionSetNode>;

/**
 * Refuses an operation with too many root fields, or too many aliases of one field in one selection set, `__typename` included.
 * Selections are merged as they are when they run, so that neither fragments nor repeated fields hide any. Takes a validated document of
 * a bounded price: it goes through every field that could be answered.
 */
export function tooManyAliases(document: DocumentNode): GraphQLError | null {
  const fragments = fragmentsOf(document);
  const root = rootOf(document);
  const roots = merged(root, fragments).size;
  if (roots > LIMITS.rootFields) return tooExpensive(`The query has ${roots} root fields; at most ${LIMITS.rootFields} are allowed.`);
  const field = crowded(root, fragments);
  return field === null
    ? null
    : tooExpensive(`\`${field}\` has more than ${LIMITS.aliases} aliases in one selection; at most ${LIMITS.aliases} are allowed.`);
}

/** The root fields of a document's first operation, by the name that each is answered under. */
export const rootFields = (document: DocumentNode): ReadonlyMap<string, readonly FieldNode[]> =>
  merged(rootOf(document), fragmentsOf(document));

/** How many mutations a document's first operation makes; 0 for a query. */
export function mutationsIn(document: DocumentNode): number {
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (operation?.operation !== OperationTypeNode.MUTATION) return 0;
  return [...rootFields(document).values()].filter(([node]) => node?.name.value !== '__typename').length;
}

const rootOf = ({ definitions }: DocumentNode): readonly SelectionSetNode[] =>
  definitions.flatMap((definition) => (definition.kind === Kind.OPERATION_DEFINITION ? [definition.selectionSet] : [])).slice(0, 1);

const fragmentsOf = ({ definitions }: DocumentNode): Fragments =>
  new Map(definitions.flatMap((d) => (d.kind === Kind.FRAGMENT_DEFINITION ? [[d.name.value, d.selectionSet]] : [])));

/** The name of a field with too many aliases, here or below. */
function crowded(sets: readonly SelectionSetNode[], fragments: Fragments): string | null {
  const nodesByAlias = merged(sets, fragments);
  const aliases = new Map<string, number>();
  for (const [node] of nodesByAlias.values()) {
    const name = node?.name.value ?? '';
    const count = (aliases.get(name) ?? 0) + 1;
    if (count > LIMITS.aliases) return name;
    aliases.set(name, count);
  }
  for (const nodes of nodesByAlias.values()) {
    const below = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const name = below.length > 0 ? crowded(below, fragments) : null;
    if (name !== null) return name;
  }
  return null;
}

/** The fields of several selection sets of one object, by the name that each is answered under. */
function merged(sets: readonly SelectionSetNode[], fragments: Fragments): Map<string, FieldNode[]> {
  const nodesByAlias = new Map<string, FieldNode[]>();
  const seen = new Set<SelectionSetNode>();
  const collect = (set: SelectionSetNode | undefined): void => {
    if (!set || seen.has(set)) return;
    seen.add(set);
    for (const selection of set.selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) collect(fragments.get(selection.name.value));
      else {
        const alias = (selection.alias ?? selection.name).value;
        const nodes = nodesByAlias.get(alias);
        if (nodes) nodes.push(selection);
        else nodesByAlias.set(alias, [selection]);
      }
    }
  };
  for (const set of sets) collect(set);
  return nodesByAlias;
}

const tooExpensive = (message: string): GraphQLError => new GraphQLError(message, { extensions: { code: 'QUERY_TOO_EXPENSIVE' } });
