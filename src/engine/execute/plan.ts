import {
  type DocumentNode,
  defaultFieldResolver,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isLeafType,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { collectFields, fragmentsIn, META_FIELDS, type Selecting } from './collect.ts';

/** A selected field, with everything about it that is the same for every object that it is resolved on. */
export interface FieldPlan {
  /** The key in the answer. */
  readonly key: string;
  readonly nodes: FieldNode[];
  readonly node: FieldNode;
  readonly parent: GraphQLObjectType;
  readonly definition: Field;
  readonly resolve: GraphQLFieldResolver<unknown, unknown>;
  readonly shape: Shape;
  /** Whether its arguments are the same in each request: none is, or has within it, a variable. */
  readonly isConstant: boolean;
  /** The fields selected beneath it on objects of a type. */
  readonly beneath: (type: GraphQLObjectType) => readonly FieldPlan[];
}

type Field = GraphQLField<unknown, unknown>;

/** A type as its values are completed: nullable or not, and then a list, a leaf or an object. */
export interface Shape {
  readonly isNonNull: boolean;
  readonly item: Shape | null;
  readonly leaf: GraphQLLeafType | null;
  readonly type: GraphQLOutputType;
}

/** An operation with its fragments, and the fields that it selects of the root. */
export interface Plan {
  readonly operation: OperationDefinitionNode;
  readonly fragments: Record<string, FragmentDefinitionNode>;
  readonly fields: readonly FieldPlan[];
}

type Variables = { [variable: string]: unknown };

const plans = new WeakMap<OperationDefinitionNode, Plan>();

/**
 * Returns the plan of an operation. It is made once a document, or once a request where a directive may leave fields out.
 * @param variables coerced
 */
export function planOf(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode, variables: Variables): Plan {
  const known = plans.get(operation);
  if (known) return known;
  const plan = new Planning(schema, document, variables).plan(operation);
  if (!hasDirectives(document)) plans.set(operation, plan);
  return plan;
}

function hasDirectives(document: DocumentNode): boolean {
  let isFound = false;
  visit(document, {
    Directive: () => {
      isFound = true;
    },
  });
  return isFound;
}

function hasVariables({ arguments: given = [] }: FieldNode): boolean {
  let isFound = false;
  for (const argument of given) {
    visit(argument, {
      Variable: () => {
        isFound = true;
      },
    });
  }
  return isFound;
}

class Planning {
  readonly #selecting: Selecting;

  constructor(schema: GraphQLSchema, document: DocumentNode, variables: Variables) {
    this.#selecting = { schema, fragments: fragmentsIn(document), variables };
  }

  plan(operation: OperationDefinitionNode): Plan {
    const { schema, fragments } = this.#selecting;
    const root = schema.getRootType(operation.operation);
    if (!root) throw new Error(`the schema has no ${operation.operation}`);
    return { operation, fragments, fields: this.#fields(root, [operation.selectionSet]) };
  }

  #fields(parent: GraphQLObjectType, selections: readonly SelectionSetNode[]): readonly FieldPlan[] {
    return [...collectFields(this.#selecting, parent, selections)].flatMap(([key, nodes]) => this.#field(parent, key, nodes) ?? []);
  }

  /** A field that the type does not have is left out, as graphql-js does. */
  #field(parent: GraphQLObjectType, key: string, nodes: FieldNode[]): FieldPlan | null {
    const [node] = nodes;
    const definition = node && (META_FIELDS.get(node.name.value) ?? parent.getFields()[node.name.value]);
    if (!definition) return null;
    const selections = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const known = new Map<GraphQLObjectType, readonly FieldPlan[]>();
    const beneath = (type: GraphQLObjectType): readonly FieldPlan[] => {
      const fields = known.get(type) ?? this.#fields(type, selections);
      known.set(type, fields);
      return fields;
    };
    return {
      key,
      nodes,
      node,
      parent,
      definition,
      resolve: definition.resolve ?? defaultFieldResolver,
      shape: shapeOf(definition.type),
      isConstant: !hasVariables(node),
      beneath,
    };
  }
}

function shapeOf(type: GraphQLOutputType): Shape {
  if (isNonNullType(type)) return { ...shapeOf(type.ofType), isNonNull: true };
  const item = isListType(type) ? shapeOf(type.ofType) : null;
  return { isNonNull: false, item, leaf: isLeafType(type) ? type : null, type };
}
