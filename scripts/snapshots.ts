import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';

const MIGRATIONS = `${import.meta.dirname}/../migrations`;

/** The snapshots of the tables that no migration is made from: all but the newest. */
export async function olderSnapshots(): Promise<string[]> {
  const snapshots = (await readdir(MIGRATIONS)).map((name) => `${MIGRATIONS}/${name}/snapshot.json`).filter((path) => existsSync(path));
  return snapshots.toSorted().slice(0, -1);
}
