import {
  type ASTNode,
  astFromValue,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  Kind,
  lexicographicSortSchema,
  parse,
  print,
  printSchema,
} from 'graphql';

/** An element of a schema, with the arguments of its directives by their names: the convention of tools that print directives. */
interface Element {
  readonly extensions: { readonly directives?: Readonly<Record<string, Readonly<Record<string, unknown>>>> };
}

/** Returns the sorted schema as text, with the directives of its elements, which graphql-js leaves out. */
export function printedSchema(unsorted: GraphQLSchema): string {
  const schema = lexicographicSortSchema(unsorted);
  const text = printSchema(schema);
  const parts: string[] = [];
  let printed = 0;
  for (const [node, element] of directed(text, schema)) {
    const end = node.loc?.end ?? printed;
    parts.push(text.slice(printed, end), directivesOf(element, schema));
    printed = end;
  }
  return [...parts, text.slice(printed)].join('');
}

/** The elements that can have directives, in the order of the text, each with the node that its directives follow. */
function* directed(text: string, schema: GraphQLSchema): Iterable<readonly [ASTNode, Element]> {
  for (const definition of parse(text).definitions) {
    if (definition.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) {
      const type = schema.getType(definition.name.value);
      const fields = isInputObjectType(type) ? type.getFields() : {};
      for (const node of definition.fields ?? []) yield* pair(node, fields[node.name.value]);
    }
    if (definition.kind === Kind.ENUM_TYPE_DEFINITION) {
      const type = schema.getType(definition.name.value);
      for (const node of definition.values ?? []) yield* pair(node, isEnumType(type) ? type.getValue(node.name.value) : undefined);
    }
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    const type = schema.getType(definition.name.value);
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    yield* pair(definition.directives?.at(-1) ?? definition.interfaces?.at(-1) ?? definition.name, type);
    for (const node of definition.fields ?? []) {
      const field = type.getFields()[node.name.value];
      for (const argument of node.arguments ?? []) {
        yield* pair(
          argument,
          field?.args.find(({ name }) => name === argument.name.value),
        );
      }
      yield* pair(node, field);
    }
  }
}

const pair = (node: ASTNode, element: Element | null | undefined): readonly (readonly [ASTNode, Element])[] =>
  element ? [[node, element]] : [];

function directivesOf({ extensions }: Element, schema: GraphQLSchema): string {
  const directives = Object.entries(extensions.directives ?? {}).map(([name, values]) => {
    const given = schema.getDirective(name)?.args.flatMap((arg) => {
      const value = astFromValue(values[arg.name], arg.type);
      return value ? [`${arg.name}: ${print(value)}`] : [];
    });
    if (!given) throw new Error(`The schema has no directive @${name}.`);
    return ` @${name}${given.length > 0 ? `(${given.join(', ')})` : ''}`;
  });
  return directives.join('');
}
