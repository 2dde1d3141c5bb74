import { type DriverValueDecoder, is, isNoop, SQL } from 'drizzle-orm';
import { SQLiteTextJson } from 'drizzle-orm/sqlite-core';

/** A column, an expression or a relation of a row, as Drizzle selects it. */
export interface Selected {
  readonly key: string;
  readonly field: unknown;
  /** Of a relation: what is selected of its rows. */
  readonly selection?: readonly Selected[] | undefined;
  readonly isArray?: boolean | undefined;
}

type Row = Record<string, unknown>;
/** Makes of a value what it stands for. Equal texts of JSON are read once: a timeline carries the rate cards of one plan again and again. */
type Read = (value: unknown, known: Map<unknown, unknown>) => unknown;

/**
 * How the rows of a statement become what its query asked for. Told once a statement, and done in place: what is right as it comes is not
 * touched. A relation comes as a text of JSON, in which JSON of a column is a text again.
 */
export function rowReader(selection: readonly Selected[]): (rows: Row[]) => Row[] {
  const read = rowOf(selection, JSON.parse);
  return (rows) => {
    const known = new Map();
    if (read) for (const row of rows) read(row, known);
    return rows;
  };
}

/** Null where a row is right as it comes. */
function rowOf(selection: readonly Selected[], open: (relation: string) => unknown): Read | null {
  const reads = selection.flatMap(({ key, field, selection: nested, isArray }) => {
    const read = nested ? relationOf(rowOf(nested, asIs), isArray ?? false, open) : columnOf(field);
    return read ? [{ key, read }] : [];
  });
  if (reads.length === 0) return null;
  return (value, known) => {
    const row = value as Row;
    for (const { key, read } of reads) if (row[key] !== null) row[key] = read(row[key], known);
    return row;
  };
}

function relationOf(read: Read | null, isArray: boolean, open: (relation: string) => unknown): Read | null {
  if (!read) return open === asIs ? null : (value) => open(value as string);
  return (value, known) => {
    const related = open(value as string);
    if (isArray) for (const row of related as Row[]) read(row, known);
    else if (related !== null) read(related, known);
    return related;
  };
}

/** `decoder` of an expression and `mapFromDriverValue` are not documented (drizzle-orm 1.0.0-rc.4); see engine/README.md. */
function columnOf(field: unknown): Read | null {
  if (is(field, SQLiteTextJson)) return (text, known) => known.get(text) ?? parse(text as string, known);
  const decoder = is(field, SQL) && 'decoder' in field ? field.decoder : field;
  if (!isDecoder(decoder)) throw new Error('a column that cannot be read');
  return isNoop(decoder.mapFromDriverValue) ? null : (value) => decoder.mapFromDriverValue(value);
}

function parse(text: string, known: Map<unknown, unknown>): unknown {
  const value: unknown = JSON.parse(text);
  known.set(text, value);
  return value;
}

const asIs = (relation: string): unknown => relation;

const isDecoder = (value: unknown): value is DriverValueDecoder<unknown, unknown> =>
  typeof value === 'object' && value !== null && 'mapFromDriverValue' in value;
