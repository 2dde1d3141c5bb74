import { beforeEach, describe, expect, it } from 'vitest';
import { emptyPlan, mutate } from '../support/catalogue.ts';
import { DB } from '../support/database.ts';
import { oneOfEverything } from '../support/everything.ts';
import { associate, done, endsOf, migrate, secondVersion } from '../support/jobs.ts';
import { Organization } from '../support/organization.ts';
import { everyRow } from '../support/rows.ts';
import { STORAGE_TRIGGERS, STORED_BYTES } from '../support/storage-triggers.ts';

const SLABS = Array.from({ length: 40 }, (_, i) => ({ order: i + 1, startAfter: String(i), priceType: 'PER_UNIT' }));

/** A card of about 4 KB. */
const large = (billableId: string, rate: string) => ({
  usage: {
    billableId,
    ratePlan: { pricingModel: 'TIERED', slabs: SLABS },
    rateValues: [{ currency: 'USD', slabRates: SLABS.map(({ order }) => ({ order, rate })) }],
  },
});

let org: Organization;
beforeEach(async () => {
  org = await Organization.begin();
});

interface Stored {
  readonly sets: number;
  readonly cards: number;
  /** Of the cards, as JSON. */
  readonly bytes: number;
}

async function stored(): Promise<Stored> {
  const row = await DB.prepare(
    `select (select count(*) from rate_card_sets where org_id = ?1) as sets, count(*) as cards, coalesce(sum(length(card)), 0) as bytes
     from rate_card_contents where org_id = ?1`,
  )
    .bind(org.orgId)
    .first<Stored>();
  if (!row) throw new Error('no counts');
  return row;
}

/** A draft plan with so many large cards; answers how a card is written anew. */
async function largePlan(size: number) {
  const pricePlanId = await emptyPlan(org, { supportedCurrencies: ['USD'] });
  const meters: string[] = [];
  for (let i = 0; i < size; i++) {
    const meter = await org.done<{ usageMeterId: string }>(
      'createUsageMeter',
      'usageMeter { usageMeterId }',
      { name: `m${i}` },
      'usageMeter',
    );
    meters.push(meter.usageMeterId);
  }
  const write = (cards: readonly number[], rate: string) => {
    const operations = cards.map((i) => ({ actionType: 'UPSERT', rateCardName: `card ${i}`, rateCard: large(meters[i] ?? '', rate) }));
    return mutate(org, 'bulkPricePlanRateCardOperations', { pricePlanId, operations });
  };
  await write([...meters.keys()], '1');
  return { pricePlanId, write };
}

describe('rate-card sets', () => {
  it('share the cards that they have in common: an edit of one card stores that card', async () => {
    const { pricePlanId, write } = await largePlan(12);
    await mutate(org, 'finalizePricePlan', { pricePlanId });
    const before = await stored();
    expect(before).toMatchObject({ sets: 1, cards: 12 });
    await write([3], '2');
    const after = await stored();
    expect(after).toMatchObject({ sets: 2, cards: 13 });
    expect(after.bytes - before.bytes).toBeLessThan(before.bytes / 10);
  });

  it('are let go with the cards that are theirs alone, once nothing refers to them', async () => {
    const { pricePlanId, write } = await largePlan(3);
    const before = await stored();
    for (const rate of ['2', '3', '4']) await write([1], rate);
    expect(await stored()).toEqual(before);
    await mutate(org, 'discardPricePlan', { pricePlanId });
    expect(await stored()).toEqual({ sets: 0, cards: 0, bytes: 0 });
  });

  it('stay while the history of a timeline, a purchase or an older version has them', async () => {
    const pricePlanId = await org.plan('Team');
    await org.customer('acme');
    const { data } = await org.ask<{ pricePlan: { rateCards: { nodes: { billableId: string }[] } } }>(
      'query ($id: String!) { pricePlan(pricePlanId: $id) { rateCards { nodes { billableId } } } }',
      { id: pricePlanId },
    );
    const billableId = data.pricePlan.rateCards.nodes[0]?.billableId ?? '';
    const overridden = (rate: string) => ({
      pricePlanDetailsOverride: {
        rateCards: [
          { actionType: 'UPDATE', rateCardName: 'fee', rateCard: { fixedFee: { billableId, rateValues: [{ currency: 'USD', rate }] } } },
        ],
      },
    });
    await associate(org, 'acme', pricePlanId, { effectiveFrom: '2027-01-01', ...overridden('7') });
    await associate(org, 'acme', pricePlanId, { effectiveFrom: '2027-01-01', ...overridden('8') });
    await secondVersion(org, pricePlanId);
    await mutate(org, 'finalizePricePlan', { pricePlanId });
    // Two versions, the schedule as it is, and the schedule as it was.
    expect(await stored()).toMatchObject({ sets: 4, cards: 4 });
    const history = `query ($asOf: DateTime) { account(by: {accountId: "acme"}) {
      schedules(asOf: $asOf) { nodes { rateCards { nodes { ... on FixedFeeRateCard { rateValues { rate } } } } } } } }`;
    const rates = async (asOf?: string) => JSON.stringify((await org.ask(history, { asOf })).data).match(/"rate":"\d+"/g);
    expect(await rates()).toEqual(['"rate":"8"']);
    const first = await org.ask<{ account: { timelineRevisions: { nodes: { recordedAt: string }[] } } }>(
      '{ account(by: {accountId: "acme"}) { timelineRevisions { nodes { recordedAt } } } }',
    );
    expect(await rates(first.data.account.timelineRevisions.nodes.at(-1)?.recordedAt)).toEqual(['"rate":"7"']);
  });

  it('cannot be deleted, changed or referred to against this, whatever writes to the database', async () => {
    const pricePlanId = await org.plan('Team');
    await org.customer('acme');
    await associate(org, 'acme', pricePlanId);
    const run = (sql: string) => DB.prepare(sql).bind(org.orgId).run();
    for (const sql of [
      'delete from rate_card_sets where org_id = ?',
      'delete from rate_card_contents where org_id = ?',
      'delete from rate_card_members where set_key in (select key from rate_card_sets where org_id = ?)',
      "update rate_card_sets set id = 'rcs.x' where org_id = ?",
      "update rate_card_contents set name = 'x' where org_id = ?",
      'update rate_card_members set position = 7 where set_key in (select key from rate_card_sets where org_id = ?)',
    ])
      await expect(run(sql)).rejects.toThrow('RATE_CARD_FROZEN');
    const unknown =
      "insert into price_plan_versions select 'ppv.x', org_id, price_plan_id, 9, 'DRAFT', description, pricing_cycle, currencies";
    const rest = "deferred_revenue, allow_ongoing_cycle_updates, pricing_rules, 'rcs.unknown', created_at, updated_at";
    await expect(run(`${unknown}, ${rest} from price_plan_versions where org_id = ?`)).rejects.toThrow('LOST_RACE');
  });
});

describe('what an organization stores', () => {
  const usage = ({ orgId }: Organization) =>
    DB.prepare(`select bytes, settled_bytes as settled, ${STORED_BYTES} as stored from storage_usage where org_id = ?1`)
      .bind(orgId)
      .first<{ bytes: number; settled: number; stored: number }>();

  it('is counted by triggers of every table, with all JSON in it', async () => {
    const { results } = await DB.prepare("select name, sql from sqlite_master where name like '%@_stored@_%' escape '@'").all<{
      name: string;
      sql: string;
    }>();
    expect(Object.fromEntries(results.map(({ name, sql }) => [name, sql]))).toEqual(Object.fromEntries(STORAGE_TRIGGERS));
  });

  it('is what its rows come to, whatever has been written, changed and deleted', async () => {
    const full = await oneOfEverything('acme');
    await mutate(full, 'discardAccountSchedules', { accountId: 'acme-account' });
    const { bytes, settled, stored: rows } = (await usage(full)) ?? {};
    expect(bytes).toBeGreaterThan(10_000);
    expect([bytes, settled]).toEqual([rows, rows]);
  });
});

describe('the quota of an organization', () => {
  /** Sets the quota to what is stored, and so many bytes more. */
  const leave = (bytes: number) =>
    DB.prepare('update storage_usage set quota_bytes = bytes + ?2 where org_id = ?1').bind(org.orgId, bytes).run();

  const full = { code: 'STORAGE_QUOTA_EXCEEDED', message: expect.stringMatching(/stores [\d,]+ bytes of its quota of [\d,]+/) };

  it('refuses a change that would store more, names both sizes, and writes nothing, in no further call', async () => {
    await org.customer('acme');
    await leave(100);
    const before = await everyRow(org);
    const input = { accountId: 'acme', metadata: { note: 'x'.repeat(1_000) }, idempotencyKey: 'once' };
    expect(await mutate(org, 'updateAccount', input)).toMatchObject({ userErrors: [full], d1Calls: 2 });
    expect(await everyRow(org)).toEqual(before);
    // The key is free: the same request is accepted once there is space.
    await leave(10_000);
    expect((await mutate(org, 'updateAccount', input)).userErrors).toEqual([]);
  });

  it('accepts a change that stores less, however much there is already', async () => {
    const { pricePlanId } = await largePlan(3);
    await leave(-1_000);
    expect(await mutate(org, 'updatePricePlan', { pricePlanId, description: 'More.' })).toMatchObject({ userErrors: [full] });
    expect((await mutate(org, 'discardPricePlan', { pricePlanId })).userErrors).toEqual([]);
  });

  it('does not stop a job that was accepted before', async () => {
    const pricePlanId = await org.plan('Team');
    await org.customer('acme');
    await associate(org, 'acme', pricePlanId);
    await secondVersion(org, pricePlanId);
    await mutate(org, 'finalizePricePlan', { pricePlanId });
    org.isEvicted = true;
    const job = await migrate(org, pricePlanId);
    await leave(0);
    expect(endsOf(await done(org, job))).toEqual({ acme: 'COMPLETED' });
  });
});
