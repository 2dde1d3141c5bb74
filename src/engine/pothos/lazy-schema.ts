import {
  type GraphQLDirective,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  GraphQLSchema,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import { lazyRecord } from './lazy-record.ts';

/** The types of a schema that are not built yet. */
export interface TypeSource {
  /** In the order of an introspection. */
  readonly names: readonly string[];
  /** Builds a type, or returns the same type again. */
  readonly typeOf: (name: string) => GraphQLNamedType;
  readonly rootOf: (kind: 'Query' | 'Mutation' | 'Subscription') => string | undefined;
  /** Names of the objects and interfaces that implement an interface. */
  readonly implementersOf: (name: string) => readonly string[];
}

type TypeMap = Record<string, GraphQLNamedType>;

/** A schema whose types are built when they are read by name. Whoever reads all of them, such as an introspection, builds all of them. */
export class LazySchema extends GraphQLSchema {
  readonly #source: TypeSource;
  readonly #typeMap: TypeMap;
  #directives: readonly GraphQLDirective[];
  readonly #added: (() => GraphQLDirective)[] = [];
  readonly #implementations = new Map<string, ReturnType<GraphQLSchema['getImplementations']>>();

  /** @param base a schema with nothing but directives, and the types of introspection */
  constructor(base: GraphQLSchema, source: TypeSource) {
    // Validating a schema builds all of it. A test does so instead.
    super({ ...base.toConfig(), types: [], assumeValid: true });
    this.#directives = super.getDirectives();
    this.#source = source;
    this.#typeMap = typeMapOf(source, super.getTypeMap());
  }

  /** Its keys are there at once, and each value is built when it is read. */
  override getTypeMap(): TypeMap {
    return this.#typeMap;
  }

  override getQueryType(): GraphQLObjectType | undefined {
    return this.#root('Query');
  }

  override getMutationType(): GraphQLObjectType | undefined {
    return this.#root('Mutation');
  }

  override getSubscriptionType(): GraphQLObjectType | undefined {
    return this.#root('Subscription');
  }

  override getImplementations({ name }: GraphQLInterfaceType) {
    let known = this.#implementations.get(name);
    if (!known) {
      const types = this.#source.implementersOf(name).map(this.#source.typeOf);
      known = { objects: types.filter(isObjectType), interfaces: types.filter(isInterfaceType) };
      this.#implementations.set(name, known);
    }
    return known;
  }

  override getDirectives(): readonly GraphQLDirective[] {
    if (this.#added.length > 0) this.#directives = [...this.#directives, ...this.#added.splice(0).map((make) => make())];
    return this.#directives;
  }

  /** Adds a directive, which is made when the directives are read. */
  add(make: () => GraphQLDirective): this {
    this.#added.push(make);
    return this;
  }

  #root(kind: 'Query' | 'Mutation' | 'Subscription'): GraphQLObjectType | undefined {
    const name = this.#source.rootOf(kind);
    const type = name === undefined ? undefined : this.#source.typeOf(name);
    return isObjectType(type) ? type : undefined;
  }
}

/** Returns a schema with one more directive, whose making may build types. */
export const withDirective = (schema: GraphQLSchema, make: () => GraphQLDirective): GraphQLSchema =>
  schema instanceof LazySchema
    ? schema.add(make)
    : new GraphQLSchema({ ...schema.toConfig(), directives: [...schema.getDirectives(), make()] });

function typeMapOf({ names, typeOf }: TypeSource, others: Readonly<TypeMap>): TypeMap {
  const map = lazyRecord(names, typeOf);
  for (const [name, type] of Object.entries(others)) map[name] ??= type;
  return map;
}
