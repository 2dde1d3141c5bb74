import { beforeEach, describe, expect, it } from 'vitest';
import { fee, mutate, refusal } from '../support/catalogue.ts';
import { DB } from '../support/database.ts';
import {
  associate,
  done,
  endsOf,
  entriesOf,
  goOn,
  JOB,
  type JobSeen,
  jobOf,
  migrate,
  secondVersion,
  team,
  timelineOf,
} from '../support/jobs.ts';
import { Organization } from '../support/organization.ts';
import { everyRow } from '../support/rows.ts';

let org: Organization;
beforeEach(async () => {
  org = await Organization.begin();
});

const CUT = ['2026-01-01..2026-11-22 v1', '2026-11-22..9999-01-01 v2'];

describe('migratePricePlan', () => {
  it('makes a job with an entry an account in one read and one write, and moves each of them', async () => {
    const { pricePlanId } = await team(org, ['acme', 'umbra']);
    const input = { sourceId: pricePlanId, sourceVersion: 1, migrationMode: 'IMMEDIATE' };
    const { job, d1Calls } = await mutate<{ job: JobSeen }>(org, 'migratePricePlan', input, `job { ${JOB} }`);
    expect(d1Calls).toBe(2);
    expect(job).toMatchObject({ status: 'PENDING', totalJobEntries: 2, pendingJobEntries: 2, settledAt: null });
    expect(await done(org, job)).toMatchObject({
      status: 'COMPLETED',
      completedJobEntries: 2,
      pendingJobEntries: 0,
      settledAt: expect.any(String),
    });
    expect(await timelineOf(org, 'acme')).toEqual(CUT);
    expect(await timelineOf(org, 'umbra')).toEqual(CUT);
  });

  it('begins by itself after the answer, without waiting for the scheduled work', async () => {
    const { pricePlanId } = await team(org, ['acme']);
    const { jobId } = await migrate(org, pricePlanId);
    await expect.poll(async () => (await jobOf(org, jobId)).status).toBe('COMPLETED');
    expect(await timelineOf(org, 'acme')).toEqual(CUT);
  });

  it.each<[string, object, object, string[]]>([
    ['IMMEDIATE', {}, {}, CUT],
    ['NEXT_CYCLE', {}, {}, ['2026-01-01..2026-12-01 v1', '2026-12-01..9999-01-01 v2']],
    ['START_OF_CURRENT_CYCLE', { allowOngoingCycleUpdates: true }, {}, ['2026-01-01..2026-11-01 v1', '2026-11-01..9999-01-01 v2']],
    ['IMMEDIATE', { allowOngoingCycleUpdates: true }, {}, ['2026-01-01..2026-11-21 v1', '2026-11-21..9999-01-01 v2']],
  ])('%s cuts the schedule in force on its day', async (migrationMode, details, other, timeline) => {
    const { pricePlanId } = await team(org, ['acme'], details);
    expect(endsOf(await done(org, await migrate(org, pricePlanId, { migrationMode, ...other })))).toEqual({ acme: 'COMPLETED' });
    expect(await timelineOf(org, 'acme')).toEqual(timeline);
  });

  it.each<[string, string[], string]>([
    ['IMMEDIATE', ['2026-01-01..2026-11-22 v1 overridden', '2026-11-22..9999-01-01 v2 overridden'], '80'],
    ['IMMEDIATE_IGNORE_OVERRIDE', ['2026-01-01..2026-11-22 v1 overridden', '2026-11-22..9999-01-01 v2'], '120'],
    ['NEXT_CYCLE', ['2026-01-01..2026-12-01 v1 overridden', '2026-12-01..9999-01-01 v2 overridden'], '80'],
    ['NEXT_CYCLE_IGNORE_OVERRIDE', ['2026-01-01..2026-12-01 v1 overridden', '2026-12-01..9999-01-01 v2'], '120'],
  ])('%s keeps the rate cards of a schedule or drops them, as it says', async (migrationMode, timeline, rate) => {
    const { pricePlanId } = await overriddenTeam();
    await done(org, await migrate(org, pricePlanId, { migrationMode }));
    expect(await timelineOf(org, 'acme')).toEqual(timeline);
    const { data } = await org.ask(
      `{ account(by: {accountId: "acme"}) { scheduleAt(day: "2027-01-01") { rateCards { nodes { ... on FixedFeeRateCard { rateValues { rate } } } } } } }`,
    );
    expect(data).toMatchObject({ account: { scheduleAt: { rateCards: { nodes: [{ rateValues: [{ rate }] }] } } } });
  });

  /** The account has a price of 80 of its own, on version 1. */
  async function overriddenTeam() {
    org.now = '2025-12-15T08:00:00Z';
    const pricePlanId = await org.plan('Team');
    await org.customer('acme');
    await associate(org, 'acme', pricePlanId);
    const { data } = await org.ask<{
      account: { scheduleAt: { scheduleId: string; rateCards: { nodes: { billable: { addOnId: string } }[] } } };
    }>(
      '{ account(by: {accountId: "acme"}) { scheduleAt(day: "2026-01-01") { scheduleId rateCards { nodes { billable { ... on AddOn { addOnId } } } } } } }',
    );
    const { scheduleId, rateCards } = data.account.scheduleAt;
    const addOnId = rateCards.nodes[0]?.billable.addOnId ?? '';
    const operations = [{ actionType: 'UPDATE', rateCardName: 'fee', rateCard: fee(addOnId, '80') }];
    await org.done('bulkRateCardOperationsOnSchedule', 'schedule { scheduleId }', { scheduleId, operations }, 'schedule');
    await org.done('finalizeAccountSchedules', 'account { id }', { accountId: 'acme' }, 'account');
    org.now = '2026-11-21T08:00:00Z';
    await secondVersion(org, pricePlanId);
    await org.done('finalizePricePlan', 'pricePlan { version }', { pricePlanId }, 'pricePlan');
    return { pricePlanId, addOnId };
  }

  it('goes on with the cycle of each schedule where that is to be retained', async () => {
    const { pricePlanId } = await team(
      org,
      ['acme'],
      {},
      { pricingCycleConfig: { interval: 'MONTHLY', startOffset: { dayOffset: '15' }, gracePeriod: 9 } },
    );
    await done(org, await migrate(org, pricePlanId, { retainStartOffsets: true }));
    const { data } = await org.ask(
      '{ account(by: {accountId: "acme"}) { scheduleAt(day: "2027-01-05") { pricePlan { version } cycleAt(day: "2027-01-05") { start dueOn } } } }',
    );
    expect(data).toMatchObject({
      account: { scheduleAt: { pricePlan: { version: 2 }, cycleAt: { start: '2027-01-01', dueOn: '2027-02-04' } } },
    });
  });

  it('moves to a version of another plan as well', async () => {
    const { pricePlanId } = await team(org, ['acme']);
    const targetId = await org.plan('Enterprise');
    await done(org, await migrate(org, pricePlanId, { targetId }));
    const { data } = await org.ask('{ account(by: {accountId: "acme"}) { scheduleAt(day: "2027-01-01") { pricePlan { name version } } } }');
    expect(data).toMatchObject({ account: { scheduleAt: { pricePlan: { name: 'Enterprise', version: 1 } } } });
  });

  it('is about the accounts with a schedule of the source today or later: not of the past, of a draft or of another version', async () => {
    const pricePlanId = await org.plan('Team');
    for (const accountId of ['now', 'later', 'past', 'drafted', 'none']) await org.customer(accountId);
    await associate(org, 'now', pricePlanId);
    await associate(org, 'later', pricePlanId, { effectiveFrom: '2027-01-01' });
    await associate(org, 'past', pricePlanId, { effectiveUntil: '2026-11-21' });
    const edits = [{ effectiveFrom: '2027-01-01', effectiveUntil: '9999-01-01', associationConfig: { pricePlanId } }];
    await org.done('bulkEditSchedules', 'draft { id }', { accountId: 'drafted', edits }, 'draft');
    await secondVersion(org, pricePlanId);
    await org.done('finalizePricePlan', 'pricePlan { version }', { pricePlanId }, 'pricePlan');
    expect(endsOf(await done(org, await migrate(org, pricePlanId)))).toEqual({ now: 'COMPLETED', later: 'COMPLETED' });
    expect(await timelineOf(org, 'later')).toEqual(['2027-01-01..9999-01-01 v2']);
  });

  it('is completed at once where no account is to move', async () => {
    const { pricePlanId } = await team(org, []);
    expect(await migrate(org, pricePlanId)).toMatchObject({ status: 'COMPLETED', totalJobEntries: 0, settledAt: org.now });
  });

  it('leaves an audit entry of its own, and one of each account in the name of who made it', async () => {
    const { pricePlanId } = await team(org, ['acme', 'umbra']);
    const { jobId } = await done(org, await migrate(org, pricePlanId));
    const [made] = await entriesOf(org, 'migratePricePlan');
    expect(made).toMatchObject({ subject_id: jobId, actor: expect.stringMatching(/^tok\./) });
    const moved = await entriesOf(org, 'migrateAccount');
    expect(moved).toHaveLength(2);
    for (const entry of moved) {
      expect(entry).toMatchObject({ actor: made?.actor, timeline_revision: 2, subject_id: expect.stringMatching(/^acc\./) });
      const row = expect.stringMatching(/^schv\./);
      expect(JSON.parse(entry.entities)).toEqual([entry.subject_id, jobId, row, row]);
    }
    const { data } = await org.ask(
      '{ account(by: {accountId: "acme"}) { revision timelineRevisions(first: 1) { nodes { operation changes { __typename } } } } }',
    );
    expect(data).toMatchObject({
      account: { revision: 3, timelineRevisions: { nodes: [{ operation: 'migrateAccount', changes: [{}, {}] }] } },
    });
  });

  it('makes one job of one idempotency key', async () => {
    const { pricePlanId } = await team(org, ['acme']);
    const first = await migrate(org, pricePlanId, { idempotencyKey: 'spring', requireConfirmation: true });
    expect((await migrate(org, pricePlanId, { idempotencyKey: 'spring', requireConfirmation: true })).jobId).toBe(first.jobId);
  });
});

describe('an account that cannot move', () => {
  const ends = async (pricePlanId: string, other: object = {}) => {
    const job = await done(org, await migrate(org, pricePlanId, other));
    return { ...job, ends: endsOf(job) };
  };

  it('fails with the reason and stays as it is, while the others move; the job has failed then', async () => {
    const { pricePlanId } = await team(org, ['acme'], { supportedCurrencies: ['USD', 'EUR'] }, { supportedCurrencies: ['USD'] });
    await org.customer('euro');
    await org.done('updateAccount', 'account { id }', { accountId: 'euro', invoiceCurrency: 'EUR' }, 'account');
    const targetId = await org.plan('Dollars only');
    // On version 2 there is no price in EUR: the account begins on the first version by the copy of a schedule.
    const { data } = await org.ask<{ account: { scheduleAt: { scheduleId: string } } }>(
      '{ account(by: {accountId: "acme"}) { scheduleAt { scheduleId } } }',
    );
    const edits = [
      { effectiveFrom: '2026-01-01', effectiveUntil: '9999-01-01', associationConfig: { scheduleId: data.account.scheduleAt.scheduleId } },
    ];
    await org.done('bulkEditSchedules', 'draft { id }', { accountId: 'euro', edits }, 'draft');
    await org.done('finalizeAccountSchedules', 'account { id }', { accountId: 'euro' }, 'account');

    const job = await ends(pricePlanId, { targetId });
    expect(job).toMatchObject({ status: 'FAILED', totalJobEntries: 2, completedJobEntries: 1, failedJobEntries: 1 });
    expect(job.ends).toEqual({ acme: 'COMPLETED', euro: 'FAILED CURRENCY_NOT_SUPPORTED' });
    expect(job.entries.nodes[1]?.reason?.message).toContain('The account is invoiced in EUR, which is not one of');
    expect(await timelineOf(org, 'euro')).toEqual(['2026-01-01..9999-01-01 v1']);
    const [, failed] = await entriesOf(org, 'migrateAccount');
    expect(failed).toMatchObject({ subject_id: job.jobId, timeline_revision: null });
  });

  it('is completed with a reason where it has left the source before its turn', async () => {
    const { pricePlanId } = await team(org, ['acme', 'umbra']);
    const { jobId } = await migrate(org, pricePlanId, { requireConfirmation: true });
    await associate(org, 'acme', pricePlanId, { effectiveFrom: '2026-11-22' });
    await mutate(org, 'confirmJob', { jobId });
    const job = await done(org, { jobId });
    expect(job.status).toBe('COMPLETED');
    expect(endsOf(job)).toEqual({ acme: 'COMPLETED NOTHING_TO_CHANGE', umbra: 'COMPLETED' });
  });

  it('fails where the target was archived before its turn, and is not confirmed after it', async () => {
    const { pricePlanId } = await team(org, ['acme']);
    const targetId = await org.plan('Enterprise');
    const { jobId } = await migrate(org, pricePlanId, { targetId, requireConfirmation: true });
    await mutate(org, 'archivePricePlan', { pricePlanId: targetId });
    const late = await mutate(org, 'confirmJob', { jobId });
    expect(late.userErrors).toMatchObject([{ code: 'MIGRATION_NOT_ALLOWED', path: ['input', 'jobId'] }]);
    // As if it had been confirmed just before.
    await DB.prepare('update jobs set confirmed_at = 1 where id = ?').bind(jobId).run();
    expect(endsOf(await done(org, { jobId }))).toEqual({ acme: 'FAILED MIGRATION_NOT_ALLOWED' });
    expect(await timelineOf(org, 'acme')).toEqual(['2026-01-01..9999-01-01 v1']);
  });

  it('fails where its interval cannot be retained, and where what it keeps would lack a price', async () => {
    const { pricePlanId } = await team(org, ['acme'], {}, { supportedCurrencies: ['USD'] });
    const yearly = await org.plan('Yearly', { pricingCycleConfig: { interval: 'ANNUALLY', gracePeriod: 3 } });
    expect((await ends(pricePlanId, { targetId: yearly, retainStartOffsets: true })).ends).toEqual({ acme: 'FAILED INTERVAL_MISMATCH' });

    const pricingRules = [{ name: 'Rebate', order: 1, computation: '{"*": [{"var": "revenue.ff.fee"}, -0.1]}', action: { type: 'ADD' } }];
    const { data } = await org.ask<{ account: { scheduleAt: { scheduleId: string } } }>(
      '{ account(by: {accountId: "acme"}) { scheduleAt { scheduleId } } }',
    );
    const edits = [
      { effectiveFrom: '2027-01-01', effectiveUntil: '9999-01-01', associationConfig: { scheduleId: data.account.scheduleAt.scheduleId } },
    ];
    const { schedules } = await org.done<{ schedules: { nodes: { scheduleId: string }[] } }>(
      'bulkEditSchedules',
      'draft { schedules { nodes { scheduleId } } }',
      { accountId: 'acme', edits },
      'draft',
    );
    const { scheduleId } = schedules.nodes[1] ?? { scheduleId: '' };
    await org.done('updateSchedulePricingRules', 'schedule { scheduleId }', { scheduleId, pricingRules }, 'schedule');
    await org.done('finalizeAccountSchedules', 'account { id }', { accountId: 'acme' }, 'account');
    const otherwise = await org.plan('Otherwise named');
    const { addOnId } = await org.done<{ addOnId: string }>(
      'createAddOn',
      'addOn { addOnId }',
      { name: 'Base', type: 'FIXED_FEE' },
      'addOn',
    );
    const operations = [
      { actionType: 'DELETE', rateCardName: 'fee' },
      { actionType: 'CREATE', rateCardName: 'base', rateCard: fee(addOnId) },
    ];
    await org.done('bulkPricePlanRateCardOperations', 'pricePlan { version }', { pricePlanId: otherwise, operations }, 'pricePlan');
    await org.done('finalizePricePlan', 'pricePlan { version }', { pricePlanId: otherwise }, 'pricePlan');
    expect((await ends(pricePlanId, { targetId: otherwise })).ends).toEqual({ acme: 'FAILED RULE_UNKNOWN_VARIABLE' });
    expect((await ends(pricePlanId, { targetId: otherwise, migrationMode: 'IMMEDIATE_IGNORE_OVERRIDE' })).ends).toEqual({
      acme: 'COMPLETED',
    });
  });
});

describe('migratePricePlan is refused, the field is named and nothing is written,', () => {
  interface Known {
    readonly team: string;
    readonly pack: string;
    readonly draft: string;
    readonly archivedPlan: string;
    readonly foreign: string;
  }

  it.each<[string, (known: Known) => object, string, string]>([
    ['of a plan that does not exist', () => ({ sourceId: 'pp.nobody' }), 'NOT_FOUND', 'sourceId'],
    ['of a plan of another organization', ({ foreign }) => ({ sourceId: foreign }), 'NOT_FOUND', 'sourceId'],
    ['of a version that does not exist', () => ({ sourceVersion: 9 }), 'NOT_FOUND', 'sourceVersion'],
    ['of a draft', () => ({ sourceVersion: 3 }), 'MIGRATION_NOT_ALLOWED', 'sourceVersion'],
    ['of a plan that is bought once', ({ pack }) => ({ sourceId: pack, targetId: null }), 'MIGRATION_NOT_ALLOWED', 'sourceId'],
    ['to a plan that does not exist', () => ({ targetId: 'pp.nobody' }), 'NOT_FOUND', 'targetId'],
    ['to a plan of another organization', ({ foreign }) => ({ targetId: foreign }), 'NOT_FOUND', 'targetId'],
    ['to a version that does not exist', () => ({ targetVersion: 9 }), 'NOT_FOUND', 'targetVersion'],
    ['to a draft', () => ({ targetVersion: 3 }), 'MIGRATION_NOT_ALLOWED', 'targetVersion'],
    ['to a plan that is only a draft', ({ draft }) => ({ targetId: draft }), 'MIGRATION_NOT_ALLOWED', 'targetId'],
    ['to a plan that is bought once', ({ pack }) => ({ targetId: pack }), 'MIGRATION_NOT_ALLOWED', 'targetId'],
    ['to an archived plan', ({ archivedPlan }) => ({ targetId: archivedPlan }), 'MIGRATION_NOT_ALLOWED', 'targetId'],
    ['of a version to itself', () => ({ targetVersion: 1 }), 'NOTHING_TO_CHANGE', 'targetVersion'],
    ['of the newest version to nowhere else', () => ({ sourceVersion: 2 }), 'NOTHING_TO_CHANGE', 'sourceVersion'],
    ['into a running cycle', () => ({ migrationMode: 'START_OF_CURRENT_CYCLE' }), 'MIGRATION_NOT_ALLOWED', 'migrationMode'],
    ['at no time', () => ({ migrationMode: 'NONE' }), 'INVALID_VALUE', 'migrationMode'],
  ])('%s', async (_title, input, code, field) => {
    const { pricePlanId } = await team(org, ['acme']);
    await secondVersion(org, pricePlanId);
    const known = {
      team: pricePlanId,
      pack: await org.plan('Pack', { type: 'PURCHASE', pricingCycleConfig: null }),
      draft: (await org.draftPlan('Draft')).pricePlanId,
      archivedPlan: await org.plan('Gone'),
      foreign: await (await Organization.begin()).plan('Foreign'),
    };
    await mutate(org, 'archivePricePlan', { pricePlanId: known.archivedPlan });
    const before = await everyRow(org);
    const request = { sourceId: pricePlanId, sourceVersion: 1, migrationMode: 'IMMEDIATE', ...input(known) };
    expect(await refusal(org, 'migratePricePlan', request)).toMatchObject([{ code, path: ['input', field] }]);
    await goOn(org);
    expect(await everyRow(org)).toEqual(before);
  });
});

describe('finalizePricePlan with a migration', () => {
  /** Three accounts, each on a version of its own, and a third version as a draft. */
  async function drafted(details: object = {}) {
    const { pricePlanId } = await team(org, ['first'], details);
    await org.customer('second');
    await associate(org, 'second', pricePlanId);
    await secondVersion(org, pricePlanId);
    return pricePlanId;
  }
  const finalize = (pricePlanId: string, other: object) =>
    mutate<{ pricePlan: object | null; job: JobSeen | null }>(
      org,
      'finalizePricePlan',
      { pricePlanId, ...other },
      `pricePlan { version status } job { ${JOB} sourceVersion { version } sourcePlan { name } targetVersion { version } migrationMode }`,
    );

  it('makes the version active and the job in one read and one write, and moves who is on the version before', async () => {
    const pricePlanId = await drafted();
    const finalized = await finalize(pricePlanId, { migrationMode: 'NEXT_CYCLE' });
    expect(finalized).toMatchObject({
      pricePlan: { version: 3, status: 'ACTIVE' },
      job: {
        status: 'PENDING',
        totalJobEntries: 1,
        sourceVersion: { version: 2 },
        targetVersion: { version: 3 },
        migrationMode: 'NEXT_CYCLE',
      },
      userErrors: [],
      d1Calls: 2,
    });
    expect(endsOf(await done(org, { jobId: finalized.job?.jobId ?? '' }))).toEqual({ second: 'COMPLETED' });
    expect(await timelineOf(org, 'second')).toEqual(['2026-01-01..2026-12-01 v2', '2026-12-01..9999-01-01 v3']);
    expect(await timelineOf(org, 'first')).toEqual(['2026-01-01..9999-01-01 v1']);
    const [, , entry] = await entriesOf(org, 'finalizePricePlan');
    expect(JSON.parse(entry?.entities ?? '')).toContain(finalized.job?.jobId);
  });

  it('moves who is on any earlier version where all are to migrate, each account once', async () => {
    const pricePlanId = await drafted();
    const { job } = await finalize(pricePlanId, { migrationMode: 'IMMEDIATE', versionsToMigrate: 'ALL_VERSION' });
    expect(job).toMatchObject({ totalJobEntries: 2, sourceVersion: null, sourcePlan: { name: 'Team' } });
    await done(org, { jobId: job?.jobId ?? '' });
    expect(await timelineOf(org, 'first')).toEqual(['2026-01-01..2026-11-22 v1', '2026-11-22..9999-01-01 v3']);
    expect(await timelineOf(org, 'second')).toEqual(['2026-01-01..2026-11-22 v2', '2026-11-22..9999-01-01 v3']);
  });

  it.each([{}, { migrationMode: null }, { migrationMode: 'NONE', versionsToMigrate: 'ALL_VERSION' }])(
    'moves nobody with %o',
    async (other) => {
      const pricePlanId = await drafted();
      expect(await finalize(pricePlanId, other)).toMatchObject({ pricePlan: { status: 'ACTIVE' }, job: null, userErrors: [] });
      expect((await org.ask('{ jobs { totalCount } }')).data).toEqual({ jobs: { totalCount: 0 } });
    },
  );

  it('is refused as a whole, and nothing is written, where the version cannot be made active or the accounts not be moved', async () => {
    const pricePlanId = await drafted();
    const { pricePlanId: single } = await org.draftPlan('Single');
    const pack = await org.plan('Pack', { type: 'PURCHASE', pricingCycleConfig: null });
    await org.done('updatePricePlan', 'pricePlan { version }', { pricePlanId: pack, description: 'More' }, 'pricePlan');
    const before = await everyRow(org);
    const refused = [
      [{ pricePlanId, migrationMode: 'START_OF_CURRENT_CYCLE' }, 'MIGRATION_NOT_ALLOWED', ['input', 'migrationMode']],
      [{ pricePlanId: single, migrationMode: 'IMMEDIATE' }, 'MIGRATION_NOT_ALLOWED', ['input', 'migrationMode']],
      [{ pricePlanId: pack, migrationMode: 'IMMEDIATE' }, 'MIGRATION_NOT_ALLOWED', ['input', 'migrationMode']],
      [{ pricePlanId, migrationMode: 'IMMEDIATE', expectedRevision: 1 }, 'CONFLICT', ['input', 'expectedRevision']],
    ] as const;
    for (const [input, code, path] of refused) expect(await refusal(org, 'finalizePricePlan', input)).toMatchObject([{ code, path }]);
    expect(await everyRow(org)).toEqual(before);
  });

  it('tells an account by itself that its own version does not allow the mode, where all are to migrate', async () => {
    const pricePlanId = await drafted();
    const { job } = await finalize(pricePlanId, { migrationMode: 'START_OF_CURRENT_CYCLE', versionsToMigrate: 'ALL_VERSION' });
    expect(endsOf(await done(org, { jobId: job?.jobId ?? '' }))).toEqual({
      first: 'FAILED EFFECTIVE_FROM_TOO_EARLY',
      second: 'FAILED EFFECTIVE_FROM_TOO_EARLY',
    });
  });
});
