import type { Migration } from '../../domain/migration/migration.ts';
import { insertJob } from '../../store/jobs.ts';
import type { Work } from '../operation.ts';

/** Writes a job of a migration with its entries, and answers its id. Once it may go on, it is done in the name of who makes it. */
export function makeJob(work: Work, migration: Migration, requiresConfirmation: boolean): string {
  const { store, unit, now, today, actor } = work;
  const id = work.newId('job');
  unit.write(...insertJob(store, { id, actor: actor.id, requiresConfirmation, migration, now, today }));
  return id;
}
