import { execFileSync } from 'node:child_process';
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

const root = `${import.meta.dirname}/..`;

/** The pure core in Node; everything that touches D1 or HTTP in workerd, on a real local D1. */
export default defineConfig(async () => ({
  root,
  test: {
    projects: [
      { root, test: { name: 'node', include: ['test/unit/**/*.test.ts', 'test/property/**/*.test.ts'] } },
      {
        root,
        plugins: [
          cloudflareTest({
            main: bundledWorker(),
            miniflare: {
              compatibilityDate: '2026-10-01',
              d1Databases: { DB: 'test' },
              bindings: {
                MIGRATIONS: await readD1Migrations({
                  migrationsDir: `${root}/migrations`,
                  migrationsPattern: `${root}/migrations/*/migration.sql`,
                }),
              },
            },
          }),
        ],
        test: { name: 'workerd', include: ['test/integration/**/*.test.ts'], setupFiles: ['test/support/migrate.ts'] },
      },
    ],
  },
}));

/** Bundled once: letting every test file transform the Worker's sources takes more than twice the time. */
function bundledWorker(): string {
  const out = `${root}/.wrangler/test-worker`;
  execFileSync('wrangler', ['deploy', '--dry-run', '--config', 'test/support/wrangler.toml', '--outdir', out], {
    cwd: root,
    stdio: 'pipe',
  });
  return `${out}/worker.js`;
}
