import { exports } from 'cloudflare:workers';
import { beforeAll, describe, expect, it } from 'vitest';
import manifest from '../../schema/documents.json' with { type: 'json' };
import { mutate, refusal } from '../support/catalogue.ts';
import { DB } from '../support/database.ts';
import { Organization, send } from '../support/organization.ts';
import { type Person, personalHistory, SEARCHED } from '../support/personal-history.ts';
import { everyRow } from '../support/rows.ts';
import { copyOf } from '../support/world.ts';

const [PAGE = ''] = Object.entries(manifest).find(([, text]) => text.includes('query AccountPage(')) ?? [];

let history: Person;
beforeAll(async () => {
  history = await personalHistory(await Organization.begin());
});

/** Has the scheduled erasures done, and answers what broke them off; `null` where nothing did. */
async function erase(org: Organization, fault?: string): Promise<string | null> {
  const answer = await send('/test/erasures', {}, { 'x-test-now': org.now, ...(fault && { 'x-test-fault': fault }) });
  return answer.ok ? null : answer.text();
}

const request = (org: Organization) => mutate(org, 'eraseCustomer', { customerId: 'person' });

/** The tables of the whole database that hold a personal text in any column; of the tables of organizations, among the rows of this one. */
async function tablesThatTell({ orgId }: Organization): Promise<string[]> {
  const { results } = await DB.prepare(
    `select m.name as "table", group_concat(c.name) as columns from sqlite_schema m, pragma_table_xinfo(m.name) c
     where m.type = 'table' and m.name not like '\\_cf%' escape '\\' and m.name not like 'sqlite%' group by m.name`,
  ).all<{ table: string; columns: string }>();
  const tables = results.map(({ table, columns }) => ({ table, columns: columns.split(',') }));
  const statements = tables.map(({ table, columns }) => {
    const tells = columns.map((column) => `instr(lower("${column}"), '${SEARCHED.source}') > 0`).join(' or ');
    const isOwn = columns.includes('org_id') ? 'org_id = ?1' : '?1 is not null';
    return DB.prepare(`select exists (select 1 from "${table}" where ${isOwn} and (${tells})) as tells`).bind(orgId);
  });
  const answers = await DB.batch<{ tells: number }>(statements);
  return tables.flatMap(({ table }, i) => (answers[i]?.results[0]?.tells ? [table] : [])).toSorted();
}

const entriesOf = async ({ orgId }: Organization, operation: string) =>
  (await DB.prepare('select * from audit_entries where org_id = ? and operation = ? order by seq').bind(orgId, operation).all()).results;

describe('eraseCustomer', () => {
  it('leaves no personal text in any column of any table, after every mutation that takes one', async () => {
    expect(history.untold).toEqual([]);
    const org = await copyOf(history.org);
    expect(await tablesThatTell(org)).toEqual([
      'account_aliases',
      'account_metadata',
      'accounts',
      'audit_entries',
      'customers',
      'license_updates',
      'purchases',
    ]);
    await request(org);
    expect(await tablesThatTell(org)).not.toContain('customers');
    expect(await erase(org)).toBeNull();
    expect(await tablesThatTell(org)).toEqual([]);
  });

  it('puts a marker in the place of texts, and leaves ids, amounts, dates and events', async () => {
    const org = await copyOf(history.org);
    const query = `{ customer(customerId: "person") { customerId name primaryEmail billingAddress settings { name } status erasureRequestedAt erasedAt
      accounts(first: 5, where: { status: { eq: ARCHIVED } }) { nodes { accountId name primaryEmail tags metadata address { city } settings { name }
        billingInformation { emailRecipients } invoiceCurrency aliases { nodes { aliasId value } }
        proposals { nodes { comment status price { amount } } } } } }
      events(where: { kinds: [CUSTOMER_ERASURE_REQUESTED, CUSTOMER_ERASED] }) { nodes { kinds customer { name } } } }`;
    const answer = async () => (await org.ask<{ customer: { accounts: { nodes: readonly Account[] } } }>(query)).data;
    interface Account {
      readonly accountId: string;
      readonly proposals: { readonly nodes: readonly object[] };
      readonly aliases: { readonly nodes: readonly { readonly aliasId: string }[] };
    }
    const before = await answer();
    await request(org);
    expect(await answer()).toMatchObject({ customer: { name: '[erased]', erasureRequestedAt: expect.any(String), erasedAt: null } });
    await erase(org);
    const after = await answer();
    const now = new Date(org.now).toISOString();
    expect(after.customer).toMatchObject({
      customerId: 'person',
      name: '[erased]',
      primaryEmail: '[erased]',
      billingAddress: '',
      settings: [],
      status: 'ARCHIVED',
      erasedAt: now,
    });
    expect(after.customer.accounts.nodes).toHaveLength(2);
    for (const [i, account] of after.customer.accounts.nodes.entries()) {
      const was = before.customer.accounts.nodes[i];
      expect(account).toMatchObject({
        accountId: was?.accountId,
        name: '[erased]',
        primaryEmail: '[erased]',
        tags: [],
        metadata: {},
        address: null,
        settings: [],
        billingInformation: null,
        invoiceCurrency: 'USD',
      });
      expect(account.proposals.nodes).toEqual(was?.proposals.nodes.map((proposal) => ({ ...proposal, comment: '[erased]' })));
      expect(account.aliases.nodes).toEqual(was?.aliases.nodes.map(({ aliasId }) => ({ aliasId, value: `[erased ${aliasId}]` })));
    }
    expect(JSON.stringify(before)).toMatch(SEARCHED);
    const customer = { name: '[erased]' };
    expect(after).toMatchObject({
      events: {
        nodes: [
          { kinds: ['CUSTOMER_ERASURE_REQUESTED'], customer },
          { kinds: ['CUSTOMER_ERASED'], customer },
        ],
      },
    });
    const [entry] = await entriesOf(org, 'updateCustomer');
    expect(JSON.parse(String(entry?.after))).toMatchObject({ name: '[erased]', address: {} });
  });

  it('changes nothing of other customers, of other organizations, nor of what it has erased already', async () => {
    const org = await copyOf(history.org);
    const stranger = await copyOf(history.org);
    const ofOthers = async () => {
      const rows = await everyRow(org);
      const { results } = await DB.prepare("select id from accounts where org_id = ? and account_id like 'acme%'").bind(org.orgId).all();
      const ids = new Set(results.map(({ id }) => id));
      return {
        customers: rows.customers?.filter((row) => row.customer_id === 'acme'),
        accounts: rows.accounts?.filter((row) => ids.has(row.id)),
        entries: rows.audit_entries?.filter((row) => ids.has(row.account_id)),
      };
    };
    const [others, strangers] = [await ofOthers(), await everyRow(stranger)];
    expect(others.entries?.length).toBeGreaterThan(0);
    await request(org);
    await erase(org);
    expect([await ofOthers(), await everyRow(stranger)]).toEqual([others, strangers]);
    const after = await everyRow(org);
    await request(org);
    await erase(org);
    expect(await everyRow(org)).toEqual(after);
  });

  it.each([
    ['is not archived, whose contracts need it', 'acme', 'CUSTOMER_NOT_ARCHIVED'],
    ['does not exist', 'nobody', 'NOT_FOUND'],
  ])('is refused for a customer that %s', async (_title, customerId, code) => {
    const org = await copyOf(history.org);
    const before = await everyRow(org);
    expect(await refusal(org, 'eraseCustomer', { customerId })).toMatchObject([{ code, path: ['input', 'customerId'] }]);
    expect(await everyRow(org)).toEqual(before);
  });

  it('requires a scope of its own, which no other one includes', async () => {
    const org = await copyOf(history.org);
    const scopes = ['CUSTOMERS_READ', 'CUSTOMERS_WRITE', 'ACCOUNTS_READ', 'ACCOUNTS_WRITE', 'TOKENS_MANAGE', 'AUDIT_READ'];
    const other = org.with(await org.done<string>('createApiToken', 'secret', { name: 'other', scopes }, 'secret'));
    const { errors } = await other.ask('mutation { eraseCustomer(input: { customerId: "person" }) { isReplay } }');
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN', scopes: ['DATA_ERASE'] } }]);
  });

  it('makes a key of an earlier request of the customer one that is refused, because the hash of its input is erased', async () => {
    const org = await copyOf(history.org);
    await request(org);
    await erase(org);
    const [again, other] = history.keyed;
    expect(await mutate(org, again.mutation, again.input)).toMatchObject({ userErrors: [{ code: 'IDEMPOTENCY_KEY_REUSED' }] });
    expect(await mutate(org, other.mutation, other.input, 'isReplay')).toMatchObject({ isReplay: true, userErrors: [] });
  });

  it('follows the answer to the mutation at once', async () => {
    const org = await copyOf(history.org);
    org.isEvicted = false;
    await request(org);
    await expect.poll(() => tablesThatTell(org), { timeout: 10_000 }).toEqual([]);
  });

  it('is a change of the answers of before: none of them is said to be current', async () => {
    const org = await copyOf(history.org);
    const url = new URL('https://api.example.com/graphql');
    url.searchParams.set('documentId', PAGE);
    url.searchParams.set('variables', JSON.stringify({ accountId: 'person-2', day: '2026-11-21' }));
    const get = (tag = '""') => exports.default.fetch(url.href, { headers: { ...org.headers, 'if-none-match': tag } });
    const tag = (await get()).headers.get('etag') ?? '';
    expect((await get(tag)).status).toBe(304);
    await request(org);
    // While it runs, no answer is said to stay as it is.
    const meanwhile = await get(tag);
    expect([meanwhile.status, meanwhile.headers.get('etag')]).toEqual([200, null]);
    await erase(org);
    const after = await get(tag);
    expect(after.headers.get('etag')).not.toBeNull();
    expect(await after.text()).toContain('[erased]');
  });
});

describe('an erasure that is cut off', () => {
  it('at any call is continued by the next run, and ends once', async () => {
    let isBroken = true;
    for (let call = 1; isBroken; call++) {
      isBroken = false;
      // The answer of a write, which every second call is, can be lost as well.
      for (const fault of call % 2 === 0 ? ['overload', 'drop'] : ['overload']) {
        const org = await copyOf(history.org);
        await request(org);
        if ((await erase(org, `${fault}:${call}`)) !== null) isBroken = true;
        expect(await erase(org)).toBeNull();
        expect(await tablesThatTell(org)).toEqual([]);
        expect(await entriesOf(org, 'completeErasure')).toHaveLength(1);
      }
    }
  });

  it('is made once by two runs at the same time', async () => {
    const org = await copyOf(history.org);
    await request(org);
    await Promise.all([erase(org), erase(org)]);
    await erase(org);
    expect(await tablesThatTell(org)).toEqual([]);
    expect(await entriesOf(org, 'completeErasure')).toHaveLength(1);
  });

  it.each(['first', 'last'])(
    'at its %s account holds up no other of the organization, and goes on once nothing breaks it off',
    async (which) => {
      const org = await copyOf(history.org);
      await org.customer('zoe');
      await org.done('deleteAccount', 'account { id }', { accountId: 'zoe' }, 'account');
      await org.done('deleteCustomer', 'customer { id }', { customerId: 'zoe' }, 'customer');
      const taken = { value: 'taken', effectiveFrom: '2020-01-01T00:00:00Z' };
      await org.done('addAccountAliases', 'account { id }', { accountId: 'acme', aliases: [taken] }, 'account');
      // No caller can write this name; an alias of the customer needs it.
      const rename = DB.prepare(
        `update account_aliases set value = coalesce(?2, (select '[erased ' || id || ']' from account_aliases
         where org_id = ?1 and value like 'Quillfeather%' order by account_id ${which === 'first' ? 'asc' : 'desc'} limit 1))
       where org_id = ?1 and account_id = (select id from accounts where org_id = ?1 and account_id = 'acme')`,
      );
      await rename.bind(org.orgId, null).run();
      await request(org);
      await mutate(org, 'eraseCustomer', { customerId: 'zoe' });
      await erase(org);
      expect(await tablesThatTell(org)).toContain('accounts');
      const erased = 'select customer_id from customers where org_id = ? and erased_at is not null';
      expect((await DB.prepare(erased).bind(org.orgId).all()).results).toEqual([{ customer_id: 'zoe' }]);
      await rename.bind(org.orgId, 'taken').run();
      expect(await erase(org)).toBeNull();
      expect(await tablesThatTell(org)).toEqual([]);
    },
  );

  it('reads and writes at most 25 audit entries in one step, each step in two calls of D1', async () => {
    const org = await copyOf(history.org);
    const copies = `insert into audit_entries (id, org_id, at, actor, request_id, operation, subject_id, entities, before, after, seq)
      with recursive n(i) as (select 1 union all select i + 1 from n where i < 60)
      select printf('aud.zz%09d.00000', i), org_id, at, actor, request_id, operation, subject_id, entities, before, after, 1000 + i
      from n, (select * from audit_entries where org_id = ? and operation = 'updateCustomer' limit 1)`;
    await DB.prepare(copies).bind(org.orgId).run();
    const left = async () =>
      (await entriesOf(org, 'updateCustomer')).filter(({ before, after }) => SEARCHED.test(`${before}${after}`)).length;
    const all = await left();
    await request(org);
    const counts: number[] = [];
    // Which organizations, which customer, a step of a read and a write, and the read of the next one.
    for (let run = 0; run < 3; run++) {
      expect(await erase(org, 'overload:5')).not.toBeNull();
      counts.push(all - (await left()));
    }
    // The first page has the creation, the archiving and the request of the erasure as well.
    expect(counts).toEqual([22, 47, all]);
  });
});

describe('the audit log', () => {
  /** Tries to change the entries of an operation, as no part of the product would. */
  const alter = (org: Organization, set: string, operation = 'updateCustomer') =>
    DB.prepare(`update audit_entries set ${set} where org_id = ? and operation = ?`).bind(org.orgId, operation).run();
  const MARKED = `after = json_set(after, '$.name', '[erased]')`;

  it('can be altered only while an erasure runs, and only in the states of entries of that customer', async () => {
    const org = await copyOf(history.org);
    await org.done('createApiToken', 'secret', { name: 'other', scopes: ['PLANS_READ'] }, 'secret');
    await expect(alter(org, MARKED)).rejects.toThrow('LEDGER');
    await request(org);
    const { results } = await DB.prepare("select name from pragma_table_info('audit_entries')").all<{ name: string }>();
    const others = results.map(({ name }) => name).filter((name) => !['before', 'after'].includes(name));
    expect(others.length).toBeGreaterThan(15);
    for (const column of others) {
      const other = `${column} = case typeof(${column}) when 'integer' then ${column} + 1000 else coalesce(${column}, '') || 'x' end`;
      await expect(alter(org, other), column).rejects.toThrow(/LEDGER|UNIQUE/);
    }
    for (const state of [
      'null',
      "json_set(after, '$.name', 'Another')",
      "json_set(after, '$.added', 'more')",
      "json_set(after, '$.more', json_array(1))",
    ])
      await expect(alter(org, `after = ${state}`), state).rejects.toThrow('LEDGER');
    await expect(alter(org, MARKED, 'createApiToken')).rejects.toThrow('LEDGER');
    const ofAnother =
      "update audit_entries set after = '{}' where org_id = ? and subject_id in (select id from accounts where account_id = 'acme')";
    await expect(DB.prepare(ofAnother).bind(org.orgId).run()).rejects.toThrow('LEDGER');
    await expect(DB.prepare('delete from audit_entries where org_id = ?').bind(org.orgId).run()).rejects.toThrow('LEDGER');
    await alter(org, MARKED);
    await erase(org);
    await expect(alter(org, MARKED)).rejects.toThrow('LEDGER');
  });
});
