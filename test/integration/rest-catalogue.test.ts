import { beforeEach, describe, expect, it } from 'vitest';
import { Organization } from '../support/organization.ts';
import { call, callLogged } from '../support/rest.ts';
import { contractFaults } from '../support/rest-contract.ts';

let org: Organization;
beforeEach(async () => {
  org = await Organization.begin();
});

describe('an add-on', () => {
  it('is created, read, changed, listed by its status and archived', async () => {
    const { answer, line } = await callLogged(org, 'POST', '/addons', {
      body: { name: 'Seats', type: 'NAMED_LICENSE', billableName: 'Seat' },
    });
    expect(contractFaults('AddOn', answer)).toEqual([]);
    expect(answer).toMatchObject({ name: 'Seats', type: 'NAMED_LICENSE', billableName: 'Seat', displayName: 'Seat', status: 'ACTIVE' });
    expect(line).toMatchObject({ operation: 'createAddOn', status: 200, d1Calls: 2 });
    const path = `/addons/${answer.id}`;
    expect((await call(org, 'GET', path)).body).toEqual(answer);
    const changed = await call(org, 'PATCH', path, { body: { name: 'Chairs' } });
    expect(changed.body).toEqual({ ...answer, name: 'Chairs' });
    await call(org, 'POST', '/features', { body: { name: 'Storage', schemaAssociations: [] } });
    const { answer: list, line: read } = await callLogged(org, 'GET', '/addons?status=ACTIVE&page_size=5');
    expect(contractFaults('AddOnPaginatedResponse', list)).toEqual([]);
    expect(list).toEqual({ data: [changed.body] });
    expect(read).toMatchObject({ status: 200, d1Calls: 1 });
    expect((await call(org, 'DELETE', path)).body).toEqual({ success: true });
    expect((await call(org, 'GET', '/addons')).body.data).toEqual([]);
    expect((await call(org, 'GET', '/addons?status=ARCHIVED')).body.data).toMatchObject([{ id: answer.id, status: 'ARCHIVED' }]);
  });

  it.each([
    ['an unknown type', 'POST', '/addons', { name: 'Seats', type: 'SEAT' }, 400, 'body.type'],
    ['a name that is too long', 'POST', '/addons', { name: 'x'.repeat(256), type: 'LICENSE' }, 400, 'body.name'],
    ['an unknown status', 'GET', '/addons?status=OPEN', undefined, 400, 'query.status'],
    ['an id that does not exist', 'GET', '/addons/addon.none', undefined, 404, 'path.addonId'],
    ['an id that does not exist, in a change', 'PATCH', '/addons/addon.none', { name: 'Seats' }, 404, 'path.addonId'],
    ['an id that does not exist, to be archived', 'DELETE', '/addons/addon.none', undefined, 404, 'path.addonId'],
  ] as const)('is refused with the place of %s', async (_what, method, path, body, status, place) => {
    const answer = await call(org, method, path, { body });
    expect([answer.status, answer.headers.get('x-error-path')]).toEqual([status, place]);
  });
});

describe('a feature', () => {
  it('is created, read, changed and listed', async () => {
    const schemaAssociations = [{ schemaName: 'calls', attributeName: 'count' }];
    const { body } = await call(org, 'POST', '/features', { body: { name: 'Calls', schemaAssociations } });
    expect(contractFaults('Feature', body)).toEqual([]);
    expect(body).toMatchObject({ name: 'Calls', displayName: 'Calls', schemaAssociations });
    expect((await call(org, 'GET', `/features/${body.id}`)).body).toEqual(body);
    const changed = await call(org, 'PATCH', `/features/${body.id}`, { body: { billableName: 'Call', schemaAssociations: [] } });
    expect(changed.body).toMatchObject({ billableName: 'Call', schemaAssociations: [] });
    const list = await call(org, 'GET', '/features');
    expect(contractFaults('FeaturePaginatedListData', list.body)).toEqual([]);
    expect(list.body.data).toMatchObject([{ id: body.id, schemaCount: 0 }]);
  });

  it('has at most 50 schemas', async () => {
    const schemaAssociations = Array.from({ length: 51 }, (_, i) => ({ schemaName: `s${i}`, attributeName: 'count' }));
    const answer = await call(org, 'POST', '/features', { body: { name: 'Calls', schemaAssociations } });
    expect(answer).toMatchObject({ status: 400, body: { message: 'body.schemaAssociations: Must have at most 50 items, not 51.' } });
  });
});

describe('a job', () => {
  const migrate = async () => {
    const [sourceId, targetId] = [await org.plan('Old'), await org.plan('New')];
    await org.customer('acme');
    const association = { accountId: 'acme', pricePlanId: sourceId, effectiveFrom: '2027-01-01', effectiveUntil: '9999-01-01' };
    await org.done('updatePricingSchedule', 'account { id }', association, 'account');
    const migration = { sourceId, sourceVersion: 1, targetId, migrationMode: 'NEXT_CYCLE', requireConfirmation: true };
    await call(org, 'POST', '/v2/price_plans/migration', { body: migration });
    return targetId;
  };

  it('is listed, read with its entries, and rejected', async () => {
    const targetId = await migrate();
    const jobs = await call(org, 'GET', '/jobs');
    expect(contractFaults('JobsPaginatedResponse', jobs.body)).toEqual([]);
    const [{ id }] = jobs.body.data;
    const { answer: job, line } = await callLogged(org, 'GET', `/jobs/${id}`);
    expect(contractFaults('GetJobResponse', job)).toEqual([]);
    expect(job).toMatchObject({ status: 'WAITING_FOR_CONFIRMATION', totalJobEntries: 1, metadata: { targetId, targetVersion: '1' } });
    expect(line).toMatchObject({ d1Calls: 1 });
    const entries = await call(org, 'GET', `/jobs/${id}/entries`);
    expect(contractFaults('JobEntriesPaginatedResponse', entries.body)).toEqual([]);
    expect(entries.body.data).toMatchObject([{ entityId: 'acme', jobId: id, status: 'PENDING' }]);
    const rejected = await call(org, 'POST', `/jobs/${id}/reject`);
    expect(contractFaults('GetJobResponse', rejected.body)).toEqual([]);
    expect(rejected).toMatchObject({ status: 200, body: { status: 'CANCELLED' } });
    const confirmed = await call(org, 'POST', `/jobs/${id}/confirm`);
    expect([confirmed.status, confirmed.headers.get('x-error-code'), confirmed.headers.get('x-error-path')]).toEqual([
      400,
      'ILLEGAL_TRANSITION',
      'path.jobId',
    ]);
  });

  it('goes on when it is confirmed', async () => {
    await migrate();
    const [{ id }] = (await call(org, 'GET', '/jobs')).body.data;
    expect((await call(org, 'POST', `/jobs/${id}/confirm`)).status).toBe(200);
  });

  it.each([
    ['GET', '/jobs/job.none'],
    ['GET', '/jobs/job.none/entries'],
    ['POST', '/jobs/job.none/confirm'],
    ['POST', '/jobs/job.none/reject'],
  ])('that does not exist is 404: %s %s', async (method, path) => {
    const answer = await call(org, method, path);
    expect([answer.status, answer.headers.get('x-error-path')]).toEqual([404, 'path.jobId']);
  });
});
