import { customAlphabet } from 'nanoid';
import { app } from '../../src/app.ts';
import { createOrganization } from '../../src/auth/bootstrap.ts';
import { clockWithOffset } from '../../src/clock.ts';
import { pausesBy } from '../../src/context.ts';
import { ID_ALPHABET, idFactory } from '../../src/domain/id.ts';
import { withDocumentedLimits } from '../../src/engine/d1/documented-limits.ts';
import { noUsage } from '../../src/engine/d1/metered.ts';
import { type ErrorLine, errorLine } from '../../src/graphql/error-log.ts';
import { originsOf, pageHostsOf } from '../../src/http/origins.ts';
import type { RequestLine, Services } from '../../src/http/services.ts';
import { Budget } from '../../src/operations/budget.ts';
import { runDueErasures } from '../../src/operations/customer/run-erasures.ts';
import { forgetKeys } from '../../src/operations/idempotency.ts';
import { runDueJobs } from '../../src/operations/job/run.ts';
import { sweepExpiredProposals } from '../../src/operations/proposal/sweep-expired.ts';
import { doScheduledWork } from '../../src/operations/scheduled.ts';
import { delivererOf } from '../../src/webhooks.ts';
import { DELEGATE_SECRET, WEBHOOK_SECRET } from './delegate.ts';
import { faulty, parseFault } from './faulty.ts';
import { plansOf, recorded, type Statement } from './recorded.ts';
import { observed } from './sessions.ts';

const random = customAlphabet(ID_ALPHABET);

/** A clock that is so many milliseconds later with each reading. */
function ticking(start: number, tick: number): () => number {
  let readings = 0;
  return () => start + tick * readings++;
}

/** Lets so many requests of each key through. */
function limiterOf(most: number): RateLimit {
  const counts = new Map<string, number>();
  return {
    limit: async ({ key }) => {
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return { success: count <= most };
    },
  };
}

const limiters: Readonly<Record<string, RateLimit>> = {
  yes: limiterOf(0),
  counted: limiterOf(3),
  broken: { limit: () => Promise.reject(new Error('no limiter')) },
};

interface Page {
  readonly status?: number;
  readonly body: string;
  readonly headers?: Record<string, string>;
  /** Milliseconds until it is answered. `never`: the caller gives up. */
  readonly after?: number | 'never';
}

/** What was sent to other servers. */
const posts: { readonly url: string; readonly headers: Readonly<Record<string, string>>; readonly body: string }[] = [];

/** How often each address was asked. */
const fetches = new Map<string, number>();

/** Other servers: pages by their addresses. There is nothing else, and no network. */
function webOf(json: string | null): Services['fetch'] {
  const pages: Readonly<Record<string, Page>> = JSON.parse(json ?? '{}');
  return async (url, init) => {
    fetches.set(url, (fetches.get(url) ?? 0) + 1);
    if (init.method === 'POST') posts.push({ url, headers: Object.fromEntries(new Headers(init.headers)), body: String(init.body) });
    const page = pages[url];
    if (!page || init.redirect !== 'manual') throw new TypeError('no such page');
    const { after = 0 } = page;
    if (after === 'never') throw new DOMException('The operation was aborted due to timeout', 'TimeoutError');
    if (after > 0) await new Promise((resolve) => setTimeout(resolve, after));
    return new Response(page.body, { status: page.status ?? 200, headers: page.headers ?? {} });
  };
}

/**
 * The app with doors that only tests have, each a header: a clock, one that goes on with each reading, a fault of the database, development instead of production, trusted
 * documents alone, any document for delegates, no secret for their tokens, the pages of other servers, another deployment, a rate limit
 * that is used up, a limit of 3 failures for each address, an answer together with its log line or with the plans of its statements; and
 * paths, to begin an organization, to have the scheduled work, or a part of it, done now and to learn how often other servers were asked. Everything between
 * is the product's own, on a database that refuses what D1 documents that it refuses.
 */
export default {
  async fetch(request, { DB: database, CLOCK_OFFSET }, context) {
    const DB = withDocumentedLimits(database);
    const clock = request.headers.get('x-test-now');
    const now = clock === null ? clockWithOffset(CLOCK_OFFSET)() : Date.parse(clock);
    const { pathname } = new URL(request.url);
    const { headers } = request;
    const fault = headers.get('x-test-fault');
    const d1 = fault === null ? DB : faulty(DB, parseFault(fault));
    const requestId = crypto.randomUUID();
    const surroundings = { d1, now: () => now, fetch: webOf(headers.get('x-test-web')), webhookSecret: WEBHOOK_SECRET };
    const deliverer = delivererOf(surroundings, requestId);
    const run = { now, requestId, newId: idFactory(now, random), pause: pausesBy(Math.random), deliverer };
    if (pathname === '/test/scheduled') {
      const scheduled = async () => {
        await forgetKeys(d1, now);
        return sweepExpiredProposals(d1, run);
      };
      return scheduled().then(
        () => new Response(),
        () => new Response(null, { status: 500 }),
      );
    }
    if (pathname === '/test/clock') {
      const spent = { ...noUsage(), statements: Number(headers.get('x-test-spent') ?? 0) };
      return doScheduledWork(d1, run, new Budget(spent)).then(
        () => new Response(),
        ({ errors }: AggregateError) =>
          Response.json(
            errors.map((error) => errorLine(error, run.requestId).message),
            { status: 500 },
          ),
      );
    }
    if (pathname === '/test/jobs') {
      return runDueJobs(d1, run).then(
        () => new Response(),
        (error: unknown) => new Response(String(error), { status: 500 }),
      );
    }
    if (pathname === '/test/erasures') {
      return runDueErasures(d1, run).then(
        () => new Response(),
        (error: unknown) => new Response(String(error), { status: 500 }),
      );
    }
    if (pathname === '/test/posts') return Response.json(posts.splice(0));
    if (pathname === '/test/fetches') return Response.json(Object.fromEntries(fetches));
    if (pathname === '/test/organizations') {
      const organization = await request.json<{ name: string; baseCurrency: string }>();
      return Response.json(await createOrganization(DB, organization, { now, newId: idFactory(now, random), random }));
    }
    const isDevelopment = headers.has('x-test-development');
    const lines: RequestLine[] = [];
    const errors: ErrorLine[] = [];
    const pauses: number[] = [];
    const startPoints: string[] = [];
    const refusedOrigins: string[] = [];
    const services: Services = {
      d1: observed(d1, startPoints),
      now: ticking(now, Number(headers.get('x-test-tick') ?? 0)),
      fetch: webOf(headers.get('x-test-web')),
      delegateSecret: headers.has('x-test-no-secret') ? undefined : DELEGATE_SECRET,
      webhookSecret: headers.has('x-test-no-secret') ? undefined : WEBHOOK_SECRET,
      deliversLocally: isDevelopment,
      isAllowedOrigin: originsOf({ ALLOWED_ORIGINS: 'https://app.example.com', ...(isDevelopment && { DEVELOPMENT: 'true' }) }),
      signIn: headers.has('x-test-sign-in') ? JSON.parse(headers.get('x-test-sign-in') ?? '') : null,
      explorer: isDevelopment ? '/explorer' : null,
      pages: async (asked) => new Response(`the file ${new URL(asked.url).pathname}`),
      isPageHost: pageHostsOf({ HOSTS: headers.get('x-test-hosts') ?? '', ...(headers.has('x-test-hosts') && { DEVELOPMENT: 'true' }) }),
      hasConsole: headers.has('x-test-console'),
      suggestions: isDevelopment,
      delegatesRunAny: headers.has('x-test-any-document'),
      trustedOnly: headers.has('x-test-trusted-only'),
      version: headers.get('x-test-version') ?? 'first',
      rateLimit: limiters[headers.get('x-test-limited') ?? ''],
      failureLimit: limiters[headers.get('x-test-failures') ?? ''],
      afterwards: (work) => (headers.has('x-test-evicted') ? undefined : context.waitUntil(work())),
      // A test that reads of pauses need not wait for them.
      pause: headers.has('x-test-log') ? async (attempt) => void pauses.push(attempt) : undefined,
      log: (line) => lines.push(line),
      logRefusedOrigin: ({ origin }) => refusedOrigins.push(origin),
      logError: (line) => {
        errors.push(line);
        // Where a test makes no fault, an error of ours is a bug, and the reader of its output wants to know which.
        if (fault === null && line.name !== 'DOCUMENT_NOT_TRUSTED') console.error(JSON.stringify(line));
      },
    };
    if (headers.has('x-test-explain')) {
      const statements: Statement[] = [];
      const answer = await app.fetch(request, { ...services, d1: recorded(DB, statements) }, context);
      return Response.json({ ...(await answer.json<object>()), plans: await plansOf(DB, statements) });
    }
    const answer = await app.fetch(request, services, context);
    return headers.has('x-test-log')
      ? Response.json({
          answer: new TextDecoder().decode(await answer.arrayBuffer()),
          headers: Object.fromEntries(answer.headers),
          lines,
          startPoints,
          errors,
          pauses,
          refusedOrigins,
        })
      : answer;
  },
} satisfies ExportedHandler<{ DB: D1Database; CLOCK_OFFSET: number }>;
