import { beforeAll, describe, expect, it } from 'vitest';
import { fee } from '../support/catalogue.ts';
import { documentOf, SCENARIOS } from '../support/mutations.ts';
import type { Organization } from '../support/organization.ts';
import { everyRow } from '../support/rows.ts';
import { share } from '../support/runs.ts';
import { copyOf, type Ids, openWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

async function codesOf(org: Organization, mutation: string, input: object): Promise<readonly string[]> {
  org.now = new Date(Date.parse(org.now) + 1).toISOString();
  const answer = await org.ask<Record<string, { userErrors: { code: string }[] }>>(documentOf(mutation), { input });
  const payload = answer.data?.[mutation];
  if (answer.errors || !payload) throw new Error(`${mutation}: ${JSON.stringify(answer.errors)}`);
  return payload.userErrors.map(({ code }) => code);
}

/** Expects that a request leaves every row as it is: no revision, no audit entry, no record of its key. */
async function expectNoTrace(org: Organization, mutation: string, input: object): Promise<void> {
  const before = await everyRow(org);
  expect(await codesOf(org, mutation, { ...input, idempotencyKey: 'again' })).toEqual([]);
  expect(await everyRow(org)).toEqual(before);
  // The key is free.
  expect(await codesOf(org, 'updateCustomer', { customerId: 'acme', name: 'Another name', idempotencyKey: 'again' })).toEqual([]);
}

/** Each call makes another thing. */
const MAKES_ANOTHER: ReadonlySet<string> = new Set([
  'addLicenseUpdate',
  'createApiToken',
  'createDelegateToken',
  'createProposal',
  'createWebhook',
  'initiatePurchase',
  'migratePricePlan',
  'redeliver',
  'registerStaffIssuer',
  'registerTokenIssuer',
  'rotateWebhookSecret',
  'sendTestEvent',
]);

describe.each(
  share(
    SCENARIOS.filter(({ mutation }) => !MAKES_ANOTHER.has(mutation)),
    4,
  ),
)('$mutation', ({ mutation, accepted }) => {
  it('leaves no trace when the same is asked again, whether that is refused or done already', async () => {
    const org = await copyOf(world.org);
    const input = accepted(world.ids);
    expect(await codesOf(org, mutation, input)).toEqual([]);
    const before = await everyRow(org);
    await codesOf(org, mutation, { ...input, idempotencyKey: 'again' });
    expect(await everyRow(org)).toEqual(before);
  });
});

const YEAR = { effectiveFrom: '2031-01-01', effectiveUntil: '2032-01-01' };
const FOR_EVER = { effectiveFrom: '2026-12-01', effectiveUntil: '9999-01-01' };
const CONTRACT = { effectiveFrom: '2026-01-01', effectiveUntil: '9999-01-01' };
const RULES = [{ name: 'Discount', order: 1, computation: '10', action: { type: 'ADD' } }];
const PAUSE = { mode: 'DISASSOCIATE', ...YEAR };

interface NoChange {
  readonly rule: string;
  readonly mutation: string;
  readonly input: (ids: Ids) => object;
  /** What it begins with. */
  readonly earlier?: readonly (readonly [mutation: string, input: (ids: Ids) => object])[];
}

const NO_CHANGES: readonly NoChange[] = [
  { rule: 'an update of a customer that says nothing', mutation: 'updateCustomer', input: () => ({ customerId: 'acme' }) },
  { rule: 'an update of an account that says nothing', mutation: 'updateAccount', input: () => ({ accountId: 'spare' }) },
  {
    rule: 'an update of an account that says what it says, its tags in capitals',
    mutation: 'updateAccount',
    earlier: [['updateAccount', () => ({ accountId: 'spare', tags: ['eu'], metadata: { a: '1', b: '2' }, netTermDays: 5 })]],
    input: () => ({
      accountId: 'spare',
      tags: ['EU'],
      metadata: { b: '2', a: '1' },
      netTermDays: 5,
      invoiceCurrency: 'USD',
      status: 'ACTIVE',
    }),
  },
  { rule: 'an update of an item that says nothing', mutation: 'updateAddOn', input: ({ extra: addOnId }) => ({ addOnId, name: 'Extra' }) },
  {
    rule: 'an alias that is to end when it ends',
    mutation: 'removeAccountAliases',
    earlier: [['removeAccountAliases', () => ({ accountId: 'contracted', aliases: [{ value: 'main', from: '2030-01-01T00:00:00Z' }] })]],
    input: () => ({ accountId: 'contracted', aliases: [{ value: 'main', from: '2030-01-01T00:00:00Z' }] }),
  },
  {
    rule: 'an update of a version that says what it says',
    mutation: 'updatePricePlan',
    input: ({ basic: pricePlanId }) => ({ pricePlanId, supportedCurrencies: ['USD'], description: null }),
  },
  {
    rule: 'rules of a version that are what they are',
    mutation: 'updatePricePlanPricingRules',
    input: ({ basic: pricePlanId }) => ({ pricePlanId, pricingRules: [] }),
  },
  {
    rule: 'a rate card that is made and deleted at once',
    mutation: 'bulkPricePlanRateCardOperations',
    input: ({ basic: pricePlanId, extra }) => ({
      pricePlanId,
      operations: [
        { actionType: 'CREATE', rateCardName: 'extra', rateCard: fee(extra) },
        { actionType: 'DELETE', rateCardName: 'extra' },
      ],
    }),
  },
  { rule: 'days that are clear and are cleared', mutation: 'updatePricingSchedule', input: () => ({ accountId: 'spare', ...PAUSE }) },
  {
    rule: 'an association of what is in force over just these days',
    mutation: 'updatePricingSchedule',
    earlier: [['updatePricingSchedule', ({ pro: pricePlanId }) => ({ accountId: 'spare', pricePlanId, ...FOR_EVER })]],
    input: ({ pro: pricePlanId }) => ({ accountId: 'spare', pricePlanId, ...FOR_EVER }),
  },
  {
    rule: 'an association with the same override',
    mutation: 'updatePricingSchedule',
    earlier: [
      ['updatePricingSchedule', ({ pro: pricePlanId }) => ({ accountId: 'spare', pricePlanId, ...FOR_EVER, pricingRulesOverride: RULES })],
    ],
    input: ({ pro: pricePlanId }) => ({ accountId: 'spare', pricePlanId, ...FOR_EVER, pricingRulesOverride: RULES }),
  },
  {
    rule: 'a batch that ends where it begins',
    mutation: 'updatePricingScheduleBatch',
    earlier: [['updatePricingSchedule', ({ pro: pricePlanId }) => ({ accountId: 'spare', pricePlanId, ...YEAR })]],
    input: ({ pro: pricePlanId, idle }) => ({
      accountId: 'spare',
      edits: [
        { mode: 'ASSOCIATE', ...YEAR, pricePlanId: idle },
        { mode: 'ASSOCIATE', ...YEAR, pricePlanId },
      ],
    }),
  },
  {
    rule: 'an association of what is in force since a past day',
    mutation: 'updatePricingSchedule',
    input: ({ pro: pricePlanId }) => ({ accountId: 'contracted', pricePlanId, ...CONTRACT }),
  },
  {
    rule: 'past days that are clear and are cleared',
    mutation: 'updatePricingSchedule',
    input: () => ({ accountId: 'contracted', mode: 'DISASSOCIATE', effectiveFrom: '2020-01-01', effectiveUntil: '2021-01-01' }),
  },
  {
    rule: 'an edit of a draft that clears what is clear',
    mutation: 'bulkEditSchedules',
    earlier: [['bulkEditSchedules', () => ({ accountId: 'spare', edits: [PAUSE] })]],
    input: () => ({ accountId: 'spare', edits: [{ ...PAUSE, effectiveFrom: '2030-01-01' }] }),
  },
  {
    rule: 'an edit of a draft that says what it says',
    mutation: 'bulkEditSchedules',
    earlier: [['bulkEditSchedules', () => ({ accountId: 'contracted', edits: [PAUSE] })]],
    input: () => ({ accountId: 'contracted', edits: [PAUSE] }),
  },
  {
    rule: 'a draft that is begun again by the same edits',
    mutation: 'bulkEditSchedules',
    earlier: [['bulkEditSchedules', () => ({ accountId: 'contracted', edits: [PAUSE], discard: true })]],
    input: () => ({ accountId: 'contracted', edits: [PAUSE], discard: true }),
  },
  {
    rule: 'rules of a schedule that are those of its plan',
    mutation: 'updateSchedulePricingRules',
    input: ({ draftSchedule: scheduleId }) => ({ scheduleId, pricingRules: [] }),
  },
];

const ATTRIBUTES = ['a', 'b'].map((attributeName) => ({ schemaName: 'events', attributeName }));
const TWO_RULES = [
  ...RULES,
  { name: 'Surcharge', order: 2, computation: '{"+": [1, 2]}', action: { type: 'ADD', metadata: { a: '1', b: '2' } } },
];

const without = (rateCardName: string) => ({ actionType: 'DELETE', rateCardName });

const TWO_ROLES = [
  { role: 'editor', scopes: ['PLANS_WRITE', 'PLANS_READ'] },
  { role: 'viewer', scopes: ['ACCOUNTS_READ', 'PLANS_READ'] },
];

/** An input for each list of an update whose order says nothing, with two entries. */
const SETS: readonly Omit<NoChange, 'rule'>[] = [
  {
    mutation: 'updateAccount',
    input: () => ({
      accountId: 'spare',
      tags: ['x', 'y'],
      billingInformation: { emailRecipients: ['a@x.io', 'b@x.io'], additionalEmailRecipients: ['c@x.io', 'd@x.io'] },
    }),
  },
  { mutation: 'updateFeature', input: ({ calls: featureId }) => ({ featureId, schemaAssociations: ATTRIBUTES }) },
  { mutation: 'updatePricePlan', input: ({ basic: pricePlanId }) => ({ pricePlanId, supportedCurrencies: ['USD', 'EUR'] }) },
  { mutation: 'updatePricePlanPricingRules', input: ({ basic: pricePlanId }) => ({ pricePlanId, pricingRules: TWO_RULES }) },
  { mutation: 'updateSchedulePricingRules', input: ({ draftSchedule: scheduleId }) => ({ scheduleId, pricingRules: TWO_RULES }) },
  {
    mutation: 'updatePricingSchedule',
    input: ({ pro: pricePlanId }) => ({
      ...{ accountId: 'spare', pricePlanId, ...FOR_EVER, pricingRulesOverride: TWO_RULES },
      pricePlanDetailsOverride: {
        supportedCurrencies: ['USD', 'EUR'],
        replacedFamilies: ['CREDIT_GRANT', 'LICENSE'],
        rateCards: ['base', 'support'].map(without),
      },
    }),
  },
  { mutation: 'updateStaffIssuer', input: ({ staffIssuer: staffIssuerId }) => ({ staffIssuerId, roles: TWO_ROLES }) },
  {
    mutation: 'updateWebhook',
    input: ({ webhook: webhookId }) => ({ webhookId, where: { kinds: ['CUSTOMER_CHANGED', 'ACCOUNT_CHANGED'] } }),
  },
];
/** Lists of an update that are applied in their order. */
const SEQUENCES: ReadonlySet<string> = new Set(['claim', 'edits', 'preActions', 'rateCards']);

/** What only a dry run takes: it changes nothing, whatever its lists say. */
const UNWRITTEN: ReadonlySet<string> = new Set(['moneyPreview']);

const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed).toReversed();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, reversed(field)]));
};

describe('the order of a list that is a set says nothing', () => {
  it.each(SETS)('to $mutation', async ({ mutation, input }) => {
    const org = await copyOf(world.org);
    const earlier = input(world.ids);
    expect(await codesOf(org, mutation, earlier)).toEqual([]);
    await expectNoTrace(org, mutation, reversed(earlier) as object);
  });

  it('and every list of an update is such a set, or is applied in its order', async () => {
    interface TypeRef {
      readonly kind: string;
      readonly name: string | null;
      readonly ofType: TypeRef | null;
    }
    type Field = { readonly name: string; readonly type: TypeRef };
    const type = 'type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }';
    const { data } = await world.org.ask<{ __schema: { types: { name: string; inputFields: Field[] | null }[] } }>(
      `{ __schema { types { name inputFields { name ${type} } } } }`,
    );
    const fieldsOf = new Map(data.__schema.types.map(({ name, inputFields }) => [name, inputFields ?? []]));
    const listsOf = (inputType: string, path: readonly string[]): string[] =>
      (fieldsOf.get(inputType) ?? []).flatMap((field) => {
        const inner = field.type.kind === 'NON_NULL' ? field.type.ofType : field.type;
        const at = [...path, field.name];
        if (UNWRITTEN.has(field.name)) return [];
        if (inner?.kind === 'LIST') return SEQUENCES.has(field.name) ? [] : [at.join('.')];
        return inner?.kind === 'INPUT_OBJECT' ? listsOf(inner.name ?? '', at) : [];
      });
    const walked = (value: unknown, path: readonly string[]): string[] => {
      if (Array.isArray(value)) return value.length > 1 ? [path.join('.')] : [];
      if (typeof value !== 'object' || value === null) return [];
      return Object.entries(value).flatMap(([name, field]) => (SEQUENCES.has(name) ? [] : walked(field, [...path, name])));
    };
    const inputTypeOf = (mutation: string) => `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const tested = SETS.flatMap(({ mutation, input }) => walked(input(world.ids), [inputTypeOf(mutation)]));
    const lists = [...fieldsOf.keys()].filter((name) => /^Update.*Input$/.test(name)).flatMap((name) => listsOf(name, [name]));
    expect(lists.toSorted()).toEqual(tested.toSorted());
  });
});

describe('what changes nothing raises no revision, is in no audit log and uses no key', () => {
  it.each(NO_CHANGES)('$rule', async ({ mutation, input, earlier = [] }) => {
    const org = await copyOf(world.org);
    for (const [preparation, of] of earlier) expect(await codesOf(org, preparation, of(world.ids))).toEqual([]);
    await expectNoTrace(org, mutation, input(world.ids));
  });

  it('a draft that ends where the active timeline is goes, and leaves the timeline at its revision', async () => {
    const org = await copyOf(world.org);
    const { pro: pricePlanId } = world.ids;
    const edit = (associationConfig?: object) => ({ accountId: 'contracted', edits: [{ ...CONTRACT, associationConfig }] });
    expect(await codesOf(org, 'bulkEditSchedules', { ...edit(), edits: [{ mode: 'DISASSOCIATE', ...CONTRACT }] })).toEqual([]);
    expect(await codesOf(org, 'bulkEditSchedules', edit({ pricePlanId }))).toEqual([]);
    expect(await codesOf(org, 'finalizeAccountSchedules', { accountId: 'contracted' })).toEqual([]);
    const { data } = await org.ask(
      '{ account(by: { accountId: "contracted" }) { timelineRevision draft { id } schedules { totalCount } } }',
    );
    expect(data).toEqual({ account: { timelineRevision: 1, draft: null, schedules: { totalCount: 1 } } });
  });

  it('a draft that clears a schedule and writes it anew in a second request has no change', async () => {
    const org = await copyOf(world.org);
    const { pro: pricePlanId } = world.ids;
    const edit = (edit: object) => codesOf(org, 'bulkEditSchedules', { accountId: 'contracted', edits: [{ ...CONTRACT, ...edit }] });
    expect(await edit({ mode: 'DISASSOCIATE' })).toEqual([]);
    expect(await edit({ associationConfig: { pricePlanId } })).toEqual([]);
    const { data } = await org.ask('{ account(by: { accountId: "contracted" }) { draft { changes { __typename } } } }');
    expect(data).toEqual({ account: { draft: { changes: [] } } });
  });

  it('a license that is granted beside what changes no day is a change of the account, and none of its timeline', async () => {
    const org = await copyOf(world.org);
    const license = await org.done<{ addOnId: string }>('createAddOn', 'addOn { addOnId }', { name: 'Places', type: 'LICENSE' }, 'addOn');
    const config = { licenseId: license.addOnId, updateType: 'ABSOLUTE', quantity: '5' };
    const preActions = [{ type: 'GRANT_LICENSE', config }];
    const state = async () =>
      (
        await org.ask<{ account: { revision: number; timelineRevision: number } }>(
          '{ account(by: { accountId: "spare" }) { revision timelineRevision } }',
        )
      ).data.account;
    const before = await state();
    expect(await codesOf(org, 'updatePricingSchedule', { accountId: 'spare', ...PAUSE, preActions })).toEqual([]);
    expect(await state()).toEqual({ ...before, revision: before.revision + 1 });
  });
});
