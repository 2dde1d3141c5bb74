import { collectFields, collectSubFields } from '@graphql-tools/utils';
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
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  visit,
} from 'graphql';

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
  readonly #schema: GraphQLSchema;
  readonly #fragments: Record<string, FragmentDefinitionNode>;
  readonly #variables: Variables;

  constructor(schema: GraphQLSchema, { definitions }: DocumentNode, variables: Variables) {
    this.#schema = schema;
    this.#variables = variables;
    this.#fragments = Object.fromEntries(
      definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [])),
    );
  }

  plan(operation: OperationDefinitionNode): Plan {
    const root = this.#schema.getRootType(operation.operation);
    if (!root) throw new Error(`the schema has no ${operation.operation}`);
    const { fields } = collectFields(this.#schema, this.#fragments, this.#variables, root, operation.selectionSet);
    return { operation, fragments: this.#fragments, fields: this.#fields(root, fields) };
  }

  #fields(parent: GraphQLObjectType, nodesByKey: ReadonlyMap<string, FieldNode[]>): readonly FieldPlan[] {
    return [...nodesByKey].flatMap(([key, nodes]) => this.#field(parent, key, nodes) ?? []);
  }

  /** A field that the type does not have is left out, as graphql-js does. */
  #field(parent: GraphQLObjectType, key: string, nodes: FieldNode[]): FieldPlan | null {
    const [node] = nodes;
    const definition = node && (META_FIELDS.get(node.name.value) ?? parent.getFields()[node.name.value]);
    if (!definition) return null;
    const known = new Map<GraphQLObjectType, readonly FieldPlan[]>();
    const beneath = (type: GraphQLObjectType): readonly FieldPlan[] => {
      const fields =
        known.get(type) ?? this.#fields(type, collectSubFields(this.#schema, this.#fragments, this.#variables, type, nodes).fields);
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

const META_FIELDS: ReadonlyMap<string, Field> = new Map(
  [SchemaMetaFieldDef, TypeMetaFieldDef, TypeNameMetaFieldDef].map((definition) => [definition.name, definition]),
);
