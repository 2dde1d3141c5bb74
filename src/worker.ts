import { app } from './app.ts';
import { type SignInVariables, signInOf } from './auth/sign-in.ts';
import { clockOf } from './clock.ts';
import { idsAt, pausesBy } from './context.ts';
import { withDocumentedLimits } from './engine/d1/documented-limits.ts';
import { type ErrorLine, errorLine } from './graphql/error-log.ts';
import { originsOf } from './http/origins.ts';
import type { Services } from './http/services.ts';
import { doScheduledWork } from './operations/scheduled.ts';

interface Env extends SignInVariables {
  readonly DB: D1Database;
  /** A secret of at least 32 bytes that signs delegate tokens. Omit to disable delegate tokens of this API. */
  readonly DELEGATE_SECRET?: string;
  /** Comma-separated origins whose pages may call the API from a browser. Omit to allow none. Development also allows localhost. */
  readonly ALLOWED_ORIGINS?: string;
  /** The path of the explorer. Only `npm run dev` sets it. */
  readonly EXPLORER?: string;
  /** Only `npm run dev` sets `true`: errors suggest names, delegates can run any document, and the local database has D1's limits. */
  readonly DEVELOPMENT?: string;
  /** Milliseconds that are added to the current time. Ignored without `DEVELOPMENT`. */
  readonly CLOCK_OFFSET?: string;
  /** `any`, the default: any document can be run. Any other value, such as `trusted`: only the documents of `schema/documents`. */
  readonly DOCUMENTS?: string;
  readonly VERSION?: WorkerVersionMetadata;
  readonly RATE_LIMIT?: RateLimit;
  readonly FAILURE_LIMIT?: RateLimit;
}

/** Returns the database. In development, it also refuses what D1 documents that it refuses. */
const databaseOf = ({ DB, DEVELOPMENT }: Env): D1Database => (DEVELOPMENT === 'true' ? withDocumentedLimits(DB) : DB);

const services = (env: Env, context: ExecutionContext): Services => ({
  d1: databaseOf(env),
  now: clockOf(env),
  delegateSecret: env.DELEGATE_SECRET,
  fetch: (url, init) => fetch(url, init),
  isAllowedOrigin: originsOf(env),
  signIn: signInOf(env),
  explorer: env.EXPLORER ?? null,
  suggestions: env.DEVELOPMENT === 'true',
  delegatesRunAny: env.DEVELOPMENT === 'true',
  // A misspelt value must not allow every document.
  trustedOnly: (env.DOCUMENTS || 'any') !== 'any',
  version: env.VERSION?.id ?? null,
  rateLimit: env.RATE_LIMIT,
  failureLimit: env.FAILURE_LIMIT,
  afterwards: (work) => context.waitUntil(work()),
  // biome-ignore lint/suspicious/noConsole: a Worker's log is its console.
  log: (line) => console.log(JSON.stringify({ level: 'info', ...line })),
  logError,
  // biome-ignore lint/suspicious/noConsole: a Worker's log is its console.
  logRefusedOrigin: (line) => console.warn(JSON.stringify({ level: 'warn', message: 'origin not allowed', ...line })),
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
