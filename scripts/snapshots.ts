import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';

const MIGRATIONS = `${import.meta.dirname}/../migrations`;

/** Returns the paths of all snapshots of the tables except the newest, the only one that migrations are generated from. */
export async function olderSnapshots(): Promise<string[]> {
  const snapshots = (await readdir(MIGRATIONS)).map((name) => `${MIGRATIONS}/${name}/snapshot.json`).filter((path) => existsSync(path));
  return snapshots.toSorted().slice(0, -1);
}
