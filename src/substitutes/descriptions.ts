import {
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  Kind,
  type NameNode,
  parse,
  type StringValueNode,
} from 'graphql';
import type { RequestContext } from '../graphql/admission/request-context.ts';

const complete = new WeakSet<GraphQLSchema>();

/**
 * Gives a schema the descriptions of the printed schema, a file beside the Worker that only the Worker can read. Most isolates are never asked
 * for a description, so that the bundle goes without.
 * @throws Error if the deployment has no such file
 */
export async function completeDescriptions(schema: GraphQLSchema, { pages }: Pick<RequestContext, 'pages'>): Promise<void> {
  if (complete.has(schema)) return;
  const file = await pages?.(new Request('https://pages.invalid/schema.graphql'));
  if (!file?.ok) throw new Error(`the pages of the deployment have no schema.graphql (status ${file?.status ?? 'none'})`);
  describe(schema, await file.text());
  complete.add(schema);
}

/** Sets the description of every element of a schema to that of the printed schema. */
export function describe(schema: GraphQLSchema, printed: string): void {
  for (const node of parse(printed, { noLocation: true }).definitions) {
    if (node.kind === Kind.DIRECTIVE_DEFINITION) {
      const directive = schema.getDirective(node.name.value);
      copy([node], directive ? [directive] : []);
      copy(node.arguments, directive?.args);
    }
    if (!('name' in node) || !node.name) continue;
    const type = schema.getType(node.name.value);
    if (!type) continue;
    if ('description' in node) copy([node as Described], [type]);
    if ('fields' in node && (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type))) {
      const fields = type.getFields();
      copy(node.fields, Object.values(fields));
      for (const field of node.fields ?? []) {
        const element = fields[field.name.value];
        if ('arguments' in field && element && 'args' in element) copy(field.arguments, element.args);
      }
    }
    if ('values' in node && isEnumType(type)) copy(node.values, type.getValues());
  }
}

interface Described {
  readonly name: NameNode;
  readonly description?: StringValueNode;
}

interface Element {
  readonly name: string;
  description?: string | null | undefined;
}

function copy(nodes: readonly Described[] = [], elements: readonly Element[] = []): void {
  const byName = new Map(nodes.map(({ name, description }) => [name.value, description?.value]));
  for (const element of elements) element.description = byName.get(element.name);
}
