import { parseArgs } from 'node:util';
import { customAlphabet } from 'nanoid';
import { organizationRows, type Row } from '../src/auth/bootstrap.ts';
import { systemClock } from '../src/clock.ts';
import { ID_ALPHABET, idFactory } from '../src/domain/id.ts';
import { isCurrency } from '../src/domain/money.ts';
import { parseName } from '../src/domain/text.ts';
import { now as clock } from './clock.ts';
import { Failure, main } from './main.ts';
import { LOCAL, wrangler } from './wrangler.ts';

const random = customAlphabet(ID_ALPHABET);

/**
 * `npm run bootstrap -- --name "Acme" --currency USD`: makes an organization with a token that may do everything, and prints the token
 * once. With `--remote` in the deployed database, else in this machine's. An organization of that name stays as it is.
 */
async function bootstrap(): Promise<void> {
  const { values } = parseArgs({
    options: {
      name: { type: 'string' },
      currency: { type: 'string' },
      remote: { type: 'boolean', default: false },
      home: { type: 'string', default: LOCAL },
    },
  });
  const organization = { name: nameFrom(values.name), baseCurrency: currencyFrom(values.currency) };
  const state = `${values.home}/state`;
  if (!values.remote) {
    // What is refused above, and what goes elsewhere, need not wait for the local database to be loaded.
    const { migrate } = await import('./local-database.ts');
    await migrate(state);
  }
  // What is written elsewhere is written at the true time.
  const now = values.remote ? systemClock() : clock();
  const { orgId, token, rows } = organizationRows(organization, { now, newId: idFactory(now, random), random });
  const kept = await execute(statements(organization.name, rows), values.remote ? ['--remote'] : ['--local', '--persist-to', state]);
  console.log(
    kept === orgId ? greeting(organization.name, token) : `There is an organization "${organization.name}" already; nothing was changed.`,
  );
}

function nameFrom(text = ''): string {
  const name = parseName(text, { max: 100 });
  if (name.ok) return name.value;
  throw new Failure(`--name is what the organization is called, such as --name "Acme". ${name.refusals[0].message}`);
}

function currencyFrom(text = ''): string {
  if (isCurrency(text)) return text;
  throw new Failure(`--currency is what the organization prices in by its ISO 4217 code, such as --currency USD, not "${text}".`);
}

/**
 * Inserts the rows unless there is an organization of that name, and answers the id of the one there is then. The organization
 * comes last, so that a run that is cut short is begun anew by the next.
 */
function statements(name: string, rows: readonly Row[]): string {
  const named = `from organizations where name = ${literal(name)}`;
  const inserts = rows.map(({ table, values }) => {
    const columns = Object.keys(values).join(', ');
    return `insert into ${table} (${columns}) select ${Object.values(values).map(literal).join(', ')} where not exists (select 1 ${named});`;
  });
  return [...inserts, `select id ${named} order by created_at limit 1;`].join('\n');
}

/** Texts as their bytes: nothing in them is read as SQL, neither by the database nor by what splits statements. */
const literal = (value: string | number): string =>
  typeof value === 'number' ? String(value) : `cast(x'${Buffer.from(value).toString('hex')}' as text)`;

/** Runs the statements, and answers the id that the last of them selects. What wrangler says before its JSON is passed over. */
async function execute(sql: string, where: readonly string[]): Promise<string | undefined> {
  const said = await wrangler('d1', 'execute', 'DB', ...where, '--yes', '--json', `--command=${sql}`);
  const results: readonly { readonly results: readonly { readonly id: string }[] }[] = JSON.parse(said.slice(said.indexOf('[')));
  return results.at(-1)?.results[0]?.id;
}

const greeting = (name: string, token: string): string => `"${name}" is there. Its first token may do everything, and is shown only now:

  Authorization: Bearer ${token}

Make narrower ones with the mutation createApiToken, and revoke this one.`;

await main(bootstrap);
