import { GraphQLError } from 'graphql';
import { documentIdOf } from './document-id.ts';
import { documentOf, isTrusted, rememberDocument } from './known-documents.ts';
import type { RequestContext } from './request-context.ts';
import { badRequest } from './request-errors.ts';

/** The parameters of a request that select its document. */
interface DocumentParams {
  readonly query: unknown;
  readonly documentId: unknown;
  readonly extensions: unknown;
}

/**
 * The document that a request runs. Sets its id in `context`. A request may name its document instead of sending it: as `documentId` (GraphQL
 * over HTTP, appendix "Persisted Documents"), or by Apollo's `extensions.persistedQuery`. A text that is sent too must be the named document,
 * which can be named alone from then on. Yoga refuses a value that is no text.
 */
export function documentIn({ query, documentId, extensions }: DocumentParams, context: RequestContext): unknown {
  const ids = new Set([idIn(documentId), idOfHash(extensions)].filter((id) => id !== null));
  if (ids.size > 1) throw badRequest('`documentId` and `extensions.persistedQuery` name different documents; send one of them.');
  const [id] = ids;
  const text = id === undefined ? query : (sentText(query, id, context) ?? documentOf(context.store.orgId, id));
  context.documentId = id ?? null;
  // Apollo's protocol answers an unknown hash with the text, which may be a trusted document.
  if (text === null && id !== undefined && documentId == null) throw notFound(id, true);
  if ((context.trustedOnly || context.reportUntrusted) && !(typeof text === 'string' && isTrusted(text))) {
    if (context.trustedOnly) throw notTrusted();
    context.reportUntrusted?.();
  }
  if (text === null && id !== undefined) throw notFound(id, false);
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

/** The text that was sent with its id; `null` when there is none. */
function sentText(query: unknown, id: string, { store: { orgId }, trustedOnly }: RequestContext): unknown {
  if (typeof query !== 'string' || query === documentOf(orgId, id)) return query ?? null;
  const idOfText = documentIdOf(query);
  if (idOfText !== id) throw badRequest(`The query is not the document \`${id}\` that is named beside it, but \`${idOfText}\`.`);
  if (!trustedOnly || isTrusted(query)) rememberDocument(orgId, id, query);
  return query;
}

const notTrusted = (): GraphQLError =>
  new GraphQLError('Only the documents of `schema/documents.json` run here. Name one as `documentId`, or send its text.', {
    extensions: { code: 'DOCUMENT_NOT_TRUSTED' },
  });

/** Clients of Apollo's protocol compare this very message. */
const notFound = (id: string, isApollo: boolean): GraphQLError =>
  new GraphQLError(isApollo ? 'PersistedQueryNotFound' : `No document \`${id}\` is known here. Send its text as \`query\`.`, {
    extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' },
  });

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
