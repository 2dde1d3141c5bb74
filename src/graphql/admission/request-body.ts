import type { GraphQLParams, Plugin } from 'graphql-yoga';
import type { Context } from '../../operations/context.ts';
import { LIMITS } from '../limits.ts';
import { BODY_CUT, bodyText } from './body-text.ts';
import type { RequestContext, ServerContext } from './request-context.ts';
import { documentIn } from './request-document.ts';
import { badRequest } from './request-errors.ts';

/** Reads the parameters of a request. Unknown parameters are ignored, as GraphQL over HTTP requires; malformed ones are 400. */
export function requestBody(): Plugin<Context, ServerContext> {
  return {
    onRequestParse: ({ serverContext, setRequestParser }) => {
      setRequestParser(async (request: Request) => {
        const body = request.method === 'GET' ? fromUrl(new URL(request.url)) : await fromBody(request);
        return paramsIn(body, serverContext.context);
      });
    },
  };
}

type Body = Readonly<Record<string, unknown>>;

function fromUrl({ searchParams }: URL): Body {
  const json = (name: string) => {
    const text = searchParams.get(name);
    return text ? readJson(text, `\`${name}\` in the URL`) : undefined;
  };
  const text = (name: string) => searchParams.get(name) || undefined;
  return {
    query: text('query'),
    documentId: text('documentId'),
    operationName: text('operationName'),
    variables: json('variables'),
    extensions: json('extensions'),
  };
}

async function fromBody(request: Request): Promise<Body> {
  const text = await bodyText(request);
  if (text === null) throw badRequest(BODY_CUT);
  const body = readJson(text, 'The body');
  if (Array.isArray(body)) throw badRequest('One operation a request: send an object, not a list of them.');
  if (!isObject(body)) throw badRequest('The body is an object such as {"query": "{ __typename }"}.');
  return body;
}

/** Yoga refuses parameters of a wrong type itself, except for `operationName`. */
function paramsIn({ query, documentId, operationName, variables, extensions }: Body, context: RequestContext): GraphQLParams {
  if (operationName != null && typeof operationName !== 'string') throw badRequest('`operationName` is a string.');
  requireShallow(variables);
  const document = documentIn({ query, documentId, extensions }, context);
  if (document == null) throw badRequest('Send a document as `query`, or name one as `documentId`.');
  return { query: document, operationName, variables, extensions } as GraphQLParams;
}

/** Functions that read variables call themselves for each level: deeper ones could exhaust the stack. */
function requireShallow(variables: unknown): void {
  let level = [variables].filter(isObject);
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > LIMITS.nesting) throw badRequest(`\`variables\` are nested more than ${LIMITS.nesting} levels deep; no more are allowed.`);
    level = level.flatMap((each) => Object.values(each).filter(isObject));
  }
}

function readJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest(`${where} is not JSON.`);
  }
}

const isObject = (value: unknown): value is Body => typeof value === 'object' && value !== null;
