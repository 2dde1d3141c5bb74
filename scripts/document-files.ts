import { globSync, readFileSync } from 'node:fs';
import { ROOT } from './wrangler.ts';

/** The folder of the trusted documents. Imported ones are in a folder of their client. */
export const DOCUMENTS = `${ROOT}/schema/documents`;
/** The folder of documents that only the explorer shows. */
const EXAMPLES = `${ROOT}/schema/examples`;

/** Returns the trusted documents by their paths without `.graphql`, in order. */
export const readDocuments = (): ReadonlyMap<string, string> => readFolder(DOCUMENTS);

/** Returns the trusted documents of this project. Two that were imported can have one name: of several clients, or of pages old and new. */
export const readOwnDocuments = (): ReadonlyMap<string, string> => new Map([...readDocuments()].filter(([path]) => !path.includes('/')));

/** Returns the trusted documents and the examples by their paths without `.graphql`, in order. */
export const readExamples = (): ReadonlyMap<string, string> =>
  new Map([...readDocuments(), ...readFolder(EXAMPLES)].sort(([a], [b]) => (a < b ? -1 : 1)));

function readFolder(folder: string): ReadonlyMap<string, string> {
  const files = globSync('**/*.graphql', { cwd: folder }).sort();
  return new Map(files.map((file) => [file.replace(/\.graphql$/, ''), readFileSync(`${folder}/${file}`, 'utf8')]));
}
