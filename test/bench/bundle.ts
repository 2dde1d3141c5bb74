import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Failure } from '../../scripts/main.ts';
import { bundleWorker } from '../../scripts/worker-bundle.ts';
import { ROOT, wrangler } from '../../scripts/wrangler.ts';
import { type Contestant, product } from './contestants.ts';

const HERE = 'test/bench';

/** Bundles a contestant as it would be deployed, by wrangler unless it is the product; answers the file. */
export async function bundle({ main, flags }: Pick<Contestant, 'main' | 'flags'>, into: string): Promise<string> {
  const name = basename(main, '.ts');
  if (main === product.main) {
    const file = `${into}/${name}.js`;
    await writeFile(file, (await bundleWorker(`${HERE}/${main}`)).code);
    return file;
  }
  const set = flags.map((flag) => `--compatibility-flags=${flag}`);
  await wrangler('deploy', `${HERE}/${main}`, `--config=${HERE}/wrangler.toml`, '--dry-run', `--outdir=${into}/${name}`, ...set);
  return `${into}/${name}/${name}.js`;
}

/** Installs the peers by their own lockfile, unless they are there. */
export async function installPeers(): Promise<void> {
  const cwd = `${ROOT}/${HERE}/peers`;
  if (existsSync(`${cwd}/node_modules/.package-lock.json`)) return;
  console.log('Installing the peers ...');
  const [code]: unknown[] = await once(
    spawn('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd, stdio: 'inherit' }),
    'exit',
  );
  if (code !== 0) throw new Failure(`npm ci failed in ${HERE}/peers.`);
}
