import manifest from '../../schema/documents.json' with { type: 'json' };

/** The documents that ship with the API, by id: what `schema/documents` holds, and what a client of ours was built from. */
const textById: ReadonlyMap<string, string> = new Map(Object.entries(manifest));
const texts: ReadonlySet<string> = new Set(textById.values());

/** The text of a document by its id, `sha256:` and the hash of the text in hexadecimal; null when no such document is known. */
export const documentOf = (id: string): string | null => textById.get(id) ?? null;

/** Whether a text is one of the documents that ship with the API, however the request came by it. */
export const isTrusted = (text: string): boolean => texts.has(text);
