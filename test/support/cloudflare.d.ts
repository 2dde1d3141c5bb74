/// <reference types="@cloudflare/vitest-plugin/types" />

declare namespace Cloudflare {
  interface Env {
    /** Tests use it as `DB` of `database.ts`. */
    DB: D1Database;
    /** Empty: what migrations are tried on. */
    OLD: D1Database;
    MIGRATIONS: import('cloudflare:test').D1Migration[];
  }
  interface GlobalProps {
    mainModule: typeof import('./worker.ts');
  }
}
