import { app } from '../../src/app.ts';
import type { Services } from '../../src/http/services.ts';

/** The API in Node, on a database of `openSqlite`, as it runs without any setting but what a test gives. */
export function nodeApi(d1: D1Database, given: Pick<Services, 'now'> & Partial<Services>) {
  const afterwards: Promise<void>[] = [];
  const services: Services = {
    d1,
    fetch: () => Promise.reject(new Error('no network')),
    delegateSecret: undefined,
    webhookSecret: undefined,
    deliversLocally: false,
    isAllowedOrigin: () => false,
    signIn: null,
    explorer: null,
    pages: null,
    isPageHost: () => true,
    hasConsole: false,
    suggestions: false,
    delegatesRunAny: false,
    trustedOnly: false,
    version: null,
    rateLimit: undefined,
    afterwards: (work) => void afterwards.push(work()),
    log: () => undefined,
    logError: () => undefined,
    logRefusedOrigin: () => undefined,
    ...given,
  };
  const context = { waitUntil: (work: Promise<unknown>) => void work, passThroughOnException: () => undefined, props: {} };
  return {
    answer: async (request: Request): Promise<Response> => app.fetch(request, services, context as ExecutionContext),
    /** Waits for the work that answers have left. */
    settled: () => Promise.all(afterwards.splice(0)),
  };
}
