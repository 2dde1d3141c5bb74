import { type GraphQLError, OperationTypeNode, SchemaMetaFieldDef, TypeMetaFieldDef } from 'graphql';
import { LIMITS } from '../limits.ts';
import { type Facts, type FieldUse, isField, oncePerOperation, type Selection } from './facts.ts';
import { tooExpensive } from './request-errors.ts';

/**
 * Refuses an operation with too many root fields, or with too many aliases of one field in one selection set, `__typename` included.
 * Selections are merged as execution merges them, so that neither fragments nor repeated fields hide an alias.
 * @param facts of an operation whose price is within its limit: every field that could be answered is visited
 */
export function tooManyAliases(facts: Facts): GraphQLError | null {
  const roots = rootFields(facts).size;
  if (roots > LIMITS.rootFields) return tooExpensive(`The query has ${roots} root fields; at most ${LIMITS.rootFields} are allowed.`);
  const field = crowdedField(facts);
  return field === null
    ? null
    : tooExpensive(`\`${field}\` has more than ${LIMITS.aliases} aliases in one selection; at most ${LIMITS.aliases} are allowed.`);
}

/** The root fields of an operation, by the name under which each is answered. */
export const rootFields = oncePerOperation(({ selection }) => merge([selection]));

/** How many mutations an operation makes. 0 for a query. */
export const mutationCount = oncePerOperation((facts) => {
  if (facts.operation.operation !== OperationTypeNode.MUTATION) return 0;
  return [...rootFields(facts).values()].filter(([use]) => use?.definition.name !== '__typename').length;
});

/** Whether an operation introspects the schema, beyond the names of types in its answer. */
export const readsSchema = oncePerOperation((facts) =>
  [...rootFields(facts).values()].some(([use]) => use?.definition === SchemaMetaFieldDef || use?.definition === TypeMetaFieldDef),
);

const crowdedField = oncePerOperation(({ selection }) => findCrowded([selection]));

/** The name of a field with too many aliases, in these selections of one object or beneath them. */
function findCrowded(selections: readonly Selection[]): string | null {
  const usesByAlias = merge(selections);
  const aliases = new Map<string, number>();
  for (const [use] of usesByAlias.values()) {
    const name = use?.definition.name ?? '';
    const count = (aliases.get(name) ?? 0) + 1;
    if (count > LIMITS.aliases) return name;
    aliases.set(name, count);
  }
  for (const uses of usesByAlias.values()) {
    const beneath = uses.map(({ selection }) => selection).filter(({ length }) => length > 0);
    const name = beneath.length > 0 ? findCrowded(beneath) : null;
    if (name !== null) return name;
  }
  return null;
}

/** The fields of several selections of one object, by the name under which each is answered. */
function merge(selections: readonly Selection[]): ReadonlyMap<string, readonly FieldUse[]> {
  const usesByAlias = new Map<string, FieldUse[]>();
  const visited = new Set<Selection>();
  const collect = (selection: Selection): void => {
    if (visited.has(selection)) return;
    visited.add(selection);
    for (const part of selection) {
      if (!isField(part)) {
        collect(part.selection);
        continue;
      }
      const alias = (part.node.alias ?? part.node.name).value;
      const uses = usesByAlias.get(alias);
      if (uses) uses.push(part);
      else usesByAlias.set(alias, [part]);
    }
  };
  for (const selection of selections) collect(selection);
  return usesByAlias;
}
