import manifest from '../../../schema/documents.json' with { type: 'json' };
import { LIMITS } from '../limits.ts';

/** The documents that ship with the API, by id: what `schema/documents` holds, and what a client of ours was built from. */
const textById: ReadonlyMap<string, string> = new Map(Object.entries(manifest));
const texts: ReadonlySet<string> = new Set(textById.values());

/**
 * What organizations have sent with its id, the longest unused first. By organization, so that nobody can tell what another runs; in this
 * isolate's memory alone, so that a client may be asked to send it again at any time.
 */
const sentTexts = new Map<string, string>();
/** At most 16 MB of documents. */
const MOST_SENT = 512;

/** The text of a document by its id, `sha256:` and the hash of the text in hexadecimal; null when the organization knows no such document. */
export function documentOf(orgId: string, id: string): string | null {
  const shipped = textById.get(id);
  if (shipped !== undefined) return shipped;
  const key = keyOf(orgId, id);
  const sent = sentTexts.get(key);
  if (sent === undefined) return null;
  sentTexts.delete(key);
  sentTexts.set(key, sent);
  return sent;
}

/** Remembers a text that an organization sent. The id is the text's own. */
export function rememberDocument(orgId: string, id: string, text: string): void {
  if (text.length > LIMITS.document) return;
  const [oldest] = sentTexts.keys();
  if (sentTexts.size >= MOST_SENT && oldest !== undefined) sentTexts.delete(oldest);
  sentTexts.set(keyOf(orgId, id), text);
}

/** Whether a text is one of the documents that ship with the API, however the request came by it. */
export const isTrusted = (text: string): boolean => texts.has(text);

const keyOf = (orgId: string, id: string): string => JSON.stringify([orgId, id]);
