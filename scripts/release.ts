import { existsSync } from 'node:fs';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { now } from './clock.ts';
import { releasedChangelog } from './evolution.ts';
import { Failure, main } from './main.ts';
import { CHANGELOG, PRINTED, RELEASED } from './schema-files.ts';

/**
 * `npm run release`: makes the printed schema the released one, and dates the changelog. After that, `npm run check` rejects a breaking
 * change that the changelog does not declare. Refuses a changed schema if the changelog has nothing under "Unreleased".
 */
async function release(): Promise<void> {
  const day = new Date(now()).toISOString().slice(0, 10);
  const changelog = releasedChangelog(await readFile(CHANGELOG, 'utf8'), day);
  if (changelog === null) {
    const isReleased = existsSync(RELEASED) && (await readFile(RELEASED, 'utf8')) === (await readFile(PRINTED, 'utf8'));
    if (!isReleased) throw new Failure('schema/CHANGELOG.md has nothing under "Unreleased": say what changes for callers.');
    console.log('Nothing to release: the printed schema is the released one.');
    return;
  }
  await writeFile(CHANGELOG, changelog);
  await copyFile(PRINTED, RELEASED);
  console.log(`Released as of ${day}: commit schema/released.graphql and schema/CHANGELOG.md.`);
}

await main(release);
