import { describe, expect, it } from 'vitest';
import { endsSoon, expiriesSoon, SOON } from '../../src/console/account/soon.ts';
import { addDays } from '../../src/console/day.ts';
import { mutate } from '../support/catalogue.ts';
import { Organization } from '../support/organization.ts';

const DOCUMENTS = import.meta.glob('../../schema/documents/*.graphql', { query: '?raw', import: 'default', eager: true });

interface Accounts {
  readonly accounts: { readonly edges: readonly { readonly node: { readonly accountId: string } }[] };
}
interface Proposals {
  readonly proposals: { readonly edges: readonly { readonly node: { readonly account: { readonly accountId: string } } }[] };
}

const read = async <Data>(org: Organization, name: string, variables: object): Promise<Data> => {
  const { data, errors } = await org.ask<Data>(String(DOCUMENTS[`../../schema/documents/${name}.graphql`]), { ...variables, first: 10 });
  expect(errors).toBeUndefined();
  return data;
};

/** The first and the last instant of a leap day, and of the last day of a year. */
const INSTANTS = ['2028-02-29', '2026-12-31'].flatMap((day) => [`${day}T00:00:00.000Z`, `${day}T23:59:59.999Z`]);

describe.each(INSTANTS)('at %s', (now) => {
  const today = now.slice(0, 10);

  it('the contracts that end soon are those whose last day is today or one of the next 90', async () => {
    const org = await Organization.begin({ now });
    org.now = now;
    const pricePlanId = await org.plan('Pro');
    await org.customer('acme');
    for (const ahead of [-1, 0, SOON, SOON + 1]) {
      const accountId = `last-day-${ahead}`;
      await org.account(accountId, 'acme');
      const period = { effectiveFrom: addDays(today, -100), effectiveUntil: addDays(today, ahead + 1) };
      await org.done('updatePricingSchedule', 'account { id }', { accountId, pricePlanId, ...period }, 'account');
    }
    const { accounts } = await read<Accounts>(org, 'contracts-that-end', endsSoon(today));
    expect(accounts.edges.map(({ node }) => node.accountId)).toEqual(['last-day-0', `last-day-${SOON}`]);
  });

  it('the proposals that expire soon are open, and expire by the end of the last of the same days', async () => {
    const org = await Organization.begin({ now });
    org.now = now;
    await org.customer('acme');
    const end = Date.parse(addDays(today, SOON + 1));
    const expiries = { 'in-a-moment': Date.parse(now) + 1, 'on-the-last-day': end - 1, 'a-day-late': end };
    for (const [accountId, expiry] of Object.entries(expiries)) {
      await org.account(accountId, 'acme');
      const topup = { topupAmount: '10' };
      const input = { accountId, type: 'WALLET_TOPUP', paymentMode: 'POSTPAID', walletTopupDetails: topup };
      // Each change moves the clock by a moment.
      org.now = now;
      const { userErrors } = await mutate(org, 'createProposal', { ...input, expiryDate: new Date(expiry).toISOString() });
      expect(userErrors).toEqual([]);
    }
    org.now = now;
    const listed = async (): Promise<readonly string[]> => {
      const { from, before } = expiriesSoon(Date.parse(org.now));
      const { proposals } = await read<Proposals>(org, 'proposals-that-expire', { now: from, before });
      return proposals.edges.map(({ node }) => node.account.accountId).toSorted();
    };
    expect(await listed()).toEqual(['in-a-moment', 'on-the-last-day']);
    // What expires at an instant is expired at it.
    org.now = new Date(Date.parse(now) + 1).toISOString();
    expect(await listed()).not.toContain('in-a-moment');
  });
});
