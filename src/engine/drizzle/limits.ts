import type { Query } from 'drizzle-orm';
import { tokensOf } from '../d1/sql-text.ts';

/**
 * The same statement with the sizes of its pages as text. SQLite looks at the value of a bound LIMIT to choose its plan, and so prepares the
 * statement anew each time that it is bound (sqlite.org/c3ref/prepare.html): for a nested query that takes longer than running it.
 *
 * `… limit ?` with the parameter 21 becomes `… limit 21` without one.
 */
export function withWrittenLimits({ sql, params, ...query }: Query): Query {
  const bound: unknown[] = [];
  let written = '';
  let end = 0;
  let next = 0;
  let before = '';
  for (const { kind, text, at } of tokensOf(sql)) {
    if (kind === 'placeholder') {
      const value = params[next++];
      if (before === 'limit' && typeof value === 'number') {
        written += `${sql.slice(end, at)}${value}`;
        end = at + text.length;
      } else bound.push(value);
    }
    before = text;
  }
  return { ...query, sql: written + sql.slice(end), params: bound };
}
