import { beforeEach, describe, expect, it } from 'vitest';
import { items } from '../support/catalogue.ts';
import { MONTHLY, Organization } from '../support/organization.ts';
import { call, callLogged } from '../support/rest.ts';
import { contractFaults } from '../support/rest-contract.ts';
import { card, cardsOf } from '../support/rest-rate-cards.ts';

const PRO = { name: 'Pro', description: 'For teams', type: 'BILLING', pricingCycleConfig: MONTHLY, supportedCurrencies: ['USD'] };

let org: Organization;
let path: string;
beforeEach(async () => {
  org = await Organization.begin();
  const { body } = await call(org, 'POST', '/v2/price_plans', { body: PRO });
  path = `/v2/price_plans/${body.id}`;
});

describe('a price plan', () => {
  it('is created as a draft, read by its version, changed and discarded', async () => {
    const { answer, line } = await callLogged(org, 'POST', '/v2/price_plans', { body: { ...PRO, name: 'Basic' } });
    expect(contractFaults('PricePlanV2', answer)).toEqual([]);
    expect(answer).toMatchObject({ ...PRO, name: 'Basic', version: 1, status: 'DRAFT' });
    expect(line).toMatchObject({ status: 200, d1Calls: 2 });
    const basic = `/v2/price_plans/${answer.id}`;
    expect((await call(org, 'GET', `${basic}?version=1`)).body).toEqual(answer);
    expect((await call(org, 'GET', `${basic}?version=ACTIVE`)).status).toBe(404);
    expect((await call(org, 'PATCH', basic, { body: { supportedCurrencies: ['USD', 'EUR'] } })).body.supportedCurrencies).toEqual([
      'USD',
      'EUR',
    ]);
    const listed = await call(org, 'GET', '/v2/price_plans');
    expect(contractFaults('PricePlanV2PaginatedResponse', listed.body)).toEqual([]);
    expect(listed.body.data).toHaveLength(2);
    const versions = await call(org, 'GET', `${basic}/versions`);
    expect(contractFaults('PricePlanV2PaginatedResponse', versions.body)).toEqual([]);
    expect((await call(org, 'DELETE', `${basic}/discard`)).body).toEqual({ success: true });
    expect((await call(org, 'GET', basic)).status).toBe(404);
  });

  it('has rate cards of every family, whose numbers keep their digits', async () => {
    const cards = cardsOf(await items(org));
    const operations = cards.map((rateCard) => ({ actionType: 'CREATE', rateCardName: rateCard.type, rateCard }));
    const { answer, line } = await callLogged(org, 'POST', `${path}/rate_cards`, { body: { operations } });
    expect(contractFaults('BulkRateCardOperationsResponse', answer)).toEqual([]);
    expect(line).toMatchObject({ status: 200, d1Calls: 2 });
    // What was sent comes back, with the names and the timing that the card itself says.
    expect(answer.rateCards).toMatchObject(
      operations.map(({ rateCard, rateCardName: name }) => ({ ...rateCard, name, referenceType: 'PRICE_PLAN' })),
    );
    const listed = await call(org, 'GET', `${path}/rate_cards`);
    expect(listed.body).toEqual({ data: answer.rateCards });
    expect(listed.text).toContain('"rate":0.000000000001,');
    const page = await call(org, 'GET', `${path}/rate_cards?pageSize=4`);
    const rest = await call(org, 'GET', `${path}/rate_cards?nextToken=${encodeURIComponent(page.body.nextToken)}`);
    expect([...page.body.data, ...rest.body.data]).toEqual(answer.rateCards);
    const removed = await call(org, 'POST', `${path}/rate_cards`, {
      body: { operations: [{ actionType: 'DELETE', rateCardName: 'USAGE' }] },
    });
    expect(removed.body).toEqual({ rateCards: [] });
  });

  it('has pricing rules, which are replaced as a whole', async () => {
    const rule = {
      name: 'discount',
      order: 1,
      invoiceTiming: 'IN_ARREARS',
      computation: '{"-": [0, 5]}',
      action: { type: 'ADD', metadata: { a: 'b' } },
    };
    const { body } = await call(org, 'PUT', `${path}/pricing_rules`, { body: { pricingRules: [rule] } });
    expect(contractFaults('PricingRulesPaginatedResponse', body)).toEqual([]);
    expect(body.data).toMatchObject([{ ...rule, version: 1 }]);
    expect((await call(org, 'GET', `${path}/pricing_rules?version=LATEST`)).body).toEqual(body);
    expect((await call(org, 'PUT', `${path}/pricing_rules`, { body: {} })).body).toEqual({ data: [] });
  });

  it('tells why it cannot be finalized', async () => {
    const { setup } = await items(org);
    const rateCard = card('FIXED_FEE', setup, 'fixedFeeRateCard', { id: setup, rateValues: [], enableProration: false });
    await call(org, 'POST', `${path}/rate_cards`, { body: { operations: [{ actionType: 'CREATE', rateCardName: 'fee', rateCard }] } });
    const { body } = await call(org, 'GET', `${path}/errors`);
    expect(contractFaults('ValidatedEntityErrorsPaginatedResponse', body)).toEqual([]);
    expect(body.data).toMatchObject([{ entityType: 'RATE_CARD', entityId: 'fee' }]);
  });

  it('is finalized as the draft that it has, and moves the accounts of its last version', async () => {
    const { setup } = await items(org);
    const details = { id: setup, rateValues: [{ currency: 'USD', rate: 1 }], enableProration: false };
    const rateCard = card('FIXED_FEE', setup, 'fixedFeeRateCard', details);
    await call(org, 'POST', `${path}/rate_cards`, { body: { operations: [{ actionType: 'CREATE', rateCardName: 'fee', rateCard }] } });
    const { answer, line } = await callLogged(org, 'POST', `${path}/finalize`, { body: {} });
    expect([answer, line]).toMatchObject([{ success: true }, { operation: 'finalizePricePlan', status: 200, d1Calls: 2 }]);
    expect((await call(org, 'GET', `${path}?version=ACTIVE`)).body).toMatchObject({ version: 1, status: 'ACTIVE' });

    await call(org, 'PATCH', path, { body: { description: 'For larger teams' } });
    const body = { migrationMode: 'IMMEDIATE', versionsToMigrate: 'ALL_VERSION' };
    expect((await call(org, 'POST', `${path}/finalize`, { body })).body).toEqual({ success: true });
    expect((await call(org, 'GET', '/jobs')).body.data).toMatchObject([{ type: 'PRICE_PLAN' }]);
    const again = await call(org, 'POST', `${path}/finalize`, {});
    expect([again.status, again.headers.get('x-error-code'), again.headers.get('x-error-path')]).toEqual([
      400,
      'NO_DRAFT',
      'path.pricePlanId',
    ]);
  });

  it('migrates its accounts to another version by a job', async () => {
    const [sourceId, targetId] = [await org.plan('Old'), await org.plan('New')];
    await org.customer('acme');
    const association = { accountId: 'acme', pricePlanId: sourceId, effectiveFrom: '2027-01-01', effectiveUntil: '9999-01-01' };
    await org.done('updatePricingSchedule', 'account { id }', association, 'account');
    const migration = { sourceId, sourceVersion: 1, targetId, migrationMode: 'NEXT_CYCLE', requireConfirmation: true };
    expect(await call(org, 'POST', '/v2/price_plans/migration', { body: migration })).toMatchObject({
      status: 201,
      body: { success: true },
    });
    const unknown = await call(org, 'POST', '/v2/price_plans/migration', { body: { ...migration, sourceId: 'pp.none' } });
    expect(unknown).toMatchObject({ status: 400, body: { message: expect.stringContaining('body.sourceId: ') } });
  });
});

describe('a change of a price plan that is refused', () => {
  const details = { rateValues: [{ currency: 'USD', rate: 1 }], enableProration: false };
  const operation = (rateCard: object) => ({ operations: [{ actionType: 'CREATE', rateCardName: 'fee', rateCard }] });
  const fee = (values: object = {}) => card('FIXED_FEE', 'addon.x', 'fixedFeeRateCard', { id: 'addon.x', ...details, ...values });
  const at = 'body.operations.0.rateCard';

  it.each([
    [
      'details of another family',
      operation({ ...fee(), type: 'USAGE' }),
      `${at}.rateCardDetails.fixedFeeRateCard`,
      'A card of type USAGE has',
    ],
    ['no details', operation({ ...fee(), rateCardDetails: {} }), `${at}.rateCardDetails.fixedFeeRateCard`, 'Must be given'],
    [
      'another item in its details',
      operation(fee({ id: 'addon.y' })),
      `${at}.rateCardDetails.fixedFeeRateCard.id`,
      'Must be the `billableId`',
    ],
    [
      'a rate as a text',
      operation(fee({ rateValues: [{ currency: 'USD', rate: '1' }] })),
      `${at}.rateCardDetails.fixedFeeRateCard.rateValues.0.rate`,
      'Must be a number, not "1".',
    ],
    [
      'a rate below 0',
      operation(fee({ rateValues: [{ currency: 'USD', rate: -1 }] })),
      `${at}.rateCardDetails.fixedFeeRateCard.rateValues.0.rate`,
      'negative',
    ],
    ['a tag that is too long', operation({ ...fee(), tag: 'x'.repeat(51) }), `${at}.tag`, 'at most 50'],
    [
      'a name that is too long',
      { operations: [{ actionType: 'DELETE', rateCardName: 'x'.repeat(51) }] },
      'body.operations.0.rateCardName',
      'at most 50',
    ],
    [
      'an eleventh slab',
      operation(
        card('USAGE', 'um.x', 'usageRateCard', {
          usageMeterId: 'um.x',
          ratePlan: { pricingModel: 'TIERED', slabs: [{ order: 11, startAfter: 0, priceType: 'FLAT' }] },
          rateValues: [],
        }),
      ),
      `${at}.rateCardDetails.usageRateCard.ratePlan.slabs.0.order`,
      'Must be 1 to 10, not 11.',
    ],
  ])('names the place of %s', async (_what, body, place, message) => {
    const answer = await call(org, 'POST', `${path}/rate_cards`, { body });
    expect(answer).toMatchObject({ status: 400, body: { message: expect.stringContaining(message) } });
    expect(answer.headers.get('x-error-path')).toBe(place);
    expect((await call(org, 'GET', `${path}/rate_cards`)).body).toEqual({ data: [] });
  });

  it('names the version that is none', async () => {
    const answer = await call(org, 'GET', `${path}?version=newest`);
    expect(answer).toMatchObject({
      status: 400,
      body: { message: 'query.version: Must be LATEST, ACTIVE or the number of a version, not "newest".' },
    });
  });
});
