import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerFaults, bodySchemaOf, requestSchemaOf } from '../support/openapi-schemas.ts';
import type { Organization } from '../support/organization.ts';
import { bodiesOf } from '../support/random-bodies.ts';
import { callLogged, isPlaceIn } from '../support/rest.ts';
import { contractFaults, OPERATIONS } from '../support/rest-contract.ts';
import { addressOf, isDescribed, REST_SCENARIOS } from '../support/rest-scenarios.ts';
import { runs } from '../support/runs.ts';
import { copyOf, openWorld, type World } from '../support/world.ts';

let world: World;
let shared: Organization;
beforeAll(async () => {
  world = await openWorld();
  shared = await copyOf(world.org);
});

it('every operation of the mirror that writes has a request below', () => {
  expect(REST_SCENARIOS.filter((each) => !isDescribed(each)).map(({ operation }) => operation)).toEqual([]);
});

describe.each(REST_SCENARIOS)('$operation', ({ operation, route, isWrite, accepted }) => {
  it('answers what schema/openapi.json and the contract say, in two calls of D1 at most', async () => {
    const org = isWrite ? await copyOf(world.org) : shared;
    const request = accepted(world.ids);
    const { answer, line } = await callLogged(org, route.method, addressOf(route, request), { body: request.body });
    expect(line, JSON.stringify(answer)).toMatchObject({ operation, outcome: 'OK', status: route.status, d1Calls: isWrite ? 2 : 1 });
    expect(answerFaults(operation, route.status, answer)).toEqual([]);
    const { returns = '' } = OPERATIONS.find((each) => each.operation === operation) ?? {};
    expect(contractFaults(returns, answer)).toEqual([]);
  });
});

const withBody = REST_SCENARIOS.filter(({ route }) => route.body);

describe.each(withBody)('$operation with any body that schema/openapi.json allows', ({ operation, route, isWrite, accepted }) => {
  it('succeeds, or names a place of the request that is at fault and writes nothing', async () => {
    const org = isWrite ? await copyOf(world.org) : shared;
    const { path, query } = accepted(world.ids);
    const address = addressOf(route, { path, query });
    const schema = requestSchemaOf(operation);
    await fc.assert(
      fc.asyncProperty(bodiesOf(bodySchemaOf(operation) ?? {}, world.ids), async (body) => {
        const { answer, headers, line } = await callLogged(org, route.method, address, { body });
        const about = JSON.stringify({ answer, body });
        const { status = 0, d1Calls } = line ?? {};
        expect([route.status, 400, 404, 409, 501], about).toContain(status);
        expect(answerFaults(operation, status, answer), about).toEqual([]);
        expect(d1Calls, about).toBeLessThanOrEqual(status === route.status && isWrite ? 2 : 1);
        const place = headers.get('x-error-path');
        if (place !== null) expect([place, isPlaceIn(place, { path, query, body }, schema), about]).toEqual([place, true, about]);
      }),
      runs(40, { everyday: 3 }),
    );
  });
});
