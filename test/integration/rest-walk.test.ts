import { beforeAll, describe, expect, it } from 'vitest';
import { NOT_SERVED } from '../../src/rest/not-served.ts';
import { ROUTES } from '../../src/rest/routes.ts';
import { Organization } from '../support/organization.ts';
import { call, callLogged } from '../support/rest.ts';
import { openWorld } from '../support/world.ts';

const QUERIES: Readonly<Record<string, string>> = {
  listaccountSchedules: '?mode=DRAFT',
  listPricingRules: '?mode=DRAFT',
  listScheduleRateCards: '?mode=DRAFT',
};

const reads = ROUTES.filter(({ method }) => method === 'GET').map(({ operation, path }) => ({ operation, path }));
const endpoints = [...ROUTES.map(({ method, path }) => ({ method, path })), ...NOT_SERVED.map(([method, path]) => ({ method, path }))];

/** The path with an id of each kind. */
const pathWith = (template: string, ids: Readonly<Record<string, string>>) =>
  template.replace(/\{(\w+)\}/g, (_match, name: string) => encodeURIComponent(ids[name] ?? 'none'));

let org: Organization;
let other: Organization;
let ids: Readonly<Record<string, string>>;
beforeAll(async () => {
  const world = await openWorld();
  org = world.org;
  other = await Organization.begin();
  const { pro, extra, calls, job, draftSchedule } = world.ids;
  ids = {
    customerId: 'acme',
    accountId: 'drafting',
    pricePlanId: pro,
    addonId: extra,
    featureId: calls,
    jobId: job,
    scheduleId: draftSchedule,
  };
});

describe('every operation of the mirror', () => {
  it.each(endpoints)('needs a token: $method $path', async ({ method, path }) => {
    const answer = await call(org, method, pathWith(path, ids), { headers: { authorization: '' } });
    expect(answer.status).toBe(401);
    expect(Object.keys(answer.body)).toEqual(['message']);
  });
});

describe('every read of the mirror', () => {
  it.each(reads)('is one call of D1: $operation', async ({ operation, path }) => {
    const { line } = await callLogged(org, 'GET', `${pathWith(path, ids)}${QUERIES[operation] ?? ''}`);
    expect(line).toMatchObject({ operation, outcome: 'OK', status: 200, d1Calls: 1 });
  });

  it.each(reads)('finds nothing of another organization: $operation', async ({ operation, path }) => {
    const answer = await call(other, 'GET', `${pathWith(path, ids)}${QUERIES[operation] ?? ''}`);
    if (path.includes('{')) expect([answer.status, answer.headers.get('x-error-code')]).toEqual([404, 'NOT_FOUND']);
    else expect(answer).toMatchObject({ status: 200, body: { data: [] } });
  });

  it.each(reads)('says that the database did not answer: $operation', async ({ operation, path }) => {
    const headers = { 'x-test-fault': 'fail:1x9' };
    const answer = await call(org, 'GET', `${pathWith(path, ids)}${QUERIES[operation] ?? ''}`, { headers });
    expect([answer.status, answer.headers.get('x-error-code')]).toEqual([503, 'UNAVAILABLE']);
    expect(Object.keys(answer.body)).toEqual(['message']);
  });
});
