import { globSync } from 'node:fs';
import { toJsonSchema, toJsonSchemaDefs } from '@valibot/to-json-schema';
import { type GraphQLSchema, getOperationAST, Kind, parse } from 'graphql';
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
    description: descriptionOf(route, schema),
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
        'The billing catalogue in REST. Numbers are exact: read and write them as decimals, not as binary floats. A header `Idempotency-Key` makes a change happen once.',
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
  const ofPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));
  const ofQuery = Object.entries(query).map(([name, each]) => ({
    name,
    in: 'query',
    required: each.type !== 'optional',
    schema: withoutDialect(toJsonSchema(each, STYLE)),
  }));
  return [...ofPath, ...ofQuery];
}

const withoutDialect = ({ $schema: _dialect, ...schema }: object & { readonly $schema?: string }): object => schema;

/** What the root field of a route's document says of itself. */
function descriptionOf({ document }: Route, schema: GraphQLSchema): string {
  const operation = getOperationAST(parse(document.toString()));
  const [field] = operation?.selectionSet.selections ?? [];
  const type = operation && schema.getRootType(operation.operation);
  if (!type || field?.kind !== Kind.FIELD) throw new Error('a document has no root field');
  return type.getFields()[field.name.value]?.description ?? '';
}

const json = (schema: object): object => ({ 'application/json': { schema } });
