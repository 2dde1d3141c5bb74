import fc from 'fast-check';
import {
  buildSchema,
  type ExecutionResult,
  execute as graphqlExecute,
  OverlappingFieldsCanBeMergedRule,
  PossibleFragmentSpreadsRule,
  parse,
  validate,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { execute, type Meter } from '../../src/engine/execute/execute.ts';
import { type Random, randomFrom } from '../support/random-requests.ts';
import { runs } from '../support/runs.ts';

const schema = buildSchema(`
  interface Named { name: String! }
  union Any = Leaf | Branch
  type Leaf implements Named { name: String! size(times: Int = 1): Int edition: Int! }
  type Branch implements Named {
    name: String! size(times: Int = 1): Int edition: Int! need: Int! grid: [[Int!]]
    one: Named must: Named! few: [Named!] some: [Any] all: [Named!]! branch: Branch leaf: Leaf!
  }
  type Query { branch: Branch must: Branch! any: Any all: [Any!]! }
  type Mutation { branch: Branch must: Branch! any: Any all: [Any!]! }
`);

const ROOT_FIELDS = ['branch', 'must', 'any', 'all'];
const OBJECTS: Readonly<Record<string, readonly string[]>> = {
  Query: ROOT_FIELDS,
  Mutation: ROOT_FIELDS,
  Branch: ['one', 'must', 'few', 'some', 'all', 'branch', 'leaf'],
};
const LEAVES: Readonly<Record<string, readonly string[]>> = {
  Leaf: ['name', 'size', 'edition', '__typename'],
  Branch: ['name', 'size', 'edition', 'need', 'grid', '__typename'],
  Named: ['name', '__typename'],
  Any: ['__typename'],
};
const TYPES: Readonly<Record<string, string>> = {
  branch: 'Branch',
  leaf: 'Leaf',
  one: 'Named',
  few: 'Named',
  some: 'Any',
  any: 'Any',
};
const isRoot = (type: string): boolean => type === 'Query' || type === 'Mutation';
const MEMBERS = ['Leaf', 'Branch', 'Named'];
const LISTS = new Set(['few', 'some', 'all']);

const typeOf = (parent: string, field: string): string =>
  TYPES[field] ?? (isRoot(parent) ? { must: 'Branch', all: 'Any' }[field] : 'Named') ?? 'Named';

/** A document, and a graph of objects in which many lead to few. */
class World {
  readonly meter: Meter & { bytes: number } = {
    bytes: 0,
    add: (bytes) => {
      this.meter.bytes += bytes;
    },
  };
  /** How many root fields of a mutation were resolved. Every object shows it. */
  edition = 0;
  readonly #random: Random;
  readonly #faults: number;
  readonly #isAsync: boolean;
  readonly #root: 'Query' | 'Mutation';
  readonly #objects: { readonly Leaf: object[]; readonly Branch: object[] } = { Leaf: [], Branch: [] };

  /** @param faults the share of fields that answer null, fail or answer what they must not */
  constructor(seed: number, { faults = 0, isAsync = false, changes = false } = {}) {
    this.#root = changes ? 'Mutation' : 'Query';
    this.#random = randomFrom(seed);
    this.#faults = faults;
    this.#isAsync = isAsync;
    for (let i = 0; i < 3; i++) {
      this.#objects.Leaf.push({ __typename: 'Leaf', ...this.#leaves('Leaf') });
      this.#objects.Branch.push({ __typename: 'Branch', ...this.#leaves('Branch') });
    }
    for (const branch of this.#objects.Branch) Object.assign(branch, this.#relations('Branch'));
  }

  root(): object {
    const root = this.#relations(this.#root);
    return this.#root === 'Query'
      ? root
      : Object.fromEntries(Object.entries(root).map(([field, resolve]) => [field, this.#changing(resolve)]));
  }

  document(): string {
    const fragments = MEMBERS.map((type) => `fragment Of${type} on ${type} ${this.#selection(type, 1, false)}`);
    return `${this.#root.toLowerCase()} ($yes: Boolean!, $no: Boolean!, $times: Int) ${this.#selection(this.#root, 4)} ${fragments.join(' ')}`;
  }

  #selection(type: string, depth: number, spreads = true): string {
    const parts = Array.from({ length: 1 + this.#below(4) }, () => this.#part(type, depth, spreads));
    return `{ ${parts.join(' ')} ${isRoot(type) ? '' : '__typename'} }`;
  }

  #part(type: string, depth: number, spreads: boolean): string {
    const objects = OBJECTS[type] ?? [];
    if (!isRoot(type) && spreads && this.#chance(0.3)) {
      const member = this.#pick(MEMBERS);
      const condition = this.#condition();
      return this.#chance(0.5)
        ? `...Of${member}${condition}`
        : `... on ${member}${condition} ${this.#selection(member, depth - 1, spreads)}`;
    }
    const alias = this.#chance(0.1) ? `${this.#pick(['then', '__proto__', 'again'])}: ` : '';
    if (objects.length > 0 && depth > 0 && (isRoot(type) || this.#chance(0.6))) {
      const field = this.#pick(objects);
      return `${alias}${field}${this.#condition()} ${this.#selection(typeOf(type, field), depth - 1, spreads)}`;
    }
    const leaf = this.#pick(LEAVES[type] ?? ['__typename']);
    if (leaf === 'size' && this.#chance(0.5)) return this.#pick(['twice: size(times: 2)', 'thrice: size(times: $times)']);
    return `${alias}${leaf}${this.#condition()}`;
  }

  #condition(): string {
    return this.#chance(0.1) ? ` ${this.#pick(['@skip', '@include'])}(if: ${this.#pick(['$yes', '$no'])})` : '';
  }

  #leaves(name: string): object {
    return {
      name: this.#field(() => `${name} ${this.#below(10)}`),
      size: this.#field(() => this.#below(10), 'not a number'),
      need: this.#field(() => this.#below(10), 'not a number'),
      edition: () => {
        this.meter.bytes++;
        return this.edition;
      },
      grid: this.#field(() => [[1, 2], this.#chance(this.#faults) ? null : [3]], 7),
    };
  }

  #relations(type: string): Record<string, Resolver> {
    return Object.fromEntries(
      (OBJECTS[type] ?? []).map((field) => {
        const target = typeOf(type, field);
        const object = () =>
          this.#pick(target === 'Leaf' || target === 'Branch' ? this.#objects[target] : Object.values(this.#objects).flat());
        const item = () => (this.#chance(this.#faults) ? null : object());
        // An item that fails at once beside one that fails later would leave a rejection of graphql-js unheard.
        const list = () => Array.from({ length: this.#below(4) }, () => (this.#isAsync ? Promise.resolve(item()) : item()));
        return [field, this.#field(LISTS.has(field) ? list : object, LISTS.has(field) ? 7 : { __typename: 'Branch' })];
      }),
    );
  }

  /** The resolver of a mutation's root field: it changes what every object shows, before or after it has waited. */
  #changing(resolve: Resolver): Resolver {
    const change: Resolver = (args) => {
      this.edition++;
      return resolve(args);
    };
    const isLate = this.#isAsync && this.#chance(0.5);
    return isLate ? (args) => new Promise(setImmediate).then(() => change(args)) : change;
  }

  /** The resolver of a field: it answers the same each time. */
  #field(value: () => unknown, wrong: unknown = null): Resolver {
    const isFaulty = this.#chance(this.#faults);
    const answer = isFaulty ? this.#pick([null, undefined, new Error('an error as value'), THROWN, wrong]) : value();
    const isLate = this.#isAsync && this.#chance(0.3);
    return ({ times = 1 }) => {
      this.meter.bytes++;
      if (isLate) return answer === THROWN ? Promise.reject(new Error('thrown late')) : Promise.resolve(answer);
      if (answer === THROWN) throw new Error('thrown');
      return typeof answer === 'number' ? answer * (times ?? 1) : answer;
    };
  }

  #pick<T>(items: readonly T[]): T {
    const item = items[this.#below(items.length)];
    if (item === undefined && items.length === 0) throw new Error('nothing to pick from');
    return item as T;
  }

  #below(end: number): number {
    return Math.floor(this.#random() * end);
  }

  #chance(probability: number): boolean {
    return this.#random() < probability;
  }
}

type Resolver = (args: { readonly times?: number | null }) => unknown;

const THROWN = Symbol('thrown');

/** What is answered, as JSON has it. The errors of fields that run at once come in any order. */
function told({ data, errors = [] }: ExecutionResult) {
  const each = errors.map((error) => JSON.stringify({ ...error.toJSON(), path: error.path }));
  return { data: JSON.stringify(data), errors: each.toSorted() };
}

/** A request that reads the world, with a document that can be executed. */
function requestOf(world: World) {
  for (;;) {
    const document = parse(world.document());
    const variableValues = { yes: true, no: false, times: 3 };
    if (validate(schema, document, RULES).length === 0) return { schema, document, rootValue: world.root(), variableValues };
  }
}

const RULES = [OverlappingFieldsCanBeMergedRule, PossibleFragmentSpreadsRule];

const seeds = fc.integer();

const KINDS = [
  ['where every field has a value', { faults: 0 }],
  ['where fields answer null, fail, or answer what they must not', { faults: 0.1 }],
  ['where fields are late', { faults: 0, isAsync: true }],
  ['where fields are late and fail', { faults: 0.03, isAsync: true }],
] as const;

/** Executes the same random requests by both. */
async function compare(kind: ConstructorParameters<typeof World>[1]) {
  await fc.assert(
    fc.asyncProperty(seeds, async (seed) => {
      const world = new World(seed, kind);
      const request = requestOf(world);
      const own = told(await execute(request, world.meter));
      const changes = world.edition;
      world.edition = 0;
      expect(own).toEqual(told(await graphqlExecute(request)));
      expect(changes).toBe(world.edition);
    }),
    runs(100),
  );
}

describe('A query is executed as by graphql-js', () => {
  it.each(KINDS)('%s', (_, kind) => compare(kind));

  it('a second time, when its plan is known, for other variables', async () => {
    const world = new World(1);
    const document = parse('query ($no: Boolean!) { branch { name @include(if: $no) __typename } }');
    for (const no of [true, false, true]) {
      const request = { schema, document, rootValue: world.root(), variableValues: { no } };
      const answer = await execute(request, world.meter);
      expect(Object.keys((answer.data as { branch: object }).branch)).toEqual(no ? ['name', '__typename'] : ['__typename']);
    }
  });
});

describe('A mutation is executed as by graphql-js', () => {
  it.each(KINDS)('%s', (_, kind) => compare({ ...kind, changes: true }));

  it('one root field after the other, each of which answers with what it has made of the same object', async () => {
    const calls: string[] = [];
    const branch = { __typename: 'Branch', edition: () => calls.filter((call) => call.startsWith('end')).length };
    const rename = async () => {
      calls.push(`start ${calls.length}`);
      await new Promise(setImmediate);
      calls.push(`end ${calls.length}`);
      return branch;
    };
    const request = {
      schema,
      document: parse('mutation { branch { edition } must { edition } }'),
      rootValue: { branch: rename, must: rename },
    };
    const data = { branch: { edition: 1 }, must: { edition: 2 } };
    expect({ answer: await execute(request, new World(1).meter), calls }).toEqual({
      answer: { data },
      calls: ['start 0', 'end 1', 'start 2', 'end 3'],
    });
  });

  it('no root field after one that fails and may not be null', async () => {
    let changes = 0;
    const rootValue = { must: () => Promise.reject(new Error('refused')), branch: () => changes++ };
    const request = { schema, document: parse('mutation { must { name } branch { name } }'), rootValue };
    const answer = await execute(request, new World(1).meter);
    expect({ ...told(answer), changes }).toEqual({ ...told(await graphqlExecute(request)), changes: 0 });
    expect(answer.data).toBeNull();
  });
});

describe('An operation that the document does not have', () => {
  it.each([
    ['of a name', 'query One { branch { name } }', 'Two'],
    ['of several without a name', 'query One { branch { name } } mutation Two { branch { name } }', undefined],
  ])('is refused as by graphql-js: %s', async (_, text, operationName) => {
    const request = { schema, document: parse(text), operationName, rootValue: {} };
    expect(await execute(request, new World(1).meter)).toEqual(await graphqlExecute(request));
  });
});

describe('An object that several parents lead to', () => {
  it('is resolved once for each field that selects it', async () => {
    let names = 0;
    const leaf = { __typename: 'Leaf', name: () => `leaf ${++names}` };
    const rootValue = { all: [1, 2, 3].map(() => ({ __typename: 'Branch', leaf })) };
    const document = parse('{ all { ... on Branch { leaf { name } again: leaf { name } } } }');
    const branch = { leaf: { name: 'leaf 1' }, again: { name: 'leaf 2' } };
    expect(await execute({ schema, document, rootValue }, new World(1).meter)).toEqual({ data: { all: [branch, branch, branch] } });
  });

  it('is resolved again for each parent where it has an error, which has the place of each', async () => {
    const leaf = { __typename: 'Leaf', name: 'leaf', size: () => new Error('unknown') };
    const rootValue = { all: [1, 2].map(() => ({ __typename: 'Branch', leaf })) };
    const document = parse('{ all { ... on Branch { leaf { name size } } } }');
    const { errors } = await execute({ schema, document, rootValue }, new World(1).meter);
    expect(errors?.map(({ path }) => path)).toEqual([
      ['all', 0, 'leaf', 'size'],
      ['all', 1, 'leaf', 'size'],
    ]);
  });
});

describe('A condition that is null', () => {
  it('is an error of what selects it, as by graphql-js', async () => {
    const rootValue = new World(1).root();
    for (const query of [
      'query ($if: Boolean = true) { branch @skip(if: $if) { name } }',
      'query ($if: Boolean = true) { branch { name @skip(if: $if) } }',
    ]) {
      const request = { schema, document: parse(query), rootValue, variableValues: { if: null } };
      const expected = told(await graphqlExecute(request));
      expect(expected.errors).toHaveLength(1);
      expect(told(await execute(request, new World(1).meter))).toEqual(expected);
    }
  });
});

describe('A list with an item that fails at once, and one that fails later', () => {
  it('leaves no rejection unheard', async () => {
    const unheard: unknown[] = [];
    const hear = (reason: unknown) => unheard.push(reason);
    process.on('unhandledRejection', hear);
    const late = { __typename: 'Branch', need: () => Promise.reject(new Error('late')) };
    const request = { schema, document: parse('{ all { ... on Branch { need } } }'), rootValue: { all: [late, null] } };
    const { data, errors } = await execute(request, new World(1).meter);
    await new Promise((resolve) => setImmediate(resolve));
    process.off('unhandledRejection', hear);
    expect({ data, paths: errors?.map(({ path }) => path), unheard }).toEqual({ data: null, paths: [['all', 1]], unheard: [] });
  });
});

describe('The meter', () => {
  it('counts an object each time that it appears, though it is resolved once', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const world = new World(seed);
        const request = requestOf(world);
        const { data } = await execute(request, world.meter);
        const counted = world.meter.bytes;
        world.meter.bytes = 0;
        await graphqlExecute(request);
        expect(data).toBeDefined();
        expect(counted).toBe(world.meter.bytes);
      }),
      runs(60),
    );
  });
});
