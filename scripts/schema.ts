import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { printSchema } from 'graphql';
import { schema } from '../src/graphql/schema.ts';
import { Failure, main, ROOT } from './wrangler.ts';

const FILE = 'schema/schema.graphql';

/** `npm run schema`: prints the schema, sorted. With `--check` it only says whether the file is what the code says. */
async function print(): Promise<void> {
  const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
  const sdl = `${printSchema(schema)}\n`;
  if (!values.check) return writeFile(`${ROOT}/${FILE}`, sdl);
  const kept = await readFile(`${ROOT}/${FILE}`, 'utf8').catch(() => '');
  if (kept !== sdl) throw new Failure(`${FILE} differs from the code at line ${firstDifference(kept, sdl)}: run npm run schema`);
}

function firstDifference(a: string, b: string): number {
  const lines = b.split('\n');
  const found = a.split('\n').findIndex((line, i) => line !== lines[i]);
  return found < 0 ? a.split('\n').length : found + 1;
}

await main(print);
