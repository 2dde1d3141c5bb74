import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { promisify } from 'node:util';
import { outputIntrospectionFile } from '@gql.tada/internal';
import { type GraphQLSchema, getOperationAST, introspectionFromSchema, lexicographicSortSchema, parse } from 'graphql';
import { documentIdOf, startOf } from '../src/graphql/admission/document-id.ts';
import { clientModule, introspectionModule, SCALARS } from './client-facts.ts';
import { readDocuments, readOwnDocuments } from './document-files.ts';
import { typedDocuments } from './typed-documents.ts';
import { ROOT } from './wrangler.ts';

/**
 * Returns the files that are printed from the schema and the trusted documents, by their paths in the project: the documents by id, typed
 * documents, facts about the schema, types for gql.tada, and the operations as tools of an MCP server. Operations that need a name of their
 * own, to be typed or a tool, are this project's: a client has its imported documents from its own build.
 */
export async function clientFiles(schema: GraphQLSchema): Promise<ReadonlyMap<string, string>> {
  const own = readOwnDocuments();
  const { module: typed, textById } = await typedDocuments(schema, own);
  const manifest = { ...Object.fromEntries([...readDocuments().values()].map((text) => [documentIdOf(text), text])), ...textById };
  const compiled = await compile({ documents: typed, client: clientModule(schema), introspection: introspectionModule(schema) });
  return new Map([
    ['schema/documents.json', JSON.stringify(manifest, null, 2)],
    [SHIPPED_DOCUMENTS, JSON.stringify(shippedDocuments(own, textById), null, 2)],
    ...compiled,
    ['schema/client/tada.d.ts', tadaTypes(schema)],
    ['schema/client/operations.json', JSON.stringify(operationsManifest(own), null, 2)],
  ]);
}

/** The path of the documents as the Worker has them. */
const SHIPPED_DOCUMENTS = 'src/graphql/admission/documents.json';

/**
 * Returns the trusted documents by the start of their ids, and by the ids of those with the `__typename` of caches the start of the document that
 * they come from. What would make the Worker larger follows from it: whole ids from texts, and the texts with `__typename`.
 */
function shippedDocuments(own: ReadonlyMap<string, string>, textById: Readonly<Record<string, string>>) {
  const startByName = new Map([...own.values()].map((text) => [operationName(text), startOf(documentIdOf(text))]));
  const typenamed = Object.entries(textById).map(([id, text]) => [id, startByName.get(operationName(text))]);
  return {
    texts: Object.fromEntries([...readDocuments().values()].map((text) => [startOf(documentIdOf(text)), text])),
    typenamed: Object.fromEntries(typenamed),
  };
}

const operationName = (text: string): string => getOperationAST(parse(text))?.name?.value ?? '';

/** Returns the types `introspection` and `scalars` for gql.tada, without the part that would make it the only schema of a project. */
function tadaTypes(schema: GraphQLSchema): string {
  const introspection = { ...introspectionFromSchema(lexicographicSortSchema(schema), { descriptions: false }), name: undefined };
  const [types = ''] = outputIntrospectionFile(introspection, { fileType: '.d.ts', shouldPreprocess: true }).split(
    "import * as gqlTada from 'gql.tada';",
  );
  const scalars = Object.entries(SCALARS).map(([name, type]) => `  ${name}: ${type};`);
  return `${types.trimEnd()}\n\n/** The type of each scalar. */\nexport type scalars = {\n${scalars.join('\n')}\n};`;
}

/** Compiles TypeScript modules to JavaScript and declarations: Node does not run TypeScript in a package. */
async function compile(modules: Readonly<Record<string, string>>): Promise<readonly (readonly [string, string])[]> {
  const folder = await mkdtemp(`${tmpdir()}/billing-catalogue-client-`);
  try {
    for (const [name, text] of Object.entries(modules)) await writeFile(`${folder}/${name}.ts`, text);
    const sources = Object.keys(modules).map((name) => `${folder}/${name}.ts`);
    await promisify(execFile)(process.execPath, [`${ROOT}/node_modules/typescript/bin/tsc`, ...TSC, '--outDir', folder, ...sources], {
      cwd: ROOT,
    });
    const names = Object.keys(modules).flatMap((name) => [`${name}.js`, `${name}.d.ts`]);
    return await Promise.all(
      names.map(async (name) => [`schema/client/${name}`, (await readFile(`${folder}/${name}`, 'utf8')).trimEnd()] as const),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The types that the modules import are those of this project. */
const TSC = [
  '--ignoreConfig',
  '--declaration',
  '--target',
  'es2022',
  '--module',
  'esnext',
  '--moduleResolution',
  'bundler',
  '--skipLibCheck',
  '--types',
  '',
  '--noCheck',
];

/** Apollo's format, which its MCP server reads: each operation is a tool, described by the comment above it. */
function operationsManifest(documents: ReadonlyMap<string, string>) {
  const operations = [...documents.values()].flatMap((body) => {
    const operation = getOperationAST(parse(body));
    if (!operation?.name) return [];
    return [{ id: documentIdOf(body).slice('sha256:'.length), name: operation.name.value, type: operation.operation, body }];
  });
  return { format: 'apollo-persisted-query-manifest', version: 1, operations };
}
