import { type ConstDirectiveNode, Kind } from 'graphql';

/** An element of a schema that was built from a text. */
export interface Directed {
  readonly astNode?: { readonly directives?: readonly ConstDirectiveNode[] | undefined } | null | undefined;
}

/** The scopes of the only alternative of `@requiresScopes` on an element, in the schema's spelling. */
export function scopesOfDirective(element: Directed | null | undefined): readonly string[] {
  const directive = element?.astNode?.directives?.find(({ name }) => name.value === 'requiresScopes');
  if (!directive) return [];
  const [alternatives] = directive.arguments ?? [];
  const [scopes, ...others] = alternatives?.value.kind === Kind.LIST ? alternatives.value.values : [];
  if (scopes?.kind !== Kind.LIST || others.length > 0) throw new Error('one list of scopes was expected');
  return scopes.values.map((scope) => (scope.kind === Kind.ENUM ? scope.value : ''));
}
