import { Failure, main } from './main.ts';
import { bundleWorker, gzippedSize, MAX_SIZE } from './worker-bundle.ts';

/** Fails if the bundle of the Worker is larger than its limit. */
async function check(): Promise<void> {
  const { code } = await bundleWorker('src/worker.ts');
  const size = gzippedSize(code) / 1024;
  if (size > MAX_SIZE) {
    const parts = '`npm run bench -- --only start` shows the size of each part';
    throw new Failure(`The Worker has ${size.toFixed(1)} KiB gzipped; its limit is ${MAX_SIZE} KiB. ${parts}.`);
  }
}

await main(check);
