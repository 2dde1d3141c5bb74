import { type Call, callsOf } from './sql-text.ts';

/** D1 gives a function at most so many arguments; a local SQLite takes more. */
export const MOST_ARGUMENTS = 32;

const PER_SET = 30;

/**
 * The same statement within D1's limit on the arguments of a function. An object of JSON of too many members is made of its first ones, and
 * the rest are set on it. The values keep their order, and with it the placeholders.
 */
export function withinArgumentLimit(sql: string): string {
  const tooLong = [...callsOf(sql)].filter((call) => call.arguments.length > MOST_ARGUMENTS && call.name in SETTERS);
  if (tooLong.length === 0) return sql;
  return rewritten(sql, [0, sql.length], tooLong);
}

/** What sets a member on the objects that a function makes. */
const SETTERS: Readonly<Record<string, string>> = { json_object: 'json_set', jsonb_object: 'jsonb_set' };

/** The text between two positions, with the calls in it taken apart. */
function rewritten(sql: string, [start, end]: readonly [number, number], calls: readonly Call[]): string {
  const within = calls.filter((call) => call.start >= start && call.end <= end);
  const outermost = within.filter((call) => !within.some((other) => other.start < call.start && other.end >= call.end));
  let text = '';
  let at = start;
  for (const call of outermost.toSorted((a, b) => a.start - b.start)) {
    text += sql.slice(at, call.start) + takenApart(sql, call, within);
    at = call.end;
  }
  return text + sql.slice(at, end);
}

function takenApart(sql: string, { name, arguments: spans }: Call, calls: readonly Call[]): string {
  const texts = spans.map((span) => rewritten(sql, span, calls).trim());
  let object = `${name}(${texts.slice(0, MOST_ARGUMENTS).join(', ')})`;
  for (let at = MOST_ARGUMENTS; at < texts.length; at += PER_SET) {
    const members = texts.slice(at, at + PER_SET).map((text, i) => (i % 2 === 0 ? pathOf(text) : text));
    object = `${SETTERS[name]}(${object}, ${members.join(', ')})`;
  }
  return object;
}

/** `'name'` as the path of a member, `'$."name"'`. */
function pathOf(key: string): string {
  const name = /^'([\w$]+)'$/.exec(key)?.[1];
  if (name === undefined) throw new Error('a member of an object of JSON whose name is not written out');
  return `'$."${name}"'`;
}
