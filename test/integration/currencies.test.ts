import { env } from 'cloudflare:workers';
import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { documentOf } from '../support/mutations.ts';
import { Organization } from '../support/organization.ts';
import { argumentsWith, placesIn } from '../support/schema-walk.ts';
import { leastOf } from '../support/trespass.ts';

const ACCOUNT = '{ account(by: { accountId: "acme" }) { name invoiceCurrency wallet { balance { amount currency } } } }';

let org: Organization;
beforeAll(async () => {
  org = await Organization.begin();
  await org.customer('acme');
});

describe('A currency that ISO 4217 has withdrawn', () => {
  it('is refused by every input that takes a currency, before anything is read', async () => {
    const schema = buildClientSchema((await org.ask<IntrospectionQuery>(getIntrospectionQuery({ oneOf: true }))).data);
    const tried = new Set<string>();
    for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
      for (const { path, owner } of placesIn(field).filter((place) => place.type.name === 'CurrencyCode' && !tried.has(place.owner))) {
        const args = argumentsWith(field, path, 'HRK', (name, type) => leastOf(name, type) ?? name);
        const { errors } = await org.ask(documentOf(field.name), args);
        expect(errors, path.join('.')).toMatchObject([
          {
            message: expect.stringContaining('"HRK" is not the ISO 4217 code of a current currency'),
            extensions: { code: 'BAD_USER_INPUT' },
          },
        ]);
        tried.add(owner);
      }
    }
    expect(tried).toContain('CreateAccountInput.invoiceCurrency');
  });

  it('is refused where it is written out as well', async () => {
    const document = 'mutation { updateAccount(input: { accountId: "acme", invoiceCurrency: ZWL }) { userErrors { code } } }';
    for (const code of ['"ZWL"', '"BGN"']) {
      const { errors } = await org.ask(document.replace('ZWL', code));
      expect(errors?.[0]?.message).toContain('is not the ISO 4217 code of a current currency');
    }
  });

  it('can still be read where it is stored, and what is stored in it can be changed', async () => {
    await env.DB.prepare("update accounts set invoice_currency = 'HRK' where org_id = ?").bind(org.orgId).run();
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
