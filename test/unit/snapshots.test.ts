import { expect, test } from 'vitest';
import { olderSnapshots } from '../../scripts/snapshots.ts';

test('Of the snapshots of the tables, only the newest is kept: the next migration is made from it alone', async () => {
  expect(await olderSnapshots()).toEqual([]);
});
