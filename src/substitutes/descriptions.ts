import { type GraphQLSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import type { RequestContext } from '../graphql/admission/request-context.ts';

const complete = new WeakSet<GraphQLSchema>();

/** The name of the file of descriptions among the files beside the Worker. Only the Worker can read it. */
export const DESCRIPTIONS_FILE = 'descriptions.json';

/**
 * Gives a schema the descriptions of a file beside the Worker. Most isolates are never asked for a description, so that the bundle goes without.
 * @throws Error if the deployment has no such file
 */
export async function completeDescriptions(schema: GraphQLSchema, { pages }: Pick<RequestContext, 'pages'>): Promise<void> {
  if (complete.has(schema)) return;
  const file = await pages?.(new Request(`https://pages.invalid/${DESCRIPTIONS_FILE}`));
  if (!file?.ok) throw new Error(`the pages of the deployment have no ${DESCRIPTIONS_FILE} (status ${file?.status ?? 'none'})`);
  const texts: Readonly<Record<string, string>> = await file.json();
  for (const [coordinate, element] of elementsOf(schema)) element.description = texts[coordinate];
  complete.add(schema);
}

interface Element {
  readonly name: string;
  description?: string | null | undefined;
}

/** Returns everything of a schema that can have a description, by its coordinate, such as `Account.schedules(first:)`. */
export function* elementsOf(schema: GraphQLSchema): Generator<readonly [coordinate: string, element: Element]> {
  for (const directive of schema.getDirectives()) yield* withArguments(`@${directive.name}`, directive);
  for (const type of Object.values(schema.getTypeMap())) {
    yield [type.name, type];
    if (isEnumType(type)) for (const value of type.getValues()) yield [`${type.name}.${value.name}`, value];
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) yield* withArguments(`${type.name}.${field.name}`, field);
  }
}

function* withArguments(
  coordinate: string,
  element: Element & { readonly args?: readonly Element[] },
): Generator<readonly [coordinate: string, element: Element]> {
  yield [coordinate, element];
  for (const argument of element.args ?? []) yield [`${coordinate}(${argument.name}:)`, argument];
}
