import { parseArgs } from 'node:util';
import { growDatabase, prepareDatabase, reportOf } from './local-database.ts';
import { Failure, main } from './main.ts';
import { LOCAL } from './wrangler.ts';

/** `npm run seed`: fills the local database if it is empty. `-- --reset` deletes it first, `-- --accounts 20000` adds accounts. */
async function fill(): Promise<void> {
  const { values } = parseArgs({
    options: { reset: { type: 'boolean', default: false }, accounts: { type: 'string' }, home: { type: 'string', default: LOCAL } },
  });
  const target = values.accounts === undefined ? null : countFrom(values.accounts);
  const { state, filled, samples, failure } = await prepareDatabase(values.home, { startOver: values.reset });
  if (failure) throw new Failure(reportOf(failure));
  console.log(
    filled ? `Filled with ${samples.length} sample organizations.` : 'There is data already; `npm run seed -- --reset` starts over.',
  );
  if (target !== null) console.log(`It has ${await growDatabase(state, target)} accounts.`);
  if (values.reset) console.log('If `npm run dev` is running, start it again.');
}

function countFrom(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count > 0) return count;
  throw new Failure(`--accounts is a whole number above 0, not "${text}".`);
}

await main(fill);
