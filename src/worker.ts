import { app } from './app.ts';
import { type SignInVariables, signInOf } from './auth/sign-in.ts';
import { clockOf } from './clock.ts';
import { idsAt, pausesBy } from './context.ts';
import { withDocumentedLimits } from './engine/d1/documented-limits.ts';
import { type ErrorLine, errorLine } from './graphql/error-log.ts';
import { originsOf, pageHostsOf } from './http/origins.ts';
import type { Services } from './http/services.ts';
import { doScheduledWork } from './operations/scheduled.ts';
import { delivererOf } from './webhooks.ts';

interface Env extends SignInVariables {
  readonly DB: D1Database;
  /** A secret of at least 32 bytes that signs delegate tokens. Omit to disable delegate tokens of this API. */
  readonly DELEGATE_SECRET?: string;
  /** A secret of at least 32 bytes that the secrets of webhooks are derived from. Omit to deliver no events. */
  readonly WEBHOOK_SECRET?: string;
  /** Comma-separated origins whose pages may call the API from a browser. Omit to allow none. Development also allows localhost. */
  readonly ALLOWED_ORIGINS?: string;
  /** The files of the pages for people. The Worker runs before them: it alone decides who sees which. */
  readonly PAGES?: Fetcher;
  /** Comma-separated hosts that pages are served at beside localhost. Ignored without `DEVELOPMENT`: pages are served at any host then. */
  readonly HOSTS?: string;
  /** `true`: the console is served at `/`. Any other value: it is not. */
  readonly CONSOLE?: string;
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

/** A function of its own, since the runtime's `fetch` must not be called as a method of another object. */
const send: Services['fetch'] = (url, init) => fetch(url, init);

const pagesOf = ({ PAGES }: Env): Services['pages'] => (PAGES ? (request) => PAGES.fetch(request) : null);

type Lasting = Omit<Services, 'd1' | 'afterwards'>;

const servicesOf = (env: Env): Lasting => ({
  now: clockOf(env),
  delegateSecret: env.DELEGATE_SECRET,
  webhookSecret: env.WEBHOOK_SECRET,
  deliversLocally: env.DEVELOPMENT === 'true',
  fetch: send,
  isAllowedOrigin: originsOf(env),
  signIn: signInOf(env),
  explorer: env.EXPLORER ?? null,
  pages: pagesOf(env),
  isPageHost: pageHostsOf(env),
  hasConsole: env.CONSOLE === 'true',
  suggestions: env.DEVELOPMENT === 'true',
  delegatesRunAny: env.DEVELOPMENT === 'true',
  // A misspelt value must not allow every document.
  trustedOnly: (env.DOCUMENTS || 'any') !== 'any',
  version: env.VERSION?.id ?? null,
  rateLimit: env.RATE_LIMIT,
  failureLimit: env.FAILURE_LIMIT,
  // biome-ignore lint/suspicious/noConsole: a Worker's log is its console.
  log: (line) => console.log(JSON.stringify({ level: 'info', ...line })),
  logError,
  // biome-ignore lint/suspicious/noConsole: a Worker's log is its console.
  logRefusedOrigin: (line) => console.warn(JSON.stringify({ level: 'warn', message: 'origin not allowed', ...line })),
});

/** The same for each request of an isolate, whose environment is one object. */
const servicesByEnv = new WeakMap<Env, Lasting>();

function services(env: Env, context: ExecutionContext): Services {
  const known = servicesByEnv.get(env) ?? servicesOf(env);
  servicesByEnv.set(env, known);
  // The documented limits count the statements of one invocation.
  return { ...known, d1: databaseOf(env), afterwards: (work) => context.waitUntil(work()) };
}

// biome-ignore lint/suspicious/noConsole: a Worker's log is its console.
const logError = (line: ErrorLine): void => console.error(JSON.stringify({ level: 'error', ...line }));

export default {
  fetch: (request, env, context) => app.fetch(request, services(env, context), context),
  scheduled: async (_controller, env) => {
    const now = clockOf(env)();
    const requestId = crypto.randomUUID();
    const d1 = databaseOf(env);
    const surroundings = { d1, now: clockOf(env), fetch: send, webhookSecret: env.WEBHOOK_SECRET };
    const deliverer = delivererOf(surroundings, requestId);
    const run = { now, requestId, newId: idsAt(now), pause: pausesBy(Math.random), deliverer };
    try {
      await doScheduledWork(d1, run);
    } catch (error) {
      for (const each of error instanceof AggregateError ? error.errors : [error]) logError(errorLine(each, run.requestId));
      throw error;
    }
  },
} satisfies ExportedHandler<Env>;
