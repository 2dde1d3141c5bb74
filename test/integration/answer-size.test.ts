import { beforeAll, describe, expect, it } from 'vitest';
import { copyRow } from '../support/copies.ts';
import { Organization, send } from '../support/organization.ts';

let org: Organization;

/** A hundred accounts with metadata of 15 KB each, and one account with twenty entries of a megabyte each in its log. */
beforeAll(async () => {
  org = await Organization.begin();
  await org.customer('acme');
  await org.done('updateAccount', 'account { id }', { accountId: 'acme', metadata: { note: 'x'.repeat(200) } }, 'account');
  const metadata = `'{"note":"${'x'.repeat(15_000)}"}'`;
  await copyRow(org, 'accounts', 'true', 99, { id: "printf('acc.zz%03d.00000', i)", account_id: "'acc-' || i", metadata });
  await copyRow(org, 'audit_entries', 'true', 20, {
    id: "printf('aud.zz%03d.00000', i)",
    seq: '1000000 + i',
    after: "json_quote(replace(hex(zeroblob(500000)), '0', 'x'))",
    timeline_revision: 'null',
    subject_id: "(select id from accounts where org_id = ?1 and account_id = 'acme')",
  });
});

const aliases = (count: number, field: string, name = 'a') => Array.from({ length: count }, (_, i) => `${name}${i}: ${field}`).join(' ');

describe('An answer is refused while it is built, before it is over 16 MB', () => {
  it.each([
    ['a few rows under many aliases', `{ accounts(first: 100) { nodes { ${aliases(30, 'metadata')} } } }`],
    ['the same in several lists', `{ ${aliases(4, `accounts(first: 100) { nodes { ${aliases(30, 'metadata')} } }`)} }`],
    [
      'beneath an object that may be null',
      `{ customer(customerId: "acme") { accounts(first: 100) { nodes { ${aliases(30, 'metadata')} } } } }`,
    ],
    [
      'names of types',
      `{ accounts(first: 100) { nodes { customer { accounts(first: 30) { nodes { ${aliases(30, '__typename', 'a'.repeat(200))} } } } } } }`,
    ],
  ])('%s', async (_, query) => {
    const { data, errors, status } = await org.ask(query);
    expect({ data, status, errors }).toMatchObject({ data: null, status: 200 });
    expect(errors).toMatchObject([
      { message: expect.stringContaining('16,000,000 bytes'), extensions: { code: 'ANSWER_TOO_LARGE', limit: 16_000_000 } },
    ]);
  });

  it('and has no status of success, as every answer without data, where the media type lets it say so', async () => {
    const query = `{ accounts(first: 100) { nodes { ${aliases(30, 'metadata')} } } }`;
    const accept = 'application/graphql-response+json';
    expect((await send('/graphql', { query }, { ...org.headers, accept })).status).toBe(400);
  });

  it('and one that is just within it is answered whole', async () => {
    const { data, errors } = await org.ask<{ accounts: { nodes: object[] } }>(
      `{ accounts(first: 100) { nodes { ${aliases(10, 'metadata')} } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data.accounts.nodes).toHaveLength(100);
    const size = JSON.stringify(data).length;
    expect(size).toBeGreaterThan(14_000_000);
    expect(size).toBeLessThan(16_000_000);
  });

  it('whatever a mutation changed by then the change stays, and the refusal says so', async () => {
    const selection = `customer { accounts(first: 100) { nodes { ${aliases(30, 'metadata')} } } }`;
    const document = `mutation { updateAccount(input: { accountId: "acme", name: "Renamed" }) { account { ${selection} } userErrors { code } } }`;
    const { data, errors } = await org.ask(document);
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ message: expect.stringContaining('the change stays'), extensions: { code: 'ANSWER_TOO_LARGE' } }]);
    expect((await org.ask('{ account(by: { accountId: "acme" }) { name } }')).data).toEqual({ account: { name: 'Renamed' } });
  });
});

describe('What a request reads is refused by the database itself, before it is over 16 MB', () => {
  const ENTRIES = 'nodes { after }';

  it.each([
    ['in one list', `{ auditLog(first: 100) { ${ENTRIES} } }`],
    ['in several lists, which share it', `{ a: auditLog(first: 8) { ${ENTRIES} } b: auditLog(last: 12) { ${ENTRIES} } }`],
  ])('%s', async (_, query) => {
    const { errors } = await org.ask(query);
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining('16,000,000 bytes'),
      extensions: { code: 'ANSWER_TOO_LARGE', limit: 16_000_000 },
    });
  });

  it('and a page that is within it is answered', async () => {
    const { data, errors } = await org.ask<{ auditLog: { nodes: { after: unknown }[] } }>(`{ auditLog(last: 10) { ${ENTRIES} } }`);
    expect(errors).toBeUndefined();
    expect(data.auditLog.nodes).toHaveLength(10);
  });

  it('what is nested beneath one object is refused at 2 MB, with the limit in the message', async () => {
    const { errors } = await org.ask(`{ account(by: { accountId: "acme" }) { activity(first: 20) { ${ENTRIES} } } }`);
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining('2,000,000 bytes'),
      extensions: { code: 'ANSWER_TOO_LARGE', limit: 2_000_000 },
    });
  });

  it('and of a mutation that would read as much, nothing is written', async () => {
    const selection = `account { activity(first: 20) { ${ENTRIES} } }`;
    const document = `mutation { updateAccount(input: { accountId: "acme", name: "Never" }) { ${selection} userErrors { code } } }`;
    const { errors } = await org.ask(document);
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining('Nothing was written'),
      extensions: { code: 'ANSWER_TOO_LARGE' },
    });
    expect((await org.ask('{ account(by: { accountId: "acme" }) { name } }')).data).not.toEqual({ account: { name: 'Never' } });
  });
});
