import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Failure, main } from './main.ts';
import { restoration } from './restoration.ts';

/**
 * `npm run restore --silent -- data.sql > restore.sql`: the statements that fill a new database, to which the migrations were applied, from an
 * export without schema.
 */
async function restore(): Promise<void> {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [file] = positionals;
  if (file === undefined) throw new Failure('Name the export: npm run restore --silent -- data.sql > restore.sql');
  process.stdout.write(restoration(readFileSync(file, 'utf8')));
}

await main(restore);
