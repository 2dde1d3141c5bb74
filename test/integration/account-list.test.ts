import { beforeAll, describe, expect, it } from 'vitest';
import { accountPlans } from '../support/account-plans.ts';
import { mutate } from '../support/catalogue.ts';
import { DB } from '../support/database.ts';
import { delegateFor } from '../support/delegate.ts';
import { NOW, Organization } from '../support/organization.ts';
import { share } from '../support/runs.ts';
import { copyOf } from '../support/world.ts';

interface Known {
  readonly accountId: string;
  readonly name: string;
  readonly status: string;
  readonly tags: readonly string[];
  readonly updatedAt: string;
  readonly customer: { readonly customerId: string };
  readonly metadata: Readonly<Record<string, string>>;
  readonly timelineEndDate: string | null;
  readonly draft: { readonly draftId: string } | null;
  readonly schedules: { readonly nodes: readonly Scheduled[] };
}

interface Scheduled {
  readonly startDate: string;
  readonly endDate: string;
  readonly pricePlanVersion: { readonly pricePlanId: string; readonly version: number };
}

interface List {
  readonly totalCount: number;
  readonly nodes: readonly Known[];
  readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
}

/** A condition as a caller writes it, and whether an account matches it. */
interface Condition {
  readonly text: string;
  readonly matches: (account: Known) => boolean;
}

/** A value of which only the beginning is in an index. */
const LONG = 'é'.repeat(120);

let org: Organization;
let known: readonly Known[];
let [pro, team] = ['', ''];

beforeAll(async () => {
  org = await Organization.begin();
  await org.customer('acme');
  await org.customer('zeta');
  [pro, team] = [await org.plan('Pro'), await org.plan('Team')];
  const account = (accountId: string, details: object) =>
    org.done('createAccount', 'account { id }', { accountId, customerId: 'acme', name: `${accountId} Ltd`, ...details }, 'account');
  await account('uk', { tags: ['eu'], metadata: { region: 'emea', note: LONG } });
  await account('de', { tags: ['eu', 'eur'] });
  await account('us', { customerId: 'zeta', metadata: { region: 'amer', "it's": '100%' } });
  await account('br', { status: 'DRAFT', metadata: { region: 'amer', note: `${LONG}!` } });
  await account('fr', { tags: ['eu'] });
  await account('gone', {});
  const put = (accountId: string, pricePlanId: string, effectiveFrom: string, effectiveUntil: string) =>
    org.done('updatePricingSchedule', 'account { id }', { accountId, pricePlanId, effectiveFrom, effectiveUntil }, 'account');
  await put('acme', pro, '2026-01-01', '9999-01-01');
  await put('uk', pro, '2026-01-01', '2027-01-01');
  await put('uk', team, '2027-01-01', '2028-01-01');
  await put('de', team, '2026-01-01', '9999-01-01');
  await put('us', pro, '2026-01-01', '2026-03-01');
  await org.done('updatePricePlan', 'pricePlan { version }', { pricePlanId: pro, description: 'More.' }, 'pricePlan');
  await org.done('finalizePricePlan', 'pricePlan { version }', { pricePlanId: pro }, 'pricePlan');
  await put('us', pro, '2026-11-21', '2027-01-01');
  await put('fr', pro, '2027-01-01', '2027-02-01');
  for (const accountId of ['acme', 'de', 'us', 'br', 'gone']) {
    const edits = [{ effectiveFrom: '2028-01-01', effectiveUntil: '2029-01-01', associationConfig: { pricePlanId: pro } }];
    await org.done('bulkEditSchedules', 'draft { id }', { accountId, edits }, 'draft');
  }
  await mutate(org, 'deleteAccount', { accountId: 'gone' });
  await mutate(org, 'updateAccount', { accountId: 'fr', metadata: { region: 'emea', tier: '' } });
  await mutate(org, 'updateAccount', { accountId: 'fr', metadata: { region: 'apac', tier: '' } });
  known = (await list('first: 100')).nodes;
});

const FIELDS = `totalCount pageInfo { endCursor hasNextPage } nodes { accountId name status tags metadata updatedAt timelineEndDate customer { customerId }
  draft { draftId } schedules { nodes { startDate endDate pricePlanVersion { pricePlanId version } } } }`;

async function list(given: string): Promise<List> {
  const { data, errors } = await org.ask<{ accounts: List }>(`{ accounts(${given}) { ${FIELDS} } }`);
  expect(errors, given).toBeUndefined();
  return data.accounts;
}

const ORDERS: Readonly<Record<string, (a: Known, b: Known) => number>> = {
  CREATED_AT_ASC: (a, b) => known.indexOf(a) - known.indexOf(b),
  NAME_ASC: (a, b) => a.name.toLowerCase().localeCompare(b.name.toLowerCase()),
  TIMELINE_END_ASC: (a, b) => (a.timelineEndDate ?? '').localeCompare(b.timelineEndDate ?? '') || known.indexOf(a) - known.indexOf(b),
  UPDATED_AT_ASC: (a, b) => a.updatedAt.localeCompare(b.updatedAt),
};

/** Whether an account is on a plan on a day, and on one of its versions. */
const isOn = (pricePlanId: string, day: string, version?: number) => (account: Known) =>
  account.schedules.nodes.some(
    ({ startDate, endDate, pricePlanVersion: plan }) =>
      startDate <= day && day < endDate && plan.pricePlanId === pricePlanId && (version === undefined || plan.version === version),
  );

const conditions = (): readonly Condition[] => [
  { text: 'metadata: { key: "region" }', matches: ({ metadata }) => 'region' in metadata },
  { text: 'metadata: { key: "region", value: "emea" }', matches: ({ metadata }) => metadata.region === 'emea' },
  { text: 'metadata: { key: "tier", value: "" }', matches: ({ metadata }) => metadata.tier === '' },
  { text: 'metadata: { key: "it\'s", value: "100%" }', matches: ({ metadata }) => metadata["it's"] === '100%' },
  { text: `metadata: { key: "note", value: "${LONG}" }`, matches: ({ metadata }) => metadata.note === LONG },
  { text: `pricePlan: { pricePlanId: "${pro}" }`, matches: isOn(pro, NOW.slice(0, 10)) },
  { text: `pricePlan: { pricePlanId: "${pro}", version: 2 }`, matches: isOn(pro, NOW.slice(0, 10), 2) },
  { text: `pricePlan: { pricePlanId: "${team}", on: "2027-12-31" }`, matches: isOn(team, '2027-12-31') },
  { text: `pricePlan: { pricePlanId: "${pro}", version: 1, on: "2026-02-28" }`, matches: isOn(pro, '2026-02-28', 1) },
  { text: 'hasDraft: true', matches: ({ draft }) => draft !== null },
  { text: 'hasDraft: false', matches: ({ draft }) => draft === null },
  { text: 'status: { eq: DRAFT }', matches: ({ status }) => status === 'DRAFT' },
  { text: 'tags: { has: "EU" }', matches: ({ tags }) => tags.includes('eu') },
  { text: 'customerId: { in: ["acme", "nobody"] }', matches: ({ customer }) => customer.customerId === 'acme' },
  {
    text: 'or: [{ hasDraft: true }, { tags: { has: "eu" } }]',
    matches: ({ draft, tags }) => draft !== null || tags.includes('eu'),
  },
];

/** Conditions that only the order of the ends of timelines has. */
const ENDS: readonly Condition[] = [
  { text: 'timelineEndDate: { gte: "2027-01-01", lt: "2028-01-01" }', matches: (each) => isWithin(each, '2027-01-01', '2028-01-01') },
  { text: 'timelineEndDate: { gte: "2028-01-01" }', matches: (each) => isWithin(each, '2028-01-01', '9999-12-31') },
  { text: 'timelineEndDate: { lt: "2027-02-01" }', matches: (each) => isWithin(each, '0001-01-01', '2027-02-01') },
  { text: 'timelineEndDate: { gte: "0001-01-01" }', matches: (each) => isWithin(each, '0001-01-01', '9999-12-31') },
];

const isWithin = ({ timelineEndDate: end }: Known, first: string, after: string) => end !== null && first <= end && end < after;

const namesOf = (accounts: readonly Known[]) => accounts.map(({ accountId }) => accountId);

describe('The list of accounts', () => {
  it('returns what every two conditions together match, in every order, page by page from either end', async () => {
    const all = conditions();
    const pairs = all.flatMap((one, i) => all.slice(i).map((other) => [one, other] as const));
    const cases = pairs.flatMap(([one, other]) =>
      Object.entries(ORDERS).flatMap(([ascending, compare]) => [
        { one, other, orderBy: ascending, compare },
        { one, other, orderBy: ascending.replace('ASC', 'DESC'), compare: (a: Known, b: Known) => compare(b, a) },
      ]),
    );
    for (const { one, other, orderBy, compare } of share(cases, 24, 4)) {
      const given = `where: { and: [{ ${one.text} }, { ${other.text} }] }, orderBy: ${orderBy}`;
      const expected = namesOf(known.filter((each) => one.matches(each) && other.matches(each)).toSorted(compare));
      const found: string[] = [];
      for (let after: string | null = null, more = true; more; ) {
        const page: List = await list(`${given}, first: 2, after: ${JSON.stringify(after)}`);
        expect([given, page.totalCount]).toEqual([given, expected.length]);
        found.push(...namesOf(page.nodes));
        [after, more] = [page.pageInfo.endCursor, page.pageInfo.hasNextPage];
      }
      expect([given, found]).toEqual([given, expected]);
      expect([given, namesOf((await list(`${given}, last: 2`)).nodes)]).toEqual([given, expected.slice(-2)]);
    }
  });

  it('by the end of a timeline has only accounts with one, in the order of the ends', async () => {
    for (const { text, matches } of ENDS) {
      for (const also of [
        '',
        ', hasDraft: true',
        ', status: { eq: ACTIVE }',
        ', status: { in: [ACTIVE, DRAFT] }, customerId: { eq: "acme" }',
      ]) {
        const [expected, found] = [
          known.filter(matches).toSorted(ORDERS.TIMELINE_END_ASC),
          await list(`where: { ${text} }, orderBy: TIMELINE_END_ASC`),
        ];
        expect([text, namesOf(found.nodes), found.totalCount]).toEqual([text, namesOf(expected), expected.length]);
        const narrower = await list(`where: { ${text}${also} }, orderBy: TIMELINE_END_DESC, first: 100`);
        const kept = new Set(
          namesOf((await list(`where: { and: [{ ${also.slice(2) || 'createdAt: { lt: "2999-01-01T00:00:00Z" }'} }] }`)).nodes),
        );
        expect([text, also, namesOf(narrower.nodes)]).toEqual([
          text,
          also,
          namesOf(expected.toReversed()).filter((name) => kept.has(name)),
        ]);
      }
    }
  });

  it('is refused by the end of a timeline in another order, with a name for the condition', async () => {
    const { errors } = await org.ask(
      '{ accounts(orderBy: NAME_ASC, where: { or: [{ timelineEndDate: { lt: "2027-01-01" } }] }) { nodes { id } } }',
    );
    const message = '`where.or.0.timelineEndDate` requires `orderBy: TIMELINE_END_ASC` or `TIMELINE_END_DESC`, not `NAME_ASC`.';
    expect(errors).toMatchObject([{ message, extensions: { code: 'BAD_USER_INPUT', argument: 'where' } }]);
  });

  it('has the same conditions beneath a customer', async () => {
    for (const { text, matches } of conditions()) {
      const { data, errors } = await org.ask<{ customer: { accounts: List } }>(
        `{ customer(customerId: "acme") { accounts(where: { ${text} }, first: 100) { ${FIELDS} } } }`,
      );
      expect(errors, text).toBeUndefined();
      const expected = namesOf(known.filter((each) => each.customer.customerId === 'acme' && matches(each)));
      expect([text, namesOf(data.customer.accounts.nodes)]).toEqual([text, expected]);
      expect([text, data.customer.accounts.totalCount]).toEqual([text, expected.length]);
    }
  });
});

describe('The index of metadata', () => {
  it('has each key of each account, whatever has been written and changed', async () => {
    const { results } = await DB.prepare(
      `select e.key, a.account_id, substr(e.value, 1, 100) as value from accounts a, json_each(a.metadata) e where a.org_id = ?1
       except select m.key, a.account_id, m.value from account_metadata m join accounts a on a.org_id = m.org_id and a.id = m.account_id where m.org_id = ?1`,
    )
      .bind(org.orgId)
      .all();
    expect(results).toEqual([]);
    const rows = await DB.prepare('select count(*) as rows from account_metadata where org_id = ?').bind(org.orgId).first('rows');
    expect(rows).toBe(known.reduce((entries, { metadata }) => entries + Object.keys(metadata).length, 0));
  });
});

describe('The index of plans', () => {
  it('has each plan version of an active timeline once, from when it is attached or finalized until nothing has it', async () => {
    const own = await Organization.begin();
    await own.customer('acme');
    const [basic, plus] = [await own.plan('Basic'), await own.plan('Plus')];
    const put = async (pricePlanId: string | null, effectiveFrom: string, effectiveUntil: string) => {
      const mode = pricePlanId ? 'ASSOCIATE' : 'DISASSOCIATE';
      const input = { accountId: 'acme', mode, ...(pricePlanId && { pricePlanId }), effectiveFrom, effectiveUntil };
      await own.done('updatePricingSchedule', 'account { id }', input, 'account');
    };
    const indexed = async () => {
      const plans = await accountPlans(own);
      expect(plans.indexed).toEqual(plans.scheduled);
      return plans.indexed.length;
    };
    await put(basic, '2026-01-01', '9999-01-01');
    await put(basic, '2030-01-01', '2031-01-01');
    expect(await indexed()).toBe(1);
    const edits = [{ effectiveFrom: '2040-01-01', effectiveUntil: '2041-01-01', associationConfig: { pricePlanId: plus } }];
    await own.done('bulkEditSchedules', 'draft { id }', { accountId: 'acme', edits }, 'draft');
    expect(await indexed()).toBe(1);
    await own.done('finalizeAccountSchedules', 'account { id }', { accountId: 'acme' }, 'account');
    expect(await indexed()).toBe(2);
    await put(null, '2040-01-01', '2041-01-01');
    expect(await indexed()).toBe(1);
    await put(plus, '2027-01-01', '9999-01-01');
    expect(await indexed()).toBe(2);
  });
});

describe('The end of a timeline', () => {
  it('is that of its last schedule, whether a plan was attached, detached or moved', async () => {
    const ends = () => Object.fromEntries(known.map(({ accountId, timelineEndDate }) => [accountId, timelineEndDate]));
    expect(ends()).toEqual({
      acme: '9999-01-01',
      br: null,
      de: '9999-01-01',
      fr: '2027-02-01',
      uk: '2028-01-01',
      us: '2027-01-01',
      zeta: null,
    });
    const detach = { accountId: 'uk', mode: 'DISASSOCIATE', effectiveFrom: '2027-06-01', effectiveUntil: '9999-01-01' };
    const cut = await copyOf(org);
    await mutate(cut, 'updatePricingSchedule', detach);
    const { data } = await cut.ask('{ account(by: { accountId: "uk" }) { timelineEndDate } }');
    expect(data).toEqual({ account: { timelineEndDate: '2027-06-01' } });
  });
});

describe('A plan or a version that does not exist', () => {
  const cases = () => [
    ['{ pricePlan: { pricePlanId: "pp.none" } }', '`where.pricePlan.pricePlanId` is unknown: there is no price plan `pp.none`.'],
    [
      '{ or: [{ hasDraft: true }, { pricePlan: { pricePlanId: "" } }] }',
      '`where.or.1.pricePlan.pricePlanId` is unknown: there is no price plan ``.',
    ],
    [
      `{ and: [{ pricePlan: { pricePlanId: "${team}", version: 2 } }] }`,
      `\`where.and.0.pricePlan.version\` is unknown: the price plan \`${team}\` has no version 2.`,
    ],
  ];

  it.each(['nodes { id }', 'totalCount', 'totalCount nodes { id }'])('is an error that names it, in one call: %s', async (selection) => {
    for (const [where, message] of cases()) {
      const { errors, extensions } = await org.ask(`{ accounts(where: ${where}) { ${selection} } }`);
      expect(errors).toMatchObject([{ message, extensions: { code: 'BAD_USER_INPUT', argument: 'where' } }]);
      expect(extensions.cost.d1Calls).toBe(1);
    }
  });

  it('is not known where it is of another organization', async () => {
    const other = await Organization.begin();
    const theirs = await other.plan('Theirs');
    const { errors } = await org.ask(`{ accounts(where: { pricePlan: { pricePlanId: "${theirs}" } }) { nodes { id } } }`);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});

describe('A delegate', () => {
  const named = async (caller: Organization, where: string) => {
    const { data, errors } = await caller.ask<{ accounts: List }>(`{ accounts(where: ${where}) { totalCount nodes { accountId } } }`);
    expect(errors, where).toBeUndefined();
    return [namesOf(data.accounts.nodes), data.accounts.totalCount];
  };

  it('does not learn by a condition which plans there are', async () => {
    const delegate = await delegateFor(org, ['uk', 'de']);
    for (const where of [`{ pricePlan: { pricePlanId: "pp.none" } }`, `{ pricePlan: { pricePlanId: "${team}", version: 9 } }`]) {
      expect([where, await named(delegate, where)]).toEqual([where, [[], 0]]);
    }
    expect(await named(delegate, `{ pricePlan: { pricePlanId: "${pro}" } }`)).toEqual([['uk'], 1]);
  });
});

describe('The price of a list of accounts', () => {
  const requested = async (given: string) =>
    Number((await org.ask(`{ accounts(first: 1, ${given}) { nodes { id } } }`)).extensions.cost.requested);

  it('is that of a page where an index has the condition in the order of creation', async () => {
    const plain = await requested('orderBy: NAME_ASC');
    for (const given of [
      'where: { hasDraft: true }',
      'where: { hasDraft: true }, orderBy: CREATED_AT_DESC',
      'where: { metadata: { key: "a" } }',
      'where: { metadata: { key: "a", value: "b" } }',
    ]) {
      expect([given, await requested(given)]).toEqual([given, plain]);
    }
  });

  it('is higher where a page may examine accounts that do not match', async () => {
    const plain = await requested('orderBy: NAME_ASC');
    for (const given of [
      'where: { hasDraft: false }',
      'where: { hasDraft: true }, orderBy: NAME_ASC',
      'where: { hasDraft: true }, search: "a"',
      'where: { metadata: { key: "a" }, hasDraft: true }',
      'where: { hasDraft: true, status: { eq: ACTIVE } }',
      'where: { or: [{ hasDraft: true }] }',
      `where: { pricePlan: { pricePlanId: "${pro}" } }`,
    ]) {
      expect([given, await requested(given)]).toEqual([given, plain + 10_000]);
    }
  });
});
