import { GraphQLError } from 'graphql';
import type { GraphQLParams, Plugin } from 'graphql-yoga';
import type { Context } from '../../operations/context.ts';

/** Reads what a request asks for. What it does not know of a request is ignored, as the specification wants; what is malformed is 400. */
export function requestBody(): Plugin<Context> {
  return {
    onRequestParse: ({ setRequestParser }) => {
      setRequestParser((request: Request) => (request.method === 'GET' ? fromUrl(new URL(request.url)) : fromBody(request)));
    },
  };
}

function fromUrl({ searchParams }: URL): GraphQLParams {
  const json = (name: string) => {
    const text = searchParams.get(name);
    return text ? readJson(text, `\`${name}\` in the URL`) : undefined;
  };
  const text = (name: string) => searchParams.get(name) || undefined;
  return known({
    query: text('query'),
    operationName: text('operationName'),
    variables: json('variables'),
    extensions: json('extensions'),
  });
}

async function fromBody(request: Request): Promise<GraphQLParams> {
  const body = readJson(await request.text(), 'The body');
  if (Array.isArray(body)) throw badRequest('One operation a request: send an object, not a list of them.');
  if (!isObject(body)) throw badRequest('The body is an object such as {"query": "{ __typename }"}.');
  return known(body);
}

/** Wrong types among these are refused by Yoga itself, except for a name. */
function known({ query, operationName, variables, extensions }: Readonly<Record<string, unknown>>): GraphQLParams {
  if (operationName != null && typeof operationName !== 'string') throw badRequest('`operationName` is a string.');
  return { query, operationName, variables, extensions } as GraphQLParams;
}

function readJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest(`${where} is not JSON.`);
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

const badRequest = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_REQUEST', http: { spec: true, status: 400 } } });
