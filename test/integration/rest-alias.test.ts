import { beforeEach, describe, expect, it } from 'vitest';
import { Organization } from '../support/organization.ts';
import { call, callLogged } from '../support/rest.ts';
import { contractFaults } from '../support/rest-contract.ts';

let org: Organization;
beforeEach(async () => {
  org = await Organization.begin();
});

const create = (...values: string[]) => call(org, 'POST', '/aliases', { body: { aliases: values.map((value) => ({ value })) } });
const list = async (query = '') => (await call(org, 'GET', `/aliases${query}`)).body;
const valuesIn = ({ data }: { data: { value: string }[] }) => data.map(({ value }) => value);

describe('aliases of the organization', () => {
  it('are created, read, listed and deleted, in two calls of D1 or one', async () => {
    const { answer, line } = await callLogged(org, 'POST', '/aliases', { body: { aliases: [{ value: 'main' }, { value: 'a/b c' }] } });
    expect(line).toMatchObject({ operation: 'createAlias', outcome: 'OK', status: 201, d1Calls: 2 });
    expect(contractFaults('AliasPaginatedResponse', answer)).toEqual([]);
    expect(answer).toEqual({
      data: [
        { value: 'main', createdAt: org.now },
        { value: 'a/b c', createdAt: org.now },
      ],
    });
    expect(await list()).toEqual(answer);
    const read = await callLogged(org, 'GET', '/aliases/a%2Fb%20c');
    expect(contractFaults('Alias', read.answer)).toEqual([]);
    expect(read).toMatchObject({ answer: { value: 'a/b c' }, line: { operation: 'getAlias', d1Calls: 1 } });
    expect(await call(org, 'DELETE', '/aliases/a%2Fb%20c')).toMatchObject({ status: 200, body: { success: true } });
    expect(valuesIn(await list())).toEqual(['main']);
  });

  it('are listed in pages', async () => {
    await create('one', 'two', 'three');
    const first = await list('?pageSize=2');
    expect(valuesIn(first)).toEqual(['one', 'two']);
    const last = await list(`?pageSize=2&nextToken=${first.nextToken}`);
    expect([valuesIn(last), last.nextToken]).toEqual([['three'], undefined]);
  });

  it('are aliases no more when an account has them', async () => {
    await create('main', 'kept');
    await org.customer('acme');
    expect((await call(org, 'POST', '/accounts/acme/add_aliases', { body: { aliases: ['main'] } })).status).toBe(200);
    expect(valuesIn(await list())).toEqual(['kept']);
    expect((await call(org, 'GET', '/aliases/main')).status).toBe(404);
    expect(await create('main')).toMatchObject({
      status: 409,
      body: { message: expect.stringMatching(/^body\.aliases\.0\.value: .*names/) },
    });
  });

  it.each(['GET', 'DELETE'])('that are not reserved are not found: %s', async (method) => {
    const answer = await call(org, method, '/aliases/nobody');
    expect(answer).toMatchObject({ status: 404, body: { message: expect.stringContaining('"nobody"') } });
    expect([answer.headers.get('x-error-code'), answer.headers.get('x-error-path')]).toEqual(['NOT_FOUND', 'path.alias']);
  });

  it.each([
    [{}, 'body.aliases'],
    [{ aliases: 'main' }, 'body.aliases'],
    [{ aliases: [] }, 'body.aliases'],
    [{ aliases: Array.from({ length: 101 }, (_, i) => ({ value: `alias${i}` })) }, 'body.aliases'],
    [{ aliases: ['main'] }, 'body.aliases.0'],
    [{ aliases: [{ value: 'free' }, {}] }, 'body.aliases.1.value'],
    [{ aliases: [{ value: 'free' }, { value: '' }] }, 'body.aliases.1.value'],
    [{ aliases: [{ value: 'free' }, { value: 'x'.repeat(51) }] }, 'body.aliases.1.value'],
    [{ aliases: [{ value: 'free' }, { value: 'x'.repeat(256) }] }, 'body.aliases.1.value'],
    [{ aliases: [{ value: 'free' }, { value: ' main' }] }, 'body.aliases.1.value'],
  ])('are refused where the body is wrong: %#', async (body, place) => {
    const answer = await call(org, 'POST', '/aliases', { body });
    expect([answer.status, answer.headers.get('x-error-path')]).toEqual([400, place]);
    expect(await list()).toEqual({ data: [] });
  });

  it('are created once for each Idempotency-Key', async () => {
    const request = { body: { aliases: [{ value: 'main' }] }, headers: { 'idempotency-key': '"1f0c"' } };
    const first = await call(org, 'POST', '/aliases', request);
    expect(await call(org, 'POST', '/aliases', request)).toMatchObject({ status: 201, body: first.body });
    expect(valuesIn(await list())).toEqual(['main']);
  });
});
