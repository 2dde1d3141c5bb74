import { exports } from 'cloudflare:workers';
import type { RequestLine } from '../../src/http/services.ts';
import { type JsonSchema, resolved } from './openapi-schemas.ts';
import type { Organization } from './organization.ts';

export interface RestAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads fields of any answer; the contract's checks say whether they are there.
  readonly body: any;
}

interface RestRequest {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends a request to the mirror as the organization. A body that is a text is sent as it is. */
export async function call(org: Organization, method: string, path: string, { body, headers }: RestRequest = {}): Promise<RestAnswer> {
  // Ids sort by time: what is made later in a test is listed later.
  if (method !== 'GET') org.now = new Date(Date.parse(org.now) + 1).toISOString();
  const response = await exports.default.fetch(`https://api.example.com${path}`, {
    method,
    headers: { ...org.headers, ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: text === '' ? null : JSON.parse(text) };
}

/** The same, with the line that the request leaves in the log. */
export async function callLogged(org: Organization, method: string, path: string, request: RestRequest = {}) {
  const { body } = await call(org, method, path, { ...request, headers: { ...request.headers, 'x-test-log': 'yes' } });
  const [line]: readonly RequestLine[] = body.lines;
  return { answer: JSON.parse(body.answer), headers: new Headers(body.headers), line };
}

/** Whether a refusal names something that the request has, or that `schema/openapi.json` lets it have there. */
export function isPlaceIn(place: string, request: unknown, schema: JsonSchema): boolean {
  const walked = place.split('.').reduce<{ readonly value: unknown; readonly schema?: JsonSchema | undefined } | undefined>(
    (holder, step) => {
      if (!holder) return undefined;
      const { properties, items, additionalProperties } = holder.schema ? resolved(holder.schema) : {};
      const value = typeof holder.value === 'object' && holder.value !== null ? Reflect.get(holder.value, step) : undefined;
      const isAbsentItem = Array.isArray(holder.value) && value === undefined;
      const beneath = properties?.[step] ?? items ?? additionalProperties;
      return value === undefined && (isAbsentItem || !beneath) ? undefined : { value, schema: beneath };
    },
    { value: request, schema },
  );
  return walked !== undefined;
}
