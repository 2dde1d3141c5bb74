import type { AppContext } from './services.ts';

interface OriginVariables {
  readonly ALLOWED_ORIGINS?: string;
  readonly DEVELOPMENT?: string;
  readonly HOSTS?: string;
}

/** A page of this machine, at any port: `http://localhost:5173`, `http://127.0.0.1`. */
const LOCAL = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/;

/**
 * Returns whether pages of an origin may call the API from a browser: the origins of `ALLOWED_ORIGINS`, with or without spaces and a slash at
 * the end, and in development those of this machine. An origin is never matched in part.
 */
export function originsOf({ ALLOWED_ORIGINS = '', DEVELOPMENT }: OriginVariables): (origin: string) => boolean {
  const named = ALLOWED_ORIGINS.split(',').map((origin) => origin.trim().toLowerCase().replace(/\/$/, ''));
  const allowed = new Set(named.filter(Boolean));
  return (origin) => allowed.has(origin) || (DEVELOPMENT === 'true' && LOCAL.test(origin));
}

/**
 * Returns whether a request to a host gets pages. In development, which puts tokens into them, only the names of this machine and those of
 * `HOSTS`: any other name is one that a foreign page has had resolved to this machine, so that it could read the answer.
 */
export function pageHostsOf({ HOSTS = '', DEVELOPMENT }: OriginVariables): (host: string) => boolean {
  if (DEVELOPMENT !== 'true') return () => true;
  const hosts = new Set(['localhost', '127.0.0.1', '[::1]', ...HOSTS.split(',').map((host) => host.trim().toLowerCase())]);
  return (host) => hosts.has(host);
}

/** Maximum characters of an origin in the log: a host name of 253, its scheme and its port. */
const MAX_ORIGIN = 300;

/** Logs an origin that is not allowed. A browser does not say to the page why it withholds an answer. The API's own pages send theirs too. */
export function logForeignOrigin(c: AppContext): void {
  const origin = c.req.header('origin');
  if (origin === undefined || origin === new URL(c.req.url).origin || c.env.isAllowedOrigin(origin)) return;
  c.env.logRefusedOrigin({ requestId: c.var.requestId, origin: origin.slice(0, MAX_ORIGIN) });
}
