import { readFile } from 'node:fs/promises';
import { lockFaults } from './lock-faults.ts';
import { Failure, main } from './main.ts';
import { ROOT } from './wrangler.ts';

/** Fails if a lock file does not identify each package exactly. */
async function check(): Promise<void> {
  for (const file of ['package-lock.json', 'test/clients/package-lock.json']) {
    const faults = lockFaults(await readFile(`${ROOT}/${file}`, 'utf8'));
    if (faults.length > 0) throw new Failure(`${file}:\n${faults.map((fault) => `- ${fault}`).join('\n')}`);
  }
}

await main(check);
