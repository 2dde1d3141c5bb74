import { describe, expect, it } from 'vitest';
import { Organization } from '../support/organization.ts';

describe('createCustomer', () => {
  it('makes a first account with the same id and details, and answers both from the write itself', async () => {
    const org = await Organization.begin();
    const { data, extensions, errors } = await org.ask(`mutation {
      createCustomer(input: { customerId: "acme", name: "Acme Inc.", primaryEmail: "ap@acme.com", address: { city: "Berlin", country: "de" } }) {
        customer { id customerId address { city country } accounts { nodes { accountId } totalCount: pageInfo { hasNextPage } } }
        account { accountId invoiceCurrency status revision customer { customerId } }
        userErrors { code message path }
      }
    }`);
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      createCustomer: {
        customer: { customerId: 'acme', address: { city: 'Berlin', country: 'DE' }, accounts: { nodes: [{ accountId: 'acme' }] } },
        account: { accountId: 'acme', invoiceCurrency: 'USD', status: 'ACTIVE', revision: 1, customer: { customerId: 'acme' } },
        userErrors: [],
      },
    });
    expect(extensions.cost.d1Calls).toBe(2);
  });
});
