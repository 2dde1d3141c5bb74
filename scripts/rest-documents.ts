import { globSync, readFileSync } from 'node:fs';
import { preset as clientPreset } from '@graphql-codegen/client-preset';
import { codegen } from '@graphql-codegen/core';
import { type GraphQLSchema, Kind, parse, print, printSchema, stripIgnoredCharacters } from 'graphql';
import { SCALARS } from './client-facts.ts';
import { ROOT } from './wrangler.ts';

/** The module with the documents of the REST routes. */
export const REST_DOCUMENTS = 'src/rest/documents.ts';

/**
 * Prints the documents of the REST routes as a TypeScript module: the text of each operation, with the types of its variables and its answer.
 * Fails if one does not fit the schema.
 */
export async function restDocuments(schema: GraphQLSchema): Promise<string> {
  const files = globSync('src/rest/**/*.graphql', { cwd: ROOT }).sort();
  const texts = files.map((location) => ({ location, rawSDL: readFileSync(`${ROOT}/${location}`, 'utf8') }));
  const sections = await clientPreset.buildGeneratesSection({
    baseOutputDir: 'rest/',
    schema: parse(printSchema(schema)),
    schemaAst: schema,
    documents: texts.map((each) => ({ ...each, document: parse(each.rawSDL) })),
    documentTransforms: [],
    config: {
      documentMode: 'string',
      onlyOperationTypes: true,
      scalars: SCALARS,
      strictScalars: true,
      useTypeImports: true,
      immutableTypes: true,
    },
    presetConfig: { fragmentMasking: false },
    plugins: [],
    pluginMap: {},
  });
  const section = sections.find(({ filename }) => filename === 'rest/graphql.ts');
  if (!section) throw new Error("codegen's client preset prints no graphql.ts");
  return `// Printed by \`npm run schema\` from the .graphql files of this folder.\n${withSharedFragments(await codegen(section))}`;
}

/**
 * Prints each fragment once, without spaces, instead of once in every document that uses it: the Worker carries the texts.
 * @param code a module of codegen's client preset: a constant for each document, with its fragments, and one for each fragment
 */
function withSharedFragments(code: string): string {
  const texts = new Map<string, string>();
  const [head = '', ...documents] = code.split(/^(?=export const \w+ = new TypedDocumentString\()/m);
  const printed = documents.flatMap((document) => {
    const [, name = '', text = '', tail = ''] =
      /^export const (\w+) = new TypedDocumentString\(`([^`]*)`.*?\)( as .*)$/s.exec(document) ?? [];
    if (name === '') throw new Error(`codegen's client preset prints another form of documents: ${document.slice(0, 100)}`);
    if (name.endsWith('FragmentDoc')) return [];
    const parts = parse(text).definitions.map((definition) => {
      const short = stripIgnoredCharacters(print(definition));
      if (definition.kind !== Kind.FRAGMENT_DEFINITION) return short;
      texts.set(definition.name.value, short);
      return `\${${constantOf(definition.name.value)}}`;
    });
    return [`export const ${name} = new TypedDocumentString(\`${parts.join(' ')}\`)${tail}`];
  });
  const fragments = [...texts].map(([name, text]) => `const ${constantOf(name)} = \`${text}\`;\n`);
  return [head, ...fragments, ...printed].join('');
}

const constantOf = (fragment: string): string => `fragment${fragment}`;
