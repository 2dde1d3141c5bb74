import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import SchemaBuilder, {
  BasePlugin,
  decodeBase64,
  decodeCursorChunk,
  encodeBase64,
  encodeCursorChunk,
  type PothosOutputFieldConfig,
  type SchemaTypes,
} from '@pothos/core';
import { GraphQLError, type GraphQLFieldResolver } from 'graphql';
import type { EngineOptions } from './engine.ts';

/**
 * Binds every cursor to the list it was answered by, in its order and in its organization, or what a delegate sees of it: plugin-drizzle takes
 * any cursor of its own for any list. One that was changed, or taken from elsewhere, is refused before anything is read.
 *
 * The seal is a checksum and no secret: a forged cursor could lead to nothing that the list does not hold anyway. It may hold any text
 * beneath its seal, so the position is checked as well.
 */
class Cursors<Types extends SchemaTypes> extends BasePlugin<Types> {
  override onOutputFieldConfig(field: PothosOutputFieldConfig<Types>): PothosOutputFieldConfig<Types> {
    if (!isList(field)) return field;
    const open = (args: ListArguments, context: Types['Context']) => {
      if (args.after == null && args.before == null) return { ...args };
      const list = this.#listOf(field, args, context);
      return { ...args, ...this.#opened(args, 'after', list), ...this.#opened(args, 'before', list) };
    };
    return { ...field, argMappers: [...field.argMappers, open] };
  }

  override wrapResolve(
    resolver: GraphQLFieldResolver<unknown, Types['Context'], object>,
    field: PothosOutputFieldConfig<Types>,
  ): GraphQLFieldResolver<unknown, Types['Context'], object> {
    if (isList(field)) {
      return (parent, args, context, info) => {
        listByPath.set(info.path, () => this.#listOf(field, args, context));
        return resolver(parent, args, context, info);
      };
    }
    if (!CURSOR_FIELDS.has(field.name)) return resolver;
    return (parent, args, context, info) => {
      const position: unknown = resolver(parent, args, context, info);
      const list = listAbove(info.path);
      return typeof position === 'string' && list ? `${position}.${sealOf(position, list())}` : position;
    };
  }

  /** A list goes by the type that declares it, which is the interface for a type that implements one. */
  #listOf(
    { name, declaringType, parentType }: PothosOutputFieldConfig<Types>,
    { orderBy }: ListArguments,
    context: Types['Context'],
  ): string {
    return JSON.stringify([...this.#engine.cursorOwner(context), declaringType ?? parentType, name, orderBy ?? null]);
  }

  /** The cursor as plugin-drizzle wrote it. */
  #opened(args: ListArguments, name: 'after' | 'before', list: string): ListArguments {
    const cursor = args[name];
    if (cursor == null) return {};
    const end = cursor.lastIndexOf('.');
    const position = cursor.slice(0, Math.max(end, 0));
    if (end > 0 && cursor.slice(end + 1) === sealOf(position, list) && this.#isPosition(position)) return { [name]: position };
    throw wrongCursor(name);
  }

  /** Whether a text reads as plugin-drizzle writes positions: values that a column can be compared with. How many is for the order to say. */
  #isPosition(position: string): boolean {
    try {
      const values = positionOf(position);
      return values.length > 0 && values.every((value) => this.#isComparable(value)) && decodeBase64(position).startsWith('DC:');
    } catch {
      return false;
    }
  }

  #isComparable(value: unknown): boolean {
    return value === null || Number.isFinite(value) || (typeof value === 'string' && this.#engine.isStorable(value));
  }

  get #engine(): EngineOptions<Types['Context']> {
    return this.builder.options.engine;
  }
}

/**
 * The values that a cursor stands at, one for each column of the order. For arguments as a resolver has them: opened. `DC:` and the encoding are
 * those of @pothos/plugin-drizzle 0.20.0, which documents neither; see engine/README.md.
 */
export function positionOf(cursor: string): readonly unknown[] {
  const position = decodeCursorChunk(decodeBase64(cursor).replace(/^DC:/, ''));
  return Array.isArray(position) ? position : [position];
}

/** A cursor at a value, as plugin-drizzle writes it, for a list that is paged without plugin-drizzle. */
export const cursorAt = (position: number): string => encodeBase64(`DC:${encodeCursorChunk(position)}`);

/** The refusal of a cursor. `name` is the argument; null where a page has both and it is not known which one is wrong. */
export function wrongCursor(name: 'after' | 'before' | null): GraphQLError {
  const argument = name === null ? '`after` or `before`' : `\`${name}\``;
  const message = `${argument} is not a cursor of this list in this order. Take one from its \`pageInfo\` or \`edges\`, and leave it as it is.`;
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', ...(name !== null && { argument: name }) } });
}

interface ListArguments {
  readonly after?: string | null;
  readonly before?: string | null;
  readonly orderBy?: string | null;
}
type Path = { readonly prev: Path | undefined };

const CURSOR_FIELDS: ReadonlySet<string> = new Set(['cursor', 'startCursor', 'endCursor']);

/** The engine makes one path for each resolved list, and hands it on to everything beneath. */
const listByPath = new WeakMap<Path, () => string>();

function listAbove(path: Path | undefined): (() => string) | undefined {
  return path && (listByPath.get(path) ?? listAbove(path.prev));
}

const isList = ({ args }: { readonly args: object }): boolean => 'after' in args && 'before' in args;

const sealOf = (position: string, list: string): string => bytesToHex(sha256(utf8ToBytes(JSON.stringify([list, position]))).subarray(0, 6));

declare global {
  namespace PothosSchemaTypes {
    interface Plugins<Types extends SchemaTypes> {
      cursors: Cursors<Types>;
    }
  }
}

SchemaBuilder.registerPlugin('cursors', Cursors);

export default 'cursors' as const;
