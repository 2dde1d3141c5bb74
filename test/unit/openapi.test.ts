import { parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import printed from '../../schema/openapi.json' with { type: 'json' };
import { schema } from '../../src/graphql/schema.ts';
import { ROUTES } from '../../src/rest/routes.ts';
import { type ContractField, contractType, itemTypeOf, OPERATIONS } from '../support/rest-contract.ts';

type Json = Readonly<Record<string, unknown>>;

const paths = printed.paths as Readonly<Record<string, Readonly<Record<string, Json>>>>;
const schemas = printed.components.schemas as Readonly<Record<string, Json>>;
const served = OPERATIONS.filter(({ operation }) => ROUTES.some((route) => route.operation === operation));

/** What the contract says of a field, beside what the printed schema says. */
function differences(type: string, json: Json, place: string, field: Partial<ContractField> = {}): readonly string[] {
  const { $ref } = json;
  if (typeof $ref === 'string') return differences(type, schemas[$ref.split('/').at(-1) ?? ''] ?? {}, place, field);
  const { list, map } = itemTypeOf(type);
  const { min_length, max_length, ge, le } = field.constraints ?? {};
  const isList = list !== undefined;
  const expected = { minLength: min_length || undefined, maxLength: max_length, minimum: ge, maximum: le };
  const found = {
    minLength: isList ? json.minItems : json.minLength,
    maxLength: isList ? json.maxItems : json.maxLength,
    minimum: json.minimum,
    maximum: json.maximum,
  };
  const limits = Object.entries(expected).flatMap(([name, limit]) =>
    limit === undefined || limit === found[name as keyof typeof found] ? [] : [`${place} has no ${name} of ${limit}`],
  );
  if (list !== undefined) return [...limits, ...differences(list, (json.items ?? {}) as Json, `${place}[]`)];
  if (map !== undefined) return [...limits, ...differences(map, (json.additionalProperties ?? {}) as Json, `${place}{}`)];
  if (type === 'Any') return limits;
  const scalar = SCALARS[type];
  if (field.enum) return String(field.enum) === String(json.enum) ? [] : [`${place} is ${json.enum}, not ${field.enum}`];
  if (scalar)
    return json.type === scalar.type && json.format === scalar.format ? limits : [`${place} is no ${type}: ${JSON.stringify(json)}`];
  const known = contractType(type);
  if (known.kind === 'enum') return String(known.values) === String(json.enum) ? [] : [`${place} is ${json.enum}, not ${known.values}`];
  const properties = (json.properties ?? {}) as Readonly<Record<string, Json>>;
  const required = (json.required ?? []) as readonly string[];
  const unknown = Object.keys(properties).filter((name) => !known.fields[name]);
  return [
    ...unknown.map((name) => `${place}.${name} is not in the contract`),
    ...Object.entries(known.fields).flatMap(([name, each]) => {
      const property = properties[name];
      const at = `${place}.${name}`;
      if (!property) return each.required || !(ABSENT.has(each.type) || ABSENT.has(`${type}.${name}`)) ? [`${at} is absent`] : [];
      const isRequired = each.required && !required.includes(name) ? [`${at} is not required`] : [];
      return [...isRequired, ...differences(each.type, property, at, each)];
    }),
  ];
}

const SCALARS: Readonly<Record<string, { type: string; format?: string }>> = {
  String: { type: 'string' },
  Boolean: { type: 'boolean' },
  Int: { type: 'integer' },
  Number: { type: 'number' },
  Date: { type: 'string', format: 'date' },
  DateTime: { type: 'string', format: 'date-time' },
};

/**
 * Optional types and fields that no answer has: invoice groups do not exist here, a page echoes nothing of its request, and the time when an
 * alias was ended is not recorded. What an edit overrides is read as the rules and rate cards of the schedule.
 */
const ABSENT: ReadonlySet<string> = new Set([
  'InvoiceGroupDetails',
  'PaginationOptions',
  'AccountAlias.updatedAt',
  'PlanOverride.pricePlanDetailsOverride',
  'PlanOverride.pricingRulesOverride',
  // There are no invoices. Rate cards that a purchase overrides are among those of its plan.
  ...['Proposal', 'GetProposalResponse', 'Purchase', 'GetPurchaseResponse'].flatMap((type) => [
    `${type}.invoiceId`,
    `${type}.purchasePlanOverride`,
  ]),
  // Only a proposal has an expiry and is commented on. A list is read in one statement, without the rate cards of each plan.
  ...['Purchase', 'GetPurchaseResponse'].flatMap((type) => [`${type}.expiryDate`, `${type}.comment`]),
  'PurchaseListResponse.purchasePlan',
  // Usage is never looked up.
  'CalculateRevenueResponseV2.usageLookupRange',
]);

const bodyOf = (operation: Json): Json =>
  (operation.requestBody as { content: Record<string, { schema: Json }> }).content['application/json']?.schema ?? {};

describe('the REST mirror', () => {
  it('serves each operation of the contract, and no other', () => {
    const known = ROUTES.map(({ method, path }) => `${method} ${path}`);
    expect(known.toSorted()).toEqual(OPERATIONS.map(({ method, path }) => `${method} ${path}`).toSorted());
  });

  it.each(ROUTES.map((route) => [route.operation, route] as const))('runs a valid document of the same name for %s', (operation, route) => {
    const document = parse(route.document.toString());
    expect(validate(schema, document)).toEqual([]);
    expect(document.definitions[0]).toMatchObject({ name: { value: operation }, selectionSet: { selections: { length: 1 } } });
  });
});

describe('schema/openapi.json', () => {
  it.each(served.map((operation) => [operation.operation, operation] as const))(
    'describes %s as the contract does: its parameters, fields, enums and limits',
    (_name, { method, path, query, body, returns, operation }) => {
      const described = paths[path]?.[method.toLowerCase()] ?? {};
      expect(described).toMatchObject({ operationId: operation, description: expect.stringMatching(/\.$/) });
      const parameters = (described.parameters as { name: string; in: string }[])
        .filter((each) => each.in === 'query')
        .map(({ name }) => name);
      expect(parameters).toEqual(expect.arrayContaining([...query]));
      if (body !== null) expect(differences(body, bodyOf(described), body)).toEqual([]);
      const [[, success] = []] = Object.entries(described.responses as Record<string, { content: Record<string, { schema: Json }> }>);
      expect(answerDifferences(returns, success?.content['application/json']?.schema ?? {})).toEqual([]);
    },
  );

  it('says in words what each operation and each parameter is', () => {
    const operations = Object.values(paths).flatMap((methods) => Object.values(methods));
    const silent = operations.flatMap(({ operationId, tags, summary, parameters }) => {
      const nameless = (parameters as Json[]).filter(({ description }) => !description).map(({ name }) => `${operationId} ${name}`);
      return summary && String(tags) !== '' ? nameless : [operationId, ...nameless];
    });
    expect(silent).toEqual([]);
  });
});

/** An answer says less of its limits than the contract, which a client checks: what is stored is within those of the bodies. */
const answerDifferences = (type: string, json: Json): readonly string[] =>
  differences(type, json, type).filter((each) => !/ has no m/.test(each));
