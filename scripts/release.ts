import { existsSync } from 'node:fs';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { now } from './clock.ts';
import { releasedChangelog } from './evolution.ts';
import { Failure, main } from './main.ts';
import { CHANGELOG, PRINTED, PRINTED_OPENAPI, RELEASED, RELEASED_OPENAPI } from './schema-files.ts';

/** What is printed, and what is released of it. */
const FILES = [
  [PRINTED, RELEASED],
  [PRINTED_OPENAPI, RELEASED_OPENAPI],
] as const;

/**
 * `npm run release`: makes the printed schema and the printed description of REST the released ones, and dates the changelog. After that, `npm run check` rejects a breaking
 * change that the changelog does not declare. Refuses a changed schema if the changelog has nothing under "Unreleased".
 */
async function release(): Promise<void> {
  const day = new Date(now()).toISOString().slice(0, 10);
  const changelog = releasedChangelog(await readFile(CHANGELOG, 'utf8'), day);
  if (changelog === null) {
    if (!(await isReleased())) throw new Failure('schema/CHANGELOG.md has nothing under "Unreleased": say what changes for callers.');
    console.log('Nothing to release: the printed schema is the released one.');
    return;
  }
  await writeFile(CHANGELOG, changelog);
  for (const [printed, released] of FILES) await copyFile(printed, released);
  console.log(`Released as of ${day}: commit schema/released.graphql, schema/released.openapi.json and schema/CHANGELOG.md.`);
}

async function isReleased(): Promise<boolean> {
  const same = FILES.map(
    async ([printed, released]) => existsSync(released) && (await readFile(released, 'utf8')) === (await readFile(printed, 'utf8')),
  );
  return (await Promise.all(same)).every(Boolean);
}

await main(release);
