/** The parts of OpenAPI 3.1 and of JSON Schema that `schema/openapi.json` uses. */
export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

interface Operation {
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required: boolean; readonly schema: Schema }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content: Content }>>;
}

type Content = Readonly<Record<string, { readonly schema: Schema }>>;

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: Schema;
  readonly minimum?: number;
  readonly minLength?: number;
  readonly minItems?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
}

/** Whether callers send a value or read it: what one may only widen, the other may only narrow. */
type Side = 'request' | 'answer';

/**
 * Returns the changes between two descriptions that break a strict client, each as a sentence: `GET /addons was removed.`,
 * `"LICENSE" was removed from AddOnType in requests.` A request must stay allowed, and an answer must stay within what was promised.
 */
export function breakingOpenApiChanges(released: OpenApi, current: OpenApi): readonly string[] {
  const changes = Object.entries(released.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) => {
      const name = `${method.toUpperCase()} ${path}`;
      const now = current.paths[path]?.[method];
      return now ? operationChanges(operation, now, name, new Schemas(released, current)) : [`${name} was removed.`];
    }),
  );
  return [...new Set(changes)];
}

function operationChanges(before: Operation, after: Operation, name: string, schemas: Schemas): readonly string[] {
  const parameters = before.parameters.flatMap((parameter) => {
    const place = `the parameter ${parameter.name} of ${name}`;
    const now = after.parameters.find((each) => each.name === parameter.name && each.in === parameter.in);
    if (!now) return [`${place} was removed.`];
    return [
      ...(now.required && !parameter.required ? [`${place} became required.`] : []),
      ...schemas.changes(parameter.schema, now.schema, place, 'request'),
    ];
  });
  const added = after.parameters
    .filter((each) => each.required && !before.parameters.some((other) => other.name === each.name))
    .map((each) => `the required parameter ${each.name} of ${name} was added.`);
  const [was, is] = [before.requestBody?.content, after.requestBody?.content];
  const body = was && !is ? [`the body of ${name} was removed.`] : schemas.contentChanges(was, is, `the body of ${name}`, 'request');
  const answers = Object.entries(before.responses).flatMap(([status, { content }]) => {
    const now = after.responses[status];
    return now ? schemas.contentChanges(content, now.content, `the answer of ${name}`, 'answer') : [`${name} no longer answers ${status}.`];
  });
  return [...parameters, ...added, ...body, ...answers].map((change) => change.charAt(0).toUpperCase() + change.slice(1));
}

/** The named schemas of two descriptions. */
class Schemas {
  readonly #released: OpenApi;
  readonly #current: OpenApi;
  /** What is compared at the moment: a type may contain itself. */
  readonly #open = new Set<string>();

  constructor(released: OpenApi, current: OpenApi) {
    this.#released = released;
    this.#current = current;
  }

  contentChanges(before: Content | undefined, after: Content | undefined, place: string, side: Side): readonly string[] {
    return Object.entries(after ?? {}).flatMap(([type, { schema }]) => {
      const was = before?.[type]?.schema;
      return was ? this.changes(was, schema, place, side) : this.#requiredIn(schema).map((field) => `${field} is required by ${place}.`);
    });
  }

  /** @param place names the value where its schema has no name */
  changes(before: Schema, after: Schema, place: string, side: Side): readonly string[] {
    const name = before.$ref?.split('/').at(-1);
    const key = `${name} ${side}`;
    if (name !== undefined && this.#open.has(key)) return [];
    if (name !== undefined) this.#open.add(key);
    const found = this.#valueChanges(resolved(before, this.#released), resolved(after, this.#current), name ?? place, side);
    this.#open.delete(key);
    return found;
  }

  #valueChanges(before: Schema, after: Schema, place: string, side: Side): readonly string[] {
    const where = `${place} in ${side}s`;
    const [was, is] = [kindOf(before), kindOf(after)];
    if (was !== is) return [`${where} changed from ${was} to ${is}.`];
    return [
      ...enumChanges(before, after, where, side),
      ...limitChanges(before, after, where, side),
      ...this.#fieldChanges(before, after, place, side),
      ...(before.items && after.items ? this.changes(before.items, after.items, `${place}[]`, side) : []),
      ...(before.additionalProperties && after.additionalProperties
        ? this.changes(before.additionalProperties, after.additionalProperties, `${place}{}`, side)
        : []),
    ];
  }

  #fieldChanges(before: Schema, after: Schema, place: string, side: Side): readonly string[] {
    const [was, is] = [new Set(before.required), new Set(after.required)];
    const required =
      side === 'request'
        ? [...is].filter((field) => !was.has(field)).map((field) => `${place}.${field} in requests became required.`)
        : [...was]
            .filter((field) => !is.has(field) && after.properties?.[field])
            .map((field) => `${place}.${field} in answers became optional.`);
    const fields = Object.entries(before.properties ?? {}).flatMap(([field, schema]) => {
      const now = after.properties?.[field];
      return now ? this.changes(schema, now, `${place}.${field}`, side) : [`${place}.${field} in ${side}s was removed.`];
    });
    return [...required, ...fields];
  }

  #requiredIn(schema: Schema): readonly string[] {
    return resolved(schema, this.#current).required ?? [];
  }
}

function resolved(schema: Schema, { components }: OpenApi): Schema {
  const name = schema.$ref?.split('/').at(-1);
  return (name !== undefined && components.schemas[name]) || schema;
}

const kindOf = ({ type = 'any', format }: Schema): string => (format === undefined ? type : `${type} (${format})`);

/** A request may take more values, an answer may have fewer. No `enum`: every value. */
function enumChanges(before: Schema, after: Schema, where: string, side: Side): readonly string[] {
  const [wide, narrow] = side === 'request' ? [before, after] : [after, before];
  if (!narrow.enum) return [];
  if (!wide.enum) return [side === 'request' ? `${where} became an enum.` : `${where} is an enum no longer.`];
  const verb = side === 'request' ? 'removed from' : 'added to';
  return wide.enum.filter((value) => !narrow.enum?.includes(value)).map((value) => `${JSON.stringify(value)} was ${verb} ${where}.`);
}

const MINIMA = ['minimum', 'minLength', 'minItems'] as const;
const MAXIMA = ['maximum', 'maxLength', 'maxItems'] as const;

function limitChanges(before: Schema, after: Schema, where: string, side: Side): readonly string[] {
  const sign = side === 'request' ? 1 : -1;
  const isNarrower = (limit: (typeof MINIMA | typeof MAXIMA)[number], none: number): boolean => {
    const more = (after[limit] ?? none) - (before[limit] ?? none);
    return (none < 0 ? more : -more) * sign > 0;
  };
  const changed = [
    ...MINIMA.filter((limit) => isNarrower(limit, Number.NEGATIVE_INFINITY)),
    ...MAXIMA.filter((limit) => isNarrower(limit, Number.POSITIVE_INFINITY)),
  ];
  return changed.map((limit) => `${limit} of ${where} changed from ${before[limit] ?? 'none'} to ${after[limit] ?? 'none'}.`);
}
