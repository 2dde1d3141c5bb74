import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mutate, refusal } from '../support/catalogue.ts';
import { DB } from '../support/database.ts';
import { associate, done, endsOf, entriesOf, goOn, type JobSeen, jobOf, migrate, team, timelineOf } from '../support/jobs.ts';
import { Organization, send } from '../support/organization.ts';
import { everyRow } from '../support/rows.ts';

let org: Organization;
beforeEach(async () => {
  org = await Organization.begin();
});

// The clock does the work of all organizations: what a test leaves to be done would be done among that of the next.
afterEach(() => goOn(org));

const MOVED = ['2026-01-01..2026-11-22 v1', '2026-11-22..9999-01-01 v2'];
const waiting = (pricePlanId: string, other: object = {}) => migrate(org, pricePlanId, { requireConfirmation: true, ...other });
const move = (mutation: 'confirmJob' | 'rejectJob', jobId: string) =>
  mutate<{ job: JobSeen | null }>(org, mutation, { jobId }, 'job { status confirmedAt settledAt cancelledJobEntries }');

/** A job that may go on and that nobody has begun: the server was gone with the answer. */
const idle = (pricePlanId: string, other: object = {}): Promise<JobSeen> => idleOf(org, pricePlanId, other);

async function idleOf(owner: Organization, pricePlanId: string, other: object = {}): Promise<JobSeen> {
  const evicted = owner.with(owner.token);
  evicted.isEvicted = true;
  return migrate(evicted, pricePlanId, other);
}

const names = (count: number) => Array.from({ length: count }, (_, i) => `acct-${i}`);

/** Every account of the job has moved once: one entry in the log, one revision, one cut. */
async function expectMovedOnce(job: JobSeen, accounts: readonly string[]): Promise<void> {
  expect(job).toMatchObject({ status: 'COMPLETED', completedJobEntries: accounts.length, pendingJobEntries: 0, failedJobEntries: 0 });
  expect(await entriesOf(org, 'migrateAccount')).toHaveLength(accounts.length);
  for (const accountId of accounts) expect([accountId, await timelineOf(org, accountId)]).toEqual([accountId, MOVED]);
}

describe('a job that waits for confirmation', () => {
  it('does nothing until it is confirmed, however often the scheduled work is done', async () => {
    const { pricePlanId } = await team(org, ['acme']);
    const job = await waiting(pricePlanId);
    expect(job.status).toBe('WAITING_FOR_CONFIRMATION');
    expect(await done(org, job)).toEqual(job);
    expect(await timelineOf(org, 'acme')).toEqual(['2026-01-01..9999-01-01 v1']);
  });

  it('begins with its confirmation, and moves accounts by the day on which it does', async () => {
    const { pricePlanId } = await team(org, ['acme']);
    const { jobId } = await waiting(pricePlanId);
    org.now = '2026-11-29T08:00:00Z';
    expect(await move('confirmJob', jobId)).toMatchObject({
      job: { status: 'PENDING', confirmedAt: '2026-11-29T08:00:00.000Z' },
      d1Calls: 2,
    });
    expect((await done(org, { jobId })).status).toBe('COMPLETED');
    expect(await timelineOf(org, 'acme')).toEqual(['2026-01-01..2026-11-30 v1', '2026-11-30..9999-01-01 v2']);
  });

  it('never begins when it is rejected: its entries are cancelled', async () => {
    const { pricePlanId } = await team(org, ['acme', 'umbra']);
    const { jobId } = await waiting(pricePlanId);
    expect(await move('rejectJob', jobId)).toMatchObject({ job: { status: 'CANCELLED', cancelledJobEntries: 2 }, d1Calls: 2 });
    expect(endsOf(await done(org, { jobId }))).toEqual({ acme: 'CANCELLED', umbra: 'CANCELLED' });
    expect(await entriesOf(org, 'migrateAccount')).toEqual([]);
  });

  it('is confirmed or rejected once, however often that is said', async () => {
    const { pricePlanId } = await team(org, ['acme']);
    for (const mutation of ['confirmJob', 'rejectJob'] as const) {
      const { jobId } = await waiting(pricePlanId);
      await Promise.all([1, 2, 3, 4].map(() => move(mutation, jobId)));
      expect((await move(mutation, jobId)).userErrors).toEqual([]);
      expect(await entriesOf(org, mutation)).toMatchObject([{ subject_id: jobId }]);
      await goOn(org);
    }
  });

  it('tells what can be done with it, by the very words of a refusal', async () => {
    const { pricePlanId } = await team(org, ['acme']);
    const { jobId } = await waiting(pricePlanId);
    const actions = async () => {
      const { data } = await org.ask<{ job: { availableActions: { action: string; allowed: boolean; reason: string | null }[] } }>(
        'query ($id: String!) { job(jobId: $id) { availableActions { action allowed reason } } }',
        { id: jobId },
      );
      return data.job.availableActions;
    };
    expect((await actions()).map(({ allowed }) => allowed)).toEqual([true, true]);
    await move('rejectJob', jobId);
    const [error] = await refusal(org, 'confirmJob', { jobId });
    expect((await actions())[0]).toEqual({ action: 'CONFIRM', allowed: false, reason: error?.message });
  });
});

describe('confirmJob and rejectJob are refused, and nothing is written,', () => {
  const illegal = (from: string, to: string) => [{ __typename: 'IllegalTransitionError', code: 'ILLEGAL_TRANSITION', from, to }];
  const refused = async (mutation: string, jobId: string) => {
    const before = await everyRow(org);
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const { data } = await org.ask<Record<string, { userErrors: object[] }>>(
      `mutation ($input: ${type}!) { ${mutation}(input: $input) {
        userErrors { __typename code ... on NotFoundError { path } ... on IllegalTransitionError { from to } } } }`,
      { input: { jobId } },
    );
    expect(await everyRow(org)).toEqual(before);
    return data[mutation]?.userErrors;
  };

  it('of a job that does not exist', async () => {
    for (const mutation of ['confirmJob', 'rejectJob']) {
      expect(await refused(mutation, 'job.nobody')).toEqual([{ __typename: 'NotFoundError', code: 'NOT_FOUND', path: ['input', 'jobId'] }]);
    }
  });

  it('of a job that is over, or was decided the other way', async () => {
    const { pricePlanId } = await team(org, ['acme']);
    const rejected = await waiting(pricePlanId);
    await move('rejectJob', rejected.jobId);
    expect(await refused('confirmJob', rejected.jobId)).toEqual(illegal('CANCELLED', 'PENDING'));
    const plain = await migrate(org, pricePlanId);
    await goOn(org);
    expect(await refused('rejectJob', plain.jobId)).toEqual(illegal('COMPLETED', 'CANCELLED'));
    expect(await refused('confirmJob', plain.jobId)).toEqual(illegal('COMPLETED', 'PENDING'));
  });
});

describe('a job goes on', () => {
  it('where it broke off: what was done before a fault is not done again, the rest is', async () => {
    const accounts = names(6);
    const { pricePlanId } = await team(org, accounts);
    const { jobId } = await idle(pricePlanId);
    // One call finds the organization, one its jobs, one reads a page and one its rate cards; each entry is a call: the third never arrives.
    expect(await goOn(org, 'fail:7x999')).toContain('D1 is unavailable');
    expect(await jobOf(org, jobId)).toMatchObject({ status: 'IN_PROGRESS', completedJobEntries: 2, pendingJobEntries: 4 });
    // Of the fourth only the answer is lost.
    expect(await goOn(org, 'drop:6')).toContain('D1 is unavailable');
    expect(await jobOf(org, jobId)).toMatchObject({ completedJobEntries: 4, pendingJobEntries: 2 });
    await expectMovedOnce(await done(org, { jobId }), accounts);
  });

  it('in the next run where one has no statements left, and with those that no other work needs', async () => {
    const accounts = names(6);
    const { pricePlanId } = await team(org, accounts);
    const { jobId } = await idle(pricePlanId);
    const run = async (spent: number) => {
      await send('/test/clock', {}, { 'x-test-now': org.now, 'x-test-spent': String(spent) });
      return (await jobOf(org, jobId)).completedJobEntries;
    };
    expect(await run(800)).toBe(0);
    const first = await run(780);
    expect([first > 0, first < accounts.length]).toEqual([true, true]);
    // Its own share is spent, and nothing else is due.
    expect(await run(400)).toBe(accounts.length);
    await expectMovedOnce(await jobOf(org, jobId), accounts);
  });

  it('past an entry that breaks, which is left to the next run', async () => {
    const accounts = names(4);
    const { pricePlanId } = await team(org, accounts);
    const { jobId } = await idle(pricePlanId);
    expect(await goOn(org, 'crash:6@2')).toContain('1 job entries failed');
    expect(await jobOf(org, jobId)).toMatchObject({ status: 'IN_PROGRESS', completedJobEntries: 3, pendingJobEntries: 1 });
    await expectMovedOnce(await done(org, { jobId }), accounts);
  });

  it('with each account whole or not at all: a crash before any statement of an entry leaves nothing', async () => {
    const { pricePlanId } = await team(org, ['acme']);
    const { jobId } = await idle(pricePlanId);
    const before = await everyRow(org);
    let statement = 0;
    for (; ; statement++) {
      if ((await goOn(org, `crash:5@${statement}`)) === null) break;
      expect(await everyRow(org), `before statement ${statement}`).toEqual(before);
    }
    // Entry and account asserted; the old row superseded, two added, the account, entry and job advanced; the audit entry.
    expect(statement).toBeGreaterThanOrEqual(8);
    await expectMovedOnce(await jobOf(org, jobId), ['acme']);
  });

  it('once an account, whoever drives it: four runs at once, and another afterwards', async () => {
    const accounts = names(30);
    const { pricePlanId } = await team(org, accounts);
    const { jobId } = await idle(pricePlanId);
    await Promise.all([1, 2, 3, 4].map(() => goOn(org)));
    await goOn(org);
    await expectMovedOnce(await jobOf(org, jobId), accounts);
  });

  it('beside people who edit the same accounts: both are done, in either order', async () => {
    const accounts = names(10);
    const { pricePlanId } = await team(org, accounts);
    const { jobId } = await idle(pricePlanId);
    const pause = { mode: 'DISASSOCIATE', effectiveFrom: '2030-01-01', effectiveUntil: '2031-01-01' };
    const [edits] = await Promise.all([
      Promise.all(accounts.map((accountId) => mutate(org, 'updatePricingSchedule', { accountId, ...pause }))),
      goOn(org),
    ]);
    expect(edits.flatMap(({ userErrors }) => userErrors)).toEqual([]);
    expect(await done(org, { jobId })).toMatchObject({ status: 'COMPLETED', completedJobEntries: 10 });
    for (const accountId of accounts) {
      const [unmoved, ...moved] = await timelineOf(org, accountId);
      expect([unmoved, ...moved]).toEqual(['2026-01-01..2026-11-22 v1', '2026-11-22..2030-01-01 v2', '2031-01-01..9999-01-01 v2']);
    }
  });

  it('until it is rejected: what is done stays, the rest never happens', async () => {
    const { pricePlanId } = await team(org, names(4));
    const { jobId } = await idle(pricePlanId);
    expect(await goOn(org, 'fail:7x999')).toContain('D1 is unavailable');
    expect(await move('rejectJob', jobId)).toMatchObject({ job: { status: 'CANCELLED', cancelledJobEntries: 2 } });
    const job = await done(org, { jobId });
    expect(endsOf(job)).toEqual({ 'acct-0': 'COMPLETED', 'acct-1': 'COMPLETED', 'acct-2': 'CANCELLED', 'acct-3': 'CANCELLED' });
    expect(await timelineOf(org, 'acct-0')).toEqual(MOVED);
    expect(await timelineOf(org, 'acct-3')).toEqual(['2026-01-01..9999-01-01 v1']);
  });

  it('when the token that made it is revoked: it is the organization’s', async () => {
    const { pricePlanId } = await team(org, ['acme']);
    const scopes = ['PLANS_WRITE', 'PLANS_READ', 'SCHEDULES_WRITE', 'SCHEDULES_READ', 'SCHEDULES_FINALIZE', 'ACCOUNTS_READ'];
    const made = await mutate<{ secret: string; apiToken: { apiTokenId: string } }>(
      org,
      'createApiToken',
      { name: 'ci', scopes },
      'secret apiToken { apiTokenId }',
    );
    const { jobId } = await migrate(org.with(made.secret), pricePlanId, { requireConfirmation: true });
    await mutate(org, 'revokeApiToken', { apiTokenId: made.apiToken.apiTokenId });
    await move('confirmJob', jobId);
    expect((await done(org, { jobId })).status).toBe('COMPLETED');
    expect(await entriesOf(org, 'migrateAccount')).toMatchObject([{ actor: made.apiToken.apiTokenId }]);
  });

  it('with every organization’s jobs in turn, however many one has: no organization waits for another', async () => {
    const { pricePlanId } = await team(org, ['acme']);
    const mine = await idle(pricePlanId);
    // As many more, all older than the other organization's, each with an entry of its own.
    await DB.batch([
      DB.prepare(
        `insert into jobs (id, org_id, type, actor, source_plan_id, source_version_id, target_version_id, migration_mode, retain_start_offsets,
          requires_confirmation, total_entries, created_at, updated_at)
        with recursive n(i) as (select 1 union all select i + 1 from n where i < 150) select id || i, org_id, type, actor, source_plan_id,
          source_version_id, target_version_id, migration_mode, retain_start_offsets, requires_confirmation, total_entries, created_at, updated_at
        from n, (select * from jobs where org_id = ?1)`,
      ).bind(org.orgId),
      DB.prepare(
        `insert into job_entries (org_id, job_id, account_id, status, created_at, updated_at)
        select e.org_id, j.id, e.account_id, e.status, e.created_at, e.updated_at
        from jobs j join job_entries e on e.org_id = j.org_id where j.org_id = ?1 and j.id <> e.job_id`,
      ).bind(org.orgId),
    ]);
    const other = await Organization.begin({ now: '2026-11-22T08:00:00Z' });
    const accounts = names(21);
    const theirs = await idleOf(other, (await team(other, accounts)).pricePlanId);
    await goOn(other);
    expect(await jobOf(other, theirs.jobId)).toMatchObject({ status: 'COMPLETED', completedJobEntries: 21 });
    const pending = "select count(*) as jobs from jobs where org_id = ? and status in ('PENDING', 'IN_PROGRESS')";
    const left = await DB.prepare(pending).bind(org.orgId).first<number>('jobs');
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(151);
    await goOn(other);
    await goOn(other);
    await goOn(other);
    expect((await jobOf(org, mine.jobId)).status).toBe('COMPLETED');
    expect(await DB.prepare(pending).bind(org.orgId).first('jobs')).toBe(0);
  });
});

describe('a job of many accounts', () => {
  it('is made in one read and one write, is read in one call of the same few rows, and is done to the last', async () => {
    const { pricePlanId } = await team(org, ['acme']);
    const few = await waiting(pricePlanId);
    const cost = async ({ jobId }: JobSeen, selection: string) => {
      const query = `query ($id: String!) { job(jobId: $id) { ${selection} } }`;
      return (await org.ask(query, { id: jobId })).extensions.cost;
    };
    const HEAD = 'status totalJobEntries pendingJobEntries completedJobEntries failedJobEntries targetVersion { version plan { name } }';
    const rows = (await cost(few, HEAD)).rowsRead;

    await copyAccount(170);
    const input = { sourceId: pricePlanId, sourceVersion: 1, migrationMode: 'IMMEDIATE', requireConfirmation: true };
    const { job, d1Calls } = await mutate<{ job: JobSeen }>(org, 'migratePricePlan', input, 'job { jobId totalJobEntries }');
    expect([job.totalJobEntries, d1Calls]).toEqual([171, 2]);
    expect(await cost(job, HEAD)).toMatchObject({ d1Calls: 1, rowsRead: rows });
    const page = await cost(job, 'entries(first: 100) { nodes { status account { accountId name } } }');
    expect(page.d1Calls).toBe(1);
    expect(page.rowsRead).toBeLessThanOrEqual(210);

    await move('confirmJob', job.jobId);
    // A run of the clock does about 80.
    for (let run = 0; run < 2; run++) await goOn(org);
    expect(await jobOf(org, job.jobId)).toMatchObject({ status: 'COMPLETED', completedJobEntries: 171 });
    expect(await entriesOf(org, 'migrateAccount')).toHaveLength(171);
  });

  /** As many more accounts with the very timeline of `acme`, written by rows. */
  async function copyAccount(count: number): Promise<void> {
    const numbers = `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${count})`;
    await DB.batch([
      DB.prepare(
        `insert into accounts (id, org_id, customer_id, account_id, name, invoice_currency, status, settings, metadata, tags, revision,
          timeline_revision, created_at, updated_at)
        ${numbers} select 'acc.zz' || printf('%03d', i), org_id, customer_id, 'copy-' || i, name, invoice_currency, status, settings, metadata, tags,
          revision, timeline_revision, created_at, updated_at from n, (select * from accounts where org_id = ?1)`,
      ).bind(org.orgId),
      DB.prepare(
        `insert into schedules (id, org_id, account_id, schedule_id, start_date, end_date, price_plan_id, plan_version_id, rate_card_set_id,
          is_overridden, recorded_at, recorded_revision)
        ${numbers} select 'schv.zz' || i, org_id, 'acc.zz' || printf('%03d', i), 'sch.zz' || i, start_date, end_date, price_plan_id, plan_version_id,
          rate_card_set_id, is_overridden, recorded_at, recorded_revision from n, (select * from schedules where org_id = ?1)`,
      ).bind(org.orgId),
    ]);
  }
});

describe('jobs', () => {
  /** A job in each status that a job can have, by its status. */
  async function oneOfEach(): Promise<Readonly<Record<string, string>>> {
    const { pricePlanId } = await team(org, names(2));
    const eur = await org.plan('Euro', { supportedCurrencies: ['EUR'] });
    const failed = await migrate(org, pricePlanId, { targetId: eur });
    await goOn(org);
    const running = await idle(pricePlanId);
    expect(await goOn(org, 'fail:6x999')).toContain('D1 is unavailable');
    const cancelled = await waiting(pricePlanId);
    await move('rejectJob', cancelled.jobId);
    const pending = await idle(pricePlanId);
    const wait = await waiting(pricePlanId);
    const empty = await migrate(org, eur, { targetId: pricePlanId });
    const ids = {
      FAILED: failed,
      IN_PROGRESS: running,
      CANCELLED: cancelled,
      PENDING: pending,
      WAITING_FOR_CONFIRMATION: wait,
      COMPLETED: empty,
    };
    return Object.fromEntries(Object.entries(ids).map(([status, { jobId }]) => [status, jobId]));
  }
  const list = async (where: object = {}) => {
    const { data, errors, extensions } = await org.ask<{ jobs: { totalCount: number; nodes: { jobId: string; status: string }[] } }>(
      'query ($where: JobsWhere) { jobs(where: $where) { totalCount nodes { jobId status type sourcePlan { name } entries { totalCount } } } }',
      { where },
    );
    expect(errors).toBeUndefined();
    return { ...data.jobs, d1Calls: extensions.cost.d1Calls };
  };

  it('are listed the newest first, each with its entries, in one call, and found by their status', async () => {
    const ids = await oneOfEach();
    const all = await list();
    expect(all).toMatchObject({ totalCount: 6, d1Calls: 1 });
    expect(all.nodes.map(({ jobId }) => jobId)).toEqual(Object.values(ids).toReversed().toSorted().toReversed());
    for (const [status, jobId] of Object.entries(ids)) {
      expect(await list({ status: { eq: status } })).toMatchObject({ totalCount: 1, d1Calls: 1, nodes: [{ jobId, status }] });
    }
    expect(await list({ status: { in: ['FAILED', 'CANCELLED'] } })).toMatchObject({ totalCount: 2, d1Calls: 1 });
    expect(await list({ status: { eq: 'SCHEDULED' } })).toMatchObject({ totalCount: 0, nodes: [] });
  });

  it('answer their entries by status, with a cursor, and are nodes', async () => {
    const { pricePlanId } = await team(org, names(3));
    const { jobId } = await idle(pricePlanId);
    expect(await goOn(org, 'fail:7x999')).toContain('D1 is unavailable');
    const query = `query ($id: String!, $after: String) { job(jobId: $id) { id
      pending: entries(where: { status: { eq: PENDING } }) { totalCount nodes { account { accountId } } }
      done: entries(first: 1, after: $after, where: { status: { eq: COMPLETED } }) { totalCount pageInfo { endCursor } nodes { account { accountId } } } } }`;
    interface Page {
      job: { id: string; pending: object; done: { pageInfo: { endCursor: string }; nodes: object[] } };
    }
    const first = await org.ask<Page>(query, { id: jobId });
    expect(first.extensions.cost.d1Calls).toBe(1);
    expect(first.data.job).toMatchObject({
      pending: { totalCount: 1, nodes: [{ account: { accountId: 'acct-2' } }] },
      done: { totalCount: 2, nodes: [{ account: { accountId: 'acct-0' } }] },
    });
    const second = await org.ask<Page>(query, { id: jobId, after: first.data.job.done.pageInfo.endCursor });
    expect(second.data.job.done.nodes).toEqual([{ account: { accountId: 'acct-1' } }]);
    const { data } = await org.ask('query ($id: ID!) { node(id: $id) { ... on Job { jobId } } }', { id: first.data.job.id });
    expect(data).toEqual({ node: { jobId } });
  });

  it('are null where there is none, or it is another organization’s', async () => {
    const other = await Organization.begin();
    const foreign = await migrate(other, (await team(other, ['acme'])).pricePlanId, { requireConfirmation: true });
    for (const id of ['job.nobody', foreign.jobId])
      expect((await org.ask('query ($id: String!) { job(jobId: $id) { status } }', { id })).data).toEqual({ job: null });
    expect((await org.ask('{ jobs { totalCount } }')).data).toEqual({ jobs: { totalCount: 0 } });
  });

  it('end an entry once, whatever writes to the database', async () => {
    const { pricePlanId } = await team(org, ['acme']);
    await done(org, await migrate(org, pricePlanId));
    const again = DB.prepare("update job_entries set status = 'PENDING' where org_id = ?").bind(org.orgId);
    await expect(again.run()).rejects.toThrow('JOB_ENTRY_ENDED');
  });
});

describe('scopes', () => {
  async function client(...scopes: string[]): Promise<Organization> {
    const { secret } = await mutate<{ secret: string }>(org, 'createApiToken', { name: 'ci', scopes }, 'secret');
    return org.with(secret);
  }
  const missingOf = async (who: Organization, mutation: string, input: object) => {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const { errors } = await who.ask(`mutation ($input: ${type}!) { ${mutation}(input: $input) { userErrors { code } } }`, { input });
    return errors?.[0]?.extensions.scopes ?? [];
  };

  it('moving accounts takes what changes timelines; a finalize takes it only where it moves somebody', async () => {
    const { pricePlanId } = await team(org, ['acme']);
    const [planner, scheduler, both] = [
      await client('PLANS_WRITE'),
      await client('SCHEDULES_WRITE', 'SCHEDULES_FINALIZE'),
      await client('PLANS_WRITE', 'SCHEDULES_WRITE'),
    ];
    const input = { sourceId: pricePlanId, sourceVersion: 1, migrationMode: 'IMMEDIATE' };
    expect(await missingOf(planner, 'migratePricePlan', input)).toEqual(['SCHEDULES_WRITE', 'SCHEDULES_FINALIZE']);
    expect(await missingOf(scheduler, 'migratePricePlan', input)).toEqual(['PLANS_WRITE']);
    expect(await missingOf(both, 'migratePricePlan', input)).toEqual(['SCHEDULES_FINALIZE']);
    // Whoever confirms it puts it in force.
    expect(await missingOf(both, 'migratePricePlan', { ...input, requireConfirmation: true })).toEqual([]);
    const finalize = { pricePlanId, migrationMode: 'IMMEDIATE' };
    expect(await missingOf(planner, 'finalizePricePlan', finalize)).toEqual(['SCHEDULES_WRITE', 'SCHEDULES_FINALIZE']);
    expect(await missingOf(planner, 'finalizePricePlan', { pricePlanId, migrationMode: 'NONE' })).toEqual([]);
  });

  it('confirming takes what changes timelines, rejecting what prepares it, and reading entries or their count `SCHEDULES_READ`', async () => {
    const { pricePlanId } = await team(org, ['acme']);
    const { jobId } = await waiting(pricePlanId);
    const reader = await client('PLANS_READ');
    expect(await missingOf(reader, 'confirmJob', { jobId })).toEqual(['SCHEDULES_WRITE', 'SCHEDULES_FINALIZE']);
    expect(await missingOf(reader, 'rejectJob', { jobId })).toEqual(['SCHEDULES_WRITE']);
    expect((await reader.ask('{ jobs { nodes { status } } }')).errors).toBeUndefined();
    const entries = await reader.ask('{ jobs { nodes { entries { nodes { status } } } } }');
    expect(entries.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN', scopes: ['SCHEDULES_READ'] } }]);
    expect((await reader.ask('{ jobs { nodes { totalJobEntries } } }')).errors).toMatchObject([
      { extensions: { scopes: ['SCHEDULES_READ'] } },
    ]);
    expect(await missingOf(await client('SCHEDULES_WRITE'), 'rejectJob', { jobId })).toEqual([]);
  });
});

it('an account with a schedule of its own choosing is asked on the day of its turn, not of the job', async () => {
  const { pricePlanId } = await team(org, ['acme']);
  const { jobId } = await waiting(pricePlanId, { migrationMode: 'NEXT_CYCLE' });
  // Of a price of its own, so that it is not joined with what is beside it.
  const pricingRulesOverride = [{ name: 'Discount', order: 1, computation: '10', action: { type: 'ADD' } }];
  await associate(org, 'acme', pricePlanId, { effectiveFrom: '2026-12-10', effectiveUntil: '2027-01-01', pricingRulesOverride });
  await move('confirmJob', jobId);
  await done(org, { jobId });
  expect(await timelineOf(org, 'acme')).toEqual([
    '2026-01-01..2026-12-01 v1',
    '2026-12-01..2026-12-10 v2',
    '2026-12-10..2027-01-01 v2 overridden',
    '2027-01-01..9999-01-01 v2',
  ]);
});
