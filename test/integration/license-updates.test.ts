import { beforeEach, describe, expect, it } from 'vitest';
import { mutate, refusal } from '../support/catalogue.ts';
import { Organization } from '../support/organization.ts';
import { call, callLogged } from '../support/rest.ts';
import { contractFaults } from '../support/rest-contract.ts';

const [MARCH, APRIL, MAY] = ['2027-03-01T00:00:00.000Z', '2027-04-01T00:00:00.000Z', '2027-05-01T00:00:00.000Z'];
const UPDATE =
  'licenseUpdate { licenseUpdateId licenseId updateType quantity quantityAfter effectiveFrom metadata account { accountId revision } }';

let org: Organization;
let seat: string;
let guest: string;
beforeEach(async () => {
  org = await Organization.begin();
  await org.customer('acme');
  const license = async (name: string, type: string): Promise<string> =>
    (await org.done<{ addOnId: string }>('createAddOn', 'addOn { addOnId }', { name, type }, 'addOn')).addOnId;
  [seat, guest] = [await license('Seat', 'LICENSE'), await license('Guest', 'NAMED_LICENSE')];
});

const given = (changes: object = {}) => ({ accountId: 'acme', licenseId: seat, updateType: 'RELATIVE', quantity: '5', ...changes });
/** Ids sort by time: each update is recorded later than the one before. */
const add = (changes: object = {}) => {
  org.now = new Date(Date.parse(org.now) + 1).toISOString();
  return mutate<{ licenseUpdate: { licenseUpdateId: string; quantityAfter: string } }>(org, 'addLicenseUpdate', given(changes), UPDATE);
};
const refused = async (changes: object) =>
  (await refusal(org, 'addLicenseUpdate', given(changes))).map(({ code, path }) => `${code} ${path?.join('.')}`);
const listed = async (where: string): Promise<readonly string[]> => {
  const query = `{ licenseUpdates(where: ${where}) { nodes { quantityAfter } } }`;
  const { data } = await org.ask<{ licenseUpdates: { nodes: { quantityAfter: string }[] } }>(query);
  return data.licenseUpdates.nodes.map(({ quantityAfter }) => quantityAfter);
};

describe('addLicenseUpdate', () => {
  it('records an update from now on, with its metadata and what the account holds after it, in one read and one write', async () => {
    expect(await add({ quantity: '2.5', metadata: { order: '7' } })).toMatchObject({
      licenseUpdate: {
        licenseId: seat,
        updateType: 'RELATIVE',
        quantity: '2.5',
        quantityAfter: '2.5',
        effectiveFrom: org.now,
        metadata: { order: '7' },
        account: { accountId: 'acme', revision: 2 },
      },
      d1Calls: 2,
    });
    expect(await add({ licenseId: guest })).toMatchObject({ licenseUpdate: { quantityAfter: '5', metadata: {} } });
    const { data } = await org.ask('{ events(last: 1) { nodes { kinds account { accountId } } } }');
    expect(data).toMatchObject({ events: { nodes: [{ kinds: ['LICENSES_CHANGED'], account: { accountId: 'acme' } }] } });
  });

  it('says what the account holds from the instant of the update on, whatever is recorded afterwards', async () => {
    await add({ updateType: 'ABSOLUTE', quantity: '20', effectiveFrom: MARCH });
    await add({ quantity: '4', effectiveFrom: MAY });
    expect(await add({ effectiveFrom: APRIL })).toMatchObject({ licenseUpdate: { quantityAfter: '25' } });
    expect(await add({ quantity: '1', effectiveFrom: MAY })).toMatchObject({ licenseUpdate: { quantityAfter: '30' } });
    expect(await listed('{ accountId: { eq: "acme" } }')).toEqual(['30', '25', '24', '20']);
  });

  it('continues what was recorded together with a change of schedules', async () => {
    const pricePlanId = await org.plan('Pro');
    const preActions = [{ type: 'GRANT_LICENSE', config: { licenseId: seat, updateType: 'RELATIVE', quantity: '3' } }];
    const association = { accountId: 'acme', pricePlanId, effectiveFrom: '2026-01-01', effectiveUntil: '9999-01-01', preActions };
    await org.done('updatePricingSchedule', 'account { id }', association, 'account');
    await add();
    expect(await listed('{ accountId: { eq: "acme" } }')).toEqual(['8', '3']);
  });

  it('records once what is sent twice with one key', async () => {
    const first = await add({ idempotencyKey: 'one' });
    expect(await add({ idempotencyKey: 'one' })).toMatchObject({ licenseUpdate: { licenseUpdateId: first.licenseUpdate.licenseUpdateId } });
    expect(await refused({ idempotencyKey: 'one', quantity: '6' })).toEqual(['IDEMPOTENCY_KEY_REUSED input.idempotencyKey']);
    expect(await listed('{ accountId: { eq: "acme" } }')).toEqual(['5']);
  });

  it('refuses what is wrong, names the field, and records nothing', async () => {
    await add();
    const setup = await org.done<{ addOnId: string }>('createAddOn', 'addOn { addOnId }', { name: 'Setup', type: 'FIXED_FEE' }, 'addOn');
    expect(await refused({ accountId: 'nobody' })).toEqual(['NOT_FOUND input.accountId']);
    for (const licenseId of ['addon.00000000000.00000', setup.addOnId]) {
      expect(await refused({ licenseId })).toEqual(['NOT_FOUND input.licenseId']);
    }
    expect(await refused({ updateType: 'ABSOLUTE', quantity: '-1' })).toEqual(['INVALID_VALUE input.quantity']);
    expect(await refused({ quantity: '1000000000001' })).toEqual(['INVALID_VALUE input.quantity']);
    expect(await refused({ quantity: '0', metadata: { a: 1 } })).toEqual([
      'NOTHING_TO_CHANGE input.quantity',
      'INVALID_VALUE input.metadata.a',
    ]);
    const keys = Object.fromEntries(Array.from({ length: 51 }, (_key, i) => [`k${i}`, 'v']));
    expect(await refused({ metadata: keys })).toEqual(['LIMIT_EXCEEDED input.metadata']);
    expect(await refused({ quantity: '-6' })).toEqual(['LICENSES_NEGATIVE input.quantity']);
    expect(await refused({ quantity: '-1', effectiveFrom: '2020-01-01T00:00:00Z' })).toEqual(['LICENSES_NEGATIVE input.quantity']);
    expect(await refused({ expectedRevision: 1 })).toEqual(['CONFLICT input.expectedRevision']);
    expect(await listed('{ accountId: { eq: "acme" } }')).toEqual(['5']);
  });

  it('is refused for an archived account', async () => {
    await org.account('spare', 'acme');
    await mutate(org, 'deleteAccount', { accountId: 'spare' });
    expect(await refused({ accountId: 'spare' })).toEqual(['ARCHIVED input.accountId']);
    expect(await listed('{}')).toEqual([]);
  });
});

describe('licenseUpdates', () => {
  it('returns the updates of all accounts, by account, license and instant', async () => {
    await org.account('other', 'acme');
    await add({ quantity: '1', effectiveFrom: MARCH });
    await add({ quantity: '2', effectiveFrom: APRIL, accountId: 'other' });
    await add({ quantity: '3', effectiveFrom: MAY, licenseId: guest });
    const query = '{ licenseUpdates { totalCount nodes { quantity } } }';
    expect((await org.ask(query)).data).toMatchObject({ licenseUpdates: { totalCount: 3, nodes: [{ quantity: '3' }, {}, {}] } });
    expect(await listed('{ accountId: { eq: "other" } }')).toEqual(['2']);
    expect(await listed('{ accountId: { in: ["other", "nobody"] } }')).toEqual(['2']);
    expect(await listed(`{ licenseId: { eq: "${seat}" } }`)).toEqual(['2', '1']);
    expect(await listed(`{ effectiveFrom: { gte: "${APRIL}", lt: "${MAY}" } }`)).toEqual(['2']);
    expect(await listed(`{ accountId: { eq: "acme" }, effectiveFrom: { gte: "${APRIL}" } }`)).toEqual(['3']);
    expect(await listed(`{ accountId: { eq: "other" }, licenseId: { eq: "${guest}" } }`)).toEqual([]);
  });
});

describe('/license_updates', () => {
  const post = (changes: object = {}) => callLogged(org, 'POST', '/license_updates', { body: { ...given({ quantity: 5 }), ...changes } });
  const get = (query: string) => callLogged(org, 'GET', `/license_updates${query}`);

  it('answers the quantity after each update, exactly, in a read and a write', async () => {
    await post({ updateType: 'ABSOLUTE', quantity: 999999999999 });
    const { answer, line } = await post({ quantity: JSON.rawJSON('0.000000000001'), metadata: { order: '7' } });
    expect(contractFaults('LicenseUpdateResponse', answer)).toEqual([]);
    expect(answer).toMatchObject({
      licenseId: seat,
      accountId: 'acme',
      effectiveFrom: org.now,
      metadata: { order: '7' },
      createdAt: org.now,
    });
    expect(line).toMatchObject({ operation: 'addLicenseUpdateEntry', status: 200, d1Calls: 2 });
    expect(await listed('{ accountId: { eq: "acme" } }')).toEqual(['999999999999.000000000001', '999999999999']);
  });

  it('lists updates by account, license and instant, in pages', async () => {
    await org.account('other', 'acme');
    await post({ quantity: 1, effectiveFrom: MARCH });
    await post({ quantity: 2, effectiveFrom: APRIL });
    await post({ quantity: 3, accountId: 'other', licenseId: guest });
    const { answer, line } = await get('?page_size=2');
    expect(contractFaults('GetLicenseUpdatesResponse', answer)).toEqual([]);
    expect(line).toMatchObject({ operation: 'getLicenseUpdates', status: 200, d1Calls: 1 });
    expect(answer.data).toMatchObject([
      { accountId: 'other', quantity: 3 },
      { accountId: 'acme', quantity: 3 },
    ]);
    expect((await get(`?pageSize=2&nextToken=${answer.nextToken}`)).answer).toMatchObject({
      data: [{ quantity: 1, effectiveFrom: MARCH }],
    });
    expect((await get('?account_id=acme')).answer.data).toHaveLength(2);
    expect((await get(`?licenseId=${guest}`)).answer.data).toMatchObject([{ licenseId: guest }]);
    expect((await get(`?accountId=acme&effectiveFrom=${APRIL}`)).answer.data).toMatchObject([{ effectiveFrom: APRIL }]);
    expect((await get('?accountId=nobody')).answer).toEqual({ data: [] });
  });

  it('records once what is sent twice with one key in its body', async () => {
    const { answer } = await post({ idempotencyKey: 'one' });
    expect((await post({ idempotencyKey: 'one' })).answer).toEqual(answer);
    expect((await get('?accountId=acme')).answer.data).toHaveLength(1);
  });

  it.each([
    ['an unknown account', { accountId: 'nobody' }, 400, 'body.accountId'],
    ['an unknown license', { licenseId: 'addon.none' }, 400, 'body.licenseId'],
    ['an id that is too long', { licenseId: 'x'.repeat(51) }, 400, 'body.licenseId'],
    ['a quantity as text', { quantity: '5' }, 400, 'body.quantity'],
    ['a quantity that leaves fewer than none', { quantity: -1 }, 400, 'body.quantity'],
    ['an unknown type', { updateType: 'DOUBLED' }, 400, 'body.updateType'],
    ['an instant as a number', { effectiveFrom: 5 }, 400, 'body.effectiveFrom'],
    ['metadata that are no texts', { metadata: { order: 7 } }, 400, 'body.metadata.order'],
  ])('refuses %s', async (_what, changes, status, place) => {
    const answer = await call(org, 'POST', '/license_updates', { body: { ...given({ quantity: 5 }), ...changes } });
    expect([answer.status, answer.headers.get('x-error-path')]).toEqual([status, place]);
    expect((await get('')).answer).toEqual({ data: [] });
  });

  it('refuses an instant that is none in the query', async () => {
    const answer = await call(org, 'GET', '/license_updates?effectiveFrom=soon');
    expect([answer.status, answer.headers.get('x-error-path')]).toEqual([400, 'query.effectiveFrom']);
  });
});
