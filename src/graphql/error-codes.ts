import type { MediaType } from './media-type.ts';

/** Codes of requests that GraphQL did not answer, with the HTTP status that each has in every media type. */
const HTTP_STATUSES: ReadonlyMap<string, number> = new Map([
  ['BAD_REQUEST', 400],
  ['UNAUTHENTICATED', 401],
  ['METHOD_NOT_ALLOWED', 405],
  ['RATE_LIMITED', 429],
  ['INTERNAL_SERVER_ERROR', 500],
  ['UNAVAILABLE', 503],
]);

/** Codes of GraphQL's own answers without data, which are 200 as `application/json`. Any other code is 400. */
const GRAPHQL_STATUSES: ReadonlyMap<string, number> = new Map([
  ['FORBIDDEN', 403],
  ['DOCUMENT_NOT_TRUSTED', 403],
  ['PERSISTED_QUERY_NOT_FOUND', 404],
]);

/** The HTTP status of an answer without data that has an error of this code (GraphQL over HTTP, section 6.4). */
export function statusOf(code: string, mediaType: MediaType): number {
  return HTTP_STATUSES.get(code) ?? (mediaType === 'application/json' ? 200 : (GRAPHQL_STATUSES.get(code) ?? 400));
}
