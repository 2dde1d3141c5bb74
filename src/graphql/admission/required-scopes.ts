import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  type GraphQLNamedType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  getOperationAST,
  getVariableValues,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Scope } from '../../operations/scope.ts';
import { hasScopedArguments, scopesOfArguments, scopesOfField, scopesOfType } from './scopes.ts';

type Values = Readonly<Record<string, unknown>>;

/** What a document requires, where no variable can change it. */
const constant = new WeakMap<DocumentNode, ReadonlySet<Scope>>();

/**
 * Every scope that an operation requires: those of the types whose fields it selects, of those fields, and of their arguments. Told from
 * the document and its variables, so that a request is refused before it reads anything; what `@skip` and `@include` leave out requires nothing.
 * @param document the operation with the fragments, valid
 * @param variables as they were sent, and found sound
 */
export function requiredScopes(schema: GraphQLSchema, document: DocumentNode, variables: Values): ReadonlySet<Scope> {
  const known = constant.get(document);
  if (known) return known;
  const operation = getOperationAST(document);
  const root = operation && schema.getRootType(operation.operation);
  if (!root) return new Set();
  const { coerced = {} } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  const walk = new Walk(schema, document, coerced);
  walk.select(operation.selectionSet, root);
  if (walk.isConstant) constant.set(document, walk.scopes);
  return walk.scopes;
}

class Walk {
  readonly scopes = new Set<Scope>();
  /** Whether every request with this document requires the same. */
  isConstant = true;
  readonly #schema: GraphQLSchema;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #variables: { [variable: string]: unknown };
  /** A fragment requires the same wherever it is spread. */
  readonly #walked = new Set<string>();

  constructor(schema: GraphQLSchema, document: DocumentNode, variables: Values) {
    this.#schema = schema;
    this.#variables = variables;
    this.#fragments = new Map(
      document.definitions.flatMap((definition) =>
        definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
      ),
    );
  }

  select({ selections }: SelectionSetNode, parent: GraphQLNamedType): void {
    for (const selection of selections) {
      if (!this.#isIncluded(selection)) continue;
      if (selection.kind === Kind.FIELD) this.#field(selection, parent);
      else if (selection.kind === Kind.INLINE_FRAGMENT)
        this.select(selection.selectionSet, this.#typeNamed(selection.typeCondition?.name.value) ?? parent);
      else this.#spread(selection.name.value);
    }
  }

  #spread(name: string): void {
    const fragment = this.#fragments.get(name);
    const type = this.#typeNamed(fragment?.typeCondition.name.value);
    if (!fragment || !type || this.#walked.has(name)) return;
    this.#walked.add(name);
    this.select(fragment.selectionSet, type);
  }

  #field(node: FieldNode, parent: GraphQLNamedType): void {
    this.#require(scopesOfType(parent));
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
    // `__typename` and introspection require nothing of their own.
    if (!field) return;
    this.#require(scopesOfField(field));
    if (hasScopedArguments(field)) {
      this.isConstant = false;
      this.#require(scopesOfArguments(field, getArgumentValues(field, node, this.#variables), this.#schema));
    }
    if (node.selectionSet) this.select(node.selectionSet, getNamedType(field.type));
  }

  #isIncluded(selection: SelectionNode): boolean {
    if (!selection.directives?.length) return true;
    this.isConstant = false;
    if (getDirectiveValues(GraphQLSkipDirective, selection, this.#variables)?.if === true) return false;
    return getDirectiveValues(GraphQLIncludeDirective, selection, this.#variables)?.if !== false;
  }

  #require(scopes: readonly Scope[]): void {
    for (const scope of scopes) this.scopes.add(scope);
  }

  #typeNamed(name: string | undefined): GraphQLNamedType | undefined {
    return name === undefined ? undefined : this.#schema.getType(name);
  }
}
