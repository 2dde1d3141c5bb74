import { existsSync, globSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { documentIdOf } from '../src/graphql/admission/document-id.ts';
import { describeScopes } from '../src/graphql/admission/scope-descriptions.ts';
import { schema } from '../src/graphql/schema.ts';
import { clientFiles } from './client-files.ts';
import { DOCUMENTS } from './document-files.ts';
import { Failure, main } from './main.ts';
import { documentsIn } from './persisted-documents.ts';
import { ROOT } from './wrangler.ts';

const USAGE = 'npm run documents -- import <manifest> [--client <name>]';

/**
 * `npm run documents -- import <manifest>`: adds the documents of a frontend's manifest to the trusted ones, in a folder of the client.
 * Documents that the manifest does not have any more stay, because deployed pages may use them. Running it again changes nothing.
 */
async function importDocuments(): Promise<void> {
  const { values, positionals } = parseArgs({ options: { client: { type: 'string', default: 'client' } }, allowPositionals: true });
  const [command, file] = positionals;
  if (command !== 'import' || file === undefined || positionals.length > 2) throw new Failure(`Usage: ${USAGE}`);
  if (!/^[a-z0-9][a-z0-9-]*$/.test(values.client)) throw new Failure('--client is a name in lower-case letters, digits and hyphens.');
  const documents = documentsIn(await readJson(file), schema);
  const folder = `${DOCUMENTS}/${values.client}`;
  await mkdir(folder, { recursive: true });
  const files = documents.map(({ name, text }) => ({ file: `${name}-${documentIdOf(text).slice(7, 15)}.graphql`, text }));
  const added = files.filter(({ file }) => !existsSync(`${folder}/${file}`));
  for (const { file, text } of added) await writeFile(`${folder}/${file}`, text);
  for (const [path, text] of await clientFiles(describeScopes(schema))) await writeFile(`${ROOT}/${path}`, `${text}\n`);
  const current = new Set(files.map(({ file }) => file));
  const old = globSync('*.graphql', { cwd: folder }).filter((each) => !current.has(each));
  for (const { file } of added) console.log(`added  schema/documents/${values.client}/${file}`);
  for (const each of old.sort()) console.log(`stays  schema/documents/${values.client}/${each}: delete it when no deployed page uses it`);
  console.log(
    `${documents.length} documents of ${values.client}, ${added.length} of them new. Commit them, and deploy before the frontend.`,
  );
}

async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Failure(`${file} cannot be read.`);
  });
  try {
    return JSON.parse(text);
  } catch {
    throw new Failure(`${file} is not JSON.`);
  }
}

await main(importDocuments);
