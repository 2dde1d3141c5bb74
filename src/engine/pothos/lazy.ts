import SchemaBuilder, {
  InputObjectRef,
  InterfaceRef,
  ObjectRef,
  type PothosOutputFieldConfig,
  type PothosTypeConfig,
  type SchemaTypes,
} from '@pothos/core';
import {
  type GraphQLField,
  type GraphQLFieldConfigMap,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  GraphQLObjectType,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import { EnginePlugin } from './engine.ts';
import { lazyRecord } from './lazy-record.ts';
import { LazySchema } from './lazy-schema.ts';

/**
 * Builds each type of the schema, and each field of an object, when a document first needs it: most isolates serve a few documents, and
 * building everything takes longer than all else that a Worker does before its first answer. The last plugin in the list, so that the others
 * are given the lazy schema.
 *
 * Leans on members of @pothos/core 4.15.1 that are not documented; see engine/README.md.
 */
class Lazy<Types extends SchemaTypes> extends EnginePlugin<Types> {
  override beforeBuild(): void {
    if (!this.isOn) return;
    const { buildCache, builder } = this;
    buildCache.buildAll = () => builder.configStore.prepareForBuild();
    const build = buildCache.buildTypeFromConfig.bind(buildCache);
    buildCache.buildTypeFromConfig = (config) => {
      build(config);
      const type = buildCache.types.get(config.name);
      if (isObjectType(type) || isInterfaceType(type)) this.#deferFieldsOf(type);
    };
    // plugin-relay looks for global ids in the inputs of a field, and expects that they were built before the field.
    const fieldsOf = buildCache.getInputTypeFieldConfigs.bind(buildCache);
    buildCache.getInputTypeFieldConfigs = (input) => {
      this.#typeOf(builder.configStore.getTypeConfig(input).name);
      return fieldsOf(input);
    };
  }

  override afterBuild(withoutTypes: GraphQLSchema): GraphQLSchema {
    if (!this.isOn) return withoutTypes;
    const configs = [...this.builder.configStore.typeConfigs.values()].toSorted((a, b) => TURN[a.kind] - TURN[b.kind]);
    const nameByKind = new Map(configs.map(({ kind, name }) => [kind, name]));
    const interfacesOf = (config: PothosTypeConfig) =>
      'interfaces' in config ? config.interfaces.map((each) => this.builder.configStore.getTypeConfig(each).name) : [];
    return new LazySchema(withoutTypes, {
      names: configs.map(({ name }) => name),
      typeOf: (name) => this.#typeOf(name),
      rootOf: (kind) => nameByKind.get(kind),
      implementersOf: (name) => configs.filter((config) => interfacesOf(config).includes(name)).map((config) => config.name),
    });
  }

  /** A document selects few of the fields of a query, and each field of a list builds the types of its conditions. */
  #deferFieldsOf(type: ComplexType): void {
    const fieldsOf = () => {
      const configs = this.#fieldConfigs(type);
      return lazyRecord([...configs.keys()], (name) => this.#fieldOf(type, new Map([...configs].filter(([key]) => key === name))));
    };
    let fields: ReturnType<typeof fieldsOf> | undefined;
    type.getFields = () => {
      fields ??= fieldsOf();
      return fields;
    };
  }

  /** The fields of a type and of its interfaces, in the order in which Pothos builds them. */
  #fieldConfigs(type: ComplexType): FieldConfigs<Types> {
    const own = this.builder.configStore.getFields(type.name, isInterfaceType(type) ? 'Interface' : 'Object');
    return new Map([...type.getInterfaces().flatMap((each) => [...this.#fieldConfigs(each)]), ...own]);
  }

  #fieldOf({ name }: ComplexType, config: FieldConfigs<Types>): GraphQLField<unknown, unknown> {
    // biome-ignore lint/complexity/useLiteralKeys: the type of a private member is read by its literal.
    const fields: GraphQLFieldConfigMap<unknown, unknown> = this.buildCache['buildFields'](config, name);
    const [field] = Object.values(new GraphQLObjectType({ name, fields }).getFields());
    if (!field) throw new Error(`@pothos/core built no field ${name}.${[...config.keys()]}`);
    return field;
  }

  #typeOf(name: string): GraphQLNamedType {
    const { types } = this.buildCache;
    if (!types.has(name)) this.buildCache.buildTypeFromConfig(this.builder.configStore.getTypeConfig(name));
    const type = types.get(name);
    if (!type) throw new Error(`@pothos/core built no type ${name}`);
    return type;
  }
}

type ComplexType = GraphQLObjectType | GraphQLInterfaceType;

type FieldConfigs<Types extends SchemaTypes> = ReadonlyMap<string, PothosOutputFieldConfig<Types>>;

/** The order in which Pothos builds types, which is their order in an introspection. */
const TURN: Readonly<Record<PothosTypeConfig['kind'], number>> = {
  Enum: 0,
  Scalar: 0,
  InputObject: 1,
  Interface: 2,
  Object: 3,
  Union: 4,
  Query: 5,
  Mutation: 5,
  Subscription: 5,
};

/**
 * Makes the fields of a type when they are first read, instead of all fields when the schema is built. Must be called before types are added.
 * A type that is declared among the fields of another one is not found before these are read: declare every type at the top of its module.
 */
export function deferFields<Types extends SchemaTypes>({ configStore }: PothosSchemaTypes.SchemaBuilder<Types>): void {
  const deferred = new Map<string, () => void>();
  const defer = <Add>(ref: { readonly name: string; onField: (add: Add) => void }): void => {
    const onField = ref.onField.bind(ref);
    ref.onField = (add) => void deferred.set(ref.name, () => onField(add));
  };
  const addTypeRef = configStore.addTypeRef.bind(configStore);
  configStore.addTypeRef = (ref) => {
    if (ref instanceof InputObjectRef) defer(ref);
    else if (ref instanceof ObjectRef || ref instanceof InterfaceRef) defer(ref);
    addTypeRef(ref);
  };
  const getFields = configStore.getFields.bind(configStore);
  configStore.getFields = (name, kind) => {
    const make = deferred.get(name);
    deferred.delete(name);
    make?.();
    return getFields(name, kind);
  };
}

declare global {
  namespace PothosSchemaTypes {
    interface Plugins<Types extends SchemaTypes> {
      lazy: Lazy<Types>;
    }
  }
}

SchemaBuilder.registerPlugin('lazy', Lazy);

export default 'lazy' as const;
