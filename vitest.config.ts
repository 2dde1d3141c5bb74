import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';
import { clockOffset } from './scripts/clock.ts';
import { bundleWorker } from './scripts/worker-bundle.ts';
import { chromiumPath } from './test/support/chromium.ts';

const root = import.meta.dirname;

/**
 * How often random tests run, as a multiple of the everyday number: `RUNS=50 npm test`. Ten times in CI and in `npm run test:full`, which
 * has every slow test too.
 */
const runsIn = (mode: string): number => Number(process.env.RUNS || (mode === 'full' || process.env.CI ? 10 : 1));

/** Where random tests begin, so that `SEED=…` repeats a run. Vitest reads this file once a project, and all have the same. */
function seedOfRun(): number {
  if (!process.env.SEED) {
    process.env.SEED = String(Math.floor(Math.random() * 2 ** 31));
    console.log(`random tests begin with SEED=${process.env.SEED}`);
  }
  return Number(process.env.SEED);
}

/** Node takes this file of graphql for the libraries; Vite would take another for us, and two graphqls do not know each other. */
const ONE_GRAPHQL = { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] };

/** The pure core in Node; everything that touches D1 or HTTP in workerd, on a real local D1; what a newcomer runs as it is. */
export default defineConfig(async ({ mode }) => {
  // Nothing is timed, so a test may wait for a busy machine: milliseconds.
  const COMMON = {
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000 } },
    // Vitest would leave one of two cores to itself, and needs little of it. All projects share the workers.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    provide: { clockOffset: clockOffset(), runs: runsIn(mode), full: mode === 'full', seed: seedOfRun() },
  };
  // Tests of other processes are repeated once where no developer watches: nobody here decides when those get the processor.
  const OF_PROCESSES = { ...COMMON, retry: process.env.CI ? 1 : 0 };
  return {
    root,
    test: {
      projects: [
        {
          root,
          resolve: ONE_GRAPHQL,
          test: {
            name: 'node',
            include: ['test/unit/**/*.test.ts', 'test/property/**/*.test.ts'],
            setupFiles: ['test/support/properties.ts'],
            isolate: false,
            ...COMMON,
          },
        },
        {
          root,
          plugins: [
            cloudflareTest({
              main: await bundledWorker(),
              miniflare: {
                compatibilityDate: '2026-10-01',
                d1Databases: { DB: 'test', OLD: 'old' },
                bindings: {
                  CLOCK_OFFSET: clockOffset(),
                  MIGRATIONS: await readD1Migrations({
                    migrationsDir: `${root}/migrations`,
                    migrationsPattern: `${root}/migrations/*/migration.sql`,
                  }),
                },
              },
            }),
          ],
          test: {
            name: 'workerd',
            include: ['test/integration/**/*.test.ts'],
            setupFiles: ['test/support/empty-database.ts', 'test/support/properties.ts'],
            // A worker has one database for all of its files.
            isolate: false,
            ...COMMON,
          },
        },
        { root, resolve: ONE_GRAPHQL, test: { name: 'dev', include: ['test/dev/**/*.test.ts'], ...OF_PROCESSES } },
        ...(hasBrowser()
          ? [{ root, resolve: ONE_GRAPHQL, test: { name: 'browser', include: ['test/browser/**/*.test.ts'], ...OF_PROCESSES } }]
          : []),
      ],
    },
  };
});

/** The explorer in a Chromium of this machine; left out, and said so, where there is none. */
function hasBrowser(): boolean {
  if (!chromiumPath) console.log('browser tests left out: no Chromium found');
  return chromiumPath !== undefined;
}

/**
 * Bundled once, as the Worker is that is deployed, but with its names: letting every test file transform the Worker's sources takes more than
 * twice the time.
 */
async function bundledWorker(): Promise<string> {
  const { code } = await bundleWorker('test/support/worker.ts', { minify: false, descriptions: true });
  const directory = `${root}/dist/test-worker`;
  await mkdir(directory, { recursive: true });
  await writeFile(`${directory}/worker.js`, code);
  return `${directory}/worker.js`;
}
