import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';

/** A number from 0 to 1, the next of a sequence that a seed determines. */
export type Random = () => number;

export function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Texts that have broken other systems. */
const HOSTILE = [
  '',
  ' ',
  "' or 1=1 --",
  '"; drop table accounts; --',
  '%_%',
  '\u0000',
  'a\u0007b',
  '\ud800',
  '\udc00x',
  '__proto__',
  '💶',
  'é'.normalize('NFD'),
  '\u202eabc',
  'x'.repeat(300),
  '{"==": [1, 1]}',
  '[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]',
  'null',
  '0',
  '2026-02-30',
  'QWNjb3VudDo=',
  'QWNjb3VudDoA',
  btoa('Money:1'),
];
const NUMBERS = [0, 1, 2, -1, 100, 101, 2_147_483_647, -2_147_483_648, 1.5, 1e300];
const JSONS = [null, {}, [], 'x', 1, { a: 'b' }, { a: { b: [1] } }, JSON.parse('{"__proto__": {"x": 1}}'), { constructor: 'x' }];
const SCALARS: Readonly<Record<string, readonly unknown[]>> = {
  Int: NUMBERS,
  Float: NUMBERS,
  Boolean: [true, false],
  Date: ['2026-11-21', '2027-01-01', '9999-01-01', '2026-12-31', '2026-02-30', '0000-00-00', '10000-01-01'],
  DateTime: [
    '2026-11-21T08:00:00Z',
    '2027-01-01T00:00:00+02:00',
    '9999-12-31T23:59:59.999Z',
    '0001-01-01T00:00:00Z',
    '2026-13-01T00:00:00Z',
  ],
  Decimal: ['0', '1', '12.50', 7, '-1', '0.000000000001', '9'.repeat(40), '1e400', '0.0000000000001'],
  CurrencyCode: ['USD', 'EUR', 'JPY', 'XXX', 'usd'],
  CountryCode: ['US', 'DE', 'ZZ'],
  JSON: JSONS,
};

export interface RandomRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Requests that a schema mostly permits, with arguments that nobody sane would send. `texts` are those that exist. */
export class RandomRequests {
  readonly #schema: GraphQLSchema;
  readonly #random: Random;
  readonly #texts: readonly string[];
  #variables: { declaration: string; name: string; value: unknown }[] = [];
  #aliases = 0;

  constructor(schema: GraphQLSchema, random: Random, texts: readonly string[]) {
    this.#schema = schema;
    this.#random = random;
    this.#texts = texts;
  }

  next(): RandomRequest {
    this.#variables = [];
    this.#aliases = 0;
    const isMutation = this.#chance(0.4);
    const root = isMutation ? this.#schema.getMutationType() : this.#schema.getQueryType();
    if (!root) throw new Error('no root');
    const fields = Object.values(root.getFields());
    const count = isMutation ? 1 : 1 + Math.floor(this.#random() * 3);
    const selected = Array.from({ length: count }, () => this.#field(this.#pick(fields), 4));
    const declared = this.#variables.map(({ declaration }) => declaration).join(', ');
    return {
      query: `${isMutation ? 'mutation' : 'query'} Random${declared && `(${declared})`} { ${selected.join(' ')} }`,
      variables: Object.fromEntries(this.#variables.map(({ name, value }) => [name, value])),
    };
  }

  #field(field: GraphQLField<unknown, unknown>, depth: number): string {
    const given = field.args.filter((arg) => isRequiredArgument(arg) || this.#chance(0.3));
    const args = given.map((arg) => {
      const name = `v${this.#variables.length}`;
      this.#variables.push({ name, declaration: `$${name}: ${arg.type}`, value: this.#input(arg.type, 0) });
      return `${arg.name}: $${name}`;
    });
    const type = getNamedType(field.type);
    const alias = this.#chance(0.2) || args.length > 0 ? `a${++this.#aliases}: ` : '';
    return `${alias}${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}${isLeafType(type) ? '' : ` ${this.#selection(type, depth)}`}`;
  }

  #selection(type: GraphQLNamedType, depth: number): string {
    if (isAbstractType(type)) {
      const members = this.#some(this.#schema.getPossibleTypes(type), 2);
      return `{ __typename ${members.map((member) => `... on ${member.name} ${this.#selection(member, depth)}`).join(' ')} }`;
    }
    if (!isObjectType(type)) return '{ __typename }';
    const fields = Object.values(type.getFields()).filter((field) => depth > 0 || isLeafType(getNamedType(field.type)));
    // Each is selected once, so that those of different types seldom disagree about one name.
    const selected = this.#some(fields, 5).map((field) => this.#field(field, depth - 1));
    return `{ __typename ${selected.join(' ')} }`;
  }

  #input(type: GraphQLInputType, depth: number): unknown {
    if (isNonNullType(type)) return this.#chance(0.01) ? null : this.#present(type.ofType, depth);
    return this.#chance(0.1) ? null : this.#present(type, depth);
  }

  #present(type: GraphQLInputType, depth: number): unknown {
    if (this.#chance(0.01)) return this.#pick([...HOSTILE, 7, true, [], {}]);
    if (isNonNullType(type)) return this.#input(type, depth);
    if (isListType(type)) return Array.from({ length: Math.floor(this.#random() * 3) }, () => this.#input(type.ofType, depth));
    if (isEnumType(type)) return this.#pick(type.getValues()).name;
    if (!isInputObjectType(type)) {
      return this.#pick(SCALARS[type.name] ?? (this.#chance(0.6) ? this.#texts : HOSTILE));
    }
    const fields = Object.values(type.getFields());
    const optional = depth > 3 ? 0.1 : 0.4;
    const given = type.isOneOf ? [this.#pick(fields)] : fields.filter((field) => isRequiredInputField(field) || this.#chance(optional));
    return Object.fromEntries(
      given.map((field) => [field.name, type.isOneOf ? this.#present(field.type, depth + 1) : this.#input(field.type, depth + 1)]),
    );
  }

  #some<T>(items: readonly T[], most: number): T[] {
    if (items.length === 0) return [];
    return [...new Set(Array.from({ length: 1 + Math.floor(this.#random() * most) }, () => this.#pick(items)))];
  }

  #pick<T>(items: readonly T[]): T {
    const item = items[Math.floor(this.#random() * items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  }

  #chance(probability: number): boolean {
    return this.#random() < probability;
  }
}
