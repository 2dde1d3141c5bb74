import { type AnyRelations, is } from 'drizzle-orm';
import { SQLiteText, SQLiteTextJson } from 'drizzle-orm/sqlite-core';
import { MOST_ANSWER_BYTES, MOST_VALUE_BYTES } from '../d1/answer-bytes.ts';
import type { Selected } from './rows.ts';
import { slottedRelation } from './slot.ts';

/** Bytes of a value that is no JSON, at most. */
const MOST = { text: 1_024, other: 32 } as const;

/** Bytes of each column of JSON, at most: by its table and its name, as relational queries call them. */
export type JsonBytes = Readonly<Record<string, Readonly<Record<string, number>>>>;

interface Query {
  readonly limit?: unknown;
  readonly where?: unknown;
  readonly with?: Readonly<Record<string, unknown>>;
}

/** Tells how large the rows of relational queries can become, from the largest value of each column. */
export class RowSizes {
  readonly #relations: AnyRelations;
  readonly #json: JsonBytes;
  /** From how many bytes on a value of JSON makes a page of its rows heavy. */
  readonly #heavy: number;

  constructor(relations: AnyRelations, json: JsonBytes, heavy: number) {
    this.#relations = relations;
    this.#json = json;
    this.#heavy = heavy;
  }

  /**
   * How many bytes the rows of a query take at most, as far as its selection and its pages tell. Infinite where a value within them may be so
   * large that the database would run out of memory before it could refuse it.
   */
  mostOf(table: string, selection: readonly Selected[], query: Query, isOne: boolean): number {
    const rows = isOne ? 1 : (limitOf(query) ?? 1);
    return rows * this.#mostOfRow(table, selection, query);
  }

  /** Whether the rows of a page of a relation may be far more than one value can hold. */
  isHeavy(table: string, selection: readonly Selected[]): boolean {
    return selection.some(({ key, field, selection: nested }) => !nested && this.#mostOfColumn(table, key, field) >= this.#heavy);
  }

  #mostOfRow(table: string, selection: readonly Selected[], query: Query): number {
    return selection.reduce((sum, { key, field, selection: nested, isArray }) => {
      if (!nested) return sum + this.#mostOfColumn(table, key, field);
      const below: Query = isQuery(query.with?.[key]) ? query.with[key] : {};
      const target = this.#relations[table]?.relations[slottedRelation(key)]?.targetTableName ?? '';
      const most = this.mostOf(target, nested, below, !isArray);
      const isUnbounded = below.limit !== undefined && this.isHeavy(target, nested) && most > MOST_ANSWER_BYTES;
      return sum + (isUnbounded ? Number.POSITIVE_INFINITY : Math.min(MOST_VALUE_BYTES, most));
    }, 0);
  }

  #mostOfColumn(table: string, key: string, field: unknown): number {
    if (!is(field, SQLiteTextJson)) return is(field, SQLiteText) ? MOST.text : MOST.other;
    return this.#json[table]?.[key] ?? MOST_VALUE_BYTES;
  }
}

/**
 * How many rows a query can find: its page, or the ids that it names. Null where it says neither: then it is a list that the rules themselves read
 * whole, and keep small where it is written.
 */
function limitOf({ limit, where }: Query): number | null {
  return typeof limit === 'number' ? limit : idsIn(where);
}

function idsIn(where: unknown): number | null {
  if (typeof where !== 'object' || where === null) return null;
  if ('id' in where) {
    const { id } = where;
    if (typeof id === 'string') return 1;
    if (typeof id === 'object' && id !== null && 'in' in id && Array.isArray(id.in)) return id.in.length;
  }
  const joined: unknown[] = 'AND' in where && Array.isArray(where.AND) ? where.AND : [];
  return joined.map(idsIn).find((ids) => ids !== null) ?? null;
}

const isQuery = (below: unknown): below is Query => typeof below === 'object' && below !== null;
