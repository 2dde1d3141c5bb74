import type { MediaType } from './media-type.ts';

/** The HTTP status of each code of a request that GraphQL did not answer, the same for all media types. */
const HTTP_STATUSES: ReadonlyMap<string, number> = new Map([
  ['BAD_REQUEST', 400],
  ['UNAUTHENTICATED', 401],
  ['METHOD_NOT_ALLOWED', 405],
  ['RATE_LIMITED', 429],
  ['INTERNAL_SERVER_ERROR', 500],
  ['UNAVAILABLE', 503],
]);

/** The HTTP status of each code of a GraphQL answer without data. Other codes have 400. As `application/json`, all of them have 200. */
const GRAPHQL_STATUSES: ReadonlyMap<string, number> = new Map([
  ['FORBIDDEN', 403],
  ['DOCUMENT_NOT_TRUSTED', 403],
  ['PERSISTED_QUERY_NOT_FOUND', 404],
]);

/** Returns the HTTP status of an answer without data, by its error's code (GraphQL over HTTP, section 6.4). */
export function statusOf(code: string, mediaType: MediaType): number {
  return HTTP_STATUSES.get(code) ?? (mediaType === 'application/json' ? 200 : (GRAPHQL_STATUSES.get(code) ?? 400));
}
