import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { GraphQLError } from 'graphql';
import { badRequest } from './bad-request.ts';
import { documentOf, isTrusted, rememberDocument } from './documents.ts';
import type { Served } from './served.ts';

/** How a request says which document it runs. */
interface Asked {
  readonly query: unknown;
  readonly documentId: unknown;
  readonly extensions: unknown;
}

/**
 * The document that a request runs, and in `served` its name and whether it is a trusted one. It may be named instead of sent: as
 * `documentId`, as the appendix "Persisted Documents" of GraphQL over HTTP has it, or by Apollo's `extensions.persistedQuery`. A text that
 * is sent as well must be what is named, and can be named alone from then on. What is no text is left to the checks that follow.
 */
export function documentIn({ query, documentId, extensions }: Asked, served: Served): unknown {
  const ids = new Set([idIn(documentId), idOfHash(extensions)].filter((id) => id !== null));
  if (ids.size > 1) throw badRequest('`documentId` and `extensions.persistedQuery` name different documents; send one of them.');
  const [id] = ids;
  const text = id === undefined ? query : (sent(query, id, served) ?? documentOf(served.store.orgId, id));
  served.documentId = id ?? null;
  served.isTrusted = typeof text === 'string' && isTrusted(text);
  if (served.trustedOnly && !served.isTrusted) throw notTrusted();
  if (text === null && id !== undefined) throw notFound(id, documentId == null);
  return text;
}

const SHA_256 = /^[0-9a-f]{64}$/;

function idIn(documentId: unknown): string | null {
  if (documentId == null) return null;
  if (typeof documentId === 'string' && documentId.startsWith('sha256:') && SHA_256.test(documentId.slice(7))) return documentId;
  throw badRequest('`documentId` is `sha256:` and the SHA-256 of the document in 64 lower-case hexadecimal digits.');
}

function idOfHash(extensions: unknown): string | null {
  const persisted = isObject(extensions) ? extensions.persistedQuery : null;
  if (persisted == null) return null;
  const { version, sha256Hash } = isObject(persisted) ? persisted : {};
  if (version === 1 && typeof sha256Hash === 'string' && SHA_256.test(sha256Hash)) return `sha256:${sha256Hash}`;
  throw badRequest(
    '`extensions.persistedQuery` is {"version": 1, "sha256Hash": "…"} with the SHA-256 of the document in 64 lower-case hexadecimal digits.',
  );
}

/** The text that was sent beside its id; null where none was. */
function sent(query: unknown, id: string, { store: { orgId }, trustedOnly }: Served): unknown {
  if (typeof query !== 'string' || query === documentOf(orgId, id)) return query ?? null;
  const own = `sha256:${bytesToHex(sha256(utf8ToBytes(query)))}`;
  if (own !== id) throw badRequest(`The query is not the document \`${id}\` that is named beside it, but \`${own}\`.`);
  if (!trustedOnly) rememberDocument(orgId, id, query);
  return query;
}

const notTrusted = (): GraphQLError =>
  new GraphQLError('Only the documents of `schema/documents.json` run here: name one as `documentId`, or send its text unchanged.', {
    extensions: { code: 'DOCUMENT_NOT_TRUSTED' },
  });

/** Clients of Apollo's protocol go by these very words. */
const notFound = (id: string, isApollos: boolean): GraphQLError =>
  new GraphQLError(isApollos ? 'PersistedQueryNotFound' : `No document \`${id}\` is known here. Send its text as \`query\`.`, {
    extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' },
  });

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
