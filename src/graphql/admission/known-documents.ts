import manifest from '../../../schema/documents.json' with { type: 'json' };
import { Lru } from '../../engine/lru.ts';
import { LIMITS } from '../limits.ts';

/** The documents that ship with the API, by id: those of `schema/documents`, which our own clients are built from. */
const textById: ReadonlyMap<string, string> = new Map(Object.entries(manifest));
const trustedTexts: ReadonlySet<string> = new Set(textById.values());

/** At most 16 MB of documents, since each is at most `LIMITS.document` bytes long. */
const MAX_SENT_TEXTS = 512;

/**
 * Documents that organizations sent with their ids. By organization, so that none can find out what another runs; in the memory of this isolate
 * only, so that a client may have to send its document again at any time.
 */
const sentTexts = new Lru<string, string>(MAX_SENT_TEXTS);

/** The text of a document by its id, `sha256:` and the hash of the text in hexadecimal; `null` when the organization knows no such document. */
export const documentOf = (orgId: string, id: string): string | null => textById.get(id) ?? sentTexts.get(keyOf(orgId, id)) ?? null;

/** Remembers a text that an organization sent. The id is the text's own. */
export function rememberDocument(orgId: string, id: string, text: string): void {
  if (text.length <= LIMITS.document) sentTexts.set(keyOf(orgId, id), text);
}

/** Whether a text is one of the documents that ship with the API, whether it was sent or named. */
export const isTrusted = (text: string): boolean => trustedTexts.has(text);

const keyOf = (orgId: string, id: string): string => JSON.stringify([orgId, id]);
