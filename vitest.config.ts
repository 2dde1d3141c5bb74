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

/**
 * Files that start servers, run commands or turn pages for minutes: the whole run has them, and so has an everyday one that names a file.
 * An everyday run starts a server in `test/dev/readme.test.ts`, and turns the other pages.
 */
const SLOW = [
  'test/dev/bootstrap.test.ts',
  'test/dev/dev.test.ts',
  'test/dev/operating.test.ts',
  'test/dev/webhooks.test.ts',
  'test/browser/console-edit.test.ts',
  'test/browser/console-keyboard.test.ts',
  'test/browser/console-pages.test.ts',
  'test/browser/console-pages-keyboard.test.ts',
  'test/browser/console-plans.test.ts',
  'test/browser/explorer.test.ts',
];

function leftOut(runs: number): readonly string[] {
  if (runs > 1 || process.argv.some((argument) => argument.startsWith('test/'))) return [];
  tell(`left out of an everyday run, and run by \`npm run test:full\` and in CI:\n  ${SLOW.join('\n  ')}`);
  return SLOW;
}

/** Says something once: Vitest reads this file once a project. */
function tell(text: string): void {
  const told = process.env.TOLD ?? '';
  if (!told.includes(text)) console.log(text);
  process.env.TOLD = told + text;
}

/** Where random tests begin, so that `SEED=…` repeats a run. All projects have the same. */
function seedOfRun(): number {
  process.env.SEED ||= String(Math.floor(Math.random() * 2 ** 31));
  tell(`random tests begin with SEED=${process.env.SEED}`);
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
  const OF_PROCESSES = { ...COMMON, isolate: false, exclude: [...leftOut(runsIn(mode))], retry: process.env.CI ? 1 : 0 };
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
  if (!chromiumPath) tell('browser tests left out: no Chromium found');
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
