import { globSync } from 'node:fs';
import { toJsonSchema, toJsonSchemaDefs } from '@valibot/to-json-schema';
import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  getOperationAST,
  isListType,
  isObjectType,
  Kind,
  parse,
  type SelectionSetNode,
} from 'graphql';
import type { GenericSchema } from 'valibot';
import type { Route } from '../src/rest/route.ts';
import { ROOT } from './wrangler.ts';

/** The file of the printed description. */
export const OPENAPI = 'schema/openapi.json';

/**
 * Describes the REST mirror as OpenAPI 3.1. The table of routes has every operation, parameter and body, `ANSWERS` every answer, and the
 * GraphQL schema says what each operation does. Imports the table when it is called: its documents may have been printed just before.
 */
export async function openApi(schema: GraphQLSchema): Promise<object> {
  const [{ ROUTES }, { ANSWERS }, { ErrorResponse }, named] = await Promise.all([
    import('../src/rest/routes.ts'),
    import('../src/rest/answers.ts'),
    import('../src/rest/answer-fields.ts'),
    namedSchemas(),
  ]);
  const answers = new Map<string, GenericSchema>(Object.entries(ANSWERS));
  const reference = (value: GenericSchema | undefined): object => {
    const name = Object.keys(named).find((each) => named[each] === value);
    if (name === undefined) throw new Error('a body or an answer is not exported under a name');
    return { $ref: `#/components/schemas/${name}` };
  };
  const operationOf = (route: Route) => ({
    operationId: route.operation,
    tags: [tagOf(route)],
    ...wordsOf(route, schema),
    ...(route.deprecated && { deprecated: true }),
    parameters: parametersOf(route),
    ...(route.body && { requestBody: { required: true, content: json(reference(route.body)) } }),
    responses: {
      [route.status]: { description: 'Success.', content: json(reference(answers.get(route.operation))) },
      default: {
        description:
          'The request was refused. The headers `x-error-code` and `x-error-path` tell programs why, and which field is at fault; `x-request-id` identifies the request.',
        content: json(reference(ErrorResponse)),
      },
    },
  });
  const paths = [...Map.groupBy(ROUTES, ({ path }) => path)].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    openapi: '3.1.0',
    info: {
      title: 'Billing catalogue',
      version: '1',
      description:
        'The billing catalogue in REST. Numbers are exact: read and write them as decimals, not as binary floats. A header `Idempotency-Key` makes a change happen once. The header `x-incomplete-fields` of an answer names its fields that are missing or cut because they are too large.',
    },
    security: [{ bearer: [] }],
    paths: Object.fromEntries(
      paths.map(([path, routes]) => [path, Object.fromEntries(routes.map((route) => [route.method.toLowerCase(), operationOf(route)]))]),
    ),
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      schemas: Object.fromEntries(
        Object.entries(toJsonSchemaDefs(named, { ...STYLE, overrideRef: ({ referenceId }) => `#/components/schemas/${referenceId}` })).sort(
          ([a], [b]) => (a < b ? -1 : 1),
        ),
      ),
    },
  };
}

const STYLE = { target: 'draft-2020-12', typeMode: 'output', errorMode: 'ignore' } as const;

/** Every schema that a file of the mirror exports under the name of a type, which begins with a capital letter. */
async function namedSchemas(): Promise<Readonly<Record<string, GenericSchema>>> {
  const files = globSync('src/rest/**/{address,answer-fields,answers,bodies}.ts', { cwd: ROOT }).sort();
  const modules: readonly Readonly<Record<string, unknown>>[] = await Promise.all(files.map((file) => import(`${ROOT}/${file}`)));
  return Object.fromEntries(
    modules.flatMap((each) => Object.entries(each)).filter((entry): entry is [string, GenericSchema] => /^[A-Z][a-z]/.test(entry[0])),
  );
}

function parametersOf({ path, query }: Route): readonly object[] {
  const ofPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    description: `The ${name.replace(/Id$/, '').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}${/Id$/.test(name) ? "'s id" : ''}.`,
    required: true,
    schema: { type: 'string' },
  }));
  const ofQuery = Object.entries(query).map(([name, each]) => ({
    name,
    in: 'query',
    description: QUERY_PARAMETERS[name],
    required: each.type !== 'optional',
    schema: withoutDialect(toJsonSchema(each, STYLE)),
  }));
  return [...ofPath, ...ofQuery];
}

/** What each parameter of a query does, in every operation that has it. */
const QUERY_PARAMETERS: Readonly<Record<string, string>> = {
  accountId: 'Returns what concerns this account. Omit to return everything.',
  compact: 'Whether the terms, rate cards and rules of each schedule are left out. Defaults to `false`.',
  discard: 'Whether the draft is discarded first. Defaults to `false`.',
  dryRun: 'Whether the change is only tried: the answer is the same, and nothing is written. Defaults to `false`.',
  effectiveFrom: 'Returns what takes effect at this instant or later. Omit to return everything.',
  effectiveOn: 'The instant at which the account is read. Defaults to the instant of the request.',
  endDate: 'Returns what begins before this day. Omit to return everything.',
  includeGroupDetails: 'Not served: there are no invoice groups.',
  includePricePlanInfo: 'Whether each schedule tells the details of its price plan.',
  licenseId: 'Returns what concerns this license. Omit to return everything.',
  mode: 'The timeline that is read: `ACTIVE`, or the `DRAFT` of the account.',
  nextToken: 'Returns the page that the `nextToken` or the `previousToken` of another page leads to. Omit to return the first page.',
  pageSize: 'Number of items of the page. Maximum 50. Defaults to 50.',
  startDate: 'Returns what ends after this day. Omit to return everything.',
  status: 'Returns what has this status.',
  version: 'The version of the price plan: `LATEST`, `ACTIVE`, or its number. Defaults to `LATEST`.',
};

const withoutDialect = ({ $schema: _dialect, ...schema }: object & { readonly $schema?: string }): object => schema;

/** The collection that a path begins with: `Price plans` of `/v2/price_plans/{pricePlanId}`. */
function tagOf({ path }: Route): string {
  const words =
    path
      .replace(/^\/v\d+/, '')
      .split('/')[1]
      ?.replaceAll('_', ' ') ?? '';
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** What the field that a route is about says of itself, and its first sentence, which lists of operations show. */
function wordsOf(route: Route, schema: GraphQLSchema): { readonly summary: string; readonly description: string } {
  const operation = getOperationAST(parse(route.document.toString()));
  const type = operation && schema.getRootType(operation.operation);
  const [root] = type ? fieldsIn(operation.selectionSet, type) : [];
  if (!root) throw new Error(`${route.operation} has no root field`);
  const isPart = route.method === 'GET' && /\}\/\w+$/.test(route.path);
  const { field } = (isPart && listBeneath(root)) || root;
  const description = (field.description ?? '').replace('`null` when', 'Answers 404 when');
  return { summary: description.replace(/\.\s.*/s, '').replace(/\.$/, ''), description };
}

interface Selected {
  readonly field: GraphQLField<unknown, unknown>;
  readonly selection: SelectionSetNode | undefined;
}

/** The list that is nearest beneath a field. */
function listBeneath({ field, selection }: Selected): Selected | undefined {
  const type = getNamedType(field.type);
  const fields = selection && isObjectType(type) ? fieldsIn(selection, type) : [];
  return fields.find(isListed) ?? fields.map(listBeneath).find((found) => found !== undefined);
}

/** Whether a field is a list of objects, or a connection to one. */
function isListed({ field }: Selected): boolean {
  const type = getNamedType(field.type);
  return isObjectType(type) && ('nodes' in type.getFields() || isListType(getNullableType(field.type)));
}

const fieldsIn = ({ selections }: SelectionSetNode, type: GraphQLObjectType): readonly Selected[] =>
  selections.flatMap((each) => {
    const field = each.kind === Kind.FIELD ? type.getFields()[each.name.value] : undefined;
    return each.kind === Kind.FIELD && field ? [{ field, selection: each.selectionSet }] : [];
  });

const json = (schema: object): object => ({ 'application/json': { schema } });
