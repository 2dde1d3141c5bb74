import { createAccount } from '../../src/operations/account/create.ts';
import { createCustomer } from '../../src/operations/customer/create.ts';
import type { Story } from './story.ts';

/** A customer. Its first account has the customer's id. The others are added later. */
export interface CustomerEntry {
  readonly id: string;
  readonly name: string;
  readonly city: string;
  readonly country: string;
  /** Months before today at which the customer was created. */
  readonly since: number;
  readonly currency?: string;
  readonly accounts?: readonly AccountEntry[];
}

interface AccountEntry {
  readonly id: string;
  readonly name: string;
  readonly since: number;
  readonly currency?: string;
  readonly status?: 'DRAFT';
  readonly tags?: readonly string[];
}

export function signUp(story: Story, customers: readonly CustomerEntry[]): void {
  for (const { id, name, city, country, since, currency, accounts } of customers) {
    const domain = `${id}.example`;
    story.on(story.month(-since, 3), async (call) => {
      await call(createCustomer, {
        customerId: id,
        name,
        primaryEmail: `billing@${domain}`,
        address: { city, country },
        account: {
          accountId: id,
          name,
          invoiceCurrency: currency,
          netTermDays: 30,
          billingInformation: { emailRecipients: [`billing@${domain}`], additionalEmailRecipients: [`cfo@${domain}`] },
          metadata: { crmId: `CRM-${id.toUpperCase()}` },
          tags: [country],
          aliases: [{ value: domain }],
        },
      });
    });
    for (const account of accounts ?? []) {
      story.on(story.month(-account.since, 4), async (call) => {
        await call(createAccount, {
          customerId: id,
          accountId: account.id,
          name: account.name,
          invoiceCurrency: account.currency ?? currency,
          status: account.status,
          tags: account.tags ?? [country],
        });
      });
    }
  }
}
