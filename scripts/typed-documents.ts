import { addTypenameSelectionDocumentTransform, preset as clientPreset } from '@graphql-codegen/client-preset';
import { codegen } from '@graphql-codegen/core';
import { type GraphQLSchema, parse, printSchema } from 'graphql';
import { SCALARS } from './client-facts.ts';

/** Documents as codegen's client preset prints them. */
export interface TypedDocuments {
  /** A TypeScript module with the types and the parsed text of each operation, and a function that tells the id. */
  readonly module: string;
  /** The text of each operation by its id, with the `__typename` that normalized caches need. */
  readonly textById: Readonly<Record<string, string>>;
}

/** Prints documents by codegen's client preset, as parsed documents with their ids: the form that every client infers types from. */
export async function typedDocuments(schema: GraphQLSchema, documents: ReadonlyMap<string, string>): Promise<TypedDocuments> {
  const sections = await clientPreset.buildGeneratesSection({
    baseOutputDir: 'client/',
    schema: parse(printSchema(schema)),
    schemaAst: schema,
    documents: [...documents].map(([location, text]) => ({ location, rawSDL: text, document: parse(text) })),
    documentTransforms: [{ name: 'typename', transformObject: addTypenameSelectionDocumentTransform, config: {} }],
    config: { scalars: SCALARS, strictScalars: true, useTypeImports: true, immutableTypes: true },
    presetConfig: { fragmentMasking: false, persistedDocuments: { hashAlgorithm: 'sha256' } },
    plugins: [],
    pluginMap: {},
  });
  const contentOf = async (file: string): Promise<string> => {
    const section = sections.find(({ filename }) => filename === `client/${file}`);
    if (!section) throw new Error(`codegen's client preset prints no ${file}`);
    return codegen(section);
  };
  // The texts are complete when the module is printed, so both are printed together.
  const [module, texts] = await Promise.all([contentOf('graphql.ts'), contentOf('persisted-documents.json')]);
  return { module: `${module}\n${ID_OF}`, textById: JSON.parse(texts) };
}

/** Codegen types a document without the property that has its id. */
const ID_OF = `
/** Returns the id of a document of this module, or of another that codegen's client preset printed with its SHA-256. \`null\` without one. */
export const documentIdOf = (document: object): string | null =>
  (document as { readonly __meta__?: { readonly hash?: string } }).__meta__?.hash ?? null;`;
