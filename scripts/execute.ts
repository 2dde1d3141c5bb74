import { wrangler } from './wrangler.ts';

/** Which database a script works on: the deployed one, or the local one in the directory `home`. */
export interface Place {
  readonly remote: boolean;
  readonly home: string;
}

/** The directory of D1's local files: the value of wrangler's `--persist-to`. */
export const stateIn = (home: string): string => `${home}/state`;

/** Returns a value as an SQL literal. A text is written as bytes, so that neither D1 nor wrangler's statement splitter reads SQL in it. */
export const literal = (value: string | number): string =>
  typeof value === 'number' ? String(value) : `cast(x'${Buffer.from(value).toString('hex')}' as text)`;

/**
 * Runs statements as one batch by wrangler, which knows the account of the deployed database. Returns the rows of the last one. Ignores what
 * wrangler prints before its JSON.
 */
export async function execute<Row>(statements: readonly string[], place: Place): Promise<readonly Row[]> {
  const output = await wrangler(...executionOf(statements, place));
  const results: readonly { readonly results: readonly Row[] }[] = JSON.parse(output.slice(output.indexOf('[')));
  return results.at(-1)?.results ?? [];
}

/** Returns the arguments of wrangler that run statements as one batch on a database, and on no other. */
export function executionOf(statements: readonly string[], { remote, home }: Place): readonly string[] {
  const where = remote ? ['--remote'] : ['--local', '--persist-to', stateIn(home)];
  const command = statements.map((statement) => `${statement};`).join('\n');
  return ['d1', 'execute', 'DB', ...where, '--yes', '--json', `--command=${command}`];
}
