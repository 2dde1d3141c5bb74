import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { customAlphabet } from 'nanoid';
import { fullAccessToken, insertion } from '../src/auth/bootstrap.ts';
import { ID_ALPHABET, idFactory } from '../src/domain/id.ts';
import { hashToken } from '../src/domain/token/api-token.ts';
import { SCOPES } from '../src/operations/scope.ts';
import { openTables } from '../src/store/client.ts';
import { accounts, apiTokens, organizations } from '../src/store/tables/index.ts';
import { now } from './clock.ts';
import { withDatabase } from './local-d1.ts';
import { applyMigrations } from './local-migrations.ts';
import { multiply } from './sample/multiply.ts';
import { SAMPLES, seed } from './sample/seed.ts';

/** A sample organization, with a token that has every scope. */
export interface Sample {
  readonly orgId: string;
  readonly name: string;
  readonly token: string;
}

export interface Prepared {
  /** The directory of D1's files: the value of wrangler's `--persist-to`. */
  readonly state: string;
  /** Whether this run wrote the sample data. */
  readonly filled: boolean;
  readonly samples: readonly Sample[];
  /** Why there is no sample data. `null`: there is sample data. */
  readonly failure: SampleFailure | null;
}

/** A failure to create the sample data. A run with `NOW` set to `instant` repeats it. */
export interface SampleFailure {
  readonly instant: string;
  readonly error: unknown;
}

const random = customAlphabet(ID_ALPHABET);

/** Returns the paths of the local data, which is never committed and can be deleted. */
const paths = (home: string) => ({
  state: `${home}/state`,
  unfinished: `${home}/state.unfinished`,
  tokens: `${home}/sample-tokens.json`,
});

/**
 * Migrates the local database, and adds the sample organizations if it has none. If that fails, the result has a `failure` and no samples.
 * They are written to a copy that replaces the database when it is complete, so that an interrupted run leaves no partial data.
 * @param startOver replaces all existing data
 */
export async function prepareDatabase(home: string, { startOver = false } = {}): Promise<Prepared> {
  const { state, unfinished } = paths(home);
  await mkdir(home, { recursive: true });
  await rm(unfinished, { recursive: true, force: true });
  if (existsSync(state) && !startOver) {
    const samples = await withDatabase(state, async (d1) => {
      await applyMigrations(d1);
      return samplesOf(d1, home);
    });
    if (samples.length > 0) return { state, filled: false, samples, failure: null };
    await cp(state, unfinished, { recursive: true });
  }
  const at = now();
  const samples = await withDatabase(unfinished, async (d1) => {
    await applyMigrations(d1);
    return createSamples(d1, home, at).catch((error: unknown): SampleFailure => ({ instant: new Date(at).toISOString(), error }));
  });
  if (!('error' in samples)) {
    await replace(state, unfinished);
    return { state, filled: true, samples, failure: null };
  }
  await rm(unfinished, { recursive: true, force: true });
  if (startOver || !existsSync(state)) {
    await migrate(unfinished);
    await replace(state, unfinished);
  }
  return { state, filled: false, samples: [], failure: samples };
}

async function createSamples(d1: D1Database, home: string, at: number): Promise<readonly Sample[]> {
  await writeTokens(home, await seed(d1, at, random));
  return samplesOf(d1, home);
}

async function replace(directory: string, by: string): Promise<void> {
  await rm(directory, { recursive: true, force: true });
  await rename(by, directory);
}

/** Returns the message about the failure for the person who ran the script. */
export function reportOf({ instant, error }: SampleFailure): string {
  return `The sample data could not be created:

${error instanceof Error ? (error.stack ?? error.message) : String(error)}

This is a fault of the project, not of yours. Please report it with the lines above and with what repeats it:
  NOW=${instant} npm run seed -- --reset`;
}

/** Adds accounts until the database has this many. Returns its number of accounts. Existing data stays. */
export function growDatabase(state: string, count: number): Promise<number> {
  return withDatabase(state, async (d1) => {
    await multiply(d1, count, now(), random);
    return openTables(d1).$count(accounts);
  });
}

/** Applies the missing migrations to the local database. Creates the database if it does not exist. */
export const migrate = (state: string): Promise<void> => withDatabase(state, applyMigrations);

/**
 * Returns the sample organizations with their tokens. The database has only the hashes of tokens, so an organization gets a new token if
 * its token is lost or lacks a scope.
 */
async function samplesOf(d1: D1Database, home: string): Promise<readonly Sample[]> {
  const { tokens: file } = paths(home);
  const tokenByOrgId: Record<string, string> = existsSync(file) ? JSON.parse(await readFile(file, 'utf8')) : {};
  const found = await openTables(d1)
    .select({ id: organizations.id, name: organizations.name })
    .from(organizations)
    .where(inArray(organizations.name, Object.keys(SAMPLES)))
    .orderBy(organizations.name);
  const samples: Sample[] = [];
  for (const { id: orgId, name } of found) {
    const token = tokenByOrgId[orgId];
    samples.push({ orgId, name, token: token !== undefined && (await isValid(d1, orgId, token)) ? token : await issueToken(d1, orgId) });
  }
  await writeTokens(home, samples);
  return samples;
}

async function writeTokens(home: string, samples: readonly { readonly orgId: string; readonly token: string }[]): Promise<void> {
  const tokens = Object.fromEntries(samples.map(({ orgId, token }) => [orgId, token]));
  await writeFile(paths(home).tokens, `${JSON.stringify(tokens, null, 2)}\n`, { mode: 0o600 });
}

async function isValid(d1: D1Database, orgId: string, token: string): Promise<boolean> {
  const { id, secretHash, scopes, revokedAt } = apiTokens;
  const found = await openTables(d1)
    .select({ id })
    .from(apiTokens)
    .where(and(eq(apiTokens.orgId, orgId), eq(secretHash, hashToken(token)), eq(scopes, SCOPES), isNull(revokedAt)));
  return found.length > 0;
}

async function issueToken(d1: D1Database, orgId: string): Promise<string> {
  const at = now();
  const { token, row } = fullAccessToken({ orgId, name: 'sample' }, { now: at, newId: idFactory(at, random), random });
  await insertion(d1, row).run();
  return token;
}
