import type { Statement } from './metered.ts';

/** D1 binds at most 100 parameters a statement; this leaves room for a prefix, and for what D1 itself may add. */
const MOST_PARAMETERS = 90;

/**
 * The same statement within D1's limit of bound parameters. A statement over it takes all its values as ONE JSON
 * parameter: a list of `in (?, ?, …)` becomes `in (select value from json_each(…))`, any other `?` a `json_extract`.
 * Values that JSON cannot carry exactly (blobs) are left alone, and D1 then refuses the statement itself.
 * @param bound how many values stand before these
 */
export function withinParameterLimit({ sql, values }: Statement, bound: number): Statement {
  if (values.length <= MOST_PARAMETERS || !values.every(isJsonExact)) return { sql, values };
  const json = `?${bound + 1}`;
  let next = 0;
  const packed = mapOutsideQuotes(sql, (text) =>
    text.replace(IN_LIST_OR_PLACEHOLDER, (found) => {
      if (found === '?') return `json_extract(${json}, '$[${next++}]')`;
      const from = next;
      next += found.split('?').length - 1;
      return `in (select value from json_each(${json}) where key >= ${from} and key < ${next})`;
    }),
  );
  return { sql: packed, values: [JSON.stringify(values)] };
}

const IN_LIST_OR_PLACEHOLDER = /\bin \(\?(?:, \?)+\)|\?/g;

const isJsonExact = (value: unknown): boolean => value === null || typeof value === 'string' || typeof value === 'number';

/** Rewrites what stands outside of '…', "…" and `…`, where a `?` is a placeholder. */
function mapOutsideQuotes(sql: string, rewrite: (text: string) => string): string {
  return sql
    .split(/('[^']*'|"[^"]*"|`[^`]*`)/)
    .map((part, i) => (i % 2 === 0 ? rewrite(part) : part))
    .join('');
}
