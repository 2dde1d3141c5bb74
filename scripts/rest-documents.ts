import { globSync, readFileSync } from 'node:fs';
import { preset as clientPreset } from '@graphql-codegen/client-preset';
import { codegen } from '@graphql-codegen/core';
import { type GraphQLSchema, parse, printSchema } from 'graphql';
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
  return `// Printed by \`npm run schema\` from the .graphql files of this folder.\n${await codegen(section)}`;
}
