import { difference, requireRecordable } from '../../domain/audit.ts';
import { dayOf } from '../../domain/day.ts';
import type { IdKind } from '../../domain/id.ts';
import { entryOutcome } from '../../domain/job.ts';
import { migrateTimeline } from '../../domain/migration/migrate.ts';
import { archived, isSource } from '../../domain/migration/migration.ts';
import { type Result, refuse } from '../../domain/result.ts';
import { type Schedules, versionOf } from '../../domain/schedule/schedule.ts';
import { accountIsAt } from '../../store/accounts.ts';
import { activeItemsOf, noneIsArchived } from '../../store/billable-items.ts';
import type { Store } from '../../store/client.ts';
import { type EntryToRun, entryIsPending, type JobToRun, recordEntry, toMigration } from '../../store/jobs.ts';
import { cardsFrom, cardsOfSetIds, type PricedCard, toCardsBySetId } from '../../store/rate-cards.ts';
import { toSchedules, versionsIn } from '../../store/schedules.ts';
import { type AuditEntry, UnitOfWork } from '../../store/unit-of-work.ts';
import type { Context, Pause } from '../context.ts';
import { kindsOf } from '../event-kinds.ts';
import { withoutRow, writeActiveTimeline } from '../schedule/write-timeline.ts';

const OPERATION = 'migrateAccount';

/** A run of jobs: after a request that created one, or scheduled. */
export interface Run {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly requestId: string;
  readonly newId: (kind: IdKind) => string;
  readonly pause: Pause;
}

/** An entry of a migration, with everything that its decision needs. */
export interface AccountToMigrate {
  readonly job: JobToRun;
  readonly entry: EntryToRun;
  /** The rate cards by every set that the decision may need. */
  readonly cards: ReadonlyMap<string, readonly PricedCard[]>;
}

/**
 * Decides the migration of an account, and writes its timeline together with the end of its entry. Returns false if another writer was
 * first.
 */
export async function migrateAccount(
  store: Store,
  { job, entry, cards }: AccountToMigrate,
  { now, requestId, newId }: Run,
): Promise<boolean> {
  const { account } = entry;
  const { before, versions, migrated } = planMigration({ job, account, cards }, { today: dayOf(now), newId });
  const decision = withinAuditEntry(before, migrated);
  const outcome = entryOutcome(decision, 'The account has no schedule that the migration would move.');

  const unit = new UnitOfWork(store);
  unit.guard(entryIsPending(store, entry));
  const entities = [account.id, job.id];
  const audit = (change: Pick<AuditEntry, 'subjectId' | 'entities' | 'before' | 'after'>) => {
    const { actor, delegate } = job;
    const kinds = kindsOf(OPERATION, { ...change, movesTimeline: unit.isTimelineMoved });
    unit.audit({ id: newId('aud'), at: now, actor, delegate, requestId, operation: OPERATION, kinds, ...change });
  };
  if (decision.ok && decision.value) {
    unit.guard(noneIsArchived(store, activeItemsOf([...cards.values()].flat())));
    const changed = writeActiveTimeline({ store, unit, now, newId }, { account, before, after: decision.value, versions });
    audit({ subjectId: account.id, entities: [...entities, ...changed.written], before: changed.before, after: changed.after });
  } else {
    unit.guard(accountIsAt(store, account), account.revision);
    audit({ subjectId: job.id, entities, before: { status: entry.status }, after: outcome });
  }
  unit.write(...recordEntry(store, entry, outcome, now));
  return unit.commit();
}

/** A job and an account that it would migrate, with the rate cards by every set that the decision may need. */
export interface MigrationToPlan {
  readonly job: JobToRun;
  readonly account: EntryToRun['account'];
  readonly cards: ReadonlyMap<string, readonly PricedCard[]>;
}

/** Decides the migration of an account. Writes nothing. `migrated` is `null` if there is nothing to move. */
export function planMigration({ job, account, cards }: MigrationToPlan, { today, newId }: Pick<Context, 'today' | 'newId'>) {
  const migration = toMigration(job);
  const before = toSchedules(account.schedules);
  const versions = new Map([...versionsIn(account.schedules), [migration.target.id, migration.target]]);
  const context = { account, today, versions, nextScheduleId: () => newId('sch'), cardsOf: cardsFrom(cards) };
  const isArchived = job.targetVersion.plan.archivedAt !== null;
  const migrated: Result<Schedules | null> = isArchived ? refuse(archived(migration.target)) : migrateTimeline(before, migration, context);
  return { before, versions, migrated };
}

/** Returns the migrated timeline. Refuses a change that is too large for the audit log, so that the entry fails for that reason. */
function withinAuditEntry(before: Schedules, migrated: Result<Schedules | null>): Result<Schedules | null> {
  if (!migrated.ok || !migrated.value) return migrated;
  const recordable = requireRecordable(difference({ before: before.map(withoutRow), after: migrated.value.map(withoutRow) }));
  return recordable.ok ? migrated : recordable;
}

/** Loads the rate cards that the decisions need: those of the target and of the schedules that move. */
export async function cardsToCheck(store: Store, job: JobToRun, entries: readonly EntryToRun[]): Promise<AccountToMigrate['cards']> {
  const migration = toMigration(job);
  const moving = entries.flatMap(({ account: { schedules } }) => {
    const versions = versionsIn(schedules);
    return schedules.filter((row) => isSource(migration, versionOf(row, versions)));
  });
  if (moving.length === 0) return new Map();
  const setIds = new Set([migration.target.rateCardSetId, ...moving.map(({ rateCardSetId }) => rateCardSetId)]);
  return toCardsBySetId(await store.db.batch(cardsOfSetIds(store, [...setIds])));
}
