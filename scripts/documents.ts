import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { ROOT } from './wrangler.ts';

const DOCUMENTS = `${ROOT}/schema/documents`;

/** Returns the documents of `schema/documents` by the names of their files, in the order of the names. */
export async function readDocuments(): Promise<ReadonlyMap<string, string>> {
  const names = (await readdir(DOCUMENTS)).filter((name) => name.endsWith('.graphql')).sort();
  const texts = await Promise.all(names.map((name) => readFile(`${DOCUMENTS}/${name}`, 'utf8')));
  return new Map(texts.map((text, i) => [names[i]?.replace('.graphql', '') ?? '', text]));
}

/** Returns the documents that a request can name instead of sending, by the SHA-256 hash of each file. */
export async function manifest(): Promise<Readonly<Record<string, string>>> {
  const texts = (await readDocuments()).values();
  return Object.fromEntries(texts.map((text) => [`sha256:${createHash('sha256').update(text).digest('hex')}`, text]));
}
