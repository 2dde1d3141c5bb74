import { type Schema, Validator } from '@cfworker/json-schema';
import printed from '../../schema/openapi.json' with { type: 'json' };

export type JsonSchema = Readonly<Record<string, unknown>> & {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly format?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly additionalProperties?: JsonSchema;
};

interface Content {
  readonly content: { readonly 'application/json': { readonly schema: JsonSchema } };
}

interface Described {
  readonly operationId: string;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly schema: JsonSchema }[];
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content>>;
}

const paths = printed.paths as unknown as Readonly<Record<string, Readonly<Record<string, Described>>>>;
const schemas = printed.components.schemas as unknown as Readonly<Record<string, JsonSchema>>;

const operations = new Map(
  Object.values(paths).flatMap((methods) => Object.values(methods).map((operation) => [operation.operationId, operation] as const)),
);

function described(operation: string): Described {
  const found = operations.get(operation);
  if (!found) throw new Error(`schema/openapi.json has no ${operation}`);
  return found;
}

/** What `schema/openapi.json` says of the body of an operation. `undefined`: the operation has none. */
export const bodySchemaOf = (operation: string): JsonSchema | undefined =>
  described(operation).requestBody?.content['application/json'].schema;

/** The same of a whole request: its parts of the path, its query and its body. */
export function requestSchemaOf(operation: string): JsonSchema {
  const { parameters } = described(operation);
  const partOf = (place: string): JsonSchema => ({
    properties: Object.fromEntries(parameters.filter((each) => each.in === place).map(({ name, schema }) => [name, schema])),
  });
  return { properties: { path: partOf('path'), query: partOf('query'), body: bodySchemaOf(operation) ?? {} } };
}

/** A schema itself, in place of a reference to it. */
export function resolved(schema: JsonSchema): JsonSchema {
  if (schema.$ref === undefined) return schema;
  const found = schemas[schema.$ref.split('/').at(-1) ?? ''];
  if (!found) throw new Error(`schema/openapi.json has no ${schema.$ref}`);
  return found;
}

/** The schemas by their names, each object closed: a field that the document does not have is a fault. */
const CLOSED: unknown = JSON.parse(JSON.stringify(schemas), (_key, value: unknown) => {
  const isObject = typeof value === 'object' && value !== null && 'properties' in value && 'type' in value && value.type === 'object';
  return isObject && !('additionalProperties' in value) ? { ...value, additionalProperties: false } : value;
});

const validators = new Map<string, Validator>();

/** What is wrong with the answer of an operation by `schema/openapi.json`: each missing, unknown or mistyped field. */
export function answerFaults(operation: string, status: number, body: unknown): readonly string[] {
  const { responses } = described(operation);
  const content = responses[status] ?? (status >= 400 ? responses.default : undefined);
  if (!content) return [`${operation} has no answer of status ${status}`];
  const { $ref } = content.content['application/json'].schema;
  if ($ref === undefined) return [`${operation} has no named answer`];
  let validator = validators.get($ref);
  if (!validator) {
    validator = new Validator({ components: { schemas: CLOSED }, $ref } as Schema, '2020-12', false);
    validators.set($ref, validator);
  }
  const { valid, errors } = validator.validate(body);
  // The deepest faults come last in each branch, and say what is wrong; those above them only where.
  return valid
    ? []
    : errors
        .filter(({ keyword }) => keyword !== 'properties' && keyword !== '$ref')
        .map(({ instanceLocation, error }) => `${instanceLocation} ${error}`);
}

/** Names that a request to a path can have: of its parameters and of the fields of its body, at any depth, and the values of their enums. */
export function requestNamesOf(method: string, path: string): ReadonlySet<string> | null {
  const isOne = (template: string) => new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}/?$`).test(path);
  const found = Object.entries(paths).flatMap(([template, methods]) => (isOne(template) ? [methods[method.toLowerCase()]] : []));
  if (found.every((each) => each === undefined)) return null;
  const names = new Set<string>();
  const seen = new Set<JsonSchema>();
  const add = (schema: JsonSchema | undefined): void => {
    if (schema === undefined) return;
    const own = resolved(schema);
    if (seen.has(own)) return;
    seen.add(own);
    for (const value of own.enum ?? []) names.add(value);
    for (const [name, field] of Object.entries(own.properties ?? {})) {
      names.add(name);
      add(field);
    }
    add(own.items);
    add(own.additionalProperties);
  };
  for (const operation of found) {
    for (const { name, schema } of operation?.parameters ?? []) {
      names.add(name);
      add(schema);
    }
    add(operation?.requestBody?.content['application/json'].schema);
  }
  return names;
}
