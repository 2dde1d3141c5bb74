import { fee, mutate } from './catalogue.ts';
import { DB } from './database.ts';
import { type Organization, send } from './organization.ts';

const FOR_EVER = { effectiveFrom: '2026-01-01', effectiveUntil: '9999-01-01' };

/** A plan whose accounts can move. */
export interface Team {
  readonly pricePlanId: string;
  /** What its one fee is for. */
  readonly addOnId: string;
}

/** A monthly plan of one fee of 100 with these accounts on it for ever, and then a second active version of 120. */
export async function team(org: Organization, accounts: readonly string[], details: object = {}, changes: object = {}): Promise<Team> {
  const pricePlanId = await org.plan('Team', details);
  for (const accountId of accounts) {
    await org.customer(accountId);
    await associate(org, accountId, pricePlanId);
  }
  const addOnId = await secondVersion(org, pricePlanId, changes);
  await org.done('finalizePricePlan', 'pricePlan { version }', { pricePlanId }, 'pricePlan');
  return { pricePlanId, addOnId };
}

export function associate(org: Organization, accountId: string, pricePlanId: string, other: object = {}): Promise<unknown> {
  return org.done('updatePricingSchedule', 'account { id }', { accountId, pricePlanId, ...FOR_EVER, ...other }, 'account');
}

/** Opens the next version of a plan of one fee, which becomes 120, and answers what the fee is for. */
export async function secondVersion(org: Organization, pricePlanId: string, changes: object = {}): Promise<string> {
  const { data } = await org.ask<{ pricePlan: { rateCards: { nodes: { billable: { addOnId: string } }[] } } }>(
    'query ($id: String!) { pricePlan(pricePlanId: $id) { rateCards { nodes { billable { ... on AddOn { addOnId } } } } } }',
    { id: pricePlanId },
  );
  const addOnId = data.pricePlan.rateCards.nodes[0]?.billable.addOnId ?? '';
  const operations = [{ actionType: 'UPDATE', rateCardName: 'fee', rateCard: fee(addOnId, '120') }];
  await org.done('bulkPricePlanRateCardOperations', 'pricePlan { version }', { pricePlanId, operations }, 'pricePlan');
  await org.done('updatePricePlan', 'pricePlan { version }', { pricePlanId, ...changes }, 'pricePlan');
  return addOnId;
}

export interface JobSeen {
  readonly jobId: string;
  readonly status: string;
  readonly totalJobEntries: number;
  readonly pendingJobEntries: number;
  readonly completedJobEntries: number;
  readonly failedJobEntries: number;
  readonly cancelledJobEntries: number;
  readonly settledAt: string | null;
  readonly confirmedAt: string | null;
  readonly entries: {
    readonly nodes: readonly {
      readonly status: string;
      readonly reason: { readonly code: string; readonly message: string } | null;
      readonly account: { readonly accountId: string };
    }[];
  };
}

export const JOB = `jobId status totalJobEntries pendingJobEntries completedJobEntries failedJobEntries cancelledJobEntries settledAt confirmedAt
  entries(first: 100) { nodes { status reason { code message } account { accountId } } }`;

/** Makes a job as it is without anything said otherwise: from version 1, at once. */
export async function migrate(org: Organization, pricePlanId: string, other: object = {}): Promise<JobSeen> {
  const input = { sourceId: pricePlanId, sourceVersion: 1, migrationMode: 'IMMEDIATE', ...other };
  const { job, userErrors } = await mutate<{ job: JobSeen | null }>(org, 'migratePricePlan', input, `job { ${JOB} }`);
  if (!job) throw new Error(JSON.stringify(userErrors));
  return job;
}

export async function jobOf(org: Organization, jobId: string): Promise<JobSeen> {
  const { data, errors } = await org.ask<{ job: JobSeen }>(`query ($id: String!) { job(jobId: $id) { ${JOB} } }`, { id: jobId });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.job;
}

/**
 * Has jobs done at the organization's now, as the clock would, and answers what broke it off; null where nothing did. Whatever a job begins after
 * its answer is over then, or loses to this.
 */
export async function goOn(org: Organization, fault?: string): Promise<string | null> {
  const answer = await send('/test/jobs', {}, { 'x-test-now': org.now, ...(fault && { 'x-test-fault': fault }) });
  return answer.ok ? null : answer.text();
}

/** The job when all that can be done of it is done. */
export async function done(org: Organization, { jobId }: Pick<JobSeen, 'jobId'>): Promise<JobSeen> {
  await goOn(org);
  return jobOf(org, jobId);
}

/** How each entry ended, by account: its status, or the code of its reason. */
export const endsOf = ({ entries }: JobSeen): Readonly<Record<string, string>> =>
  Object.fromEntries(entries.nodes.map(({ account, status, reason }) => [account.accountId, reason ? `${status} ${reason.code}` : status]));

/** An account's active timeline, as a person reads it: `2026-01-01..9999-01-01 v1`. */
export async function timelineOf(org: Organization, accountId: string): Promise<string[]> {
  const { data } = await org.ask<{
    account: { schedules: { nodes: { startDate: string; endDate: string; isOverridden: boolean; pricePlan: { version: number } }[] } };
  }>(
    `query ($accountId: String!) { account(by: {accountId: $accountId}) {
      schedules(first: 100) { nodes { startDate endDate isOverridden pricePlan { version } } } } }`,
    { accountId },
  );
  return data.account.schedules.nodes.map(
    ({ startDate, endDate, isOverridden, pricePlan }) =>
      `${startDate}..${endDate} v${pricePlan.version}${isOverridden ? ' overridden' : ''}`,
  );
}

/** The audit entries of an operation, in their order. */
export async function entriesOf({ orgId }: Organization, operation: string) {
  const query = DB.prepare('select * from audit_entries where org_id = ? and operation = ? order by id').bind(orgId, operation);
  return (await query.all<{ actor: string; subject_id: string; entities: string; timeline_revision: number | null }>()).results;
}
