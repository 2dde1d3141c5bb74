import { parseArgs } from 'node:util';
import { getTableName } from 'drizzle-orm';
import { customAlphabet } from 'nanoid';
import { organizationRows, type Row } from '../src/auth/bootstrap.ts';
import { systemClock } from '../src/clock.ts';
import { ID_ALPHABET, idFactory } from '../src/domain/id.ts';
import { isCurrency } from '../src/domain/money.ts';
import { parseName } from '../src/domain/text.ts';
import { organizations } from '../src/store/tables/index.ts';
import { now as clock } from './clock.ts';
import { execute, literal, stateIn } from './execute.ts';
import { Failure, main } from './main.ts';
import { LOCAL } from './wrangler.ts';

const random = customAlphabet(ID_ALPHABET);

/**
 * `npm run bootstrap -- --name "Acme" --currency USD`: creates an organization with a token that has every scope, and prints the token.
 * `--remote` selects the deployed database instead of the local one. An existing organization of that name is not changed.
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
  if (!values.remote) {
    // Imported only here, because loading the local database is slow and a refused or remote run does not need it.
    const { migrate } = await import('./local-database.ts');
    await migrate(stateIn(values.home));
  }
  // `NOW` does not apply to the deployed database.
  const now = values.remote ? systemClock() : clock();
  const { orgId, token, rows } = organizationRows(organization, { now, newId: idFactory(now, random), random });
  const [named] = await execute<{ readonly id: string }>(statements(organization.name, rows), values);
  console.log(
    named?.id === orgId
      ? greeting(organization.name, token)
      : `There is an organization "${organization.name}" already; nothing was changed.`,
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
 * Returns SQL that inserts the rows unless an organization of that name exists, and then selects the organization's id. The organization is
 * the last row, so that a run after an interrupted one starts again.
 */
function statements(name: string, rows: readonly Row[]): readonly string[] {
  const named = `from ${getTableName(organizations)} where ${organizations.name.name} = ${literal(name)}`;
  const inserts = rows.map(({ table, values }) => {
    const columns = Object.keys(values).join(', ');
    return `insert into ${table} (${columns}) select ${Object.values(values).map(literal).join(', ')} where not exists (select 1 ${named})`;
  });
  return [...inserts, `select ${organizations.id.name} as id ${named} order by ${organizations.createdAt.name} limit 1`];
}

const greeting = (name: string, token: string): string => `"${name}" is there. Its first token may do everything, and is shown only now:

  Authorization: Bearer ${token}

Make narrower ones with the mutation createApiToken, and revoke this one.`;

await main(bootstrap);
