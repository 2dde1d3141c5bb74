import { beforeEach, describe, expect, it } from 'vitest';
import { mutate, refusal } from '../support/catalogue.ts';
import { Organization } from '../support/organization.ts';

const DETAILS = `revision timelineRevision name status invoiceCurrency netTermDays primaryEmail metadata tags address { city }
  billingInformation { emailRecipients additionalEmailRecipients }`;

let org: Organization;
beforeEach(async () => {
  org = await Organization.begin();
  await org.customer('acme');
});

const read = async (accountId = 'acme') =>
  (
    await org.ask<{ account: object | null }>(`query ($id: String!) { account(by: { accountId: $id }) { accountId ${DETAILS} } }`, {
      id: accountId,
    })
  ).data.account;
const update = (input: object) =>
  mutate<{ account: object | null }>(org, 'updateAccount', { accountId: 'acme', ...input }, `account { ${DETAILS} }`);
const associate = (pricePlanId: string, effectiveFrom: string, effectiveUntil: string) =>
  mutate(org, 'updatePricingSchedule', { accountId: 'acme', pricePlanId, effectiveFrom, effectiveUntil });
const propose = async (expiryDate?: string) => {
  const walletTopupDetails = { topupAmount: '100' };
  const input = { accountId: 'acme', type: 'WALLET_TOPUP', paymentMode: 'PREPAID', walletTopupDetails, expiryDate };
  return org.done<{ proposalId: string }>('createProposal', 'proposal { proposalId }', input, 'proposal');
};

describe('createAccount', () => {
  const NEW = { customerId: 'acme', accountId: 'acme-eu', name: 'Acme EU' };

  it('takes the base currency and everything else empty, unless it is given', async () => {
    expect(await mutate(org, 'createAccount', NEW, `account { ${DETAILS} customer { customerId } }`)).toMatchObject({
      account: {
        revision: 1,
        timelineRevision: 0,
        status: 'ACTIVE',
        invoiceCurrency: 'USD',
        netTermDays: null,
        primaryEmail: null,
        metadata: {},
        tags: [],
        address: null,
        billingInformation: null,
        customer: { customerId: 'acme' },
      },
      d1Calls: 2,
    });
  });

  it.each([
    ['accountId', { accountId: '' }, 'INVALID_VALUE', ['accountId']],
    ['name', { name: 'EU' }, 'INVALID_VALUE', ['name']],
    ['netTermDays', { netTermDays: -1 }, 'INVALID_VALUE', ['netTermDays']],
    ['primaryEmail', { primaryEmail: 'acme' }, 'INVALID_VALUE', ['primaryEmail']],
    ['tags', { tags: ['eu', ''] }, 'INVALID_VALUE', ['tags', '1']],
    ['metadata', { metadata: [] }, 'INVALID_VALUE', ['metadata']],
    ['address', { address: { country: 'QQ' } }, 'INVALID_VALUE', ['address', 'country']],
    [
      'billingInformation',
      { billingInformation: { emailRecipients: ['a'] } },
      'INVALID_VALUE',
      ['billingInformation', 'emailRecipients', '0'],
    ],
    ['aliases', { aliases: [{ value: 'a' }, { value: 'a' }] }, 'ALREADY_EXISTS', ['aliases', '1', 'value']],
    [
      'settings',
      { settings: [{ id: 's', value: 'x', namespace: 'n', name: 'n', dataType: 'NUMERIC' }] },
      'INVALID_VALUE',
      ['settings', '0', 'value'],
    ],
    ['customerId', { customerId: 'nobody' }, 'NOT_FOUND', ['customerId']],
  ])('names %s where it is at fault, and creates nothing', async (_field, fault, code, path) => {
    expect(await refusal(org, 'createAccount', { ...NEW, ...fault })).toMatchObject([{ code, path: ['input', ...path] }]);
    expect(await read('acme-eu')).toBeNull();
  });

  it('refuses an id that an account has', async () => {
    expect(await refusal(org, 'createAccount', { ...NEW, accountId: 'acme' })).toMatchObject([
      { code: 'ALREADY_EXISTS', path: ['input', 'accountId'] },
    ]);
  });
});

describe('updateAccount', () => {
  const FULL = {
    netTermDays: 30,
    primaryEmail: 'ada@acme.com',
    metadata: { region: 'EU', tier: '1' },
    tags: ['EU', 'vip'],
    address: { city: 'Berlin' },
    billingInformation: { emailRecipients: ['bob@acme.com'] },
  };

  it('keeps what is absent, and grows the revision alone', async () => {
    const { account: full } = await update(FULL);
    const { account, d1Calls } = await update({ name: 'Acme AG' });
    expect(full).toMatchObject({ revision: 2, tags: ['eu', 'vip'], metadata: FULL.metadata });
    expect(account).toEqual({ ...full, name: 'Acme AG', revision: 3 });
    expect(d1Calls).toBe(2);
  });

  it('clears what is null, where that may be empty', async () => {
    await update(FULL);
    const nothing = { netTermDays: null, primaryEmail: null, metadata: null, tags: null, address: null, billingInformation: null };
    expect((await update(nothing)).account).toMatchObject({ ...nothing, metadata: {}, tags: [] });
  });

  it.each(['name', 'invoiceCurrency', 'status'])('cannot clear the %s', async (field) => {
    expect(await refusal(org, 'updateAccount', { accountId: 'acme', [field]: null })).toMatchObject([
      { code: 'INVALID_VALUE', path: ['input', field] },
    ]);
    expect(await read()).toMatchObject({ revision: 1 });
  });

  it('replaces the whole of metadata and of tags, and empties them with {} and []', async () => {
    await update(FULL);
    expect((await update({ metadata: { region: 'US' }, tags: ['new'] })).account).toMatchObject({
      metadata: { region: 'US' },
      tags: ['new'],
    });
    expect((await update({ metadata: {}, tags: [] })).account).toMatchObject({ metadata: {}, tags: [] });
  });

  it('names every field at fault at once, and changes none', async () => {
    const before = await read();
    const errors = await refusal(org, 'updateAccount', {
      accountId: 'acme',
      name: 'A',
      netTermDays: 9999,
      tags: [''],
      metadata: { tier: 1 },
    });
    expect(errors.map(({ path }) => path.slice(1))).toEqual([['name'], ['netTermDays'], ['metadata', 'tier'], ['tags', '0']]);
    expect(await read()).toEqual(before);
  });

  it('changes the invoice currency until a schedule exists, even one that is gone', async () => {
    expect((await update({ invoiceCurrency: 'EUR' })).account).toMatchObject({ invoiceCurrency: 'EUR' });
    await update({ invoiceCurrency: 'USD' });
    const plan = await org.plan('Basic');
    await associate(plan, '2026-12-01', '2027-01-01');
    await mutate(org, 'updatePricingSchedule', {
      accountId: 'acme',
      mode: 'DISASSOCIATE',
      effectiveFrom: '2026-12-01',
      effectiveUntil: '2027-01-01',
    });
    expect(await refusal(org, 'updateAccount', { accountId: 'acme', invoiceCurrency: 'EUR' })).toMatchObject([
      { code: 'CURRENCY_FIXED', path: ['input', 'invoiceCurrency'] },
    ]);
    expect(await update({ invoiceCurrency: 'USD' })).toMatchObject({ userErrors: [] });
  });

  it('changes the invoice currency until a purchase exists, a proposal included', async () => {
    await propose();
    expect(await refusal(org, 'updateAccount', { accountId: 'acme', invoiceCurrency: 'EUR' })).toMatchObject([{ code: 'CURRENCY_FIXED' }]);
  });

  it('returns to DRAFT only while no schedule is in force or ahead', async () => {
    expect((await update({ status: 'DRAFT' })).account).toMatchObject({ status: 'DRAFT' });
    await update({ status: 'ACTIVE' });
    await associate(await org.plan('Basic'), '2026-12-01', '2027-01-01');
    expect(await refusal(org, 'updateAccount', { accountId: 'acme', status: 'DRAFT' })).toMatchObject([
      { code: 'ACCOUNT_HAS_SCHEDULES', path: ['input', 'status'] },
    ]);
    org.now = '2027-01-01T00:00:00Z';
    expect(await update({ status: 'DRAFT' })).toMatchObject({ userErrors: [] });
  });

  it('lets one of eight win who decided on one revision, and loses no change of those that named none', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, (_, i) => update({ name: `Name ${i}`, expectedRevision: 1 })));
    expect(answers.flatMap(({ userErrors }) => userErrors)).toMatchObject(
      Array.from({ length: 7 }, () => ({ __typename: 'ConflictError', code: 'CONFLICT', currentRevision: 2 })),
    );
    await Promise.all([update({ netTermDays: 7 }), update({ tags: ['a'] }), update({ metadata: { a: 'b' } })]);
    expect(await read()).toMatchObject({ revision: 5, netTermDays: 7, tags: ['a'], metadata: { a: 'b' } });
  });

  it('answers an unknown account and one of another organization alike', async () => {
    const stranger = await Organization.begin();
    const [unknown] = await refusal(org, 'updateAccount', { accountId: 'nobody' });
    const [foreign] = await refusal(stranger, 'updateAccount', { accountId: 'acme' });
    expect(unknown).toMatchObject({ code: 'NOT_FOUND', path: ['input', 'accountId'] });
    expect(foreign).toEqual({ ...unknown, message: unknown?.message.replace('nobody', 'acme') });
  });
});

describe('deleteAccount', () => {
  const archive = () => mutate(org, 'deleteAccount', { accountId: 'acme' }, 'account { status revision }');

  it('archives: the account is read-only, and left out of lists unless asked for', async () => {
    expect(await archive()).toMatchObject({ account: { status: 'ARCHIVED', revision: 2 }, d1Calls: 2 });
    for (const [mutation, input] of [
      ['updateAccount', { name: 'Acme AG' }],
      ['updateAccount', {}],
      ['bulkEditSchedules', { edits: [{ mode: 'DISASSOCIATE', effectiveFrom: '2027-01-01', effectiveUntil: '2028-01-01' }] }],
      ['discardAccountSchedules', {}],
      ['createProposal', { type: 'WALLET_TOPUP', paymentMode: 'PREPAID', walletTopupDetails: { topupAmount: '1' } }],
    ] as const) {
      expect([mutation, await refusal(org, mutation, { accountId: 'acme', ...input })]).toMatchObject([mutation, [{ code: 'ARCHIVED' }]]);
    }
    const { data } = await org.ask(
      '{ accounts { totalCount } customer(customerId: "acme") { accounts { totalCount } } all: accounts(includeArchived: true) { totalCount } }',
    );
    expect(data).toEqual({ accounts: { totalCount: 0 }, customer: { accounts: { totalCount: 0 } }, all: { totalCount: 1 } });
  });

  it('is refused while a schedule covers today or a later day', async () => {
    await associate(await org.plan('Basic'), '2026-01-01', '2026-11-22');
    expect(await refusal(org, 'deleteAccount', { accountId: 'acme' })).toMatchObject([
      { code: 'ACCOUNT_HAS_SCHEDULES', path: ['input', 'accountId'] },
    ]);
    expect(await read()).toMatchObject({ status: 'ACTIVE', revision: 2 });
    org.now = '2026-11-22T00:00:00Z';
    expect(await archive()).toMatchObject({ account: { status: 'ARCHIVED' } });
  });

  it('is refused while a proposal is open: not declined, and not past its expiry', async () => {
    const { proposalId } = await propose();
    await propose('2026-11-22T00:00:00Z');
    expect(await refusal(org, 'deleteAccount', { accountId: 'acme' })).toMatchObject([
      { code: 'ACCOUNT_HAS_OPEN_PROPOSALS', path: ['input', 'accountId'], message: expect.stringContaining('open proposals: 2') },
    ]);
    org.now = '2026-11-22T00:00:00Z';
    expect(await refusal(org, 'deleteAccount', { accountId: 'acme' })).toMatchObject([
      { message: expect.stringContaining('open proposals: 1') },
    ]);
    await mutate(org, 'updateProposalStatus', { proposalId, status: 'DECLINE' });
    expect(await archive()).toMatchObject({ account: { status: 'ARCHIVED' } });
  });

  it('frees its aliases, which go on naming it in the past', async () => {
    await org.account('other', 'acme');
    await mutate(org, 'addAccountAliases', {
      accountId: 'acme',
      aliases: [{ value: 'main' }, { value: 'ahead', effectiveFrom: '2027-01-01T00:00:00Z' }],
    });
    const added = org.now;
    org.now = '2026-11-22T00:00:00Z';
    await archive();
    const { data } = await org.ask(
      `{ now: account(by: { alias: "main" }) { accountId } before: account(by: { alias: "main" }, effectiveOn: "${added}") { accountId aliases { nodes { value } } } }`,
    );
    expect(data).toMatchObject({ now: null, before: { accountId: 'acme', aliases: { nodes: [{ value: 'main' }] } } });
    expect(await mutate(org, 'addAccountAliases', { accountId: 'other', aliases: [{ value: 'main' }, { value: 'ahead' }] })).toMatchObject({
      userErrors: [],
    });
  });

  it('twice is archiving once: the second time nothing is written', async () => {
    await archive();
    expect(await mutate(org, 'deleteAccount', { accountId: 'acme' })).toMatchObject({ userErrors: [], d1Calls: 1 });
    expect(await read()).toMatchObject({ status: 'ARCHIVED', revision: 2 });
  });

  it('never archives an account that a plan is attached to at the same time', async () => {
    const plan = await org.plan('Basic');
    const [archived, associated] = await Promise.all([archive(), associate(plan, '2027-01-01', '9999-01-01')]);
    expect([archived, associated].flatMap(({ userErrors }) => userErrors)).toHaveLength(1);
  });

  it('refuses another revision than the current one, and an unknown account', async () => {
    expect(await refusal(org, 'deleteAccount', { accountId: 'acme', expectedRevision: 7 })).toMatchObject([
      { code: 'CONFLICT', currentRevision: 1 },
    ]);
    expect(await refusal(org, 'deleteAccount', { accountId: 'nobody' })).toMatchObject([
      { code: 'NOT_FOUND', path: ['input', 'accountId'] },
    ]);
  });
});

describe('Account.availableActions', () => {
  const actions = async () => {
    const query = '{ account(by: { accountId: "acme" }) { earliestChange draft { isStale } availableActions { action allowed reason } } }';
    const { data, extensions } = await org.ask<{
      account: { availableActions: { action: string; allowed: boolean; reason: string | null }[] };
    }>(query);
    expect(extensions.cost.d1Calls).toBe(1);
    return data.account.availableActions;
  };
  const allowed = async () => (await actions()).flatMap(({ action, allowed: is }) => (is ? [action] : []));
  const reasonOf = async (name: string) => (await actions()).find(({ action }) => action === name)?.reason;
  const edits = [{ mode: 'DISASSOCIATE', effectiveFrom: '2027-06-01', effectiveUntil: '2027-07-01' }];

  it('allows everything of an ACTIVE account but what needs a draft', async () => {
    expect(await allowed()).toEqual(['UPDATE', 'ARCHIVE', 'ASSOCIATE', 'EDIT_SCHEDULES', 'CREATE_PROPOSAL', 'INITIATE_PURCHASE']);
    expect(await reasonOf('FINALIZE_SCHEDULES')).toContain('no draft');
  });

  it('allows a DRAFT account neither an association, a purchase nor a finalize', async () => {
    await update({ status: 'DRAFT' });
    await mutate(org, 'bulkEditSchedules', { accountId: 'acme', edits });
    expect(await allowed()).toEqual(['UPDATE', 'ARCHIVE', 'EDIT_SCHEDULES', 'DISCARD_SCHEDULES', 'CREATE_PROPOSAL']);
    expect(await reasonOf('FINALIZE_SCHEDULES')).toContain('Set its status to ACTIVE');
  });

  it('allows a draft to be finalized until the timeline moves, and says the same as the refusal', async () => {
    const plan = await org.plan('Basic');
    await mutate(org, 'bulkEditSchedules', { accountId: 'acme', edits });
    expect(await allowed()).toContain('FINALIZE_SCHEDULES');
    await associate(plan, '2026-01-01', '9999-01-01');
    const [stale] = await refusal(org, 'finalizeAccountSchedules', { accountId: 'acme' });
    const [scheduled] = await refusal(org, 'deleteAccount', { accountId: 'acme' });
    expect([await reasonOf('FINALIZE_SCHEDULES'), await reasonOf('ARCHIVE')]).toEqual([stale?.message, scheduled?.message]);
  });

  it('allows nothing of an archived account', async () => {
    await mutate(org, 'deleteAccount', { accountId: 'acme' });
    expect(await allowed()).toEqual([]);
    expect(await reasonOf('UPDATE')).toContain('archived');
  });
});
