import { exports } from 'cloudflare:workers';
import { expect } from 'vitest';
import type { RequestLine } from '../../src/http/services.ts';
import { type JsonSchema, requestNamesOf, resolved } from './openapi-schemas.ts';
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
  if (response.status >= 400 && !headers?.['x-test-log']) expect(unknownNamesIn(text, method, path, body), text).toEqual([]);
  return { status: response.status, headers: response.headers, text, body: text === '' ? null : JSON.parse(text) };
}

/** The same, with the line that the request leaves in the log. */
export async function callLogged(org: Organization, method: string, path: string, request: RestRequest = {}) {
  const { body } = await call(org, method, path, { ...request, headers: { ...request.headers, 'x-test-log': 'yes' } });
  const [line]: readonly RequestLine[] = body.lines;
  if ((line?.status ?? 0) >= 400) expect(unknownNamesIn(body.answer, method, path, request.body), body.answer).toEqual([]);
  return { answer: JSON.parse(body.answer), headers: new Headers(body.headers), line };
}

/** What messages name beside the fields of a request: headers, the tokens of pages, and scopes. */
const COMMON =
  /^(content-(type|encoding).*|Authorization: .*|previousToken|Idempotency-Key|[A-Z]+(_[A-Z]+)*_(READ|WRITE|MANAGE|FINALIZE|DELEGATE|DECIDE))$/;

/** The names in back quotes in a refusal that are no name of its request: callers of the mirror do not know those of GraphQL. */
function unknownNamesIn(text: string, method: string, path: string, body: unknown): readonly string[] {
  const known = requestNamesOf(method, path.split('?')[0] ?? '');
  // A refusal may show what was sent, and so its back quotes.
  if (!known || JSON.stringify(body)?.includes('`')) return [];
  const quoted = [...text.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
  return quoted.filter((name) => !COMMON.test(name) && !name.split('.').every((step) => known.has(step)));
}

/** Whether a refusal names something that the request has, or that `schema/openapi.json` lets it have there. Keys of a map may have dots. */
export const isPlaceIn = (place: string, request: unknown, schema: JsonSchema): boolean => leadsIn(place.split('.'), request, schema);

function leadsIn(steps: readonly string[], holder: unknown, schema: JsonSchema | undefined): boolean {
  if (steps.length === 0) return true;
  const { properties, items, additionalProperties } = schema ? resolved(schema) : {};
  return steps.some((_, i) => {
    const step = steps.slice(0, i + 1).join('.');
    const value: unknown = typeof holder === 'object' && holder !== null ? Reflect.get(holder, step) : undefined;
    const beneath = properties?.[step] ?? items ?? additionalProperties;
    const isThere = value !== undefined || (beneath !== undefined && !Array.isArray(holder));
    return isThere && leadsIn(steps.slice(i + 1), value, beneath);
  });
}
