import type { Migration } from '../../domain/migration/migration.ts';
import { insertJob } from '../../store/jobs.ts';
import { personOf } from '../context.ts';
import type { Work } from '../operation.ts';

/** Writes the job of a migration with its entries, and returns its id. The job runs in the name of the token that created it. */
export function makeJob(work: Work, migration: Migration, requiresConfirmation: boolean): string {
  const { store, unit, now, today, actor } = work;
  const id = work.newId('job');
  unit.write(...insertJob(store, { id, actor: actor.id, delegate: personOf(actor), requiresConfirmation, migration, now, today }));
  return id;
}
