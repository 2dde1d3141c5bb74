import {
  type AnyRelations,
  Column,
  getColumns,
  getColumnTable,
  getTableName,
  is,
  isNoop,
  Name,
  operators,
  Param,
  SQL,
  StringChunk,
  sql,
  Table,
} from 'drizzle-orm';

/** A relational query taken apart: queries with one key are one statement, run with other values. */
export interface Shape {
  readonly key: string;
  /** By the name of the placeholder that stands for each in `template`. */
  readonly values: Readonly<Record<string, unknown>>;
  /** The query with placeholders: what the statement is written from. */
  readonly template: object;
}

/**
 * Tells what a relational query asks from the values that it asks with: those that its filters and expressions compare with. The sizes of its
 * pages are part of what it asks (`limits.ts`). Null where there is something in it that is not known here.
 */
export function shapeOf(relations: AnyRelations, table: string, query: object): Shape | null {
  const reader = new Reader(relations);
  try {
    const template = reader.query(reader.tableOf(table), query);
    return { key: table + reader.key, values: reader.values, template };
  } catch (error) {
    if (error instanceof UnknownPart) return null;
    throw error;
  }
}

type TableRelations = AnyRelations[string];
type Parts = Readonly<Record<string, unknown>>;
/** Makes an expression for a table, under the name that the table has in the statement. */
type Expression = (table: Table, helpers: object) => SQL;

class UnknownPart extends Error {}

/** Thrown for a position in a list that has more values than the order of the list has columns. */
export class PositionError extends Error {}

/** Goes through a query once, in its order: writes the key, collects the values, and answers the template of what it read. */
class Reader {
  key = '';
  readonly values: Record<string, unknown> = {};
  readonly #relations: AnyRelations;
  #count = 0;

  constructor(relations: AnyRelations) {
    this.#relations = relations;
  }

  tableOf(name: string): TableRelations {
    return this.#relations[name] ?? unknownPart();
  }

  query(table: TableRelations, query: unknown): object {
    return this.#each(query, (part, value) => {
      switch (part) {
        case 'columns':
        case 'orderBy':
          return this.#each(value, (_, word) => this.#word(word));
        case 'limit':
          return this.#word(value);
        case 'offset':
          return this.#value(value);
        case 'where':
          return this.#filter(table, value);
        case 'extras':
          return this.#each(value, (_, made) => this.#expression(table, made));
        case 'with':
          return this.#each(value, (name, nested) =>
            typeof nested === 'object' && nested !== null ? this.query(this.#target(table, name), nested) : this.#word(nested),
          );
        default:
          return unknownPart();
      }
    });
  }

  #filter(table: TableRelations, filter: unknown): object {
    return this.#each(filter, (name, value) => {
      if (name === 'RAW') return this.#expression(table, value);
      if (name === 'AND' || name === 'OR') return this.#list(value, (each) => this.#filter(table, each));
      if (name === 'NOT') return this.#filter(table, value);
      const column: unknown = columnsOf(table)[name];
      if (is(column, Column)) return this.#comparison(column, value);
      return typeof value === 'object' && value !== null ? this.#filter(this.#target(table, name), value) : this.#word(value);
    });
  }

  /** What a column is compared with: a value, or operators each with theirs. */
  #comparison(column: Column, compared: unknown): unknown {
    if (Array.isArray(compared)) return this.#list(compared, (each) => this.#comparison(column, each));
    if (typeof compared === 'object' && compared !== null) {
      return this.#each(compared, (operator, value) => {
        // Only a cursor's position can be several values; SQLite has no order between them and one column.
        if (Array.isArray(value) && ORDERING.has(operator)) throw new PositionError(`${operator} takes one value, not ${value.length}`);
        return this.#comparison(column, value);
      });
    }
    // A placeholder would pass by the encoder of its column.
    const isPlain = (typeof compared === 'string' || typeof compared === 'number') && isNoop(column.mapToDriverValue);
    return isPlain ? this.#value(compared) : this.#word(compared);
  }

  #expression({ table }: TableRelations, made: unknown): Expression {
    if (typeof made !== 'function') return unknownPart();
    const expression = made as Expression;
    const first = this.#count;
    withChunks(expression(table as Table, { ...operators, sql }), (chunk) => this.#chunk(chunk));
    return (named, helpers) => {
      let next = first;
      return withChunks(expression(named, helpers), (chunk) => (textOf(chunk) === null ? sql.placeholder(`${next++}`) : chunk));
    };
  }

  #chunk(chunk: unknown): unknown {
    const text = textOf(chunk);
    if (text === null) return this.#value(chunk);
    this.key += text;
    return chunk;
  }

  #target(table: TableRelations, relation: string): TableRelations {
    const name = table.relations[relation]?.targetTableName;
    return name === undefined ? unknownPart() : this.tableOf(name);
  }

  #each(parts: unknown, read: (name: string, part: unknown) => unknown): object {
    if (!isParts(parts)) return unknownPart();
    const template: Record<string, unknown> = {};
    this.key += '{';
    for (const name of Object.keys(parts)) {
      const part = parts[name];
      if (part === undefined) continue;
      this.key += `${name}:`;
      template[name] = read(name, part);
    }
    this.key += '}';
    return template;
  }

  #list(list: unknown, read: (each: unknown) => unknown): unknown[] {
    if (!Array.isArray(list)) return unknownPart();
    this.key += '[';
    const template = list.map(read);
    this.key += ']';
    return template;
  }

  /** A part of the shape. */
  #word(word: unknown): unknown {
    if (typeof word === 'object' && word !== null) return unknownPart();
    this.key += `${JSON.stringify(word)},`;
    return word;
  }

  #value(value: unknown): unknown {
    const name = `${this.#count++}`;
    this.key += '?,';
    this.values[name] = value;
    return sql.placeholder(name);
  }
}

const ORDERING: ReadonlySet<string> = new Set(['gt', 'gte', 'lt', 'lte']);

/** A Date or an expression has parts of its own, which say nothing here. */
function isParts(value: unknown): value is Parts {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function columnsOf({ table }: TableRelations): Parts {
  return is(table, Table) ? getColumns(table) : unknownPart();
}

/** The expression with each of its chunks replaced, however deep. `queryChunks` is internal (drizzle-orm 1.0.0-rc.4); see engine/README.md. */
function withChunks(expression: SQL, replace: (chunk: unknown) => unknown): SQL {
  if (!is(expression, SQL)) return unknownPart();
  const within = (chunk: unknown): unknown => {
    if (is(chunk, SQL)) return withChunks(chunk, replace);
    if (is(chunk, Param)) return new Param(replace(chunk.value), chunk.encoder);
    if (!Array.isArray(chunk)) return replace(chunk);
    replace(new StringChunk('('));
    const list = chunk.map(within);
    replace(new StringChunk(')'));
    return list;
  };
  const queryChunks = expression.queryChunks.map(within);
  return Object.assign(Object.create(Object.getPrototypeOf(expression)), expression, { queryChunks });
}

/** What a chunk of an expression writes into the statement; null for a value, which is bound to it. */
function textOf(chunk: unknown): string | null {
  if (typeof chunk === 'string' || typeof chunk === 'number') return null;
  if (chunk === undefined || chunk === null || typeof chunk === 'boolean') return `${chunk}`;
  if (is(chunk, StringChunk)) return chunk.value.join('');
  if (is(chunk, Name)) return chunk.value;
  if (is(chunk, Column)) return `${getTableName(getColumnTable(chunk))}.${chunk.name}`;
  return is(chunk, Table) ? getTableName(chunk) : unknownPart();
}

function unknownPart(): never {
  throw new UnknownPart();
}
