import { app, type Services } from './app.ts';
import { clockOf } from './clock.ts';
import { idsAt, pausesBy } from './context.ts';
import { withDocumentedLimits } from './engine/d1/documented-limits.ts';
import { type ErrorLine, errorLine } from './graphql/error-log.ts';
import { doScheduledWork } from './operations/scheduled.ts';

interface Env {
  readonly DB: D1Database;
  /** A secret of at least 32 bytes that signs delegate tokens; absent, there are none. */
  readonly DELEGATE_SECRET?: string;
  /** Comma-separated origins that may call from a browser. */
  readonly ALLOWED_ORIGINS?: string;
  /** The path of the explorer, set by `npm run dev` alone. */
  readonly EXPLORER?: string;
  /** Set by `npm run dev` alone: errors suggest names, delegates run whatever is sent, and D1's limits hold locally. Absent, it is production. */
  readonly DEVELOPMENT?: string;
  /** Milliseconds by which the Worker is ahead of the true time. Ignored without `DEVELOPMENT`. */
  readonly CLOCK_OFFSET?: string;
  /** `trusted`: only the documents of `schema/documents` are run. Absent or `any`: whatever is sent. */
  readonly DOCUMENTS?: string;
  readonly VERSION?: WorkerVersionMetadata;
  readonly RATE_LIMIT?: RateLimit;
  readonly FAILURE_LIMIT?: RateLimit;
}

/** In development, a local database that refuses what D1 would. */
const databaseOf = ({ DB, DEVELOPMENT }: Env): D1Database => (DEVELOPMENT === 'true' ? withDocumentedLimits(DB) : DB);

const services = (env: Env, context: ExecutionContext): Services => ({
  d1: databaseOf(env),
  now: clockOf(env),
  delegateSecret: env.DELEGATE_SECRET,
  fetch: (url, init) => fetch(url, init),
  origins: (env.ALLOWED_ORIGINS ?? '').split(',').filter(Boolean),
  explorer: env.EXPLORER ?? null,
  suggestions: env.DEVELOPMENT === 'true',
  delegatesRunAny: env.DEVELOPMENT === 'true',
  // A word that is misspelt must not let everything run.
  trustedOnly: (env.DOCUMENTS || 'any') !== 'any',
  version: env.VERSION?.id ?? null,
  rateLimit: env.RATE_LIMIT,
  failureLimit: env.FAILURE_LIMIT,
  afterwards: (work) => context.waitUntil(work()),
  // biome-ignore lint/suspicious/noConsole: a Worker's log is its console.
  log: (line) => console.log(JSON.stringify({ level: 'info', ...line })),
  logError,
});

// biome-ignore lint/suspicious/noConsole: a Worker's log is its console.
const logError = (line: ErrorLine): void => console.error(JSON.stringify({ level: 'error', ...line }));

export default {
  fetch: (request, env, context) => app.fetch(request, services(env, context), context),
  scheduled: async (_controller, env) => {
    const now = clockOf(env)();
    const run = { now, requestId: crypto.randomUUID(), newId: idsAt(now), pause: pausesBy(Math.random) };
    try {
      await doScheduledWork(databaseOf(env), run);
    } catch (error) {
      for (const each of error instanceof AggregateError ? error.errors : [error]) logError(errorLine(each, run.requestId));
      throw error;
    }
  },
} satisfies ExportedHandler<Env>;
