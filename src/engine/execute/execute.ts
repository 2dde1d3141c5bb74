import { isThenable } from '@pothos/core';
import {
  defaultTypeResolver,
  type ExecutionArgs,
  type ExecutionResult,
  GraphQLError,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  getArgumentValues,
  getOperationAST,
  getVariableValues,
  isAbstractType,
  isObjectType,
  locatedError,
  OperationTypeNode,
  responsePathAsArray,
} from 'graphql';
import { type FieldPlan, type Plan, planOf, type Shape } from './plan.ts';

/** Counts the size of an answer while its fields are resolved. */
export interface Meter {
  readonly bytes: number;
  /** Counts a part that was resolved before. Throws if the answer grows too large. */
  readonly add: (bytes: number, info: GraphQLResolveInfo) => void;
}

/**
 * Executes an operation as graphql-js does ("Execution" of the GraphQL specification). It is planned once a document, and an object that several
 * parents lead to is completed once for each field that selects it: the schedules of a list lead to few plans. A resolver must therefore
 * depend on its object, its arguments and the request alone; that of a mutation's root field may depend on when it is called.
 */
export function execute(args: ExecutionArgs, meter: Meter): ExecutionResult | Promise<ExecutionResult> {
  const { schema, document, operationName, variableValues } = args;
  const operation = getOperationAST(document, operationName);
  if (!operation) return { errors: [new GraphQLError(unnamed(operationName))] };
  const { errors, coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variableValues ?? {}, { maxErrors: 50 });
  if (errors) return { errors };
  try {
    return new Execution(args, planOf(schema, document, operation, coerced), coerced, meter).run();
  } catch (error) {
    // A directive of a root field without a value.
    return { errors: [locatedError(error, undefined)], data: null };
  }
}

type Path = GraphQLResolveInfo['path'];
type Value = Record<string, unknown>;

/** The place at which a value is completed. */
interface Place {
  readonly field: FieldPlan;
  readonly info: GraphQLResolveInfo;
}

/** An object that was completed without errors, and its bytes. */
interface Completed {
  readonly value: unknown;
  readonly bytes: number;
}

const constantArguments = new WeakMap<FieldPlan, object>();

class Execution {
  readonly #args: ExecutionArgs;
  readonly #plan: Plan;
  readonly #variables: { [variable: string]: unknown };
  readonly #meter: Meter;
  readonly #errors: GraphQLError[] = [];
  /** The places that became null by an error. `undefined` is the root. */
  readonly #nulled = new Set<Path | undefined>();
  readonly #arguments: Pick<WeakMap<FieldPlan, object>, 'get' | 'set'> = new Map();
  readonly #completed = new Map<FieldPlan, Map<object, Completed>>();

  constructor(args: ExecutionArgs, plan: Plan, variables: { [variable: string]: unknown }, meter: Meter) {
    this.#args = args;
    this.#plan = plan;
    this.#variables = variables;
    this.#meter = meter;
  }

  run(): ExecutionResult | Promise<ExecutionResult> {
    const failed = (error: unknown): ExecutionResult => {
      this.#add(locatedError(error, undefined), undefined);
      return this.#result(null);
    };
    const { fields, operation } = this.#plan;
    try {
      const data =
        operation.operation === OperationTypeNode.MUTATION ? this.#serially(fields) : this.#object(fields, this.#args.rootValue, undefined);
      return isThenable(data) ? data.then((settled) => this.#result(settled), failed) : this.#result(data);
    } catch (error) {
      return failed(error);
    }
  }

  #result(data: Value | null): ExecutionResult {
    return this.#errors.length > 0 ? { errors: this.#errors, data } : { data };
  }

  /**
   * Resolves the root fields of a mutation one after the other. What one has completed is not taken by the next, which may have changed it: each
   * has its own plans of what is beneath.
   */
  async #serially(fields: readonly FieldPlan[]): Promise<Value> {
    const value: Value = emptyObject(fields);
    for (const field of fields) value[field.key] = await this.#field(field, this.#args.rootValue, undefined);
    return value;
  }

  #object(fields: readonly FieldPlan[], source: unknown, path: Path | undefined): Value | Promise<Value> {
    const value: Value = emptyObject(fields);
    let isPending = false;
    try {
      for (const field of fields) {
        const part = this.#field(field, source, path);
        value[field.key] = part;
        if (isThenable(part)) isPending = true;
      }
    } catch (error) {
      if (!isPending) throw error;
      // The fields that are under way may fail too, and nobody else would wait for them.
      return settled(value).finally(() => {
        throw error;
      });
    }
    return isPending ? settled(value) : value;
  }

  #field(field: FieldPlan, source: unknown, prev: Path | undefined): unknown {
    const path: Path = { prev, key: field.key, typename: field.parent.name };
    try {
      const info = this.#infoAt(field, path);
      const place = { field, info };
      const value = field.resolve(source, this.#argumentsOf(field), this.#args.contextValue, info);
      return this.#guarded(value, field.shape, place, path);
    } catch (error) {
      return this.#failed(error, field.shape, field, path);
    }
  }

  /** Completes a value or the value of a promise. An error of the promise makes the place null, if it can be. */
  #guarded(value: unknown, shape: Shape, place: Place, path: Path): unknown {
    const completed = isThenable(value)
      ? value.then((result) => this.#complete(shape, result, place, path))
      : this.#complete(shape, value, place, path);
    return isThenable(completed) ? completed.then(undefined, (error) => this.#failed(error, shape, place.field, path)) : completed;
  }

  #complete(shape: Shape, value: unknown, place: Place, path: Path): unknown {
    if (value instanceof Error) throw value;
    if (value === null || value === undefined) {
      if (!shape.isNonNull) return null;
      const { parent, definition } = place.field;
      throw new Error(`Cannot return null for non-nullable field ${parent.name}.${definition.name}.`);
    }
    if (shape.leaf) return serialized(shape.leaf, value);
    return shape.item ? this.#list(shape.item, value, place, path) : this.#composite(shape, value, place, path);
  }

  #list(shape: Shape, list: unknown, place: Place, prev: Path): unknown {
    if (!isIterable(list)) {
      const { parent, definition } = place.field;
      throw new GraphQLError(`Expected Iterable, but did not find one for field "${parent.name}.${definition.name}".`);
    }
    const items: unknown[] = [];
    let isPending = false;
    try {
      for (const item of list) {
        const path: Path = { prev, key: items.length, typename: undefined };
        const completed = this.#item(item, shape, place, path);
        if (isThenable(completed)) isPending = true;
        items.push(completed);
      }
    } catch (error) {
      // The items that are under way may fail too, and nobody else would wait for them.
      if (isPending) Promise.all(items).catch(() => undefined);
      throw error;
    }
    return isPending ? Promise.all(items) : items;
  }

  #item(item: unknown, shape: Shape, place: Place, path: Path): unknown {
    try {
      return this.#guarded(item, shape, place, path);
    } catch (error) {
      return this.#failed(error, shape, place.field, path);
    }
  }

  /** Completes an object, or takes it as it was completed for another parent. */
  #composite(shape: Shape, source: unknown, place: Place, path: Path): unknown {
    if (typeof source !== 'object' || source === null) return this.#typed(shape, source, place, path);
    const { field, info } = place;
    const byObject = this.#completed.get(field) ?? new Map<object, Completed>();
    const known = byObject.get(source);
    if (known) {
      this.#meter.add(known.bytes, info);
      return known.value;
    }
    const [bytes, errors] = [this.#meter.bytes, this.#errors.length];
    const value = this.#typed(shape, source, place, path);
    if (isThenable(value) || this.#errors.length > errors) return value;
    byObject.set(source, { value, bytes: this.#meter.bytes - bytes });
    this.#completed.set(field, byObject);
    return value;
  }

  #typed({ type }: Shape, source: unknown, { field, info }: Place, path: Path): unknown {
    const { contextValue: context, typeResolver, schema } = this.#args;
    const complete = (member: unknown): unknown => {
      const known = typeof member === 'string' ? schema.getType(member) : member;
      if (!isObjectType(known)) throw new Error(`${field.parent.name}.${field.definition.name}: an object of no type`);
      const beneath = () => this.#object(field.beneath(known), source, path);
      const isOfType = known.isTypeOf?.(source, context, info) ?? true;
      if (isThenable(isOfType)) return isOfType.then((is) => (is ? beneath() : notOfType(known, field)));
      return isOfType ? beneath() : notOfType(known, field);
    };
    const member = isAbstractType(type) ? (type.resolveType ?? typeResolver ?? defaultTypeResolver)(source, context, info, type) : type;
    return isThenable(member) ? member.then(complete) : complete(member);
  }

  /** The arguments of a field, read once a request or once a document. Each resolver gets an object of its own, as resolvers know calls by it. */
  #argumentsOf(field: FieldPlan): { [argument: string]: unknown } {
    if (field.definition.args.length === 0) return {};
    const readBefore = field.isConstant ? constantArguments : this.#arguments;
    const known = readBefore.get(field);
    if (known) return { ...known };
    const args = getArgumentValues(field.definition, field.node, this.#variables);
    readBefore.set(field, args);
    return { ...args };
  }

  #infoAt({ definition, nodes, parent }: FieldPlan, path: Path): GraphQLResolveInfo {
    const { operation, fragments } = this.#plan;
    const { schema, rootValue } = this.#args;
    return {
      fieldName: definition.name,
      fieldNodes: nodes,
      returnType: definition.type,
      parentType: parent,
      path,
      schema,
      fragments,
      rootValue,
      operation,
      variableValues: this.#variables,
    };
  }

  /** Makes a place null because of an error, or passes the error on to the place around it. */
  #failed(error: unknown, { isNonNull }: Shape, { nodes }: FieldPlan, path: Path): null {
    const located = locatedError(error, nodes, responsePathAsArray(path));
    if (isNonNull) throw located;
    this.#add(located, path);
    return null;
  }

  /** Of what is beneath a place that is null already, no error is told. */
  #add(error: GraphQLError, path: Path | undefined): void {
    for (let place = path; place; place = place.prev) if (this.#nulled.has(place)) return;
    if (this.#nulled.has(undefined)) return;
    this.#nulled.add(path);
    this.#errors.push(error);
  }
}

/** Why there is no operation of a name. */
const unnamed = (name: string | null | undefined): string =>
  name == null ? 'Must provide operation name if query contains multiple operations.' : `Unknown operation named "${name}".`;

/** A plain object is faster than one without a prototype, in which alone `__proto__` is a key like any other. */
const emptyObject = (fields: readonly FieldPlan[]): Value => (fields.some(({ key }) => key === '__proto__') ? Object.create(null) : {});

function serialized(leaf: GraphQLLeafType, value: unknown): unknown {
  const written: unknown = leaf.serialize(value);
  if (written === null || written === undefined) throw new Error(`a value that ${leaf.name} cannot write`);
  return written;
}

function notOfType(type: GraphQLObjectType, { parent, definition }: FieldPlan): never {
  throw new Error(`${parent.name}.${definition.name}: an object that is no ${type.name}`);
}

/** The object once each of its parts is there. */
async function settled(value: Value): Promise<Value> {
  const parts = await Promise.all(Object.values(value));
  const keys = Object.keys(value);
  keys.forEach((key, i) => {
    value[key] = parts[i];
  });
  return value;
}

const isIterable = (value: unknown): value is Iterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.iterator in value && typeof value[Symbol.iterator] === 'function';
