import { GraphQLError, Kind, type StringValueNode, type VariableNode } from 'graphql';
import { findStray, type Stray } from '../../domain/stray-text.ts';
import { type Facts, leavesOf, oncePerOperation, type Variables } from './facts.ts';

/**
 * Refuses an argument with a text that no text may be, whichever argument it is, written out or in a variable. The inputs of mutations
 * are left to the operations, which name the field that is wrong.
 * @param sent the variables as they were sent
 */
export function strayText(facts: Facts, sent: Variables): GraphQLError | null {
  const { literal, variables } = textsOf(facts);
  if (literal) return strayError(literal.place, literal.place.argument ?? 'a default value', literal.stray);
  for (const [name, place] of variables) {
    const stray = findStray(sent[name]);
    if (stray) return strayError(place, `$${name}`, stray);
  }
  return null;
}

/** A value in a document, and the argument that it is part of. `null`: a default value, which is not part of an argument. */
interface Place {
  readonly node: StringValueNode | VariableNode;
  readonly argument: string | null;
}

interface Texts {
  /** The first text that is written out and wrong. */
  readonly literal: { readonly place: Place; readonly stray: Stray } | null;
  /** The variables in arguments by name, with the first place of each. */
  readonly variables: ReadonlyMap<string, Place>;
}

const textsOf = oncePerOperation(({ schema, operation, fields }): Texts => {
  const defaults = (operation.variableDefinitions ?? []).flatMap(({ defaultValue }) => (defaultValue ? leavesOf(defaultValue, []) : []));
  const args = fields.filter(({ parent }) => parent !== schema.getMutationType()).flatMap((use) => use.arguments);
  const places: readonly Place[] = [
    ...defaults.map(({ node }) => ({ node, argument: null })),
    ...args.flatMap(({ node: { name }, leaves }) => leaves.map(({ node }) => ({ node, argument: name.value }))),
  ];
  const variables = new Map<string, Place>();
  let literal: Texts['literal'] = null;
  for (const place of places) {
    const { node } = place;
    if (node.kind === Kind.VARIABLE) {
      if (!variables.has(node.name.value)) variables.set(node.name.value, place);
      continue;
    }
    const stray = findStray(node.value);
    if (stray) literal ??= { place, stray };
  }
  return { literal, variables };
});

function strayError({ node, argument }: Place, name: string, { character, path }: Stray): GraphQLError {
  const where = [name, ...path].join('.');
  return new GraphQLError(`\`${where}\`: control characters and unpaired surrogates are not allowed. Found ${character}.`, {
    nodes: node,
    extensions: { code: 'BAD_USER_INPUT', ...(argument !== null && { argument }) },
  });
}
