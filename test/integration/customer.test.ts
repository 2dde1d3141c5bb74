import { beforeEach, describe, expect, it } from 'vitest';
import { mutate, refusal } from '../support/catalogue.ts';
import { Organization } from '../support/organization.ts';

const ACME = { customerId: 'acme', name: 'Acme Inc.', primaryEmail: 'ap@acme.com', address: { city: 'Berlin', country: 'de' } };
const CUSTOMER = `customer { customerId name primaryEmail status updatedAt address { line1 city country } settings { settingId value dataType }
  accounts { nodes { accountId name } } }`;
const READ = `{ customer(customerId: "acme") { customerId name primaryEmail status updatedAt address { line1 city country }
  settings { settingId value dataType } accounts { nodes { accountId name } } } }`;

let org: Organization;
beforeEach(async () => {
  org = await Organization.begin({ baseCurrency: 'EUR' });
});

const stored = async () => (await org.ask(READ)).data;
const isGone = { customer: null };

describe('createCustomer', () => {
  it('makes a first account with the same id and details, and answers both from the write itself', async () => {
    const account = `account { accountId name invoiceCurrency status revision timelineRevision primaryEmail address { city } tags metadata
      aliases { nodes { value } } customer { customerId } }`;
    const settings = [{ id: 'vat', value: '19', namespace: 'BILLING', name: 'VAT', dataType: 'NUMERIC' }];
    const created = await mutate(org, 'createCustomer', { ...ACME, settings }, `${CUSTOMER} ${account}`);
    expect(created).toMatchObject({
      customer: {
        customerId: 'acme',
        status: 'ACTIVE',
        address: { line1: null, city: 'Berlin', country: 'DE' },
        settings: [{ settingId: 'vat', value: '19', dataType: 'NUMERIC' }],
        accounts: { nodes: [{ accountId: 'acme', name: 'Acme Inc.' }] },
      },
      account: {
        accountId: 'acme',
        name: 'Acme Inc.',
        invoiceCurrency: 'EUR',
        status: 'ACTIVE',
        revision: 1,
        timelineRevision: 0,
        primaryEmail: 'ap@acme.com',
        address: { city: 'Berlin' },
        tags: [],
        metadata: {},
        aliases: { nodes: [] },
        customer: { customerId: 'acme' },
      },
      userErrors: [],
      d1Calls: 2,
    });
  });

  it('makes the account that is given instead', async () => {
    const account = { accountId: 'acme-eu', name: 'Acme EU', invoiceCurrency: 'USD', aliases: [{ value: 'eu' }], tags: ['EU', 'eu'] };
    const created = await mutate(
      org,
      'createCustomer',
      { ...ACME, account },
      'account { accountId invoiceCurrency tags aliases { nodes { value } } }',
    );
    expect(created).toMatchObject({
      account: { accountId: 'acme-eu', invoiceCurrency: 'USD', tags: ['eu'], aliases: { nodes: [{ value: 'eu' }] } },
      d1Calls: 2,
    });
  });

  it('names every field at fault at once, and creates nothing', async () => {
    const errors = await refusal(org, 'createCustomer', { customerId: ' a', name: 'Ac', primaryEmail: 'acme', address: { country: 'QQ' } });
    expect(errors.map(({ path }) => path)).toEqual([
      ['input', 'customerId'],
      ['input', 'name'],
      ['input', 'primaryEmail'],
      ['input', 'address', 'country'],
    ]);
    expect(await stored()).toEqual(isGone);
  });

  it.each([
    ['an id of more than 50 characters', { accountId: 'x'.repeat(51), name: 'Acme EU' }, 'INVALID_VALUE', ['accountId']],
    ['a name that is too short', { accountId: 'eu', name: 'EU' }, 'INVALID_VALUE', ['name']],
    [
      'more than 10 aliases',
      { accountId: 'eu', name: 'Acme', aliases: Array.from({ length: 11 }, (_, i) => ({ value: `a${i}` })) },
      'LIMIT_EXCEEDED',
      ['aliases'],
    ],
    ['metadata that is no map of texts', { accountId: 'eu', name: 'Acme', metadata: { tier: 1 } }, 'INVALID_VALUE', ['metadata', 'tier']],
  ])('refuses a first account with %s, and creates no customer either', async (_what, account, code, path) => {
    expect(await refusal(org, 'createCustomer', { ...ACME, account })).toMatchObject([{ code, path: ['input', 'account', ...path] }]);
    expect(await stored()).toEqual(isGone);
  });

  it('refuses an id that is taken, by a customer or by an account, archived ones included', async () => {
    await org.customer('acme');
    await org.account('beta', 'acme');
    expect(await refusal(org, 'createCustomer', ACME)).toMatchObject([{ code: 'ALREADY_EXISTS', path: ['input', 'customerId'] }]);
    const beta = { ...ACME, customerId: 'beta' };
    expect(await refusal(org, 'createCustomer', beta)).toMatchObject([{ code: 'ALREADY_EXISTS', path: ['input', 'customerId'] }]);
    await org.done('deleteAccount', 'account { id }', { accountId: 'beta' }, 'account');
    const given = { ...ACME, customerId: 'gamma', account: { accountId: 'beta', name: 'Beta' } };
    expect(await refusal(org, 'createCustomer', given)).toMatchObject([
      { code: 'ALREADY_EXISTS', path: ['input', 'account', 'accountId'] },
    ]);
  });

  it('takes an id that another organization has', async () => {
    await (await Organization.begin()).customer('acme');
    expect(await mutate(org, 'createCustomer', ACME)).toMatchObject({ userErrors: [], d1Calls: 2 });
  });

  it('lets one of eight win who want one id at once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => mutate(org, 'createCustomer', ACME)));
    const codes = answers.flatMap(({ userErrors }) => userErrors.map(({ code }) => code));
    expect(codes).toEqual(Array.from({ length: 7 }, () => 'ALREADY_EXISTS'));
  });
});

describe('updateCustomer', () => {
  beforeEach(async () => {
    await mutate(org, 'createCustomer', ACME);
  });

  it('changes what it names, keeps the rest, and replaces an address as a whole', async () => {
    org.now = '2026-11-22T00:00:00Z';
    const updated = await mutate(org, 'updateCustomer', { customerId: 'acme', name: 'Acme AG', address: { line1: 'Main St' } }, CUSTOMER);
    expect(updated).toMatchObject({
      customer: {
        name: 'Acme AG',
        primaryEmail: 'ap@acme.com',
        address: { line1: 'Main St', city: null, country: null },
        updatedAt: '2026-11-22T00:00:00.000Z',
        accounts: { nodes: [{ accountId: 'acme', name: 'Acme Inc.' }] },
      },
      d1Calls: 2,
    });
  });

  it.each(['name', 'primaryEmail', 'address'])('cannot clear the %s', async (field) => {
    const before = await stored();
    expect(await refusal(org, 'updateCustomer', { customerId: 'acme', [field]: null })).toMatchObject([
      { code: 'INVALID_VALUE', path: ['input', field] },
    ]);
    expect(await stored()).toEqual(before);
  });

  it('answers an unknown customer and one of another organization alike', async () => {
    const stranger = await Organization.begin();
    const [unknown] = await refusal(org, 'updateCustomer', { customerId: 'nobody' });
    const [foreign] = await refusal(stranger, 'updateCustomer', { customerId: 'acme' });
    expect(unknown).toMatchObject({ __typename: 'NotFoundError', code: 'NOT_FOUND', path: ['input', 'customerId'] });
    expect(foreign).toEqual({ ...unknown, message: unknown?.message.replace('nobody', 'acme') });
  });

  it('loses no change of two that come at once', async () => {
    await Promise.all([
      mutate(org, 'updateCustomer', { customerId: 'acme', name: 'Acme AG' }),
      mutate(org, 'updateCustomer', { customerId: 'acme', primaryEmail: 'new@acme.com' }),
    ]);
    expect(await stored()).toMatchObject({ customer: { name: 'Acme AG', primaryEmail: 'new@acme.com' } });
  });
});

describe('deleteCustomer', () => {
  beforeEach(async () => {
    await mutate(org, 'createCustomer', ACME);
    await org.account('acme-eu', 'acme');
  });
  const archive = (accountId: string) => org.done('deleteAccount', 'account { id }', { accountId }, 'account');

  it('is refused while an account is not archived, and names which', async () => {
    await archive('acme');
    const [error] = await refusal(org, 'deleteCustomer', { customerId: 'acme' });
    expect(error).toMatchObject({ code: 'CUSTOMER_HAS_ACCOUNTS', path: ['input', 'customerId'] });
    expect(error?.message).toContain('"acme-eu"');
    expect(await stored()).toMatchObject({ customer: { status: 'ACTIVE' } });
  });

  it('archives: the customer is read-only, takes no account, and is left out of lists unless asked for', async () => {
    await archive('acme');
    await archive('acme-eu');
    expect(await mutate(org, 'deleteCustomer', { customerId: 'acme' }, 'customer { status }')).toMatchObject({
      customer: { status: 'ARCHIVED' },
      d1Calls: 2,
    });
    expect(await refusal(org, 'updateCustomer', { customerId: 'acme', name: 'Acme AG' })).toMatchObject([
      { code: 'ARCHIVED', path: ['input', 'customerId'] },
    ]);
    expect(await refusal(org, 'createAccount', { customerId: 'acme', accountId: 'new', name: 'New' })).toMatchObject([
      { code: 'ARCHIVED', path: ['input', 'customerId'] },
    ]);
    const { data } = await org.ask('{ customers { totalCount } all: customers(includeArchived: true) { nodes { customerId status } } }');
    expect(data).toEqual({ customers: { totalCount: 0 }, all: { nodes: [{ customerId: 'acme', status: 'ARCHIVED' }] } });
  });

  it('twice is archiving once: the second time nothing is written', async () => {
    await archive('acme');
    await archive('acme-eu');
    await mutate(org, 'deleteCustomer', { customerId: 'acme' });
    const archived = await stored();
    expect(await mutate(org, 'deleteCustomer', { customerId: 'acme' })).toMatchObject({ userErrors: [], d1Calls: 1 });
    expect(await stored()).toEqual(archived);
  });

  it('never leaves an open account under an archived customer, whatever races', async () => {
    await archive('acme');
    await archive('acme-eu');
    const account = { customerId: 'acme', accountId: 'late', name: 'Late' };
    const [deleted, created] = await Promise.all([
      mutate(org, 'deleteCustomer', { customerId: 'acme' }),
      mutate(org, 'createAccount', account),
    ]);
    expect([deleted, created].flatMap(({ userErrors }) => userErrors)).toHaveLength(1);
  });

  it('answers an unknown customer with NOT_FOUND', async () => {
    expect(await refusal(org, 'deleteCustomer', { customerId: 'nobody' })).toMatchObject([
      { code: 'NOT_FOUND', path: ['input', 'customerId'] },
    ]);
  });
});

describe('customer', () => {
  it("is read in one call, and is null for an unknown id and for another organization's", async () => {
    await mutate(org, 'createCustomer', ACME);
    expect((await org.ask(READ)).extensions.cost.d1Calls).toBe(1);
    expect((await org.ask(READ.replace('acme', 'ACME'))).data).toEqual(isGone);
    expect((await (await Organization.begin()).ask(READ)).data).toEqual(isGone);
  });
});
