import { beforeAll, describe, expect, it } from 'vitest';
import { DB } from '../support/database.ts';
import { Organization } from '../support/organization.ts';

const ACCOUNT = '{ account(by: { accountId: "acme" }) { name invoiceCurrency wallet { balance { amount currency } } } }';

let org: Organization;
beforeAll(async () => {
  org = await Organization.begin();
  await org.customer('acme');
});

// That no input takes it: scalars.test.ts.
describe('A currency that ISO 4217 has withdrawn', () => {
  it('can still be read where it is stored, and what is stored in it can be changed', async () => {
    await DB.prepare("update accounts set invoice_currency = 'HRK' where org_id = ?").bind(org.orgId).run();
    const wallet = { balance: { amount: '0', currency: 'HRK' } };
    expect((await org.ask(ACCOUNT)).data).toEqual({ account: { name: 'acme', invoiceCurrency: 'HRK', wallet } });
    await org.done('updateAccount', 'account { id }', { accountId: 'acme', name: 'Acme d.o.o.' }, 'account');
    expect((await org.ask(ACCOUNT)).data).toEqual({ account: { name: 'Acme d.o.o.', invoiceCurrency: 'HRK', wallet } });
    await org.done('updateAccount', 'account { id }', { accountId: 'acme', invoiceCurrency: 'EUR' }, 'account');
  });
});

it.each(['SLE', 'VED', 'XCG', 'ZWG'])('%s, which ISO 4217 has added, can be chosen', async (invoiceCurrency) => {
  const input = { accountId: `in-${invoiceCurrency}`, customerId: 'acme', name: 'Newer', invoiceCurrency };
  expect(await org.done('createAccount', 'account { invoiceCurrency }', input, 'account')).toEqual({ invoiceCurrency });
});
