import { beforeAll, describe, expect, it } from 'vitest';
import { grouped } from '../../src/domain/count.ts';
import { MOST_EXAMINED } from '../../src/engine/d1/scan.ts';
import { DB } from '../support/database.ts';
import { Organization, send } from '../support/organization.ts';
import { type Plan, wasteOf } from '../support/recorded.ts';
import { share } from '../support/runs.ts';
import { copyOf } from '../support/world.ts';

interface Known {
  readonly scheduleId: string;
  readonly startDate: string;
  readonly endDate: string;
  readonly isOverridden: boolean;
  readonly account: { readonly accountId: string };
  readonly pricePlanVersion: { readonly pricePlanId: string; readonly version: number };
}

interface List {
  readonly totalCount: number;
  readonly nodes: readonly Known[];
  readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
}

/** A condition as a caller writes it, and whether a schedule matches it. */
interface Condition {
  readonly text: string;
  readonly matches: (schedule: Known) => boolean;
}

let org: Organization;
let [pro, team] = ['', ''];
let known: readonly Known[];

beforeAll(async () => {
  org = await Organization.begin();
  await org.customer('acme');
  for (const accountId of ['eu', 'us', 'uk']) await org.account(accountId, 'acme');
  [pro, team] = [await org.plan('Pro'), await org.plan('Team')];
  const put = (accountId: string, pricePlanId: string, effectiveFrom: string, effectiveUntil: string) =>
    org.done('updatePricingSchedule', 'account { id }', { accountId, pricePlanId, effectiveFrom, effectiveUntil }, 'account');
  await put('acme', pro, '2026-01-01', '2027-01-01');
  await put('eu', pro, '2026-02-01', '9999-01-01');
  await put('us', team, '2026-03-01', '2027-01-01');
  await org.done('updatePricePlan', 'pricePlan { version }', { pricePlanId: pro, description: 'More.' }, 'pricePlan');
  await org.done('finalizePricePlan', 'pricePlan { version }', { pricePlanId: pro }, 'pricePlan');
  await put('acme', pro, '2027-01-01', '2028-01-01');
  await put('uk', team, '2027-06-01', '2027-09-01');
  await put('us', pro, '2027-02-01', '9999-01-01');
  // A draft, which is no part of the list.
  const edits = [{ effectiveFrom: '2028-01-01', effectiveUntil: '2029-01-01', associationConfig: { pricePlanId: team } }];
  await org.done('bulkEditSchedules', 'draft { id }', { accountId: 'uk', edits }, 'draft');
  known = (await list('first: 100')).nodes;
});

const FIELDS =
  'totalCount nodes { scheduleId startDate endDate isOverridden account { accountId } pricePlanVersion { pricePlanId version } } pageInfo { endCursor hasNextPage }';

async function list(given: string, asked = org): Promise<List> {
  const { data, errors } = await asked.ask<{ schedules: List }>(`{ schedules(${given}) { ${FIELDS} } }`);
  expect(errors, given).toBeUndefined();
  return data.schedules;
}

const ORDERS = {
  END_DATE_ASC: (a: Known, b: Known) => a.endDate.localeCompare(b.endDate),
  END_DATE_DESC: (a: Known, b: Known) => b.endDate.localeCompare(a.endDate),
  START_DATE_ASC: (a: Known, b: Known) => a.startDate.localeCompare(b.startDate),
  START_DATE_DESC: (a: Known, b: Known) => b.startDate.localeCompare(a.startDate),
};

const conditions = (): readonly Condition[] => [
  { text: `pricePlanId: { eq: "${pro}" }`, matches: (each) => each.pricePlanVersion.pricePlanId === pro },
  { text: `pricePlanId: { in: ["${pro}", "${team}"] }`, matches: () => true },
  {
    text: `pricePlanId: { eq: "${pro}" }, version: { eq: 1 }`,
    matches: (each) => each.pricePlanVersion.pricePlanId === pro && each.pricePlanVersion.version === 1,
  },
  { text: `pricePlanId: { in: ["${pro}"] }, version: { in: [2, 3] }`, matches: (each) => each.pricePlanVersion.version === 2 },
  { text: 'endsBefore: "2027-12-31"', matches: (each) => each.endDate <= '2027-12-31' },
  { text: 'endsBefore: "2027-01-01"', matches: (each) => each.endDate <= '2027-01-01' },
  { text: 'startsAfter: "2026-02-01"', matches: (each) => each.startDate > '2026-02-01' },
  { text: 'inForceOn: "2026-12-31"', matches: (each) => each.startDate <= '2026-12-31' && each.endDate > '2026-12-31' },
  { text: 'isOverridden: false', matches: (each) => !each.isOverridden },
  { text: 'isOverridden: true', matches: (each) => each.isOverridden },
  {
    text: `or: [{ endsBefore: "2027-01-01" }, { inForceOn: "2028-06-01" }]`,
    matches: (each) => each.endDate <= '2027-01-01' || each.endDate > '2028-06-01',
  },
];

describe('The list of schedules', () => {
  it('has the current schedules of every account, and none of a draft', () => {
    expect(known.map(({ startDate, endDate }) => [startDate, endDate]).toSorted()).toEqual([
      ['2026-01-01', '2027-01-01'],
      ['2026-02-01', '9999-01-01'],
      ['2026-03-01', '2027-01-01'],
      ['2027-01-01', '2028-01-01'],
      ['2027-02-01', '9999-01-01'],
      ['2027-06-01', '2027-09-01'],
    ]);
  });

  it('comes in the order of the last day, or of the first day where that is what `where` limits', async () => {
    const days = async (given: string, day: 'startDate' | 'endDate') => (await list(given)).nodes.map((each) => each[day]);
    expect(await days('first: 9', 'endDate')).toEqual(known.map(({ endDate }) => endDate).toSorted());
    const after = known.map(({ startDate }) => startDate).filter((day) => day > '2026-02-01');
    expect(await days('where: { startsAfter: "2026-02-01" }', 'startDate')).toEqual(after.toSorted());
  });

  it('returns what every two conditions together match, in every order, page by page from either end', async () => {
    const all = conditions();
    const pairs = all.flatMap((one, i) => all.slice(i).map((other) => [one, other] as const));
    const cases = pairs.flatMap(([one, other]) => Object.entries(ORDERS).map(([orderBy, compare]) => ({ one, other, orderBy, compare })));
    for (const { one, other, orderBy, compare } of share(cases, 24, 4)) {
      const given = `where: { and: [{ ${one.text} }, { ${other.text} }] }, orderBy: ${orderBy}`;
      const expected = known.filter((each) => one.matches(each) && other.matches(each));
      const found: Known[] = [];
      for (let after: string | null = null, more = true; more; ) {
        const page: List = await list(`${given}, first: 2, after: ${JSON.stringify(after)}`);
        expect([given, page.totalCount]).toEqual([given, expected.length]);
        found.push(...page.nodes);
        [after, more] = [page.pageInfo.endCursor, page.pageInfo.hasNextPage];
      }
      const idsOf = (schedules: readonly Known[]) => schedules.map(({ scheduleId }) => scheduleId);
      expect([given, idsOf(found).toSorted()]).toEqual([given, idsOf(expected).toSorted()]);
      expect([given, found.map((each) => each)]).toEqual([given, found.toSorted(compare)]);
      expect([given, idsOf((await list(`${given}, last: 2`)).nodes)]).toEqual([given, idsOf(found.slice(-2))]);
    }
  });

  it('has the same conditions beneath an account, where each reads the timeline in its order', async () => {
    const idsOf = (schedules: readonly Known[]) => schedules.map(({ scheduleId }) => scheduleId);
    for (const { text, matches } of conditions()) {
      for (const accountId of ['acme', 'us']) {
        const query = `{ account(by: { accountId: "${accountId}" }) { schedules(where: { ${text} }) { ${FIELDS} } } }`;
        const answer = await send('/graphql', { query }, { ...org.headers, 'x-test-explain': 'yes' });
        const { data, plans } = await answer.json<{ data: { account: { schedules: List } }; plans: readonly Plan[] }>();
        const expected = known.filter((each) => each.account.accountId === accountId && matches(each)).toSorted(ORDERS.START_DATE_ASC);
        expect([query, idsOf(data.account.schedules.nodes)]).toEqual([query, idsOf(expected)]);
        expect(data.account.schedules.totalCount).toBe(expected.length);
        expect(wasteOf(plans)).toEqual([]);
        const indexes = plans.flatMap(({ plan }) => plan.join('\n').match(/ schedules_\w+/g) ?? []);
        expect([query, new Set(indexes)]).toEqual([query, new Set([' schedules_timeline'])]);
      }
    }
  });

  it('needs the plan of a version, and names the condition that has none', async () => {
    for (const [where, path] of [
      ['{ version: { eq: 1 } }', 'where.version'],
      ['{ or: [{ version: { eq: 1 } }, { isOverridden: true }] }', 'where.or.0.version'],
      ['{ pricePlanId: { eq: "pp.1" }, and: [{ version: { in: [1] } }] }', 'where.and.0.version'],
    ]) {
      const { errors, extensions } = await org.ask(`{ schedules(where: ${where}) { nodes { id } } }`);
      expect(errors).toMatchObject([
        { message: expect.stringContaining(`\`${path}\``), extensions: { code: 'BAD_USER_INPUT', argument: 'where' } },
      ]);
      expect(extensions?.cost?.d1Calls ?? 0).toBe(0);
    }
  });

  it('requires `plans:read` for a condition on the plan, and `schedules:read` for any', async () => {
    const tokenWith = async (scopes: readonly string[]) =>
      org.with(await org.done<string>('createApiToken', 'secret', { name: scopes.join(), scopes }, 'secret'));
    const reader = await tokenWith(['SCHEDULES_READ']);
    expect(await reader.ask('{ schedules(where: { endsBefore: "2027-01-01" }) { nodes { scheduleId } } }')).toMatchObject({ data: {} });
    const forbidden = (scope: string) => ({ errors: [{ extensions: { code: 'FORBIDDEN', scopes: [scope] } }] });
    const ofPlan = '{ schedules(where: { pricePlanId: { eq: "pp.1" } }) { nodes { scheduleId } } }';
    expect(await reader.ask(ofPlan)).toMatchObject(forbidden('PLANS_READ'));
    expect(await (await tokenWith(['PLANS_READ'])).ask(ofPlan)).toMatchObject(forbidden('SCHEDULES_READ'));
  });
});

describe('A page of the schedules of a plan', () => {
  /** An organization with so many more versions of Pro, and so many schedules of each, one a day in turns. */
  async function filled(versions: number, each: number): Promise<Organization> {
    const large = await copyOf(org);
    await DB.batch([
      DB.prepare(
        `insert into price_plan_versions (id, org_id, price_plan_id, version, status, currencies, deferred_revenue, allow_ongoing_cycle_updates,
           pricing_rules, rate_card_set_id, created_at, updated_at)
         with recursive n(i) as (select 1 union all select i + 1 from n where i < ?3)
         select printf('ppv.zz%09d.00000', i), org_id, price_plan_id, 100 + i, status, currencies, deferred_revenue, allow_ongoing_cycle_updates,
           pricing_rules, rate_card_set_id, created_at, updated_at
         from n, (select * from price_plan_versions where org_id = ?1 and price_plan_id = ?2 and version = 1)`,
      ).bind(large.orgId, pro, versions),
      DB.prepare(
        `insert into schedules (id, org_id, account_id, schedule_id, start_date, end_date, counts_from, price_plan_id, plan_version_id,
           rate_card_set_id, is_overridden, recorded_at, recorded_revision)
         with recursive n(i) as (select 0 union all select i + 1 from n where i < ?3 * ?4 - 1)
         select printf('schv.zz%09d.00000', i), org_id, account_id, printf('sch.zz%09d.00000', i), date('1000-01-01', i || ' days'),
           date('1000-01-02', i || ' days'), counts_from, price_plan_id, printf('ppv.zz%09d.00000', 1 + i % ?3), rate_card_set_id, i % 2 = 0, 0, 1
         from n, (select * from schedules where org_id = ?1 and price_plan_id = ?2 and draft_id is null and superseded_at is null order by id limit 1)`,
      ).bind(large.orgId, pro, versions, each),
    ]);
    return large;
  }

  it('reads one schedule of each version besides its own, however many schedules there are', async () => {
    const [few, many, more] = [await filled(5, 4), await filled(5, 40), await filled(25, 8)];
    for (const other of ['', ', endsBefore: "2027-12-31"', ', version: { in: [101, 102, 103] }', ', isOverridden: true']) {
      for (const place of ['first: 2', 'last: 2', 'first: 2, orderBy: END_DATE_DESC']) {
        const given = `${place}, where: { pricePlanId: { eq: "${pro}" }${other} }`;
        const read = async (large: Organization) => {
          const { data, errors, extensions } = await large.ask(`{ schedules(${given}) { nodes { endDate } } }`);
          expect([given, errors, data]).toMatchObject([given, undefined, { schedules: { nodes: { length: 2 } } }]);
          return extensions.cost.rowsRead;
        };
        const [atFew, atMany, atMore] = [await read(few), await read(many), await read(more)];
        expect([given, atMany]).toEqual([given, atFew]);
        expect(atMore - atMany, given).toBeLessThanOrEqual(3 * 20);
      }
    }
  });

  it('comes in one order whatever the versions, page by page', async () => {
    const large = await filled(25, 2);
    for (const [orderBy, compare] of [
      ['END_DATE_ASC', ORDERS.END_DATE_ASC],
      ['END_DATE_DESC', ORDERS.END_DATE_DESC],
    ] as const) {
      const found: Known[] = [];
      for (let after: string | null = null, more = true; more; ) {
        const page: List = await list(
          `first: 20, after: ${JSON.stringify(after)}, orderBy: ${orderBy}, where: { pricePlanId: { eq: "${pro}" } }`,
          large,
        );
        found.push(...page.nodes);
        [after, more] = [page.pageInfo.endCursor, page.pageInfo.hasNextPage];
      }
      expect(found).toHaveLength(50 + known.filter(({ pricePlanVersion }) => pricePlanVersion.pricePlanId === pro).length);
      expect(found).toEqual(found.toSorted(compare));
    }
  });
});

describe('A page that examines too many schedules', () => {
  it('is an error that names the argument, and is none where an index has the conditions', async () => {
    const large = await copyOf(org);
    await DB.prepare(
      `insert into schedules (id, org_id, account_id, schedule_id, start_date, end_date, counts_from, price_plan_id, plan_version_id, rate_card_set_id,
         is_overridden, recorded_at, recorded_revision)
       with recursive n(i) as (select 1 union all select i + 1 from n where i < ?2)
       select printf('schv.zz%09d.00000', i), org_id, account_id, printf('sch.zz%09d.00000', i), date('1000-01-01', i || ' days'),
         date('1000-01-02', i || ' days'), counts_from, price_plan_id, plan_version_id, rate_card_set_id, 0, 0, 1
       from n, (select * from schedules where org_id = ?1 and draft_id is null and superseded_at is null order by id limit 1)`,
    )
      .bind(large.orgId, MOST_EXAMINED + 1)
      .run();
    const ask = (given: string) => large.ask(`{ schedules(${given}) { nodes { scheduleId } } }`);
    const refused = await ask('where: { isOverridden: true, startsAfter: "0999-01-01" }');
    expect(refused.errors).toMatchObject([
      {
        message: expect.stringContaining(`${grouped(MOST_EXAMINED)} items`),
        extensions: { code: 'QUERY_TOO_EXPENSIVE', argument: 'where' },
      },
    ]);
    expect(refused.extensions.cost.rowsRead).toBeLessThan(refused.extensions.cost.requested);
    expect((await ask('where: { isOverridden: true }')).data).toEqual({ schedules: { nodes: [] } });
    // A page that is full before that is none of them.
    expect((await ask('first: 1, where: { startsAfter: "0999-01-01", endsBefore: "2020-01-01" }')).errors).toBeUndefined();
  });

  it('costs more than one that an index has', async () => {
    const requested = async (given: string) =>
      (await org.ask(`{ schedules(first: 1, ${given}) { nodes { id } } }`)).extensions.cost.requested;
    const plain = Number(await requested('orderBy: END_DATE_ASC'));
    expect(await requested('where: { endsBefore: "2027-01-01" }')).toBe(plain);
    const ofPlan = `pricePlanId: { eq: "${pro}" }, endsBefore: "2027-01-01"`;
    expect(await requested(`where: { ${ofPlan}, version: { in: [1] } }`)).toBe(plain);
    expect(await requested(`where: { ${ofPlan} }`)).toBe(plain + 100);
    expect(await requested(`where: { ${ofPlan}, version: { in: [1, 2] } }`)).toBe(plain + 100);
    for (const where of [
      '{ endsBefore: "2027-01-01", isOverridden: true, startsAfter: "2026-01-01" }',
      '{ or: [{ isOverridden: true }] }',
    ]) {
      expect(await requested(`where: ${where}`)).toBe(plain + 10_000);
    }
  });
});
