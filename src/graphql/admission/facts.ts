import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getOperationAST,
  type InlineFragmentNode,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type StringValueNode,
  type ValueNode,
  type VariableNode,
} from 'graphql';
import { fragmentsIn, isIncluded, META_FIELDS } from '../../engine/execute/collect.ts';

/** What one operation of a document selects and gives, found in one walk. Every check of a request reads these facts. */
export interface Facts {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  /** The selection of the root type. */
  readonly selection: Selection;
  /** Every field that the operation can reach. The fields of a fragment come once, wherever it is spread. */
  readonly fields: readonly FieldUse[];
  /** Whether `@skip` or `@include` can leave something out. */
  readonly isConditional: boolean;
}

/** What a selection set selects. The selection of a fragment is one object, wherever it is spread. */
export type Selection = readonly (FieldUse | FragmentUse)[];

/** A field in a document, with its definition in the schema. */
export interface FieldUse {
  readonly node: FieldNode;
  readonly parent: GraphQLNamedType;
  readonly definition: Field;
  readonly arguments: readonly ArgumentUse[];
  /** Empty for a scalar. */
  readonly selection: Selection;
}

/** A fragment where a document includes it. */
interface FragmentUse {
  readonly node: FragmentSpreadNode | InlineFragmentNode;
  readonly selection: Selection;
}

/** An argument that a document gives to a field. */
interface ArgumentUse {
  readonly node: ArgumentNode;
  readonly leaves: readonly Leaf[];
}

/** A text or a variable in a value, and where in it. */
export interface Leaf {
  readonly node: StringValueNode | VariableNode;
  readonly path: readonly (string | number)[];
}

/** Values of variables by name. */
export type Variables = Readonly<Record<string, unknown>>;

type Field = GraphQLField<unknown, unknown>;

/** By operation. Yoga keeps the documents, in a cache of bounded size, and so bounds this one. */
const factsByOperation = new WeakMap<OperationDefinitionNode, Facts>();

/**
 * The facts of the operation that a request runs; `null` when there is no such operation. The other operations of the document have no part in them.
 * @param document valid
 */
export function factsOf(schema: GraphQLSchema, document: DocumentNode, operationName?: string | null): Facts | null {
  const operation = getOperationAST(document, operationName);
  const root = operation && schema.getRootType(operation.operation);
  if (!root) return null;
  const known = factsByOperation.get(operation);
  if (known?.schema === schema) return known;
  const walk = new Walk(schema, document);
  const selection = walk.select(operation.selectionSet, root);
  const facts = { schema, operation, selection, fields: walk.fields, isConditional: walk.isConditional };
  factsByOperation.set(operation, facts);
  return facts;
}

/** Derives something from facts, once an operation. */
export function oncePerOperation<T>(derive: (facts: Facts) => T): (facts: Facts) => T {
  const derived = new WeakMap<Facts, { readonly value: T }>();
  return (facts) => {
    let entry = derived.get(facts);
    if (!entry) {
      entry = { value: derive(facts) };
      derived.set(facts, entry);
    }
    return entry.value;
  };
}

/**
 * The fields that run with these variables: all but those that `@skip` and `@include` leave out.
 * @param variables coerced
 */
export function includedFields({ fields, selection, isConditional }: Facts, variables: Variables): readonly FieldUse[] {
  return isConditional ? [...included(selection, variables, new Set())] : fields;
}

function* included(selection: Selection, variables: Variables, visited: Set<Selection>): Generator<FieldUse> {
  if (visited.has(selection)) return;
  visited.add(selection);
  for (const part of selection) {
    if (!isIncluded(part.node, variables)) continue;
    if (isField(part)) yield part;
    yield* included(part.selection, variables, visited);
  }
}

/** Whether a part of a selection is a field rather than a fragment. */
export const isField = (part: Selection[number]): part is FieldUse => 'definition' in part;

/** The texts and variables in a value, in the order of the document. */
export function leavesOf(value: ValueNode, path: Leaf['path']): readonly Leaf[] {
  if (value.kind === Kind.STRING || value.kind === Kind.VARIABLE) return [{ node: value, path }];
  if (value.kind === Kind.LIST) return value.values.flatMap((item, i) => leavesOf(item, [...path, i]));
  return value.kind === Kind.OBJECT ? value.fields.flatMap((field) => leavesOf(field.value, [...path, field.name.value])) : [];
}

class Walk {
  readonly fields: FieldUse[] = [];
  isConditional = false;
  readonly #schema: GraphQLSchema;
  readonly #fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly #selectionByFragment = new Map<string, Selection>();

  constructor(schema: GraphQLSchema, document: DocumentNode) {
    this.#schema = schema;
    this.#fragments = fragmentsIn(document);
  }

  select({ selections }: SelectionSetNode, parent: GraphQLNamedType): Selection {
    return selections.flatMap((node) => {
      if (node.directives?.length) this.isConditional = true;
      if (node.kind === Kind.FIELD) return this.#field(node, parent);
      if (node.kind === Kind.FRAGMENT_SPREAD) return { node, selection: this.#fragment(node.name.value) };
      return { node, selection: this.select(node.selectionSet, this.#typeOf(node) ?? parent) };
    });
  }

  /** A field that the schema does not have is never executed, and is refused by validation. */
  #field(node: FieldNode, parent: GraphQLNamedType): FieldUse | [] {
    const definition = META_FIELDS.get(node.name.value) ?? fieldsOf(parent)[node.name.value];
    if (!definition) return [];
    const args = (node.arguments ?? []).map((arg) => ({ node: arg, leaves: leavesOf(arg.value, [arg.name.value]) }));
    const use = { node, parent, definition, arguments: args, selection: [] as Selection };
    // Before the fields beneath it, as in the document.
    this.fields.push(use);
    if (node.selectionSet) use.selection = this.select(node.selectionSet, getNamedType(definition.type));
    return use;
  }

  #fragment(name: string): Selection {
    const known = this.#selectionByFragment.get(name);
    if (known) return known;
    const fragment = this.#fragments[name];
    const type = fragment && this.#typeOf(fragment);
    const selection = type ? this.select(fragment.selectionSet, type) : [];
    this.#selectionByFragment.set(name, selection);
    return selection;
  }

  #typeOf({ typeCondition }: FragmentDefinitionNode | InlineFragmentNode): GraphQLNamedType | undefined {
    return typeCondition && this.#schema.getType(typeCondition.name.value);
  }
}

const fieldsOf = (type: GraphQLNamedType): Readonly<Record<string, Field>> =>
  isObjectType(type) || isInterfaceType(type) ? type.getFields() : {};
