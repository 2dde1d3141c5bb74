import { beforeAll, describe, expect, it } from 'vitest';
import { forgetting } from '../../scripts/forgetting.ts';
import { mutate } from '../support/catalogue.ts';
import { DB } from '../support/database.ts';
import { oneOfEverything } from '../support/everything.ts';
import type { Organization } from '../support/organization.ts';
import { everyRow } from '../support/rows.ts';
import { copyOf } from '../support/world.ts';

let everything: Organization;
beforeAll(async () => {
  everything = await oneOfEverything('leaving');
});

const forgetOnce = async ({ orgId, now }: Organization, rows?: number) => {
  const statements = forgetting(orgId, Date.parse(now), rows).map((sql) => DB.prepare(sql));
  const results = await DB.batch<Record<string, number>>(statements);
  const left = Object.entries(results.at(-1)?.results[0] ?? {}).flatMap(([table, isLeft]) => (isLeft ? [table] : []));
  return { left, changes: results.map(({ meta }) => meta.changes) };
};

/** Lets the history of an organization be deleted, and deletes nothing. */
const beginForgetting = ({ orgId }: Organization) => DB.prepare('update organizations set forgotten_at = 1 where id = ?').bind(orgId).run();

/** The number of rows of an organization in each table of the database that says to which organization its rows belong. */
async function counts({ orgId }: Organization): Promise<Readonly<Record<string, number>>> {
  const { results } = await DB.prepare(
    "select name as \"table\" from sqlite_schema where type = 'table' and sql like '%org_id%' order by name",
  ).all<{ table: string }>();
  const answers = await DB.batch<{ n: number }>(
    results.map(({ table }) => DB.prepare(`select count(*) as n from "${table}" where org_id = ?`).bind(orgId)),
  );
  return Object.fromEntries(results.map(({ table }, i) => [table, answers[i]?.results[0]?.n ?? 0]));
}

const orphans = () =>
  DB.prepare(
    `select (select count(*) from rate_card_members where set_key not in (select key from rate_card_sets))
     + (select count(*) from rate_card_contents where key not in (select content_key from rate_card_members)) as n`,
  ).first('n');

describe('forgetting an organization', () => {
  it('deletes every row of it in every table, and nothing of another organization', async () => {
    const [org, other] = [await copyOf(everything), await copyOf(everything)];
    const before = await everyRow(other);
    // A drained key leaves no record behind, and a later table must have a row here.
    await mutate(org, 'updateFeature', { featureId: await featureOf(org), name: 'Renamed', idempotencyKey: 'once' });
    expect(Object.entries(await counts(org)).filter(([, rows]) => rows === 0)).toEqual([]);
    for (let round = 0; (await forgetOnce(org)).left.length > 0; round++) expect(round).toBeLessThan(5);
    expect(Object.entries(await counts(org)).filter(([, rows]) => rows > 0)).toEqual([]);
    expect(await DB.prepare('select 1 from organizations where id = ?').bind(org.orgId).first()).toBeNull();
    expect(await orphans()).toBe(0);
    expect(await everyRow(other)).toEqual(before);
  });

  it('deletes at most so many rows of a table at once, and continues where an earlier run ended', async () => {
    const org = await copyOf(everything);
    const sizes: number[] = [];
    for (let left = ['']; left.length > 0; ) {
      const round = await forgetOnce(org, 3);
      left = [...round.left];
      // A row that is deleted is counted in another one, and a set has the places of its cards.
      expect(Math.max(...round.changes)).toBeLessThanOrEqual(3 * 20);
      sizes.push(left.length);
    }
    expect(sizes.length).toBeGreaterThan(5);
    expect(Object.values(await counts(org)).every((rows) => rows === 0)).toBe(true);
  });

  it('ends all access at once: a token is unknown, also while rows are left', async () => {
    const org = await copyOf(everything);
    await forgetOnce(org, 1);
    const later = org.with(org.token);
    later.now = new Date(Date.parse(org.now) + 60_000).toISOString();
    expect((await later.ask('{ __typename }')).status).toBe(401);
  });

  it.each(['audit_entries', 'schedules', 'price_plan_versions'])(
    'is the only way to delete history: %s of an organization in use keep each row, also while another one is forgotten',
    async (table) => {
      const [org, other] = [await copyOf(everything), await copyOf(everything)];
      const remove = ({ orgId }: Organization) => DB.prepare(`delete from ${table} where org_id = ?`).bind(orgId).run();
      const REFUSED = /LEDGER|SCHEDULE_HISTORY|PLAN_VERSION_FROZEN/;
      await expect(remove(org)).rejects.toThrow(REFUSED);
      await beginForgetting(org);
      await expect(remove(other)).rejects.toThrow(REFUSED);
    },
  );

  it.each([
    ['audit_entries', "actor = 'x'", 'LEDGER'],
    ['wallet_entries', "amount = '1000000'", 'LEDGER'],
    ['schedules', "currencies = '[]'", 'SCHEDULE_HISTORY'],
    ['price_plan_versions', "description = 'x'", 'PLAN_VERSION_FROZEN'],
    ['purchases', "price_amount = '0'", 'PURCHASE_TERMS'],
    ['rate_card_contents', "name = 'x'", 'RATE_CARD_FROZEN'],
  ])('alters nothing: %s refuse another value', async (table, set, code) => {
    const org = await copyOf(everything);
    await beginForgetting(org);
    await expect(DB.prepare(`update ${table} set ${set} where org_id = ?`).bind(org.orgId).run()).rejects.toThrow(code);
  });
});

async function featureOf({ orgId }: Organization): Promise<string> {
  return String(await DB.prepare("select id from billable_items where org_id = ? and kind = 'FEATURE' limit 1").bind(orgId).first('id'));
}
