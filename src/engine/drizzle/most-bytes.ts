import { is } from 'drizzle-orm';
import { SQLiteText, SQLiteTextJson } from 'drizzle-orm/sqlite-core';
import { MOST_ANSWER_BYTES, MOST_VALUE_BYTES } from '../d1/answer-bytes.ts';
import type { Selected } from './rows.ts';

/** Bytes of a value of each kind, at most. */
const MOST = { grownJson: 1_000_000, json: 262_144, smallJson: 16_384, text: 1_024, other: 32 } as const;

/** Columns of JSON that grow with more than one request; any other was sent with one, whose body is bounded. */
const GROWN_JSON: ReadonlySet<string> = new Set(['before', 'after', 'edits']);

/** Columns of JSON that their inputs keep small. */
const SMALL_JSON: ReadonlySet<string> = new Set([
  'address',
  'billingInformation',
  'currencies',
  'entities',
  'metadata',
  'pricingCycle',
  'scopes',
  'settings',
  'tags',
]);

interface Query {
  readonly limit?: unknown;
  readonly where?: unknown;
  readonly with?: Readonly<Record<string, unknown>>;
}

/**
 * How many bytes the rows of a relational query take at most, as far as its selection and its pages tell. Infinite where a value within them may be so
 * large that the database would run out of memory before it could refuse it.
 */
export function mostBytes(selection: readonly Selected[], query: Query, isOne: boolean): number {
  const rows = isOne ? 1 : (limitOf(query) ?? 1);
  return rows * mostOfRow(selection, query);
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

/** Whether the rows of a page of a relation may be far more than one value can hold. */
export const isHeavy = (selection: readonly Selected[]): boolean =>
  selection.some(({ key, field, selection: nested }) => !nested && mostOfColumn(key, field) >= MOST.json);

function mostOfRow(selection: readonly Selected[], query: Query): number {
  return selection.reduce((sum, { key, field, selection: nested, isArray }) => {
    if (!nested) return sum + mostOfColumn(key, field);
    const below: Query = isQuery(query.with?.[key]) ? query.with[key] : {};
    const most = mostBytes(nested, below, !isArray);
    const isUnbounded = below.limit !== undefined && isHeavy(nested) && most > MOST_ANSWER_BYTES;
    return sum + (isUnbounded ? Number.POSITIVE_INFINITY : Math.min(MOST_VALUE_BYTES, most));
  }, 0);
}

const isQuery = (below: unknown): below is Query => typeof below === 'object' && below !== null;

function mostOfColumn(key: string, field: unknown): number {
  if (!is(field, SQLiteTextJson)) return is(field, SQLiteText) ? MOST.text : MOST.other;
  if (GROWN_JSON.has(key)) return MOST.grownJson;
  return SMALL_JSON.has(key) ? MOST.smallJson : MOST.json;
}
