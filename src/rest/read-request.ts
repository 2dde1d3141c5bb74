import * as v from 'valibot';
import { BODY_CUT, bodyText } from '../graphql/admission/body-text.ts';
import { wrongType } from './fields.ts';
import { readJson } from './json.ts';
import { badRequest, type Refused } from './refusal.ts';
import type { Route } from './route.ts';

/** Reads the query and the body of a request by the schemas of its route. The first faults are the refusal, each with its place. */
export async function readRequest({ query: entries, body: schema }: Route, request: Request): Promise<ReadRequest | Fault> {
  const parameters = parametersIn(new URL(request.url).searchParams, entries);
  if ('refused' in parameters) return parameters;
  const query = parsed(v.object(entries), parameters.value, 'query');
  if ('refused' in query) return query;
  if (schema === null) return { query: query.value, body: undefined };
  // A body may be left out where every field can.
  const text = await bodyText(request);
  if (text === null) return { refused: badRequest(BODY_CUT) };
  const json = readJson(text || '{}');
  if (!json) return { refused: badRequest('The body is not JSON.') };
  const body = parsed(schema, json.value, 'body');
  return 'refused' in body ? body : { query: query.value, body: body.value };
}

interface ReadRequest {
  readonly query: unknown;
  readonly body: unknown;
}

interface Fault {
  readonly refused: Refused;
}

interface Value {
  readonly value: unknown;
}

/**
 * The parameters of a query by their names in camelCase. Clients write them in snake_case, too. One that is unknown or repeated is refused:
 * a misspelt `dryRun` would run what was only to be tried.
 */
function parametersIn(sent: URLSearchParams, entries: Route['query']): Value | Fault {
  const parameters: Record<string, string> = {};
  for (const [key, value] of sent) {
    const name = key.replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase());
    if (!Object.hasOwn(entries, name)) {
      const known = Object.keys(entries).map((each) => `\`${each}\``);
      const message = known.length > 0 ? `Unknown. The query takes ${known.join(', ')}.` : 'Unknown. The query takes no parameters.';
      return { refused: badRequest(message, `query.${key}`) };
    }
    if (Object.hasOwn(parameters, name)) return { refused: badRequest('Given twice.', `query.${key}`) };
    parameters[name] = value;
  }
  return { value: parameters };
}

/** Maximum faults that one refusal tells. */
const MAX_FAULTS = 10;

function parsed(schema: v.GenericSchema, value: unknown, where: 'query' | 'body'): Value | Fault {
  const result = v.safeParse(schema, value, { abortPipeEarly: true, message: wrongType });
  if (result.success) return { value: result.output };
  const placeOf = (issue: v.BaseIssue<unknown>) => [where, ...(issue.path ?? []).map(({ key }) => String(key))].join('.');
  const [first, ...more] = result.issues;
  const others = more.slice(0, MAX_FAULTS - 1).map((issue) => ` ${placeOf(issue)}: ${issue.message}`);
  return { refused: badRequest(`${first.message}${others.join('')}`, placeOf(first)) };
}
