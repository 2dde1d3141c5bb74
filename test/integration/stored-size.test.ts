import { beforeEach, describe, expect, it } from 'vitest';
import { mutate, refusal } from '../support/catalogue.ts';
import { DB } from '../support/database.ts';
import { associate, done, endsOf, jobOf, migrate, secondVersion } from '../support/jobs.ts';
import { Organization } from '../support/organization.ts';
import { everyRow } from '../support/rows.ts';

/** Valid JSON logic of about 15,000 bytes. */
const LONG = `{"+":[${Array.from({ length: 7_500 }, () => '1').join(',')}]}`;
/** Rules of about 240,000 bytes, as many as a request carries. */
const rules = (computation = LONG) =>
  Array.from({ length: 8 }, (_, i) => ({ name: `rule ${i}`, order: i + 1, condition: LONG, computation, action: { type: 'ADD' } }));

const TOO_LARGE = [
  { code: 'LIMIT_EXCEEDED', message: expect.stringMatching(/at most 1,000,000 bytes as JSON.*This change would make [\d,]+/) },
];
const YEARS = [2026, 2027, 2028, 2029];
const ACME = { accountId: 'acme' };

let org: Organization;
let pricePlanId: string;
beforeEach(async () => {
  org = await Organization.begin();
  await org.customer('acme');
  pricePlanId = await org.plan('Team');
});

/** Four schedules of one year, which together are just below the limit. */
async function fill() {
  for (const year of YEARS) {
    const days = { effectiveFrom: `${year}-01-01`, effectiveUntil: `${year + 1}-01-01` };
    // Each its own, so that no two of them can become one.
    await associate(org, 'acme', pricePlanId, { ...days, pricingRulesOverride: rules(LONG.replace('1', String(year % 10))) });
  }
}

/** The bytes of the last audit entry. */
async function lastEntry(): Promise<number> {
  const query = `select coalesce(length("before"), 0) + coalesce(length("after"), 0) as bytes
    from audit_entries where org_id = ? order by rowid desc limit 1`;
  return (await DB.prepare(query).bind(org.orgId).first<number>('bytes')) ?? 0;
}

/** The refusals of a mutation that leaves every row as it was. */
async function refused(mutation: string, input: object) {
  const before = await everyRow(org);
  const errors = await refusal(org, mutation, input);
  expect(await everyRow(org)).toEqual(before);
  return errors;
}

describe('a timeline with its overrides', () => {
  beforeEach(fill);
  const inside = { effectiveFrom: '2027-05-01', effectiveUntil: '2027-06-01' };

  it('takes at most 1,000,000 bytes, whatever edits the active timeline', async () => {
    const edit = { pricePlanId, effectiveFrom: '2030-01-01', effectiveUntil: '2031-01-01', pricingRulesOverride: rules() };
    expect(await refused('updatePricingSchedule', { ...ACME, ...edit })).toMatchObject(TOO_LARGE);
    // What is left after a gap is a schedule of its own with the same overrides.
    const gap = { mode: 'DISASSOCIATE', ...inside };
    expect(await refused('updatePricingScheduleBatch', { ...ACME, edits: [gap] })).toMatchObject(TOO_LARGE);
    expect(await refused('updatePricingScheduleBatch', { ...ACME, edits: [gap], dryRun: true })).toMatchObject(TOO_LARGE);
  });

  it('takes as much in a draft', async () => {
    expect(await refused('bulkEditSchedules', { ...ACME, edits: [{ mode: 'DISASSOCIATE', ...inside }] })).toMatchObject(TOO_LARGE);
    const edits = [{ effectiveFrom: '2030-01-01', effectiveUntil: '2031-01-01', associationConfig: { pricePlanId } }];
    const { schedules } = await mutate<{ schedules: { scheduleId: string }[] }>(
      org,
      'bulkEditSchedules',
      { ...ACME, edits },
      'schedules { scheduleId }',
    );
    const input = { scheduleId: schedules.at(-1)?.scheduleId, pricingRules: rules() };
    expect(await refused('updateSchedulePricingRules', input)).toMatchObject(TOO_LARGE);
  });

  it('takes as much after an approval', async () => {
    const proposal = { ...ACME, type: 'ASSOCIATION', paymentMode: 'POSTPAID', pricePlanId, ...inside };
    const { proposalId } = await org.done<{ proposalId: string }>('createProposal', 'proposal { proposalId }', proposal, 'proposal');
    expect(await refused('updateProposalStatus', { proposalId, status: 'APPROVE' })).toMatchObject(TOO_LARGE);
  });

  it('takes as much after a migration: an entry that would make more fails for that reason', async () => {
    await secondVersion(org, pricePlanId);
    await mutate(org, 'finalizePricePlan', { pricePlanId });
    const job = await migrate(org, pricePlanId);
    expect(endsOf(await done(org, job))).toEqual({ acme: 'FAILED LIMIT_EXCEEDED' });
    expect((await jobOf(org, job.jobId)).entries.nodes).toMatchObject([{ reason: TOO_LARGE[0] }]);
  });

  it('can be made smaller', async () => {
    const { userErrors } = await mutate(org, 'updatePricingSchedule', {
      ...ACME,
      mode: 'DISASSOCIATE',
      ...inside,
      effectiveUntil: '9999-01-01',
    });
    expect(userErrors).toEqual([]);
  });
});

describe('an audit entry', () => {
  it('holds what changed: its size does not grow with the timeline', async () => {
    await fill();
    const day = { effectiveFrom: '2035-01-01', effectiveUntil: '2036-01-01' };
    await associate(org, 'acme', pricePlanId, day);
    expect(await lastEntry()).toBeLessThan(400);
    const [, entry] = [
      await associate(org, 'acme', pricePlanId, { effectiveFrom: '2035-06-01', effectiveUntil: '2036-01-01' }),
      await org.ask('{ auditLog(first: 1) { nodes { before after } } }'),
    ];
    const content = { scheduleId: expect.any(String) };
    expect(entry.data).toEqual({
      auditLog: {
        nodes: [
          {
            before: [{ period: { end: '2036-01-01' }, content }],
            after: [
              { period: { end: '2035-06-01' }, content },
              { period: { start: '2035-06-01', end: '2036-01-01' }, content: expect.objectContaining({ ...content, pricePlanId }) },
            ],
          },
        ],
      },
    });
  });

  it('grows by what 1,000 schedules change, however many there are by then', async () => {
    const edits = (request: number) =>
      Array.from({ length: 10 }, (_, i) => {
        const day = new Date(Date.UTC(2027, 0, 1 + 2 * (10 * request + i)));
        const next = new Date(day.getTime() + 86_400_000);
        return { pricePlanId, effectiveFrom: day.toISOString().slice(0, 10), effectiveUntil: next.toISOString().slice(0, 10) };
      });
    await mutate(org, 'updatePricingScheduleBatch', { ...ACME, edits: edits(0) });
    const first = await lastEntry();
    for (let request = 1; request < 10; request++) await mutate(org, 'updatePricingScheduleBatch', { ...ACME, edits: edits(request) });
    expect(await lastEntry()).toBe(first);
    // 100 of these requests make 1,000 schedules.
    expect(100 * first).toBeLessThan(500_000);
  });

  it('takes at most 1,000,000 bytes: a change that would record more is refused, and can be split', async () => {
    await fill();
    const { data } = await org.ask<{ account: { schedules: { nodes: { scheduleId: string }[] } } }>(
      '{ account(by: {accountId: "acme"}) { schedules { nodes { scheduleId } } } }',
    );
    const [, ...later] = data.account.schedules.nodes;
    const other = LONG.replace('1', '2');
    for (const { scheduleId } of later) {
      expect((await mutate(org, 'updateSchedulePricingRules', { scheduleId, pricingRules: rules(other) })).userErrors).toEqual([]);
    }
    const finalized = await mutate(org, 'finalizeAccountSchedules', ACME);
    expect(finalized.userErrors).toEqual([]);
    for (const { scheduleId } of later) {
      const pricingRules = rules(other).map((rule) => ({ ...rule, condition: other }));
      await mutate(org, 'updateSchedulePricingRules', { scheduleId, pricingRules });
      await mutate(org, 'updateSchedulePricingRules', {
        scheduleId,
        pricingRules: pricingRules.map((rule) => ({ ...rule, computation: LONG })),
      });
    }
    expect(await refused('finalizeAccountSchedules', ACME)).toMatchObject([
      { code: 'LIMIT_EXCEEDED', message: expect.stringMatching(/at most 1,000,000 bytes in the audit log; this one would record [\d,]+/) },
    ]);
  });
});
