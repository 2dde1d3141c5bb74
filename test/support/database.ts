import { env } from 'cloudflare:workers';
import { withDocumentedLimits } from '../../src/engine/d1/documented-limits.ts';

const limited = (d1: D1Database): D1Database => withDocumentedLimits(d1, Number.POSITIVE_INFINITY);

/** The database of the tests. It refuses what the service would refuse, but for the number of statements: a file of tests is no invocation. */
export const DB = limited(env.DB);

/** An empty database, which migrations are tried on. */
export const OLD = limited(env.OLD);

export const { MIGRATIONS } = env;
