import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { withShortEchoes } from '../graphql/echo.ts';
import { DEFAULT_MEDIA_TYPE, mediaTypeFor } from '../graphql/media-type.ts';
import { errorBody, errorHeaders } from '../rest/refusal.ts';
import type { AppContext } from './services.ts';

/** Returns an error response: in the shape and the media type of a GraphQL response, or as the REST mirror answers errors. */
export function fail(c: AppContext, status: ContentfulStatusCode, code: string, message: string): Response {
  const { requestId, outcome } = c.var;
  outcome.code = code;
  if (c.var.isRest) return c.json(errorBody(message), status, errorHeaders(code, null));
  return c.json({ errors: [{ message: withShortEchoes(message), extensions: { code, requestId } }] }, status, {
    'content-type': errorType(c),
  });
}

/** The media type of an error, whatever the caller would have got otherwise. */
export const errorType = (c: AppContext): string => `${mediaTypeFor(c.req.header('accept') ?? null) ?? DEFAULT_MEDIA_TYPE}; charset=utf-8`;
