import { globSync, readFileSync } from 'node:fs';
import { getColumns, getTableName } from 'drizzle-orm';
import { describe, expect, it, test } from 'vitest';
import { tokensOf } from '../../src/engine/d1/sql-text.ts';
import * as tables from '../../src/store/tables/index.ts';
import * as views from '../../src/store/views.ts';

const ROOT = `${import.meta.dirname}/../..`;

/** Column definitions and checks, where the table object does not exist yet, are left out. */
const FILES = globSync('{src,scripts}/**/*.ts', { cwd: ROOT }).filter((file) => !file.startsWith('src/store/tables/'));

const NAMES = new Set(
  [...Object.values(tables), ...Object.values(views)].flatMap((table) => [
    getTableName(table),
    ...Object.values(getColumns(table)).map(({ name }) => name),
  ]),
);

/** Columns of SQLite's own `json_each`. A table object names no column without its table, so nobody can mean one of ours. */
const JSON_EACH = new Set(['key', 'value']);

/** Returns the texts of templates tagged `sql`, and of strings that are prepared as they are. `${…}` becomes a question mark. */
function* sqlIn(source: string): Generator<string> {
  for (const { index, 0: start } of source.matchAll(/(?<![.\w])sql(?:<[^`;]*?>)?`|\.prepare\(\s*[`'"]/g)) {
    const quote = start.at(-1) ?? '';
    let text = '';
    for (let at = index + start.length; source[at] !== quote; at++) {
      if (quote === '`' && source.startsWith('${', at)) {
        at = endOfExpression(source, at + 2);
        text += '?';
      } else text += source[at];
    }
    yield text;
  }
}

/** Returns the position of the bracket that closes an expression in a template. */
function endOfExpression(source: string, from: number): number {
  for (let at = from, depth = 1; at < source.length; at++) {
    if (source[at] === '{') depth++;
    if (source[at] === '}') depth--;
    if (depth === 0) return at;
  }
  throw new Error('an expression without an end');
}

/** Returns the words of an SQL text that name a table or a column of the database. A name after `as` is the statement's own. */
function namesIn(sql: string): string[] {
  const tokens = [...tokensOf(sql)];
  return tokens.flatMap(({ kind, text }, i) => {
    const before = tokens[i - 1]?.text.toLowerCase();
    const isName = (kind === 'word' || kind === 'name') && NAMES.has(text.replaceAll('"', ''));
    return isName && before !== 'as' && !JSON_EACH.has(text) ? [text] : [];
  });
}

const TEXTS = FILES.flatMap((file) => [...sqlIn(readFileSync(`${ROOT}/${file}`, 'utf8'))].map((sql) => ({ file, sql: sql.trim() })));

describe('SQL text', () => {
  it('names tables and columns through the table objects', () => {
    // Tables of wrangler and of SQLite have no table object.
    const own = TEXTS.filter(({ sql }) => !/\b(d1_migrations|sqlite_schema)\b/.test(sql));
    expect(own.flatMap(({ file, sql }) => namesIn(sql).map((name) => `${file}: ${name} in ${sql}`))).toEqual([]);
  });

  it('is found where it is', () => {
    expect(TEXTS.length).toBeGreaterThan(50);
  });
});

test.each([
  ['sql`select id from #{table}`', ['id']],
  ["sql<number>`(select count(*) from accounts where #{eq(a, { b: 'c' })})`", ['accounts']],
  ["d1.prepare('select account_id from x')", ['account_id']],
  ['sql`#{accounts.id} in (select value from json_each(#{ids}))`', []],
  ["sql`select #{id} as id, 'name' from #{accounts}`", []],
])('The names in %s are %j', (template, names) => {
  const source = template.replaceAll('#{', '$' + '{');
  expect([...sqlIn(source)].flatMap(namesIn)).toEqual(names);
});
