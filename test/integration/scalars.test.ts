import {
  buildClientSchema,
  type GraphQLField,
  type GraphQLSchema,
  getIntrospectionQuery,
  type IntrospectionQuery,
  isObjectType,
  isScalarType,
} from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { Organization } from '../support/organization.ts';
import { argumentsWith, callWith, type Place, placesIn, selectionOf } from '../support/schema-walk.ts';
import { leastOf } from '../support/trespass.ts';

let org: Organization;
let schema: GraphQLSchema;
beforeAll(async () => {
  org = await Organization.begin();
  schema = buildClientSchema((await org.ask<IntrospectionQuery>(getIntrospectionQuery({ oneOf: true }))).data);
});

/** Well-formed values that name nothing, and what is said of them. */
const NOTHING: readonly (readonly [scalar: string, value: string, message: string])[] = [
  ['Date', '2026-02-30', '2026-02-30 is not a date of the calendar'],
  ['DateTime', '2026-02-30T08:00:00Z', '2026-02-30 does not exist'],
  ['DateTime', '2026-06-30T24:00:00Z', 'hours must be 00 to 23'],
  ['CurrencyCode', 'HRK', '"HRK" is not the ISO 4217 code of a current currency'],
];

interface Taking {
  readonly operation: 'query' | 'mutation';
  readonly field: GraphQLField<unknown, unknown>;
  readonly place: Place;
}

/** The fields of the root that take a scalar, each place of each input type once. */
function taking(scalar: string): readonly Taking[] {
  const all = (['query', 'mutation'] as const).flatMap((operation) => {
    const root = schema.getType(operation === 'query' ? 'Query' : 'Mutation');
    const fields = isObjectType(root) ? Object.values(root.getFields()) : [];
    return fields.flatMap((field) => placesIn(field).map((place) => ({ operation, field, place })));
  });
  const matching = all.filter(({ place }) => place.type.name === scalar);
  return [...new Map(matching.map((each) => [each.place.owner, each])).values()];
}

describe.each(NOTHING)('A %s such as %s, which does not exist,', (scalar, value, message) => {
  const refused = [{ message: expect.stringContaining(message), extensions: { code: 'BAD_USER_INPUT' } }];
  const argumentsOf = ({ field, place }: Taking) => argumentsWith(field, place.path, value, (name, type) => leastOf(name, type) ?? name);

  it('is refused in a variable, wherever an input takes one, before anything is read', async () => {
    expect(taking(scalar).length).toBeGreaterThan(0);
    for (const each of taking(scalar)) {
      const { operation, field, place } = each;
      const args = argumentsOf(each);
      const given = field.args.filter(({ name }) => name in args);
      const variables = given.map(({ name, type }) => `$${name}: ${type}`).join(', ');
      const call = `${field.name}(${given.map(({ name }) => `${name}: $${name}`).join(', ')})`;
      const { errors, extensions } = await org.ask(`${operation} (${variables}) { ${call} ${selectionOf(schema, field.type, 0)} }`, args);
      expect(errors, place.owner).toMatchObject(refused);
      expect(extensions?.cost?.d1Calls ?? 0).toBe(0);
    }
  });

  it('is refused where it is written out as well', async () => {
    for (const each of taking(scalar)) {
      const { operation, field, place } = each;
      const { errors, extensions } = await org.ask(
        `${operation} { ${callWith(field, argumentsOf(each))} ${selectionOf(schema, field.type, 0)} }`,
      );
      expect(errors, place.owner).toMatchObject(refused);
      expect(extensions?.cost?.d1Calls ?? 0).toBe(0);
    }
  });
});

/** Values of a wrong type, and how messages show them. */
const WRONG: readonly (readonly [value: unknown, shown: RegExp])[] = [
  [{ a: 1 }, /\{ ?"?a"?: ?1 ?\}/],
  [[{ a: 1 }], /\[? ?\{ ?"?a"?: ?1 ?\} ?\]?/],
  [true, /true/],
  [{}, /\{\}/],
];

describe('A value of a wrong type is shown as it was sent', () => {
  const scalars = ['Date', 'DateTime', 'Decimal', 'CurrencyCode', 'String', 'ID', 'Int', 'Boolean'];

  it('for every scalar but JSON, which takes any value', () => {
    const all = Object.values(schema.getTypeMap()).filter((type) => isScalarType(type) && taking(type.name).length > 0);
    expect(all.map(({ name }) => name).toSorted()).toEqual([...scalars, 'JSON'].toSorted());
  });

  it.each(scalars)('where it is no %s, written out and in a variable', async (scalar) => {
    const [each] = taking(scalar);
    if (!each) throw new Error(`Nothing takes a ${scalar}`);
    const { operation, field, place } = each;
    for (const [value, shown] of WRONG.filter(([one]) => scalar !== 'Boolean' || one !== true)) {
      const args = argumentsWith(field, place.path, value, (name, type) => leastOf(name, type) ?? name);
      const given = field.args.filter(({ name }) => name in args);
      const variables = given.map(({ name, type }) => `$${name}: ${type}`).join(', ');
      const call = `${field.name}(${given.map(({ name }) => `${name}: $${name}`).join(', ')})`;
      const selection = selectionOf(schema, field.type, 0);
      for (const answer of [
        await org.ask(`${operation} (${variables}) { ${call} ${selection} }`, args),
        await org.ask(`${operation} { ${field.name}(${writtenOut(args)}) ${selection} }`),
      ]) {
        const reasons = answer.errors?.map(({ message }) => message.split('; ').at(-1)) ?? [];
        // Written out, the values of enums beside it are refused as texts, too.
        expect(reasons, `${place.owner} ${JSON.stringify(value)}`).toContainEqual(expect.stringMatching(shown));
        expect(answer.errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
      }
    }
  });
});

/** Arguments as a document writes them. */
const writtenOut = (args: object): string =>
  Object.entries(args)
    .map(([name, value]) => `${name}: ${literalOf(value)}`)
    .join(', ');

function literalOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literalOf).join(', ')}]`;
  return typeof value === 'object' && value !== null ? `{${writtenOut(value)}}` : JSON.stringify(value);
}
