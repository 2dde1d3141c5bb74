import { readFile } from 'node:fs/promises';
import { lockFaults } from './lock-faults.ts';
import { Failure, main } from './main.ts';
import { ROOT } from './wrangler.ts';

/** Fails if package-lock.json does not identify each package exactly. */
async function check(): Promise<void> {
  const faults = lockFaults(await readFile(`${ROOT}/package-lock.json`, 'utf8'));
  if (faults.length > 0) throw new Failure(`package-lock.json:\n${faults.map((fault) => `- ${fault}`).join('\n')}`);
}

await main(check);
