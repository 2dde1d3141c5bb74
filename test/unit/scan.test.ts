import { type SQL, sql } from 'drizzle-orm';
import { SQLiteDialect } from 'drizzle-orm/sqlite-core';
import { expect, test } from 'vitest';
import { examinedBefore } from '../../src/engine/d1/scan.ts';
import { firstOf } from '../../src/store/scan.ts';
import { jobs } from '../../src/store/tables/index.ts';
import { migrations, openDatabase } from '../support/sqlite.ts';

const PLACE = { after: null, before: null, size: 2, isBackward: false };

/** The ids on a page of jobs by a walk that examines 3 of them at most. */
function page(filter: SQL, each?: { readonly values: readonly string[]; readonly is: (value: SQL) => SQL }): unknown[] {
  const database = openDatabase();
  for (const migration of migrations()) database.exec(migration);
  database.exec('pragma foreign_keys = off');
  for (const i of [1, 2, 3, 4, 5]) {
    database.exec(
      `insert into jobs (id, org_id, type, actor, source_plan_id, target_version_id, migration_mode, retain_start_offsets, requires_confirmation, created_at, updated_at)
       values ('job.${i}', 'org.1', 'PRICE_PLAN', 'tok.1', 'pp.${i % 2}', 'ppv.1', 'NEXT_CYCLE', 0, 0, ${i}, ${i})`,
    );
  }
  const walk = {
    table: jobs,
    columns: [jobs.sourcePlanId],
    id: jobs.id,
    order: [jobs.id],
    direction: 'asc' as const,
    most: 3,
    place: PLACE,
  };
  const { RAW } = firstOf({ ...walk, seek: [sql`${jobs.orgId} = 'org.1'`], filter, ...(each && { each }) });
  const query = new SQLiteDialect().sqlToQuery(sql`select id from ${jobs} where ${RAW(jobs)} order by id`);
  return database
    .prepare(query.sql)
    .all(...(query.params as string[]))
    .map(({ id }) => id);
}

test('A page that is full before the limit is answered', () => {
  expect(page(sql`${jobs.sourcePlanId} = 'pp.1'`)).toEqual(['job.1', 'job.3']);
});

test('A page that is not full after the most rows that it may examine fails, and the error tells how many', () => {
  let error: unknown;
  try {
    page(sql`${jobs.sourcePlanId} = 'pp.2'`);
  } catch (caught) {
    error = caught;
  }
  expect(examinedBefore(error)).toBe(3);
  expect(examinedBefore(new Error('another'))).toBe(null);
});

test('Of several values, there is a page of each', () => {
  const each = { values: ['pp.0', 'pp.1'], is: (value: SQL) => sql`${jobs.sourcePlanId} = ${value}` };
  expect(page(sql`1`, each)).toEqual(['job.1', 'job.2', 'job.3', 'job.4']);
  expect(page(sql`1`, { ...each, values: [] })).toEqual([]);
});
