import { setImmediate as turn } from 'node:timers/promises';
import { customAlphabet } from 'nanoid';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { readExamples } from '../../scripts/document-files.ts';
import { EXAMPLES, exampleVariables } from '../../scripts/sample/examples.ts';
import { seed } from '../../scripts/sample/seed.ts';
import { ID_ALPHABET } from '../../src/domain/id.ts';
import type { ErrorLine } from '../../src/graphql/error-log.ts';
import type { RequestLine } from '../../src/http/services.ts';
import { now } from '../support/clock.ts';
import { faulty, REFUSALS } from '../support/faulty.ts';
import { nodeApi } from '../support/node-api.ts';
import { openSqlite } from '../support/sqlite.ts';

let d1: D1Database;
let token: string;
let variables: Readonly<Record<string, object>>;
beforeAll(async () => {
  d1 = openSqlite();
  const [{ orgId, ...sample }] = await seed(d1, now(), customAlphabet(ID_ALPHABET));
  token = sample.token;
  variables = await exampleVariables(d1, orgId, now());
});

/** Lists without what they need of each other: a count beside a page, nodes of two kinds, a condition on a plan. */
const SIDE_BY_SIDE = `{
  accounts(first: 2) { totalCount nodes { name proposals { totalCount nodes { id } } } }
  more: accounts(first: 2, where: { pricePlan: { pricePlanId: "pp.none" } }) { totalCount nodes { name } }
  events { nodes { kinds } pageInfo { endCursor } }
  nodes(ids: []) { id }
}`;

describe('a request whose calls of D1 fail', () => {
  const requests = () => [
    ...EXAMPLES.map((name) => ({ query: readExamples().get(name) ?? '', variables: variables[name] ?? {} })),
    { query: SIDE_BY_SIDE, variables: {} },
  ];

  it('is answered, and leaves no promise that rejects unheard, whichever call is the first to fail', async () => {
    const unheard: unknown[] = [];
    const hear = (reason: unknown) => void unheard.push(reason);
    process.on('unhandledRejection', hear);
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    const failed = [];
    for (const { query, variables: given } of requests()) {
      for (let call = 1; call <= 4; call++) {
        // Never tried again, so that no test waits.
        const api = nodeApi(faulty(d1, { kind: 'full', call, times: 1_000, statement: 0 }), { now, delegateSecret: 'x'.repeat(32) });
        const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
        const body = JSON.stringify({ query, variables: given });
        const answer = await api.answer(new Request('https://api.example.com/graphql', { method: 'POST', headers, body }));
        await api.settled();
        await turn();
        const { errors = [] } = (await answer.json()) as { errors?: { extensions: { code: string } }[] };
        failed.push(...errors.map(({ extensions }) => extensions.code));
      }
    }
    process.off('unhandledRejection', hear);
    expect(unheard).toEqual([]);
    // Neither SQL nor a value of it.
    const [logged] = new Set(warn.mock.calls.flat());
    const reason = REFUSALS.full;
    expect(JSON.parse(logged)).toEqual({ level: 'warn', message: 'the last use of a token was not written', reason });
    expect(failed.length).toBeGreaterThan(EXAMPLES.length);
  });
});

describe('a request whose connection ends before its body', () => {
  it.each([
    ['/graphql', 'whose length is told', { 'content-length': '100' }],
    ['/graphql', 'whose length is not told', {}],
    ['/accounts', 'whose length is told', { 'content-length': '100' }],
    ['/accounts', 'whose length is not told', {}],
  ])('is refused, and is no error of ours: to %s, %s', async (path, _how, given) => {
    const [errors, lines]: [ErrorLine[], RequestLine[]] = [[], []];
    const api = nodeApi(d1, { now, log: (line) => lines.push(line), logError: (line) => errors.push(line) });
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{'));
        controller.error(new TypeError('Network connection lost.'));
      },
    });
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...given };
    // Node demands `duplex` of a body that is a stream.
    const sent = { method: 'POST', headers, body, duplex: 'half' };
    const answer = await api.answer(new Request(`https://api.example.com${path}`, sent));
    await api.settled();
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('The connection ended before the body did.')]);
    expect([lines, errors]).toMatchObject([[{ outcome: 'BAD_REQUEST', d1Calls: 0 }], []]);
  });
});
