import { execFileSync } from 'node:child_process';
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';
import { chromiumPath } from './test/support/chromium.ts';

const root = import.meta.dirname;

/** Milliseconds. Nothing is timed: a test that waits for a busy machine is not wrong. */
const PATIENCE = { testTimeout: 300_000, hookTimeout: 300_000 };

/** The pure core in Node; everything that touches D1 or HTTP in workerd, on a real local D1; what a newcomer runs as it is. */
export default defineConfig(async () => ({
  root,
  test: {
    projects: [
      {
        root,
        // Node takes this file of graphql for the libraries; Vite would take another for us, and two graphqls do not know each other.
        resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
        test: { name: 'node', include: ['test/unit/**/*.test.ts', 'test/property/**/*.test.ts'], ...PATIENCE },
      },
      {
        root,
        plugins: [
          cloudflareTest({
            main: bundledWorker(),
            miniflare: {
              compatibilityDate: '2026-10-01',
              d1Databases: { DB: 'test', OLD: 'old' },
              bindings: {
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
          setupFiles: ['test/support/migrate.ts'],
          ...PATIENCE,
        },
      },
      { root, test: { name: 'dev', include: ['test/dev/**/*.test.ts'], ...PATIENCE } },
      ...browserProject(),
    ],
  },
}));

/** The explorer in a Chromium of this machine; left out, and said so, where there is none. */
function browserProject() {
  if (chromiumPath) return [{ root, test: { name: 'browser', include: ['test/browser/**/*.test.ts'], ...PATIENCE } }];
  console.log('browser tests left out: no Chromium found');
  return [];
}

/** Bundled once: letting every test file transform the Worker's sources takes more than twice the time. */
function bundledWorker(): string {
  const out = `${root}/.wrangler/test-worker`;
  execFileSync('wrangler', ['deploy', '--dry-run', '--config', 'test/support/wrangler.toml', '--outdir', out], {
    cwd: root,
    stdio: 'pipe',
  });
  return `${out}/worker.js`;
}
