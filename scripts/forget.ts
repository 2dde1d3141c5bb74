import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { systemClock } from '../src/clock.ts';
import { execute } from './execute.ts';
import { forgetting } from './forgetting.ts';
import { Failure, main } from './main.ts';
import { type NamedOrganization, organizationFrom } from './organization.ts';
import { LOCAL } from './wrangler.ts';

/**
 * `npm run forget -- --organization org.…`: deletes an organization with all of its data for good, history included. It asks for the id
 * again, unless `--yes` is given. `--remote` selects the deployed database instead of the local one. An interrupted run can be repeated.
 */
async function forget(): Promise<void> {
  const { values } = parseArgs({
    options: {
      organization: { type: 'string' },
      yes: { type: 'boolean', default: false },
      remote: { type: 'boolean', default: false },
      home: { type: 'string', default: LOCAL },
    },
  });
  const organization = await organizationFrom(values.organization, values);
  if (!values.yes) await confirm(organization);
  for (let isLeft = true; isLeft; ) {
    const [left = {}] = await execute<Readonly<Record<string, number>>>(forgetting(organization.id, systemClock()), values);
    const tables = Object.keys(left).filter((table) => left[table] === 1);
    isLeft = tables.length > 0;
    if (isLeft) console.log(`Still to delete: ${tables.join(', ')}.`);
  }
  console.log(`"${organization.name}" is deleted. Backups still have it: see "Erasure" in the README.`);
}

/** Asks for the id of the organization. @throws Failure if the answer is anything else */
async function confirm({ id, name }: NamedOrganization): Promise<void> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const ended = new Promise<string>((resolve) => terminal.once('close', () => resolve('')));
  const answer = await Promise.race([
    terminal.question(`This deletes "${name}" and all of its data for good. Repeat its id to go on: `),
    ended,
  ]);
  terminal.close();
  if (answer.trim() !== id) throw new Failure('Nothing was deleted. Repeat the id exactly, or use --yes.');
}

await main(forget);
