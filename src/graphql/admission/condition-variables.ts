import { type DocumentNode, type GraphQLError, Kind, type ValueNode, visit } from 'graphql';
import { withoutValue } from './conditions.ts';

/** A variable within a `where`, and what it is the value of. */
interface Use {
  readonly variable: string;
  readonly path: readonly (string | number)[];
}

/**
 * Refuses a variable that is left out although a condition needs it: GraphQL would drop the condition, and the list would return more than
 * was asked for. A variable for the whole `where` may be left out.
 */
export function unsetCondition(document: DocumentNode, variables: Readonly<Record<string, unknown>>): GraphQLError | null {
  const unset = usesIn(document).find(({ variable }) => !(variable in variables));
  return unset ? withoutValue(unset.path, `: the variable \`$${unset.variable}\` is left out`) : null;
}

const usesByDocument = new WeakMap<DocumentNode, readonly Use[]>();

/** Of the variables that may be left out. Looked for once a document. */
function usesIn(document: DocumentNode): readonly Use[] {
  const known = usesByDocument.get(document);
  if (known) return known;
  const uses: Use[] = [];
  const optional = new Set<string>();
  visit(document, {
    VariableDefinition: ({ variable, type, defaultValue }) => {
      if (type.kind !== Kind.NON_NULL_TYPE && !defaultValue) optional.add(variable.name.value);
    },
    Argument: ({ name, value }) => {
      if (name.value === 'where' && value.kind === Kind.OBJECT) uses.push(...within(value, ['where']));
    },
  });
  const omittable = uses.filter(({ variable }) => optional.has(variable));
  usesByDocument.set(document, omittable);
  return omittable;
}

function within(value: ValueNode, path: Use['path']): readonly Use[] {
  if (value.kind === Kind.VARIABLE) return [{ variable: value.name.value, path }];
  if (value.kind === Kind.LIST) return value.values.flatMap((each, i) => within(each, [...path, i]));
  return value.kind === Kind.OBJECT ? value.fields.flatMap((field) => within(field.value, [...path, field.name.value])) : [];
}
