import SchemaBuilder, { BasePlugin, isThenable, type PothosOutputFieldConfig, type SchemaTypes } from '@pothos/core';
import {
  type FieldNode,
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  getNamedType,
  isAbstractType,
  OperationTypeNode,
} from 'graphql';
import { grouped } from '../../domain/count.ts';
import type { Meter } from '../../engine/execute/execute.ts';
import { selectedFields } from '../../engine/pothos/selected.ts';
import { LIMITS } from '../limits.ts';
import { jsonSize } from './json-size.ts';

/** The size of an answer so far. */
interface Answer {
  bytes: number;
  error: GraphQLError | null;
}

const answers = new WeakMap<object, Answer>();

/**
 * Counts the bytes of an answer while it is built, and stops at the limit: a few rows can be selected under so many aliases that the answer
 * does not fit into the memory of a Worker. It is the first plugin in the list, so that it counts the value of every field.
 */
class AnswerSize<Types extends SchemaTypes> extends BasePlugin<Types> {
  override wrapResolve(resolver: Resolver<Types>, field: PothosOutputFieldConfig<Types>): Resolver<Types> {
    const sizeOf = isLeaf(field.type) ? jsonSize : sizeOfObjects;
    return (parent, args, context, info) => {
      const answer = answerTo(context);
      if (answer.error) throw answer.error;
      const value = resolver(parent, args, context, info);
      if (isThenable(value)) return value.then((settled) => counted(answer, settled, sizeOf, info));
      return counted(answer, value, sizeOf, info);
    };
  }
}

type Resolver<Types extends SchemaTypes> = GraphQLFieldResolver<unknown, Types['Context'], object>;

/** Counts what the executor takes into an answer for a second time, without resolving it again. */
export function answerMeter(context: object): Meter {
  const answer = answerTo(context);
  return {
    get bytes() {
      return answer.bytes;
    },
    add: (bytes, info) => add(answer, bytes, info),
  };
}

/** The error that replaces an answer over the limit. */
export const answerTooLarge = (context: object): GraphQLError | null => answers.get(context)?.error ?? null;

function answerTo(context: object): Answer {
  let answer = answers.get(context);
  if (!answer) {
    answer = { bytes: 0, error: null };
    answers.set(context, answer);
  }
  return answer;
}

/** Adds a field to the answer: its key and its value. */
function counted(answer: Answer, value: unknown, sizeOf: (value: unknown, info: GraphQLResolveInfo) => number, info: GraphQLResolveInfo) {
  add(answer, keySize(info.path.key) + sizeOf(value, info), info);
  return value;
}

function add(answer: Answer, bytes: number, info: GraphQLResolveInfo): void {
  answer.bytes += bytes;
  if (answer.bytes <= LIMITS.answer) return;
  // One error for all further fields. graphql-js does not wrap an error that has a path.
  answer.error ??= tooLarge(info);
  throw answer.error;
}

function tooLarge({ path, operation }: GraphQLResolveInfo): GraphQLError {
  const done =
    operation.operation === OperationTypeNode.MUTATION
      ? ' If the request changed anything, the change stays: send it again with the same `idempotencyKey` and a smaller selection.'
      : '';
  return new GraphQLError(
    `The answer is over ${grouped(LIMITS.answer)} bytes. Select fewer fields, or ask for smaller pages with \`first\`.${done}`,
    { path: pathOf(path), extensions: { code: 'ANSWER_TOO_LARGE', limit: LIMITS.answer } },
  );
}

function pathOf(path: GraphQLResolveInfo['path'] | undefined): (string | number)[] {
  return path ? [...pathOf(path.prev), path.key] : [];
}

/** The braces around objects, and their `__typename`s, which graphql-js resolves without a plugin. */
function sizeOfObjects(value: unknown, info: GraphQLResolveInfo): number {
  const objects = Array.isArray(value) ? value.length : 1;
  return objects * (BRACES + typeNamesIn(info));
}

/** `{},` */
const BRACES = 3;

const typeNamesByNode = new WeakMap<FieldNode, number>();

/** Bytes of the `__typename`s beneath a field. Computed once a document. */
function typeNamesIn({ fieldNodes, fragments, returnType, schema }: GraphQLResolveInfo): number {
  const [node] = fieldNodes;
  const known = node && typeNamesByNode.get(node);
  if (known !== undefined) return known;
  const type = getNamedType(returnType);
  const types = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
  const longest = Math.max(...types.map(({ name }) => name.length));
  const names = selectedFields(fieldNodes, fragments).filter(({ name }) => name.value === '__typename');
  const size = names.reduce((sum, { name, alias }) => sum + keySize((alias ?? name).value) + longest + 2, 0);
  if (node) typeNamesByNode.set(node, size);
  return size;
}

/** A key with the quotes, the colon and the comma around it. */
const keySize = (key: string | number): number => String(key).length + 4;

function isLeaf<Types extends SchemaTypes>(type: PothosOutputFieldConfig<Types>['type']): boolean {
  return type.kind === 'List' ? isLeaf(type.type) : type.kind === 'Scalar' || type.kind === 'Enum';
}

declare global {
  namespace PothosSchemaTypes {
    interface Plugins<Types extends SchemaTypes> {
      answerSize: AnswerSize<Types>;
    }
  }
}

SchemaBuilder.registerPlugin('answerSize', AnswerSize);

export default 'answerSize' as const;
