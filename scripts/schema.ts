import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { describeScopes } from '../src/graphql/admission/scope-descriptions.ts';
import { schema } from '../src/graphql/schema.ts';
import { clientFiles } from './client-files.ts';
import { breakingSchemaChanges, undeclared } from './evolution.ts';
import { Failure, main } from './main.ts';
import { OPENAPI, openApi } from './openapi.ts';
import { breakingOpenApiChanges, type OpenApi } from './openapi-evolution.ts';
import { printedSchema } from './printed-schema.ts';
import { REST_DOCUMENTS, restDocuments } from './rest-documents.ts';
import { CHANGELOG, RELEASED, RELEASED_OPENAPI } from './schema-files.ts';
import { ROOT } from './wrangler.ts';

/**
 * `npm run schema`: writes the sorted schema, the manifest of the documents, the files of typed clients, the documents of
 * the REST mirror and its description in OpenAPI. With `--check` it writes nothing, and fails if the files are out of date or if the schema
 * or the description has a breaking change that the changelog does not declare.
 */
async function print(): Promise<void> {
  describeScopes(schema);
  const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
  const keep = values.check ? compare : write;
  await keep('schema/schema.graphql', printedSchema(schema));
  for (const [file, text] of await clientFiles(schema)) await keep(file, text);
  await keep(REST_DOCUMENTS, await restDocuments(schema));
  const description = JSON.stringify(await openApi(schema), null, 2);
  await keep(OPENAPI, description);
  if (values.check && existsSync(RELEASED)) await requireEvolution(JSON.parse(description));
}

async function requireEvolution(description: OpenApi): Promise<void> {
  const changes = [
    ...breakingSchemaChanges(await readFile(RELEASED, 'utf8'), schema),
    ...breakingOpenApiChanges(JSON.parse(await readFile(RELEASED_OPENAPI, 'utf8')), description),
  ];
  const found = undeclared(changes, await readFile(CHANGELOG, 'utf8'));
  if (found.length === 0) return;
  const lines = found.map((change) => `- Breaking: ${change}`);
  throw new Failure(
    `These changes break callers. Undo them, or declare each under "Unreleased" in schema/CHANGELOG.md:\n${lines.join('\n')}`,
  );
}

const write = (file: string, text: string): Promise<void> => writeFile(`${ROOT}/${file}`, `${text}\n`);

async function compare(file: string, text: string): Promise<void> {
  const current = await readFile(`${ROOT}/${file}`, 'utf8').catch(() => '');
  const printed = `${text}\n`;
  if (current !== printed)
    throw new Failure(`${file} is out of date from line ${firstDifference(current, printed)} on: run npm run schema`);
}

function firstDifference(a: string, b: string): number {
  const lines = b.split('\n');
  const found = a.split('\n').findIndex((line, i) => line !== lines[i]);
  return found < 0 ? a.split('\n').length : found + 1;
}

await main(print);
