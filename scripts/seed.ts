import { parseArgs } from 'node:util';
import { prepareDatabase } from './local-database.ts';
import { LOCAL, main } from './wrangler.ts';

/** `npm run seed`: fills the local database if it is empty; `-- --reset` starts over. */
async function fill(): Promise<void> {
  const { values } = parseArgs({ options: { reset: { type: 'boolean', default: false }, home: { type: 'string', default: LOCAL } } });
  const { filled, samples } = await prepareDatabase(values.home, { startOver: values.reset });
  console.log(filled ? `Filled with ${samples.length} sample organizations.` : 'There is data already; `-- --reset` starts over.');
}

await main(fill);
