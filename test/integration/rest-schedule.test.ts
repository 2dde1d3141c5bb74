import { beforeEach, describe, expect, it } from 'vitest';
import { Organization } from '../support/organization.ts';
import { call, callLogged } from '../support/rest.ts';
import { contractFaults } from '../support/rest-contract.ts';
import { card } from '../support/rest-rate-cards.ts';

let org: Organization;
let pricePlanId: string;
beforeEach(async () => {
  org = await Organization.begin();
  await org.customer('acme');
  pricePlanId = await org.plan('Pro');
  const association = { accountId: 'acme', pricePlanId, effectiveFrom: '2026-01-01', effectiveUntil: '9999-01-01' };
  await org.done('updatePricingSchedule', 'account { id }', association, 'account');
});

const EDIT = () => ({ edits: [{ effectiveFrom: '2027-01-01', effectiveUntil: '2028-01-01', mode: 'DISASSOCIATE' }] });
const edited = async () => (await call(org, 'POST', '/v2/accounts/acme/edit_schedules', { body: EDIT() })).body;

describe('the schedules of an account', () => {
  it('are read from the active timeline, with their days as instants', async () => {
    const { answer, line } = await callLogged(org, 'GET', '/v2/accounts/acme/schedules?mode=ACTIVE');
    expect(contractFaults('SchedulesPaginatedResponse', answer)).toEqual([]);
    expect(answer.data).toMatchObject([
      {
        accountId: 'acme',
        pricePlanId,
        version: 1,
        pricePlanInfo: { name: 'Pro' },
        accountScheduleInfo: { supportedCurrencies: ['USD'], pricingCycleConfig: { interval: 'MONTHLY' }, pricingRules: [] },
        startDate: '2026-01-01T00:00:00Z',
        endDate: '9999-01-01T00:00:00Z',
      },
    ]);
    expect(line).toMatchObject({ operation: 'listaccountSchedules', status: 200, d1Calls: 1 });
    expect((await call(org, 'GET', '/v2/accounts/acme/schedules?mode=DRAFT')).body).toEqual({ data: [] });
  });

  it('are edited in a draft, which is read by its mode and discarded', async () => {
    const { answer, line } = await callLogged(org, 'POST', '/v2/accounts/acme/edit_schedules', { body: EDIT() });
    expect(contractFaults('UpdatePricingScheduleResponse', answer)).toEqual([]);
    expect(answer).toMatchObject({
      accountId: 'acme',
      accountName: 'acme',
      pricingSchedules: [{ endDate: '2027-01-01T00:00:00Z' }, { startDate: '2028-01-01T00:00:00Z' }],
    });
    expect(line).toMatchObject({ status: 200, d1Calls: 2 });
    const drafted = await call(org, 'GET', '/v2/accounts/acme/schedules?mode=DRAFT');
    expect(drafted.body.data).toHaveLength(2);
    expect((await call(org, 'GET', '/v2/accounts/acme/schedules?mode=ACTIVE')).body.data).toHaveLength(1);
    expect((await call(org, 'DELETE', '/v2/accounts/acme/discard_schedules')).body).toEqual({ success: true });
    expect((await call(org, 'GET', '/v2/accounts/acme/schedules?mode=DRAFT')).body).toEqual({ data: [] });
  });

  it('are finalized as the draft has them, together with license updates', async () => {
    await edited();
    const { addOnId: licenseId } = await org.done<{ addOnId: string }>(
      'createAddOn',
      'addOn { addOnId }',
      { name: 'Seats', type: 'LICENSE' },
      'addOn',
    );
    const config = { licenseId, updateType: 'ABSOLUTE', quantity: '1.5e1' };
    const body = { mergeSchedules: true, preActions: [{ type: 'GRANT_LICENSE', config }] };
    const { answer, line } = await callLogged(org, 'POST', '/v2/accounts/acme/finalize_schedules', { body });
    expect(contractFaults('SchedulesPaginatedResponse', answer)).toEqual([]);
    expect(answer).toEqual((await call(org, 'GET', '/v2/accounts/acme/schedules?mode=ACTIVE')).body);
    expect(answer.data).toHaveLength(2);
    expect(line).toMatchObject({ operation: 'finalizeAccountSchedules', status: 200, d1Calls: 2 });
    const { data } = await org.ask('{ account(by: { accountId: "acme" }) { licenseUpdates { nodes { licenseId quantity } } } }');
    expect(data).toMatchObject({ account: { licenseUpdates: { nodes: [{ licenseId, quantity: '15' }] } } });
  });

  it('are answered by a finalize in pages, which the list continues', async () => {
    for (const month of ['01', '03', '05', '07', '09']) {
      const edits = Array.from({ length: 10 }, (_each, i) => ({
        effectiveFrom: `${2030 + i}-${month}-01`,
        effectiveUntil: `${2030 + i}-${month}-02`,
        mode: 'DISASSOCIATE',
      }));
      await call(org, 'POST', '/v2/accounts/acme/edit_schedules', { body: { edits } });
    }
    const { body } = await call(org, 'POST', '/v2/accounts/acme/finalize_schedules', { body: {} });
    expect(body.data).toHaveLength(50);
    const rest = await call(org, 'GET', `/v2/accounts/acme/schedules?mode=ACTIVE&nextToken=${encodeURIComponent(body.nextToken)}`);
    expect(rest.body.data).toHaveLength(1);
  });

  it('start over where the edit discards the draft', async () => {
    await edited();
    const other = { edits: [{ effectiveFrom: '2030-01-01', effectiveUntil: '2031-01-01', mode: 'DISASSOCIATE' }] };
    const { body } = await call(org, 'POST', '/v2/accounts/acme/edit_schedules?discard=true', { body: other });
    expect(body.pricingSchedules).toMatchObject([{ endDate: '2030-01-01T00:00:00Z' }, { startDate: '2031-01-01T00:00:00Z' }]);
  });

  it('are listed in pages, on and back', async () => {
    await edited();
    const path = '/v2/accounts/acme/schedules?mode=DRAFT&pageSize=1';
    const first = await call(org, 'GET', path);
    const second = await call(org, 'GET', `${path}&nextToken=${encodeURIComponent(first.body.nextToken)}`);
    expect(second.body.nextToken).toBeUndefined();
    const back = await call(org, 'GET', `${path}&nextToken=${encodeURIComponent(second.body.previousToken)}`);
    expect(back.body.data).toEqual(first.body.data);
    expect(back.body.previousToken).toBeUndefined();
    const elsewhere = await call(org, 'GET', `/accounts?nextToken=${encodeURIComponent(first.body.nextToken)}`);
    expect([elsewhere.status, elsewhere.headers.get('x-error-path')]).toEqual([400, 'query.nextToken']);
  });
});

describe('a schedule', () => {
  const activeId = async () => (await call(org, 'GET', '/v2/accounts/acme/schedules?mode=ACTIVE')).body.data[0].id;

  it('has other rules in its draft than in the active timeline', async () => {
    const path = `/v2/schedules/${await activeId()}`;
    await edited();
    const pricingRules = [{ name: 'discount', order: 1, computation: '{"-": [0, 5]}', action: { type: 'ADD' } }];
    const put = await call(org, 'PUT', `${path}/pricing_rules`, { body: { pricingRules } });
    expect(contractFaults('PricingRulesPaginatedResponse', put.body)).toEqual([]);
    expect((await call(org, 'GET', `${path}/pricing_rules?mode=DRAFT`)).body).toEqual(put.body);
    expect((await call(org, 'GET', `${path}/pricing_rules?mode=ACTIVE`)).body).toEqual({ data: [] });
    const errors = await call(org, 'GET', `${path}/errors`);
    expect(contractFaults('ValidatedEntityErrorsPaginatedResponse', errors.body)).toEqual([]);
  });

  it('has rate cards, which name the schedule', async () => {
    const id = await activeId();
    const { body } = await call(org, 'GET', `/v2/schedules/${id}/rate_cards?mode=ACTIVE`);
    expect(contractFaults('RateCardPaginatedResponse', body)).toEqual([]);
    expect(body.data).toMatchObject([{ name: 'fee', referenceId: id, referenceType: 'SCHEDULE', pricePlanId, accountId: 'acme' }]);
    expect((await call(org, 'GET', `/v2/schedules/${id}/rate_cards?mode=DRAFT`)).status).toBe(404);
  });
});

describe('the rate cards of a schedule', () => {
  it('are overridden in the draft, and answered as they were written', async () => {
    const { addOnId: id } = await org.done<{ addOnId: string }>(
      'createAddOn',
      'addOn { addOnId }',
      { name: 'Setup', type: 'FIXED_FEE' },
      'addOn',
    );
    const [{ id: scheduleId }] = (await call(org, 'GET', '/v2/accounts/acme/schedules?mode=ACTIVE')).body.data;
    const rateCard = card('FIXED_FEE', id, 'fixedFeeRateCard', { id, enableProration: true, rateValues: [{ currency: 'USD', rate: 0.1 }] });
    const body = { operations: [{ actionType: 'CREATE', rateCardName: 'setup', rateCard }] };
    const path = `/v2/schedules/${scheduleId}/rate_cards`;
    const { answer, line } = await callLogged(org, 'POST', path, { body });
    expect(contractFaults('BulkRateCardOperationsResponse', answer)).toEqual([]);
    expect(answer.rateCards).toMatchObject([{ name: 'setup', referenceId: scheduleId, referenceType: 'SCHEDULE', pricePlanId }]);
    expect(line).toMatchObject({ operation: 'bulkRateCardOperationsOnSchedule', status: 200, d1Calls: 2 });
    expect((await call(org, 'GET', `${path}?mode=DRAFT`)).body.data.at(-1)).toEqual(answer.rateCards[0]);
    const removed = await call(org, 'POST', path, { body: { operations: [{ actionType: 'DELETE', rateCardName: 'setup' }] } });
    expect(removed.body).toEqual({ rateCards: [] });
  });
});

describe('a request for schedules that is refused', () => {
  it.each([
    ['a missing mode', 'GET', '/v2/accounts/acme/schedules', undefined, 400, 'query.mode'],
    ['an unknown mode', 'GET', '/v2/schedules/sch.none/rate_cards?mode=PAST', undefined, 400, 'query.mode'],
    ['an unknown account', 'GET', '/v2/accounts/nobody/schedules?mode=ACTIVE', undefined, 404, 'path.accountId'],
    ['an unknown schedule', 'GET', '/v2/schedules/sch.none/errors', undefined, 404, 'path.scheduleId'],
    ['an unknown schedule, in a change', 'PUT', '/v2/schedules/sch.none/pricing_rules', {}, 404, 'path.scheduleId'],
    ['no edits', 'POST', '/v2/accounts/acme/edit_schedules', { edits: [] }, 400, 'body.edits'],
    [
      'a day as an instant',
      'POST',
      '/v2/accounts/acme/edit_schedules',
      { edits: [{ effectiveFrom: '2027-01-01T00:00:00Z', effectiveUntil: '2028-01-01' }] },
      400,
      'body.edits.0.effectiveFrom',
    ],
    [
      'a day as a number',
      'POST',
      '/v2/accounts/acme/edit_schedules',
      { edits: [{ effectiveFrom: 20270101, effectiveUntil: '2028-01-01' }] },
      400,
      'body.edits.0.effectiveFrom',
    ],
    [
      'an empty period',
      'POST',
      '/v2/accounts/acme/edit_schedules',
      { edits: [{ effectiveFrom: '2028-01-01', effectiveUntil: '2028-01-01', mode: 'DISASSOCIATE' }] },
      400,
      'body.edits.0.effectiveUntil',
    ],
    ['a flag that is none', 'POST', '/v2/accounts/acme/edit_schedules?discard=yes', EDIT(), 400, 'query.discard'],
    ['no draft to finalize', 'POST', '/v2/accounts/acme/finalize_schedules', {}, 400, 'path.accountId'],
    [
      'a license update without a license',
      'POST',
      '/v2/accounts/acme/finalize_schedules',
      { preActions: [{ type: 'GRANT_LICENSE', config: { updateType: 'ABSOLUTE', quantity: '1' } }] },
      400,
      'body.preActions.0.config.licenseId',
    ],
    [
      'a license update whose quantity is a number',
      'POST',
      '/v2/accounts/acme/finalize_schedules',
      { preActions: [{ type: 'GRANT_LICENSE', config: { licenseId: 'none', updateType: 'ABSOLUTE', quantity: 1 } }] },
      400,
      'body.preActions.0.config.quantity',
    ],
    [
      'a rate card that there is none of',
      'POST',
      '/v2/schedules/sch.none/rate_cards',
      { operations: [{ actionType: 'DELETE', rateCardName: 'fee' }] },
      404,
      'path.scheduleId',
    ],
    ['no draft to discard', 'DELETE', '/v2/accounts/acme/discard_schedules', undefined, 400, 'path.accountId'],
  ] as const)('names %s', async (_what, method, path, body, status, place) => {
    const answer = await call(org, method, path, { body });
    expect([answer.status, answer.headers.get('x-error-path')]).toEqual([status, place]);
  });
});
